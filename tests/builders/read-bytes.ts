/** Bytes through the reading, in this process: what a look says, and every row read as it decided. */
import { unlessBroken } from '../../electron/reader/file-fault.ts';
import type { ReadSteps } from '../../electron/reader/opened-file.ts';
import { lookAtFile, readFile } from '../../electron/reader/read-file.ts';
import type { FileLook, FlatRecord, ReadAsked, ReadEnd } from '../../shared/domain/import/file-look.ts';
import { ok, type Result } from '../../shared/errors/result.ts';

export type BytesRead = { readonly look: FileLook; readonly rows: FlatRecord[]; readonly end: ReadEnd };

const steps: ReadSteps = {
  progress: () => undefined,
  stopped: () => false,
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};

export function lookAtBytes(content: string | Uint8Array, asked: ReadAsked = {}): Promise<Result<FileLook>> {
  return unlessBroken(() => lookAtFile(Buffer.from(content as Uint8Array), asked, steps));
}

export async function readBytes(
  content: string | Uint8Array,
  asked: ReadAsked = {},
): Promise<Result<BytesRead>> {
  const looked = await lookAtBytes(content, asked);
  if (!looked.ok) return looked;
  const look = looked.value;
  const rows: FlatRecord[] = [];
  const sink = {
    columns: () => undefined,
    take(records: readonly FlatRecord[]) {
      rows.push(...records);
      return null;
    },
  };
  const bytes = Buffer.from(content as Uint8Array);
  const end = await unlessBroken(() => readFile(bytes, look.sha256, look.decided, sink, steps));
  return end.ok ? ok({ look, rows, end: end.value }) : end;
}
