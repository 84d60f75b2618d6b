/**
 * Work on finished PDFs in a thread of its own, so that the main process is never held up: the letters of a run as one
 * document, some pages of one. The thread is started when it is needed and ends when it was idle for a while.
 */
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { PdfPart } from './merge-pdf.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Asked =
  | { readonly do: 'add'; readonly stack: number; readonly pdf: Uint8Array; readonly title: string }
  | { readonly do: 'finish'; readonly stack: number; readonly title: string }
  | { readonly do: 'drop'; readonly stack: number }
  | { readonly do: 'extract'; readonly pdf: Uint8Array; readonly from: number; readonly to: number };
export type PdfRequest = Asked & { readonly id: number };
export type PdfReply = { readonly id: number } & (
  | { readonly ok: true; readonly value: { readonly pdf?: Bytes; readonly pages: number } }
  | { readonly ok: false; readonly reason: string }
);

export type PdfDocument = { readonly pdf: Bytes; readonly pages: number };

export type PdfThread = {
  /**
   * All parts as one document, in order, each with a bookmark of its title; `title` is the whole's. Takes the next part when the one before is
   * in, so a run is never in memory twice. Returns `call.cancelled` after the signal and `run.not_put_together`
   * (`reason`) when a part cannot be read.
   */
  merge(
    parts: AsyncIterable<PdfPart> | Iterable<PdfPart>,
    title: string,
    signal?: AbortSignal,
  ): Promise<Result<PdfDocument>>;
  /** Pages from one to another, counted from 1, both included. Its structure for screen readers is not taken along. */
  extract(pdf: Uint8Array, from: number, to: number): Promise<Result<PdfDocument>>;
  /** Ends the thread at once. */
  end(): void;
};

const idleMostMs = 30_000;

/** `file` is the built `pdf-worker.js`, or its source under a Node that runs TypeScript. */
export function makePdfThread(file: string): PdfThread {
  let worker: Worker | null = null;
  let lastId = 0;
  let lastStack = 0;
  let idleTimer: NodeJS.Timeout | null = null;
  const open = new Map<number, (reply: PdfReply) => void>();

  function end(reason = 'the work was stopped'): void {
    if (idleTimer !== null) clearTimeout(idleTimer);
    idleTimer = null;
    const ended = worker;
    worker = null;
    for (const [id, answer] of open) answer({ id, ok: false, reason });
    open.clear();
    void ended?.terminate();
  }

  function started(): Worker {
    if (worker) return worker;
    const made = new Worker(file);
    made.on('message', (reply: PdfReply) => {
      open.get(reply.id)?.(reply);
      open.delete(reply.id);
    });
    made.on('error', (error: Error) => {
      if (worker === made) end(error.message);
    });
    made.unref();
    worker = made;
    return made;
  }

  function ask(request: Asked): Promise<PdfReply> {
    const { promise, resolve } = Promise.withResolvers<PdfReply>();
    lastId += 1;
    open.set(lastId, resolve);
    const thread = started();
    thread.ref();
    thread.postMessage({ ...request, id: lastId } satisfies PdfRequest);
    return promise.finally(() => {
      if (open.size > 0) return;
      worker?.unref();
      if (idleTimer !== null) clearTimeout(idleTimer);
      idleTimer = setTimeout(() => open.size === 0 && end(), idleMostMs);
      idleTimer.unref();
    });
  }

  const documentOf = (reply: PdfReply): Result<PdfDocument> => {
    if (!reply.ok) return fail('run.not_put_together', { reason: reply.reason.slice(0, 120) });
    const { pdf, pages } = reply.value;
    return pdf ? ok({ pdf, pages }) : fail('run.not_put_together', { reason: 'nothing came out' });
  };

  return {
    async merge(parts, title, signal) {
      lastStack += 1;
      const stack = lastStack;
      const drop = (failed: Result<PdfDocument>): Result<PdfDocument> => {
        if (worker) void ask({ do: 'drop', stack });
        return failed;
      };
      for await (const part of parts) {
        if (signal?.aborted) return drop(fail('call.cancelled'));
        const added = await ask({ do: 'add', stack, pdf: part.pdf, title: part.title });
        if (!added.ok) return drop(documentOf(added));
      }
      if (signal?.aborted) return drop(fail('call.cancelled'));
      return documentOf(await ask({ do: 'finish', stack, title }));
    },
    extract: async (pdf, from, to) => documentOf(await ask({ do: 'extract', pdf, from, to })),
    end,
  };
}
