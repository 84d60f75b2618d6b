/** Rows are held against the book while the file is read; what somebody else writes in the meantime must not be missed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';

const fixture = join(import.meta.dirname, '../../../fixtures/import/receivables.csv');

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const charges = () =>
  desk.store.db.prepare("SELECT count(*) FROM entries WHERE kind = 'charge'").pluck().get();

it('adds nothing twice when the same file is brought in twice at once', async () => {
  const both = await Promise.all([desk.write(desk.open(fixture)), desk.write(desk.open(fixture))]);
  expect(both.map((done) => (done.ok ? 'done' : done.error.code)).sort()).toEqual([
    'done',
    'import.same_file',
  ]);
  expect(charges()).toBe(260);
  expect(checkSummaries(desk.store)).toEqual([]);
});

it('compares anew what was compared before somebody wrote', async () => {
  const text = readFileSync(fixture, 'utf8');
  const later = desk.file(`${text.trimEnd()}\n`, 'again.csv');
  let written = false;
  // Asked before every piece: the row comes to stand where the other file's rows were compared already.
  desk.cancelWhen = () => {
    if (!written) {
      written = true;
      desk.store.db.prepare("INSERT INTO clients (name, is_office, created_at) VALUES ('Other', 0, 0)").run();
    }
    return false;
  };
  const done = await desk.write(later);
  expect(done.ok).toBe(true);
  expect(charges()).toBe(260);
  expect(checkSummaries(desk.store)).toEqual([]);
});
