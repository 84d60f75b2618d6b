import { expect, test } from 'vitest';
import { matchOf, nameWordsOf, numberWordsOf } from '../../../shared/domain/search.ts';

test.each([
  ['garcia', '"garcia"*'],
  ['Nuñez  Ana', '"nunez"* AND "ana"*'],
  ["O'Brien", '("obrien"* OR "o brien"*)'],
  ['512-555', '("512555"* OR "512 555"*)'],
  ['a" OR b*', '"a"* AND "or"* AND "b"*'],
  ['NOT x', '"not"* AND "x"*'],
  ['names:secret', '("namessecret"* OR "names secret"*)'],
])('%s is searched as %s', (typed, expected) => {
  expect(matchOf(typed)).toBe(expected);
});

test.each(['', '  ', '"', '*()', '—'])('nothing can be searched of %j', (typed) => {
  expect(matchOf(typed)).toBeNull();
});

test('a long text is cut at twelve words', () => {
  expect(matchOf('w '.repeat(60))?.split(' AND ')).toHaveLength(12);
});

test('numbers are known by their parts, run together and without leading zeros', () => {
  expect(numberWordsOf('AC-00123')).toEqual(expect.arrayContaining(['ac', '00123', 'ac00123', '123']));
  expect(numberWordsOf('000')).toContain('0');
  expect(numberWordsOf('55')).toEqual(['55']);
  expect(numberWordsOf('-')).toEqual([]);
});

test('a name with an apostrophe is known both ways', () => {
  expect(nameWordsOf("Pat O'Brien")).toBe('pat obrien pat o brien');
  expect(nameWordsOf('Castro-Vega, Ana')).toBe('castro vega ana');
});
