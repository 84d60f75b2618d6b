/** Files of an account as the window adds them: real files on the disk, read by the job, over a real book. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCall } from '../../electron/book/run-call.ts';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { JobProgress } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/errors/result.ts';
import { type Desk, makeDesk } from './desk.ts';
import { makeSurroundings } from './surroundings.ts';

type Added = OutputOf<'attachments.add'>;
export type AddChange = Partial<Omit<InputOf<'attachments.add'>, 'fileId' | 'accountId'>>;

export type FileDesk = Desk & {
  readonly folder: string;
  readonly progress: JobProgress[];
  /** Asked after each piece; may cancel or change the file. */
  onProgress: (progress: JobProgress) => void;
  cancelled: boolean;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  add(
    accountId: number,
    path: string,
    change?: AddChange,
    operationId?: string,
    fileId?: string,
  ): Promise<Result<Added>>;
  /** The value of an adding that must succeed. */
  keep(accountId: number, name: string, content: string | Uint8Array, change?: AddChange): Promise<Added>;
  /** All pieces put together. */
  read(attachmentId: number): Promise<Buffer>;
  dispose(): void;
};

export function makeFileDesk(): FileDesk {
  const folder = mkdtempSync(join(tmpdir(), 'duebook-files-'));
  const desk = makeDesk();
  const files: FileDesk = {
    ...desk,
    folder,
    progress: [],
    onProgress: () => undefined,
    cancelled: false,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async add(accountId, path, change = {}, operationId = randomUUID(), fileId = randomUUID()) {
      const given: InputOf<'attachments.add'> = {
        accountId,
        fileId,
        kind: 'other',
        onDay: desk.today(),
        description: '',
        ...change,
      };
      const input = contract['attachments.add'].input.parse(given);
      return (await runCall('attachments.add', input, operationId, {
        ...makeSurroundings(desk.store, desk.moment()),
        pathOf: (asked) => (asked === fileId ? path : null),
        progress(_call, progress) {
          files.progress.push(progress);
          files.onProgress(progress);
        },
        cancelled: () => files.cancelled,
      })) as Result<Added>;
    },
    async keep(accountId, name, content, change) {
      const added = await files.add(accountId, files.file(name, content), change);
      if (!added.ok) throw new Error(added.error.code);
      return added.value;
    },
    async read(attachmentId) {
      const pieces: Uint8Array[] = [];
      for (let from = 0; ; ) {
        const { piece, bytes } = await desk.get('attachments.read', { attachmentId, from });
        pieces.push(piece);
        from += piece.length;
        if (from >= bytes) return Buffer.concat(pieces);
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
  return files;
}
