import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Bench, type LaidOut, makePressPool } from '../../../electron/output/press-pool.ts';

/** Benches whose pages are done when the test says so. */
function makeBenches(options: { mostBenches?: number; pagesPerBench?: number; idleMostMs?: number } = {}) {
  const working = new Map<string, { done: () => void; spoil: (reason: string) => void }>();
  const opened: { open: boolean }[] = [];
  const trouble: string[] = [];
  const begun: string[] = [];
  const open = (): Bench => {
    const state = { open: true };
    opened.push(state);
    let pages = 0;
    let lose: (error: Error) => void = () => undefined;
    return {
      layOut(html) {
        const { promise, resolve, reject } = Promise.withResolvers<LaidOut>();
        lose = reject;
        begun.push(html);
        working.set(html, {
          done() {
            pages += 2;
            resolve({ pdf: new Uint8Array([html.length]), pages: 2 });
          },
          spoil(reason) {
            state.open = false;
            reject(new Error(reason));
          },
        });
        return promise;
      },
      isSound: () => state.open,
      pages: () => pages,
      throwAway() {
        state.open = false;
        lose(new Error('the page was closed'));
      },
    };
  };
  const pool = makePressPool({ open, log: { trouble: (what) => trouble.push(what) }, ...options });
  const finish = async (html: string) => {
    working.get(html)?.done();
    await delay(0);
  };
  return {
    pool,
    opened,
    trouble,
    begun,
    finish,
    spoil: (html: string, reason: string) => working.get(html)?.spoil(reason),
    standing: () => opened.filter((one) => one.open).length,
  };
}

test('two pages are laid out side by side, the third waits, and windows are used again', async () => {
  const { pool, opened, begun, finish } = makeBenches();
  const all = Promise.all(['a', 'b', 'c'].map((html) => pool.layOut(html)));
  expect(begun).toEqual(['a', 'b']);
  await finish('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await finish('c');
  await finish('a');
  expect((await all).map((one) => one.ok)).toEqual([true, true, true]);
  expect(opened).toHaveLength(2);
});

test('what is looked at goes before the letters of a run', async () => {
  const { pool, begun, finish } = makeBenches({ mostBenches: 1 });
  const run = pool.layOutMany([{ html: 'r1' }, { html: 'r2' }, { html: 'r3' }]);
  const first = run.next();
  await delay(0);
  void pool.layOut('seen');
  await finish('r1');
  expect((await first).value?.page.html).toBe('r1');
  expect(begun).toEqual(['r1', 'seen']);
});

test('a run gives its pages in order and takes only a few ahead', async () => {
  const { pool, finish } = makeBenches();
  let taken = 0;
  async function* pages() {
    for (let page = 1; page <= 6; page += 1) {
      taken = page;
      yield { html: `p${page}`, page };
    }
  }
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { page, laidOut } of pool.layOutMany(pages())) if (laidOut.ok) seen.push(page.page);
  })();
  await delay(5);
  await finish('p2');
  await delay(5);
  expect(taken).toBeLessThanOrEqual(3);
  expect(seen).toEqual([]);
  for (const page of [1, 3, 4, 5, 6]) {
    await finish(`p${page}`);
    await delay(2);
  }
  await reading;
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a run that is stopped ends at once, its windows are closed, and nothing more is taken', async () => {
  const { pool, begun, standing, trouble } = makeBenches();
  const stop = new AbortController();
  const answers: string[] = [];
  const pages = Array.from({ length: 50 }, (_, page) => ({ html: `p${page}` }));
  const reading = (async () => {
    for await (const { laidOut } of pool.layOutMany(pages, stop.signal))
      answers.push(laidOut.ok ? 'ok' : laidOut.error.code);
  })();
  await delay(5);
  stop.abort();
  await reading;
  expect(begun).toHaveLength(2);
  expect(new Set(answers)).toEqual(new Set(['call.cancelled']));
  expect(standing()).toBe(0);
  expect(trouble).toEqual([]);
  expect(await pool.layOut('after', stop.signal)).toMatchObject({
    ok: false,
    error: { code: 'call.cancelled' },
  });
});

test('stopping one page leaves the others alone', async () => {
  const { pool, finish } = makeBenches({ mostBenches: 1 });
  const stop = new AbortController();
  const one = pool.layOut('one');
  const two = pool.layOut('two', stop.signal);
  const three = pool.layOut('three');
  stop.abort();
  expect(await two).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  await finish('one');
  await finish('three');
  expect((await one).ok && (await three).ok).toBe(true);
});

test('a window that went wrong is not used again, and its page is said to have failed', async () => {
  const { pool, opened, trouble, finish, spoil } = makeBenches({ mostBenches: 1 });
  const lost = pool.layOut('lost');
  spoil('lost', 'the page was lost');
  expect(await lost).toMatchObject({
    ok: false,
    error: { code: 'letter.layout_failed', params: { reason: 'the page was lost' } },
  });
  await delay(0);
  const next = pool.layOut('next');
  await finish('next');
  expect((await next).ok).toBe(true);
  expect(opened).toHaveLength(2);
  expect(trouble).toEqual(['letter.layout_failed']);
});

test('a window is renewed after so many pages', async () => {
  const { pool, opened, standing, finish } = makeBenches({ mostBenches: 1, pagesPerBench: 4 });
  for (const html of ['1', '2', '3', '4', '5']) {
    const laidOut = pool.layOut(html);
    await finish(html);
    await laidOut;
  }
  expect(opened).toHaveLength(3);
  expect(standing()).toBe(1);
});

test('windows nobody needed for a while are closed', async () => {
  const { pool, standing, finish } = makeBenches({ idleMostMs: 20 });
  const laidOut = pool.layOut('a');
  await finish('a');
  await laidOut;
  expect(standing()).toBe(1);
  await delay(60);
  expect(standing()).toBe(0);
});

test('clearing drops what waits and what is being laid out', async () => {
  const { pool, standing } = makeBenches({ mostBenches: 1 });
  const answers = Promise.all([pool.layOut('a'), pool.layOut('b')]);
  pool.clear();
  expect((await answers).map((one) => one.ok)).toEqual([false, false]);
  expect(standing()).toBe(0);
});
