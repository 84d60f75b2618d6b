/** What becomes of the rows, by kind and currency: every row and every cent of the file is in exactly one column. */
import { Table } from '@mantine/core';
import type { ImportTally } from '../../../shared/contract/imports.ts';
import { rowKindWords } from '../../../shared/text/labels.ts';
import { AgreeMark } from './agree-mark.tsx';
import { sumOf } from './trial-words.ts';

type Part = {
  readonly title: string;
  readonly rows: keyof ImportTally;
  readonly cents: keyof ImportTally;
  /** Shown though nothing is in it. */
  readonly always?: boolean;
  readonly care?: boolean;
};

const parts: readonly Part[] = [
  { title: 'New', rows: 'written', cents: 'writtenCents', always: true },
  { title: 'Brought up to date', rows: 'changed', cents: 'changedCents' },
  { title: 'Already there', rows: 'alreadyThere', cents: 'alreadyThereCents' },
  { title: 'Waiting for an account', rows: 'waiting', cents: 'waitingCents' },
  { title: 'Left out', rows: 'leftOut', cents: 'leftOutCents' },
  { title: 'Kept apart', rows: 'apart', cents: 'apartCents' },
  { title: 'Refused', rows: 'refused', cents: 'refusedCents', always: true, care: true },
];

const figure = (tally: ImportTally, key: keyof ImportTally) => Number(tally[key]);

/** Whether the parts of a tally come to it, in rows and in cents. */
export function addsUp(tally: ImportTally): boolean {
  const rows = parts.reduce((sum, part) => sum + figure(tally, part.rows), 0);
  const cents = parts.reduce((sum, part) => sum + figure(tally, part.cents), 0);
  return rows === tally.rows && cents === tally.cents;
}

export type TallyTableProps = { readonly tallies: readonly ImportTally[]; readonly label: string };

export function TallyTable({ tallies, label }: TallyTableProps) {
  const shown = parts.filter(
    ({ always, rows, cents }) =>
      always || tallies.some((tally) => figure(tally, rows) !== 0 || figure(tally, cents) !== 0),
  );
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table className="import-tallies" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Rows of the file</Table.Th>
            <Table.Th ta="right">In the file</Table.Th>
            {shown.map(({ title }) => (
              <Table.Th key={title} ta="right">
                {title}
              </Table.Th>
            ))}
            <Table.Th ta="right">Adds up</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tallies.map((tally) => (
            <Table.Tr key={`${tally.kind} ${tally.currency}`}>
              <Table.Th scope="row">
                {rowKindWords[tally.kind]}
                {tally.currency === '' || tally.currency === 'USD' ? '' : `, ${tally.currency}`}
              </Table.Th>
              <Figure rows={tally.rows} cents={tally.cents} currency={tally.currency} />
              {shown.map(({ title, rows, cents, care }) => (
                <Figure
                  key={title}
                  rows={figure(tally, rows)}
                  cents={figure(tally, cents)}
                  currency={tally.currency}
                  care={care === true && figure(tally, rows) > 0}
                />
              ))}
              <Table.Td ta="right">
                <AgreeMark agrees={addsUp(tally)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type FigureProps = {
  readonly rows: number;
  readonly cents: number;
  readonly currency: string;
  readonly care?: boolean;
};

function Figure({ rows, cents, currency, care = false }: FigureProps) {
  return (
    <Table.Td
      ta="right"
      className="import-tally"
      data-care={care || undefined}
      data-none={rows === 0 || undefined}
    >
      <b>{rows.toLocaleString('en-US')}</b>
      {cents === 0 ? null : <span>{sumOf(cents, currency)}</span>}
    </Table.Td>
  );
}
