// What electron-builder is told. One function for both flavours, so that what the tests start is what ships, but for
// the differences named here.

import { chmod, copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { fallbackMarker } from '../runtime/fallback-electron.ts';
import { outDir, root } from '../runtime/places.ts';
import type { Runtime } from '../runtime/resolve-runtime.ts';

export const releaseDir = path.join(outDir, 'package');
export const testPackageDir = path.join(outDir, 'package-test');

const icons = path.join(root, 'build', 'icons');
const addon = 'node_modules/better-sqlite3';
// Names in ${} inside plain quotes below are electron-builder's own and filled in by it.

function common(): Configuration {
  return {
    appId: 'org.duebook.app',
    productName: 'Duebook',
    copyright: 'Copyright © 2026 Duebook contributors',
    directories: { output: releaseDir, buildResources: path.join(root, 'build', 'packaging') },
    files: [
      'package.json',
      'LICENSE',
      'out/app/**',
      '!out/app/main.test.js',
      // Everything but the addon is bundled; of the addon only what runs, for the platform at hand.
      `!${addon}/{deps,src,prebuilds}/**`,
      `!${addon}/binding.gyp`,
      `${addon}/prebuilds/\${platform}-\${arch}.node`,
      '!node_modules/node-addon-api/**',
      '!**/*.map',
    ],
    asar: true,
    // A library can only be loaded from a real file.
    asarUnpack: ['**/*.node'],
    // The addon comes prebuilt; rebuilding would fetch Electron's headers.
    npmRebuild: false,
    publish: null,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // Electron checks this on macOS and Windows; elsewhere it has no effect.
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    fileAssociations: [
      {
        ext: 'duebook-backup',
        name: 'Duebook backup',
        description: 'Duebook backup',
        mimeType: 'application/x-duebook-backup',
        role: 'Editor',
      },
    ],
    win: {
      icon: path.join(icons, 'icon.ico'),
      target: [
        { target: 'nsis', arch: ['x64', 'arm64'] },
        { target: 'portable', arch: ['x64'] },
      ],
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      // The books are the user's and stay when the program goes.
      deleteAppDataOnUninstall: false,
      artifactName: '${productName}-Setup-${version}-${arch}.${ext}',
    },
    portable: {
      artifactName: '${productName}-Portable-${version}-${arch}.${ext}',
    },
    mac: {
      icon: path.join(icons, 'icon.icns'),
      category: 'public.app-category.finance',
      hardenedRuntime: true,
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    },
    linux: {
      icon: path.join(icons, 'linux'),
      executableName: 'duebook',
      category: 'Office',
      synopsis: 'Debt collection on one machine, offline',
      description:
        'Accounts, ledger, calls, letters and reminders for debt collectors, in one encrypted book on one machine.',
      maintainer: 'Duebook contributors <contributors@duebook.org>',
      desktop: { entry: { Keywords: 'debt;collection;ledger;letters;', StartupWMClass: 'Duebook' } },
      target: [
        { target: 'deb', arch: ['x64', 'arm64'] },
        { target: 'AppImage', arch: ['x64', 'arm64'] },
      ],
    },
    deb: { packageCategory: 'misc', priority: 'optional' },
  };
}

export function releaseConfig(): Configuration {
  return common();
}

/**
 * The flavour the tests start: a folder, of the Electron at hand, that Playwright may attach to. On the fallback
 * runtime the addon built for it goes where the prebuilt one would be.
 */
export function testConfig(runtime: Runtime): Configuration {
  const config = common();
  return {
    ...config,
    directories: { ...config.directories, output: testPackageDir },
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    electronFuses: { ...config.electronFuses, enableNodeCliInspectArguments: true },
    afterPack: async ({ appOutDir, packager }: AfterPackContext) => {
      const resources = packager.getResourcesDir(appOutDir);
      // The fallback's starter would be run in place of the packed app.
      await rm(path.join(resources, 'app'), { recursive: true, force: true });
      await rm(path.join(appOutDir, fallbackMarker), { force: true });
      if (runtime.sqliteBinding === null) return;
      const name = `${process.platform}-${process.arch}.node`;
      const target = path.join(resources, 'app.asar.unpacked', addon, 'prebuilds', name);
      await copyFile(runtime.sqliteBinding, target);
      await chmod(target, 0o755);
    },
  };
}
