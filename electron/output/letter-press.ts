/**
 * Turns finished HTML pages into PDFs, and hands them to the printer. Pages are laid out in hidden windows (`press-bench.ts`), of which
 * `press-pool.ts` keeps a few.
 *
 * Paper is printed from the page, not from the PDF: a window showing a PDF has printed blank sheets.
 */
import { type BrowserWindow, type Session, session } from 'electron';
import { fail, type Result } from '../../shared/errors/result.ts';
import { sheetPolicy } from '../../shared/templates/letters/sheet.ts';
import type { PrinterSetup } from '../../shared/templates/letters/sheet-setup.ts';
import type { Log } from '../platform/log-file.ts';
import type { Printer, PrintHow } from '../platform/printer.ts';
import { sheetOfPage } from '../platform/sheet-size.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { loadWhole, openBench, openPageWindow } from './press-bench.ts';
import { type LaidOut, makePressPool, type PressPool } from './press-pool.ts';

export type { LaidOut } from './press-pool.ts';

export type LetterPress = {
  /**
   * Returns `letter.layout_failed` (`reason`) when it takes too long or the page's process is lost, and `call.cancelled` at once when
   * the signal is given.
   */
  layOut(html: string, signal?: AbortSignal): Promise<Result<LaidOut>>;
  /**
   * Lays out page after page, side by side, and gives them in the same order. Takes a few ahead and no more, so that a run of thousands
   * is never in memory at once. One that fails does not stop those after it; after the signal those taken come as `call.cancelled`.
   */
  readonly layOutMany: PressPool['layOutMany'];
  /** Opens the system's print dialog, unless `silent`; `printed` is false when the user closed it. */
  print(html: string, how?: PrintHow): Promise<Result<{ printed: boolean }>>;
  /**
   * Without a dialog to a printer chosen beforehand: the PDF itself where the system takes one, else the page it was made from. With no printer
   * chosen the dialog opens.
   */
  printTo(
    paper: { readonly html: string; readonly pdf: Uint8Array },
    to: PrinterSetup,
  ): Promise<Result<{ printed: boolean }>>;
  /** Forgets everything that was laid out; what is being laid out fails. */
  clear(): void;
};

export type LetterPressParts = {
  readonly printer: Pick<Printer, 'print' | 'takesPdf' | 'printPdf'>;
  readonly fonts: LetterFonts;
  readonly log: Pick<Log, 'trouble'>;
};

const scheme = 'app';
const addressOf = (sheet: number): string => `${scheme}://duebook/sheet/${sheet}`;
const blank = addressOf(0);
const blankPage = '<!doctype html><title>Duebook</title>';

/** A page's own policy; the press lays its own on every page, which lets the fonts in. */
const ownPolicy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

export function makeLetterPress({ printer, fonts, log }: LetterPressParts): LetterPress {
  const sheets = new Map<string, string>([[blank, blankPage]]);
  let lastSheet = 0;
  let own: Session | null = null;
  let paper: BrowserWindow | null = null;
  let printing = false;

  function ownSession(): Session {
    if (own) return own;
    // Without `persist:` the session is kept in memory.
    own = session.fromPartition('letters', { cache: false });
    own.protocol.handle(scheme, (request) => {
      const html = sheets.get(request.url);
      return html === undefined
        ? new Response(null, { status: 404 })
        : new Response(html, {
            headers: {
              'Content-Type': 'text/html; charset=utf-8',
              'Content-Security-Policy': sheetPolicy,
              'Cache-Control': 'no-store',
            },
          });
    });
    return own;
  }

  async function prepare(html: string): Promise<string> {
    return fonts.embedIn(html.replace(ownPolicy, ''));
  }

  const pool = makePressPool({ open: () => openBench(ownSession(), blank, prepare), log });

  async function print(
    html: string,
    how: PrintHow = { silent: false },
  ): Promise<Result<{ printed: boolean }>> {
    if (printing) return fail('letter.print_failed', { reason: 'another print dialog is still open' });
    printing = true;
    const address = addressOf(++lastSheet);
    try {
      if (paper && !paper.isDestroyed()) paper.destroy();
      paper = openPageWindow(ownSession());
      sheets.set(address, await prepare(html));
      await loadWhole(paper.webContents, address);
      return await printer.print(paper.webContents, { ...how, sheet: sheetOfPage(html) });
    } catch (error) {
      log.trouble('letter.print_failed', error);
      return fail('letter.print_failed', { reason: 'the page could not be prepared' });
    } finally {
      sheets.delete(address);
      printing = false;
    }
  }

  return {
    layOut: pool.layOut,
    layOutMany: pool.layOutMany,
    print,
    async printTo({ html, pdf }, to) {
      if (to.printer === '') return print(html);
      return printer.takesPdf ? printer.printPdf(pdf, to) : print(html, { silent: true, printer: to });
    },
    clear() {
      pool.clear();
      // A page that is being printed is left to its dialog; the next print or clear closes it.
      if (!printing && paper) {
        if (!paper.isDestroyed()) paper.destroy();
        paper = null;
      }
    },
  };
}
