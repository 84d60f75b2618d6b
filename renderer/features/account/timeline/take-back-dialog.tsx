/** Taking something back from the timeline: an entry by an opposite one, a promise or a plan by ending it. */

import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { TakeBackPayment } from '../money/take-back-payment.tsx';

export type TakeBack =
  | { readonly what: 'entry'; readonly entryId: number; readonly words: string; readonly amountCents: number }
  | {
      readonly what: 'payment';
      readonly entryId: number;
      readonly words: string;
      readonly amountCents: number;
      readonly effectiveOn: Day;
    }
  /** A reversal made undone. */
  | { readonly what: 'reversal'; readonly entryId: number; readonly amountCents: number }
  | {
      readonly what: 'promise';
      readonly promiseId: number;
      readonly amountCents: number;
      readonly dueOn: Day;
    }
  | { readonly what: 'plan'; readonly planId: number; readonly totalCents: number };

export type TakeBackDialogProps = {
  readonly takeBack: TakeBack;
  readonly accountId: number;
  readonly today: Day;
  onClose(): void;
};

export function TakeBackDialog({ takeBack, accountId, today, onClose }: TakeBackDialogProps) {
  const reverse = useOnce('ledger.reverse');
  const cancelPromise = useOnce('promises.cancel');
  const cancelPlan = useOnce('plans.cancel');
  const common = { onClose, dangerous: true } as const;
  switch (takeBack.what) {
    case 'entry':
      return (
        <ReasonDialog
          {...common}
          title={`Take back this ${takeBack.words.toLowerCase()}?`}
          confirmLabel="Take it back"
          suggestions={['Entered by mistake', 'Wrong account', 'Wrong sum']}
          pending={reverse.pending}
          fault={reverse.fault}
          onConfirm={(reason) =>
            reverse.run({ entryId: takeBack.entryId, reason }).then((result) => {
              if (result.ok) showDone(`Taken back. Balance ${formatDollars(result.value.balanceCents)}.`);
              return result;
            })
          }
        >
          An opposite entry of {formatDollars(-takeBack.amountCents)} is added; this one stays in the ledger,
          marked as taken back. Interest is reckoned again as if it had never been there. It can be put back.
        </ReasonDialog>
      );
    case 'payment':
      return <TakeBackPayment {...takeBack} accountId={accountId} today={today} onClose={onClose} />;
    case 'reversal':
      return (
        <ReasonDialog
          {...common}
          dangerous={false}
          title="Put it back?"
          confirmLabel="Put it back"
          suggestions={['Taken back by mistake', 'The money came in after all']}
          pending={reverse.pending}
          fault={reverse.fault}
          onConfirm={(reason) =>
            reverse.run({ entryId: takeBack.entryId, reason }).then((result) => {
              if (result.ok) showDone(`Put back. Balance ${formatDollars(result.value.balanceCents)}.`);
              return result;
            })
          }
        >
          The same sum ({formatDollars(-takeBack.amountCents)}) is posted again for its own day. Both earlier
          entries stay in the ledger.
        </ReasonDialog>
      );
    case 'promise':
      return (
        <ReasonDialog
          {...common}
          title="Cancel this promise?"
          confirmLabel="Cancel promise"
          suggestions={['Debtor took it back', 'Replaced by another promise', 'Entered by mistake']}
          pending={cancelPromise.pending}
          fault={cancelPromise.fault}
          onConfirm={(reason) =>
            tell(cancelPromise.run({ promiseId: takeBack.promiseId, reason }), 'Promise cancelled.')
          }
        >
          The promise of {formatDollars(takeBack.amountCents)} by {dayWords(takeBack.dueOn)} no longer counts
          as kept or broken. It stays in the timeline as cancelled.
        </ReasonDialog>
      );
    case 'plan':
      return (
        <ReasonDialog
          {...common}
          title="Cancel this plan?"
          confirmLabel="Cancel plan"
          suggestions={['Instalments missed', 'Debtor asked for other terms', 'Entered by mistake']}
          pending={cancelPlan.pending}
          fault={cancelPlan.fault}
          onConfirm={(reason) => tell(cancelPlan.run({ planId: takeBack.planId, reason }), 'Plan cancelled.')}
        >
          What is left of the {formatDollars(takeBack.totalCents)} is due again as before the plan, and its
          reminders end. Payments stay as they are.
        </ReasonDialog>
      );
  }
}

async function tell(result: Promise<Result<unknown>>, words: string): Promise<Result<unknown>> {
  const answer = await result;
  if (answer.ok) showDone(words);
  return answer;
}
