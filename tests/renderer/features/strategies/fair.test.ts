/** Groups too small or too different to hold against each other are said to be so. */
import { expect, test } from 'vitest';
import { cautionsOf, shareWords } from '../../../../renderer/features/strategies/fair.ts';
import type { StrategyResult } from '../../../../shared/contract/strategies.ts';

const result = (change: Partial<StrategyResult>): StrategyResult => ({
  strategyId: 1,
  name: 'A',
  version: null,
  entered: 100,
  entryCents: 1_000_000,
  daysPastDueSum: 9_000,
  active: 0,
  reached: 0,
  promises: 0,
  promisesKept: 0,
  plans: 0,
  letters: 0,
  calls: 0,
  objections: 0,
  within: [],
  ...change,
});

test.each([
  [0, 0, '–'],
  [6, 29, '6 of 29'],
  [6, 30, '20.0 % (6 of 30)'],
])('%i of %i', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});

test('alike and large enough, there is nothing to say', () => {
  expect(
    cautionsOf([result({}), result({ name: 'B', entryCents: 1_400_000, daysPastDueSum: 12_000 })]),
  ).toEqual([]);
});

test('too few, other balances, other ages', () => {
  expect(
    cautionsOf([result({}), result({ name: 'B', entered: 12, entryCents: 120_000, daysPastDueSum: 1_080 })]),
  ).toEqual(['Too few to tell: B (12). A comparison needs at least 30 accounts.']);
  const different = cautionsOf([
    result({}),
    result({ name: 'B', entryCents: 2_000_000, daysPastDueSum: 20_000 }),
  ]);
  expect(different.map((text) => text.split(':')[0])).toEqual([
    'The groups differ in balance',
    'The groups differ in age',
  ]);
});
