/** Letter templates that need Electron: the preview of one that is being edited, and files, whose paths the window never sees. */
import { fail, ok } from '../../shared/errors/result.ts';
import { registerFile } from '../ipc/app-handlers.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { LetterPress } from './letter-press.ts';

export type TemplateDeskCall = 'templates.preview' | 'templates.chooseFile' | 'templates.export';

export type TemplateDeskParts = {
  readonly client: BookClient;
  readonly openBook: Pick<OpenBook, 'current'>;
  readonly dialogs: Pick<Dialogs, 'openLetters' | 'saveCopy'>;
  readonly press: Pick<LetterPress, 'layOut'>;
  readonly ids: Ids;
};

export function makeTemplateDesk(parts: TemplateDeskParts): SomeDeskHandlers<TemplateDeskCall> {
  const { client, openBook, dialogs, press, ids } = parts;
  return {
    async 'templates.preview'(input) {
      const bookThen = openBook.current()?.bookId ?? null;
      const composed = await client.errand('templates.compose', input);
      if (!composed.ok) return composed;
      const laidOut = await press.layOut(composed.value.html);
      if (!laidOut.ok) return laidOut;
      // Locked meanwhile: nothing of the book may stay behind.
      if ((openBook.current()?.bookId ?? null) !== bookThen) return fail('book.not_open');
      const { pdf, pages } = laidOut.value;
      return ok({ pdf, pages, findings: [...composed.value.findings] });
    },
    async 'templates.chooseFile'() {
      const path = await dialogs.openLetters();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
    async 'templates.export'({ templateIds }) {
      const [only] = templateIds;
      const named =
        templateIds.length === 1 && only !== undefined
          ? await client.errand('templates.name', { templateId: only })
          : ok({ name: 'Duebook letters' });
      if (!named.ok) return named;
      const clean =
        named.value.name
          .replace(/[\p{C}<>:"/\\|?*]/gu, ' ')
          .trim()
          .slice(0, 60) || 'Letter';
      const path = await dialogs.saveCopy(`${clean}.json`);
      if (path === null) return fail('file.dialog_cancelled');
      const saved = await client.errand('templates.saveTo', { templateIds, path });
      return saved.ok ? ok({ fileName: baseNameOf(path) }) : saved;
    },
  };
}
