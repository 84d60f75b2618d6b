/**
 * The letter press alone in the real Electron, timed: one letter as for a preview, hundreds beside Chromium printing the same finished HTML as one
 * document, thousands for the memory they leave, and a run that is stopped. Started by `letters.ts`, which reads `report.json`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, session } from 'electron';
import { openLetterFonts } from '../../electron/output/letter-fonts.ts';
import { makeLetterPress } from '../../electron/output/letter-press.ts';
import { openPageWindow, pdfOptions } from '../../electron/output/press-bench.ts';
import { registerAppScheme } from '../../electron/window/app-protocol.ts';
import { sealEverything, silenceChromium } from '../../electron/window/seal.ts';
import { fail } from '../../shared/errors/result.ts';
import type { LettersReport } from './letters.ts';

const folder = process.env.DUEBOOK_PRESS_FOLDER ?? '';
const fonts = openLetterFonts(process.env.DUEBOOK_PRESS_FONTS ?? '');
const { runs, previews, thousands } = JSON.parse(process.env.DUEBOOK_BENCH ?? '{}') as {
  runs: number;
  previews: number;
  thousands: number;
};

silenceChromium();
registerAppScheme();
sealEverything();
app.setPath('userData', path.join(folder, 'user-data'));
app.on('window-all-closed', () => undefined);

const press = makeLetterPress({
  printer: {
    takesPdf: false,
    print: async () => fail('letter.no_printer'),
    printPdf: async () => fail('letter.no_printer'),
  },
  fonts,
  log: { trouble: (what, error) => console.error(what, error) },
});

async function layOutAll(
  pages: readonly { readonly html: string }[],
): Promise<{ pages: number; bytes: number }> {
  let laidOutPages = 0;
  let bytes = 0;
  for await (const { laidOut } of press.layOutMany(pages)) {
    if (!laidOut.ok) throw new Error(laidOut.error.code);
    laidOutPages += laidOut.value.pages;
    bytes += laidOut.value.pdf.length;
  }
  return { pages: laidOutPages, bytes };
}

/** Chromium by itself: the same letters one behind the other in one document, loaded and printed once. */
async function printAsOne(pages: readonly { readonly html: string }[]): Promise<void> {
  const [head = ''] = pages[0]?.html.split('<body>') ?? [];
  const bodies = pages.map(({ html }) => /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '');
  const sections = bodies.map((body) => `<section style="break-before: page">${body}</section>`);
  const plain = head.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const html = await fonts.embedIn(`${plain}<body>${sections.join('')}</body></html>`);
  const own = session.fromPartition(`one-${performance.now()}`, { cache: false });
  own.protocol.handle(
    'app',
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
  const window = openPageWindow(own);
  await window.loadURL('app://duebook/one');
  await window.webContents.printToPDF(pdfOptions);
  window.destroy();
}

/** What every process of the app holds, in MiB. */
function memoryMib(): number {
  const kib = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  return kib / 1024;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function measure(): Promise<LettersReport> {
  await app.whenReady();
  const letters = (JSON.parse(await readFile(path.join(folder, 'letters.json'), 'utf8')) as string[]).map(
    (html) => ({ html }),
  );
  const one = letters[0]?.html ?? '';
  const layOutOne = async () => {
    const laidOut = await press.layOut(one);
    if (!laidOut.ok) throw new Error(laidOut.error.code);
  };

  const coldMs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    press.clear();
    coldMs.push(await timed(layOutOne));
  }
  const previewMs: number[] = [];
  for (let run = 0; run < previews; run += 1) previewMs.push(await timed(layOutOne));

  const oneMs: number[] = [];
  const batchMs: number[] = [];
  let pages = 0;
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    press.clear();
    oneMs.push(await timed(() => printAsOne(letters)));
    batchMs.push(
      await timed(async () => {
        ({ pages, bytes } = await layOutAll(letters));
      }),
    );
  }

  press.clear();
  const memory: number[] = [];
  for (let done = 0; done < thousands; done += letters.length) {
    await layOutAll(letters);
    memory.push(memoryMib());
  }

  const cancelMs: number[] = [];
  for (let run = 0; run < 10; run += 1) {
    const stop = new AbortController();
    let stoppedAt = 0;
    let done = 0;
    for await (const { laidOut } of press.layOutMany(letters, stop.signal)) {
      if (laidOut.ok) done += 1;
      if (done < 5 + run || stoppedAt > 0) continue;
      // In the middle of the pages that are being laid out.
      await new Promise((resolve) => setTimeout(resolve, run));
      stoppedAt = performance.now();
      stop.abort();
    }
    cancelMs.push(performance.now() - stoppedAt);
  }
  press.clear();
  return { coldMs, previewMs, oneMs, batchMs, letters: letters.length, pages, bytes, memory, cancelMs };
}

measure().then(
  async (report) => {
    await writeFile(path.join(folder, 'report.json'), JSON.stringify(report));
    app.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    app.exit(1);
  },
);
