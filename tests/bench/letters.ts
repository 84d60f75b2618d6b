/**
 * The rows about letters: one as for a preview, a batch beside Chromium printing the same finished HTML, memory over thousands, and stopping.
 * The press runs in the real Electron; composing a letter is the book's and stands beside it, measured in plain Node.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { resolveRuntime, runtimeArguments, runtimeEnvironment } from '../../build/runtime/resolve-runtime.ts';
import { startVirtualDisplay } from '../../build/runtime/virtual-display.ts';
import { buildApp } from '../../build/vite/build-app.ts';
import { fontsDir } from '../../build/vite/configs.ts';
import { mergeLetter } from '../../electron/book/services/merge-letter.ts';
import { compileDoc } from '../../shared/templates/document/compile-doc.ts';
import { letterFactsOf } from '../../shared/templates/letter-facts.ts';
import { demandLetter } from '../../shared/templates/letters/demand-letter.ts';
import { makeLetterData } from '../builders/letter-data.ts';
import { summarise } from './measure.ts';

export type LettersReport = {
  readonly coldMs: readonly number[];
  readonly previewMs: readonly number[];
  readonly oneMs: readonly number[];
  readonly batchMs: readonly number[];
  readonly letters: number;
  readonly pages: number;
  readonly bytes: number;
  /** MiB of all processes after each `letters` letters. */
  readonly memory: readonly number[];
  readonly cancelMs: readonly number[];
};

const batch = Number(process.env.DUEBOOK_BENCH_LETTERS ?? 500);

/** Two pages each: an itemisation that goes over the first. */
function makeLetters(): { readonly letters: readonly string[]; readonly composeMs: readonly number[] } {
  const letters: string[] = [];
  const composeMs: number[] = [];
  for (let letter = 0; letter < batch; letter += 1) {
    const charges = Array.from({ length: 24 }, (_, line) => ({
      kind: 'charge' as const,
      reference: `INV-${letter}-${line}`,
      memo: 'Office visit',
      effectiveOn: '2025-10-02',
      dueOn: '2025-11-01',
      chargedCents: 10_000 + line,
      openCents: 10_000 + line,
    }));
    const from = performance.now();
    const html = mergeLetter(demandLetter.name, body, letterFactsOf(makeLetterData({ charges })));
    composeMs.push(performance.now() - from);
    if (!html.ok) throw new Error(JSON.stringify(html.error));
    letters.push(html.value);
  }
  return { letters, composeMs };
}

const body = compileDoc(demandLetter.doc);

export async function measureLetters(options: { thousands?: number } = {}): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../out/bench/letters');
  mkdirSync(folder, { recursive: true });
  const { letters, composeMs } = makeLetters();
  writeFileSync(join(folder, 'letters.json'), JSON.stringify(letters));
  await buildApp();
  await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(import.meta.dirname, 'letters-app.ts'),
      target: 'node20',
      outDir: join(folder, 'app'),
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  const manifest = { name: 'duebook-bench', version: '1.0.0', type: 'module', main: 'main.js' };
  writeFileSync(join(folder, 'app', 'package.json'), JSON.stringify(manifest));
  const runtime = await resolveRuntime({ alwaysVirtualDisplay: true, tell: () => undefined });
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  try {
    await promisify(execFile)(runtime.electronPath, [...runtimeArguments(), join(folder, 'app')], {
      env: runtimeEnvironment(runtime, {
        DUEBOOK_PRESS_FOLDER: folder,
        DUEBOOK_PRESS_FONTS: fontsDir,
        DUEBOOK_BENCH: JSON.stringify({ runs: 3, previews: 40, thousands: options.thousands ?? 5_000 }),
        ...(display ? { DISPLAY: display.name } : {}),
      }),
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    display?.stop();
  }
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as LettersReport;
  return [...linesOf(report), `composing a letter (merge alone): ${shown(composeMs)}`];
}

const shown = (values: readonly number[]): string => {
  const { medianMs, p95Ms } = summarise(values);
  return `${medianMs.toFixed(1)} ms median, ${p95Ms.toFixed(1)} ms p95`;
};

function linesOf({
  coldMs,
  previewMs,
  oneMs,
  batchMs,
  letters,
  pages,
  bytes,
  memory,
  cancelMs,
}: LettersReport) {
  const ratio = summarise(batchMs).medianMs / summarise(oneMs).medianMs;
  const seconds = (values: readonly number[]) => values.map((ms) => (ms / 1000).toFixed(1)).join(', ');
  const perLetter = Math.round(bytes / letters / 1024);
  return [
    `\nletters, ${letters} of ${(pages / letters).toFixed(1)} pages, ${perLetter} KiB of PDF each, same machine, same run`,
    `one letter laid out, the window at hand: ${shown(previewMs)} (goal 400)`,
    `one letter laid out, its window opened first: ${shown(coldMs)} (goal 400)`,
    `Chromium, all as one document: ${seconds(oneMs)} s`,
    `the press, each a document of its own: ${seconds(batchMs)} s; ratio of medians ${ratio.toFixed(2)} (goal 1.5)`,
    `memory of all processes after each ${letters} letters: ${memory.map((mib) => mib.toFixed(0)).join(', ')} MiB`,
    `a run stopped: ${shown(cancelMs)} until it had ended, ${Math.max(...cancelMs).toFixed(0)} ms at most (goal 1,000)`,
  ];
}
