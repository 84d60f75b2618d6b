/** Remembered ways of reading a file: found again by the names of its columns and the program it comes from. */
import type { z } from 'zod';
import { type ImportPlan, importPlan } from '../../../shared/contract/imports.ts';
import { likenessOf, profileSignature, remembered } from '../../../shared/domain/import/profile.ts';
import {
  type ImportField,
  type ImportSource,
  importFields,
  importSources,
} from '../../../shared/domain/import.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findClient } from '../store/queries/debtors.ts';
import {
  keepProfile,
  listProfiles,
  type ProfileRecord,
  retireProfile,
} from '../store/queries/import-profiles.ts';
import type { Store } from '../store/store.ts';

export const listImportProfiles: QueryHandler<'imports.profiles'> = ({ store }) =>
  ok({
    profiles: listProfiles(store).map(({ profileId, name, source, columns, usedAt, uses }) => ({
      profileId,
      name,
      source: importSources.find((known) => known === source) ?? 'table',
      columns: JSON.parse(columns) as string[],
      usedAt,
      uses,
    })),
  });

/** Faults: `import.profile_not_found`. */
export const retireImportProfile: CommandHandler<'imports.retireProfile'> = (context, { profileId }) => {
  if (!retireProfile(context.store, profileId, context.now)) return fail('import.profile_not_found');
  context.changed('imports');
  return ok({});
};

/** What a plan says of files of its shape, without what belongs to one file alone. */
const lasting = importPlan
  .pick({
    mapping: true,
    rowKind: true,
    clientId: true,
    clientName: true,
    debtType: true,
    debtorKind: true,
    settledMeansPaid: true,
    paidItems: true,
    foreignCurrency: true,
    changed: true,
    restoreZeros: true,
  })
  .strip()
  .partial();

export type FoundProfile = {
  readonly profileId: number;
  readonly name: string;
  readonly usedAt: number;
  /** For this file's columns; `undefined` where the profile does not know one. */
  readonly mapping: readonly (ImportField | null | undefined)[];
  readonly dateOrder: ImportPlan['reading']['dateOrder'] | null;
  readonly plan: Omit<z.output<typeof lasting>, 'mapping'>;
  /** Columns of this file that the profile has never met. */
  readonly unknown: readonly string[];
};

/**
 * The profile that fits a file: of the same names, the one used last; else the one most like it. `null` when none does. A profile
 * that a later version wrote, or whose client is gone, gives what of it still holds.
 */
export function findProfile(
  store: Store,
  source: ImportSource,
  columns: readonly string[],
): FoundProfile | null {
  const signature = profileSignature(source, columns);
  if (signature === null) return null;
  let best: { record: ProfileRecord; like: number } | null = null;
  // The newest use stands first, so that of equals it wins.
  for (const record of listProfiles(store)) {
    if (record.source !== source) continue;
    const like = record.signature === signature ? 2 : likenessOf(columns, namesOf(record));
    if (like > 0 && (best === null || like > best.like)) best = { record, like };
  }
  if (best === null) return null;
  const { record } = best;
  const kept = JSON.parse(record.plan) as Record<string, unknown> | null;
  const reading = (kept?.reading ?? {}) as { readonly dateOrder?: unknown };
  const { reading: _, ...rest } = kept ?? {};
  const parsed = lasting.safeParse(rest);
  if (!parsed.success) return null;
  const { mapping = [], clientId, ...plan } = parsed.data;
  const known = remembered(columns, { columns: namesOf(record), mapping });
  const client = clientId === undefined || clientId === null ? null : findClient(store, clientId);
  return {
    profileId: record.profileId,
    name: record.name,
    usedAt: record.usedAt,
    mapping: known,
    dateOrder: (['mdy', 'dmy', 'ymd'] as const).find((order) => order === reading.dateOrder) ?? null,
    plan: { ...plan, clientId: client?.clientId ?? null },
    unknown: columns.filter((name, index) => name.trim() !== '' && known[index] === undefined),
  };
}

function namesOf(record: ProfileRecord): string[] {
  return JSON.parse(record.columns) as string[];
}

/**
 * Remembers how a file was brought in, where the plan names it; one of that name is brought up to date and counted as used. Within
 * the transaction of the import. `columns` are those of the flat table, in their order.
 */
export function rememberProfile(
  at: { readonly store: Store; readonly now: number; readonly author: string },
  plan: ImportPlan,
  columns: readonly string[],
): void {
  const name = plan.profileName.trim();
  const { source, dateOrder } = plan.reading;
  const signature = profileSignature(source, columns);
  if (name === '' || signature === null) return;
  const kept = lasting.parse(plan);
  const mapping = kept.mapping?.map((field) => importFields.find((known) => known === field) ?? null);
  keepProfile(at.store, {
    name,
    signature,
    source,
    columns: JSON.stringify(columns),
    plan: JSON.stringify({ ...kept, mapping, reading: { dateOrder } }),
    at: at.now,
    author: at.author,
  });
}
