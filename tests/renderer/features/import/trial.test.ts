/** What a dry run comes to in words, its sums shared out, its reasons counted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, listText, reasonsOf } from '../../../../renderer/features/import/problems.ts';
import {
  controlsMissed,
  headlineOfTrial,
  sharesOf,
  sumOf,
  verbOf,
  writesAnything,
} from '../../../../renderer/features/import/trial-words.ts';
import type { RefusedRow } from '../../../../shared/contract/imports.ts';
import { makeTally, makeTrial } from './makes.ts';

const charges = makeTally({
  rows: 3,
  cents: 600,
  written: 2,
  writtenCents: 500,
  refused: 1,
  refusedCents: 100,
});

describe('the button that writes', () => {
  test.each([
    ['nothing', [makeTally({ rows: 2, alreadyThere: 2 })], 'Nothing to import', false],
    ['one charge', [makeTally({ rows: 1, written: 1 })], 'Import 1 charge', true],
    ['charges', [charges], 'Import 2 charges', true],
    [
      'several kinds',
      [charges, makeTally({ kind: 'payment', rows: 4, written: 1, waiting: 3 })],
      'Import 2 charges and 4 more rows',
      true,
    ],
    ['only what changes', [makeTally({ rows: 1, changed: 1 })], 'Import 1 charge', true],
  ])('says %s', (_, tallies, words, writes) => {
    const trial = makeTrial({ tallies });
    expect(verbOf(trial)).toBe(words);
    expect(writesAnything(trial)).toBe(writes);
  });
});

test('the headline names each kind with its sum, other currencies with their name', () => {
  const trial = makeTrial({
    tallies: [
      charges,
      makeTally({ kind: 'note', rows: 1, written: 1 }),
      makeTally({ currency: 'EUR', rows: 1, cents: 100, written: 1, writtenCents: 100 }),
    ],
  });
  expect(headlineOfTrial(trial)).toBe('2 charges ($5.00), 1 note, 1 charge (1.00 EUR)');
  expect(sumOf(-4500, 'CAD')).toBe('-45.00 CAD');
});

test('the shares of the file’s sum always come to it, whatever became of its rows', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
  const tally = fc
    .record({
      writtenCents: cents,
      changedCents: cents,
      alreadyThereCents: cents,
      refusedCents: cents,
      leftOutCents: cents,
      apartCents: cents,
      waitingCents: cents,
    })
    .map((part) => makeTally({ ...part, cents: Object.values(part).reduce((sum, one) => sum + one, 0) }));
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 6 }), (tallies) => {
      const { fileCents, shares } = sharesOf(tallies);
      expect(shares.reduce((sum, share) => sum + share.cents, 0)).toBe(fileCents);
    }),
  );
});

test('a typed total or count that the file does not come to is said', () => {
  const trial = makeTrial({ rows: 3, fileCents: 600 });
  expect(controlsMissed(trial, null, null)).toEqual([]);
  expect(controlsMissed(trial, 600, 3)).toEqual([]);
  expect(controlsMissed(trial, 601, null)).toHaveLength(1);
  expect(controlsMissed(trial, 600, 4)).toHaveLength(1);
});

describe('refused rows', () => {
  const row = (part: Partial<RefusedRow>): RefusedRow => ({
    line: 4,
    reason: 'The sum cannot be read.',
    code: 'amount_unreadable',
    column: 'Amount',
    value: 'twelve',
    ...part,
  });

  test('are counted by reason, beyond those listed where that is known', () => {
    const rows = [row({}), row({ line: 5 }), row({ code: 'debtor_missing', reason: 'Nobody is named.' })];
    expect(reasonsOf(rows, undefined).map(({ code, count }) => [code, count])).toEqual([
      ['amount_unreadable', 2],
      ['debtor_missing', 1],
    ]);
    expect(reasonsOf(rows, [{ code: 'debtor_missing', count: 700 }])[0]).toEqual({
      code: 'debtor_missing',
      count: 700,
      example: 'Nobody is named.',
    });
  });

  test('name the cell to put right, unless two columns share its name', () => {
    expect(columnOf(row({}), ['Customer', 'Amount'])).toBe(1);
    expect(columnOf(row({}), ['Amount', 'Amount'])).toBeNull();
    expect(columnOf(row({ at: 1 }), ['Amount', 'Amount'])).toBe(1);
    expect(columnOf(row({ at: null }), ['Amount'])).toBeNull();
    expect(columnOf(row({ column: null }), ['Amount'])).toBeNull();
  });

  test('are copied one a line, whatever their cells hold', () => {
    expect(listText([row({ value: 'a\tb\nc' })])).toBe(
      'Line\tColumn\tValue\tReason\n4\tAmount\ta b c\tThe sum cannot be read.',
    );
  });
});
