/**
 * Who works where in the press: a few windows side by side, pages waiting for them, and a way to stop. Knows nothing of Electron, so that it
 * is tested in plain Node.
 *
 * A window is kept for the next page, since making one costs more than laying a letter out; it is thrown away when it was idle for a
 * while, when something went wrong with it, and after many pages, because Chromium gives the memory of a print back only
 * then. What somebody waits for on the screen goes before the letters of a run.
 */
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { Log } from '../platform/log-file.ts';

export type LaidOut = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };

/** One hidden window. */
export type Bench = {
  /** Rejects when it takes too long, the page's process is lost or the bench is thrown away. One page at a time. */
  layOut(html: string): Promise<LaidOut>;
  /** False once something went wrong with it: it must be thrown away then. */
  isSound(): boolean;
  /** Pages laid out here so far. */
  pages(): number;
  throwAway(): void;
};

export type PressPool = {
  /** Of something that is looked at: before everything that waits for a run. */
  layOut(html: string, signal?: AbortSignal): Promise<Result<LaidOut>>;
  layOutMany<P extends { readonly html: string }>(
    pages: AsyncIterable<P> | Iterable<P>,
    signal?: AbortSignal,
  ): AsyncGenerator<{ readonly page: P; readonly laidOut: Result<LaidOut> }, void, void>;
  clear(): void;
};

export type PressPoolParts = {
  readonly open: () => Bench;
  readonly log: Pick<Log, 'trouble'>;
  readonly mostBenches?: number;
  readonly pagesPerBench?: number;
  readonly idleMostMs?: number;
};

type Line = 'seen' | 'run';
type Waiting = { readonly work: (bench: Bench) => Promise<void>; readonly drop: () => void };

export function makePressPool(parts: PressPoolParts): PressPool {
  const { open, log, mostBenches = 2, pagesPerBench = 400, idleMostMs = 60_000 } = parts;
  const idle: Bench[] = [];
  const busy = new Set<Bench>();
  const waiting: Readonly<Record<Line, Waiting[]>> = { seen: [], run: [] };
  let idleTimer: NodeJS.Timeout | null = null;

  function closeIdle(): void {
    for (const bench of idle.splice(0)) bench.throwAway();
  }

  /** One that is ready and sound, or a new one. */
  function takeBench(): Bench {
    for (let bench = idle.pop(); bench; bench = idle.pop()) {
      if (bench.isSound()) return bench;
      bench.throwAway();
    }
    return open();
  }

  /** Gives free benches what waits: first what somebody looks at. */
  function serve(): void {
    while (busy.size < mostBenches) {
      const next = waiting.seen.shift() ?? waiting.run.shift();
      if (next === undefined) break;
      void use(takeBench(), next);
    }
    if (idleTimer !== null) clearTimeout(idleTimer);
    idleTimer = setTimeout(closeIdle, idleMostMs);
    idleTimer.unref();
  }

  async function use(bench: Bench, { work }: Waiting): Promise<void> {
    busy.add(bench);
    await work(bench);
    busy.delete(bench);
    if (bench.isSound() && bench.pages() < pagesPerBench) idle.push(bench);
    else bench.throwAway();
    serve();
  }

  function layOut(html: string, line: Line, signal: AbortSignal | undefined): Promise<Result<LaidOut>> {
    if (signal?.aborted) return Promise.resolve(fail('call.cancelled'));
    const { promise, resolve } = Promise.withResolvers<Result<LaidOut>>();
    let at: Bench | null = null;
    let dropped = false;
    const entry: Waiting = {
      drop: () => resolve(fail('letter.layout_failed', { reason: 'the page was closed' })),
      async work(bench) {
        at = bench;
        try {
          resolve(ok(await bench.layOut(html)));
        } catch (error) {
          if (!dropped) log.trouble('letter.layout_failed', error);
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
      dropped = true;
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
      ahead.push({ page, laidOut: layOut(page.html, 'run', signal) });
      if (ahead.length <= mostBenches) continue;
      const done = await first();
      if (done) yield done;
      if (signal?.aborted) break;
    }
    for (let done = await first(); done; done = await first()) yield done;
  }

  return {
    layOut: (html, signal) => layOut(html, 'seen', signal),
    layOutMany,
    clear() {
      for (const line of [waiting.seen, waiting.run]) for (const { drop } of line.splice(0)) drop();
      for (const bench of busy) bench.throwAway();
      closeIdle();
    },
  };
}
