/**
 * The cover sheet of a print run: what must lie beneath it, counted, and on which sheet each letter begins. It stays in the office; with
 * it one finds after a jam which was the last good letter, and counts what goes to the post.
 */
import { type Day, spellDay } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

export type CoverLetter = {
  readonly place: number;
  readonly firstSheet: number;
  readonly sheets: number;
  readonly debtorName: string;
  readonly number: string;
  readonly templateName: string;
  readonly clientName: string;
  readonly postalCode: string;
  readonly balanceCents: number;
};

export type CoverFacts = {
  readonly officeName: string;
  readonly sample: boolean;
  readonly runName: string;
  readonly runId: number;
  readonly printedOn: Day;
  readonly author: string;
  readonly sortWords: string;
  readonly bothSides: boolean;
  /** Letters of the run that were printed before. */
  readonly before: number;
  readonly letters: readonly CoverLetter[];
};

const style = `
@page { size: 8.5in 11in; margin: 0.6in 0.7in;
  @bottom-right { content: 'Cover ' counter(page) ' of ' counter(pages); font: 8pt ${letterFonts}; color: #444; } }
body { margin: 0; font: 9pt/1.35 ${letterFonts}; color: #000; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1 { font-size: 17pt; margin: 0 0 1pt; }
h2 { font-size: 9.5pt; margin: 9pt 0 2pt; break-after: avoid; }
p { margin: 0 0 7pt; }
.tally { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4pt 12pt; margin: 0 0 6pt; padding: 6pt 0;
  border-top: 1pt solid #000; border-bottom: 1pt solid #000; }
.tally div { display: flex; flex-direction: column-reverse; }
dt { color: #333; font-size: 8pt; }
dd { margin: 0; font-size: 15pt; font-weight: bold; line-height: 1.15; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 24pt; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; border-bottom: 0.8pt solid #000; padding: 1.5pt 6pt 1.5pt 0; font-size: 8pt; }
td { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 1.6pt 6pt 1.6pt 0; }
.sum { text-align: right; white-space: nowrap; }
.box { display: inline-block; width: 8pt; height: 8pt; border: 0.8pt solid #000; margin-right: 5pt; vertical-align: -1pt; }
.line { display: inline-block; min-width: 46mm; border-bottom: 0.6pt solid #000; }
.check { margin: 0 0 3pt; }
`;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** A complete HTML document without scripts or outside references. */
export function runCoverPage(facts: CoverFacts): string {
  const { officeName, sample, runName, runId, printedOn, author, sortWords, bothSides, before, letters } =
    facts;
  const look: Markup = { markup: style };
  const sheets = letters.reduce((sum, letter) => sum + letter.sheets, 0);
  const cents = letters.reduce((sum, letter) => sum + letter.balanceCents, 0);
  const again =
    before === 0
      ? nothingMore
      : html`<p><b>Only what has to be printed still.</b> ${count(before, 'letter')} of this run came out well before and ${before === 1 ? 'is' : 'are'} not in this stack.</p>`;
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Cover sheet, run ${runId}</title>
<style>${look}</style>
</head>
<body>
<h1>${typed(runName)}</h1>
<p>${typed(officeName)}, ${spellDay(printedOn)}, ${typed(author)}. Run ${runId}. ${sortWords}${sample ? ' Sample office: invented people.' : ''} <b>For the office: do not mail this sheet.</b></p>
${again}
<dl class="tally">
<div><dt>Letters</dt><dd>${letters.length.toLocaleString('en-US')}</dd></div>
<div><dt>Sheets beneath this cover${bothSides ? ', printed on both sides' : ''}</dt><dd>${sheets.toLocaleString('en-US')}</dd></div>
<div><dt>Amounts due in these letters</dt><dd>${formatDollars(cents)}</dd></div>
<div><dt>Envelopes needed</dt><dd>${letters.length.toLocaleString('en-US')}</dd></div>
</dl>
<div class="two">
<div>${tallyOf('Letter', letters, ({ templateName }) => templateName)}${tallyOf('Sheets in the envelope', letters, (letter) => count(letter.sheets, 'sheet'))}</div>
<div>${tallyOf('Client', letters, ({ clientName }) => clientName)}
<h2>When it is printed</h2>
<p class="check"><span class="box"></span>Every sheet is there and readable</p>
<p class="check"><span class="box"></span>Spoilt from sheet <span class="line"></span></p>
<p class="check"><span class="box"></span>In envelopes: <span class="line"></span></p>
<p class="check"><span class="box"></span>Mailed on, by whom: <span class="line"></span></p>
</div>
</div>
<h2>Where each letter begins</h2>
<table>
<thead><tr><th scope="col" class="sum">No.</th><th scope="col" class="sum">Sheet</th><th scope="col">Name</th><th scope="col">Account</th><th scope="col">ZIP</th><th scope="col">Letter</th><th scope="col" class="sum">Amount due</th></tr></thead>
<tbody>${letters.map(letterRow)}</tbody>
</table>
</body>
</html>`.markup;
}

function letterRow(letter: CoverLetter): Markup {
  const { place, firstSheet, sheets, debtorName, number, postalCode, templateName, balanceCents } = letter;
  const on =
    sheets === 1
      ? firstSheet.toLocaleString('en-US')
      : `${firstSheet.toLocaleString('en-US')}–${(firstSheet + sheets - 1).toLocaleString('en-US')}`;
  return html`<tr><td class="sum">${place}</td><td class="sum">${on}</td><td>${typed(debtorName)}</td><td>${typed(number)}</td><td>${typed(postalCode)}</td><td>${typed(templateName)}</td><td class="sum">${formatDollars(balanceCents)}</td></tr>`;
}

/** More kinds than this are not listed one by one. */
const mostKinds = 12;

function tallyOf(
  heading: string,
  letters: readonly CoverLetter[],
  kindOf: (letter: CoverLetter) => string,
): Markup {
  const kinds = new Map<string, number>();
  for (const letter of letters) kinds.set(kindOf(letter), (kinds.get(kindOf(letter)) ?? 0) + 1);
  const rows = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const others = rows.slice(mostKinds).reduce((sum, [, number]) => sum + number, 0);
  return html`<h2>${heading}</h2><table><tbody>${rows
    .slice(0, mostKinds)
    .map(([kind, number]) => html`<tr><td>${typed(kind)}</td><td class="sum">${number}</td></tr>`)}${
    others === 0 ? nothingMore : html`<tr><td>Others</td><td class="sum">${others}</td></tr>`
  }</tbody></table>`;
}
