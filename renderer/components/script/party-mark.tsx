/** With whom the call is, as far as it was found out: it decides whether the debt may be spoken of. */
import { IconUserCheck, IconUserOff, IconUserQuestion } from '@tabler/icons-react';
import type { ScriptRun } from '../../../shared/scripts/run.ts';
import { InstantText } from '../moments.tsx';

export function PartyMark({ run }: { readonly run: ScriptRun }) {
  if (run.party === 'right_party') {
    return (
      <span className="script-party" data-party="right">
        <IconUserCheck size={16} className="script-mark" data-party="right" aria-hidden /> Right party
        {run.confirmedAt === null ? null : (
          <span className="script-quiet">
            {' '}
            since <InstantText at={run.confirmedAt} timeOnly />
          </span>
        )}
      </span>
    );
  }
  if (run.party === 'third_party') {
    return (
      <span className="script-party" data-party="other">
        <IconUserOff size={16} className="script-mark" aria-hidden /> Somebody else: not a word of the debt
      </span>
    );
  }
  return (
    <span className="script-party" data-party="open">
      <IconUserQuestion size={16} className="script-mark" data-party="open" aria-hidden /> Not confirmed: not
      a word of the debt
    </span>
  );
}
