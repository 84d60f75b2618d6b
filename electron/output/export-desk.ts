/**
 * Lists leaving the book, as far as it takes Electron: where a file goes, its folder afterwards, and pages shown, printed or saved. What
 * was shown is what comes out; it waits here in memory only, one at a time, and goes with the book.
 */
import { createHash } from 'node:crypto';
import type { ListAsked } from '../../shared/contract/exports.ts';
import { fail, ok } from '../../shared/errors/result.ts';
import { registerFile } from '../ipc/app-handlers.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf, copyNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log-file.ts';
import type { LetterPress } from './letter-press.ts';
import { writeFileWhole } from './write-file.ts';

export type ExportDeskCall =
  | 'exports.choose'
  | 'exports.showFile'
  | 'exports.previewPaper'
  | 'exports.printPaper'
  | 'exports.savePaper';

export type ExportDeskParts = {
  readonly client: BookClient;
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'saveTable' | 'savePdf' | 'showInFolder'>;
  readonly press: Pick<LetterPress, 'layOut' | 'print'>;
  readonly ids: Ids;
  readonly log: Pick<Log, 'note'>;
};

type Shown = {
  readonly previewId: string;
  readonly asked: ListAsked;
  readonly columns: readonly string[];
  readonly what: string;
  readonly rows: number;
  readonly html: string;
  readonly fileName: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
};

/** Files of a day's work whose folder can still be shown. */
const mostPlaces = 200;

export type ExportDesk = {
  readonly handlers: SomeDeskHandlers<ExportDeskCall>;
  /** Lets the folder of a file be shown later. */
  remember(fileId: string, path: string): void;
};

export function makeExportDesk(parts: ExportDeskParts): ExportDesk {
  const { client, openBook, dialogs, press, ids, log } = parts;
  let shown: Shown | null = null;
  const places = new Map<string, string>();
  openBook.onChange(() => {
    shown = null;
    places.clear();
  });

  function remember(fileId: string, path: string): void {
    places.set(fileId, path);
    for (const oldest of places.keys()) {
      if (places.size <= mostPlaces) break;
      places.delete(oldest);
    }
  }

  const handlers: SomeDeskHandlers<ExportDeskCall> = {
    async 'exports.choose'({ asked, format }) {
      const named = await client.errand('exports.name', { asked });
      if (!named.ok) return named;
      const path = await dialogs.saveTable(copyNameOf(`${named.value.name}.${format}`), format);
      if (path === null) return fail('file.dialog_cancelled');
      const registered = await registerFile({ client, ids }, path, 'write');
      if (registered.ok) remember(registered.value.fileId, path);
      return registered;
    },
    async 'exports.showFile'({ fileId }) {
      const path = places.get(fileId);
      if (path === undefined) return fail('file.gone');
      dialogs.showInFolder(path);
      return ok({});
    },
    async 'exports.previewPaper'({ asked, columns }) {
      const bookThen = openBook.current()?.bookId ?? null;
      const composed = await client.errand('exports.composePaper', { asked, columns });
      if (!composed.ok) return composed;
      const laidOut = await press.layOut(composed.value.html);
      if (!laidOut.ok) return laidOut;
      // Locked meanwhile: nothing of the book may stay behind.
      if ((openBook.current()?.bookId ?? null) !== bookThen) return fail('book.not_open');
      const previewId = ids.uuid();
      const { leftOut, ...page } = composed.value;
      shown = { previewId, asked, columns, ...page, pdf: laidOut.value.pdf };
      return ok({ previewId, ...laidOut.value, rows: page.rows, leftOut });
    },
    async 'exports.printPaper'({ previewId }) {
      return shown?.previewId === previewId ? press.print(shown.html) : fail('letter.preview_expired');
    },
    async 'exports.savePaper'({ previewId }, operationId) {
      if (shown?.previewId !== previewId) return fail('letter.preview_expired');
      const { asked, columns, what, rows, fileName, pdf } = shown;
      const path = await dialogs.savePdf(fileName);
      if (path === null) return fail('file.dialog_cancelled');
      const written = await writeFileWhole(path, pdf);
      if (!written.ok) return written;
      const noted = await client.errand('exports.note', {
        asked,
        columns,
        what,
        fileName: baseNameOf(path),
        rows,
        bytes: pdf.length,
        sha256: createHash('sha256').update(pdf).digest('hex'),
        operationId,
      });
      // The file is there; that it could not be noted undoes nothing.
      if (!noted.ok) log.note('export.not_noted', { code: noted.error.code });
      const fileId = ids.uuid();
      remember(fileId, path);
      return ok({ fileId, fileName: baseNameOf(path) });
    },
  };
  return { handlers, remember };
}
