/**
 * The sheet that goes to the post with a day's mail, to be stamped there: who mailed what to whom, by which service, under which
 * number, for how much. It holds what the post's own form for accountable mail asks for, laid out for this office.
 */
import { showArticle } from '../../domain/article-number.ts';
import { type Day, spellDay } from '../../domain/days.ts';
import type { MailClass } from '../../domain/mail.ts';
import { formatDollars } from '../../domain/money.ts';
import { mailClassWords } from '../../text/mail-words.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

export type MailSheetLine = {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly class: MailClass;
  readonly articleNumber: string;
  readonly receiptNumber: string;
  readonly postageCents: number;
  readonly accountNumber: string;
  readonly letterId: number;
};

export type MailSheetFacts = {
  readonly senderLines: readonly string[];
  readonly sample: boolean;
  readonly mailedOn: Day;
  /** The run it is of; empty for everything of the day. */
  readonly runName: string;
  readonly lines: readonly MailSheetLine[];
  readonly author: string;
};

const style = `
@page { size: 11in 8.5in; margin: 0.55in 0.6in 0.6in;
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 8pt ${letterFonts}; color: #333; } }
body { margin: 0; font: 9pt/1.3 ${letterFonts}; color: #000; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
header { display: grid; grid-template-columns: 1fr 1fr 2.6in; gap: 0.25in; align-items: start; margin-bottom: 9pt; }
h1 { font-size: 15pt; margin: 0 0 2pt; }
h2 { font-size: 8pt; font-weight: normal; color: #333; margin: 0 0 2pt; }
p { margin: 0; }
.stamp { border: 1pt solid #000; height: 1.25in; padding: 4pt 6pt; box-sizing: border-box; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 7pt 2pt 0; font-size: 8pt; }
td { vertical-align: top; border-bottom: 0.4pt solid #999; padding: 3pt 7pt 3pt 0; }
th:last-child, td:last-child { padding-right: 0; }
.sum { text-align: right; white-space: nowrap; }
.number { white-space: nowrap; }
.small { font-size: 8pt; color: #333; }
.end { break-inside: avoid; margin-top: 12pt; display: grid; grid-template-columns: 1.25fr 1fr; gap: 0.35in; align-items: start; }
.end table td, .end table th { border-bottom-width: 0.4pt; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0.42in 0.2in; align-content: start; }
.sign div { border-top: 0.8pt solid #000; padding-top: 2pt; margin-top: 0.42in; font-size: 8pt; color: #333; }
`;

/** A complete HTML document without scripts or outside references. */
export function mailSheetPage(facts: MailSheetFacts): string {
  const { senderLines, sample, mailedOn, runName, lines, author } = facts;
  const look: Markup = { markup: style };
  const total = lines.reduce((cents, { postageCents }) => cents + postageCents, 0);
  const withReceipt = lines.some(({ receiptNumber }) => receiptNumber !== '');
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Proof of mailing</title>
<style>${look}</style>
</head>
<body>
<header>
<div><h1>Proof of mailing</h1><p>${spellDay(mailedOn)}${runName === '' ? nothingMore : html`<br>Run: ${typed(runName)}`}${sample ? html`<br>Sample office: invented people` : nothingMore}</p></div>
<div><h2>Mailed by</h2><p>${linesOf(senderLines)}</p></div>
<div class="stamp"><h2>Stamp of the post office, with the day</h2></div>
</header>
<table>
<thead><tr><th scope="col" class="sum">No.</th><th scope="col">Number of the piece</th>${withReceipt ? html`<th scope="col">Return receipt</th>` : nothingMore}<th scope="col">Service</th><th scope="col">Addressee</th><th scope="col">Our reference</th><th scope="col" class="sum">Postage</th></tr></thead>
<tbody>${lines.map((line, index) => row(line, index + 1, withReceipt))}</tbody>
</table>
<div class="end">
<table>
<thead><tr><th scope="col">Service</th><th scope="col" class="sum">Pieces</th><th scope="col" class="sum">Postage</th></tr></thead>
<tbody>${byClass(lines).map(({ name, pieces, cents }) => html`<tr><td>${name}</td><td class="sum">${pieces}</td><td class="sum">${formatDollars(cents)}</td></tr>`)}
<tr><td><b>Pieces listed by the sender</b></td><td class="sum"><b>${lines.length}</b></td><td class="sum"><b>${formatDollars(total)}</b></td></tr></tbody>
</table>
<div class="sign"><div>Pieces received at the post office</div><div>Received by (employee of the post)</div><div>Entered by ${typed(author)}</div><div>Signature of the sender</div></div>
</div>
</body>
</html>`.markup;
}

function linesOf(lines: readonly string[]): readonly Markup[] {
  return lines.map((line, index) => (index === 0 ? typed(line) : html`<br>${typed(line)}`));
}

function row(line: MailSheetLine, number: number, withReceipt: boolean): Markup {
  const receipt = withReceipt
    ? html`<td class="number">${line.receiptNumber === '' ? '' : showArticle(line.receiptNumber)}</td>`
    : nothingMore;
  return html`<tr><td class="sum">${number}</td><td class="number">${line.articleNumber === '' ? '–' : showArticle(line.articleNumber)}</td>${receipt}<td>${mailClassWords[line.class]}</td><td><b>${typed(line.name)}</b><br><span class="small">${line.addressLines.length === 0 ? 'Address not on file' : typed(line.addressLines.join(', '))}</span></td><td>${typed(line.accountNumber)}<br><span class="small">Letter ${line.letterId}</span></td><td class="sum">${formatDollars(line.postageCents)}</td></tr>`;
}

function byClass(lines: readonly MailSheetLine[]) {
  const sums = new Map<MailClass, { name: string; pieces: number; cents: number }>();
  for (const { class: ofClass, postageCents } of lines) {
    const sum = sums.get(ofClass) ?? { name: mailClassWords[ofClass], pieces: 0, cents: 0 };
    sum.pieces += 1;
    sum.cents += postageCents;
    sums.set(ofClass, sum);
  }
  return [...sums.values()];
}
