/**
 * The sheet papers of figures stand on: the letters' own, so that a mailed one shows its address in the same window and
 * nothing else. What carries no address has a low head instead. From the second page on a running header says whose paper it is.
 */
import { spellDay } from '../../domain/days.ts';
import type { LetterData, PartyAccount, PartyDebtor, PartySender } from '../letter-data.ts';
import { letterFonts, sheetStyle } from '../letters/sheet.ts';
import { foldsMm, marginsMm, returnBlock } from '../letters/sheet-geometry.ts';
import { cssString, html, type Markup, nothingMore, typed } from './markup.ts';

/** Who writes to whom about which account. `debtor.addressLines` is empty where no address can be used. */
export type PaperParties = Pick<LetterData, 'today' | 'sample'> & {
  readonly sender: PartySender;
  readonly debtor: PartyDebtor;
  readonly account: PartyAccount;
};

const mm = (value: number): string => `${value.toFixed(2)}mm`;

const paperStyle = `
.head.low { height: 27mm; }
.head.low .date { left: auto; right: 0; top: 0; text-align: right; }
.head.low .sample { left: auto; right: 0; top: 6mm; width: 58mm; }
.figures { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.32; margin: 2pt 0 8pt;
  font-variant-numeric: tabular-nums; }
.figures thead { display: table-header-group; }
.figures tr { break-inside: avoid; }
.figures tr.long { break-inside: auto; }
.figures th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 6pt 2pt 0; }
.figures td, .figures tbody th { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2.5pt 6pt 2.5pt 0; font-weight: normal; }
.figures .sum { text-align: right; padding-right: 0; padding-left: 6pt; white-space: nowrap; overflow-wrap: normal; }
.figures .day { white-space: nowrap; }
.figures .strong > *, .figures tr.total > * { font-weight: bold; }
.figures tr.total > * { border-bottom: 0; border-top: 0.8pt solid #000; break-before: avoid; }
.figures .under { color: #333; font-size: 8pt; }
.figures .under > span { display: block; padding-left: 8pt; text-indent: -8pt; }
.figures.narrow { width: 105mm; font-size: 10pt; }
.small { font-size: 8.5pt; line-height: 1.35; }
.said { padding-left: 16pt; margin: 0 0 7pt; }
.said li { margin: 0 0 4pt; break-inside: avoid; }
.together { break-inside: avoid; }
`;

/** What stands before a paper's own text and after it. */
export type PaperSheet = {
  readonly title: string;
  readonly parties: PaperParties;
  /** Whether it is meant for the post; without an address it gets the low head all the same. */
  readonly mailed: boolean;
  readonly body: Markup;
  /** More rules of the look, without anything a person typed. */
  readonly style?: string;
};

/** A complete HTML document without scripts or outside references. */
export function paperSheet({ title, parties, mailed, body, style = '' }: PaperSheet): string {
  const { account, debtor } = parties;
  const running = cssString(`${title}, account ${account.number}, ${debtor.name}`);
  // Not by `html`: a style element reads no entities, and `cssString` has made the text safe for it.
  const look: Markup = {
    markup: `${sheetStyle}${paperStyle}${style}
@page { @top-left { content: ${running}; font: 8pt ${letterFonts}; color: #444; margin-left: ${mm(marginsMm.left - 5)}; white-space: nowrap; overflow: hidden; } }
@page :first { @top-left { content: none; } }`,
  };
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} - ${account.number}</title>
<style>${look}</style>
</head>
<body>
${headOf(parties, mailed && debtor.addressLines.length > 0)}
<main class="text">
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.markup;
}

function headOf({ sender, debtor, today, sample }: PaperParties, inWindow: boolean): Markup {
  const from = html`<div class="from"><span class="name">${sender.name}</span>${sender.addressLines.map(
    (line) => html`<br>${line}`,
  )}</div>`;
  const date = html`<div class="date">${spellDay(today)}</div>`;
  const box = sample
    ? html`<div class="sample">Sample office: invented people, not a real debt.</div>`
    : nothingMore;
  if (!inWindow) return html`<div class="head low">${from}${date}${box}</div>`;
  const folds = foldsMm.map(
    (fold) => html`<div class="fold" style="top: ${mm(fold - returnBlock.topMm)}" role="presentation"></div>`,
  );
  return html`<div class="head">${from}<address class="to">${debtor.addressLines.map(
    (line) => html`<span>${line}</span>`,
  )}</address>${date}${box}${folds}</div>`;
}

/** What a paper is about: account, creditor, and rows of its own. */
export function subjectTable(
  { account, debtor }: PaperParties,
  rows: readonly (readonly [name: string, value: Markup | string, due?: 'due'])[] = [],
): Markup {
  const original =
    account.originalCreditor === '' ||
    account.originalCreditor.toLowerCase() === account.clientName.toLowerCase()
      ? []
      : [['Original creditor', typed(account.originalCreditor)] as const];
  const all: readonly (readonly [string, Markup | string, 'due'?])[] = [
    ['Account', typed(account.number)],
    ['Name', typed(debtor.name)],
    ['Creditor', typed(account.clientName)],
    ...original,
    ...rows,
  ];
  return html`<table class="subject">${all.map(([name, value, due]) => {
    const row = html`<th scope="row">${name}</th><td>${value}</td>`;
    return due ? html`<tr class="due">${row}</tr>` : html`<tr>${row}</tr>`;
  })}</table>`;
}

/** How the office is reached, for the end of a paper. */
export function reachSentence({ sender }: PaperParties): string {
  const hours = sender.hours === '' ? '' : ` (${sender.hours})`;
  const ways = [
    sender.phone === '' ? '' : `call us at ${sender.phone}${hours}`,
    sender.email === '' ? '' : `write to ${sender.email}`,
  ].filter((way) => way !== '');
  if (ways.length > 0) return `You can ${ways.join(' or ')}.`;
  return sender.addressLines.length > 0
    ? 'You can write to us at the address at the head of this paper.'
    : `Please get in touch with ${sender.name}.`;
}

/** How to pay, as the office laid it down. */
export function payParagraph({ sender }: PaperParties): Markup {
  if (sender.howToPay !== '') return html`<p class="typed">${sender.howToPay}</p>`;
  return sender.addressLines.length > 0
    ? html`<p>Please send your payment to ${sender.name} at the address at the head of this paper and write the account number on it.</p>`
    : html`<p>Please pay ${sender.name} and give the account number with your payment.</p>`;
}
