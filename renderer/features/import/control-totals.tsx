/** What the file says it comes to and what somebody said it does, held against what was read. */
import { Table } from '@mantine/core';
import type { DryRun } from '../../../shared/contract/imports.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { AgreeMark } from './agree-mark.tsx';
import { countOf } from './import-words.ts';

export type ControlTotalsProps = {
  readonly stated: DryRun['stated'];
  readonly fileCents: number;
  readonly rows: number;
  /** As typed; `null` for nothing. */
  readonly typedCents: number | null;
  readonly typedRows: number | null;
};

const listed = 6;

export function ControlTotals({ stated, fileCents, rows, typedCents, typedRows }: ControlTotalsProps) {
  const wrong = stated.filter(({ cents, summedCents }) => cents !== summedCents);
  const shown = [...wrong, ...stated.filter((total) => !wrong.includes(total)).reverse()].slice(0, listed);
  if (shown.length === 0 && typedCents === null && typedRows === null) return null;
  const rest = stated.length - shown.length;
  return (
    <Table className="import-controls" aria-label="Control totals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Control</Table.Th>
          <Table.Th ta="right">It says</Table.Th>
          <Table.Th ta="right">The rows come to</Table.Th>
          <Table.Th>Result</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {typedCents === null ? null : (
          <Table.Tr>
            <Table.Th scope="row">Total you typed</Table.Th>
            <Table.Td ta="right">{formatDollars(typedCents)}</Table.Td>
            <Table.Td ta="right">{formatDollars(fileCents)}</Table.Td>
            <Table.Td>
              <Compared one={typedCents} other={fileCents} money />
            </Table.Td>
          </Table.Tr>
        )}
        {typedRows === null ? null : (
          <Table.Tr>
            <Table.Th scope="row">Number of rows you typed</Table.Th>
            <Table.Td ta="right">{typedRows.toLocaleString('en-US')}</Table.Td>
            <Table.Td ta="right">{rows.toLocaleString('en-US')}</Table.Td>
            <Table.Td>
              <Compared one={typedRows} other={rows} />
            </Table.Td>
          </Table.Tr>
        )}
        {shown.map(({ line, label, cents, summedCents }) => (
          <Table.Tr key={line}>
            <Table.Th scope="row">
              {label === '' ? 'Total' : label}, line {line.toLocaleString('en-US')}
            </Table.Th>
            <Table.Td ta="right">{formatDollars(cents)}</Table.Td>
            <Table.Td ta="right">{formatDollars(summedCents)}</Table.Td>
            <Table.Td>
              <Compared one={cents} other={summedCents} money />
            </Table.Td>
          </Table.Tr>
        ))}
        {rest > 0 ? (
          <Table.Tr>
            <Table.Td colSpan={3}>
              {countOf(rest, 'more total of the file', 'more totals of the file')}
            </Table.Td>
            <Table.Td>
              <AgreeMark agrees={wrong.length <= listed} />
            </Table.Td>
          </Table.Tr>
        ) : null}
      </Table.Tbody>
    </Table>
  );
}

type ComparedProps = { readonly one: number; readonly other: number; readonly money?: boolean };

function Compared({ one, other, money = false }: ComparedProps) {
  if (one === other) return <AgreeMark agrees />;
  return money ? (
    <AgreeMark agrees={false} byCents={one - other} />
  ) : (
    <AgreeMark agrees={false} byRows={one - other} />
  );
}
