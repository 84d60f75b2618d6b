/** Why the account may not simply be worked: the first thing to be seen, with where it was learned. */
import { IconHandStop } from '@tabler/icons-react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { holdKindWords, wordOf } from '../../../../shared/text/labels.ts';
import { DayText } from '../../../components/moments.tsx';

export function HoldList({ holds }: { readonly holds: AccountFacts['holds'] }) {
  if (holds.length === 0) return null;
  return (
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
          </div>
        </li>
      ))}
    </ul>
  );
}
