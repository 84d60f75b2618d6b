/**
 * The list in pages of 100 for a grid that asks for them in any order. A page whose forerunner is known is
 * reached by that one's cursor (keyset, equally fast everywhere); a jump is reached by offset. Pages asked for
 * twice at once are asked once.
 */
import type { AccountFilter, AccountRow, AccountSort } from '../../../shared/contract/accounts.ts';
import type { Result } from '../../../shared/errors/result.ts';

export const pageSize = 100;

export type ListQuestion = {
  readonly filter: AccountFilter;
  readonly sort: AccountSort;
  readonly descending: boolean;
};

export type Page = { readonly rows: readonly AccountRow[]; readonly next: string | null };

export type AskPage = (
  question: ListQuestion & { after: string | null; offset: number; limit: number },
) => Promise<Result<Page>>;

export type PageSource = {
  /** Page `index`, from 0. */
  page(index: number): Promise<Result<Page>>;
  /** Asks for the first page ahead; the next `page(0)` gets that answer. */
  prepare(): Promise<void>;
  /** Drops every cursor: rows have moved. */
  forget(): void;
};

export function makePageSource(question: ListQuestion, ask: AskPage): PageSource {
  /** The cursor after each page that has been read; `null` after the last. */
  let cursors = new Map<number, string | null>();
  let asked = new Map<number, Promise<Result<Page>>>();
  let prepared: Promise<Result<Page>> | null = null;
  const source: PageSource = {
    page(index) {
      if (index === 0 && prepared) {
        const ready = prepared;
        prepared = null;
        return ready;
      }
      const running = asked.get(index);
      if (running) return running;
      const after = index === 0 ? null : (cursors.get(index - 1) ?? null);
      const offset = after === null ? index * pageSize : 0;
      const [knownCursors, knownAsked] = [cursors, asked];
      const answer = ask({ ...question, after, offset, limit: pageSize }).then((result) => {
        knownAsked.delete(index);
        if (result.ok) knownCursors.set(index, result.value.next);
        return result;
      });
      asked.set(index, answer);
      return answer;
    },
    async prepare() {
      const first = source.page(0);
      prepared = first;
      await first;
    },
    forget() {
      prepared = null;
      // Answers on their way write into the maps they were asked with, which nobody reads any more.
      cursors = new Map();
      asked = new Map();
    },
  };
  return source;
}
