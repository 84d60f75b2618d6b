// `npm run tour`: walks the sample office through every main screen and leaves the pictures in out/tour.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../runtime/places.ts';
import { resolveRuntime } from '../runtime/resolve-runtime.ts';
import { runCommand } from '../runtime/setup-error.ts';
import { buildApp } from '../vite/build-app.ts';

await runCommand(async () => {
  await Promise.all([resolveRuntime({ alwaysVirtualDisplay: true }), buildApp({ tests: true })]);
  const script = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = ['test', '--config', 'build/playwright.config.ts', '--project=tour', '--reporter=line'];
  const child = spawn(process.execPath, [script, ...args, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise<number>((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
  if (code === 0) console.log('The pictures are in out/tour.');
  return code;
});
