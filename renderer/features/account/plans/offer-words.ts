/** One logged offer in words. */
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { scheduleOf } from '../../../../shared/domain/plan.ts';
import { shareOf } from '../../../../shared/domain/settlement.ts';
import { formatShare } from '../../../../shared/domain/share.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { scheduleWords } from './schedule-words.ts';

/** What is to be paid, when: the schedule its terms make. */
export function termsWords(terms: OfferRow['terms']): string {
  const schedule = scheduleOf(terms);
  // Terms that make no schedule any more were logged by an older version; their sum still says what was offered.
  if (!schedule.ok) return formatDollars(terms.totalCents);
  return scheduleWords(schedule.value, terms.frequency, terms.uneven !== null);
}

/** `$450.00 of $1,000.00 (45 %)`: of what was owed when it was made. */
export function offerSum({
  totalCents,
  balanceCents,
}: Pick<OfferRow, 'totalCents' | 'balanceCents'>): string {
  if (totalCents === balanceCents) return `${formatDollars(totalCents)}, all that was owed`;
  const share = shareOf(totalCents, balanceCents);
  return `${formatDollars(totalCents)} of ${formatDollars(balanceCents)}${share === null ? '' : ` (${formatShare(share)} %)`}`;
}

/** Who made it and what it answers. */
export function madeByWords({
  madeBy,
  countersOfferId,
}: Pick<OfferRow, 'madeBy' | 'countersOfferId'>): string {
  if (madeBy === 'office') return countersOfferId === null ? 'We offered' : 'We countered';
  return countersOfferId === null ? 'The debtor offered' : 'The debtor countered';
}

/** What accepting does, in one sentence each; the default is said beside it. */
export function acceptWords(offer: OfferRow): string {
  const accounts = offer.accounts.length === 1 ? '' : ` It covers ${offer.accounts.length} accounts.`;
  const forgiven = offer.balanceCents - offer.totalCents;
  const settled =
    offer.kind === 'settlement' && forgiven > 0
      ? ` Once it is paid, ${formatDollars(forgiven)} is forgiven by a settlement adjustment.`
      : '';
  const expires =
    offer.settlement?.expiresOn == null
      ? ''
      : ` It can be accepted until ${dayWords(offer.settlement.expiresOn)}.`;
  return `${formatDollars(offer.totalCents)} in all: ${termsWords(offer.terms)}.${accounts}${settled}${expires} A reminder is set for each instalment’s own day.`;
}
