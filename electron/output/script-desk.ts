/** Scripts from a file and to one: the dialogs of main, whose paths the window never sees. The book reads and writes the file itself. */
import { fail, ok } from '../../shared/errors/result.ts';
import { registerFile } from '../ipc/app-handlers.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';

export type ScriptDeskCall = 'scripts.chooseFile' | 'scripts.export';

export type ScriptDeskParts = {
  readonly client: BookClient;
  readonly dialogs: Pick<Dialogs, 'openScripts' | 'saveCopy'>;
  readonly ids: Ids;
};

export function makeScriptDesk({ client, dialogs, ids }: ScriptDeskParts): SomeDeskHandlers<ScriptDeskCall> {
  return {
    async 'scripts.chooseFile'() {
      const path = await dialogs.openScripts();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
    async 'scripts.export'({ items }) {
      const [only] = items;
      const name = items.length === 1 && only ? `${only.code}.json` : 'Duebook scripts.json';
      const path = await dialogs.saveCopy(name);
      if (path === null) return fail('file.dialog_cancelled');
      const saved = await client.errand('scripts.saveTo', { items, path });
      return saved.ok ? ok({ fileName: baseNameOf(path) }) : saved;
    },
  };
}
