// The packed app that the tests start, made again only when something that goes into it changed: packing takes most
// of a minute.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { outDir, root } from '../runtime/places.ts';
import type { Runtime } from '../runtime/resolve-runtime.ts';
import { testConfig, testPackageDir } from './config.ts';

/** The packed program itself. */
export function testPackageProgram(): string {
  if (process.platform === 'darwin') {
    const folder = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
    return path.join(testPackageDir, folder, 'Duebook.app', 'Contents', 'MacOS', 'Duebook');
  }
  if (process.platform === 'win32') return path.join(testPackageDir, 'win-unpacked', 'Duebook.exe');
  return path.join(testPackageDir, 'linux-unpacked', 'duebook');
}

async function fingerprint(runtime: Runtime): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(runtime));
  for (const file of ['package-lock.json', 'package.json', 'build/packaging/config.ts', 'LICENSE']) {
    hash.update(await readFile(path.join(root, file)));
  }
  const app = path.join(outDir, 'app');
  for (const name of (await readdir(app, { recursive: true })).sort()) {
    const file = path.join(app, name);
    if ((await stat(file)).isFile()) hash.update(name).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Packs the built app with the runtime at hand and returns the program to start. */
export async function packForTest(runtime: Runtime): Promise<string> {
  const stampPath = path.join(outDir, 'stamps', 'package-test');
  const print = await fingerprint(runtime);
  const last = await readFile(stampPath, 'utf8').catch(() => '');
  const program = testPackageProgram();
  if (last === print && existsSync(program)) return program;
  await rm(stampPath, { force: true });
  await rm(testPackageDir, { recursive: true, force: true });
  const targets = Platform.current().createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64);
  await build({ projectDir: root, config: testConfig(runtime), targets, publish: 'never' });
  await mkdir(path.dirname(stampPath), { recursive: true });
  await writeFile(stampPath, print);
  return program;
}
