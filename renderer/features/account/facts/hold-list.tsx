/** Why the account may not simply be worked: the first thing to be seen, with where it was learned, and its end. */
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { holdKindWords, wordOf } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';

type Hold = AccountFacts['holds'][number];

export function HoldList({ holds }: { readonly holds: readonly Hold[] }) {
  const [ending, setEnding] = useState<Hold | null>(null);
  if (holds.length === 0 && ending === null) return null;
  return (
    <>
      <ul className="account-holds" aria-label="Holds">
        {holds.map((hold) => (
          <li key={hold.holdId} className="account-hold">
            <IconHandStop size={18} aria-hidden />
            <div>
              <strong>On hold: {wordOf(holdKindWords, hold.kind)}</strong>
              <div>{hold.reason}</div>
              <div className="account-hold-source">
                Since <DayText day={hold.fromOn} />
                {hold.untilOn === null ? null : (
                  <>
                    {' '}
                    until <DayText day={hold.untilOn} />
                  </>
                )}
                {hold.source === '' ? '' : `. Source: ${hold.source}`}
              </div>
              <button type="button" className="account-link" onClick={() => setEnding(hold)}>
                End this hold…
              </button>
            </div>
          </li>
        ))}
      </ul>
      {ending === null ? null : <EndHoldDialog hold={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function EndHoldDialog({ hold, onClose }: { readonly hold: Hold; onClose(): void }) {
  const end = useOnce('accounts.endHold');
  const kind = wordOf(holdKindWords, hold.kind).toLowerCase();
  return (
    <ReasonDialog
      title="End this hold?"
      confirmLabel="End hold"
      label="What ended it"
      suggestions={['Entered by mistake', 'Answered in writing', 'Withdrawn by the debtor']}
      pending={end.pending}
      fault={end.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await end.run({ holdId: hold.holdId, reason });
        if (result.ok) showDone('Hold ended. The reason is in the timeline.');
        return result;
      }}
    >
      The account may be worked again where nothing else holds it. The hold ({kind}) and what ended it stay in
      its history; log the contact again to put it back.
    </ReasonDialog>
  );
}
