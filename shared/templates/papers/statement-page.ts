/** A statement of account: opening balance, every line of the period with the balance after it, closing balance. */
import { addDays, spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { StatementFacts } from './paper-facts.ts';
import { type PaperSheet, payParagraph, reachSentence, subjectTable } from './paper-sheet.ts';
import type { StatementFigures, StatementLine } from './statement-figures.ts';

export function statementPage({ parties, figures }: StatementFacts): PaperSheet {
  const { fromOn, toOn, openingCents, closingCents } = figures;
  const before = addDays(fromOn, -1);
  const body = html`${subjectTable(parties, [
    ['Period', `${spellDay(fromOn)} to ${spellDay(toOn)}`],
    ['Closing balance', formatDollars(closingCents), 'due'],
  ])}
${summary(figures)}
<h2>Every line of the period</h2>
<table class="figures">
<colgroup><col style="width: 21mm"><col><col style="width: 23mm"><col style="width: 23mm"><col style="width: 24mm"></colgroup>
<thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col" class="sum">Charged</th><th scope="col" class="sum">Credited</th><th scope="col" class="sum">Balance</th></tr></thead>
<tbody>
<tr class="strong"><td class="day">${spellDayShort(before)}</td><td>Opening balance${
    figures.openingAccruedCents === 0
      ? ''
      : `, ${formatDollars(figures.openingAccruedCents)} of it interest accrued and not posted yet`
  }</td><td class="sum"></td><td class="sum"></td><td class="sum">${formatDollars(openingCents)}</td></tr>
${figures.lines.map(lineRow)}
${figures.lines.length === 0 ? html`<tr><td></td><td colspan="4">Nothing was posted in this period.</td></tr>` : nothingMore}
<tr class="total"><td class="day">${spellDayShort(toOn)}</td><td>Closing balance</td><td class="sum">${formatDollars(charged(figures.lines))}</td><td class="sum">${formatDollars(credited(figures.lines))}</td><td class="sum">${formatDollars(closingCents)}</td></tr>
</tbody>
</table>
${takenBack(figures)}
${closingCents > 0 ? html`<h2>How to pay</h2>${payParagraph(parties)}` : nothingMore}
<p class="small">Lines stand under the day they count from. Interest is rounded to the cent when it is posted. If you
believe a line is wrong, tell us which and why. ${reachSentence(parties)}</p>`;
  return { title: 'Statement of account', parties, mailed: true, body };
}

/** What each kind of line came to; the sums lead from the opening to the closing balance. */
function summary({ fromOn, toOn, openingCents, sums, closingCents }: StatementFigures): Markup {
  const rows = [
    ['Charges, fees and costs', sums.charge],
    ['Interest', sums.interest],
    ['Judgment, in place of what was owed', sums.judgment],
    ['Payments and credits', sums.relief],
  ] as const;
  return html`<table class="figures narrow"><tbody>
<tr><th scope="row">Opening balance, ${spellDayShort(addDays(fromOn, -1))}</th><td class="sum">${formatDollars(openingCents)}</td></tr>
${rows
  .filter(([, cents]) => cents !== 0)
  .map(
    ([name, cents]) =>
      html`<tr><th scope="row">${name}</th><td class="sum">${formatDollars(cents)}</td></tr>`,
  )}
<tr class="total"><th scope="row">Closing balance, ${spellDayShort(toOn)}</th><td class="sum">${formatDollars(closingCents)}</td></tr>
</tbody></table>`;
}

function lineRow({ on, what, detail, cents, balanceCents }: StatementLine): Markup {
  const more = detail === '' ? nothingMore : html`<div class="under">${typed(detail)}</div>`;
  return html`<tr><td class="day">${spellDayShort(on)}</td><td>${typed(what)}${more}</td><td class="sum">${
    cents >= 0 ? formatDollars(cents) : ''
  }</td><td class="sum">${cents < 0 ? formatDollars(-cents) : ''}</td><td class="sum">${formatDollars(balanceCents)}</td></tr>`;
}

function charged(lines: readonly StatementLine[]): number {
  return lines.reduce((sum, { cents }) => sum + Math.max(0, cents), 0);
}

function credited(lines: readonly StatementLine[]): number {
  return lines.reduce((sum, { cents }) => sum + Math.max(0, -cents), 0);
}

function takenBack({ takenBack: lines }: StatementFigures): Markup {
  if (lines.length === 0) return nothingMore;
  return html`<h2>Taken back, and not counted above</h2>
<ul class="said">${lines.map(
    ({ on, what, reason }) =>
      html`<li>${spellDayShort(on)}: ${what}${reason === '' ? '' : html` (${typed(reason)})`}</li>`,
  )}</ul>`;
}
