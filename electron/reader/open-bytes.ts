/** What a file is, by its bytes, and the one that opens it. */
import { detectContent } from '../../shared/domain/import/detect-content.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { contentWords } from '../../shared/text/import-words.ts';
import { openArchive } from './formats/archive.ts';
import { oldTextFormat, openOldWorkbook, openPacked } from './formats/packed.ts';
import { openRows } from './formats/rows.ts';
import { openText } from './formats/text.ts';
import type { OpenedFile } from './opened-file.ts';

/** Enough to tell what a file is. */
const beginningBytes = 256 * 1024;

/** Faults: `import.file_empty`, `import.not_a_table`, those of the formats. */
export function openBytes(bytes: Buffer): Promise<Result<OpenedFile>> {
  return openOne(bytes, (archive) => openArchive(archive, (inner) => openOne(inner, null)));
}

/** `openZip` is `null` for what lay in a ZIP itself. */
async function openOne(
  bytes: Buffer,
  openZip: ((bytes: Buffer) => Promise<Result<OpenedFile>>) | null,
): Promise<Result<OpenedFile>> {
  const content = detectContent(bytes.subarray(0, beginningBytes), bytes.length <= beginningBytes);
  const rows = content.kind === 'text' || content.what === 'xml' ? openRows(bytes) : null;
  if (rows !== null) return rows;
  if (content.kind === 'text') {
    const old = oldTextFormat(bytes);
    return old === null ? ok(openText(bytes, content)) : openOldWorkbook(bytes, old);
  }
  if (content.what === 'xls') return openOldWorkbook(bytes, 'xls');
  if (content.what === 'empty') return fail('import.file_empty');
  // Of what packs files together only ZIP is opened; the rest is named as such.
  if ((content.what === 'xlsx' || content.what === 'zip') && isZip(bytes)) {
    const packed = await openPacked(bytes);
    if (!packed.ok) return packed;
    if (packed.value !== null) return ok(packed.value);
    if (openZip !== null) return openZip(bytes);
  }
  return fail('import.not_a_table', { found: contentWords[content.what], what: content.what });
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
}
