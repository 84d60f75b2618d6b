// The fallback runtime has no default app, so `electron <folder>` would be ignored. This does what Electron's own
// default app does for a folder argument, and nothing else. It is copied into the cached runtime, never shipped.
//
// It is an ES module with a top-level await on purpose: Electron then holds back 'ready' until the app's main file
// has run, as it does officially; schemes can only be registered before that.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const argument = process.argv.slice(1).find((value) => !value.startsWith('-'));
if (argument === undefined) {
  process.stderr.write('This runtime only starts a folder: electron <folder>.\n');
  app.exit(1);
} else {
  const folder = path.resolve(argument);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setVersion(manifest.version ?? '0.0.0');
  app.setName(manifest.productName ?? manifest.name);
  app.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
}
