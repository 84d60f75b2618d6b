/**
 * A ZIP that somebody sent: the tables in it are its sheets, each read as if it had been chosen by itself. One in a ZIP in a ZIP is
 * not looked for, and nothing is ever written anywhere.
 */
import { importLimits } from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { contentWords } from '../../../shared/text/import-words.ts';
import { unlessBroken } from '../file-fault.ts';
import type { OpenedFile, OpenedTables } from '../opened-file.ts';
import { openZip, type ZipPart } from '../zip-parts.ts';

/** What the Mac and Windows put beside the files of a folder. */
const ofTheSystem = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
/** More files than anybody means to choose from. */
const mostFiles = 50;

/**
 * `open` opens what lies in it. Faults: `import.not_a_table` when no table does, `import.archive_of_many` when one of several files is
 * no table but a list of its own, those of a packed file, and of a single file its own.
 */
export function openArchive(
  bytes: Buffer,
  open: (bytes: Buffer) => Promise<Result<OpenedFile>>,
): Promise<Result<OpenedFile>> {
  return unlessBroken(async () => {
    const zip = await openZip(bytes);
    const files = zip.parts.filter(({ name }) => !ofTheSystem.test(name));
    if (files.length > mostFiles) return fail('import.archive_of_many', { files: files.length });
    const opened: { part: ZipPart; file: OpenedFile }[] = [];
    let first: Result<OpenedFile> | null = null;
    let held = 0;
    for (const part of files) {
      held += part.bytes;
      if (held > importLimits.bytes)
        return fail('import.too_large', { bytes: held, most: importLimits.bytes });
      const result = await open(await zip.read(part, importLimits.bytes));
      first ??= result;
      if (result.ok) opened.push({ part, file: result.value });
    }
    const [only] = opened;
    if (only === undefined)
      return files.length === 1 && first !== null
        ? first
        : fail('import.not_a_table', { found: contentWords.zip, what: 'zip' });
    if (opened.length === 1) return ok(only.file);
    const tables = opened.flatMap(({ part, file }) => (file.kind === 'tables' ? [{ part, file }] : []));
    if (tables.length < opened.length) return fail('import.archive_of_many', { files: opened.length });
    return ok(together(tables));
  });
}

/** Several tables as the sheets of one. */
function together(tables: readonly { readonly part: ZipPart; readonly file: OpenedTables }[]): OpenedTables {
  const sheets = tables.flatMap(({ part, file }) =>
    file.sheets.map((info, sheet) => ({
      file,
      sheet,
      info: { ...info, name: file.sheets.length === 1 ? part.name : `${part.name}: ${info.name}` },
    })),
  );
  const [first] = tables;
  const at = (sheet: number) => sheets[Math.min(sheet, sheets.length - 1)];
  return {
    kind: 'tables',
    format: first?.file.format ?? 'text',
    sheets: sheets.map(({ info }) => info),
    firstSheet: Math.max(
      0,
      sheets.findIndex(({ file, sheet }) => sheet === file.firstSheet),
    ),
    async begin(sheet, asked, steps) {
      const found = at(sheet);
      return found === undefined ? fail('import.file_empty') : found.file.begin(found.sheet, asked, steps);
    },
    async read(sheet, reading, take, steps) {
      const found = at(sheet);
      return found === undefined
        ? fail('import.file_empty')
        : found.file.read(found.sheet, reading, take, steps);
    },
  };
}
