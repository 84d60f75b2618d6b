/** A payoff quote: what pays the account off through a day, what that is made of, and each day after it. */
import { addDays, spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { balanceParts, exactDollars } from './figure-words.ts';
import { html, type Markup } from './markup.ts';
import type { PayoffFacts } from './paper-facts.ts';
import { type PaperSheet, payParagraph, reachSentence, subjectTable } from './paper-sheet.ts';

export function payoffPage({ parties, explanation }: PayoffFacts): PaperSheet {
  const { asOf, totalCents } = explanation;
  const owed = totalCents > 0;
  const name = owed ? 'Payoff amount' : 'Balance';
  const body = html`${subjectTable(parties, [
    ['Good through', spellDay(asOf)],
    [name, formatDollars(totalCents), 'due'],
  ])}
${
  owed
    ? html`<p><strong>${formatDollars(totalCents)}</strong> pays this account in full if it reaches us by
<strong>${spellDay(asOf)}</strong>. It is made up of:</p>`
    : html`<p>Nothing is owed on this account as of ${spellDay(asOf)}. How that comes about:</p>`
}
<table class="figures narrow">
<thead><tr><th scope="col">Part</th><th scope="col" class="sum">Amount</th></tr></thead>
<tbody>${balanceParts(explanation).map(
    ({ name: part, cents }) =>
      html`<tr><th scope="row">${part}</th><td class="sum">${formatDollars(cents)}</td></tr>`,
  )}
<tr class="total"><th scope="row">${name}</th><td class="sum">${formatDollars(totalCents)}</td></tr>
</tbody>
</table>
${perDiem(explanation)}
${owed ? html`<h2>How to pay</h2>${payParagraph(parties)}` : ''}
<p class="small">The quote was made on ${spellDayShort(parties.today)} and holds unless a payment is returned by the bank or
a charge is added before then; ask for a new one if you are not sure. ${reachSentence(parties)}</p>`;
  return { title: 'Payoff quote', parties, mailed: true, body };
}

function perDiem({ asOf, perDiem: { cents, unrounded }, totalCents }: PayoffFacts['explanation']): Markup {
  if (totalCents <= 0) return html``;
  if (/^[0.]*$/.test(unrounded))
    return html`<p>No interest accrues on this account at present: the amount stays the same after
${spellDayShort(asOf)} unless something is added or paid.</p>`;
  return html`<p>After ${spellDay(asOf)} add <strong>${formatDollars(cents)} for each day</strong> of interest (exactly
${exactDollars(unrounded)}): one day for a payment on ${spellDayShort(addDays(asOf, 1))}, two on ${spellDayShort(addDays(asOf, 2))}, and so on.
Interest is rounded to the cent once, so several days together may differ by a cent.</p>`;
}
