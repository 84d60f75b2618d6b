/**
 * Prints a finished PDF, page for page: the one document of a run. It is shown by Chromium’s own viewer in a hidden window whose
 * session lives in memory; the bytes reach it from memory under our scheme and never touch the disk.
 *
 * The viewer does not come up for every kind of address in every Chromium, and a window without it prints blank sheets. So it is looked
 * for before the printer is asked. Straight to a printer the PDF goes to the system's spooler, where that takes one, and needs
 * no viewer.
 *
 * A letter by itself is printed from its page (`letter-press.ts`). A run is not: its letters have heads, page numbers and running
 * heads of their own, which one page for all of them could not carry.
 */
import { BrowserWindow, type Session, session } from 'electron';
import { fail, type Result } from '../../shared/errors/result.ts';
import type { PrinterSetup } from '../../shared/templates/letters/sheet-setup.ts';
import type { Log } from '../platform/log-file.ts';
import type { Printer } from '../platform/printer.ts';
import { sheetOfPdf } from '../platform/sheet-size.ts';
import { staysInside } from '../window/seal.ts';

export type PdfPaper = {
  /** Through the system's dialog for `null`; else straight to that printer, or to the system's own where none is named. */
  print(pdf: Uint8Array<ArrayBuffer>, to: PrinterSetup | null): Promise<Result<{ printed: boolean }>>;
  /** Forgets what was shown, unless it is being printed. */
  clear(): void;
};

export type PdfPaperParts = { readonly printer: Printer; readonly log: Log };

const scheme = 'app';
const addressOf = (number: number): string => `${scheme}://duebook/paper/${number}.pdf`;
/** A thousand pages take some seconds to be read in. */
const shownMostMs = 60_000;
/** Chromium's own PDF viewer. */
const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
/** The address asked for, the viewer in it, and in that what draws the pages. */
const framesOfViewer = 3;
const viewerMostMs = 10_000;
/** The viewer says that it has loaded before it has drawn its first page. */
const settleMs = 400;

export function makePdfPaper({ printer, log }: PdfPaperParts): PdfPaper {
  let own: Session | null = null;
  let shown: { readonly address: string; readonly pdf: Uint8Array<ArrayBuffer> } | null = null;
  let window: BrowserWindow | null = null;
  let last = 0;
  let printing = false;

  function ownSession(): Session {
    if (own) return own;
    own = session.fromPartition('persist:paper', { cache: false });
    // The viewer is an extension that comes with Chromium; elsewhere pages of extensions are sealed off.
    own.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !staysInside(url) && !url.startsWith(viewer) }),
    );
    own.protocol.handle(scheme, (request) =>
      shown === null || request.url !== shown.address
        ? new Response(null, { status: 404 })
        : new Response(shown.pdf, {
            headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' },
          }),
    );
    return own;
  }

  function close(): void {
    if (window && !window.isDestroyed()) window.destroy();
    window = null;
    shown = null;
  }

  async function show(pdf: Uint8Array<ArrayBuffer>): Promise<BrowserWindow> {
    close();
    const address = addressOf(++last);
    shown = { address, pdf };
    const opened = new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: {
        session: ownSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        // The viewer is a plugin of Chromium's own; nothing else is ever loaded here.
        plugins: true,
        webviewTag: false,
        disableDialogs: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    window = opened;
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('it took too long')), shownMostMs);
    try {
      await Promise.race([opened.loadURL(address), late]);
      await viewerIn(opened);
    } finally {
      clearTimeout(timer);
    }
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return opened;
  }

  /** Waits until what draws the pages is there. */
  async function viewerIn(opened: BrowserWindow): Promise<void> {
    const from = performance.now();
    while (opened.webContents.mainFrame.framesInSubtree.length < framesOfViewer) {
      if (performance.now() - from > viewerMostMs) throw new Error('the viewer did not come up');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    async print(pdf, to) {
      if (to !== null && to.printer !== '' && printer.takesPdf) return printer.printPdf(pdf, to);
      if (printing) return fail('letter.print_failed', { reason: 'another print dialog is still open' });
      printing = true;
      try {
        const page = await show(pdf).catch((error: unknown) => {
          log.trouble('run.not_shown', error);
          return null;
        });
        // The printer was not asked yet: nothing went.
        if (page === null) return fail('run.not_put_together', { reason: 'it could not be shown' });
        const sheet = sheetOfPdf(pdf);
        return await printer.print(
          page.webContents,
          to === null ? { silent: false, sheet } : { silent: true, printer: to, sheet },
        );
      } catch (error) {
        log.trouble('run.print_failed', error);
        return fail('letter.print_failed', { reason: 'the printer gave no answer' });
      } finally {
        printing = false;
        close();
      }
    },
    clear() {
      if (!printing) close();
    },
  };
}
