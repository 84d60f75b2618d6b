/**
 * The log of the office's days, shown, printed or saved. What was shown is what comes out; it waits here in memory only, one at a
 * time, and goes with the book.
 */
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import { makePaperShelf, type PaperShelfParts } from './paper-shelf.ts';

export type ActivityDeskCall = 'desk.previewActivity' | 'desk.printActivity' | 'desk.saveActivity';

export type ActivityDeskParts = PaperShelfParts & { readonly client: Pick<BookClient, 'errand'> };

export function makeActivityDesk({
  client,
  ...parts
}: ActivityDeskParts): SomeDeskHandlers<ActivityDeskCall> {
  const shelf = makePaperShelf(parts);
  return {
    'desk.previewActivity': (input) => shelf.preview(() => client.errand('desk.composeActivity', input)),
    'desk.printActivity': ({ previewId }) => shelf.print(previewId),
    'desk.saveActivity': ({ previewId }) => shelf.save(previewId),
  };
}
