/**
 * Coupons: one slip for each instalment that is still to be paid, to be torn off and sent in with it; the stub on its left
 * is kept. Four or five fit a page, and none is split over two.
 */
import { spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { CouponFacts } from './paper-facts.ts';
import type { PaperSheet } from './paper-sheet.ts';

const couponStyle = `
.coupon { display: flex; height: 48mm; box-sizing: border-box; border-bottom: 0.8pt dashed #000; break-inside: avoid; padding-top: 3mm;
  font-size: 8.5pt; line-height: 1.35; overflow: hidden; }
.coupon:first-child { border-top: 0.8pt dashed #000; }
.coupon .stub { width: 42mm; flex: none; padding-right: 4mm; border-right: 0.8pt dashed #000; margin-bottom: 3mm; }
.coupon .slip { flex: 1; padding-left: 5mm; display: grid; grid-template-columns: 1fr 50mm; gap: 0 5mm; align-content: start; min-width: 0; }
.coupon h2 { font-size: 9.5pt; margin: 0 0 2mm; grid-column: 1 / -1; }
.coupon dl { display: grid; grid-template-columns: auto 1fr; gap: 0.6mm 3mm; margin: 0; }
.coupon dt { color: #444; } .coupon dd { margin: 0; min-width: 0; font-variant-numeric: tabular-nums; }
.coupon .big { font-size: 11pt; font-weight: bold; }
.coupon .blank { border-bottom: 0.5pt solid #000; min-width: 22mm; height: 4.5mm; }
.coupon .remit { overflow: hidden; max-height: 34mm; }
.coupon .remit span { display: block; }
.coupon .remit .quiet { color: #444; }
`;

export function couponsPage(facts: CouponFacts): PaperSheet {
  const { parties, instalments, kind } = facts;
  const open = instalments.filter(({ amountCents, paidCents }) => amountCents > paidCents);
  const last = instalments.reduce((most, { number }) => Math.max(most, number), 0);
  const sumCents = open.reduce((sum, { amountCents, paidCents }) => sum + amountCents - paidCents, 0);
  const body = html`<p>${kind === 'settlement' ? 'Settlement' : 'Payment plan'} of ${typed(parties.debtor.name)}, account ${accountWords(
    facts.accounts,
  )}: ${open.length} ${open.length === 1 ? 'payment' : 'payments'}, <strong>${formatDollars(sumCents)}</strong> in all. Tear off the slip of
each payment and send it in with it; keep the stub.</p>
<div>${open.map((instalment) => coupon(facts, instalment, last))}</div>`;
  return { title: 'Payment coupons', parties, mailed: false, body, style: couponStyle };
}

function coupon(
  { parties, accounts }: CouponFacts,
  { number, dueOn, amountCents, paidCents }: CouponFacts['instalments'][number],
  last: number,
): Markup {
  const name = number === 0 ? 'Down payment' : `Payment ${number} of ${last}`;
  const amount = formatDollars(amountCents - paidCents);
  const rest =
    paidCents === 0
      ? nothingMore
      : html`<dt>Paid of ${formatDollars(amountCents)}</dt><dd>${formatDollars(paidCents)}</dd>`;
  return html`<section class="coupon"><div class="stub"><h2>${name}</h2><dl>
<dt>Due</dt><dd>${spellDayShort(dueOn)}</dd><dt>Amount</dt><dd>${amount}</dd>
<dt>Paid on</dt><dd class="blank"></dd><dt>Check no.</dt><dd class="blank"></dd></dl></div>
<div class="slip"><h2>${name}: ${spellDay(dueOn)}</h2><dl>
<dt>Due day</dt><dd class="big">${spellDayShort(dueOn)}</dd><dt>Amount due</dt><dd class="big">${amount}</dd>${rest}
<dt>Account</dt><dd>${accountWords(accounts)}</dd><dt>Name</dt><dd>${typed(parties.debtor.name)}</dd>
<dt>Enclosed</dt><dd class="blank">$</dd></dl>
<div class="remit"><span class="quiet">Pay to and send to</span><span><strong>${parties.sender.name}</strong></span>${parties.sender.addressLines.map(
    (line) => html`<span>${line}</span>`,
  )}</div></div></section>`;
}

/** All numbers while they are few, so that a slip keeps its size. */
function accountWords(accounts: readonly string[]): Markup {
  const shown = accounts.length > 3 ? accounts.slice(0, 1) : accounts;
  const more = accounts.length - shown.length;
  return html`${typed(shown.join(', '))}${more === 0 ? '' : ` and ${more} more`}`;
}
