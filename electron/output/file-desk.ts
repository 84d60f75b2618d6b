/**
 * The calls about an account's files that need the system's dialogs: which to take in, and where a copy goes. Paths stay here and
 * in the book; the bytes pass through neither this process nor a temporary file.
 */
import path from 'node:path';
import { attachmentLimits } from '../../shared/domain/attachment.ts';
import { fail, ok } from '../../shared/errors/result.ts';
import { registerFile } from '../ipc/app-handlers.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { copyNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';

export type FileDeskCall = 'attachments.choose' | 'attachments.saveCopy';

export type FileDeskParts = {
  readonly client: BookClient;
  readonly dialogs: Pick<Dialogs, 'openAttachments' | 'saveCopy'>;
  readonly ids: Ids;
};

export function makeFileDesk({ client, dialogs, ids }: FileDeskParts): SomeDeskHandlers<FileDeskCall> {
  return {
    async 'attachments.choose'() {
      const paths = await dialogs.openAttachments();
      if (paths.length === 0) return fail('file.dialog_cancelled');
      const files: { fileId: string; fileName: string }[] = [];
      for (const chosen of paths.slice(0, attachmentLimits.files)) {
        const registered = await registerFile({ client, ids }, chosen);
        if (!registered.ok) return registered;
        files.push(registered.value);
      }
      return ok({ files, leftOut: Math.max(0, paths.length - attachmentLimits.files) });
    },
    async 'attachments.saveCopy'({ attachmentId }) {
      const named = await client.errand('attachments.name', { attachmentId });
      if (!named.ok) return named;
      const place = await dialogs.saveCopy(copyNameOf(named.value.name));
      if (place === null) return fail('file.dialog_cancelled');
      const saved = await client.errand('attachments.saveTo', { attachmentId, path: place });
      return saved.ok ? ok({ fileName: path.basename(place) }) : saved;
    },
  };
}
