/**
 * Hand-overs, as far as they take Electron: where the file goes, and the papers laid out page by page for the book to put in. The book writes
 * the file; nothing of it is left when it is stopped, or the book locks.
 */
import type { DuebookEvent } from '../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { registerFile } from '../ipc/app-handlers.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { copyNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { LetterPress } from './letter-press.ts';

export type HandOverDeskCall = 'handOver.make' | 'handOver.stop' | 'handOver.chooseBookkeeping';

export type HandOverDeskParts = {
  readonly client: BookClient;
  readonly openBook: Pick<OpenBook, 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'saveTable'>;
  readonly press: Pick<LetterPress, 'layOutMany'>;
  readonly ids: Ids;
  /** Lets the folder of a file be shown later. */
  remember(fileId: string, path: string): void;
  emit(event: DuebookEvent): void;
};

export type HandOverDesk = {
  readonly handlers: SomeDeskHandlers<HandOverDeskCall>;
  /** One is being made: the book is not to be locked for idleness. */
  busy(): boolean;
};

export function makeHandOverDesk(parts: HandOverDeskParts): HandOverDesk {
  const { client, openBook, dialogs, press, ids, remember, emit } = parts;
  let running: AbortController | null = null;
  openBook.onChange(() => running?.abort());

  /** Every paper of every account, laid out and put in. */
  async function layOut(
    packId: string,
    accountIds: readonly number[],
    signal: AbortSignal,
  ): Promise<Result<null>> {
    let broken: Result<never> | null = null;
    let done = 0;
    async function* pages() {
      for (const accountId of accountIds) {
        if (signal.aborted) return;
        const composed = await client.errand('handOver.papers', { packId, accountId });
        if (!composed.ok) {
          broken = composed;
          return;
        }
        for (const page of composed.value.pages) yield { ...page, accountId };
        done += 1;
        emit({
          type: 'handOver',
          progress: { phase: 'Making the papers', done, total: accountIds.length },
        });
      }
    }
    for await (const { page, laidOut } of press.layOutMany(pages(), signal)) {
      if (signal.aborted) break;
      const { accountId, name } = page;
      const added = await client.errand('handOver.add', {
        packId,
        accountId,
        name,
        pdf: laidOut.ok ? laidOut.value.pdf : null,
        fault: laidOut.ok ? null : laidOut.error,
      });
      if (!added.ok) return added;
    }
    if (signal.aborted) return fail('call.cancelled');
    return broken ?? ok(null);
  }

  const handlers: SomeDeskHandlers<HandOverDeskCall> = {
    async 'handOver.make'(asked, operationId) {
      if (running !== null) return fail('export.busy');
      const control = new AbortController();
      running = control;
      const packId = ids.uuid();
      try {
        const named = await client.errand('handOver.name', { asked });
        if (!named.ok) return named;
        const path = await dialogs.saveTable(copyNameOf(named.value.name), 'zip');
        if (path === null) return fail('file.dialog_cancelled');
        emit({ type: 'handOver', progress: { phase: 'Gathering', done: 0, total: null } });
        const begun = await client.errand('handOver.begin', { asked, packId, path });
        if (!begun.ok) return begun;
        const laidOut = asked.withPapers
          ? await layOut(packId, begun.value.accountIds, control.signal)
          : ok(null);
        if (!laidOut.ok) return laidOut;
        if (control.signal.aborted) return fail('call.cancelled');
        emit({ type: 'handOver', progress: { phase: 'Writing the file', done: 0, total: null } });
        const finished = await client.errand('handOver.finish', { packId, operationId });
        if (!finished.ok) return finished;
        const fileId = ids.uuid();
        remember(fileId, path);
        return ok({ fileId, ...finished.value });
      } finally {
        running = null;
        await client.errand('handOver.drop', { packId });
        emit({ type: 'handOver', progress: null });
      }
    },
    async 'handOver.stop'() {
      running?.abort();
      return ok({});
    },
    async 'handOver.chooseBookkeeping'({ fromOn, toOn, format }) {
      const path = await dialogs.saveTable(`Entries ${fromOn} to ${toOn}.${format}`, format);
      if (path === null) return fail('file.dialog_cancelled');
      const registered = await registerFile({ client, ids }, path, 'write');
      if (registered.ok) remember(registered.value.fileId, path);
      return registered;
    },
  };
  return { handlers, busy: () => running !== null };
}
