/**
 * One hidden window of the press: sandboxed, without scripts, without a network, in a session that lives in memory, with a
 * policy that allows nothing but a page's own styles, fonts and pictures. It takes one page after the other.
 *
 * A page is put into the window in place of the one before instead of being loaded anew, which took twice as long. It never
 * touches the disk.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { BrowserWindow, type Session, type WebContents } from 'electron';
import { footerForOldChromium } from '../../shared/templates/letters/sheet.ts';
import { countPages } from './count-pages.ts';
import type { Bench, LaidOut } from './press-pool.ts';

/** A letter takes a twentieth of a second; a thousand pages some tens of seconds. */
const layOutMostMs = 120_000;
const settings = {
  show: false,
  width: 900,
  height: 1200,
} as const;

/** Chromium draws page margin boxes, and so our page numbers, from this version on. */
const marginBoxesSince = 131;
const drawsMarginBoxes = Number.parseInt(process.versions.chrome ?? '0', 10) >= marginBoxesSince;

export const pdfOptions: Electron.PrintToPDFOptions = {
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
};

/** Pages that ask for no number, such as envelopes and labels, get none from the print footer either. */
function optionsFor(html: string): Electron.PrintToPDFOptions {
  return html.includes('counter(page)') ? pdfOptions : { ...pdfOptions, displayHeaderFooter: false };
}

/** A hidden window for pages that are trusted with nothing. */
export function openPageWindow(session: Session): BrowserWindow {
  return new BrowserWindow({
    ...settings,
    webPreferences: {
      session,
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

/**
 * `blank` is the address of an empty page under the press's policy, which then holds for every page put into it. `finish` is asked for what is
 * laid out of each page.
 */
export function openBench(session: Session, blank: string, finish: (html: string) => Promise<string>): Bench {
  const window = openPageWindow(session);
  const page = window.webContents;
  const { promise: trouble, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens.
  trouble.catch(() => undefined);
  let sound = true;
  let pages = 0;
  const lose = (reason: string) => () => {
    sound = false;
    reject(new Error(reason));
  };
  page.once('render-process-gone', lose('the page was lost'));
  page.once('destroyed', lose('the page was closed'));
  const ready = prepare(page, blank);
  ready.catch(() => undefined);

  return {
    async layOut(html) {
      const late = setTimeout(lose('it took too long'), layOutMostMs);
      const work = async (): Promise<LaidOut> => {
        const [frameId, finished] = await Promise.all([ready, finish(html)]);
        await page.debugger.sendCommand('Page.setDocumentContent', { frameId, html: finished });
        await readEverything(page);
        const pdf = new Uint8Array(await page.printToPDF(optionsFor(html)));
        return { pdf, pages: countPages(pdf) };
      };
      try {
        const done = await Promise.race([work(), trouble]);
        pages += done.pages;
        return done;
      } catch (error) {
        sound = false;
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
    isSound: () => sound && !window.isDestroyed(),
    pages: () => pages,
    throwAway() {
      sound = false;
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

/** Loads a page and reads its fonts and pictures, so that it can be printed. */
export async function loadWhole(page: WebContents, address: string): Promise<void> {
  await page.loadURL(address);
  page.debugger.attach('1.3');
  try {
    await readEverything(page);
  } finally {
    page.debugger.detach();
  }
}

/** Loads the empty page and returns the frame pages are put into. */
async function prepare(page: WebContents, blank: string): Promise<string> {
  await page.loadURL(blank);
  page.debugger.attach('1.3');
  const { frameTree } = (await page.debugger.sendCommand('Page.getFrameTree')) as {
    frameTree: { frame: { id: string } };
  };
  return frameTree.frame.id;
}

/** What a page draws with must be there before it is printed: Chromium prints without waiting for fonts and pictures. */
const everythingRead = `(async () => {
  document.body.offsetHeight;
  await Promise.all([...document.fonts].map((face) => face.load()));
  const pictures = [...document.images];
  if (pictures.some((picture) => picture.complete && picture.naturalWidth === 0)) throw new Error();
  return document.readyState === 'complete' && pictures.every((picture) => picture.complete);
})()`;
const lookAgainMs = 4;

/** A page without scripts hears no events, so it is asked until everything stands there. */
async function readEverything(page: WebContents): Promise<void> {
  for (;;) {
    const { result, exceptionDetails } = (await page.debugger.sendCommand('Runtime.evaluate', {
      expression: everythingRead,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value?: unknown }; exceptionDetails?: unknown };
    if (exceptionDetails !== undefined) throw new Error('a font or a picture could not be read');
    if (result.value === true) return;
    await delay(lookAgainMs);
  }
}
