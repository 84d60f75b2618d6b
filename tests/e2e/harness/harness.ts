/**
 * What the end-to-end tests hold still or look at in the main process: the clock, dialogs, the printer,
 * notifications, the phone program, sleep and locking, every request a page made, and how long main was busy.
 * The tests reach it with `app.evaluate`, as `globalThis.harness`; the app itself knows nothing of it.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { WebContents } from 'electron';
import type { Notice } from '../../../electron/platform/notifier.ts';
import { makePlatform, type Platform } from '../../../electron/platform/platform.ts';
import type { PowerEvent } from '../../../electron/platform/power.ts';
import type { FoundPrinter, PrintHow } from '../../../electron/platform/printer.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { PrinterSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import { type Busy, makeBusyMeter } from './busy.ts';

type DialogName =
  | 'openImportFile'
  | 'openRulePack'
  | 'openScripts'
  | 'openPicture'
  | 'openLetters'
  | 'openBackup'
  | 'saveBackup'
  | 'savePdf'
  | 'saveCopy'
  | 'saveCalendar'
  | 'saveTable'
  | 'saveWholeBook'
  | 'openWholeBook';
type PrinterMood = 'prints' | 'cancelled' | 'no_printer';

export type Harness = {
  /** Moves the app's clock; timers are left as they are, as when somebody sets the computer's clock. */
  setNow(epochMs: number): void;
  now(): number;
  setZone(zone: string): void;
  setIdleSeconds(seconds: number): void;
  power(event: PowerEvent): void;
  readonly notices: { readonly title: string; readonly body: string }[];
  clickNotice(index: number): void;
  /** What a dialog answers next; asked without an answer, it is cancelled. */
  answerDialog(name: DialogName, path: string | null): void;
  /** What the dialog that chooses files for an account answers next; asked without an answer, it is cancelled. */
  answerFiles(paths: readonly string[]): void;
  /** Files whose folder was shown. */
  readonly shownInFolder: string[];
  readonly suggested: { readonly dialog: DialogName; readonly name: string }[];
  setPrinter(mood: PrinterMood): void;
  /** Where the next print is written as a PDF; without one it is only counted. */
  printTo(file: string): void;
  /** What went to paper; `to` of what went straight to a printer. */
  readonly printed: { readonly bytes: number; readonly to?: PrinterSetup }[];
  /** The printers of this computer. */
  readonly printers: FoundPrinter[];
  readonly dialled: string[];
  /** What the tray says; `null` while there is no mark in it. */
  tray: string | null;
  badge: number;
  clickTray(): void;
  readonly loginItems: { readonly start: boolean; readonly hidden: boolean }[];
  /** Every address a page of any session asked for, and whether it was let through. */
  readonly requests: { readonly url: string; readonly done: boolean }[];
  /** How many connections Node itself opened in the main process. */
  sockets: number;
  /** Ends the book worker from outside, as a crash would. */
  loseWorker(): void;
  /** Begins to measure how busy main is; `measured` ends it. */
  measure(): void;
  measured(): Busy;
};

export function makeHarness(): { readonly harness: Harness; readonly platform: Platform } {
  const real = makePlatform();
  let offset = 0;
  let lastWorker: Worker | null = null;
  let zone = real.clock.zone();
  let idleSeconds = 0;
  let mood: PrinterMood = 'prints';
  let trayClicked: () => void = () => undefined;
  let printFile: string | null = null;
  const listeners = new Map<PowerEvent, (() => void)[]>();
  const shown: Notice[] = [];
  const answers = new Map<DialogName, (string | null)[]>();
  const chosenFiles: (readonly string[])[] = [];
  const busy = makeBusyMeter();

  const harness: Harness = {
    setNow(epochMs) {
      offset = epochMs - Date.now();
    },
    now: () => Date.now() + offset,
    setZone(name) {
      zone = name;
    },
    setIdleSeconds(seconds) {
      idleSeconds = seconds;
    },
    power(event) {
      for (const listener of listeners.get(event) ?? []) listener();
    },
    notices: [],
    clickNotice: (index) => shown[index]?.onClick(),
    answerDialog(name, path) {
      answers.set(name, [...(answers.get(name) ?? []), path]);
    },
    answerFiles(paths) {
      chosenFiles.push(paths);
    },
    suggested: [],
    shownInFolder: [],
    setPrinter(next) {
      mood = next;
    },
    printTo(file) {
      printFile = file;
    },
    printed: [],
    printers: [],
    dialled: [],
    tray: null,
    badge: 0,
    clickTray: () => trayClicked(),
    loginItems: [],
    requests: [],
    sockets: 0,
    loseWorker: () => void lastWorker?.terminate(),
    measure: () => busy.start(),
    measured: () => busy.stop(),
  };

  process.on('worker', (started: Worker) => {
    lastWorker = started;
  });
  subscribe('net.client.socket', () => {
    harness.sockets += 1;
  });

  async function answer(name: DialogName): Promise<string | null> {
    return answers.get(name)?.shift() ?? null;
  }

  const missing = (name: string | undefined): Result<never> | null =>
    !name || harness.printers.some((printer) => printer.name === name)
      ? null
      : fail('print.printer_gone', { name });

  async function print(page: WebContents, how?: PrintHow): Promise<Result<{ printed: boolean }>> {
    const gone = missing(how?.printer?.printer);
    if (gone) return gone;
    if (mood === 'cancelled') return ok({ printed: false });
    if (mood === 'no_printer') return fail('letter.no_printer');
    const pdf = await page.printToPDF({ preferCSSPageSize: true, printBackground: true });
    harness.printed.push({ bytes: pdf.length });
    if (printFile !== null) writeFileSync(printFile, pdf);
    return ok({ printed: true });
  }

  const platform: Platform = {
    ...real,
    clock: { now: harness.now, zone: () => zone },
    notifier: {
      show(notice) {
        shown.push(notice);
        harness.notices.push({ title: notice.title, body: notice.body });
      },
      takeBack: () => undefined,
    },
    dialogs: {
      openImportFile: () => answer('openImportFile'),
      openRulePack: () => answer('openRulePack'),
      openScripts: () => answer('openScripts'),
      openPicture: () => answer('openPicture'),
      openLetters: () => answer('openLetters'),
      openBackup: () => answer('openBackup'),
      saveBackup(name) {
        harness.suggested.push({ dialog: 'saveBackup', name });
        return answer('saveBackup');
      },
      savePdf(name) {
        harness.suggested.push({ dialog: 'savePdf', name });
        return answer('savePdf');
      },
      openAttachments: async () => chosenFiles.shift() ?? [],
      saveCopy(name) {
        harness.suggested.push({ dialog: 'saveCopy', name });
        return answer('saveCopy');
      },
      saveWholeBook(name) {
        harness.suggested.push({ dialog: 'saveWholeBook', name });
        return answer('saveWholeBook');
      },
      openWholeBook: () => answer('openWholeBook'),
      saveCalendar(name) {
        harness.suggested.push({ dialog: 'saveCalendar', name });
        return answer('saveCalendar');
      },
      saveTable(name) {
        harness.suggested.push({ dialog: 'saveTable', name });
        return answer('saveTable');
      },
      showInFolder: (path) => harness.shownInFolder.push(path),
    },
    printer: {
      takesPdf: true,
      list: async () => ok(harness.printers),
      print,
      async printPdf(pdf, to) {
        const gone = missing(to.printer);
        if (gone) return gone;
        harness.printed.push({ bytes: pdf.length, to });
        if (printFile !== null) writeFileSync(printFile, pdf);
        return ok({ printed: true });
      },
    },
    phone: {
      async dial(number) {
        harness.dialled.push(number);
        return true;
      },
    },
    tray: {
      show(state, onClick) {
        harness.tray = state.tooltip;
        trayClicked = onClick;
        return true;
      },
      hide() {
        harness.tray = null;
      },
      badge(count) {
        harness.badge = count;
      },
    },
    loginItem: {
      isSupported: true,
      async set(wanted) {
        harness.loginItems.push(wanted);
        return true;
      },
    },
    power: {
      idleSeconds: () => idleSeconds,
      on(event, listener) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      },
    },
  };
  return { harness, platform };
}
