import { describe, expect, test } from 'vitest';
import { scheduleOf } from '../../../shared/domain/plan.ts';

const terms = { totalCents: 100_000, frequency: 'monthly', firstOn: '2026-12-01' } as const;

function amounts(count: number, amountCents: number | null): number[] | string {
  const schedule = scheduleOf({ ...terms, count, amountCents });
  return schedule.ok ? schedule.value.map((instalment) => instalment.amountCents) : schedule.error.code;
}

describe('a plan over an amount the debtor named', () => {
  test.each<[number, number | null, number[] | string, string]>([
    [7, 15_000, [15_000, 15_000, 15_000, 15_000, 15_000, 15_000, 10_000], 'the last takes the rest'],
    [5, 20_000, [20_000, 20_000, 20_000, 20_000, 20_000], 'it divides exactly'],
    [3, null, [33_334, 33_334, 33_332], 'nothing named: split evenly'],
    [6, 15_000, 'plan.too_small', 'six of them do not pay it off'],
    [8, 15_000, 'plan.paid_off_sooner', 'the eighth would be nothing'],
    [1, 0, 'plan.too_small', 'nothing each time'],
  ])('%i of %s: %s', (count, amountCents, expected) => {
    expect(amounts(count, amountCents)).toEqual(expected);
  });
});
