/**
 * Paper. What is printed is laid out before it comes here. Through the system's dialog the user chooses printer, tray and copies and may
 * change their mind; straight to a printer everything is said beforehand, and a printer that is gone is a fault, never
 * another printer.
 *
 * Chromium cannot choose a tray. Where the system's spooler takes PDFs (`print-spooler.ts`) it can, and gets the very bytes that
 * were shown; elsewhere the page is printed, from the tray the printer's own settings name.
 */
import { BrowserWindow, type WebContents, type WebContentsPrintOptions } from 'electron';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { PrinterSetup } from '../../shared/templates/letters/sheet-setup.ts';
import { makeSpooler, type Spooler, type Tray } from './print-spooler.ts';
import { letterSheet, type SheetSize } from './sheet-size.ts';

/**
 * `silent`: without a dialog, to the printer named, or to the system's own where none is. `sheet` is what the page was laid out for; a printer not
 * told takes A4.
 */
export type PrintHow = {
  readonly silent: boolean;
  readonly printer?: PrinterSetup;
  readonly sheet?: SheetSize;
};

export type FoundPrinter = {
  /** How the system calls it. */
  readonly name: string;
  /** How the user knows it. */
  readonly title: string;
  readonly trays: readonly Tray[];
};

export type Printer = {
  /** Those of this computer, by title. Returns `print.printers_unknown` when the system does not answer. */
  list(): Promise<Result<readonly FoundPrinter[]>>;
  /** Whether `printPdf` can be used on this system. */
  readonly takesPdf: boolean;
  /** Prints what the page shows; `printed` is false when the user closed the dialog. */
  print(page: WebContents, how?: PrintHow): Promise<Result<{ printed: boolean }>>;
  /**
   * Prints a PDF, byte for byte, straight to a printer, or to the system's own where none is named; `print.printer_gone` (`name`) when
   * it is not there.
   */
  printPdf(pdf: Uint8Array, to: PrinterSetup): Promise<Result<{ printed: boolean }>>;
};

/** What Chromium calls the user's own cancel, over its versions. */
const cancelled = /cancel/i;
const noPrinter = /no printers?|invalid printer|settings/i;
const gone = /invalid devicename/i;
/** A printer on a network that is not there can take long to say so. */
const listMostMs = 15_000;

const duplexModes = { off: 'simplex', long_edge: 'longEdge', short_edge: 'shortEdge' } as const;

const micronsPerPoint = 25_400 / 72;

export function optionsOf({ silent, printer, sheet = letterSheet }: PrintHow): WebContentsPrintOptions {
  const pageSize = {
    width: Math.round(sheet.widthPt * micronsPerPoint),
    height: Math.round(sheet.heightPt * micronsPerPoint),
  };
  const options: WebContentsPrintOptions = { silent, printBackground: true, pageSize };
  if (printer === undefined || printer.printer === '') return options;
  const { copies } = printer;
  return {
    ...options,
    deviceName: printer.printer,
    duplexMode: duplexModes[printer.duplex],
    copies,
    ...(copies > 1 ? { collate: true } : {}),
  };
}

export function makePrinter(
  spooler: Spooler | null = process.platform === 'win32' ? null : makeSpooler(),
): Printer {
  async function found(): Promise<Result<readonly FoundPrinter[]>> {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined) return fail('print.printers_unknown');
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), listMostMs);
    try {
      const printers = await Promise.race([page.getPrintersAsync(), late.promise]);
      if (printers === null) return fail('print.printers_unknown');
      const titled = printers.map(({ name, displayName }) => ({
        name,
        title: displayName || name,
        trays: [],
      }));
      return ok(titled.sort((one, other) => one.title.localeCompare(other.title)));
    } catch {
      // Whatever kept the system from answering, the way on is the dialog, which asks it again.
      return fail('print.printers_unknown');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nothing when the printer is there. */
  async function missing(name: string): Promise<Result<never> | null> {
    const printers = await found();
    if (!printers.ok) return printers;
    return printers.value.some((printer) => printer.name === name)
      ? null
      : fail('print.printer_gone', { name });
  }

  return {
    takesPdf: spooler !== null,
    async list() {
      const printers = await found();
      if (!printers.ok || spooler === null) return printers;
      return ok(
        await Promise.all(
          printers.value.map(async (printer) => ({ ...printer, trays: await spooler.trays(printer.name) })),
        ),
      );
    },
    async print(page, how = { silent: false }) {
      const name = how.silent ? (how.printer?.printer ?? '') : '';
      if (name !== '') {
        const lacking = await missing(name);
        if (lacking !== null) return lacking;
      }
      const { promise, resolve } = Promise.withResolvers<Result<{ printed: boolean }>>();
      page.print(optionsOf(how), (success, reason) => {
        if (success) resolve(ok({ printed: true }));
        else if (cancelled.test(reason)) resolve(ok({ printed: false }));
        else if (name !== '' && gone.test(reason)) resolve(fail('print.printer_gone', { name }));
        else
          resolve(
            noPrinter.test(reason) ? fail('letter.no_printer') : fail('letter.print_failed', { reason }),
          );
      });
      return promise;
    },
    async printPdf(pdf, to) {
      if (spooler === null) return fail('letter.print_failed', { reason: 'this system prints pages only' });
      const lacking = to.printer === '' ? null : await missing(to.printer);
      if (lacking !== null) return lacking;
      const refused = await spooler.print(pdf, to);
      return refused === null ? ok({ printed: true }) : fail('letter.print_failed', { reason: refused });
    },
  };
}
