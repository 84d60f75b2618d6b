/**
 * Which book is open, as main and the window know it, and the few things that change it. The worker holds
 * the key and the connection; here stands only what a title needs. Opening, locking and closing go one after
 * the other, so that a lock never meets a half-opened book.
 */
import type { BookState, OpeningStep, SettledBookState } from '../../shared/contract/book.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { OpenedBook } from '../book/protocol.ts';
import type { BookClient } from './book-client.ts';
import type { WindowLink } from './window-link.ts';

export type OpenBook = {
  /** `null` while locked. */
  current(): OpenedBook | null;
  /** Answers at once while a book is being opened, which may take long. */
  state(): Promise<Result<BookState>>;
  /** Runs work that opens a book; tells the window after, also when it failed and the window had heard of it. */
  open<T>(work: () => Promise<Result<T>>, after: (value: T) => OpenedBook): Promise<Result<T>>;
  /** The opening under way is about to do something that may take long. */
  noteStep(step: OpeningStep): void;
  /** Runs work that may change what is known of the open book; tells the window after. */
  change<T>(work: () => Promise<Result<T>>, after: (value: T) => OpenedBook | null): Promise<Result<T>>;
  /** Lets the window save, stops jobs, and closes the book. With none open only the end of the program stops jobs. */
  close(reason: 'lock' | 'quit'): Promise<Result<null>>;
  /** The worker ended and took the open book with it, if there was one; resolves when the window knows. */
  lost(): Promise<boolean>;
  /** Called after every change, with the book that is open now. */
  onChange(listener: (book: OpenedBook | null) => void): void;
};

/** A job is given this long to take itself back before the book is closed under it. */
const jobsMostMs = 10_000;

export function makeOpenBook(client: () => BookClient, link: WindowLink): OpenBook {
  let open: OpenedBook | null = null;
  /** What an opening under way is busy with; `null` when none is. */
  let step: OpeningStep | null = null;
  /** Whether the window was answered that one is under way, so that it waits to hear how it ended. */
  let isAwaited = false;
  /** Whether the window was told of a step. */
  let isShown = false;
  let line: Promise<unknown> = Promise.resolve();
  const listeners: ((book: OpenedBook | null) => void)[] = [];

  function queue<T>(work: () => Promise<T>): Promise<T> {
    const mine = line.then(work);
    // One that failed must not stop those behind it; its own caller hears of it.
    line = mine.catch(() => undefined);
    return mine;
  }

  async function readState(): Promise<Result<SettledBookState>> {
    if (open) return ok({ state: 'open', ...open });
    const books = await client().errand('vault.list', null);
    return books.ok ? ok({ state: 'closed', books: [...books.value] }) : books;
  }

  async function tell(): Promise<void> {
    for (const listener of listeners) listener(open);
    const state = await readState();
    if (state.ok) link.emit({ type: 'book', state: state.value });
  }

  return {
    current: () => open,
    async state() {
      if (open !== null || step === null) return queue(readState);
      isAwaited = true;
      return ok({ state: 'opening', step });
    },
    open: (work, after) =>
      queue(async () => {
        step = 'open';
        isAwaited = false;
        isShown = false;
        let opened = false;
        try {
          const result = await work();
          if (result.ok) open = after(result.value);
          opened = result.ok;
          return result;
        } finally {
          step = null;
          if (isShown) link.emit({ type: 'opening', step });
          if (opened || isAwaited) await tell();
        }
      }),
    noteStep(next) {
      // What a worker that was lost had still to say is of no opening any more.
      if (step === null || open !== null) return;
      step = next;
      isShown = true;
      link.emit({ type: 'opening', step });
    },
    change: (work, after) =>
      queue(async () => {
        const result = await work();
        if (!result.ok) return result;
        open = after(result.value);
        await tell();
        return result;
      }),
    close: (reason) =>
      queue(async () => {
        if (open === null) {
          // With no book open there can still be a backup being brought in.
          if (reason === 'quit') await client().stopJobs(jobsMostMs);
          return ok(null);
        }
        await link.flush(reason);
        await client().stopJobs(jobsMostMs);
        const closed = await client().errand('vault.close', null);
        if (!closed.ok) return closed;
        open = null;
        // A window about to go has no use for the gate.
        if (reason === 'lock') await tell();
        else for (const listener of listeners) listener(null);
        return closed;
      }),
    async lost() {
      if (open === null) return false;
      open = null;
      await tell();
      return true;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
