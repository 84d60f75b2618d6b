/** Lines that are no rows (titles, heads of sections, totals), and the totals the file itself states. */
import { Table, Text } from '@mantine/core';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { Money } from '../../components/money.tsx';
import { AgreeMark } from './agree-mark.tsx';
import { countOf } from './import-words.ts';

type Why = ImportPreview['skipped'][number]['why'];

export const skippedWords: Readonly<Record<Why, { readonly one: string; readonly many: string }>> = {
  title: { one: 'title', many: 'titles' },
  section: { one: 'section', many: 'heads of sections' },
  total: { one: 'total', many: 'totals' },
  repeated_header: { one: 'names again', many: 'repeated names of the columns' },
  empty_part: { one: 'empty part', many: 'empty parts' },
  no_debt: { one: 'no debt', many: 'lines on which nothing is owed' },
};

/** `3 titles, 5 totals`. */
export function skippedSummary(skipped: ImportPreview['skipped']): string {
  const counts = new Map<Why, number>();
  for (const { why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .map(([why, count]) => countOf(count, skippedWords[why].one, skippedWords[why].many))
    .join(', ');
}

export function SkippedLines({ preview }: { readonly preview: ImportPreview }) {
  const { skipped, skippedCount } = preview;
  if (skippedCount === 0) return null;
  const more = skippedCount - skipped.length;
  return (
    <details className="import-skipped">
      <summary>
        {countOf(skippedCount, 'line is no row', 'lines are no rows')}
        {more > 0 ? '' : `: ${skippedSummary(skipped)}`}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="import-skipped-list" aria-label="Lines that are no rows" tabIndex={0}>
        <Table>
          <Table.Tbody>
            {skipped.map(({ line, why, text }) => (
              <Table.Tr key={line}>
                <Table.Td ta="right" w={64}>
                  {line.toLocaleString('en-US')}
                </Table.Td>
                <Table.Td w={130}>{skippedWords[why].one}</Table.Td>
                <Table.Td className="import-wrap">{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {more > 0 ? (
          <Text size="xs" c="dimmed" p="xs">
            and {more.toLocaleString('en-US')} more, not listed
          </Text>
        ) : null}
      </section>
    </details>
  );
}

/** What the file says it comes to, beside what its rows come to. */
export function StatedTotals({ stated }: { readonly stated: ImportPreview['stated'] }) {
  if (stated.length === 0) return null;
  const wrong = stated.filter(({ cents, summedCents }) => cents !== summedCents);
  const shown = wrong.length > 0 ? wrong.slice(0, 5) : stated.slice(-1);
  return (
    <ul className="import-stated" aria-label="Totals the file states">
      {shown.map(({ line, label, cents, summedCents }) => (
        <li key={line}>
          <span>
            {label === '' ? 'Total' : label} (line {line.toLocaleString('en-US')}): the file says{' '}
            <Money cents={cents} />, its rows come to <Money cents={summedCents} />
          </span>
          <AgreeMark agrees={cents === summedCents} />
        </li>
      ))}
      {wrong.length === 0 && stated.length > 1 ? (
        <li>
          <span>{countOf(stated.length, 'stated total')} in all</span>
          <AgreeMark agrees />
        </li>
      ) : null}
      {wrong.length > 5 ? (
        <li>{countOf(wrong.length - 5, 'more total differs', 'more totals differ')}</li>
      ) : null}
    </ul>
  );
}
