// Which Electron runs Duebook here, and how it is started. Every command and test asks this one function.

import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  fallbackIsPossible,
  fallbackMarker,
  fallbackVersion,
  provideFallbackElectron,
} from './fallback-electron.ts';
import { executableIn, pinnedVersion, provideOfficialElectron, versionOf } from './official-electron.ts';
import { runTool } from './run-tool.ts';
import { SetupError } from './setup-error.ts';
import { bindingMustBeBuilt, provideSqliteBinding } from './sqlite-binding.ts';
import { provideSystemLibraries } from './system-libraries.ts';
import { hasDisplay } from './virtual-display.ts';

export interface Runtime {
  kind: 'official' | 'override' | 'fallback';
  version: string;
  /** The folder of the unpacked Electron. */
  dist: string;
  electronPath: string;
  /** The addon to load instead of the prebuilt one; null when the prebuilt one loads. */
  sqliteBinding: string | null;
}

export interface RuntimeOptions {
  /** True for commands that bring their own virtual display whatever this session has (the tests). */
  alwaysVirtualDisplay?: boolean;
  tell?: (line: string) => void;
}

async function overriddenElectron(folder: string): Promise<{ dist: string; version: string }> {
  const dist = path.resolve(folder);
  const electronPath = executableIn(dist);
  if (!existsSync(electronPath)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH points at ${dist}, but there is no Electron in it (${electronPath} is missing). ` +
        'Point it at an unpacked Electron, or unset it.',
    );
  }
  const written = await versionOf(dist);
  if (written !== null) return { dist, version: written };
  const asked = await runTool(electronPath, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 20_000,
  });
  return { dist, version: asked.code === 0 ? asked.output.trim() : pinnedVersion };
}

export type FoundElectron = Omit<Runtime, 'sqliteBinding'>;

/** The Electron that the environment names or that can be downloaded; null when only the fallback is left. */
export async function findElectron(tell: (line: string) => void): Promise<FoundElectron | null> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const { dist, version } = await overriddenElectron(override);
    const kind = existsSync(path.join(dist, fallbackMarker)) ? 'fallback' : 'override';
    return { kind, version, dist, electronPath: executableIn(dist) };
  }
  const official = await provideOfficialElectron(tell);
  if (official === null) return null;
  return { kind: 'official', version: pinnedVersion, dist: official, electronPath: executableIn(official) };
}

async function chooseElectron(tell: (line: string) => void): Promise<FoundElectron> {
  const found = await findElectron(tell);
  if (found !== null) return found;
  if (!fallbackIsPossible()) {
    throw new SetupError(
      `Electron ${pinnedVersion} could not be downloaded. Set ELECTRON_MIRROR to a mirror that this network ` +
        'reaches, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, and run the command again.',
    );
  }
  tell(
    `Electron ${pinnedVersion} cannot be downloaded on this network; using the fallback runtime, ` +
      `Electron ${fallbackVersion} (for development and tests only).`,
  );
  const dist = await provideFallbackElectron(tell);
  return { kind: 'fallback', version: fallbackVersion, dist, electronPath: executableIn(dist) };
}

/** Brings whatever is missing and returns the Electron to use. Throws a SetupError when it cannot be had. */
export async function resolveRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const tell = options.tell ?? ((line: string) => console.log(line));
  const electron = await chooseElectron(tell);
  const display = options.alwaysVirtualDisplay === true || !hasDisplay();
  const tests = options.alwaysVirtualDisplay === true;
  await provideSystemLibraries(
    electron.electronPath,
    { display, compiler: bindingMustBeBuilt(electron.version), tests },
    tell,
  );
  return { ...electron, sqliteBinding: await provideSqliteBinding(electron.version, tell) };
}

/** Arguments that come before the app's folder. */
export function runtimeArguments(): string[] {
  // Chromium refuses to sandbox as root. Only containers and CI run as root; the app itself never asks for this.
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment with what the app needs to know about the runtime, as plain strings. */
export function runtimeEnvironment(
  runtime: Runtime,
  extra: Record<string, string> = {},
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    // This one would turn Electron into plain Node.
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value;
  }
  if (runtime.sqliteBinding !== null) env.DUEBOOK_SQLITE_BINDING = runtime.sqliteBinding;
  return { ...env, ...extra };
}
