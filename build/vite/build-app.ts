// Builds the parts of the app whose inputs changed, and leaves the others as they are.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { outDir, root } from '../runtime/places.ts';
import { SetupError } from '../runtime/setup-error.ts';
import { type BuildStep, buildSteps } from './configs.ts';

const stampDir = path.join(outDir, 'stamps');

/** The app folder that starts Duebook with the tests' fakes; give it to Electron instead of the checkout. */
export const testAppDir = path.join(outDir, 'test-app');

async function listFiles(target: string, except: readonly string[]): Promise<string[]> {
  const absolute = path.join(root, target);
  if (!existsSync(absolute) || except.includes(target)) return [];
  const entries = await readdir(absolute, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [target];
  const lists = await Promise.all(
    entries.map((entry) => {
      const name = `${target}/${entry.name}`;
      return entry.isDirectory() ? listFiles(name, except) : [name];
    }),
  );
  return lists.flat();
}

/** A fingerprint of the contents of everything that goes into a build. */
async function fingerprint(step: BuildStep): Promise<string> {
  const lists = await Promise.all(step.inputs.map((input) => listFiles(input, step.except)));
  const hash = createHash('sha256');
  for (const file of lists.flat().sort()) {
    hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function runStep(step: BuildStep, force: boolean): Promise<boolean> {
  if (!existsSync(path.join(root, step.entry))) return false;
  const stampPath = path.join(stampDir, step.name);
  const print = await fingerprint(step);
  const last = await readFile(stampPath, 'utf8').catch(() => '');
  if (!force && last === print && existsSync(path.join(root, step.output))) return false;
  await rm(stampPath, { force: true });
  if ('copy' in step.make) await step.make.copy();
  else {
    // Loaded only when there is something to build: it would be a third of a second of every start.
    const { build } = await import('vite');
    await build(await step.make.vite());
  }
  await mkdir(stampDir, { recursive: true });
  await writeFile(stampPath, print);
  return true;
}

async function writeTestApp(): Promise<void> {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, productName, version, type } = manifest;
  await mkdir(testAppDir, { recursive: true });
  await writeFile(
    path.join(testAppDir, 'package.json'),
    JSON.stringify({ name, productName, version, type, main: '../app/main.test.js' }),
  );
}

/** Builds the parts whose inputs changed and returns their names; throws a SetupError when one does not build. */
export async function buildApp(options: { force?: boolean; tests?: boolean } = {}): Promise<string[]> {
  const steps = buildSteps.filter((step) => options.tests === true || step.name !== 'main.test');
  const built: string[] = [];
  for (const step of steps) {
    try {
      if (await runStep(step, options.force === true)) built.push(step.name);
    } catch (error) {
      const reason = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
      throw new SetupError(`The ${step.name} part of the app does not build:\n${reason}`);
    }
  }
  if (options.tests === true) await writeTestApp();
  return built;
}
