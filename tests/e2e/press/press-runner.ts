/** Builds the press app, runs it in the real Electron over some pages, and reads the PDFs back with poppler. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import {
  resolveRuntime,
  runtimeArguments,
  runtimeEnvironment,
} from '../../../build/runtime/resolve-runtime.ts';
import { findProgram } from '../../../build/runtime/run-tool.ts';
import { startVirtualDisplay } from '../../../build/runtime/virtual-display.ts';
import { fontsDir } from '../../../build/vite/configs.ts';

const run = promisify(execFile);

/** Why the pages cannot be looked at on this machine, or `null` when they can. */
export function whyNoPress(): string | null {
  return findProgram('pdftotext') === null ? 'pdftotext is not installed (package poppler-utils)' : null;
}

export type Pressed = {
  readonly folder: string;
  readonly report: Readonly<Record<string, { readonly pages: number; readonly ms: number }>>;
  remove(): Promise<void>;
};

/** Lays out each page; `pages` is by file name without its ending. */
export async function pressPages(pages: Readonly<Record<string, string>>): Promise<Pressed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duebook-press-'));
  await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(import.meta.dirname, 'press-app.ts'),
      target: 'node20',
      outDir: path.join(folder, 'app'),
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  await writeFile(
    path.join(folder, 'app', 'package.json'),
    JSON.stringify({ name: 'duebook-press', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  for (const [name, html] of Object.entries(pages)) await writeFile(path.join(folder, `${name}.html`), html);
  const runtime = await resolveRuntime({ alwaysVirtualDisplay: true, tell: () => undefined });
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  try {
    await run(runtime.electronPath, [...runtimeArguments(), path.join(folder, 'app')], {
      env: runtimeEnvironment(runtime, {
        DUEBOOK_PRESS_FOLDER: folder,
        DUEBOOK_PRESS_FONTS: fontsDir,
        ...(display === null ? {} : { DISPLAY: display.name }),
      }),
      timeout: 120_000,
    });
  } finally {
    display?.stop();
  }
  return {
    folder,
    report: JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8')) as Pressed['report'],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Word = {
  readonly page: number;
  readonly text: string;
  /** Millimetres from the upper left corner of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Every word of a PDF with its box, page by page. */
export async function wordsOf(pdf: string): Promise<Word[]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  const words: Word[] = [];
  let page = 0;
  for (const line of stdout.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!word) continue;
    const text = (word[5] ?? '').replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_all, name: string) => entities[name] ?? '',
    );
    words.push({ page, text, left: mm(word[1]), top: mm(word[2]), right: mm(word[3]), bottom: mm(word[4]) });
  }
  return words;
}

/** The text of a PDF as it reads. */
export async function textOf(pdf: string): Promise<string> {
  return (await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 })).stdout;
}
