/** What the window reads about letters, and the office's letterhead. Making a letter is in `letter-errands.ts`. */
import { createHash } from 'node:crypto';
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { matchOf } from '../../../shared/domain/search.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { shippedLetters } from '../../../shared/templates/letters/library.ts';
import { shippedPapers } from '../../../shared/templates/papers/library.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import {
  ensureTemplate,
  findLetterCopy,
  findLetterhead,
  type LetterCopy,
  listCurrentTemplates,
  listLetterRows,
  listTemplateVersions,
  saveLetterhead,
} from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import type { Store } from '../store/store.ts';
import { readAbout } from './templates.ts';

/**
 * Brings the letters and papers that come with this Duebook into the book. Call it when a book was made or opened;
 * it reads one short list and writes only when something is new.
 */
export function ensureTemplates(store: Store, now: number): void {
  const known = new Set(listTemplateVersions(store).map(({ code, version }) => `${code}@${version}`));
  const isNew = ({ code, version }: { code: string; version: number }) => !known.has(`${code}@${version}`);
  const letters = shippedLetters.filter(isNew);
  const papers = Object.values(shippedPapers).filter(isNew);
  if (letters.length === 0 && papers.length === 0) return;
  store.transaction(() => {
    for (const letter of letters) {
      ensureTemplate(store, { ...letter, body: compileDoc(letter.doc), madeAt: now });
    }
    for (const paper of papers) ensureTemplate(store, { ...paper, body: '', madeAt: now });
  });
}

export const listTemplates: QueryHandler<'letters.templates'> = ({ store }) =>
  ok({
    templates: listCurrentTemplates(store).map((row) => ({ ...row, about: readAbout(row.about) })),
  });

export const listLetters: QueryHandler<'letters.list'> = ({ store, zone }, input) => {
  const { text, from, to, accountId, templateCode, state, before } = input;
  const match = text === '' ? null : matchOf(text);
  // Nothing of it can be searched for, so nothing is found by it.
  if (text !== '' && match === null) return ok({ letters: [], next: null });
  const since = from === null ? null : startOfDay(from, zone);
  const until = to === null ? null : startOfDay(addDays(to, 1), zone);
  const filter = { accountId, match, templateCode, since, until, state };
  const letters = listLetterRows(store, filter, { before, limit: input.limit + 1 });
  const page = letters.slice(0, input.limit);
  return ok({ letters: page, next: letters.length > input.limit ? (page.at(-1)?.letterId ?? null) : null });
};

export const readLetterPdf: QueryHandler<'letters.pdf'> = ({ store }, { letterId }) => {
  const copy = readCopy(store, letterId);
  return copy.ok ? ok({ pdf: new Uint8Array(copy.value.pdf), sha256: copy.value.pdfSha256 }) : copy;
};

/** The exact copy, checked against the hash it was kept with. */
export function readCopy(store: Store, letterId: number): Result<LetterCopy> {
  const copy = findLetterCopy(store, letterId);
  if (!copy) return fail('letter.not_found');
  return sha256Of(copy.pdf) === copy.pdfSha256 ? ok(copy) : fail('book.damaged');
}

/** Hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export const readLetterhead: QueryHandler<'letters.letterhead'> = ({ store }) =>
  ok({ officeName: readOffice(store)?.name ?? '', letterhead: findLetterhead(store) });

export const setLetterhead: CommandHandler<'letters.setLetterhead'> = ({ store, changed }, input) => {
  saveLetterhead(store, input);
  changed('letters');
  return ok({});
};
