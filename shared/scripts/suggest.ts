/** Which script to begin a call with, by where the account stands, and why in words. What binds most comes first. */
import type { ContactOutcome } from '../domain/contact.ts';
import { type Day, daysBetween, spellDay } from '../domain/days.ts';
import { formatDollars } from '../domain/money.ts';
import type { ScriptSituation } from './script.ts';

export type AccountStanding = {
  readonly today: Day;
  readonly direction: 'in' | 'out';
  readonly disputed: boolean;
  readonly attorney: boolean;
  /** The newest promise that is open or was broken; `null` for none. */
  readonly promise: {
    readonly amountCents: number;
    readonly receivedCents: number;
    readonly dueOn: Day;
    readonly state: 'open' | 'broken' | 'partly_kept';
  } | null;
  /** Instalments of a running plan that are behind; `null` without a plan. */
  readonly plan: { readonly missed: number; readonly missedCents: number } | null;
  /** A settlement the office offered and nobody has answered. */
  readonly settlement: { readonly totalCents: number; readonly expiresOn: Day | null } | null;
  /** The debtor was spoken with before. */
  readonly spoken: boolean;
  readonly lastOutcome: ContactOutcome | null;
};

export type Suggestion = { readonly situation: ScriptSituation | null; readonly why: string };

/** A promise is worth a reminder from two days before. */
const reminderDays = 2;

export function suggest(account: AccountStanding): Suggestion {
  const { promise, plan, settlement, lastOutcome } = account;
  if (account.direction === 'in') return { situation: 'inbound_call', why: 'They are calling you.' };
  if (account.attorney) {
    return { situation: null, why: 'An attorney represents them: speak with the attorney, not with them.' };
  }
  if (account.disputed) return { situation: 'dispute', why: 'They dispute this debt.' };
  if (promise && promise.state !== 'open') {
    const came =
      promise.receivedCents > 0 ? `only ${formatDollars(promise.receivedCents)} came in` : 'nothing came in';
    return {
      situation: 'promise_broken',
      why: `They promised ${formatDollars(promise.amountCents)} by ${spellDay(promise.dueOn)}, and ${came}.`,
    };
  }
  if (plan && plan.missed > 0) {
    const count = plan.missed === 1 ? 'One installment' : `${plan.missed} installments`;
    return {
      situation: 'plan_renegotiation',
      why: `${count} of the plan ${plan.missed === 1 ? 'was' : 'were'} missed (${formatDollars(plan.missedCents)}).`,
    };
  }
  if (promise && daysBetween(account.today, promise.dueOn) <= reminderDays) {
    const when = promise.dueOn === account.today ? 'today' : `on ${spellDay(promise.dueOn)}`;
    return {
      situation: 'promise_due',
      why: `Their promise of ${formatDollars(promise.amountCents)} ${promise.dueOn < account.today ? 'was' : 'is'} due ${when}.`,
    };
  }
  if (settlement) {
    const until = settlement.expiresOn === null ? '' : ` until ${spellDay(settlement.expiresOn)}`;
    return {
      situation: 'settlement_offer',
      why: `A settlement of ${formatDollars(settlement.totalCents)} is on offer${until}.`,
    };
  }
  if (!account.spoken) return { situation: 'first_call', why: 'Nobody has spoken with them yet.' };
  if (lastOutcome === 'refused') return { situation: 'refusal', why: 'Last time they refused to pay.' };
  return { situation: 'first_call', why: 'You have spoken before, and nothing is agreed.' };
}
