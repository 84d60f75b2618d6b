/** Nobody is joined without a word or a certainty; the next to be asked is found; both sides stand line by line. */
import { describe, expect, test } from 'vitest';
import {
  compareRows,
  nameOf,
  nextUndecided,
  standingOf,
} from '../../../../renderer/features/import/people.ts';
import { makePerson } from './makes.ts';

describe('who somebody is', () => {
  test('undecided until a word is said', () => {
    expect(standingOf(makePerson('a'), {})).toEqual({ who: 'undecided' });
    expect(standingOf(makePerson('a'), { a: 7 })).toEqual({ who: 'known', debtorId: 7, own: true });
    expect(standingOf(makePerson('a'), { a: null })).toEqual({ who: 'new', own: true });
  });

  test('what stands by itself gives way to a word', () => {
    const known = makePerson('a', { standing: 'known', debtorId: 7 });
    expect(standingOf(known, {})).toEqual({ who: 'known', debtorId: 7, own: false });
    expect(standingOf(known, { a: null })).toEqual({ who: 'new', own: true });
    expect(standingOf(makePerson('a', { standing: 'new' }), {})).toEqual({ who: 'new', own: false });
  });

  test('known without saying who is undecided, not known', () => {
    expect(standingOf(makePerson('a', { standing: 'known' }), {})).toEqual({ who: 'undecided' });
  });

  test('a key named like a part of an object is no decision', () => {
    expect(standingOf(makePerson('constructor'), {})).toEqual({ who: 'undecided' });
  });
});

test('the next one to be asked follows, and begins anew at the top', () => {
  const people = ['a', 'b', 'c'].map((key) => makePerson(key));
  expect(nextUndecided(people, {}, null)).toBe('a');
  expect(nextUndecided(people, { b: null }, 'a')).toBe('c');
  expect(nextUndecided(people, { c: 7 }, 'b')).toBe('a');
  expect(nextUndecided(people, { a: null, b: null, c: 7 }, 'a')).toBeNull();
});

test('the name is the fact that is called so; without one the line stands for it', () => {
  expect(nameOf(makePerson('a'))).toBe('Rivera, Marisol');
  expect(nameOf(makePerson('a', { facts: [] }))).toBe('Line 3');
});

test('facts of both sides stand side by side, and the same said otherwise is the same', () => {
  expect(compareRows(makePerson('a'))).toEqual([
    { label: 'Name', ofFile: 'Rivera, Marisol', ofBook: [{ value: '', same: false }] },
    { label: 'Phone', ofFile: '(512) 555-0101', ofBook: [{ value: '512-555-0101', same: true }] },
    { label: 'Account', ofFile: '', ofBook: [{ value: '1042', same: false }] },
  ]);
});
