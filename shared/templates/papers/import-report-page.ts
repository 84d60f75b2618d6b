/**
 * What an import brought in, on paper: for the office's file, or for whoever sent the list. Every row and cent of the file stands in one
 * column of the first table; what was refused, doubtful or brought up to date follows line by line.
 */
import type { ImportReport, ImportTally } from '../../contract/imports.ts';
import { type Day, spellDay } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { debtTypeWords, importSourceWords, rowKindWords } from '../../text/labels.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

export type ImportReportFacts = {
  readonly officeName: string;
  readonly sample: boolean;
  readonly printedOn: Day;
  readonly author: string;
  readonly fileSha256: string;
  /** By the clock of the office. */
  readonly importedAt: string;
  /** `null` while it stands. */
  readonly undoneAt: string | null;
  readonly report: ImportReport;
};

const style = `
@page { size: 8.5in 11in; margin: 0.7in 0.75in;
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 8pt ${letterFonts}; color: #444; } }
body { margin: 0; font: 9pt/1.35 ${letterFonts}; color: #000; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1 { font-size: 15pt; margin: 0 0 2pt; }
h2 { font-size: 11pt; margin: 12pt 0 3pt; break-after: avoid; }
p { margin: 0 0 6pt; }
.undone { border: 1pt solid #000; padding: 3pt 6pt; font-weight: bold; }
.facts { border-collapse: collapse; margin: 6pt 0 4pt; }
.facts th { text-align: left; font-weight: normal; color: #444; padding: 1pt 12pt 1pt 0; vertical-align: top; white-space: nowrap; }
.facts td { padding: 1pt 0; }
.mono { font-family: monospace; font-size: 8pt; }
.lines { border-collapse: collapse; width: 100%; table-layout: fixed; }
.lines thead { display: table-header-group; }
.lines tr { break-inside: avoid; }
.lines thead th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 6pt 2pt 0; }
.lines td, .lines tbody th { text-align: left; font-weight: normal; vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2pt 6pt 2pt 0; }
.lines .sum { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.lines .sum small { display: block; font-size: 8pt; }
.lines .differs { font-weight: bold; }
.small { font-size: 8pt; color: #333; }
`;

type Part = { readonly title: string; readonly rows: keyof ImportTally; readonly cents: keyof ImportTally };

const parts: readonly Part[] = [
  { title: 'In the file', rows: 'rows', cents: 'cents' },
  { title: 'New', rows: 'written', cents: 'writtenCents' },
  { title: 'Brought up to date', rows: 'changed', cents: 'changedCents' },
  { title: 'Already there', rows: 'alreadyThere', cents: 'alreadyThereCents' },
  { title: 'Waiting', rows: 'waiting', cents: 'waitingCents' },
  { title: 'Left out', rows: 'leftOut', cents: 'leftOutCents' },
  { title: 'Kept apart', rows: 'apart', cents: 'apartCents' },
  { title: 'Refused', rows: 'refused', cents: 'refusedCents' },
];

/** A complete HTML document without scripts or outside references. */
export function importReportPage(facts: ImportReportFacts): string {
  const { officeName, sample, printedOn, undoneAt, report } = facts;
  const look: Markup = { markup: style };
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Import report</title>
<style>${look}</style>
</head>
<body>
<h1>Import report</h1>
<p>${typed(officeName)}, printed ${spellDay(printedOn)}${sample ? '. Sample office: invented people' : ''}</p>
${
  undoneAt === null
    ? nothingMore
    : html`<p class="undone">Taken back on ${undoneAt}. Nothing of what follows is in the book any more.</p>`
}
${factsTable(facts)}
${tallyTable(report.tallies)}
${controlTable(report)}
${remarks('Refused rows', 'These rows were not taken.', report.refusals, Math.max(report.import.refused, report.refusals.length))}
${remarks('Rows to check', 'These rows were taken, but a careful clerk would ask about them.', report.doubts, report.doubts.length)}
${changesTable(report)}
</body>
</html>`.markup;
}

function factsTable({ author, fileSha256, importedAt, report }: ImportReportFacts): Markup {
  const { plan } = report;
  const row = report.import;
  const rows: readonly (readonly [string, Markup | string])[] = [
    ['File', typed(row.fileName)],
    ['Read as', importSourceWords[row.source]],
    ['Brought in', author === '' ? importedAt : html`${importedAt}, by ${typed(author)}`],
    ['Client', typed(row.clientName)],
    ['Type of debt', debtTypeWords[plan.debtType]],
    ...(plan.openingAsOf === null ? [] : [['Opening balances as of', spellDay(plan.openingAsOf)] as const]),
    [
      'It made',
      `${count(row.debtors, 'debtor')}, ${count(row.accounts, 'account')}, ${count(row.charges, 'charge')} (${formatDollars(row.chargesCents)}), ${count(row.payments, 'payment')} (${formatDollars(row.paymentsCents)})`,
    ],
    ['Fingerprint of the file', html`<span class="mono">${fileSha256}</span>`],
  ];
  return html`<table class="facts">${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</table>`;
}

function count(number: number, one: string): string {
  return `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
}

function tallyTable(tallies: readonly ImportTally[]): Markup {
  if (tallies.length === 0) return nothingMore;
  const shown = parts.filter(
    ({ rows }, index) => index < 2 || rows === 'refused' || tallies.some((tally) => Number(tally[rows]) > 0),
  );
  return html`<h2>Every row of the file</h2>
<table class="lines">
<thead><tr><th scope="col">Rows</th>${shown.map(({ title }) => html`<th scope="col" class="sum">${title}</th>`)}</tr></thead>
<tbody>${tallies.map(
    (tally) =>
      html`<tr><th scope="row">${rowKindWords[tally.kind]}${isDollars(tally.currency) ? '' : `, ${tally.currency}`}</th>${shown.map(
        ({ rows, cents }) =>
          html`<td class="sum">${Number(tally[rows]).toLocaleString('en-US')}${
            Number(tally[cents]) === 0
              ? nothingMore
              : html`<small>${sum(Number(tally[cents]), tally.currency)}</small>`
          }</td>`,
      )}</tr>`,
  )}</tbody>
</table>
<p class="small">The columns after the first always come to it, in rows and to the cent.</p>`;
}

const isDollars = (currency: string) => currency === '' || currency === 'USD';

function sum(cents: number, currency: string): string {
  const written = formatDollars(cents);
  return isDollars(currency) ? written : `${written.replace('$', '')} ${currency}`;
}

function controlTable({ stated, plan, tallies }: ImportReport): Markup {
  const fileCents = tallies.reduce((cents, tally) => cents + tally.cents, 0);
  const fileRows = tallies.reduce((rows, tally) => rows + tally.rows, 0);
  const lines: readonly (readonly [string, string, string])[] = [
    ...(plan.controlCents === null
      ? []
      : [['Total that was typed', formatDollars(plan.controlCents), formatDollars(fileCents)] as const]),
    ...(plan.controlRows === null
      ? []
      : [
          [
            'Number of rows that was typed',
            plan.controlRows.toLocaleString('en-US'),
            fileRows.toLocaleString('en-US'),
          ] as const,
        ]),
    ...stated.map(
      ({ line, label, cents, summedCents }) =>
        [
          `${label === '' ? 'Total' : label}, line ${line.toLocaleString('en-US')}`,
          formatDollars(cents),
          formatDollars(summedCents),
        ] as const,
    ),
  ];
  if (lines.length === 0 || tallies.length === 0) return nothingMore;
  return html`<h2>Control totals</h2>
<table class="lines">
<colgroup><col><col style="width: 40mm"><col style="width: 40mm"><col style="width: 22mm"></colgroup>
<thead><tr><th scope="col">Control</th><th scope="col" class="sum">It says</th><th scope="col" class="sum">The rows come to</th><th scope="col">Result</th></tr></thead>
<tbody>${lines.map(
    ([name, says, come]) =>
      html`<tr><th scope="row">${typed(name)}</th><td class="sum">${says}</td><td class="sum">${come}</td><td class="${
        says === come ? '' : 'differs'
      }">${says === come ? 'agrees' : 'differs'}</td></tr>`,
  )}</tbody>
</table>`;
}

function remarks(title: string, about: string, rows: ImportReport['refusals'], all: number): Markup {
  if (rows.length === 0) return nothingMore;
  return html`<h2>${title}: ${all.toLocaleString('en-US')}</h2>
<p class="small">${about}</p>
<table class="lines">
<colgroup><col style="width: 14mm"><col style="width: 28mm"><col style="width: 42mm"><col></colgroup>
<thead><tr><th scope="col" class="sum">Line</th><th scope="col">Column</th><th scope="col">Value</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows.map(
    ({ line, column, value, reason }) =>
      html`<tr><td class="sum">${line.toLocaleString('en-US')}</td><td>${typed(column ?? '')}</td><td>${
        value === '' ? '–' : typed(value)
      }</td><td>${reason}</td></tr>`,
  )}</tbody>
</table>
${all > rows.length ? html`<p class="small">And ${(all - rows.length).toLocaleString('en-US')} more, not listed.</p>` : nothingMore}`;
}

function changesTable({ changes, changesCount, plan }: ImportReport): Markup {
  if (changes.length === 0) return nothingMore;
  return html`<h2>${plan.changed === 'update' ? 'Brought up to date' : 'Otherwise than the book'}: ${changesCount.toLocaleString('en-US')}</h2>
<p class="small">${
    plan.changed === 'update'
      ? 'The file said otherwise than the book, and the book was changed.'
      : 'The file said otherwise than the book. The book was left as it was.'
  }</p>
<table class="lines">
<colgroup><col style="width: 14mm"><col style="width: 48mm"><col style="width: 28mm"><col><col></colgroup>
<thead><tr><th scope="col" class="sum">Line</th><th scope="col">Of</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">In the file</th></tr></thead>
<tbody>${changes.map(
    ({ line, of, what, before, after }) =>
      html`<tr><td class="sum">${line.toLocaleString('en-US')}</td><td>${typed(of)}</td><td>${what}</td><td>${typed(before)}</td><td>${typed(after)}</td></tr>`,
  )}</tbody>
</table>
${changesCount > changes.length ? html`<p class="small">And ${(changesCount - changes.length).toLocaleString('en-US')} more, not listed.</p>` : nothingMore}`;
}
