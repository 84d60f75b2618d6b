/**
 * A list of the book on paper: sheets lying on their side, the head repeated on each, sums at the end. What does not fit is said, not left
 * out in silence.
 */
import type { Cell, CellKind, TableColumn } from '../../domain/export.ts';
import { formatCents } from '../../domain/money.ts';
import { dayWords } from '../../text/day-words.ts';
import { minuteWords } from '../../text/moment-words.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

export type ListPageFacts = {
  readonly officeName: string;
  readonly sample: boolean;
  readonly title: string;
  readonly about: readonly string[];
  /** When and by whom it was made, in words. */
  readonly made: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows there are besides those printed. */
  readonly leftOut: number;
};

const style = `
@page { size: 11in 8.5in; margin: 0.5in 0.55in 0.6in;
  @bottom-left { content: 'Confidential: personal and financial information'; font: 8pt ${letterFonts}; color: #333; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 8pt ${letterFonts}; color: #333; } }
body { margin: 0; font: 8.5pt/1.3 ${letterFonts}; color: #000; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
table.tight { overflow-wrap: anywhere; }
h1 { font-size: 15pt; margin: 0 0 2pt; }
p { margin: 0 0 3pt; }
.small { font-size: 8pt; color: #333; margin-bottom: 8pt; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 0.7em 2pt 0; white-space: normal; }
td { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2pt 0.7em 2pt 0; }
th:last-child, td:last-child { padding-right: 0; }
.sum { text-align: right; }
td.sum, td.day { white-space: nowrap; }
tr.total > * { font-weight: bold; border-bottom: 0; border-top: 0.8pt solid #000; break-before: avoid; }
.record { break-inside: avoid; border-bottom: 0.4pt solid #bbb; padding: 4pt 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 1pt 1em; overflow-wrap: anywhere; }
.record b { font-weight: normal; color: #333; }
.record b::after { content: ': '; }
.record.total { font-weight: bold; border-bottom: 0; border-top: 0.8pt solid #000; }
.rest { margin-top: 8pt; font-weight: bold; }
`;

/** Of the sheet between its margins, in points. */
const sheetWidth = 713;
const largest = 8.5;
const smallest = 5.5;
/** Needing less than this, words would fall apart to single letters: each row then stands as a block of its own. */
const tooSmall = 5;

/** The type in which no word has to be broken, as far as it can be read; below that words break. */
function sizeFor({ columns, rows }: ListPageFacts): number {
  const longestWord = (text: string) =>
    text.split(/[\s-]+/).reduce((most, word) => Math.max(most, word.length), 0);
  const signs = columns.reduce((sum, { kind, title }, index) => {
    const cells = rows.reduce((most, row) => {
      const text = cellWords(kind, row[index] ?? null);
      return Math.max(most, kind === 'text' ? Math.min(24, longestWord(text)) : text.length);
    }, 0);
    return sum + Math.max(cells, longestWord(title)) + 1.3;
  }, 0);
  return Math.min(largest, sheetWidth / (signs * 0.54));
}

const numbers: ReadonlySet<CellKind> = new Set(['integer', 'money', 'percent']);
const classOf = (kind: CellKind): string =>
  numbers.has(kind) ? 'sum' : kind === 'day' || kind === 'moment' ? 'day' : '';

/** A complete HTML document without scripts or outside references. */
export function listPage(facts: ListPageFacts): string {
  const { officeName, sample, title, about, made, columns, rows, leftOut } = facts;
  const wanted = sizeFor(facts);
  const size = Math.max(smallest, wanted);
  // Ours alone: a number and rules without anything a person typed.
  const look: Markup = { markup: `${style}table { font-size: ${size.toFixed(1)}pt; }` };
  const count = `${rows.length.toLocaleString('en-US')} ${rows.length === 1 ? 'row' : 'rows'}`;
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${look}</style>
</head>
<body>
<h1>${typed(title)}</h1>
<p>${typed(officeName)}${sample ? '. Sample office: invented people' : ''}</p>
${about.length === 0 ? nothingMore : html`<p>${typed(about.join('; '))}</p>`}
<p class="small">${typed(made)}. ${count}${leftOut === 0 ? '' : ` of ${(rows.length + leftOut).toLocaleString('en-US')}`}.</p>
${
  rows.length === 0
    ? html`<p>Nothing stands in this list.</p>`
    : wanted < tooSmall
      ? html`${rows.map((row) => recordOf(columns, row, ''))}${totalRecord(facts)}`
      : html`<table class="${size === smallest ? 'tight' : ''}">
<thead><tr>${columns.map(({ title: name, kind }) => html`<th scope="col" class="${classOf(kind)}">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map(({ kind }, index) => cellOf(kind, row[index] ?? null))}</tr>`)}
${totalRow(facts)}</tbody>
</table>`
}
${leftOut === 0 ? nothingMore : html`<p class="rest">${leftOut.toLocaleString('en-US')} more ${leftOut === 1 ? 'row is' : 'rows are'} not on these pages. Narrow the list, or save it as a spreadsheet to have them all.</p>`}
</body>
</html>`.markup;
}

function cellOf(kind: CellKind, cell: Cell): Markup {
  const text = cellWords(kind, cell);
  return html`<td class="${classOf(kind)}">${kind === 'text' ? typed(text) : text}</td>`;
}

/** A cell as people read it: `1,234.50`, `12 Mar 2026`, `12 Mar 2026, 9:05 AM`, `7.25 %`. */
export function cellWords(kind: CellKind, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (kind === 'money') return formatCents(cell);
    if (kind === 'percent') return `${formatCents(cell)} %`;
    return cell.toLocaleString('en-US');
  }
  if (kind === 'day') return dayWords(cell);
  if (kind !== 'moment') return cell;
  const [day = '', hour = '', minute = ''] = cell.split(/[T:]/);
  return `${dayWords(day)}, ${minuteWords(Number(hour) * 60 + Number(minute))}`;
}

/** Of many columns what is filled, four beside each other, each with its heading. */
function recordOf(columns: readonly TableColumn[], row: readonly Cell[], more: string): Markup {
  const filled = columns.flatMap(({ kind, title }, index) => {
    const text = cellWords(kind, row[index] ?? null);
    return text === '' ? [] : [html`<div><b>${title}</b>${kind === 'text' ? typed(text) : text}</div>`];
  });
  return html`<div class="record ${more}">${filled}</div>`;
}

function totalRecord({ columns, rows, leftOut }: ListPageFacts): Markup {
  if (leftOut > 0 || !columns.some(({ summed }) => summed)) return nothingMore;
  const sums = columns.map(({ summed }, index) => (summed ? sumOf(rows, index) : null));
  return html`<p class="rest">Total</p>${recordOf(columns, sums, 'total')}`;
}

function sumOf(rows: ListPageFacts['rows'], index: number): number {
  return rows.reduce((sum, row) => {
    const cell = row[index];
    return typeof cell === 'number' ? sum + cell : sum;
  }, 0);
}

/** Sums of what may be added up; none where rows are missing or a balance runs through the rows. */
function totalRow({ columns, rows, leftOut }: ListPageFacts): Markup {
  if (leftOut > 0 || !columns.some(({ summed }) => summed)) return nothingMore;
  const cells = columns.map(({ kind, summed }, index) => {
    if (!summed) return html`<td>${index === 0 ? 'Total' : ''}</td>`;
    return html`<td class="sum">${cellWords(kind, sumOf(rows, index))}</td>`;
  });
  return html`<tr class="total">${cells}</tr>`;
}
