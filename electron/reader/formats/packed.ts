/** What a packed file is, by the parts it says it consists of, and the one that opens it. */
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { unlessBroken } from '../file-fault.ts';
import type { OpenedFile } from '../opened-file.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { relationsOf } from './package-parts.ts';
import { tablesOf } from './workbook-tables.ts';
import { openXlsx } from './xlsx.ts';

/**
 * `null` for an archive that is no office document. Faults: `import.encrypted`, `import.unpacks_too_large`, `import.unsafe_markup`,
 * `import.too_many_sheets`, `import.not_a_table`, `import.unreadable`.
 */
export function openPacked(bytes: Buffer): Promise<Result<OpenedFile | null>> {
  return unlessBroken(async () => {
    const zip = await openZip(bytes);
    const main = await mainPart(zip);
    if (main === null) return ok(null);
    if (!/(^|\/)workbook[^/]*\.xml$/i.test(main))
      return fail('import.not_a_table', { found: 'a text document or a presentation', what: 'document' });
    return ok(tablesOf(await openXlsx(zip, main)));
  });
}

/** The part everything else hangs on; some programs leave out the list that names it. */
async function mainPart(zip: ZipParts): Promise<string | null> {
  const relations = await relationsOf(zip, '');
  const named = relations.find(({ type }) => type === 'officeDocument')?.target;
  return named ?? zip.find('xl/workbook.xml')?.name ?? null;
}
