import { expect, test } from 'vitest';
import { type PromiseState, promiseStateOf } from '../../../shared/domain/promise.ts';

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
