/** What may be entered at all: slips of the hand stop at the door, before anything is written. */
import { describe, expect, test } from 'vitest';
import { enteredDay, longText } from '../../shared/contract/call.ts';
import { contract } from '../../shared/contract/contract.ts';
import { isDay, latestDay } from '../../shared/domain/days.ts';
import { scheduleOf } from '../../shared/domain/plan.ts';
import { lastDayToKeep } from '../../shared/domain/promise.ts';

describe('a day', () => {
  test.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['0000-01-01', false],
    ['0026-11-21', false],
    ['9999-12-31', false],
    ['2026-02-29', false],
  ])('%s may be entered: %s', (day, fine) => {
    expect(enteredDay.safeParse(day).success).toBe(fine);
    const promise = { accountId: 1, amountCents: 100, dueOn: day };
    expect(contract['promises.record'].input.safeParse(promise).success).toBe(fine);
  });

  test('what runs on from the latest is still a day that compares as text', () => {
    expect(isDay(lastDayToKeep(latestDay))).toBe(true);
    const schedule = scheduleOf({ totalCents: 60_000, count: 600, frequency: 'monthly', firstOn: latestDay });
    expect(schedule.ok && schedule.value.every(({ dueOn }) => isDay(dueOn))).toBe(true);
  });
});

test.each([
  ['a note', 'Called', true],
  ['a note that begins on the second line', '\n Called', true],
  ['nothing', '', false],
  ['blanks', ' \n\t ', false],
])('%s', (_, text, fine) => {
  expect(longText.safeParse(text).success).toBe(fine);
});
