/** Why the account may not simply be worked: the first thing to be seen, with where it was learned. */
import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { holdKindWords, wordOf } from '../../../../shared/text/labels.ts';
import { DayText } from '../../../components/moments.tsx';

export function HoldList({ holds }: { readonly holds: AccountFacts['holds'] }) {
  return holds.map((hold) => (
    <Alert
      key={hold.holdId}
      color="red"
      variant="light"
      icon={<IconHandStop size={18} aria-hidden />}
      title={`On hold: ${wordOf(holdKindWords, hold.kind)}`}
      className="account-hold"
    >
      <div>{hold.reason}</div>
      <div className="account-hold-source">
        Since <DayText day={hold.fromOn} />
        {hold.untilOn === null ? '' : ' until '}
        {hold.untilOn === null ? null : <DayText day={hold.untilOn} />}
        {hold.source === '' ? '' : `. Source: ${hold.source}`}
      </div>
    </Alert>
  ));
}
