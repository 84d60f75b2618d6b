/** The calls about books as a whole: made, opened, locked, copied. Passphrases pass through to the worker. */

import { dayOfInstant } from '../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { OpenedBook } from '../book/protocol.ts';
import type { Clock } from '../platform/clock.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { backupExtension, fileNameOf, sealedExtension } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import { registerFile } from './app-handlers.ts';
import type { BookClient } from './book-client.ts';
import type { SomeDeskHandlers } from './desk-calls.ts';
import type { OpenBook } from './open-book.ts';

export type BookDeskCall =
  | 'book.state'
  | 'book.create'
  | 'book.renewRecovery'
  | 'book.confirmRecovery'
  | 'book.open'
  | 'book.openWithRecovery'
  | 'book.lock'
  | 'book.changePassphrase'
  | 'book.openSample'
  | 'book.deleteSample'
  | 'book.chooseBackUpPlace'
  | 'book.chooseBackup'
  | 'book.chooseTakeOutPlace'
  | 'book.chooseWhole';

export type BookHandlerParts = {
  readonly client: BookClient;
  readonly openBook: OpenBook;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly ids: Ids;
};

const done = (result: Result<unknown>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

export function makeBookHandlers({
  client,
  openBook,
  dialogs,
  clock,
  ids,
}: BookHandlerParts): SomeDeskHandlers<BookDeskCall> {
  const same = () => openBook.current();
  const confirmed = (recoveryConfirmed: boolean) => (): OpenedBook | null => {
    const book = openBook.current();
    return book === null ? null : { ...book, recoveryConfirmed };
  };

  return {
    'book.state': () => openBook.state(),
    async 'book.create'(input) {
      const made = await openBook.open(
        () => client.errand('vault.create', input),
        (value) => value.book,
      );
      return made.ok ? ok({ bookId: made.value.book.bookId, recoveryCode: made.value.recoveryCode }) : made;
    },
    'book.renewRecovery': (input) =>
      openBook.change(() => client.errand('vault.renewRecovery', input), confirmed(false)),
    'book.confirmRecovery': async (input) =>
      done(await openBook.change(() => client.errand('vault.confirmRecovery', input), confirmed(true))),
    'book.open': async (input) =>
      done(
        await openBook.open(
          () => client.errand('vault.open', input),
          (book) => book,
        ),
      ),
    'book.openWithRecovery': async (input) =>
      done(
        await openBook.open(
          () => client.errand('vault.openWithRecovery', input),
          (book) => book,
        ),
      ),
    'book.lock': async () => done(await openBook.close('lock')),
    'book.changePassphrase': async (input) => done(await client.errand('vault.changePassphrase', input)),
    'book.openSample': async () =>
      done(
        await openBook.open(
          () => client.errand('vault.openSample', null),
          (book) => book,
        ),
      ),
    async 'book.deleteSample'() {
      if (openBook.current()?.sample) {
        const closed = await openBook.close('lock');
        if (!closed.ok) return closed;
      }
      return done(await openBook.change(() => client.errand('vault.deleteSample', null), same));
    },
    async 'book.chooseBackUpPlace'() {
      const book = openBook.current();
      if (book === null) return fail('book.not_open');
      const today = dayOfInstant(clock.now(), clock.zone());
      const path = await dialogs.saveBackup(`${fileNameOf(book.officeName)} ${today}.${backupExtension}`);
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path, 'write');
    },
    async 'book.chooseTakeOutPlace'({ sealed }) {
      const book = openBook.current();
      if (book === null) return fail('book.not_open');
      const today = dayOfInstant(clock.now(), clock.zone());
      const ending = sealed ? sealedExtension : 'zip';
      const name = `${fileNameOf(book.officeName)} whole book ${today}.${ending}`;
      const path = await dialogs.saveWholeBook(name, sealed);
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path, 'write');
    },
    async 'book.chooseWhole'() {
      const path = await dialogs.openWholeBook();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
    async 'book.chooseBackup'() {
      const path = await dialogs.openBackup();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
  };
}
