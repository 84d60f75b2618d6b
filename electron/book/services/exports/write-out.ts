/**
 * The one way a job puts a file out of the book: a place that was chosen is used once, the file is written whole or not at all, and that it
 * left is noted in the transaction that gives it its name.
 */
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { type Failed, fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { JobContext } from '../../context.ts';
import { insertExport } from '../../store/queries/exports.ts';
import { faultOfFile } from '../../vault/file-fault.ts';
import { beginFile } from './file-under-way.ts';

export type Written = { readonly rows: number; readonly bytes: number; readonly sha256: string };

/** How it is noted: what it is, in which format, and what was asked for. */
type About = { readonly what: string; readonly format: string; readonly asked: unknown };

/** `fill` ends the sink. Faults: its own, `file.gone`, `call.cancelled`, `book.disk_full`, `file.not_writable` (`name`). */
export async function writeOut<W extends Written>(
  context: JobContext,
  fileId: string,
  about: About,
  fill: (sink: Writable) => Promise<Result<W>>,
): Promise<Result<W & { readonly fileName: string }>> {
  const path = context.takePlace(fileId);
  if (path === null) return fail('file.gone');
  const fileName = basename(path);
  const file = beginFile(path);
  try {
    const filled = await fill(file.sink);
    if (!filled.ok) return filled;
    if (context.cancelled()) return fail('call.cancelled');
    const written = { ...filled.value, fileName };
    const noted = context.write((command): Result<typeof written> => {
      const { what, format, asked } = about;
      const { rows, bytes, sha256 } = written;
      insertExport(command.store, {
        what,
        format,
        fileName,
        rows,
        bytes,
        sha256,
        asked: JSON.stringify(asked),
        madeAt: command.now,
        author: command.author,
      });
      command.changed('exports');
      try {
        file.take();
      } catch (error) {
        return faultOfPlace(error, fileName);
      }
      return ok(written);
    });
    if (noted.ok) await file.taken();
    return noted;
  } catch (error) {
    return faultOfPlace(error, fileName);
  } finally {
    await file.discard();
  }
}

/** No room is a thing of its own; for any other refusal of the system the way out is another place. Throws what is a bug. */
export function faultOfPlace(error: unknown, name: string): Failed {
  const fault = faultOfFile(error);
  if (fault === null) throw error;
  return fault.error.code === 'book.disk_full' ? fault : fail('file.not_writable', { name });
}
