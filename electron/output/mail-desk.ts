/**
 * The sheet that proves what was mailed: shown, printed or saved. What was shown is what comes out; it waits here in memory only, one
 * at a time, and goes with the book.
 */
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import { makePaperShelf, type PaperShelfParts } from './paper-shelf.ts';

export type MailDeskCall = 'mail.previewSheet' | 'mail.printSheet' | 'mail.saveSheet';

export type MailDeskParts = PaperShelfParts & { readonly client: Pick<BookClient, 'errand'> };

export function makeMailDesk({ client, ...parts }: MailDeskParts): SomeDeskHandlers<MailDeskCall> {
  const shelf = makePaperShelf(parts);
  return {
    'mail.previewSheet': (input) => shelf.preview(() => client.errand('mail.composeSheet', input)),
    'mail.printSheet': ({ previewId }) => shelf.print(previewId),
    'mail.saveSheet': ({ previewId }) => shelf.save(previewId),
  };
}
