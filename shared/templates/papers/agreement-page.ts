/**
 * A plan or settlement on paper, to be signed: amount, dates, method, what a default does, what is forgiven. What the book
 * does not know (how it is paid, how it is reported) is left to be filled in by hand and never guessed.
 *
 * What such a paper should say is practice and not one rule: several states ask for a written copy (23 NYCRR 1.5 within five
 * business days, D.C. Code 28-3814 within seven days). It states no tax consequence, because only some creditors file a
 * Form 1099-C (26 CFR 1.6050P-1), and it warns that paying may revive a debt whose time to sue has passed (12 CFR 1006.26).
 */
import { spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { planFrequencyWords } from '../../text/labels.ts';
import { daysWords } from './figure-words.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { AgreementFacts } from './paper-facts.ts';
import { type PaperSheet, payParagraph, subjectTable } from './paper-sheet.ts';

const agreementStyle = `
.fill { display: inline-block; border-bottom: 0.5pt solid #000; min-width: 70mm; height: 4.5mm; }
.fill.wide { display: block; height: 7mm; }
.boxes span { margin-right: 10pt; white-space: nowrap; }
.boxes i { display: inline-block; width: 3mm; height: 3mm; border: 0.6pt solid #000; margin-right: 3pt; vertical-align: -0.3mm; }
.signed { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 12mm; margin-top: 6mm; break-inside: avoid; }
.signed div { border-top: 0.5pt solid #000; margin-top: 12mm; padding-top: 1mm; font-size: 8.5pt; }
`;

export function agreementPage(facts: AgreementFacts): PaperSheet {
  const { parties, plan } = facts;
  const settlement = plan.settlement !== null;
  const title = settlement ? 'Settlement agreement' : 'Payment plan agreement';
  const sumCents = plan.instalments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const body = html`${subjectTable(parties, [
    ['Agreed on', spellDay(plan.startedOn)],
    [plan.version > 1 ? `To pay, version ${plan.version}` : 'To pay', formatDollars(sumCents), 'due'],
  ])}
<p>${typed(parties.debtor.name)} and ${parties.sender.name} agree as follows.</p>
${owedSection(facts)}
${paymentSection(facts, sumCents)}
<h2>How it is paid</h2>
<p class="boxes">${['check', 'money order', 'card', 'bank transfer (ACH)', 'cash', 'other'].map(
    (way) => html`<span><i></i>${way}</span>`,
  )}</p>
${payParagraph(parties)}
<p class="small">A recurring transfer from a bank account needs a separate written authorization, of which you get a copy. Any payment can
also be made without a fee by check or money order.</p>
<h2>If a payment is late</h2>
<p>${defaultWords(facts)}</p>
<h2>What is forgiven</h2>
<p>${forgivenWords(facts)}</p>
<h2>Credit reporting</h2>
<p>How this agreement is reported, if the account is reported at all: <span class="fill wide"></span></p>
<h2>Time limit for a suit</h2>
<p>If the time in which a court may be asked to enforce this debt has passed or soon will, a payment or a signed promise to pay can
in some states start that time again. You may ask for advice before you sign.</p>
<p>Nothing else was agreed. Each side keeps a signed copy.</p>
<div class="signed">
<div>${typed(parties.debtor.name)}, signature</div><div>Date</div>
<div>For ${parties.sender.name}, signature and name</div><div>Date</div>
</div>`;
  return { title, parties, mailed: true, body, style: agreementStyle };
}

function owedSection({ plan, accounts }: AgreementFacts): Markup {
  const sumCents = accounts.reduce((sum, { agreedCents }) => sum + agreedCents, 0);
  const all =
    plan.settlement === null || plan.settlement.agreedBalanceCents === sumCents
      ? nothingMore
      : html`<p>With interest accrued by then, ${formatDollars(plan.settlement.agreedBalanceCents)} was owed in all.</p>`;
  return html`<h2>What it is about</h2>
<table class="figures">
<thead><tr><th scope="col">Account</th><th scope="col">Creditor</th><th scope="col" class="sum">Owed on ${spellDayShort(plan.startedOn)}</th></tr></thead>
<tbody>${accounts.map(
    ({ number, creditor, agreedCents }) =>
      html`<tr><td>${typed(number)}</td><td>${typed(creditor)}</td><td class="sum">${formatDollars(agreedCents)}</td></tr>`,
  )}
<tr class="total"><td colspan="2">Together</td><td class="sum">${formatDollars(sumCents)}</td></tr>
</tbody>
</table>
${all}`;
}

function paymentSection({ plan, interestRate }: AgreementFacts, sumCents: number): Markup {
  const paid = plan.instalments.some(({ paidCents }) => paidCents !== 0);
  let leftCents = sumCents;
  const before = plan.totalCents - sumCents;
  const rows = plan.instalments.map(({ number, dueOn, amountCents, paidCents }) => {
    leftCents -= amountCents;
    return html`<tr><td>${number === 0 ? 'Down payment' : number.toString()}</td><td class="day">${spellDayShort(dueOn)}</td><td class="sum">${formatDollars(
      amountCents,
    )}</td>${paid ? html`<td class="sum">${formatDollars(paidCents)}</td>` : nothingMore}<td class="sum">${formatDollars(leftCents)}</td></tr>`;
  });
  const paidCents = plan.instalments.reduce((sum, instalment) => sum + instalment.paidCents, 0);
  const interest =
    interestRate === null
      ? plan.settlement
        ? nothingMore
        : html`<p class="small">No interest is reckoned into these payments. Interest that accrues on an account meanwhile, where it bears any,
is owed besides.</p>`
      : html`<p class="small">The payments include interest at ${interestRate} % a year as it accrues while they are paid on their days;
earlier payments lower it and later ones raise it.</p>`;
  return html`<h2>What is paid and when</h2>
<p>${formatDollars(sumCents)} in ${plan.instalments.length === 1 ? 'one payment' : `${plan.instalments.length} payments`}${
    plan.instalments.length > 2 ? `, ${planFrequencyWords[plan.frequency].toLowerCase()}` : ''
  }:</p>
<table class="figures">
<thead><tr><th scope="col">Payment</th><th scope="col">Due day</th><th scope="col" class="sum">Amount</th>${
    paid ? html`<th scope="col" class="sum">Paid so far</th>` : nothingMore
  }<th scope="col" class="sum">Left after it</th></tr></thead>
<tbody>${rows}
<tr class="total"><td colspan="2">Together</td><td class="sum">${formatDollars(sumCents)}</td>${
    paid ? html`<td class="sum">${formatDollars(paidCents)}</td>` : nothingMore
  }<td class="sum"></td></tr>
</tbody>
</table>
${before > 0 ? html`<p class="small">${formatDollars(before)} was paid before under earlier terms of the plan; these take their place.</p>` : nothingMore}
${interest}`;
}

function defaultWords({ plan, graceDays }: AgreementFacts): string {
  const grace =
    graceDays === 0
      ? 'A payment is missed when it has not arrived on its due day.'
      : `A payment is missed when it has not arrived ${daysWords(graceDays)} after its due day.`;
  if (plan.settlement === null)
    return `${grace} The plan can then be ended. What is still owed, less everything paid, is then due by the terms of the account.`;
  return plan.settlement.onDefault === 'full_balance_less_paid'
    ? `${grace} The settlement can then be ended. The full balance of ${formatDollars(plan.settlement.agreedBalanceCents)}, less everything paid, and interest where the account bears any, is then owed again, and nothing is forgiven.`
    : `${grace} The settlement stands all the same: what is unpaid of the ${formatDollars(plan.totalCents)} stays owed, and nothing beyond it.`;
}

function forgivenWords({ plan }: AgreementFacts): string {
  if (plan.settlement === null) return 'Nothing is forgiven by this plan.';
  const { forgivenCents, expiresOn } = plan.settlement;
  const until =
    expiresOn === null
      ? ''
      : ` The settlement can be accepted until ${spellDay(expiresOn)}; after that day it lapses.`;
  return `Once the last payment has been made, ${formatDollars(forgivenCents)} is forgiven and the account is settled. Before that nothing is forgiven.${until}`;
}
