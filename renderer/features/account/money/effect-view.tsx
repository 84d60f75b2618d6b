/** What a posting would do, or did, to one account: interest posted with it, what it pays and by which rule, what is left. */
import { Table } from '@mantine/core';
import type { PostingEffect } from '../../../../shared/contract/ledger.ts';
import { totalOf } from '../../../../shared/domain/ledger.ts';
import { componentWords, entryKindWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { changeSentence, orderSentence, partsWords } from './effect-words.ts';

/** The most lines shown of each list; more are counted. */
const mostLines = 6;

export type EffectViewProps = {
  readonly effect: PostingEffect;
  /** Names the account above; for a posting over several. */
  readonly named?: boolean;
  /** The debtor said what it is for: that goes before the account's order. */
  readonly directed?: boolean;
};

/** Years of monthly compounding are told in one line. */
const mostPostings = 3;

export function EffectView({ effect, named = false, directed = false }: EffectViewProps) {
  const terms = useCall('ledger.terms', { accountId: effect.accountId });
  const { applications, unappliedCents } = effect;
  const hidden = applications.length - mostLines;
  return (
    <section className="money-effect" aria-label={named ? `Account ${effect.accountNumber}` : 'What it does'}>
      {named ? <h3 className="money-effect-title">{effect.accountNumber}</h3> : null}
      <Table className="account-preview" aria-label="What it pays">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Pays</Table.Th>
            <Table.Th>Due</Table.Th>
            <Table.Th ta="right">Sum</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effect.interest.length > mostPostings ? (
            <Table.Tr>
              <Table.Td>Interest posted first, {effect.interest.length} times</Table.Td>
              <Table.Td>
                to <DayText day={effect.interest.at(-1)?.on ?? null} />
              </Table.Td>
              <Table.Td ta="right">
                +<Money cents={effect.interest.reduce((sum, { cents }) => sum + cents, 0)} sign={false} />
              </Table.Td>
            </Table.Tr>
          ) : null}
          {(effect.interest.length > mostPostings ? [] : effect.interest).map((posted) => (
            <Table.Tr key={posted.on}>
              <Table.Td>Interest posted first</Table.Td>
              <Table.Td>
                to <DayText day={posted.on} />
              </Table.Td>
              <Table.Td ta="right">
                +<Money cents={posted.cents} sign={false} />
              </Table.Td>
            </Table.Tr>
          ))}
          {applications.slice(0, mostLines).map((line, index) => (
            // One charge can be met in several steps; only the place tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
            <Table.Tr key={index}>
              <Table.Td>
                <div className="account-cut">
                  {line.reference === '' ? entryKindWords[line.kind] : line.reference}
                </div>
                <div className="money-parts">{partsWords(line.parts)}</div>
              </Table.Td>
              <Table.Td>
                <DayText day={line.dueOn} />
              </Table.Td>
              <Table.Td ta="right">
                <Money cents={line.cents} sign={false} />
              </Table.Td>
            </Table.Tr>
          ))}
          {hidden > 0 ? (
            <Table.Tr>
              <Table.Td colSpan={3} c="dimmed">
                and {hidden} more {hidden === 1 ? 'charge' : 'charges'}
              </Table.Td>
            </Table.Tr>
          ) : null}
          {unappliedCents > 0 ? (
            <Table.Tr>
              <Table.Td colSpan={2}>Kept as credit</Table.Td>
              <Table.Td ta="right">
                <Money cents={unappliedCents} sign={false} />
              </Table.Td>
            </Table.Tr>
          ) : null}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2}>Balance after</Table.Th>
            <Table.Th ta="right">
              <Money cents={effect.balanceCents} />
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <BalanceParts effect={effect} />
      {terms.data && applications.length > 0 ? (
        <p className="money-rule">
          {directed ? 'As the debtor directed; what is left of it by ' : 'Spread by '}
          {lowerFirst(orderSentence(terms.data.order, terms.data.orderFrom))}
        </p>
      ) : null}
      <ChangeList changes={effect.changes} />
    </section>
  );
}

function BalanceParts({ effect }: { readonly effect: PostingEffect }) {
  const { parts } = effect;
  if (totalOf(parts) === 0) return null;
  return (
    <p className="money-rule">
      {(
        [
          ['principal', parts.principalCents],
          ['interest', parts.interestCents],
          ['fees', parts.feesCents],
          ['costs', parts.costsCents],
        ] as const
      )
        .filter(([name, cents]) => cents !== 0 || name === 'principal')
        .map(([name, cents]) => (
          <span key={name} className="money-part">
            {componentWords[name]} <Money cents={cents} />
          </span>
        ))}
    </p>
  );
}

export type ChangeListProps = { readonly changes: PostingEffect['changes'] };

/** What an earlier effective day changes in what was posted before; nothing for none. */
export function ChangeList({ changes }: ChangeListProps) {
  if (changes.length === 0) return null;
  const hidden = changes.length - mostLines;
  return (
    <div className="money-changes">
      <strong>What changes before it</strong>
      <ul>
        {changes.slice(0, mostLines).map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>{changeSentence(change)}</li>
        ))}
        {hidden > 0 ? (
          <li>
            and {hidden} more {hidden === 1 ? 'change' : 'changes'}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
