import { describe, expect, test } from 'vitest';
import {
  affordableEach,
  type BudgetEvery,
  type BudgetLine,
  budgetSumsOf,
  monthlyCentsOf,
} from '../../../shared/domain/budget.ts';
import { mostCents } from '../../../shared/domain/money.ts';
import { type PlanFrequency, planFrequencies } from '../../../shared/domain/plan-terms.ts';

test.each<[number, BudgetEvery, number, string]>([
  [60_000, 'week', 260_000, '52/12 exactly'],
  [1, 'week', 4, '4.33'],
  [50_001, 'week', 216_671, '216,671.00'],
  [2, 'week', 9, '8.67'],
  [120_000, 'two_weeks', 260_000, '26/12 exactly'],
  [3, 'two_weeks', 7, '6.5: half a cent up'],
  [1, 'two_weeks', 2, '2.17'],
  [123_456, 'month', 123_456, 'as it is'],
  [6, 'year', 1, '0.5: half a cent up'],
  [5, 'year', 0, '0.42'],
  [mostCents, 'year', 750_000_000_000_000, '90 trillion'],
  [mostCents, 'month', mostCents, '90 trillion'],
])('%i every %s is %i a month (%s)', (amountCents, every, monthly) => {
  expect(monthlyCentsOf({ amountCents, every })).toBe(monthly);
});

describe('a sheet', () => {
  const line = (kind: BudgetLine['kind'], amountCents: number, every: BudgetEvery = 'month'): BudgetLine => ({
    kind,
    amountCents,
    every,
  });
  test.each<[string, BudgetLine[], [number, number, number]]>([
    ['empty', [], [0, 0, 0]],
    ['more comes in', [line('income', 200_000), line('expense', 150_000)], [200_000, 150_000, 50_000]],
    ['more goes out: never below nothing', [line('income', 100), line('expense', 101)], [100, 101, 0]],
    ['each line is rounded, not the sum', [line('income', 1, 'week'), line('income', 1, 'week')], [8, 0, 8]],
    [
      'beyond all counting',
      [line('income', mostCents), line('income', mostCents, 'week')],
      [mostCents, 0, mostCents],
    ],
  ])('%s', (_name, lines, [incomeCents, expensesCents, affordableCents]) => {
    expect(budgetSumsOf(lines)).toEqual({ incomeCents, expensesCents, affordableCents });
  });
});

test('an instalment takes no more than the month allows', () => {
  const each = (monthlyCents: number) =>
    planFrequencies.map((frequency: PlanFrequency) => affordableEach(monthlyCents, frequency));
  expect(each(10_000)).toEqual([2_307, 4_615, 5_000, 10_000, 10_000, 10_000]);
  expect(each(0)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(each(mostCents)[0]).toBe(2_076_923_076_923_076);
});
