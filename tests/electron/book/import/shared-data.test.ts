/** Real files of other programs, where they stand beside the checkout; the project's own fixtures need none of them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileReading, makeFileReading } from '../../../../electron/ipc/file-reading.ts';
import type { ImportField } from '../../../../shared/domain/import.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { bundleForNode } from '../../../builders/bundle.ts';
import { dumpBook, type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { launchNodeReader } from '../../../builders/reader-process.ts';
import { valueIn } from '../../../builders/vault.ts';

const data = join(import.meta.dirname, '../../../../../shared/data');
const here = existsSync(data);
const reason = here ? '' : ' (skipped: the folder ../shared/data is not there)';

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

describe.skipIf(!here)(`the well-known receivables of 100 customers${reason}`, () => {
  const path = join(data, 'ar-ibm/WA_Fn-UseC_-Accounts-Receivable.csv');
  let desk: ImportDesk;
  beforeEach(() => {
    desk = makeImportDesk();
  });
  afterEach(() => {
    expect(desk.incidents).toEqual([]);
    desk.dispose();
  });

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
  const files = filesUnder(data).filter((path) => !/README\.md$|MANIFEST\.tsv$|LICENCES/.test(path));
  const outcomes: Outcome[] = [];
  let reading: FileReading;
  let wild: ImportDesk;

  beforeAll(async () => {
    const entry = join(import.meta.dirname, '../../../../electron/reader/reader.ts');
    const bundle = await bundleForNode(entry, 'reader-of-shared-data');
    reading = makeFileReading(() => launchNodeReader(bundle));
    wild = makeImportDesk(undefined, reading);
  });
  afterAll(() => {
    reading.end();
    wild.dispose();
    writeOutcomes(outcomes);
  });

  it('are all there', () => {
    const listed = readFileSync(join(data, 'MANIFEST.tsv'), 'utf8').trim().split('\n').length - 1;
    expect(files.length).toBeGreaterThanOrEqual(Math.min(listed, 200));
  });

  it.each(files.map((path) => [relative(data, path), path]))(
    '%s: imported and taken back, or refused in words',
    { timeout: 30_000 },
    async (name, path) => {
      const before = dumpBook(wild.store);
      const began = performance.now();
      const outcome = await bringIn(wild, path);
      const longestMs = Math.round(performance.now() - began);
      outcomes.push({ file: name, ms: longestMs, ...outcome });
      expect(wild.incidents).toEqual([]);
      expect(dumpBook(wild.store)).toEqual(before);
      // Each of look, trial and writing is far below it on a quiet machine; together they are never over it.
      expect(longestMs).toBeLessThan(10_000);
    },
  );
});

type Outcome = {
  readonly file: string;
  readonly ms: number;
  readonly how: 'imported' | 'nothing to write' | 'refused';
  readonly source: string;
  readonly rows: number;
  readonly refused: number;
  readonly why: string;
};

/** Looks, tries, writes and takes back; whatever is refused has a code and a sentence. */
async function bringIn(at: ImportDesk, path: string): Promise<Omit<Outcome, 'file' | 'ms'>> {
  const fileId = at.open(path);
  const refusedFor = ({ code, params }: Fault, source = '') => {
    const { what, todo } = sentenceOf({ code, params });
    expect(what).not.toBe('');
    expect(todo).not.toBe('');
    expect(code).toMatch(/^import\./);
    // Of a real file the reader never has to be given up, and none makes it stumble unnamed.
    expect(code).not.toBe('import.reader_stopped');
    const how = code === 'import.nothing_to_write' ? ('nothing to write' as const) : ('refused' as const);
    return { how, source, rows: 0, refused: 0, why: `${code}: ${what}` };
  };
  const preview = await at.look(fileId);
  if (!preview.ok) return refusedFor(preview.error);
  const { source } = preview.value.reading;
  const mapping: (ImportField | null)[] = [...preview.value.mapping];
  const asGuessed = await at.attempt(fileId, { mapping });
  if (!asGuessed.ok) {
    // Where nothing names the debtor or the sum, any column does: what counts is that nothing breaks.
    const fill = (needed: ImportField[], field: ImportField, index: number) => {
      if (!needed.some((other) => mapping.includes(other)) && index !== -1) mapping[index] = field;
    };
    fill(['debtor_name', 'last_name', 'debtor_reference'], 'debtor_reference', mapping.indexOf(null));
    fill(['amount', 'balance'], 'amount', mapping.lastIndexOf(null));
  }
  const trial = asGuessed.ok ? asGuessed : await at.attempt(fileId, { mapping });
  const done = await at.write(fileId, { mapping });
  if (!trial.ok) return refusedFor(trial.error, source);
  const { rows, refused, tallies } = trial.value;
  expect(tallies.reduce((sum, tally) => sum + tally.rows, 0)).toBe(rows);
  for (const tally of tallies) {
    const { written, changed, alreadyThere, leftOut, apart, waiting } = tally;
    expect(written + changed + alreadyThere + leftOut + apart + waiting + tally.refused).toBe(tally.rows);
    const { writtenCents, changedCents, alreadyThereCents, leftOutCents, apartCents, waitingCents } = tally;
    expect(
      writtenCents +
        changedCents +
        alreadyThereCents +
        leftOutCents +
        apartCents +
        waitingCents +
        tally.refusedCents,
    ).toBe(tally.cents);
  }
  if (!done.ok) return { ...refusedFor(done.error, source), rows, refused };
  valueIn(await at.call('imports.undo', { importId: done.value.import.importId }));
  return { how: 'imported', source, rows, refused, why: asGuessed.ok ? '' : 'columns chosen by the test' };
}

/** The table of outcomes, for reading. */
function writeOutcomes(outcomes: readonly Outcome[]): void {
  const folder = join(import.meta.dirname, '../../../../out/reports');
  mkdirSync(folder, { recursive: true });
  const lines = outcomes.map(({ file, how, source, rows, refused, ms, why }) =>
    [file, how, source, rows, refused, ms, why].join('\t'),
  );
  writeFileSync(
    join(folder, 'shared-data.tsv'),
    `file\thow\tsource\trows\trefused\tms\twhy\n${lines.join('\n')}\n`,
  );
  const count = (how: Outcome['how']) => outcomes.filter((outcome) => outcome.how === how).length;
  console.log(
    `${outcomes.length} files: ${count('imported')} imported, ${count('nothing to write')} without a row to write, ${count('refused')} refused; out/reports/shared-data.tsv`,
  );
}
