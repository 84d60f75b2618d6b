/** The debtor's other accounts with a balance: ticked, one plan covers them too. A disputed one is named as such. */
import { Checkbox, Text } from '@mantine/core';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';

export type CoveredAccountsProps = {
  readonly account: AccountFacts;
  readonly chosen: readonly number[];
  /** Over all that are covered. */
  readonly owedCents: number;
  onChange(accountIds: number[]): void;
};

export function CoveredAccounts({ account, chosen, owedCents, onChange }: CoveredAccountsProps) {
  const others = account.debtor.otherAccounts.filter(
    (other) => other.balanceCents > 0 && other.status !== 'closed',
  );
  if (others.length === 0) return null;
  return (
    <fieldset className="plan-named">
      <legend>Covers also</legend>
      {others.map((other) => (
        <Checkbox
          key={other.accountId}
          label={
            <>
              {other.number}, {formatDollars(other.balanceCents)}
              {other.disputed ? ', disputed' : ''}
              {other.status === 'plan' ? ', has a plan of its own' : ''}
            </>
          }
          checked={chosen.includes(other.accountId)}
          disabled={other.status === 'plan' && !chosen.includes(other.accountId)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, other.accountId]
                : chosen.filter((id) => id !== other.accountId),
            )
          }
        />
      ))}
      {chosen.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {formatDollars(owedCents)} owed on {chosen.length + 1} accounts together
        </Text>
      )}
    </fieldset>
  );
}
