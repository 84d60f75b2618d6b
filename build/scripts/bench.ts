// `npm run bench`: the benchmark runs on plain Node 24 from its source; arguments go to it.

import { spawn } from 'node:child_process';
import { root } from '../runtime/places.ts';
import { runCommand } from '../runtime/setup-error.ts';

await runCommand(async () => {
  const args = ['--disable-warning=ExperimentalWarning', 'tests/bench/run.ts', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
});
