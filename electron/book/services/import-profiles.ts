/** Remembered ways of reading a file: found again by the names of its columns and the program it comes from. */
import { importSources } from '../../../shared/domain/import.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { listProfiles, retireProfile } from '../store/queries/import-profiles.ts';

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
