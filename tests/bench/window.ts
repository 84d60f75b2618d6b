/**
 * The rows that need a window: start to a usable Today, memory at rest, and key press to pixels, each beside an
 * empty Electron window started the same way in the same run. Needs the built app (`npm run bench` builds it).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { resolveRuntime, runtimeArguments, runtimeEnvironment } from '../../build/runtime/resolve-runtime.ts';
import { startVirtualDisplay } from '../../build/runtime/virtual-display.ts';
import type { BenchBook } from './make-book.ts';
import { summarise } from './measure.ts';

const root = join(import.meta.dirname, '../..');

type Launch = (
  folder: string,
  userData: string,
) => Promise<{ app: ElectronApplication; page: Page; began: number }>;

export async function measureWindow(book: BenchBook): Promise<string[]> {
  const runtime = await resolveRuntime({ alwaysVirtualDisplay: true, tell: () => undefined });
  const display = process.platform === 'linux' ? await startVirtualDisplay('1600x1000') : null;
  const launch: Launch = async (folder, userData) => {
    const began = performance.now();
    const app = await _electron.launch({
      executablePath: runtime.electronPath,
      args: [...runtimeArguments(), `--user-data-dir=${userData}`, folder],
      env: runtimeEnvironment(runtime, display ? { DISPLAY: display.name } : {}),
    });
    return { app, page: await app.firstWindow(), began };
  };
  try {
    const empty = await measureEmpty(launch, book.userData);
    const full = await measureDuebook(launch, book);
    const ms = (values: readonly number[]) => {
      const { medianMs, p95Ms } = summarise(values);
      return `${medianMs.toFixed(0)} ms median, ${p95Ms.toFixed(0)} ms p95`;
    };
    const median = (values: readonly number[]) => summarise(values).medianMs;
    return [
      `\nwindow, ${empty.startMs.length} starts each, same machine, same run`,
      `empty Electron window, launch to first paint: ${ms(empty.startMs)}`,
      `Duebook, launch to its first screen (the passphrase): ${ms(full.startMs)}; ratio ${(median(full.startMs) / median(empty.startMs)).toFixed(2)} (goal 1.5)`,
      `Duebook, passphrase to a usable Today (key derivation included): ${ms(full.todayMs)}`,
      `memory at rest, all processes: empty ${empty.memoryMib.toFixed(0)} MiB, Duebook with the book open ${full.memoryMib.toFixed(0)} MiB; ratio ${(full.memoryMib / empty.memoryMib).toFixed(2)} (goal 1.5)`,
      `accounts list, a letter typed to rows on screen: ${ms(full.searchMs)} (goal 50)`,
      `accounts list, a page further to rows on screen: ${ms(full.pageMs)} (goal 50)`,
    ];
  } finally {
    display?.stop();
  }
}

/** Resident memory of every process of an app, shared pages counted once a process as the system reports them. */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map((metric) => metric.memory.workingSetSize),
  );
  return metrics.reduce((sum, kib) => sum + kib, 0) / 1024;
}

const starts = 5;

async function measureEmpty(launch: Launch, into: string) {
  const folder = join(into, 'empty-app');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
       .loadURL('data:text/html,<title>empty</title><p id=there>empty</p>'));`,
  );
  const startMs: number[] = [];
  let memoryMib = 0;
  for (let run = 0; run <= starts; run += 1) {
    const { app, page, began } = await launch(folder, join(into, 'empty-data'));
    await page.waitForSelector('#there');
    await painted(page);
    if (run > 0) startMs.push(performance.now() - began);
    await page.waitForTimeout(1500);
    memoryMib = await memoryOf(app);
    await app.close();
  }
  return { startMs, memoryMib };
}

async function measureDuebook(launch: Launch, book: BenchBook) {
  const startMs: number[] = [];
  const todayMs: number[] = [];
  const searchMs: number[] = [];
  const pageMs: number[] = [];
  let memoryMib = 0;
  for (let run = 0; run <= starts; run += 1) {
    const { app, page, began } = await launch(root, book.userData);
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.waitFor();
    await painted(page);
    if (run > 0) startMs.push(performance.now() - began);
    await field.fill(book.passphrase);
    const unlocked = performance.now();
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.locator('[data-today-row]').first().waitFor();
    await painted(page);
    if (run > 0) todayMs.push(performance.now() - unlocked);
    await page.waitForTimeout(2000);
    memoryMib = await memoryOf(app);
    if (run === starts) await measureList(page, searchMs, pageMs);
    await app.close();
  }
  return { startMs, todayMs, memoryMib, searchMs, pageMs };
}

/** Waits for two frames: what was drawn before the call is then on the screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

async function measureList(page: Page, searchMs: number[], pageMs: number[]): Promise<void> {
  await page.getByRole('link', { name: 'Accounts' }).click();
  const row = page.locator('.ag-row [role="gridcell"]').first();
  await row.waitFor();
  // Timed inside the window, from the event to the frame that shows other rows.
  const timed = (act: 'type' | 'page', text: string) =>
    page.evaluate(
      ([kind, letter]) =>
        new Promise<number>((resolve) => {
          // What the rows inside the window say; nothing while one of them still waits for its data.
          const rows = () => {
            const seen = [...document.querySelectorAll('.ag-row')].filter((row) => {
              const { top, bottom } = row.getBoundingClientRect();
              return bottom > 0 && top < innerHeight;
            });
            const texts = seen.map((row) => row.textContent ?? '');
            return texts.length === 0 || texts.includes('') ? null : texts.join();
          };
          const before = rows();
          const began = performance.now();
          if (kind === 'type') {
            const input = document.querySelector<HTMLInputElement>('input[aria-label="Search accounts"]');
            if (!input) throw new Error('no search box');
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
            set?.call(input, letter);
            input.dispatchEvent(new Event('input', { bubbles: true }));
          } else {
            // Whatever element around the rows scrolls: its class is the grid's affair.
            let viewport = document.querySelector('.ag-row')?.parentElement ?? null;
            while (
              viewport &&
              !(
                viewport.scrollHeight > viewport.clientHeight + 1 &&
                /auto|scroll/.test(getComputedStyle(viewport).overflowY)
              )
            ) {
              viewport = viewport.parentElement;
            }
            if (!viewport) throw new Error('no list that scrolls');
            viewport.scrollTop += viewport.clientHeight;
          }
          const look = () => {
            const now = rows();
            if ((now !== null && now !== before) || performance.now() - began > 2000)
              resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      [act, text] as const,
    );
  // Each text finds other people than the one before, so that rows on the screen must change.
  for (const text of [...'sgabmkrlopt', 'ga', 'sm', 'jo', 'an', 'ro', 'ma', 'le', 'ca', 'be', '1', '55']) {
    searchMs.push(await timed('type', text));
    await page.waitForTimeout(250);
  }
  await timed('type', '');
  await page.waitForTimeout(500);
  for (let run = 0; run < 20; run += 1) {
    pageMs.push(await timed('page', ''));
    await page.waitForTimeout(120);
  }
}
