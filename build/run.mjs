// The one thing that must work before anything is installed: `npm start` and every other command begin here,
// on whatever Node the machine has (20 or newer), so this file uses Node's own modules only and no newer syntax.
//
// It brings the packages (npm ci, when the lockfile changed) and hands over to the same command's TypeScript file
// under build/scripts, run by the Node 24 that came with the packages. Node 24 runs TypeScript as it stands.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stampPath = path.join(modules, '.duebook-packages');
const lockPath = path.join(root, 'out', '.packages-lock');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function lockfileStamp() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function pinnedNode() {
  const folder = path.join(modules, 'node', 'bin');
  const file = path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  // With install scripts switched off npm brings no Node. Any Node that is new enough does as well.
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** True when npm's own record of what it installed names every package of the lockfile in its version. */
function installedByHand() {
  const recordPath = path.join(modules, '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.optional) return true;
    return present[name] !== undefined && present[name].version === entry.version;
  });
}

function packagesAreCurrent() {
  if (pinnedNode() === null) return false;
  const stamp = lockfileStamp();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return true;
  if (!installedByHand()) return false;
  writeFileSync(stampPath, stamp);
  return true;
}

// Two commands started at once must not both rewrite node_modules. A lock older than a quarter of an hour belongs
// to a run that was killed.
function withPackagesLock(work) {
  mkdirSync(path.dirname(lockPath), { recursive: true });
  let told = false;
  for (;;) {
    try {
      mkdirSync(lockPath);
      break;
    } catch {
      if (existsSync(lockPath) && Date.now() - statSync(lockPath).mtimeMs > 15 * 60_000) {
        rmSync(lockPath, { recursive: true, force: true });
        continue;
      }
      if (!told) process.stdout.write('Waiting for another command that is installing the packages.\n');
      told = true;
      sleep(500);
    }
  }
  try {
    work();
  } finally {
    rmSync(lockPath, { recursive: true, force: true });
  }
}

function npmCommand() {
  // Under `npm run` npm says where it is; that works on every platform without a shell.
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return [process.env.npm_node_execpath || process.execPath, [script]];
  return ['npm', []];
}

function installPackages() {
  process.stdout.write('Installing the packages (npm ci), about a minute the first time.\n');
  const [command, first] = npmCommand();
  const args = [...first, 'ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.error || result.status !== 0) {
    fail(
      'The packages could not be installed: npm ci failed (see its message above). ' +
        'Check that this computer reaches the npm registry, close any running Duebook, and run the command again.',
    );
  }
  if (pinnedNode() === null) {
    fail(
      'The packages are there, but Node 24 is not, because npm was told not to run install scripts. ' +
        'Run "npm rebuild node --ignore-scripts=false", or use a Node of version 24 or newer.',
    );
  }
  writeFileSync(stampPath, lockfileStamp());
}

const [command, ...args] = process.argv.slice(2);
const script = path.join(root, 'build', 'scripts', `${command}.ts`);
if (!command || !existsSync(script)) fail(`There is no command named "${command}" under build/scripts.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Duebook needs Node 20 or newer; this is ${process.version}. Install a newer Node and run it again.`);
}
if (!packagesAreCurrent()) {
  withPackagesLock(() => {
    if (!packagesAreCurrent()) installPackages();
  });
}

const node = pinnedNode();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    DUEBOOK_SYSTEM_NODE: process.env.npm_node_execpath || process.execPath,
  },
});

// Ctrl-C reaches the whole group, so the child already has it: wait until it has cleaned up.
let interrupted = false;
process.on('SIGINT', () => {
  interrupted = true;
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}.`));
child.on('exit', (code) => {
  process.exit(interrupted && command === 'start' ? 0 : (code ?? 1));
});
