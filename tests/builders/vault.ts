/** A vault over a folder of its own, with a cheap derivation whose runs are counted. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Moment, OpenedBook } from '../../electron/book/protocol.ts';
import { type Cost, deriveByArgon2 } from '../../electron/book/vault/book-key.ts';
import { makeVault, type Vault } from '../../electron/book/vault.ts';
import type { Result } from '../../shared/errors/result.ts';

export const moment: Moment = { now: Date.UTC(2026, 10, 21, 15, 0), zone: 'America/Chicago', author: 'Desk' };
export const passphrase = 'lantern orbit maple thirteen';

const cheap: Cost = { memoryKib: 64, passes: 1 };

export type TestVault = {
  readonly vault: Vault;
  readonly booksFolder: string;
  /** A folder beside the books, for backups. */
  readonly outside: string;
  /** Derivations run so far, with what each cost. */
  readonly derivations: Cost[];
  /** Another vault over the same folder, as after a restart. */
  again(): Vault;
  remove(): Promise<void>;
};

/** `base` must be an existing folder of the test's own; it is emptied at the end. */
export function makeTestVault(base = mkdtempSync(join(tmpdir(), 'duebook-vault-'))): TestVault {
  const booksFolder = join(base, 'books');
  const derivations: Cost[] = [];
  const vaults: Vault[] = [];
  const make = () => {
    const vault = makeVault(
      { booksFolder, sqliteBinding: null },
      {
        cost: cheap,
        derive: (typed, salt, cost) => {
          derivations.push({ memoryKib: cost.memoryKib, passes: cost.passes });
          return deriveByArgon2(typed, salt, cost);
        },
      },
    );
    vaults.push(vault);
    return vault;
  };
  return {
    vault: make(),
    booksFolder,
    outside: base,
    derivations,
    again: make,
    async remove() {
      for (const vault of vaults) await vault.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** The value of a result that must be one. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** The code of a fault that must be one. */
export function codeIn(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Makes a book and leaves it open. */
export async function makeBook(
  vault: Vault,
  officeName = 'Harbor Lane Recovery',
): Promise<{ book: OpenedBook; recoveryCode: string }> {
  return valueIn(await vault.create({ officeName, passphrase }, moment));
}

/** Every file under a folder. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Every file under a folder with its content, to prove that nothing changed. */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(filesUnder(folder).map((path) => [path, readFileSync(path).toString('base64')]));
}
