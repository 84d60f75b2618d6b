/** What was set for a file outlives a lock: all of it for the very same file, the columns for one with the same columns, no more. */
import { describe, expect, test } from 'vitest';
import { fresh, freshChoices, type ImportState } from '../../../../renderer/features/import/import-state.ts';
import {
  type KeptImport,
  keptOf,
  readKept,
  restoredBy,
} from '../../../../renderer/features/import/kept-import.ts';
import { makePreview } from './makes.ts';

const state: ImportState = {
  ...fresh,
  file: { fileId: 'b4f1c1f2-6b0e-4e7e-9a58-0d6a3a1c2f10', fileName: 'open invoices.csv' },
  preview: makePreview(),
  mapping: ['debtor_name', 'balance'],
  columnNames: ['Customer', 'Amount'],
  touched: [false, true],
  choices: { ...freshChoices, client: 3, debtType: 'medical', controlSum: '120.00', profileName: 'Ridge' },
  people: { rivera: 7 },
  fixes: [{ line: 4, column: 1, value: '12.00', was: 'twelve' }],
  leftOut: [{ line: 9, why: 'A row of totals.', value: 'Total' }],
  step: 'trial',
};

function kept(): KeptImport {
  const made = keptOf(state, 1_700_000_000_000);
  if (made === null) throw new Error('nothing was kept');
  return made;
}

describe('a kept import', () => {
  test('is read as it was written', () => {
    expect(readKept(JSON.stringify(kept()))).toEqual(kept());
  });

  test('there is none without a file', () => {
    expect(keptOf(fresh, null)).toBeNull();
  });

  test('what is no kept import is nothing', () => {
    expect(readKept('')).toBeNull();
    expect(readKept('{"fileName":"a.csv"}')).toBeNull();
    expect(readKept('not JSON')).toBeNull();
  });

  test('the very same file brings everything back', () => {
    expect(
      restoredBy(kept(), { fileSha256: 'a'.repeat(64), columnNames: ['Customer', 'Amount'] }),
    ).toMatchObject({
      mapping: state.mapping,
      touched: state.touched,
      choices: state.choices,
      people: state.people,
      fixes: state.fixes,
      leftOut: state.leftOut,
    });
  });

  test('a corrected file with the same columns keeps them, but nothing that hangs on lines or on the earlier total', () => {
    const restored = restoredBy(kept(), {
      fileSha256: 'b'.repeat(64),
      columnNames: ['Customer', 'Amount'],
    });
    expect(restored.mapping).toEqual(state.mapping);
    expect(restored.people).toEqual(state.people);
    expect(restored.choices).toMatchObject({ client: 3, debtType: 'medical', controlSum: '' });
    expect(restored).not.toHaveProperty('fixes');
    expect(restored).not.toHaveProperty('leftOut');
  });

  test('of another file only whose debts they are', () => {
    const restored = restoredBy(kept(), { fileSha256: 'b'.repeat(64), columnNames: ['Name'] });
    expect(restored).not.toHaveProperty('mapping');
    expect(restored).not.toHaveProperty('people');
    expect(restored.choices).toMatchObject({ client: 3, profileName: '', controlSum: '' });
  });
});
