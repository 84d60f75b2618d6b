/** Real files of other programs, where they stand beside the checkout; the project's own fixtures need none of them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportField } from '../../../../shared/domain/import.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { dumpBook, type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

const data = join(import.meta.dirname, '../../../../../shared/data');
const here = existsSync(data);
const reason = here ? '' : ' (skipped: the folder ../shared/data is not there)';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

describe.skipIf(!here)(`the well-known receivables of 100 customers${reason}`, () => {
  const path = join(data, 'ar-ibm/WA_Fn-UseC_-Accounts-Receivable.csv');

  it('come to 100 debtors, 2,466 charges and 147,703.18, all paid, and a second time to nothing', async () => {
    const done = valueIn(await desk.write(desk.open(path)));
    expect(done).toMatchObject({
      refused: 0,
      fileCents: 14_770_318,
      import: {
        debtors: 100,
        accounts: 100,
        charges: 2466,
        chargesCents: 14_770_318,
        payments: 2466,
        paymentsCents: 14_770_318,
      },
    });
    const one = (sql: string) => desk.store.db.prepare(sql).pluck().get();
    expect(one("SELECT count(*) FROM entries WHERE kind = 'charge' AND reference LIKE '0%'")).toBe(266);
    expect(one("SELECT count(*) FROM account_summaries WHERE status = 'paid' AND balance_cents = 0")).toBe(
      100,
    );
    expect(await desk.write(desk.open(path))).toMatchObject({
      ok: false,
      error: { code: 'import.same_file' },
    });
    expect(one("SELECT count(*) FROM entries WHERE kind = 'charge'")).toBe(2466);
  });
});

describe.skipIf(!here)(`files met in the wild${reason}`, () => {
  const files = ['csv-torture', 'accounting-exports', 'iif', 'ofx', 'x12-medical', 'spreadsheets']
    .flatMap((folder) => filesUnder(join(data, folder)))
    .filter((path) => !path.endsWith('README.md') && statSync(path).size < 20_000_000);

  it.each(files.map((path) => [relative(data, path), path]))(
    '%s: imported and taken back, or refused in words',
    { timeout: 10_000 },
    async (_, path) => {
      const before = dumpBook(desk.store);
      const fileId = desk.open(path);
      const preview = await desk.look(fileId);
      if (!preview.ok) {
        expect(sentenceOf(preview.error).what).not.toBe('');
        expect(preview.error.code).toMatch(/^import\./);
        return;
      }
      // Where nothing names the debtor or the sum, any column does: what counts is that nothing breaks.
      const mapping: (ImportField | null)[] = [...preview.value.mapping];
      const fill = (needed: ImportField[], field: ImportField, index: number) => {
        if (!needed.some((other) => mapping.includes(other)) && index !== -1) mapping[index] = field;
      };
      fill(['debtor_name', 'last_name', 'debtor_reference'], 'debtor_reference', mapping.indexOf(null));
      fill(['amount', 'balance'], 'amount', mapping.lastIndexOf(null));
      const trial = await desk.attempt(fileId, { mapping });
      const done = await desk.write(fileId, { mapping });
      if (trial.ok) {
        const { fileCents, chargesCents, refusedCents, alreadyThereCents, rows, accepted, refused } =
          trial.value;
        expect(chargesCents + refusedCents + alreadyThereCents).toBe(fileCents);
        expect(accepted + refused).toBe(rows);
      }
      if (done.ok) valueIn(await desk.call('imports.undo', { importId: done.value.import.importId }));
      else expect(done.error.code).toMatch(/^import\./);
      expect(dumpBook(desk.store)).toEqual(before);
    },
  );
});
