/** IIF, OFX and X12: texts that are no tables. Decoded as a whole, then read by their own standards. */
import { isUtf8 } from 'node:buffer';
import { type FlatFormat, findFlatFormat } from '../../../shared/domain/import/formats/flat-format.ts';
import { openIif } from '../../../shared/domain/import/formats/iif.ts';
import { openOfx } from '../../../shared/domain/import/formats/ofx.ts';
import { openX12 } from '../../../shared/domain/import/formats/x12.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { OpenedRows } from '../opened-file.ts';
import { windows1252 } from './text.ts';

/** Where the names of a format stand. */
const beginningBytes = 16 * 1024;

/**
 * The file's rows if it is of one of these formats, else `null`. Faults: `import.bank_error`, `import.no_entries`,
 * `import.x12_other`, `import.unreadable`.
 */
export function openRows(bytes: Buffer): Result<OpenedRows> | null {
  const format = findFlatFormat(decode(bytes.subarray(0, beginningBytes), bytes));
  if (format === null) return null;
  const text = decode(bytes, bytes);
  if (text.includes('\0')) return fail('import.unreadable', { what: format });
  const opened = format === 'iif' ? ok(openIif(text)) : format === 'ofx' ? openOfx(text) : openX12(text);
  return opened.ok ? ok(rowsOf(text, opened.value)) : opened;
}

function rowsOf(text: string, { read, ...format }: FlatFormat): OpenedRows {
  return {
    kind: 'rows',
    ...format,
    async read(sink, steps) {
      let ended: Result<null> | null = null;
      const reading = read({
        ...sink,
        row(record) {
          ended ??= sink.row(record);
        },
      });
      for (let step = reading.next(); ; step = reading.next()) {
        if (ended !== null) return ended;
        if (step.done === true) return step.value;
        if (steps.stopped()) return fail('call.cancelled');
        steps.progress(step.value, text.length);
        await steps.breathe();
      }
    },
  };
}

/** By its mark, else by what the whole file can be: UTF-8, or the code page of Windows that old programs write. */
function decode(bytes: Buffer, whole: Buffer): string {
  if (whole[0] === 0xff && whole[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (whole[0] === 0xfe && whole[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return isUtf8(whole) ? bytes.toString('utf8') : windows1252(bytes);
}
