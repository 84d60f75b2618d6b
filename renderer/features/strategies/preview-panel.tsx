/** What a strategy would do to the book as it is: who enters, what comes on which day, who stays out and why. Nothing is written. */
import { Stack, Table, Text } from '@mantine/core';
import type { StrategyPreview } from '../../../shared/contract/strategies.ts';
import { daysBetween } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { StrategyBody } from '../../../shared/domain/strategy.ts';
import { stepKindWords } from '../../../shared/text/strategy-words.ts';
import { useGo } from '../../bridge/navigation.ts';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';

export type PreviewPanelProps = { readonly preview: StrategyPreview; readonly body: StrategyBody };

const words = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'account' : 'accounts'}`;

export function PreviewPanel({ preview, body }: PreviewPanelProps) {
  const { accounts, balanceCents, days } = preview;
  const firstOn = days[0]?.on ?? '';
  const lastOn = days.at(-1)?.on ?? '';
  /** How far along the whole way a day is; a little is left of the first, so that it can be seen. */
  const placeOf = (on: string) => {
    const whole = firstOn === lastOn ? 0 : daysBetween(firstOn, lastOn);
    return whole === 0 ? 4 : 4 + (daysBetween(firstOn, on) * 96) / whole;
  };
  return (
    <Stack gap="sm">
      <Text fw={600}>
        {accounts === 0
          ? 'No account would enter today.'
          : `${accounts === 1 ? 'This account' : `These ${words(accounts)}`} would enter today, with ${formatDollars(balanceCents)} owed.`}
      </Text>
      {accounts === 0 ? null : (
        <section aria-label="What comes when">
          <h3 className="strategy-heading">What comes when</h3>
          <ol className="strategy-days">
            {days.map(({ on, step, kind, accounts: each }) => (
              <li key={step}>
                <DayText day={on} />
                <span>
                  {step + 1}. {stepKindWords[kind]}
                </span>
                <span className="strategy-bar" aria-hidden>
                  <span data-kind={kind} style={{ width: `${placeOf(on)}%` }} />
                </span>
                <span className="strategy-number">{each.toLocaleString('en-US')}</span>
              </li>
            ))}
          </ol>
          <Text size="xs" c="dimmed">
            At most, for accounts that enter today: payments, promises, holds, conditions and the rules take
            accounts out on the way, and steps a person does wait until they are done.
            {body.steps.some(({ kind }) => kind === 'letter')
              ? ' Steps after a letter count from its printing.'
              : ''}
          </Text>
        </section>
      )}
      {preview.refused.length === 0 ? null : (
        <Reasons
          title="Put off by the rules at the first letter or call, as of today"
          rows={preview.refused}
        />
      )}
      {preview.leftOut.length === 0 ? null : (
        <Reasons title="Of this kind, but left out" rows={preview.leftOut} />
      )}
      {preview.first.length === 0 ? null : <FirstAccounts preview={preview} />}
    </Stack>
  );
}

function Reasons({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly { readonly why: string; readonly accounts: number }[];
}) {
  return (
    <section aria-label={title}>
      <h3 className="strategy-heading">{title}</h3>
      <ul className="strategy-reasons">
        {rows.map(({ why, accounts }) => (
          <li key={why}>
            <span>{why}</span>
            <span className="strategy-number">{accounts.toLocaleString('en-US')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FirstAccounts({ preview }: { readonly preview: StrategyPreview }) {
  const go = useGo();
  const { first, accounts } = preview;
  const title = first.length < accounts ? `The first ${first.length} of them` : 'Who they are';
  return (
    <section aria-label={title}>
      <h3 className="strategy-heading">{title}</h3>
      <Table.ScrollContainer minWidth={520} mah={260} className="strategy-first">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th ta="right">Balance</Table.Th>
              <Table.Th ta="right">Days past due</Table.Th>
              <Table.Th>Rules today</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {first.map((row) => (
              <Table.Tr key={row.accountId}>
                <Table.Td>
                  <button
                    type="button"
                    className="strategy-link"
                    onClick={() => go({ accountId: row.accountId })}
                  >
                    {row.debtorName}
                  </button>
                </Table.Td>
                <Table.Td>{row.number}</Table.Td>
                <Table.Td ta="right">
                  <Money cents={row.balanceCents} />
                </Table.Td>
                <Table.Td ta="right">{row.daysPastDue.toLocaleString('en-US')}</Table.Td>
                <Table.Td>{row.refused === '' ? 'Nothing in the way' : row.refused}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
