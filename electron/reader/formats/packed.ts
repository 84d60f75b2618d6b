/** What a packed file or one of the old containers is, by the parts it says it consists of, and the one that opens it. */
import type { FileFormat } from '../../../shared/domain/import/file-look.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { unlessBroken } from '../file-fault.ts';
import type { OpenedFile } from '../opened-file.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { openOds } from './ods.ts';
import { openBinary, openOther } from './other-workbooks.ts';
import { relationsOf } from './package-parts.ts';
import { tablesOf } from './workbook-tables.ts';
import { openXlsx } from './xlsx.ts';

const aDocument = { found: 'a text document or a presentation', what: 'document' } as const;

/**
 * `null` for an archive that is no office document. Faults: `import.encrypted`, `import.unpacks_too_large`, `import.unsafe_markup`,
 * `import.too_many_sheets`, `import.too_large`, `import.not_a_table`, `import.unreadable`.
 */
export function openPacked(bytes: Buffer): Promise<Result<OpenedFile | null>> {
  return unlessBroken(async () => {
    const zip = await openZip(bytes);
    const main = await mainPart(zip);
    if (main !== null) {
      if (/(^|\/)workbook[^/]*\.xml$/i.test(main)) return ok(tablesOf(await openXlsx(zip, main)));
      if (/(^|\/)workbook[^/]*\.bin$/i.test(main)) return ok(tablesOf(await openBinary(bytes, zip)));
      return fail('import.not_a_table', aDocument);
    }
    const kind = await openDocumentKind(zip);
    if (kind === null) return ok(null);
    if (!kind.startsWith('spreadsheet')) return fail('import.not_a_table', aDocument);
    return ok(tablesOf(await openOds(zip)));
  });
}

/** XLS, SYLK and DIF. Faults: those of `openPacked`. */
export function openOldWorkbook(
  bytes: Buffer,
  format: Extract<FileFormat, 'xls' | 'sylk' | 'dif'>,
): Promise<Result<OpenedFile>> {
  return unlessBroken(async () => ok(tablesOf(await openOther(bytes, format))));
}

/** The part everything else hangs on; some programs leave out the list that names it. */
async function mainPart(zip: ZipParts): Promise<string | null> {
  const relations = await relationsOf(zip, '');
  const named = relations.find(({ type }) => type === 'officeDocument')?.target;
  return named ?? zip.find('xl/workbook.xml')?.name ?? zip.find('xl/workbook.bin')?.name ?? null;
}

/** `spreadsheet`, `text`, …; `null` for what is no OpenDocument. */
async function openDocumentKind(zip: ZipParts): Promise<string | null> {
  const part = zip.find('mimetype');
  if (part === null) return null;
  const type = (await zip.read(part, 1000)).toString('latin1').trim();
  const prefix = 'application/vnd.oasis.opendocument.';
  return type.startsWith(prefix) ? type.slice(prefix.length) : null;
}

/**
 * Text that is a workbook all the same: SYLK and DIF. A list whose columns are called `ID;Phone` begins like a SYLK, too, so records of one
 * must follow.
 */
export function oldTextFormat(bytes: Buffer): 'sylk' | 'dif' | null {
  const beginning = bytes.toString('latin1', 0, 64 * 1024);
  if (/^ID;P[^\r\n]*[\r\n]+[A-Z]{1,2};/.test(beginning) && /[\r\n]C;(?:[XYK]|[A-Z]+\d)/.test(beginning))
    return 'sylk';
  return /^TABLE\s*[\r\n]+0,1\s*[\r\n]/.test(beginning) ? 'dif' : null;
}
