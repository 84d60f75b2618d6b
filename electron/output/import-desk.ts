/**
 * The report of an import, shown, printed or saved. What was shown is what comes out; it waits here in memory only, one at a time, and
 * goes with the book.
 */
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import { makePaperShelf, type PaperShelfParts } from './paper-shelf.ts';

export type ImportDeskCall = 'imports.previewReport' | 'imports.printReport' | 'imports.saveReport';

export type ImportDeskParts = PaperShelfParts & { readonly client: Pick<BookClient, 'errand'> };

export function makeImportDesk({ client, ...parts }: ImportDeskParts): SomeDeskHandlers<ImportDeskCall> {
  const shelf = makePaperShelf(parts);
  return {
    'imports.previewReport': (input) => shelf.preview(() => client.errand('imports.composeReport', input)),
    'imports.printReport': ({ previewId }) => shelf.print(previewId),
    'imports.saveReport': ({ previewId }) => shelf.save(previewId),
  };
}
