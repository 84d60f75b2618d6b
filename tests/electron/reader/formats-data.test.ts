/** Real IIF, OFX and X12 files, where they stand beside the checkout: what each of them is there to prove. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRows } from '../../../electron/reader/formats/rows.ts';
import { openFormat, readFormat } from '../../builders/flat-format.ts';

const data = join(import.meta.dirname, '../../../../shared/data');
const here = existsSync(data);
const reason = here ? '' : ' (skipped: the folder ../shared/data is not there)';

const textOf = (name: string) => readFileSync(join(data, name), 'latin1');
const read = (name: string) => readFormat(textOf(name));

describe.skipIf(!here)(`IIF files${reason}`, () => {
  it('are all recognised by their bytes, in either separator', () => {
    for (const name of readdirSync(join(data, 'iif')).filter((own) => own.endsWith('.iif'))) {
      const opened = openRows(readFileSync(join(data, 'iif', name)));
      expect(opened, name).toMatchObject({ ok: true, value: { format: 'iif', source: 'quickbooks.iif' } });
    }
  });

  it('add up to zero transaction by transaction, with groups in sums, many lines and repeated headings', () => {
    for (const [name, transactions] of [
      ['alpha-accounts-multi', 2],
      ['commas-in-amounts', 1],
      ['dos-carriage-returns', 13],
      ['many-dist-lines', 1],
      ['tab-delim-all-quoted', 5],
    ] as const) {
      const { rows, skipped } = read(`iif/${name}.iif`);
      expect(
        rows.filter(({ refused }) => refused !== null),
        name,
      ).toEqual([]);
      expect(skipped.filter(({ why }) => why === 'no_debt').length, name).toBe(transactions);
    }
  });

  it('a blank day is reported by its line; stray quotes move no column; a repeated end merges nothing', () => {
    expect(read('iif/blank-date.iif').doubts).toContainEqual({
      code: 'iif_day_missing',
      params: { line: 6, count: 1 },
    });
    // The file was cut by those who reported it: what is left comes to 2,268.47, every amount read from its own column.
    expect(read('iif/memo-quotes.iif').rows).toMatchObject([{ line: 4, refused: 'transaction_unbalanced' }]);
    const { skipped } = read('iif/repeating-endtrans.iif');
    expect(skipped.filter(({ why }) => why === 'no_debt').length).toBe(13);
  });

  it('customers of a comma-parted list, and a job with its parent', () => {
    expect(read('iif/comma-delim.iif').rows.map(({ says }) => says.debtor_name)).toEqual([
      'Kate Spraug',
      'Bridgitte, Halifax',
    ]);
    expect(read('iif/sub-entities.iif').rows.map(({ says }) => says)).toEqual([
      { debtor_name: 'Job 100', parent_name: 'Customer 1000' },
    ]);
  });
});

describe.skipIf(!here)(`OFX files${reason}`, () => {
  it.each<[string, number, number]>([
    ['anzcc', 1, 0],
    ['bank_medium', 3, 0],
    ['checking', 3, 0],
    ['date_missing', 3, 3],
    ['decimal_error', 1, 1],
    ['empty_balance', 1, 0],
    ['ofx-v102-empty-tags', 1, 0],
    ['ofxdata-banking-xml200', 1, 1],
    ['ofxdata-bb-two-stmtrs', 36, 0],
    ['ofxdata-cmfr', 42, 0],
    ['ofxdata-emptyDateTime', 2, 0],
    ['ofxdata-memoWithQuotes', 16, 0],
    ['ofxdata-selfclose', 5, 0],
    ['ofxdata', 3, 0],
    ['suncorp', 1, 0],
  ])('%s has %d transactions, %d of them refused', (name, count, refused) => {
    const { rows } = read(`ofx/${name}.ofx`);
    expect(rows.length).toBe(count);
    expect(rows.filter((row) => row.refused !== null).length).toBe(refused);
    for (const row of rows.filter((own) => own.refused === null)) {
      expect(row.says.payment_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.says.payment_amount).toMatch(/^-?\d+\.\d{2}$/);
    }
  });

  it.each([
    ['bank_small', 'import.no_entries'],
    ['multiple_accounts', 'import.no_entries'],
    ['error_message', 'import.bank_error'],
  ])('%s is refused as %s', (name, code) => {
    expect(openFormat(textOf(`ofx/${name}.ofx`))).toMatchObject({ ok: false, error: { code } });
  });

  it('sums, texts and accounts are the file’s', () => {
    const cents = (name: string) =>
      read(`ofx/${name}.ofx`).rows.reduce(
        (sum, { says }) => sum + Math.round(Number(says.payment_amount) * 100),
        0,
      );
    expect(cents('bank_medium')).toBe(-34_527);
    expect(cents('checking')).toBe(-5_950);
    expect(read('ofx/suncorp.ofx').rows[0]?.says).toMatchObject({
      held_at: 'Checking …6789',
      payer: 'EFTPOS WDL HANDYWAY ALDI STORE',
    });
    expect(read('ofx/ofxdata-memoWithQuotes.ofx').rows[4]?.says.memo).toBe('IOF de "Leupay.Eu"');
  });
});

/** Cells of a line of an expected file; none of them holds a comma. */
function expectedOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = textOf(`x12-medical/${name}.expected.csv`).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

const centsOf = (text: string | undefined) =>
  Math.round(Number((text ?? '').replaceAll(',', '') || '0') * 100);

describe.skipIf(!here)(`X12 files${reason}`, () => {
  it.each(['blue_cross_nc_sample', 'emedny_sample', 'united_healthcare_legacy_sample'])(
    '%s pays and adjusts what was expected of it',
    (name) => {
      const { rows, stated, doubts } = read(`x12-medical/${name}.835.txt`);
      const expected = expectedOf(name);
      const paid = rows.reduce((sum, { says }) => sum + centsOf(says.payment_amount), 0);
      expect(paid).toBe(expected.reduce((sum, row) => sum + centsOf(row.paid_amount), 0));
      const contract = rows
        .filter(({ kind }) => kind === 'credit')
        .reduce((sum, { says }) => sum + centsOf(says.amount), 0);
      const ofGroup = (group: string) =>
        expected.reduce(
          (sum, row) =>
            sum +
            (row.adj_0_group === group ? centsOf(row.adj_0_amount) : 0) +
            (row.adj_1_group === group ? centsOf(row.adj_1_amount) : 0),
          0,
        );
      expect(contract).toBe(ofGroup('CO'));
      for (const total of stated) expect(total.summedCents).toBe(total.cents);
      // Every claim's charge less its adjustments is what was paid, and the patient's part is the sum of the PR ones.
      expect(doubts).toEqual([]);
      const accounts = new Set(expected.map(({ marker }) => marker));
      expect(new Set(rows.map(({ says }) => says.account_number))).toEqual(accounts);
    },
  );

  it('the patient owes what their adjustments come to', () => {
    const owed = (name: string) =>
      read(`x12-medical/${name}.835.txt`)
        .rows.filter(({ kind }) => kind !== 'credit')
        .map(({ named }) => named['Patient owes']);
    expect(owed('blue_cross_nc_sample')).toEqual(['142.54']);
    expect(owed('emedny_sample')).toEqual(['0.00', '0.00', '0.00']);
    expect(owed('united_healthcare_legacy_sample')).toEqual(['105.26', '115.13']);
  });

  it('claims are read with their patient, whatever the signs', () => {
    const claims = (name: string) =>
      read(`x12-medical/${name}.txt`).rows.map(({ says }) => [
        says.account_number,
        says.debtor_name,
        says.amount,
      ]);
    const two = [
      ['A37YH556', 'JOHN T DOE JR', '500.00'],
      ['A37YH667', 'DAVID J DOE JR', '500.00'],
    ];
    expect(claims('x12_valid')).toEqual(two);
    expect(claims('x12_valid_different_separators')).toEqual(two);
    expect(claims('x12_no_errors')).toHaveLength(2);
    const nested = claims('x12_complex');
    expect(nested).toHaveLength(6);
    expect(nested[1]).toEqual(['A37YH667', 'STEVEN J JONES', '500.00']);
  });
});
