/**
 * A file that is written beside its place and takes it when it is whole, so that a crash, a full disk or a change of mind leaves the old one or
 * none. It is readable by its owner only.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { syncFolder } from '../../vault/folders.ts';

export type FileUnderWay = {
  /** What is written to it is on the disk once it is closed. */
  readonly sink: Writable;
  /** Gives it its name, replacing what was there; in one step, so that it can be done inside a transaction. */
  take(): void;
  /** After `take`: the folder remembers it through a power cut. */
  taken(): Promise<void>;
  /** Leaves nothing of it; does nothing once it has its name. */
  discard(): Promise<void>;
};

/** What the system refuses comes as an error of the sink. */
export function beginFile(path: string): FileUnderWay {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  const sink = createWriteStream(beside, {
    flags: 'wx',
    mode: 0o600,
    flush: true,
    highWaterMark: 256 * 1024,
  });
  const closed = new Promise<void>((resolve) => sink.once('close', resolve));
  // Whoever writes hears of it through the pipeline; one that breaks before anything is written must not end the program.
  sink.on('error', () => undefined);
  let isTaken = false;
  return {
    sink,
    take() {
      renameSync(beside, path);
      isTaken = true;
    },
    taken: () => syncFolder(dirname(path)),
    async discard() {
      if (isTaken) return;
      sink.destroy();
      await closed;
      await rm(beside, { force: true });
    },
  };
}
