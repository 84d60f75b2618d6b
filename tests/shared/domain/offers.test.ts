import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FloorPolicy } from '../../../shared/domain/floors.ts';
import { type OfferQuestion, offersOf } from '../../../shared/domain/offers.ts';
import { sumOf } from '../../../shared/domain/plan.ts';
import { planFrequencies } from '../../../shared/domain/plan-terms.ts';

const none: FloorPolicy = { leastPaymentCents: null, longestMonths: null, leastSettlementShare: null };
const question: OfferQuestion = {
  totalCents: 100_000,
  balanceCents: 100_000,
  kind: 'plan',
  frequency: 'monthly',
  firstOn: '2027-01-15',
};
const counts = (change: Partial<OfferQuestion>, policy: Partial<FloorPolicy> = {}) =>
  offersOf({ ...question, ...change }, { ...none, ...policy }).map((offer) => offer.count);

describe('offers', () => {
  test.each<[string, Partial<OfferQuestion>, Partial<FloorPolicy>, number[]]>([
    ['a usual sum', {}, {}, [3, 6, 12, 18, 36]],
    ['a large one goes to five years', { totalCents: 10_000_000 }, {}, [3, 6, 18, 36, 60]],
    ['a client’s longest term', {}, { longestMonths: 12 }, [3, 4, 6, 9, 12]],
    ['a client’s least payment', {}, { leastPaymentCents: 16_000 }, [3, 4, 6]],
    ['one instalment fits what can be paid', { affordableCents: 7_000 }, {}, [3, 6, 15, 18, 36]],
    ['a small sum', { totalCents: 4_000 }, {}, [1, 2, 3, 4]],
    ['three cents', { totalCents: 3 }, {}, [2, 3]],
    ['a cent', { totalCents: 1 }, {}, [1]],
    ['nothing owed', { totalCents: 0 }, {}, []],
    ['fortnights', { frequency: 'two_weekly' }, { longestMonths: 6 }, [7, 9, 13]],
  ])('%s', (_name, change, policy, expected) => expect(counts(change, policy)).toEqual(expected));

  test('say what they cost and what they go below', () => {
    const interest = { rate: '12', dayCount: 'thirty_360', fromOn: '2026-12-15' } as const;
    const offers = offersOf(
      { ...question, interest, affordableCents: 9_000 },
      { ...none, leastPaymentCents: 10_000 },
    );
    for (const {
      schedule,
      paidCents,
      interestCents,
      totalCents,
      affordable,
      amountCents,
      count,
      months,
    } of offers) {
      expect(sumOf(schedule)).toBe(paidCents);
      expect(paidCents - interestCents).toBe(totalCents);
      expect(affordable).toBe(amountCents <= 9_000);
      expect(months).toBe(count - 1);
    }
    expect(offers.map((offer) => offer.brokenFloors.length > 0)).toEqual(
      offers.map((offer) => offer.amountCents < 10_000),
    );
    expect(offers.some((offer) => offer.brokenFloors.length > 0)).toBe(true);
  });

  test('are three to five for any usual sum, shortest first, each dearer a time than the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 1_000_000_000 }),
        fc.constantFrom(...planFrequencies),
        fc.option(fc.integer({ min: 1, max: 1_000_000 })),
        (totalCents, frequency, affordableCents) => {
          const offers = offersOf(
            { ...question, totalCents, balanceCents: totalCents, frequency, affordableCents },
            none,
          );
          expect(offers.length).toBeGreaterThanOrEqual(3);
          expect(offers.length).toBeLessThanOrEqual(5);
          for (const [index, offer] of offers.entries()) {
            const before = offers[index - 1];
            if (before) expect(offer.count).toBeGreaterThan(before.count);
            if (before) expect(offer.amountCents).toBeLessThanOrEqual(before.amountCents);
          }
        },
      ),
    );
  });
});
