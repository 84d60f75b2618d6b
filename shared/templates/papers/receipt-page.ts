/** A receipt: what came in, how, and what it did to each account. The shares and what was taken back add up to the sum received. */
import { spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { paymentMethodWords } from '../../text/labels.ts';
import { chargeWords, partsWords } from './figure-words.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { ReceiptFacts } from './paper-facts.ts';
import { type PaperSheet, reachSentence } from './paper-sheet.ts';

export function receiptPage(facts: ReceiptFacts): PaperSheet {
  const { parties, shares, amountCents, receivedOn, effectiveOn } = facts;
  const row = (name: string, value: Markup | string) =>
    html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
  const body = html`<table class="subject">
${facts.receiptId === null ? nothingMore : row('Receipt no.', facts.receiptId.toString())}
${row('Received from', typed(parties.debtor.name))}
${row('Received on', spellDay(receivedOn))}
${effectiveOn === receivedOn ? nothingMore : row('Counts from', spellDay(effectiveOn))}
${row('By', paymentMethodWords[facts.method])}
${facts.reference === '' ? nothingMore : row('Reference', typed(facts.reference))}
<tr class="due"><th scope="row">Amount received</th><td>${formatDollars(amountCents)}</td></tr>
</table>
<p>We received <strong>${formatDollars(amountCents)}</strong>. It was applied as follows.</p>
<table class="figures">
<colgroup><col style="width: 25mm"><col><col style="width: 30mm"></colgroup>
<thead><tr><th scope="col">Account</th><th scope="col">Applied to</th><th scope="col" class="sum">Amount</th></tr></thead>
<tbody>${shares.map(shareRows)}${(facts.takenBack ?? []).map(takenBackRow)}
<tr class="total"><td colspan="2">Received</td><td class="sum">${formatDollars(amountCents)}</td></tr>
</tbody>
</table>
<table class="figures narrow">
<thead><tr><th scope="col">Account</th><th scope="col">Creditor</th><th scope="col" class="sum">Balance on ${spellDayShort(parties.today)}</th></tr></thead>
<tbody>${shares.map(
    (share) =>
      html`<tr><td>${typed(share.number)}</td><td>${typed(share.clientName)}</td><td class="sum">${formatDollars(share.balanceCents)}</td></tr>`,
  )}</tbody>
</table>
<p class="small">The balance includes interest that has accrued to ${spellDay(parties.today)}, where the account bears any.
A payment by check, card or bank transfer counts once the bank has paid it. ${reachSentence(parties)}</p>`;
  return { title: 'Receipt', parties, mailed: true, body };
}

function takenBackRow(share: { readonly number: string; readonly amountCents: number }): Markup {
  return html`<tr><td>${typed(share.number)}</td><td>Taken back since; it no longer counts on this account</td><td class="sum">${formatDollars(share.amountCents)}</td></tr>`;
}

function shareRows(share: ReceiptFacts['shares'][number]): Markup {
  const applied = share.applications.map(
    ({ kind, reference, dueOn, cents, parts }) =>
      html`<tr><td>${typed(share.number)}</td><td>${typed(chargeWords(kind, reference, ''))}${
        dueOn === null ? '' : `, due ${spellDayShort(dueOn)}`
      } <span class="under">(${partsWords(parts)})</span></td><td class="sum">${formatDollars(cents)}</td></tr>`,
  );
  const kept =
    share.unappliedCents === 0
      ? nothingMore
      : html`<tr><td>${typed(share.number)}</td><td>Kept as credit for later charges</td><td class="sum">${formatDollars(share.unappliedCents)}</td></tr>`;
  return html`${applied}${kept}`;
}
