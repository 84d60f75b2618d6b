/**
 * A page that is shown, printed and saved from where it is shown, and kept nowhere: the newest one of a kind. With another book, or none, it
 * is gone.
 */
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { LetterPress } from './letter-press.ts';
import { writeFileWhole } from './write-file.ts';

export type PaperShelfParts = {
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'savePdf'>;
  readonly press: Pick<LetterPress, 'layOut' | 'print'>;
  readonly ids: Ids;
};

type Composed = { readonly html: string; readonly fileName: string };
type LaidOut = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };

export type PaperShelf = {
  /** Lays out what was composed and shows it. Faults: those of composing and of the press, `book.not_open`. */
  preview(compose: () => Promise<Result<Composed>>): Promise<Result<LaidOut & { previewId: string }>>;
  /** Faults of both: `letter.preview_expired`, and those of the printer or the disk. */
  print(previewId: string): ReturnType<LetterPress['print']>;
  save(previewId: string): Promise<Result<{ fileName: string }>>;
};

export function makePaperShelf({ openBook, dialogs, press, ids }: PaperShelfParts): PaperShelf {
  let shown: (Composed & { readonly previewId: string; readonly pdf: LaidOut['pdf'] }) | null = null;
  openBook.onChange(() => {
    shown = null;
  });
  return {
    async preview(compose) {
      const bookThen = openBook.current()?.bookId ?? null;
      const composed = await compose();
      if (!composed.ok) return composed;
      const laidOut = await press.layOut(composed.value.html);
      if (!laidOut.ok) return laidOut;
      // Locked meanwhile: nothing of the book may stay behind.
      if ((openBook.current()?.bookId ?? null) !== bookThen) return fail('book.not_open');
      const previewId = ids.uuid();
      shown = { ...composed.value, previewId, pdf: laidOut.value.pdf };
      return ok({ previewId, ...laidOut.value });
    },
    async print(previewId) {
      if (shown?.previewId !== previewId) return fail('letter.preview_expired');
      return press.print(shown.html);
    },
    async save(previewId) {
      if (shown?.previewId !== previewId) return fail('letter.preview_expired');
      const { fileName, pdf } = shown;
      const file = await dialogs.savePdf(fileName);
      if (file === null) return fail('file.dialog_cancelled');
      const written = await writeFileWhole(file, pdf);
      return written.ok ? ok({ fileName: baseNameOf(file) }) : written;
    },
  };
}
