// `npm test`: brings what is missing and runs every group of checks, one line each, with the whole output of what
// failed. The last line of all is "N passed, N failed". A group that ran nothing has failed.
//
// `npm test -- unit e2e` runs these groups only; what is not a group's name goes to the test runner as it is.

import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkMutants } from '../checks/mutation.ts';
import { addUp, countsOf, failure, lineOf, type Outcome, refuseEmpty } from '../checks/outcome.ts';
import {
  checkDependencies,
  checkLint,
  checkPlaces,
  checkTypes,
  checkUnused,
} from '../checks/static-checks.ts';
import { outDir, root } from '../runtime/places.ts';
import { resolveRuntime } from '../runtime/resolve-runtime.ts';
import { runTool } from '../runtime/run-tool.ts';
import { runCommand, SetupError } from '../runtime/setup-error.ts';
import { buildApp } from '../vite/build-app.ts';

const staticGroups = ['types', 'lint', 'imports', 'places', 'unused'] as const;
const vitestGroups = ['unit', 'contract', 'migrations', 'faults', 'long'] as const;
const windowGroups = ['e2e', 'package'] as const;
type Group =
  | (typeof staticGroups)[number]
  | (typeof vitestGroups)[number]
  | (typeof windowGroups)[number]
  | 'build'
  | 'mutation';

const everything: readonly Group[] = [
  ...staticGroups,
  'unit',
  'contract',
  'migrations',
  'faults',
  'build',
  ...windowGroups,
];
const names: readonly string[] = [...everything, 'long', 'mutation'];

const staticChecks: Record<(typeof staticGroups)[number], () => Promise<Outcome>> = {
  types: checkTypes,
  lint: checkLint,
  imports: checkDependencies,
  places: checkPlaces,
  unused: checkUnused,
};

function plainEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, FORCE_COLOR: '0', ...extra };
}

async function readReport<T>(file: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as T);
}

interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
}

async function runVitest(group: Group, extra: readonly string[]): Promise<Outcome> {
  const file = path.join(outDir, 'reports', `${group}.json`);
  await rm(file, { force: true });
  const args = ['run', '--config', 'build/vitest.config.ts', '--project', group];
  const script = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await runTool(process.execPath, [script, ...args, ...reporters, ...extra], {
    cwd: root,
    env: plainEnvironment({}),
  });
  const report = await readReport<VitestReport>(file);
  if (report === null) return failure(result.output);
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    // A file that does not even load has no failed test, but has failed.
    failed: failed === 0 && (!report.success || result.code !== 0) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    details: result.code === 0 && report.success ? '' : result.output,
  };
}

interface PlaywrightReport {
  errors: { message?: string }[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

async function runPlaywright(group: Group, extra: readonly string[]): Promise<Outcome> {
  const file = path.join(outDir, 'reports', `${group}.json`);
  await rm(file, { force: true });
  const script = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [
    'test',
    '--config',
    'build/playwright.config.ts',
    `--project=${group}`,
    '--reporter=list,json',
  ];
  const result = await runTool(process.execPath, [script, ...args, ...extra], {
    cwd: root,
    env: plainEnvironment({ PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '0' }),
  });
  const report = await readReport<PlaywrightReport>(file);
  if (report === null) return failure(result.output);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected;
  return {
    passed: expected + flaky,
    failed: failed === 0 && result.code !== 0 ? 1 : failed,
    skipped,
    // What passed only at the second try passed, and is shown with all that was printed.
    details: result.code === 0 && flaky === 0 ? '' : result.output,
  };
}

const outcomes: Outcome[] = [];

/** Runs one group and prints its line. */
async function runGroup(group: Group, work: () => Promise<Outcome>): Promise<Outcome> {
  const started = performance.now();
  let outcome: Outcome;
  try {
    outcome = refuseEmpty(group, await work());
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    outcome = failure(error instanceof SetupError ? error.message : stack);
  }
  outcomes.push(outcome);
  console.log(lineOf(group, outcome, (performance.now() - started) / 1000));
  if (outcome.details !== '') console.log(`\n${stripVTControlCharacters(outcome.details).trim()}\n`);
  return outcome;
}

async function prepareWindowTests(): Promise<Outcome> {
  const tell = (line: string) => console.log(line);
  await Promise.all([resolveRuntime({ alwaysVirtualDisplay: true, tell }), buildApp({ tests: true })]);
  return { passed: 1, failed: 0, skipped: 0, details: '' };
}

await runCommand(async () => {
  const args = process.argv.slice(2);
  const chosen = args.filter((argument) => names.includes(argument));
  const extra = args.filter((argument) => !names.includes(argument));
  const wanted = (group: Group) => (chosen.length === 0 ? everything : chosen).includes(group);
  const needsWindow = windowGroups.some(wanted) || wanted('build');
  const started = performance.now();

  const quietLane = async () => {
    for (const group of staticGroups) if (wanted(group)) await runGroup(group, staticChecks[group]);
    for (const group of vitestGroups) if (wanted(group)) await runGroup(group, () => runVitest(group, extra));
    if (chosen.includes('mutation')) await runGroup('mutation', () => checkMutants(extra));
  };
  const buildLane = async () => (needsWindow ? await runGroup('build', prepareWindowTests) : null);
  const [, build] = await Promise.all([quietLane(), buildLane()]);

  for (const group of windowGroups) {
    if (!wanted(group)) continue;
    await runGroup(group, async () => {
      if (build?.failed !== 0) return failure('Not run, because the app was not built.');
      return runPlaywright(group, extra);
    });
  }

  console.log(`\nAll of it took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  const total = addUp(outcomes);
  console.log(countsOf(total));
  return total.failed === 0 ? 0 : 1;
});
