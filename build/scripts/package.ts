// `npm run package`: installers for this system (--win, --mac, --linux for another, --dir for a folder only), in
// out/package. `npm run package -- --dir-for-test` packs the folder that the tests start, in out/package-test.

import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { releaseConfig, releaseDir } from '../packaging/config.ts';
import { packForTest } from '../packaging/test-package.ts';
import { pinnedVersion } from '../runtime/official-electron.ts';
import { root } from '../runtime/places.ts';
import { findElectron, resolveRuntime } from '../runtime/resolve-runtime.ts';
import { runCommand, SetupError } from '../runtime/setup-error.ts';
import { buildApp } from '../vite/build-app.ts';

function targetsOf(args: readonly string[]) {
  const named: [string, Platform][] = [
    ['--win', Platform.WINDOWS],
    ['--mac', Platform.MAC],
    ['--linux', Platform.LINUX],
  ];
  const chosen = named.filter(([name]) => args.includes(name)).map(([, platform]) => platform);
  const type = args.includes('--dir') ? 'dir' : undefined;
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  const targets = new Map();
  for (const platform of chosen.length > 0 ? chosen : [Platform.current()]) {
    // Without a type electron-builder takes the kinds and processors that the configuration lists.
    for (const [key, value] of type === undefined
      ? platform.createTarget()
      : platform.createTarget(type, arch)) {
      targets.set(key, value);
    }
  }
  return targets;
}

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--dir-for-test')) {
    const runtime = await resolveRuntime();
    await buildApp();
    console.log(`Packed for the tests: ${path.relative(root, await packForTest(runtime))}`);
    return 0;
  }
  const found = await findElectron((line) => console.log(line));
  if (found === null || found.kind === 'fallback' || found.version !== pinnedVersion) {
    const what =
      found === null || found.kind === 'fallback' ? 'only the fallback runtime' : `Electron ${found.version}`;
    throw new SetupError(
      `No package was made: a release needs the official Electron ${pinnedVersion}, and there is ${what} here. ` +
        'Run npm run package on a network that reaches it (or set ELECTRON_MIRROR); for a folder to try, ' +
        'run npm run package -- --dir-for-test.',
    );
  }
  await buildApp();
  await build({ projectDir: root, config: releaseConfig(), targets: targetsOf(args), publish: 'never' });
  console.log(`The packages are in ${path.relative(root, releaseDir)}.`);
  return 0;
});
