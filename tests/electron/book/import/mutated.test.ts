/** 2,000 damaged files of every format; 50,000 others in the long run. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../../builders/bundle.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { bytesOf, fileSeeds } from '../../../builders/import-files.ts';
import { bringInMutated, keepOneReader } from '../../../builders/mutated-imports.ts';
import { launchNodeReader } from '../../../builders/reader-process.ts';
import { valueIn } from '../../../builders/vault.ts';

const files = 2000;
const parts = 10;

let reading: ReturnType<typeof keepOneReader>;
let desk: ImportDesk;

beforeAll(async () => {
  const entry = join(import.meta.dirname, '../../../../electron/reader/reader.ts');
  const bundle = await bundleForNode(entry, 'reader-of-mutated');
  reading = keepOneReader(() => launchNodeReader(bundle));
  desk = makeImportDesk(undefined, reading);
  // Somebody is in the book already, and meets the people of the files.
  valueIn(await desk.write(desk.file('Customer ID,Customer,Invoice,Amount\n1000-ABARA,Ana Abara,1,5.00\n')));
});
afterAll(() => {
  reading.end();
  desk.dispose();
});

describe('unharmed', () => {
  it.each(Object.entries(fileSeeds))('%s is read', async (name, seed) => {
    expect(await desk.look(desk.file(await bytesOf(seed), name))).toMatchObject({ ok: true });
  });
});

describe('damaged', () => {
  it.each(Array.from({ length: parts }, (_, part) => part))(
    'files, part %i: refused without a trace, or taken in whole and taken back to the row',
    { timeout: 120_000 },
    async (part) => {
      const count = files / parts;
      const tried = await bringInMutated(desk, reading, part * count, count);
      // Both ends of the road are walked often.
      expect(tried.accepted).toBeGreaterThan(count / 10);
      expect(tried.refused).toBeGreaterThan(count / 10);
      expect(tried.codes.size).toBeGreaterThan(3);
    },
  );
});
