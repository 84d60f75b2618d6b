// Mutation tests of the money code: Stryker plants one small mistake at a time and the tests must notice. Hours, so only
// in the long run. What survives is explained in tests/mutation/README.md; fewer than nine in ten killed is a failure.

import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { outDir, root } from '../runtime/places.ts';
import { runTool } from '../runtime/run-tool.ts';
import { failure, type Outcome } from './outcome.ts';

interface MutationReport {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** Every mutant killed counts as passed; survivors count as skipped while enough were killed, else as failed. */
export async function checkMutants(extra: readonly string[]): Promise<Outcome> {
  const file = path.join(outDir, 'reports', 'mutation.json');
  await rm(file, { force: true });
  const script = path.join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const config = path.join('build', 'checks', 'stryker.config.json');
  const result = await runTool(process.execPath, [script, 'run', config, ...extra], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return failure(result.output);
  const report = JSON.parse(text) as MutationReport;
  const mutants = Object.values(report.files).flatMap((one) => one.mutants);
  const count = (...states: string[]) => mutants.filter(({ status }) => states.includes(status)).length;
  const left = count('Survived', 'NoCoverage');
  const enough = result.code === 0;
  return {
    passed: count('Killed', 'Timeout'),
    failed: enough ? 0 : Math.max(1, left),
    skipped: enough ? left : 0,
    details: result.output,
  };
}
