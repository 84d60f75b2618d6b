import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchPromises,
  type PromisePayment,
  type PromiseState,
  type PromiseToMatch,
  promiseStateOf,
} from '../../../shared/domain/promise.ts';

const promise = { amountCents: 10_000, dueOn: '2026-11-10', cancelled: false };

// Due on the 10th; three days of grace make the 13th the last day.
test.each<[string, number, PromiseState, string]>([
  ['2026-11-09', 0, 'open', 'the day before'],
  ['2026-11-10', 0, 'open', 'the day itself'],
  ['2026-11-13', 0, 'open', 'the last day of grace'],
  ['2026-11-14', 0, 'broken', 'the day after'],
  ['2026-11-13', 9_999, 'open', 'a cent short within the grace'],
  ['2026-11-14', 9_999, 'partly_kept', 'a cent short after it'],
  ['2026-11-09', 10_000, 'kept', 'paid early'],
  ['2027-11-14', 10_001, 'kept', 'paid, long ago'],
])('on %s with %i received it is %s: %s', (asOf, receivedCents, state) => {
  expect(promiseStateOf({ ...promise, receivedCents }, asOf)).toBe(state);
});

test('one taken back stays so', () => {
  expect(promiseStateOf({ ...promise, cancelled: true, receivedCents: 10_000 }, '2026-11-30')).toBe(
    'cancelled',
  );
});

describe('payments against the promises of an account', () => {
  const to = (promiseId: number, dueOn: string, change: Partial<PromiseToMatch> = {}): PromiseToMatch => ({
    promiseId,
    amountCents: 10_000,
    madeOn: '2026-11-01',
    afterEntryId: 100,
    dueOn,
    cancelled: false,
    ...change,
  });
  const paid = (effectiveOn: string, amountCents: number, entryId = 200): PromisePayment => ({
    effectiveOn,
    amountCents,
    entryId,
  });
  const first = to(1, '2026-11-10');
  const second = to(2, '2026-11-20');
  test.each<[string, PromiseToMatch[], PromisePayment[], number[]]>([
    ['nothing came in', [first, second], [], [0, 0]],
    [
      'each cent counts once, for the sooner one first',
      [second, first],
      [paid('2026-11-05', 15_000)],
      [10_000, 5_000],
    ],
    ['what is left over counts for none', [first], [paid('2026-11-05', 15_000)], [10_000]],
    ['several make up one', [first], [paid('2026-11-05', 4_000), paid('2026-11-13', 6_000)], [10_000]],
    ['through the last day of grace', [first], [paid('2026-11-13', 10_000)], [10_000]],
    ['not the day after it', [first], [paid('2026-11-14', 10_000)], [0]],
    ['late for one, in time for the next', [first, second], [paid('2026-11-14', 10_000)], [0, 10_000]],
    ['from the day it was made', [first], [paid('2026-11-01', 10_000)], [10_000]],
    ['not from before', [first], [paid('2026-10-31', 10_000)], [0]],
    ['not what was posted before', [first], [paid('2026-11-05', 10_000, 99)], [0]],
    ['nor the last entry of before', [first], [paid('2026-11-05', 10_000, 100)], [0]],
    ['but the next one', [first], [paid('2026-11-05', 10_000, 101)], [10_000]],
    [
      'a cancelled one takes nothing',
      [to(1, '2026-11-10', { cancelled: true }), second],
      [paid('2026-11-05', 10_000)],
      [0, 10_000],
    ],
    [
      'the sooner one made later leaves the earlier payment to the other',
      [to(1, '2026-11-10', { madeOn: '2026-11-06', afterEntryId: 150 }), second],
      [paid('2026-11-02', 10_000, 120), paid('2026-11-07', 10_000)],
      [10_000, 10_000],
    ],
    [
      'the same due day: by the order they were made',
      [to(4, '2026-11-10'), to(3, '2026-11-10')],
      [paid('2026-11-05', 10_000)],
      [10_000, 0],
    ],
  ])('%s', (_name, promises, payments, expected) => {
    const received = matchPromises(promises, payments, 3);
    const byId = [...promises].sort((a, b) => a.promiseId - b.promiseId);
    expect(byId.map(({ promiseId }) => received.get(promiseId))).toEqual(expected);
  });

  test('no cent counts twice and no promise takes more than it is', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-11-${number}`);
    const cents = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ amountCents: cents, madeOn: day, dueOn: day, cancelled: fc.boolean() }), {
          maxLength: 6,
        }),
        fc.array(fc.record({ amountCents: cents, effectiveOn: day, entryId: fc.constant(5) }), {
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 5 }),
        (promises, payments, graceDays) => {
          const numbered = promises.map((one, index) => ({ ...one, promiseId: index + 1, afterEntryId: 0 }));
          const received = matchPromises(numbered, payments, graceDays);
          let taken = 0;
          for (const { promiseId, amountCents } of numbered) {
            const part = received.get(promiseId) ?? -1;
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(amountCents);
            taken += part;
          }
          expect(taken).toBeLessThanOrEqual(payments.reduce((sum, payment) => sum + payment.amountCents, 0));
        },
      ),
    );
  });
});
