/** The first step of an import: what a file holds, what each column means, and how it would be read. Writes nothing. */
import { guessColumns } from '../../../shared/domain/import/guess-columns.ts';
import { ok } from '../../../shared/errors/result.ts';
import { fromSource, guessReason, readingDoubtSentence } from '../../../shared/text/import-words.ts';
import type { JobHandler } from '../context.ts';
import { findSameFile } from '../store/queries/imports.ts';

const shown = 25;
const examplesShown = 5;

export const previewImport: JobHandler<'imports.preview'> = async (context, { fileId, reading: chosen }) => {
  const looked = await context.files.look(fileId, chosen);
  if (!looked.ok) return looked;
  const look = looked.value;
  const cellsOf = look.sample.map(({ cells }) => cells);
  const columns = look.columns.map((_, index) => cellsOf.map((cells) => (cells[index] ?? '').trim()));
  const guesses = guessColumns(
    look.columns.map(({ name }) => name),
    columns,
    look.decided.decimal,
  );
  const fields = look.columns.map(({ field }, index) => field ?? guesses[index]?.field ?? null);
  return ok({
    fileName: look.fileName,
    bytes: look.bytes,
    fileSha256: look.sha256,
    format: look.format,
    sheets: [...look.sheets],
    reading: look.decided,
    recognisedBy: [...look.because],
    rowKind: look.rowKind,
    columns: look.columns.map(({ name }, index) => ({
      name: columnName(name, index),
      examples: examplesOf(columns[index] ?? []),
    })),
    mapping: fields,
    reasons: look.columns.map(({ field }, index) => {
      const guess = guesses[index];
      if (field !== null) return fromSource;
      return guess?.field == null || guess.because === null ? '' : guessReason(guess.field, guess.because);
    }),
    sample: look.sample.slice(0, shown).map(({ line, cells }) => ({
      line,
      cells: look.columns.map((_, index) => cut(cells[index] ?? '', 200)),
    })),
    rows: look.rows,
    skipped: [...look.skipped],
    skippedCount: look.skippedCount,
    stated: [...look.stated],
    asOf: look.asOf,
    doubts: look.doubts.map(({ code, params }) => readingDoubtSentence(code, params)),
    importedAt: findSameFile(context.store, look.sha256),
    profile: null,
  });
};

/** What a column is called on screen; one without a name by its place. */
export function columnName(name: string, index: number): string {
  return name === '' ? `Column ${index + 1}` : cut(name, 120);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function examplesOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))]
    .slice(0, examplesShown)
    .map((value) => cut(value, 120));
}
