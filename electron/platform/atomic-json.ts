/**
 * Small JSON files of this computer (settings, where the window stood). A file is replaced as a whole by a
 * rename, so that a crash leaves the old one or the new one. Writes of one file never overlap, and of
 * several asked for meanwhile only the last is made. Nothing here blocks.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from './replace-file.ts';

/** The value in the file, or `undefined` when there is none or it is no JSON. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    // Missing and damaged are the same here: the caller falls back to its defaults.
    return undefined;
  }
}

export type JsonWriter = {
  /** Writes soon; `failed` hears of it when the disk refuses. */
  write(value: unknown): void;
  /** Resolves when everything asked for has been written. */
  settled(): Promise<void>;
};

export function makeJsonWriter(file: string, failed: (error: unknown) => void): JsonWriter {
  let waiting: string | null = null;
  let writing: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting !== null) {
      const text = waiting;
      waiting = null;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await replaceFile(file, text);
      } catch (error) {
        failed(error);
      }
    }
    writing = null;
  }

  return {
    write(value) {
      waiting = `${JSON.stringify(value, null, 2)}\n`;
      writing ??= drain();
    },
    settled: async () => {
      await writing;
    },
  };
}
