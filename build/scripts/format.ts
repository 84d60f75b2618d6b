// `npm run format`: writes the house style into every file, and what the linter can mend safely.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../runtime/places.ts';
import { runCommand } from '../runtime/setup-error.ts';

await runCommand(async () => {
  const script = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = process.argv.slice(2);
  const child = spawn(process.execPath, [script, 'check', '--write', ...(args.length > 0 ? args : ['.'])], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
});
