/**
 * Damaged files brought into a small book. Refused: nothing was written. Accepted: one import in one transaction, whose figures come
 * to the file's, and which is taken back to the row.
 */
import { expect } from 'vitest';
import type { ReaderPart } from '../../electron/book/protocol.ts';
import type { FileReading } from '../../electron/ipc/file-reading.ts';
import type { ReaderProcess } from '../../electron/platform/reader-process.ts';
import type { ImportField } from '../../shared/domain/import.ts';
import { sentenceOf } from '../../shared/text/faults.ts';
import { dumpBook, type ImportDesk } from './import-desk.ts';
import { type Mutated, mutate } from './mutate.ts';

/** Far above what any of them takes; a file that takes longer would hang the desk. */
const mostMs = 10_000;

/**
 * One process for all readings, also after refusals, which the app does not do: a start a file would take longer than the rest.
 * A process that ends or falls silent fails the test that asked.
 */
export function keepOneReader(launch: () => ReaderProcess): FileReading & { readonly lost: string[] } {
  const lost: string[] = [];
  let onPart: ((part: ReaderPart) => void) | null = null;
  let silent: ReturnType<typeof setTimeout> | undefined;
  const reader = launch();
  const end = (why: string) => {
    lost.push(why);
    clearTimeout(silent);
    onPart?.({
      kind: 'end',
      result: { ok: false, error: { code: 'import.reader_stopped', params: { why } } },
    });
    onPart = null;
  };
  reader.onPart((part) => {
    const to = onPart;
    if (part.kind === 'end') {
      onPart = null;
      clearTimeout(silent);
    }
    to?.(part);
  });
  reader.onExit(() => end('ended'));
  return {
    lost,
    read(ask, take) {
      onPart = take;
      silent = setTimeout(() => {
        end('time');
        reader.kill();
      }, mostMs);
      reader.post({ kind: 'ask', ask });
      return { more: () => reader.post({ kind: 'more' }), stop: () => undefined };
    },
    warm: () => undefined,
    end: () => reader.kill(),
  };
}

export type Tried = { accepted: number; refused: number; readonly codes: Map<string, number> };

/** Brings in the mutations with these numbers, one after the other. */
export async function bringInMutated(
  desk: ImportDesk,
  reading: { readonly lost: readonly string[] },
  from: number,
  count: number,
): Promise<Tried> {
  const tried: Tried = { accepted: 0, refused: 0, codes: new Map() };
  const touched = desk.store.db.prepare('SELECT total_changes()').pluck();
  const imports = desk.store.db.prepare('SELECT count(*) FROM imports').pluck();
  const audited = desk.store.db.prepare('SELECT count(*) FROM audit').pluck();
  const before = dumpBook(desk.store);
  for (let number = from; number < from + count; number += 1) {
    const mutated = await mutate(number);
    const note = `mutation ${number} of ${mutated.name}: ${mutated.how}`;
    const touchedBefore = touched.get();
    const [importsBefore, auditedBefore] = [imports.get() as number, audited.get() as number];
    const began = performance.now();
    const done = await bringIn(desk, mutated);
    expect(performance.now() - began, note).toBeLessThan(mostMs);
    expect(desk.incidents, note).toEqual([]);
    expect(reading.lost, note).toEqual([]);
    if (done.ok) {
      tried.accepted += 1;
      expect([imports.get(), audited.get()], note).toEqual([importsBefore + 1, auditedBefore + 1]);
      const { fileCents, chargesCents, refusedCents, alreadyThereCents } = done.value;
      expect(chargesCents + refusedCents + alreadyThereCents, note).toBe(fileCents);
      const undone = await desk.call('imports.undo', { importId: done.value.import.importId });
      expect(undone, note).toMatchObject({ ok: true });
      expect(dumpBook(desk.store), note).toEqual(before);
    } else {
      tried.refused += 1;
      const { code } = done.error;
      tried.codes.set(code, (tried.codes.get(code) ?? 0) + 1);
      expect(sentenceOf(done.error).what, note).not.toBe('');
      expect(code, note).toMatch(/^import\./);
      if (touched.get() !== touchedBefore) expect(dumpBook(desk.store), note).toEqual(before);
      expect(imports.get(), note).toBe(importsBefore);
    }
  }
  return tried;
}

/** As guessed; where nothing names the debtor or the sum, any column does. */
async function bringIn(desk: ImportDesk, { name, bytes }: Mutated) {
  const fileId = desk.file(bytes, name);
  const preview = await desk.look(fileId);
  if (!preview.ok) return preview;
  const mapping: (ImportField | null)[] = [...preview.value.mapping];
  const done = await desk.write(fileId, { mapping });
  if (done.ok || done.error.code !== 'import.column_unmapped') return done;
  const fill = (needed: ImportField[], field: ImportField, index: number) => {
    if (!needed.some((other) => mapping.includes(other)) && index !== -1) mapping[index] = field;
  };
  fill(['debtor_name', 'last_name', 'debtor_reference'], 'debtor_reference', mapping.indexOf(null));
  fill(['amount', 'balance'], 'amount', mapping.lastIndexOf(null));
  return desk.write(fileId, { mapping });
}
