/**
 * The sheet papers of figures stand on: the letters' own, so that a mailed one shows its address in the same window and
 * nothing else. What carries no address has a low head instead. From the second page on a running header says whose paper it is.
 */
import { spellDay } from '../../domain/days.ts';
import type { LetterData, PartyAccount, PartyDebtor, PartySender } from '../letter-data.ts';
import {
  footMarkup,
  headMarkup,
  type Sheet,
  sampleMark,
  sheetPolicy,
  sheetStyleOf,
} from '../letters/sheet.ts';
import { fillPictures } from '../letters/sheet-head.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';

/** Who writes to whom about which account. `debtor.addressLines` is empty where no address can be used. */
export type PaperParties = Pick<LetterData, 'today' | 'sample'> & {
  readonly sender: PartySender;
  readonly debtor: PartyDebtor;
  readonly account: PartyAccount;
};

const paperStyle = `
.head.low { height: 27mm; }
.head.low .from { left: 9mm; top: 5mm; width: 85mm; font-size: 8.5pt; max-height: none; }
.head.low .from .name { font-size: 11pt; }
.head.low .date { left: auto; right: 0; top: 5mm; text-align: right; }
.head.low .sample { left: auto; right: 0; top: 10mm; width: 58mm; }
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

/** Ours: nothing in it has to be escaped. */
const policy: Markup = { markup: sheetPolicy };

/** What a page builder makes of its facts: everything but the sheet itself. */
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
export function paperSheet({ title, parties, mailed, body, style = '' }: PaperSheet, sheet: Sheet): string {
  const { account, debtor } = parties;
  const running = `${title}, account ${account.number}, ${debtor.name}`;
  // Not by `html`: a style element reads no entities, and `sheetStyleOf` makes the running head safe for it.
  const look: Markup = { markup: `${sheetStyleOf(sheet, running)}${paperStyle}${style}` };
  const page = html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title} - ${account.number}</title>
<style>${look}</style>
</head>
<body>
${headOf(parties, mailed && debtor.addressLines.length > 0, sheet)}
<main class="text">
<h1>${title}</h1>
${body}
</main>
${footMarkup(sheet.head)}
</body>
</html>
`;
  return fillPictures(page.markup, sheet.head);
}

function headOf({ sender, debtor, today, sample }: PaperParties, inWindow: boolean, sheet: Sheet): Markup {
  const date = html`${spellDay(today)}`;
  const mark = sample ? sampleMark : nothingMore;
  if (!inWindow) {
    return html`<div class="head low"><div class="from"><span class="name">${sender.name}</span>${sender.addressLines.map(
      (line) => html`<br>${line}`,
    )}</div><div class="date">${date}</div>${mark}</div>`;
  }
  const address = html`${debtor.addressLines.map((line) => html`<span>${line}</span>`)}`;
  return headMarkup(sheet, { date, address, sample: mark });
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
