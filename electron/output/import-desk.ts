/**
 * The report of an import, shown, printed or saved. What was shown is what comes out; it waits here in memory only, one at a time, and
 * goes with the book.
 */
import { fail, ok } from '../../shared/errors/result.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { LetterPress } from './letter-press.ts';
import { writeFileWhole } from './write-file.ts';

export type ImportDeskCall = 'imports.previewReport' | 'imports.printReport' | 'imports.saveReport';

export type ImportDeskParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'savePdf'>;
  readonly press: Pick<LetterPress, 'layOut' | 'print'>;
  readonly ids: Ids;
};

type Shown = {
  readonly previewId: string;
  readonly html: string;
  readonly fileName: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
};

export function makeImportDesk(parts: ImportDeskParts): SomeDeskHandlers<ImportDeskCall> {
  const { client, openBook, dialogs, press, ids } = parts;
  let shown: Shown | null = null;
  openBook.onChange(() => {
    shown = null;
  });
  return {
    async 'imports.previewReport'(input) {
      const bookThen = openBook.current()?.bookId ?? null;
      const composed = await client.errand('imports.composeReport', input);
      if (!composed.ok) return composed;
      const laidOut = await press.layOut(composed.value.html);
      if (!laidOut.ok) return laidOut;
      // Locked meanwhile: nothing of the book may stay behind.
      if ((openBook.current()?.bookId ?? null) !== bookThen) return fail('book.not_open');
      const previewId = ids.uuid();
      shown = { previewId, ...composed.value, pdf: laidOut.value.pdf };
      return ok({ previewId, ...laidOut.value });
    },
    async 'imports.printReport'({ previewId }) {
      if (shown?.previewId !== previewId) return fail('letter.preview_expired');
      return press.print(shown.html);
    },
    async 'imports.saveReport'({ previewId }) {
      if (shown?.previewId !== previewId) return fail('letter.preview_expired');
      const { fileName, pdf } = shown;
      const file = await dialogs.savePdf(fileName);
      if (file === null) return fail('file.dialog_cancelled');
      const written = await writeFileWhole(file, pdf);
      return written.ok ? ok({ fileName: baseNameOf(file) }) : written;
    },
  };
}
