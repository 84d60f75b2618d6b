/**
 * The calls of the letterhead and the print setup that need Electron: choosing a picture, the test page, a letter to look at, envelopes and
 * labels. None of what is printed here is a letter: nothing of it is kept in the book. Envelopes and labels wait here in memory,
 * by their id, until they are pushed out by newer ones or the book locks.
 */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { largestChosenPicture, readPicture } from '../../shared/domain/picture.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { testPage } from '../../shared/templates/papers/test-page.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import type { Ids } from '../platform/ids.ts';
import type { LetterPress } from './letter-press.ts';
import { writeFileWhole } from './write-file.ts';

export type PrintDeskCall =
  | 'letters.chooseImage'
  | 'print.sample'
  | 'print.testPage'
  | 'print.pieces'
  | 'print.printPieces'
  | 'print.savePieces';

export type PrintDeskParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'openPicture' | 'savePdf'>;
  readonly press: Pick<LetterPress, 'layOut' | 'print'>;
  readonly ids: Ids;
};

type Pieces = { readonly html: string; readonly pdf: Uint8Array<ArrayBuffer>; readonly labels: boolean };

/** The one on screen and the one before it. */
const mostPieces = 2;

export function makePrintDesk({
  client,
  openBook,
  dialogs,
  press,
  ids,
}: PrintDeskParts): SomeDeskHandlers<PrintDeskCall> {
  const atHand = new Map<string, Pieces>();
  let bookId = openBook.current()?.bookId ?? null;

  openBook.onChange((book) => {
    if (book !== null && book.bookId === bookId) return;
    bookId = book?.bookId ?? null;
    atHand.clear();
  });

  return {
    async 'letters.chooseImage'() {
      const chosen = await dialogs.openPicture();
      return chosen === null ? fail('file.dialog_cancelled') : readPictureFile(chosen);
    },
    async 'print.sample'({ sheet }) {
      const composed = await client.errand('print.composeSample', { sheet });
      if (!composed.ok) return composed;
      const laidOut = await press.layOut(composed.value.html);
      return laidOut.ok ? ok({ pdf: laidOut.value.pdf, pages: laidOut.value.pages }) : laidOut;
    },
    async 'print.testPage'({ sheet }) {
      return press.print(testPage(sheet));
    },
    async 'print.pieces'(asked) {
      const bookThen = bookId;
      const composed = await client.errand('print.composePieces', asked);
      if (!composed.ok) return composed;
      const { html, pieces, leftOut } = composed.value;
      const laidOut = await press.layOut(html);
      if (!laidOut.ok) return laidOut;
      // Locked meanwhile: nothing of the book may stay behind.
      if (bookId !== bookThen) return fail('book.not_open');
      const piecesId = ids.uuid();
      const { pdf, pages } = laidOut.value;
      atHand.set(piecesId, { html, pdf, labels: asked.form.startsWith('labels') });
      for (const oldest of atHand.keys()) {
        if (atHand.size <= mostPieces) break;
        atHand.delete(oldest);
      }
      return ok({ piecesId, pdf, pages, pieces, leftOut });
    },
    async 'print.printPieces'({ piecesId }) {
      const pieces = atHand.get(piecesId);
      return pieces ? press.print(pieces.html) : fail('print.pieces_expired');
    },
    async 'print.savePieces'({ piecesId }) {
      const pieces = atHand.get(piecesId);
      if (!pieces) return fail('print.pieces_expired');
      const file = await dialogs.savePdf(pieces.labels ? 'Labels.pdf' : 'Envelopes.pdf');
      if (file === null) return fail('file.dialog_cancelled');
      const written = await writeFileWhole(file, pieces.pdf);
      return written.ok ? ok({ fileName: path.basename(file) }) : written;
    },
  };
}

/** The bytes alone: what they are is found by looking at them, never by the name. */
async function readPictureFile(
  chosen: string,
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  const handle = await open(chosen, 'r').catch(() => null);
  if (handle === null) return fail('file.gone');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return fail('file.gone');
    if (stat.size > largestChosenPicture)
      return fail('letterhead.file_too_large', { most: largestChosenPicture / 1_000_000 });
    const bytes = new Uint8Array(await handle.readFile());
    return readPicture(bytes) === null
      ? fail('letterhead.not_a_picture')
      : ok({ name: path.basename(chosen), bytes });
  } catch {
    // A broken disk, a file that went away: nothing was read.
    return fail('file.gone');
  } finally {
    await handle.close();
  }
}
