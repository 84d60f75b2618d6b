/**
 * Turns a finished HTML page into a PDF, and hands it to the printer.
 *
 * The page is laid out in a hidden window of its own: sandboxed, without scripts, without a network, in a
 * session that lives in memory, with a policy that allows nothing but its own inline styles. The page reaches it
 * from memory under our own scheme and is never written to disk. The window is kept for the next letter, since
 * making one costs more than laying a letter out; it is thrown away when the book locks, when something went
 * wrong with it, and after many pages, because Chromium gives the memory of a print back only then.
 *
 * Paper is printed from the page, not from the PDF: a window showing a PDF has printed blank sheets.
 */
import { BrowserWindow, type Session, session, type WebContents } from 'electron';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { footerForOldChromium, sheetPolicy } from '../../shared/templates/letters/sheet.ts';
import type { Log } from '../platform/log-file.ts';
import type { Printer, PrintHow } from '../platform/printer.ts';
import { countPages } from './count-pages.ts';

export type LaidOut = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };

export type LetterPress = {
  /** Returns `letter.layout_failed` (`reason`) when it takes too long or the page's process is lost. */
  layOut(html: string): Promise<Result<LaidOut>>;
  /** Opens the system's print dialog, unless `silent`; `printed` is false when the user closed it. */
  print(html: string, how?: PrintHow): Promise<Result<{ printed: boolean }>>;
  /** Forgets everything that was laid out. */
  clear(): void;
};

export type LetterPressParts = { readonly printer: Printer; readonly log: Log };

/** A letter takes a tenth of a second; a hundred pages some seconds. */
const layOutMostMs = 60_000;
const pagesPerWindow = 400;

const scheme = 'app';
const addressOf = (sheet: number): string => `${scheme}://duebook/sheet/${sheet}`;

/** Chromium draws page margin boxes, and so our page numbers, from this version on. */
const marginBoxesSince = 131;
const drawsMarginBoxes = Number.parseInt(process.versions.chrome ?? '0', 10) >= marginBoxesSince;

export function makeLetterPress({ printer, log }: LetterPressParts): LetterPress {
  const sheets = new Map<string, string>();
  let lastSheet = 0;
  let own: Session | null = null;
  let bench: BrowserWindow | null = null;
  let pagesOnBench = 0;
  let paper: BrowserWindow | null = null;
  let printing = false;
  let line: Promise<unknown> = Promise.resolve();

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

  function openWindow(): BrowserWindow {
    return new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: {
        session: ownSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webgl: false,
        plugins: false,
        webviewTag: false,
        disableDialogs: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
  }

  function close(window: BrowserWindow | null): void {
    if (window && !window.isDestroyed()) window.destroy();
  }

  async function load(page: WebContents, html: string): Promise<void> {
    const address = addressOf(++lastSheet);
    sheets.set(address, html);
    try {
      await page.loadURL(address);
    } finally {
      sheets.delete(address);
    }
  }

  async function layOutNow(html: string): Promise<Result<LaidOut>> {
    if (bench === null || bench.isDestroyed() || bench.webContents.isCrashed()) {
      close(bench);
      bench = openWindow();
      pagesOnBench = 0;
    }
    const window = bench;
    const page = window.webContents;
    const { promise: trouble, reject } = Promise.withResolvers<never>();
    const late = setTimeout(() => reject(new Error('it took too long')), layOutMostMs);
    const lost = () => reject(new Error('the page was lost'));
    page.once('render-process-gone', lost);
    page.once('destroyed', lost);
    try {
      const work = async (): Promise<LaidOut> => {
        await load(page, html);
        const pdf = await page.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          ...(drawsMarginBoxes
            ? {}
            : {
                displayHeaderFooter: true,
                headerTemplate: '<span></span>',
                footerTemplate: footerForOldChromium,
              }),
        });
        const bytes = new Uint8Array(pdf);
        return { pdf: bytes, pages: countPages(bytes) };
      };
      const done = await Promise.race([work(), trouble]);
      pagesOnBench += done.pages;
      if (pagesOnBench > pagesPerWindow) throwAway(window);
      return ok(done);
    } catch (error) {
      log.trouble('letter.layout_failed', error);
      throwAway(window);
      return fail('letter.layout_failed', {
        reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
      });
    } finally {
      clearTimeout(late);
      if (!page.isDestroyed()) {
        page.removeListener('render-process-gone', lost);
        page.removeListener('destroyed', lost);
      }
    }
  }

  function throwAway(window: BrowserWindow): void {
    if (bench === window) bench = null;
    close(window);
  }

  return {
    layOut(html) {
      const mine = line.then(() => layOutNow(html));
      line = mine;
      return mine;
    },
    async print(html, how) {
      if (printing) return fail('letter.print_failed', { reason: 'another print dialog is still open' });
      printing = true;
      try {
        close(paper);
        paper = openWindow();
        await load(paper.webContents, html);
        return await printer.print(paper.webContents, how);
      } catch (error) {
        log.trouble('letter.print_failed', error);
        return fail('letter.print_failed', { reason: 'the page could not be prepared' });
      } finally {
        printing = false;
      }
    },
    clear() {
      sheets.clear();
      close(bench);
      bench = null;
      // A page that is being printed is left to its dialog; the next print or clear closes it.
      if (!printing) {
        close(paper);
        paper = null;
      }
    },
  };
}
