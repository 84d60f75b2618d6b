// What Electron needs from a Linux system and a bare machine lacks. On Debian and Ubuntu it is installed when we are
// root; otherwise the one line to run is said. Looking takes some 30 ms, so it is done at every start.

import { existsSync } from 'node:fs';
import { findProgram, runTool } from './run-tool.ts';
import { SetupError } from './setup-error.ts';

// Newer releases renamed some of these with the ending t64; either name will do.
const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'fonts-liberation',
];
const virtualDisplay = ['xvfb'];
// Reads the printed letters back in the tests.
const testTools = ['poppler-utils'];
const compiler = ['python3', 'make', 'g++'];

export interface Needs {
  /** A virtual display is going to be started. */
  display: boolean;
  /** The SQLite binding is going to be built. */
  compiler: boolean;
  /** The tests are going to run. */
  tests?: boolean;
}

/** The packages of the list of which dpkg says neither the name nor its t64 form is installed. */
export function missingPackages(wanted: readonly string[], dpkgOutput: string): string[] {
  const present = new Set(
    dpkgOutput
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]?.replace(/:.*$/, '')),
  );
  return wanted.filter((name) => !present.has(name) && !present.has(`${name}t64`));
}

async function lookForMissing(wanted: readonly string[]): Promise<string[]> {
  const names = wanted.flatMap((name) => (name.startsWith('lib') ? [name, `${name}t64`] : [name]));
  // dpkg-query exits non-zero when it knows one of the names not at all; its lines for the others still count.
  const found = await runTool('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...names]);
  return missingPackages(wanted, found.output);
}

async function nameHere(name: string): Promise<string> {
  if (!name.startsWith('lib')) return name;
  const newer = await runTool('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return newer.code === 0 && newer.output.includes('Package:') ? `${name}t64` : name;
}

async function findsItsLibraries(program: string): Promise<boolean> {
  const linked = await runTool('ldd', [program]);
  return linked.code === 0 && !linked.output.includes('not found');
}

/** Brings the system's libraries, or throws the sentence that says how to. Does nothing on Windows and macOS. */
export async function provideSystemLibraries(
  electronPath: string,
  needs: Needs,
  tell: (line: string) => void,
): Promise<void> {
  if (process.platform !== 'linux') return;
  const toolsMissing = needs.compiler && compiler.some((tool) => findProgram(tool) === null);
  const displayMissing = needs.display && findProgram('Xvfb') === null;
  if (findProgram('dpkg-query') === null || !existsSync('/etc/debian_version')) {
    const lacking = [...(displayMissing ? ['Xvfb'] : []), ...(toolsMissing ? compiler : [])];
    if (!(await findsItsLibraries(electronPath))) lacking.push('libraries of Electron (ldd names them)');
    if (lacking.length === 0) return;
    const list = lacking.join(', ');
    throw new SetupError(
      `This system lacks ${list}. Install it with the system's own package manager and run the command again.`,
    );
  }
  const wanted = [
    ...libraries,
    ...(needs.display ? virtualDisplay : []),
    ...(needs.tests === true ? testTools : []),
    // A compiler may have come another way than by its package, so only what cannot be found is asked for.
    ...(toolsMissing ? compiler : []),
  ];
  const missing = await lookForMissing(wanted);
  if (missing.length === 0) return;

  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    // Fonts are a matter of looks, and a library may have come another way than by its package: without the right to
    // install anything, only what really stops Electron counts.
    if (!displayMissing && !toolsMissing && (await findsItsLibraries(electronPath))) return;
    throw new SetupError(
      'Some system libraries are missing. Run this line once, then the command again:\n' +
        `  sudo apt-get install -y --no-install-recommends ${(await Promise.all(missing.map(nameHere))).join(' ')}`,
    );
  }
  tell(`Installing system libraries: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await runTool('apt-get', [...wait, 'update', '-qq'], { env });
  const names = await Promise.all(missing.map(nameHere));
  const installed = await runTool(
    'apt-get',
    [...wait, 'install', '-y', '--no-install-recommends', ...names],
    {
      env,
    },
  );
  const still = await lookForMissing(wanted);
  if (installed.code !== 0 || still.length > 0) {
    const lastLine = installed.output.trim().split('\n').at(-1) ?? '';
    throw new SetupError(
      `The system libraries ${still.join(' ')} could not be installed (${lastLine}). ` +
        `Run "apt-get update && apt-get install -y ${names.join(' ')}" to see why, then the command again.`,
    );
  }
}
