/** Which number comes first and what is said for it. */
import { expect, test } from 'vitest';
import { type NumberToTry, orderNumbers, whyNumber } from '../../../shared/domain/call-order.ts';

const number = (phoneId: number, change: Partial<NumberToTry> = {}): NumberToTry => ({
  phoneId,
  kind: 'mobile',
  status: 'unverified',
  outcome: 'allowed',
  mayStart: 'yes',
  earliestAt: null,
  reachedOn: null,
  reachedAt: null,
  consented: false,
  triedInSevenDays: 0,
  objection: null,
  ...change,
});

test('first what may be called, then where they were reached, then what is known to be theirs', () => {
  const numbers = [
    number(1, { mayStart: 'no', objection: 'It is night there.' }),
    number(2, { mayStart: 'with_reason', outcome: 'blocked', status: 'wrong' }),
    number(3, { kind: 'work', status: 'current' }),
    number(4, { triedInSevenDays: 2 }),
    number(5),
    number(6, { status: 'current' }),
    number(7, { status: 'current', consented: true }),
    number(8, { reachedAt: 5, reachedOn: '2026-11-02', triedInSevenDays: 3 }),
    number(9, { mayStart: 'no', earliestAt: 100, objection: 'Too early.' }),
  ];
  expect(orderNumbers(numbers).map(({ phoneId }) => phoneId)).toEqual([8, 7, 6, 5, 4, 3, 2, 9, 1]);
});

test('says what speaks for it, or what stands in the way', () => {
  expect(whyNumber(number(1, { reachedOn: '2026-11-02', reachedAt: 5, status: 'current' }))).toBe(
    'Spoken with here on November 2, 2026, known to be theirs.',
  );
  expect(whyNumber(number(1, { triedInSevenDays: 1, kind: 'other' }))).toBe('Not confirmed yet.');
  expect(whyNumber(number(1, { status: 'wrong' }))).toBe('Reached somebody else.');
  expect(whyNumber(number(1, { mayStart: 'no', objection: 'It is night there.' }))).toBe(
    'It is night there.',
  );
  expect(whyNumber(number(1, { status: 'do_not_call' }))).toBe('Marked as not to be called.');
});
