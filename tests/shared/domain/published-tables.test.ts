/**
 * Amortisation tables that others published. All of them reckon by equal months, which is 30/360 from one day of the month
 * to the same of the next. Where a table was made with a payment rounded to the nearest cent or without rounding its
 * lines, only what that leaves alike is compared; the note at the table says so.
 *
 * - CFPB: sample Loan Estimate of a fixed rate loan, form H-24(B) of appendix H to 12 CFR part 1026 (Ficus Bank, 15 February
 *   2013). $162,000, 30 years, 3.875 %: $761.78 a month, to the nearest cent; in 5 years $15,773 of principal paid off.
 * - A programming exercise kept in the data set nvidia/Nemotron-CC-Math-v1 ("customized loan amortization table"): $1,000 at
 *   9 % over six months, the payment rounded up and the last one adjusted, as here.
 * - "Math 352, Theory of Interest, Amortization Project" (scribd.com, documents 360526230 and 376507990): $150,000 at
 *   3.625 % over 360 months and $130,000 at 3.8 % over 180. They carry fractions of cents, which show from line 9 and line 5 on.
 *
 * Read on 2026-11-22.
 */
import { expect, it } from 'vitest';
import { scheduleOf } from '../../../shared/domain/plan.ts';
import type { ScheduledInstalment } from '../../../shared/domain/plan-terms.ts';

function tableOf(totalCents: number, rate: string, count: number): readonly ScheduledInstalment[] {
  const schedule = scheduleOf({
    totalCents,
    count,
    frequency: 'monthly',
    firstOn: '2026-02-01',
    interest: { rate, dayCount: 'thirty_360', fromOn: '2026-01-01', baseCents: totalCents },
  });
  if (!schedule.ok) throw new Error(schedule.error.code);
  return schedule.value;
}

/** Payment, to interest, to principal, what is left. */
function linesOf(table: readonly ScheduledInstalment[]): number[][] {
  return table.map(({ amountCents, interestCents = 0, leftCents = 0 }) => [
    amountCents,
    interestCents,
    amountCents - interestCents,
    leftCents,
  ]);
}

it('pays $1,000 off in six months as the exercise does, to the last cent', () => {
  expect(linesOf(tableOf(100_000, '9', 6))).toEqual([
    [17_107, 750, 16_357, 83_643],
    [17_107, 627, 16_480, 67_163],
    [17_107, 504, 16_603, 50_560],
    [17_107, 379, 16_728, 33_832],
    [17_107, 254, 16_853, 16_979],
    [17_106, 127, 16_979, 0],
  ]);
});

it('begins $150,000 over 30 years as the course does', () => {
  expect(linesOf(tableOf(15_000_000, '3.625', 360)).slice(0, 8)).toEqual([
    [68_408, 45_313, 23_095, 14_976_905],
    [68_408, 45_243, 23_165, 14_953_740],
    [68_408, 45_173, 23_235, 14_930_505],
    [68_408, 45_103, 23_305, 14_907_200],
    [68_408, 45_032, 23_376, 14_883_824],
    [68_408, 44_962, 23_446, 14_860_378],
    [68_408, 44_891, 23_517, 14_836_861],
    [68_408, 44_820, 23_588, 14_813_273],
  ]);
});

it('begins $130,000 over 15 years as the course does', () => {
  expect(linesOf(tableOf(13_000_000, '3.8', 180)).slice(0, 4)).toEqual([
    [94_862, 41_167, 53_695, 12_946_305],
    [94_862, 40_997, 53_865, 12_892_440],
    [94_862, 40_826, 54_036, 12_838_404],
    [94_862, 40_655, 54_207, 12_784_197],
  ]);
});

it('pays off in five years what the Loan Estimate says', () => {
  const table = tableOf(16_200_000, '3.875', 360);
  // The sample rounds $761.784 down; here it goes up, so that the last payment is not the largest.
  expect(table[0]?.amountCents).toBe(76_179);
  const paidOff = 16_200_000 - (table[59]?.leftCents ?? 0);
  expect(Math.round(paidOff / 100)).toBe(15_773);
  expect(table.at(-1)?.leftCents).toBe(0);
});
