/** The first step of an import: what a file holds, what each column means, and how it would be read. Writes nothing. */
import { type MappedColumn, mapColumns } from '../../../shared/domain/import/map-columns.ts';
import { restoreZero } from '../../../shared/domain/import/rows/reach.ts';
import { ok } from '../../../shared/errors/result.ts';
import {
  fromProfile,
  fromSource,
  guessReason,
  readingDoubtSentence,
} from '../../../shared/text/import-words.ts';
import type { JobHandler } from '../context.ts';
import { findProfile } from '../services/import-profiles.ts';
import { findSameFile } from '../store/queries/imports.ts';

const shown = 25;
const examplesShown = 5;

export const previewImport: JobHandler<'imports.preview'> = async (
  context,
  { fileId, reading: chosen, useProfile, rowKind },
) => {
  const looked = await context.files.look(fileId, chosen);
  if (!looked.ok) return looked;
  const look = looked.value;
  const cellsOf = look.sample.map(({ cells }) => cells);
  const columns = look.columns.map((_, index) => cellsOf.map((cells) => (cells[index] ?? '').trim()));
  const profile = useProfile
    ? findProfile(
        context.store,
        look.decided.source,
        look.columns.map(({ name }) => name),
      )
    : null;
  const mapped = mapColumns({
    source: look.decided.source,
    columns: look.columns,
    values: columns,
    decimal: look.decided.decimal,
    rowKind: look.rowKind,
    chosen: rowKind ?? profile?.plan.rowKind ?? null,
    remembered: rowKind === undefined ? (profile?.mapping ?? null) : null,
  });
  // A day that could be read either way is read as it was the last time; one that is sure is read as it stands.
  const remembersOrder =
    profile !== null &&
    profile.dateOrder !== null &&
    chosen.dateOrder === undefined &&
    look.doubts.some(({ code }) => code === 'date_ambiguous');
  const doubts = [
    ...look.doubts.filter(({ code }) => !(remembersOrder && code === 'date_ambiguous')),
    ...doubtsOfZips(mapped.columns, columns),
    ...(profile !== null && profile.unknown.length > 0
      ? [{ code: 'profile_partly', params: { name: profile.name, columns: listOf(profile.unknown) } }]
      : []),
  ];
  const mapping = mapped.columns.map(({ field }) => field);
  return ok({
    fileName: look.fileName,
    bytes: look.bytes,
    fileSha256: look.sha256,
    format: look.format,
    sheets: [...look.sheets],
    reading:
      remembersOrder && profile?.dateOrder ? { ...look.decided, dateOrder: profile.dateOrder } : look.decided,
    recognisedBy: [...look.because],
    rowKind: mapped.rowKind,
    columns: look.columns.map(({ name }, index) => ({
      name: columnName(name, index),
      examples: examplesOf(columns[index] ?? []),
    })),
    mapping,
    reasons: mapped.columns.map(({ field, because }) => {
      if (field === null || because === null) return '';
      if (because === 'profile') return fromProfile(profile?.name ?? '');
      return because === 'source' ? fromSource : guessReason(field, because);
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
    doubts: doubts.map(({ code, params }) => readingDoubtSentence(code, params)),
    importedAt: findSameFile(context.store, look.sha256),
    profile:
      profile === null || rowKind !== undefined
        ? null
        : {
            profileId: profile.profileId,
            name: profile.name,
            usedAt: profile.usedAt,
            plan: { ...profile.plan, mapping },
          },
  });
};

/** ZIP codes whose leading zero a spreadsheet has cut off, told by their state. */
function doubtsOfZips(
  mapped: readonly MappedColumn[],
  values: readonly (readonly string[])[],
): { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[] {
  const zips = values[mapped.findIndex(({ field }) => field === 'postal_code')] ?? [];
  const states = values[mapped.findIndex(({ field }) => field === 'region')] ?? [];
  const cut = zips.filter((zip, row) => restoreZero(zip, states[row] ?? '') !== zip);
  const first = cut[0];
  return first === undefined ? [] : [{ code: 'zips_cut', params: { zip: first, count: cut.length } }];
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${cut(name, 40)}”`);
  return names.length > 4 ? `${shown.join(', ')} and ${names.length - 4} more` : shown.join(', ');
}

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
