/** The lines of an explanation as a table: what happened, what it did, the balance after; interest with its segments. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Explanation, ExplanationLine } from '../../../../shared/contract/ledger.ts';
import {
  applicationOrderWords,
  componentWords,
  dayCountWords,
  entryKindWords,
  interestMethodWords,
  paymentMethodWords,
} from '../../../../shared/text/labels.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { sumGroupWords, sumUp } from './balance-sum.ts';
import { partsWords } from './effect-words.ts';
import { basisSentence, becauseWords } from './explanation-words.ts';

type LineOf<K extends ExplanationLine['line']> = Extract<ExplanationLine, { line: K }>;

export function ExplanationTable({ explanation }: { readonly explanation: Explanation }) {
  const { lines, takenBack } = explanation;
  if (lines.length === 0 && takenBack.length === 0) {
    return (
      <EmptyState title="Nothing yet">No charge counts on or before this day, so nothing is owed.</EmptyState>
    );
  }
  return (
    <Table className="money-lines" stickyHeader aria-label="Lines">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={96}>Day</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th ta="right" w={116}>
            Sum
          </Table.Th>
          <Table.Th ta="right" w={116}>
            Balance
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, index) => (
          // Lines have no name of their own; the list is replaced as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <Table.Tr key={index} data-line={line.line}>
            <Table.Td>
              <DayText day={line.on} />
            </Table.Td>
            <Table.Td>
              <What line={line} />
            </Table.Td>
            <Table.Td ta="right">
              <Money cents={line.cents} />
            </Table.Td>
            <Table.Td ta="right">
              <Money cents={line.balanceCents} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        {sumUp(explanation).map(({ group, cents }) => (
          <Table.Tr key={group}>
            <Table.Td />
            <Table.Td>{sumGroupWords[group]}</Table.Td>
            <Table.Td ta="right">
              <Money cents={cents} />
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        ))}
        <Table.Tr className="money-total">
          <Table.Th />
          <Table.Th>Together</Table.Th>
          <Table.Th ta="right">
            <Money cents={explanation.totalCents} />
          </Table.Th>
          <Table.Th />
        </Table.Tr>
        {takenBack.map((entry) => (
          <Table.Tr key={entry.entryId} className="money-left-out">
            <Table.Td>
              <DayText day={entry.on} />
            </Table.Td>
            <Table.Td colSpan={2}>
              Left out, taken back: {entryKindWords[entry.kind].toLowerCase()} of{' '}
              <Money cents={Math.abs(entry.cents)} />
              {entry.reason === '' ? '' : ` (${entry.reason})`}
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        ))}
      </Table.Tfoot>
    </Table>
  );
}

function What({ line }: { readonly line: ExplanationLine }) {
  switch (line.line) {
    case 'charge':
      return <ChargeLine line={line} />;
    case 'interest':
      return <InterestLine line={line} />;
    case 'relief':
      return <ReliefLine line={line} />;
    case 'judgment':
      return <JudgmentLine line={line} />;
  }
}

type DetailProps = { readonly children: ReactNode };

function Detail({ children }: DetailProps) {
  return <div className="money-detail">{children}</div>;
}

function ChargeLine({ line }: { readonly line: LineOf<'charge'> }) {
  const basis = basisSentence(line).trim();
  return (
    <>
      <strong>{entryKindWords[line.kind]}</strong>
      {line.reference === '' ? '' : ` ${line.reference}`}
      {line.dueOn === null || line.dueOn === line.on ? null : (
        <>
          , due <DayText day={line.dueOn} />
        </>
      )}
      {basis === '' ? null : <Detail>{basis}</Detail>}
      {line.memo === '' ? null : <Detail>{line.memo}</Detail>}
    </>
  );
}

function InterestLine({ line }: { readonly line: LineOf<'interest'> }) {
  const bases = [...new Set(line.segments.map((segment) => segment.basis).filter((basis) => basis !== ''))];
  return (
    <>
      <strong>Interest</strong>, {becauseWords[line.because]}
      {bases.length === 0 ? null : <Detail>Allowed by {bases.join('; ')}</Detail>}
      <Table className="money-segments" withTableBorder aria-label="How the interest is reckoned">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From</Table.Th>
            <Table.Th>To, not counted</Table.Th>
            <Table.Th ta="right">Days</Table.Th>
            <Table.Th ta="right">On</Table.Th>
            <Table.Th ta="right">Rate</Table.Th>
            <Table.Th>Method</Table.Th>
            <Table.Th ta="right">Cents, exact</Table.Th>
            <Table.Th ta="right">Rounded</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {line.segments.map((segment) => (
            <Table.Tr key={`${segment.fromOn} ${segment.toOn}`}>
              <Table.Td>
                <DayText day={segment.fromOn} />
              </Table.Td>
              <Table.Td>
                <DayText day={segment.toOn} />
              </Table.Td>
              <Table.Td ta="right">{segment.days}</Table.Td>
              <Table.Td ta="right">
                <Money cents={segment.baseCents} />
              </Table.Td>
              <Table.Td ta="right">{segment.rate} %</Table.Td>
              <Table.Td>
                {interestMethodWords[segment.method]}, {dayCountWords[segment.dayCount]}
                {segment.capped ? ', cap reached' : ''}
              </Table.Td>
              <Table.Td ta="right">{segment.unrounded}</Table.Td>
              <Table.Td ta="right">
                <Money cents={segment.roundedCents} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {line.segments.length > 1 ? (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={6}>Together</Table.Th>
              <Table.Th ta="right">{line.unrounded}</Table.Th>
              <Table.Th ta="right">
                <Money cents={line.cents} />
              </Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        ) : null}
      </Table>
    </>
  );
}

function ReliefLine({ line }: { readonly line: LineOf<'relief'> }) {
  return (
    <>
      <strong>{entryKindWords[line.kind]}</strong>
      {line.method === null ? '' : `, ${paymentMethodWords[line.method].toLowerCase()}`}
      {line.reference === '' ? '' : ` ${line.reference}`}
      {line.allowedBy === '' ? '' : `, allowed by ${line.allowedBy}`}
      {line.memo === '' ? null : <Detail>{line.memo}</Detail>}
      <Detail>
        {line.directed ? 'As directed, then by ' : ''}
        {line.directed ? applicationOrderWords[line.order].toLowerCase() : applicationOrderWords[line.order]}
      </Detail>
      <ul className="money-applied">
        {line.applications.map((one, index) => (
          // One charge can be met twice; only the place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>
            <Money cents={one.cents} /> to{' '}
            {one.reference === '' ? entryKindWords[one.kind].toLowerCase() : one.reference}
            {one.dueOn === null ? null : (
              <>
                {' '}
                due <DayText day={one.dueOn} />
              </>
            )}
            : {partsWords(one.parts)}
          </li>
        ))}
        {line.unappliedCents > 0 ? (
          <li>
            <Money cents={line.unappliedCents} /> waits as credit
          </li>
        ) : null}
      </ul>
    </>
  );
}

function JudgmentLine({ line }: { readonly line: LineOf<'judgment'> }) {
  const rows = [
    [componentWords.principal, line.before.principalCents, line.award.principalCents],
    [componentWords.interest, line.before.interestCents, line.award.interestCents],
    [componentWords.fees, line.before.feesCents, line.award.feesCents],
    [componentWords.costs, line.before.costsCents, line.award.costsCents],
  ] as const;
  const beforeCents = rows.reduce((sum, row) => sum + row[1], 0);
  const awardCents = rows.reduce((sum, row) => sum + row[2], 0);
  return (
    <>
      <strong>Judgment</strong> of {line.court}
      {line.caseNumber === '' ? '' : `, case ${line.caseNumber}`}
      <Detail>Allowed by {line.basis}</Detail>
      <Table className="money-segments" withTableBorder aria-label="Before and after the judgment" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Part</Table.Th>
            <Table.Th ta="right">Owed before</Table.Th>
            <Table.Th ta="right">Awarded</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, before, award]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">
                <Money cents={before} />
              </Table.Td>
              <Table.Td ta="right">
                <Money cents={award} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Together</Table.Th>
            <Table.Th ta="right">
              <Money cents={beforeCents} />
            </Table.Th>
            <Table.Th ta="right">
              <Money cents={awardCents} />
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </>
  );
}
