import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedBook } from '../../../electron/book/protocol.ts';
import type { BookClient } from '../../../electron/ipc/book-client.ts';
import { makeOpenBook, type OpenBook } from '../../../electron/ipc/open-book.ts';
import { makeWindowLink, type WindowLink } from '../../../electron/ipc/window-link.ts';
import type { DuebookEvent } from '../../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

const book: OpenedBook = {
  bookId: 'b1',
  officeName: 'Marlow & Finch',
  sample: false,
  recoveryConfirmed: true,
};
let order: string[];
let heard: (event: DuebookEvent) => void;
let closes: boolean;
let link: WindowLink;
let openBook: OpenBook;

beforeEach(() => {
  order = [];
  closes = true;
  heard = () => undefined;
  link = makeWindowLink((event) => {
    order.push(event.type === 'book' ? event.state.state : event.type);
    heard(event);
    return true;
  });
  const client = {
    stopJobs: async () => void order.push('jobs stopped'),
    errand: async (errand: string) => {
      order.push(errand);
      if (errand === 'vault.list') return ok([]);
      return closes ? ok(null) : fail('book.io');
    },
  } as unknown as BookClient;
  openBook = makeOpenBook(() => client, link);
});

const open = () =>
  openBook.open(
    async () => ok(book),
    (opened) => opened,
  );

describe('opening', () => {
  it('tells the window and whoever listens', async () => {
    const seen: (OpenedBook | null)[] = [];
    openBook.onChange((now) => void seen.push(now));
    await open();
    expect(order).toEqual(['open']);
    expect(seen).toEqual([book]);
    expect(await openBook.state()).toEqual(ok({ state: 'open', ...book }));
  });

  it('that fails changes nothing', async () => {
    await openBook.open(
      async () => fail('book.wrong_passphrase'),
      () => book,
    );
    expect(order).toEqual([]);
    expect(openBook.current()).toBeNull();
  });
});

describe('an opening that takes long', () => {
  const begin = () => {
    const { promise, resolve } = Promise.withResolvers<Result<OpenedBook>>();
    const opening = openBook.open(
      () => promise,
      (opened) => opened,
    );
    return { opening, finish: resolve };
  };

  it('is said at once to a window that asks, with what it is busy with', async () => {
    const { opening, finish } = begin();
    // The queue lets it begin.
    await Promise.resolve();
    expect(await openBook.state()).toEqual(ok({ state: 'opening', step: 'open' }));
    openBook.noteStep('sample');
    expect(order).toEqual(['opening']);
    expect(await openBook.state()).toEqual(ok({ state: 'opening', step: 'sample' }));
    finish(ok(book));
    await opening;
    expect(order).toEqual(['opening', 'opening', 'open']);
    expect(await openBook.state()).toEqual(ok({ state: 'open', ...book }));
  });

  it('and fails is told to the window that waits for its end', async () => {
    const { opening, finish } = begin();
    await Promise.resolve();
    await openBook.state();
    finish(fail('book.damaged'));
    expect(await opening).toMatchObject({ error: { code: 'book.damaged' } });
    expect(order).toEqual(['vault.list', 'closed']);
    openBook.noteStep('check');
    expect(order).toEqual(['vault.list', 'closed']);
  });
});

describe('closing', () => {
  it('lets the window save, then stops jobs, then closes, then tells', async () => {
    await open();
    order = [];
    heard = (event) => {
      if (event.type !== 'flush') return;
      setTimeout(() => {
        order.push('saved');
        link.flushed();
      }, 20);
    };
    await openBook.close('lock');
    expect(order).toEqual(['flush', 'saved', 'jobs stopped', 'vault.close', 'vault.list', 'closed']);
    expect(openBook.current()).toBeNull();
  });

  it('does not wait for a window that does not answer', async () => {
    await open();
    vi.useFakeTimers();
    try {
      const closing = openBook.close('quit');
      await vi.advanceTimersByTimeAsync(800);
      expect(await closing).toMatchObject({ ok: true });
    } finally {
      vi.useRealTimers();
    }
  });

  it('happens once when asked twice', async () => {
    await open();
    heard = (event) => void (event.type === 'flush' && link.flushed());
    await Promise.all([openBook.close('lock'), openBook.close('lock')]);
    expect(order.filter((step) => step === 'vault.close')).toHaveLength(1);
  });

  it('with no book open stops what is brought in, when the program ends', async () => {
    await openBook.close('lock');
    expect(order).toEqual([]);
    await openBook.close('quit');
    expect(order).toEqual(['jobs stopped']);
  });

  it('that fails leaves the book open, and says so', async () => {
    await open();
    heard = (event) => void (event.type === 'flush' && link.flushed());
    closes = false;
    expect(await openBook.close('lock')).toMatchObject({ error: { code: 'book.io' } });
    expect(openBook.current()).toEqual(book);
  });

  it('waits for an opening under way', async () => {
    heard = (event) => void (event.type === 'flush' && link.flushed());
    const opening = open();
    const closing = openBook.close('lock');
    await Promise.all([opening, closing]);
    expect(openBook.current()).toBeNull();
    expect(order).toContain('vault.close');
  });
});
