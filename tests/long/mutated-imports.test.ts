/** 50,000 damaged files, none of them among those of every day. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../builders/bundle.ts';
import { type ImportDesk, makeImportDesk } from '../builders/import-desk.ts';
import { bringInMutated, keepOneReader } from '../builders/mutated-imports.ts';
import { launchNodeReader } from '../builders/reader-process.ts';
import { valueIn } from '../builders/vault.ts';

const files = 50_000;
const parts = 100;
const first = 1_000_000;

let reading: ReturnType<typeof keepOneReader>;
let desk: ImportDesk;

beforeAll(async () => {
  const bundle = await bundleForNode(
    join(import.meta.dirname, '../../electron/reader/reader.ts'),
    'reader-of-long',
  );
  reading = keepOneReader(() => launchNodeReader(bundle));
});
afterAll(() => reading.end());

test.each(Array.from({ length: parts }, (_, part) => part))('part %i', async (part) => {
  // A book of its own each time: what taken-back imports leave in the history would slow the later ones.
  desk = makeImportDesk(undefined, reading);
  try {
    valueIn(
      await desk.write(desk.file('Customer ID,Customer,Invoice,Amount\n1000-ABARA,Ana Abara,1,5.00\n')),
    );
    const count = files / parts;
    const tried = await bringInMutated(desk, reading, first + part * count, count);
    expect(tried.accepted).toBeGreaterThan(count / 10);
  } finally {
    desk.dispose();
  }
});
