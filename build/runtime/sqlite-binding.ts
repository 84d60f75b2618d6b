// The SQLite addon comes prebuilt for Node-API 10. An Electron older than 35 offers less, so for it the addon is
// built from the package's own source: once a machine, about a minute, kept in the cache. What Node 24 uses in
// node_modules is never touched.

import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildOnce } from './build-once.ts';
import { unpackNpmPackage } from './npm-package.ts';
import { cacheDir, root } from './places.ts';
import { findProgram, runTool } from './run-tool.ts';
import { SetupError } from './setup-error.ts';

const addonPackage = path.join(root, 'node_modules', 'better-sqlite3');
const recipe = 1;

/** True when this Electron loads the prebuilt addon as it is. */
function loadsPrebuiltAddon(electronVersion: string): boolean {
  return Number(electronVersion.split('.')[0]) >= 35;
}

/** Node's headers: beside the Node that runs npm, else out of the npm package that holds the pinned Node. */
async function findNodeHeaders(scratch: string): Promise<string> {
  const systemNode = process.env.DUEBOOK_SYSTEM_NODE;
  const candidates = [
    path.join(root, 'node_modules', 'node', 'node_modules', `node-${process.platform}-${process.arch}`),
    ...(systemNode === undefined ? [] : [path.resolve(path.dirname(systemNode), '..')]),
  ];
  for (const candidate of candidates) {
    const include = path.join(candidate, 'include', 'node');
    if (existsSync(path.join(include, 'node_api.h')) && existsSync(path.join(include, 'common.gypi'))) {
      return candidate;
    }
  }
  const folder = path.join(scratch, 'headers');
  await mkdir(folder);
  const name = `node-${process.platform}-${process.arch}@${process.versions.node}`;
  return unpackNpmPackage(name, folder);
}

function bindingFolder(electronVersion: string): string {
  const addon = createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string };
  const platform = `${process.platform}-${process.arch}`;
  return path.join(cacheDir(), `sqlite-${addon.version}-electron-${electronVersion}-${platform}-r${recipe}`);
}

/** True when `provideSqliteBinding` is going to need a compiler. */
export function bindingMustBeBuilt(electronVersion: string): boolean {
  return !loadsPrebuiltAddon(electronVersion) && !existsSync(bindingFolder(electronVersion));
}

/** Returns the path of an addon that the given Electron loads, or null when the package's own prebuilt one does. */
export async function provideSqliteBinding(
  electronVersion: string,
  tell: (line: string) => void,
): Promise<string | null> {
  if (loadsPrebuiltAddon(electronVersion)) return null;
  const folder = await buildOnce(bindingFolder(electronVersion), async (target) => {
    tell('Building the SQLite binding for this Electron, about a minute, once a machine.');
    const scratch = await mkdtemp(path.join(cacheDir(), 'binding-'));
    const logPath = path.join(cacheDir(), 'sqlite-binding.log');
    try {
      const source = path.join(scratch, 'source');
      await cp(addonPackage, source, {
        recursive: true,
        filter: (file) => !file.startsWith(path.join(addonPackage, 'prebuilds')),
      });
      const headers = await findNodeHeaders(scratch);
      const nodeGyp = path.join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
      const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`];
      const result = await runTool(process.execPath, args, {
        cwd: source,
        env: {
          ...process.env,
          // The binding.gyp finds node-addon-api through Node's module lookup, which this copy has left.
          NODE_PATH: path.join(root, 'node_modules'),
          // Only Node-API 9 is stable in Electron 33; what the addon needs beyond it is there as experimental.
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
      });
      await writeFile(logPath, result.output);
      const built = path.join(source, 'build', 'Release', 'better_sqlite3.node');
      if (result.code !== 0 || !existsSync(built)) {
        const missing = ['python3', 'make', 'g++'].filter((tool) => findProgram(tool) === null);
        const reason = missing.length > 0 ? `${missing.join(', ')} not found` : `the log is ${logPath}`;
        throw new SetupError(
          `The SQLite binding for Electron ${electronVersion} could not be built (${reason}). Install python3, make ` +
            'and g++ and run the command again, or use a network that reaches the official Electron.',
        );
      }
      await cp(built, path.join(target, 'better_sqlite3.node'));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
  return path.join(folder, 'better_sqlite3.node');
}
