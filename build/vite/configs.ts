// The builds of the app: six that ship and one that only the end-to-end tests use. Each is one small Vite
// configuration; what they share is here once. The fonts of letters are copied as they are.

import path from 'node:path';
import type { InlineConfig } from 'vite';
import { copyLetterFonts } from '../fonts/letter-fonts.ts';
import { outDir, root } from '../runtime/places.ts';
import { pdfParts } from './pdf-parts.ts';

export const appDir = path.join(outDir, 'app');

export type BuildName =
  | 'fonts'
  | 'main'
  | 'book-worker'
  | 'pdf-worker'
  | 'reader'
  | 'preload'
  | 'renderer'
  | 'main.test';

const common: InlineConfig = {
  configFile: false,
  envDir: false,
  root,
  mode: 'production',
  logLevel: 'warn',
  publicDir: false,
  clearScreen: false,
};

/**
 * One file for Node: every package is bundled except Electron, which the runtime brings, and the SQLite addon, whose
 * binary must stay a file of its own.
 */
function nodeFile(entry: string, fileName: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...common,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: path.join(root, entry),
      // The oldest Node it must run on is the one inside the fallback runtime.
      target: 'node20',
      outDir: appDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          format,
          entryFileNames: fileName,
          codeSplitting: false,
        },
      },
    },
  };
}

async function renderer(): Promise<InlineConfig> {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...common,
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [react(), pdfParts()],
    build: {
      // The fallback runtime's Chromium.
      target: 'chrome130',
      outDir: path.join(appDir, 'renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      // The content security policy allows no data: addresses for scripts, styles and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // A desktop app reads its chunks from disk; the size that matters for a download does not.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: path.join(root, 'renderer', 'index.html') },
    },
  };
}

export interface BuildStep {
  name: BuildName;
  /** The build is skipped while this file does not exist. */
  entry: string;
  /** Files and folders, relative to the checkout, that can change what comes out. */
  inputs: string[];
  /** Parts of the inputs that cannot. */
  except: string[];
  /** What must exist for the build to count as done, relative to the checkout. */
  output: string;
  /** What Vite is told, or, of files that are only copied, the copying. */
  make: { vite: () => InlineConfig | Promise<InlineConfig> } | { copy: () => Promise<void> };
}

const always = ['package-lock.json', 'build/vite'];

/** Where the app finds the fonts of letters. */
export const fontsDir = path.join(appDir, 'fonts');

export const buildSteps: readonly BuildStep[] = [
  {
    name: 'fonts',
    entry: 'build/fonts/letter-fonts.ts',
    inputs: ['build/fonts', 'package-lock.json'],
    except: [],
    output: 'out/app/fonts/table.json',
    make: { copy: () => copyLetterFonts(fontsDir) },
  },
  {
    name: 'main',
    entry: 'electron/main.ts',
    inputs: ['electron', 'shared', ...always],
    except: ['electron/book'],
    output: 'out/app/main.js',
    make: { vite: () => nodeFile('electron/main.ts', 'main.js', 'es') },
  },
  {
    name: 'book-worker',
    entry: 'electron/book/worker.ts',
    inputs: ['electron/book', 'shared', ...always],
    except: [],
    output: 'out/app/book-worker.js',
    make: { vite: () => nodeFile('electron/book/worker.ts', 'book-worker.js', 'es') },
  },
  {
    name: 'pdf-worker',
    entry: 'electron/output/pdf-worker.ts',
    inputs: ['electron/output', 'shared/errors', ...always],
    except: [],
    output: 'out/app/pdf-worker.js',
    make: { vite: () => nodeFile('electron/output/pdf-worker.ts', 'pdf-worker.js', 'es') },
  },
  {
    name: 'reader',
    entry: 'electron/reader/reader.ts',
    inputs: ['electron/reader', 'shared', ...always],
    except: [],
    output: 'out/app/reader.js',
    make: { vite: () => nodeFile('electron/reader/reader.ts', 'reader.js', 'es') },
  },
  {
    // A sandboxed preload must be one CommonJS file that requires nothing but Electron.
    name: 'preload',
    entry: 'electron/preload.ts',
    inputs: ['electron', 'shared', ...always],
    except: ['electron/book'],
    output: 'out/app/preload.cjs',
    make: { vite: () => nodeFile('electron/preload.ts', 'preload.cjs', 'cjs') },
  },
  {
    name: 'renderer',
    entry: 'renderer/index.html',
    inputs: ['renderer', 'shared', ...always],
    except: [],
    output: 'out/app/renderer/index.html',
    make: { vite: renderer },
  },
  {
    // The real app with fakes for clock, dialogs, printer and notifier. Never packaged.
    name: 'main.test',
    entry: 'tests/e2e/harness/main.ts',
    inputs: ['electron', 'shared', 'tests/e2e/harness', ...always],
    except: ['electron/book'],
    output: 'out/app/main.test.js',
    make: { vite: () => nodeFile('tests/e2e/harness/main.ts', 'main.test.js', 'es') },
  },
];
