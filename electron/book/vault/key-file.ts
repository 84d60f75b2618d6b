/**
 * `key.json`, the file beside a book that holds its wrapped key. Losing it loses the book, so it is written
 * only when a lock changes, and always whole: a new file is written, synced and renamed over the old one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from './file-fault.ts';
import { writeWhole } from './write-whole.ts';

const sealFields = { nonce: z.string().max(100), sealed: z.string().max(200), salt: z.string().max(100) };

export const keyFileSchema = z.strictObject({
  format: z.literal('duebook-key'),
  version: z.literal(1),
  /** What the wraps are bound to: the book's first id, which a restored copy keeps under a new one. */
  keyId: z.string().min(1).max(100),
  officeName: z.string().max(200),
  sample: z.boolean(),
  createdAt: z.int(),
  /** When the recovery sheet was typed back; `null` until then. */
  recoveryConfirmedAt: z.int().nullable(),
  wraps: z.strictObject({
    passphrase: z.strictObject({
      ...sealFields,
      // Bounded, so that a tampered file cannot ask for all the memory there is.
      memoryKib: z
        .int()
        .min(8)
        .max(1024 * 1024),
      passes: z.int().min(1).max(20),
    }),
    /** `null` only in the sample office. */
    recovery: z.strictObject(sealFields).nullable(),
  }),
});
export type KeyFile = z.output<typeof keyFileSchema>;

export type KeyFileState =
  | { readonly state: 'read'; readonly keyFile: KeyFile }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable' };

const fileName = 'key.json';

/** Never throws for what is in the file; a refusal by the operating system does throw. */
export async function readKeyFile(folder: string): Promise<KeyFileState> {
  let text: string;
  try {
    text = await readFile(join(folder, fileName), 'utf8');
  } catch (error) {
    if (isMissing(error)) return { state: 'missing' };
    throw error;
  }
  const keyFile = parseKeyFile(text);
  return keyFile ? { state: 'read', keyFile } : { state: 'unreadable' };
}

export function parseKeyFile(text: string): KeyFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = keyFileSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** On return the new file is on the disk; before, the old one is untouched. */
export async function writeKeyFile(folder: string, keyFile: KeyFile): Promise<void> {
  await writeWhole(join(folder, fileName), `${JSON.stringify(keyFile, null, 2)}\n`);
}
