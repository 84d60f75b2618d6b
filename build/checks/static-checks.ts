// The checks that run nothing of Duebook. Each returns what it did and what it found; none prints.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../runtime/places.ts';
import { runTool } from '../runtime/run-tool.ts';
import type { Outcome } from './outcome.ts';
import { checkPlacement } from './placement.ts';

/** The folders that are type-checked, each with its own tsconfig.json. */
const typedFolders = ['shared', 'electron', 'electron/book', 'renderer', 'tests', 'build'] as const;

function tool(...parts: string[]): string {
  return path.join(root, 'node_modules', ...parts);
}

function runNode(script: string, args: readonly string[]) {
  return runTool(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
}

function single(ok: boolean, details: string): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, details: ok ? '' : details.trim() };
}

export async function checkTypes(): Promise<Outcome> {
  const waiting = [...typedFolders];
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, details: '' };
  const work = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const result = await runNode(tool('@typescript', 'native', 'bin', 'tsc'), [
        '-p',
        folder,
        '--pretty',
        'false',
      ]);
      if (result.code === 0) outcome.passed += 1;
      else {
        outcome.failed += 1;
        outcome.details += `${folder}:\n${result.output}`;
      }
    }
  };
  await Promise.all([work(), work()]);
  return outcome;
}

export async function checkLint(): Promise<Outcome> {
  const args = ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50', '.'];
  const result = await runNode(tool('@biomejs', 'biome', 'bin', 'biome'), args);
  const checked = Number(/Checked (\d+) files/.exec(result.output)?.[1] ?? 0);
  if (checked === 0) return single(false, `The linter read no file.\n${result.output}`);
  return single(result.code === 0, result.output);
}

interface CruiseReport {
  modules: { source: string }[];
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string; severity: string } }[];
  };
}

/** Judges dependency-cruiser's report: a folder of which nothing was analysed is a failure, whatever it found. */
export function judgeCruise(report: CruiseReport, folders: readonly string[]): Outcome {
  const lines: string[] = [];
  for (const folder of folders) {
    const seen = report.modules.some(
      ({ source }) => source.startsWith(`${folder}/`) && /\.tsx?$/.test(source),
    );
    if (!seen) lines.push(`No TypeScript file of ${folder}/ was analysed, so its imports are not checked.`);
  }
  for (const { from, to, rule } of report.summary.violations) {
    if (rule.severity === 'error') lines.push(`${rule.name}: ${from} -> ${to}`);
  }
  return single(lines.length === 0, lines.join('\n'));
}

export async function checkDependencies(checkout: string = root): Promise<Outcome> {
  const folders = ['shared', 'electron', 'renderer', 'tests', 'build'].filter((folder) =>
    existsSync(path.join(checkout, folder)),
  );
  const config = path.join(root, 'build', 'checks', 'dependency-cruiser.cjs');
  const script = tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [script, '--config', config, '--output-type', 'json', ...folders];
  const result = await runTool(process.execPath, args, { cwd: checkout });
  let report: CruiseReport;
  try {
    report = JSON.parse(result.output) as CruiseReport;
  } catch {
    return single(false, `dependency-cruiser did not report:\n${result.output}`);
  }
  return judgeCruise(report, folders);
}

export async function checkUnused(): Promise<Outcome> {
  const args = ['--config', 'build/checks/knip.json', '--no-progress'];
  const result = await runNode(tool('knip', 'bin', 'knip.js'), args);
  return single(result.code === 0, result.output);
}

export async function checkPlaces(): Promise<Outcome> {
  const { files, misplaced } = await checkPlacement(root);
  const lines = misplaced.map(({ file, line, what }) => `${file}:${line}: ${what}`);
  if (files === 0) lines.push('No file was read, so nothing was checked.');
  return single(lines.length === 0, lines.join('\n'));
}
