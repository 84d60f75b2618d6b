/**
 * The calls about letters and papers of figures that need Electron: preview, print, save. What was previewed is what is kept and what
 * is printed: the laid-out PDF waits here under its preview id, in memory, until it is used, pushed out by newer
 * ones, or the book locks. A letter is kept in the book before it leaves it, once, whatever is done with it.
 */
import path from 'node:path';
import type { ContactDecision } from '../../shared/contract/law.ts';
import { dayOfInstant, spellDay } from '../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { recoverySheet } from '../../shared/templates/recovery-sheet.ts';
import type { ComposedLetter, CopySource } from '../book/protocol.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Clock } from '../platform/clock.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log-file.ts';
import type { LetterPress } from './letter-press.ts';
import { writeFileWhole } from './write-file.ts';

export type LetterDeskCall =
  | 'letters.preview'
  | 'papers.preview'
  | 'letters.print'
  | 'letters.save'
  | 'letters.printAgain'
  | 'letters.saveAgain'
  | 'letters.saveWord'
  | 'letters.saveWordAgain'
  | 'letters.saveEmail'
  | 'letters.saveEmailAgain'
  | 'book.printRecovery';

export type LetterDeskParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'savePdf' | 'saveCopy'>;
  readonly press: Pick<LetterPress, 'layOut' | 'print' | 'printTo' | 'clear'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Pick<Log, 'note'>;
};

type Preview = {
  readonly letter: ComposedLetter;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** The one operation this letter is kept by, so that printing and saving it keep it once. */
  readonly keepOperation: string;
};

/** The one on screen and a few before it. */
const mostPreviews = 6;

export function makeLetterDesk(parts: LetterDeskParts): SomeDeskHandlers<LetterDeskCall> {
  const { client, openBook, dialogs, press, clock, ids, log } = parts;
  const previews = new Map<string, Preview>();
  let bookId = openBook.current()?.bookId ?? null;

  openBook.onChange((book) => {
    if (book !== null && book.bookId === bookId) return;
    bookId = book?.bookId ?? null;
    previews.clear();
    press.clear();
  });

  /** Lays a composed page out and keeps it at hand under a new id. */
  async function preview(composing: Promise<Result<ComposedLetter>> | Result<ComposedLetter>) {
    const bookThen = bookId;
    const letter = await composing;
    if (!letter.ok) return letter;
    const laidOut = await press.layOut(letter.value.html);
    if (!laidOut.ok) return laidOut;
    // Locked meanwhile: nothing of the book may stay behind.
    if (bookId !== bookThen) return fail('book.not_open');
    const previewId = ids.uuid();
    previews.set(previewId, { letter: letter.value, ...laidOut.value, keepOperation: ids.uuid() });
    for (const oldest of previews.keys()) {
      if (previews.size <= mostPreviews) break;
      previews.delete(oldest);
    }
    return ok({ previewId, ...laidOut.value, findings: [...letter.value.findings] });
  }

  function keep(
    { letter, pdf, pages, keepOperation }: Preview,
    decision: ContactDecision | null,
  ): Promise<Result<{ letterId: number }>> {
    return client.errand('letters.keep', { letter, pdf, pages, decision, operationId: keepOperation });
  }

  /** What was done with a letter is noted after the fact; that it could not be noted undoes nothing. */
  async function mark(letterId: number, as: 'printed' | 'saved'): Promise<void> {
    const marked = await client.errand('letters.mark', { letterId, as, operationId: ids.uuid() });
    if (!marked.ok) log.note('letter.not_marked', { code: marked.error.code, letterId });
  }

  /** Through the dialog, or straight to the printer of the print setup. */
  async function print(
    letterId: number,
    paper: { readonly html: string; readonly pdf: Uint8Array },
    to: 'dialog' | 'printer' | undefined,
  ): Promise<Result<{ printed: boolean }>> {
    const setup = to === 'printer' ? await client.errand('print.findSetup', {}) : null;
    if (setup !== null && !setup.ok) return setup;
    const printed = await (setup === null
      ? press.print(paper.html)
      : press.printTo(paper, setup.value.printer));
    if (printed.ok && printed.value.printed) await mark(letterId, 'printed');
    return printed;
  }

  async function write(
    letterId: number,
    file: string,
    pdf: Uint8Array,
  ): Promise<Result<{ fileName: string }>> {
    const written = await writeFileWhole(file, pdf);
    if (!written.ok) return written;
    await mark(letterId, 'saved');
    return ok({ fileName: path.basename(file) });
  }

  /** A copy to be changed or sent elsewhere: its place is asked for, it is noted, then written. */
  async function writeCopy(
    name: Promise<Result<{ bytes: Uint8Array; fileName: string }>>,
    noted: () => Promise<Result<unknown>>,
  ): Promise<Result<{ fileName: string }>> {
    const composed = await name;
    if (!composed.ok) return composed;
    const file = await dialogs.saveCopy(composed.value.fileName);
    if (file === null) return fail('file.dialog_cancelled');
    const note = await noted();
    if (!note.ok) return note;
    const written = await writeFileWhole(file, composed.value.bytes);
    return written.ok ? ok({ fileName: path.basename(file) }) : written;
  }

  function saveWord(source: CopySource, operationId: string): Promise<Result<{ fileName: string }>> {
    return writeCopy(client.errand('letters.composeWord', { source }), () =>
      client.errand('letters.noteCopy', { source, as: { kind: 'word' }, operationId }),
    );
  }

  function saveEmail(
    { letterId, emailId }: { readonly letterId: number; readonly emailId: number },
    decision: ContactDecision | null,
    operationId: string,
  ): Promise<Result<{ fileName: string }>> {
    const as = { kind: 'email', emailId, decision } as const;
    return writeCopy(client.errand('letters.composeEmail', { letterId, emailId }), () =>
      client.errand('letters.noteCopy', { source: { letterId }, as, operationId }),
    );
  }

  return {
    async 'letters.saveWord'({ previewId }, operationId) {
      const preview = previews.get(previewId);
      return preview ? saveWord({ letter: preview.letter }, operationId) : fail('letter.preview_expired');
    },
    async 'letters.saveWordAgain'({ letterId }, operationId) {
      return saveWord({ letterId }, operationId);
    },
    async 'letters.saveEmail'({ previewId, emailId, decision }, operationId) {
      const preview = previews.get(previewId);
      if (!preview) return fail('letter.preview_expired');
      const mayGo = await client.errand('letters.mayEmail', {
        source: { letter: preview.letter },
        emailId,
        decision,
      });
      if (!mayGo.ok) return mayGo;
      const kept = await keep(preview, decision);
      if (!kept.ok) return kept;
      const { letterId } = kept.value;
      const saved = await saveEmail({ letterId, emailId }, decision, operationId);
      return saved.ok ? ok({ letterId, ...saved.value }) : saved;
    },
    async 'letters.saveEmailAgain'({ letterId, emailId, decision }, operationId) {
      const mayGo = await client.errand('letters.mayEmail', { source: { letterId }, emailId, decision });
      return mayGo.ok ? saveEmail({ letterId, emailId }, decision, operationId) : mayGo;
    },
    async 'letters.preview'(input) {
      return preview(client.errand('letters.compose', input));
    },
    async 'papers.preview'(input) {
      const bookThen = bookId;
      const composed = await client.errand('papers.compose', input);
      if (!composed.ok) return composed;
      if (bookId !== bookThen) return fail('book.not_open');
      const { letter, ...about } = composed.value;
      const made = await preview(ok(letter));
      if (!made.ok) return made;
      const { findings: _, ...laidOut } = made.value;
      return ok({ ...laidOut, ...about });
    },
    async 'letters.print'({ previewId, decision, to }) {
      const preview = previews.get(previewId);
      if (!preview) return fail('letter.preview_expired');
      const kept = await keep(preview, decision);
      if (!kept.ok) return kept;
      const printed = await print(kept.value.letterId, { html: preview.letter.html, pdf: preview.pdf }, to);
      return printed.ok ? ok({ letterId: kept.value.letterId, printed: printed.value.printed }) : printed;
    },
    async 'letters.save'({ previewId, decision }) {
      const preview = previews.get(previewId);
      if (!preview) return fail('letter.preview_expired');
      const { letter } = preview;
      const mayGo = await client.errand('letters.check', { letter, decision });
      if (!mayGo.ok) return mayGo;
      const file = await dialogs.savePdf(letter.fileName);
      if (file === null) return fail('file.dialog_cancelled');
      const kept = await keep(preview, decision);
      if (!kept.ok) return kept;
      const written = await write(kept.value.letterId, file, preview.pdf);
      return written.ok ? ok({ letterId: kept.value.letterId, ...written.value }) : written;
    },
    async 'letters.printAgain'({ letterId, decision, to }, operationId) {
      const mayGo = await client.errand('letters.sendAgain', { letterId, decision, operationId });
      if (!mayGo.ok) return mayGo;
      const copy = await client.errand('letters.copy', { letterId });
      return copy.ok ? print(letterId, copy.value, to) : copy;
    },
    async 'letters.saveAgain'({ letterId }) {
      const copy = await client.errand('letters.copy', { letterId });
      if (!copy.ok) return copy;
      const file = await dialogs.savePdf(copy.value.fileName);
      return file === null ? fail('file.dialog_cancelled') : write(letterId, file, copy.value.pdf);
    },
    async 'book.printRecovery'({ code }) {
      const book = openBook.current();
      if (book === null) return fail('book.not_open');
      const day = spellDay(dayOfInstant(clock.now(), clock.zone()));
      const printed = await press.print(recoverySheet({ officeName: book.officeName, day, code }));
      return printed.ok ? printed : fail('book.sheet_not_printed');
    },
  };
}
