/**
 * Letters from a file and to one. A file is looked at before anything of it is taken, and what is taken becomes a draft of the office:
 * somebody reads it before it goes out. Whatever stands in a file is data: sizes are limited, shapes checked (`readDoc`), and a code
 * counts only where it names a letter of this office.
 */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { line, optionalLine } from '../../../shared/contract/call.ts';
import { letterAbout, type TemplateFileItem, templateCode } from '../../../shared/contract/templates.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { docDifference } from '../../../shared/templates/document/doc-difference.ts';
import type { LetterDoc } from '../../../shared/templates/document/letter-doc.ts';
import { readDoc } from '../../../shared/templates/document/read-doc.ts';
import {
  largestTemplateFile,
  mostInTemplateFile,
  templateFileFormat,
  templateFileVersion,
} from '../../../shared/templates/document/template-file.ts';
import { shippedLetters } from '../../../shared/templates/letters/library.ts';
import type { JobHandler } from '../context.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import { findTemplateRow, listTemplateRows, listTemplateRowsOf } from '../store/queries/templates.ts';
import type { Store } from '../store/store.ts';
import { faultOfFile } from '../vault/file-fault.ts';
import { writeWhole } from '../vault/write-whole.ts';
import { keepVersion, newCode, problemsOf, readAbout, readKeptDoc } from './templates.ts';

const fileLetter = z.strictObject({
  code: templateCode,
  replaces: z.union([templateCode, z.literal('')]),
  name: line(80),
  description: optionalLine(300),
  about: letterAbout,
  doc: z.unknown(),
});
type FileLetter = Omit<z.output<typeof fileLetter>, 'doc'> & { readonly doc: LetterDoc };

const envelope = z.object({
  format: z.literal(templateFileFormat),
  version: z.int(),
  letters: z.array(z.unknown()).min(1).max(mostInTemplateFile),
});

const unreadable = (reason: string) => fail('template.file_unreadable', { reason });

async function readText(path: string | null): Promise<Result<string>> {
  if (path === null) return fail('file.gone');
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return fail('file.gone');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return fail('file.gone');
    if (stat.size > largestTemplateFile) return unreadable('it is too large');
    return ok(await handle.readFile('utf8'));
  } catch {
    // A folder, a broken disk, a file that went away: nothing was read.
    return fail('file.gone');
  } finally {
    await handle.close();
  }
}

export function readTemplateFile(text: string): Result<readonly FileLetter[]> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable('it is not written as letters are');
  }
  const outer = envelope.safeParse(data);
  if (!outer.success) return unreadable('it does not begin as such a file does');
  if (outer.data.version > templateFileVersion) {
    return unreadable('it was saved by a newer Duebook, which this one cannot read');
  }
  const letters: FileLetter[] = [];
  for (const [at, item] of outer.data.letters.entries()) {
    const checked = fileLetter.safeParse(item);
    if (!checked.success) {
      const path = checked.error.issues[0]?.path.join('.') ?? '';
      return unreadable(
        `letter ${at + 1} has something that cannot be used${path === '' ? '' : ` (${path})`}`,
      );
    }
    const doc = readDoc(checked.data.doc);
    if (!doc.ok) return unreadable(`letter ${at + 1}: ${doc.error.params.what} (${doc.error.params.place})`);
    letters.push({ ...checked.data, doc: doc.value });
  }
  if (new Set(letters.map(({ code }) => code)).size < letters.length)
    return unreadable('it holds one letter twice');
  return ok(letters);
}

async function readChosen(path: string | null): Promise<Result<readonly FileLetter[]>> {
  const text = await readText(path);
  return text.ok ? readTemplateFile(text.value) : text;
}

/** The letter of this office a letter of a file is a version of, as it stands now. */
function ownOf(store: Store, letter: FileLetter) {
  const rows = listTemplateRowsOf(store, letter.code).filter(({ origin }) => origin === 'office');
  return rows.find(({ retiredAt }) => retiredAt === null) ?? rows[0] ?? null;
}

function itemOf(store: Store, letter: FileLetter, place: number): TemplateFileItem {
  const own = ownOf(store, letter);
  const doc = own ? readKeptDoc(store, own.templateId) : null;
  const lines = doc ? docDifference(doc, letter.doc).filter(({ kind }) => kind !== 'same') : [];
  const differences = [
    ...(own && own.name !== letter.name ? [`The name is “${letter.name}” instead of “${own.name}”.`] : []),
    ...(own && JSON.stringify(readAbout(own.about)) !== JSON.stringify(letter.about)
      ? ['For whom it is, or what it is for, is different.']
      : []),
    ...lines.map(({ kind, text }) => `${kind === 'new' ? 'New' : 'Gone'}: ${text}`),
  ];
  return {
    place,
    name: letter.name,
    stage: letter.about.stage,
    change: own === null ? 'new' : differences.length === 0 ? 'same' : 'changed',
    of: own?.name ?? '',
    differences: differences.slice(0, 200),
    problems: problemsOf(letter.doc, letter.about),
  };
}

export const previewTemplateFile: JobHandler<'templates.previewFile'> = async (
  { store, pathOf },
  { fileId },
) => {
  const letters = await readChosen(pathOf(fileId));
  return letters.ok
    ? ok({ items: letters.value.map((letter, place) => itemOf(store, letter, place)) })
    : letters;
};

export const takeTemplateFile: JobHandler<'templates.takeFile'> = async (
  { pathOf, write },
  { fileId, places },
) => {
  const letters = await readChosen(pathOf(fileId));
  if (!letters.ok) return letters;
  const wanted = new Set(places);
  return write((context) => {
    const codes = new Set(listTemplateRows(context.store).map(({ code }) => code));
    const shipped = new Set(shippedLetters.map(({ code }) => code));
    let taken = 0;
    for (const [place, letter] of letters.value.entries()) {
      if (!wanted.has(place)) continue;
      const own = ownOf(context.store, letter);
      const code = own?.code ?? newCode(context.operationId, codes);
      codes.add(code);
      const replaces = own?.replaces ?? (shipped.has(letter.replaces) ? letter.replaces : '');
      const { name, description, about, doc } = letter;
      const kept = keepVersion(context, {
        code,
        replaces,
        draft: true,
        template: { name, description, about, doc },
      });
      if (!kept.ok) return kept;
      taken += 1;
    }
    return ok({ taken });
  });
};

/** Writes the versions named: a copy to pass on, without anything of an account. */
export const saveTemplates: ErrandHandlers['templates.saveTo'] = async ({ store }, { templateIds, path }) => {
  if (!store) return fail('book.not_open');
  const letters: FileLetter[] = [];
  for (const templateId of templateIds) {
    const row = findTemplateRow(store, templateId);
    if (!row) return fail('template.not_found');
    const doc = readKeptDoc(store, templateId);
    if (!doc) return fail('template.not_a_document');
    const { code, replaces, name, description, about } = row;
    letters.push({ code, replaces, name, description, about: readAbout(about), doc });
  }
  const file = { format: templateFileFormat, version: templateFileVersion, letters };
  try {
    await writeWhole(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
    return ok(null);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === null) throw error;
    return fault.error.code === 'book.disk_full'
      ? fault
      : fail('file.not_writable', { name: basename(path) });
  }
};

/** What a file of one letter is offered under. */
export const nameTemplate: ErrandHandlers['templates.name'] = ({ store }, { templateId }) => {
  if (!store) return fail('book.not_open');
  const row = findTemplateRow(store, templateId);
  return row ? ok({ name: row.name }) : fail('template.not_found');
};
