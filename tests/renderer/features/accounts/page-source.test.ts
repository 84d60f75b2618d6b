import { describe, expect, it } from 'vitest';
import { filterOf, freshView } from '../../../../renderer/features/accounts/list-view.ts';
import {
  type AskPage,
  makePageSource,
  pageSize,
} from '../../../../renderer/features/accounts/page-source.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';

const question = { filter: filterOf(freshView), sort: 'name', descending: false } as const;

/** A book of `count` pages that notes how each was asked for. */
function bookOf(pages: number) {
  const asked: { after: string | null; offset: number }[] = [];
  const ask: AskPage = async ({ after, offset }) => {
    asked.push({ after, offset });
    const index = after === null ? offset / pageSize : Number(after);
    return ok({ rows: [], next: index + 1 < pages ? String(index + 1) : null });
  };
  return { asked, ask };
}

describe('pages of the list', () => {
  it('follows the cursor of the page before', async () => {
    const { asked, ask } = bookOf(4);
    const source = makePageSource(question, ask);
    for (const index of [0, 1, 2]) await source.page(index);
    expect(asked).toEqual([
      { after: null, offset: 0 },
      { after: '1', offset: 0 },
      { after: '2', offset: 0 },
    ]);
  });

  it('jumps by offset where the page before is unknown, and goes on by cursor from there', async () => {
    const { asked, ask } = bookOf(900);
    const source = makePageSource(question, ask);
    await source.page(500);
    await source.page(501);
    await source.page(499);
    expect(asked).toEqual([
      { after: null, offset: 50_000 },
      { after: '501', offset: 0 },
      { after: null, offset: 49_900 },
    ]);
  });

  it('asks by offset after the last page, whose cursor is none', async () => {
    const { asked, ask } = bookOf(1);
    const source = makePageSource(question, ask);
    await source.page(0);
    await source.page(1);
    expect(asked[1]).toEqual({ after: null, offset: pageSize });
  });

  it('asks once for a page wanted twice at the same time, and again later', async () => {
    const { asked, ask } = bookOf(3);
    const source = makePageSource(question, ask);
    await Promise.all([source.page(0), source.page(0)]);
    expect(asked).toHaveLength(1);
    await source.page(0);
    expect(asked).toHaveLength(2);
  });

  it('gives the prepared first page to the next who wants it, once', async () => {
    const { asked, ask } = bookOf(3);
    const source = makePageSource(question, ask);
    await source.prepare();
    await source.page(0);
    expect(asked).toHaveLength(1);
    await source.page(0);
    expect(asked).toHaveLength(2);
  });

  it('uses no cursor of before once rows have moved, not even one still on its way', async () => {
    const waiting: ((next: string) => void)[] = [];
    const asked: (string | null)[] = [];
    const source = makePageSource(question, ({ after }) => {
      asked.push(after);
      return new Promise((resolve) => waiting.push((next) => resolve(ok({ rows: [], next }))));
    });
    const early = source.page(0);
    source.forget();
    waiting[0]?.('stale');
    await early;
    void source.page(1);
    expect(asked).toEqual([null, null]);
  });

  it('hands on a fault and forgets nothing by it', async () => {
    let broken = true;
    const source = makePageSource(question, async ({ after, offset }) => {
      if (broken) return fail('book.io', { reason: 'unplugged' });
      return ok({ rows: [], next: `${after ?? offset}+` });
    });
    expect(await source.page(0)).toEqual(fail('book.io', { reason: 'unplugged' }));
    broken = false;
    expect((await source.page(0)).ok).toBe(true);
  });
});
