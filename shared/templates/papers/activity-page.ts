/** The log of a day or some days as a page for the office's own file: totals first, then everything in its order. */
import { type Day, spellDay } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

export type ActivityLine = {
  /** The day, where the log is of several, and the time of the office. */
  readonly when: string;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly what: string;
  readonly amountCents: number | null;
  readonly author: string;
};

export type ActivityFacts = {
  readonly officeName: string;
  readonly sample: boolean;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly totals: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly ActivityLine[];
  /** Lines there are besides those printed. */
  readonly more: number;
};

const style = `
@page { size: 8.5in 11in; margin: 0.7in 0.75in;
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 8pt ${letterFonts}; color: #444; } }
body { margin: 0; font: 9pt/1.35 ${letterFonts}; color: #000; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1 { font-size: 15pt; margin: 0 0 2pt; }
p { margin: 0 0 8pt; }
dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4pt 12pt; margin: 0 0 10pt; }
dt { color: #444; font-size: 8pt; }
dd { margin: 0; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; border-bottom: 0.8pt solid #000; padding: 2pt 6pt 2pt 0; }
td { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2pt 6pt 2pt 0; }
.sum { text-align: right; white-space: nowrap; }
.when { white-space: nowrap; }
`;

/** A complete HTML document without scripts or outside references. */
export function activityPage(facts: ActivityFacts): string {
  const { officeName, sample, fromOn, toOn, totals, lines, more } = facts;
  const days = fromOn === toOn ? spellDay(fromOn) : `${spellDay(fromOn)} to ${spellDay(toOn)}`;
  const look: Markup = { markup: style };
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Activity log</title>
<style>${look}</style>
</head>
<body>
<h1>Activity log</h1>
<p>${typed(officeName)}, ${days}${sample ? '. Sample office: invented people' : ''}</p>
<dl>${totals.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${
  lines.length === 0
    ? html`<p>Nothing was recorded in this time.</p>`
    : html`<table>
<thead><tr><th scope="col">Time</th><th scope="col">Debtor</th><th scope="col">Account</th><th scope="col">What</th><th scope="col" class="sum">Amount</th><th scope="col">By</th></tr></thead>
<tbody>${lines.map(lineRow)}</tbody>
</table>`
}
${more === 0 ? nothingMore : html`<p>And ${more.toLocaleString('en-US')} more entries. Print fewer days to see them all.</p>`}
</body>
</html>`.markup;
}

function lineRow({ when, debtorName, accountNumber, what, amountCents, author }: ActivityLine): Markup {
  const amount = amountCents === null ? '' : formatDollars(amountCents);
  return html`<tr><td class="when">${when}</td><td>${typed(debtorName)}</td><td>${typed(accountNumber)}</td><td>${typed(what)}</td><td class="sum">${amount}</td><td>${typed(author)}</td></tr>`;
}
