import type { JobHandler } from '../context.ts';

export const dryRunImport: JobHandler<'imports.dryRun'> = async () => {
  throw new Error('imports.dryRun is not written yet');
};

export const runImport: JobHandler<'imports.run'> = async () => {
  throw new Error('imports.run is not written yet');
};
