import { describe, expect, test } from 'vitest';
import {
  displayNameOf,
  foldText,
  guessKind,
  matchKeyOf,
  sortKeyOf,
  splitName,
} from '../../../shared/domain/names.ts';

describe('splitting a person’s name', () => {
  test.each([
    ['GARCIA LOPEZ, ANA M', 'ANA M', 'GARCIA LOPEZ', ''],
    ['Ana M. Garcia', 'Ana M.', 'Garcia', ''],
    ["O'BRIEN JR, PAT", 'PAT', "O'BRIEN", 'Jr'],
    ['Smith, John, Jr.', 'John', 'Smith', 'Jr'],
    ['Smith, Jr., John', 'John', 'Smith', 'Jr'],
    ['John Smith, III', 'John', 'Smith', 'III'],
    ['Ludwig van der Berg', 'Ludwig', 'van der Berg', ''],
    ['van der Berg', '', 'van der Berg', ''],
    ['Al Green', 'Al', 'Green', ''],
    ['Prince', '', 'Prince', ''],
    ['  ', '', '', ''],
    [',', '', '', ''],
  ])('%s', (name, given, family, suffix) => {
    expect(splitName(name)).toEqual({ given, family, suffix });
  });

  test('loses no word of a name', () => {
    for (const name of ['Smith, John, Jr., Esq.', 'A B C D', 'Doe, Jane, Ann']) {
      const { given, family, suffix } = splitName(name);
      const letters = (text: string) =>
        text
          .toLowerCase()
          .replace(/[^a-z]/g, '')
          .split('')
          .sort()
          .join('');
      expect(letters(given + family + suffix)).toBe(letters(name));
    }
  });
});

test('lists sort by last name, a shorter one before a longer one that begins with it', () => {
  const names = [
    'Zoe Garcia',
    'Ana Garcia Lopez',
    'GARCIA LOPEZ, ANA',
    'Émile Ångström',
    'The Hill Bakery LLC',
  ];
  const sorted = names.sort((a, b) => (sortKeyOf(a, guessKind(a)) < sortKeyOf(b, guessKind(b)) ? -1 : 1));
  expect(sorted[0]).toBe('Émile Ångström');
  expect(sorted.indexOf('Zoe Garcia')).toBeLessThan(sorted.indexOf('GARCIA LOPEZ, ANA'));
  expect(sortKeyOf('The Hill Bakery LLC', 'business')).toBe('hill bakery llc');
});

test('spellings of one person share a key; a middle name, which tells people apart, does not', () => {
  const key = (name: string) => matchKeyOf(name, 'consumer');
  expect(key('OROURKE, PATRICK JR')).toBe(key("Patrick O'Rourke, Jr."));
  expect(key('Nuñez, José')).toBe(key('jose nunez'));
  expect(key('John A Smith')).not.toBe(key('John B Smith'));
  expect(key('John Smith')).not.toBe(key('John Smith Jr'));
});

test('company words are one in their long and short forms, and different legal forms stay apart', () => {
  const key = (name: string) => matchKeyOf(name, 'business');
  expect(key('The Acme & Sons Company')).toBe(key('ACME AND SONS CO.'));
  expect(key('Acme L.L.C.')).toBe(key('Acme, LLC'));
  expect(key('Acme LLC')).not.toBe(key('Acme Inc'));
});

test.each([
  ['Acme Supply, Inc.', 'business'],
  ['Hill Street Bakery', 'business'],
  ['7th Avenue Tires', 'business'],
  ['City of Dayton', 'business'],
  ['Drummond & Sons', 'business'],
  ['First Lakeside Bank', 'business'],
  ['CHURCH, ANN', 'consumer'],
  ['John and Mary Smith', 'consumer'],
  ['Estate of John Group', 'consumer'],
  ['Marco Banks', 'consumer'],
] as const)('%s is taken for a %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind);
});

test('a name on an envelope stands first name first, in the capitals given', () => {
  expect(displayNameOf('GARCIA, ANA M, JR', 'consumer')).toBe('ANA M GARCIA Jr');
  expect(displayNameOf('Acme, Inc.', 'business')).toBe('Acme, Inc.');
});

test('folding reaches the letters that are no accents', () => {
  expect(foldText('ŁÓDŹ Straße Bjørn')).toBe('lodz strasse bjorn');
});
