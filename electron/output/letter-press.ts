/**
 * Turns finished HTML pages into PDFs, and hands them to the printer.
 *
 * Pages are laid out in hidden windows (`press-bench.ts`), two side by side when many are waiting. A window is kept for the next page,
 * since making one costs more than laying a letter out; it is thrown away when the book locks, when it was idle for a
 * while, when something went wrong with it, and after many pages, because Chromium gives the memory of a print back only then.
 * What somebody waits for on the screen goes before the letters of a run.
 *
 * Paper is printed from the page, not from the PDF: a window showing a PDF has printed blank sheets.
 */
import { type BrowserWindow, type Session, session } from 'electron';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { sheetPolicy } from '../../shared/templates/letters/sheet.ts';
import type { Log } from '../platform/log-file.ts';
import type { Printer, PrintHow } from '../platform/printer.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { type Bench, type LaidOut, loadWhole, openBench, openPageWindow } from './press-bench.ts';

export type { LaidOut } from './press-bench.ts';

export type LetterPress = {
  /**
   * Returns `letter.layout_failed` (`reason`) when it takes too long or the page's process is lost, and `call.cancelled` at once when
   * the signal is given.
   */
  layOut(html: string, signal?: AbortSignal): Promise<Result<LaidOut>>;
  /**
   * Lays out page after page and gives them in the same order. Takes a few ahead and no more, so that a run of thousands is never in
   * memory at once. Ends after the first `call.cancelled`; a page that fails for another reason does not stop those after it.
   */
  layOutMany<P extends { readonly html: string }>(
    pages: AsyncIterable<P> | Iterable<P>,
    signal?: AbortSignal,
  ): AsyncGenerator<{ readonly page: P; readonly laidOut: Result<LaidOut> }, void, void>;
  /** Opens the system's print dialog, unless `silent`; `printed` is false when the user closed it. */
  print(html: string, how?: PrintHow): Promise<Result<{ printed: boolean }>>;
  /** Forgets everything that was laid out; what is being laid out fails. */
  clear(): void;
};

export type LetterPressParts = {
  readonly printer: Pick<Printer, 'print'>;
  readonly fonts: LetterFonts;
  readonly log: Pick<Log, 'trouble'>;
};

type Waiting = { readonly work: (bench: Bench) => Promise<void>; readonly drop: () => void };

const mostBenches = 2;
const pagesPerBench = 400;
const idleMostMs = 60_000;

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
  const idle: Bench[] = [];
  const busy = new Set<Bench>();
  const waiting: { readonly seen: Waiting[]; readonly run: Waiting[] } = { seen: [], run: [] };
  let idleTimer: NodeJS.Timeout | null = null;
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

  function closeIdle(): void {
    for (const bench of idle.splice(0)) bench.throwAway();
  }

  /** Gives free benches what waits: first what somebody looks at. */
  function serve(): void {
    while (busy.size < mostBenches) {
      const next = waiting.seen.shift() ?? waiting.run.shift();
      if (next === undefined) break;
      let bench = idle.pop();
      while (bench && !bench.isSound()) {
        bench.throwAway();
        bench = idle.pop();
      }
      bench ??= openBench(ownSession(), blank);
      void use(bench, next);
    }
    if (idleTimer !== null) clearTimeout(idleTimer);
    idleTimer = setTimeout(closeIdle, idleMostMs);
    idleTimer.unref();
  }

  async function use(bench: Bench, { work }: Waiting): Promise<void> {
    busy.add(bench);
    await work(bench);
    busy.delete(bench);
    if (bench.isSound() && bench.pages() <= pagesPerBench) idle.push(bench);
    else bench.throwAway();
    serve();
  }

  function layOut(
    html: string,
    signal: AbortSignal | undefined,
    line: 'seen' | 'run',
  ): Promise<Result<LaidOut>> {
    const { promise, resolve } = Promise.withResolvers<Result<LaidOut>>();
    if (signal?.aborted) return Promise.resolve(fail('call.cancelled'));
    let at: Bench | null = null;
    const entry: Waiting = {
      drop: () => resolve(fail('letter.layout_failed', { reason: 'the page was closed' })),
      async work(bench) {
        at = bench;
        try {
          if (signal?.aborted) return;
          resolve(ok(await bench.layOut(await prepare(html))));
        } catch (error) {
          if (!signal?.aborted) log.trouble('letter.layout_failed', error);
          const reason = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
          resolve(fail('letter.layout_failed', { reason }));
        } finally {
          at = null;
          signal?.removeEventListener('abort', stop);
        }
      },
    };
    // The window is closed under a page being laid out: nothing else stops Chromium in the middle of one.
    const stop = () => {
      const place = waiting[line].indexOf(entry);
      if (place >= 0) waiting[line].splice(place, 1);
      resolve(fail('call.cancelled'));
      at?.throwAway();
    };
    signal?.addEventListener('abort', stop, { once: true });
    waiting[line].push(entry);
    serve();
    return promise;
  }

  async function* layOutMany<P extends { readonly html: string }>(
    pages: AsyncIterable<P> | Iterable<P>,
    signal?: AbortSignal,
  ) {
    const ahead: { readonly page: P; readonly laidOut: Promise<Result<LaidOut>> }[] = [];
    const first = async () => {
      const next = ahead.shift();
      return next && { page: next.page, laidOut: await next.laidOut };
    };
    for await (const page of pages) {
      ahead.push({ page, laidOut: layOut(page.html, signal, 'run') });
      if (ahead.length <= mostBenches) continue;
      const done = await first();
      if (done) yield done;
      if (signal?.aborted) break;
    }
    for (let done = await first(); done; done = await first()) {
      yield done;
      if (!done.laidOut.ok && done.laidOut.error.code === 'call.cancelled') return;
    }
  }

  return {
    layOut: (html, signal) => layOut(html, signal, 'seen'),
    layOutMany,
    async print(html, how) {
      if (printing) return fail('letter.print_failed', { reason: 'another print dialog is still open' });
      printing = true;
      const address = addressOf(++lastSheet);
      try {
        if (paper && !paper.isDestroyed()) paper.destroy();
        paper = openPageWindow(ownSession());
        sheets.set(address, await prepare(html));
        await loadWhole(paper.webContents, address);
        return await printer.print(paper.webContents, how);
      } catch (error) {
        log.trouble('letter.print_failed', error);
        return fail('letter.print_failed', { reason: 'the page could not be prepared' });
      } finally {
        sheets.delete(address);
        printing = false;
      }
    },
    clear() {
      for (const line of [waiting.seen, waiting.run]) for (const { drop } of line.splice(0)) drop();
      for (const bench of busy) bench.throwAway();
      closeIdle();
      // A page that is being printed is left to its dialog; the next print or clear closes it.
      if (!printing && paper) {
        if (!paper.isDestroyed()) paper.destroy();
        paper = null;
      }
    },
  };
}
