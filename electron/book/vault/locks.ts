/**
 * Trying and making the locks of a book. Whatever is wrong with a passphrase, trying it costs exactly one
 * derivation and ends in the same `null`: neither the answer nor the time tells what it was.
 */
import { randomBytes } from 'node:crypto';
import { flawOfPassphrase, passphraseLeast, passphraseMost } from '../../../shared/domain/passphrase.ts';
import {
  encodeRecoveryCode,
  normaliseRecoveryCode,
  recoveryCodeBytes,
} from '../../../shared/domain/recovery-code.ts';
import { type Failed, fail } from '../../../shared/errors/result.ts';
import {
  type Cost,
  type Derive,
  deriveByArgon2,
  fullCost,
  makeSalt,
  type PassphraseWrap,
  unwrapByPassphrase,
  unwrapByRecoveryCode,
  wrapByPassphrase,
} from './book-key.ts';
import type { KeyFile } from './key-file.ts';

export type Locks = {
  /** The book's key, or `null`; `keyFile` is `null` where there is no such book. */
  tryPassphrase(keyFile: KeyFile | null, passphrase: string): Promise<Buffer | null>;
  /** Seals under the full cost unless told otherwise. */
  sealByPassphrase(passphrase: string, cost?: Cost): Promise<SealByPassphrase>;
};

/** The slow part is done; sealing a key with it can be done once. */
export type SealByPassphrase = (key: Buffer, keyId: string) => PassphraseWrap;

/** What a test replaces: the derivation, to count its runs, and its cost, to be quick. */
export type LockParts = { readonly derive: Derive; readonly cost: Cost };

const leastSaltBytes = 8;

export function makeLocks(
  { derive, cost: usualCost }: LockParts = { derive: deriveByArgon2, cost: fullCost },
): Locks {
  return {
    async tryPassphrase(keyFile, passphrase) {
      const wrap = keyFile?.wraps.passphrase ?? null;
      const salt = wrap ? Buffer.from(wrap.salt, 'base64') : null;
      if (
        keyFile &&
        wrap &&
        salt &&
        salt.length >= leastSaltBytes &&
        flawOfPassphrase(passphrase) !== 'too_long'
      ) {
        return unwrapByPassphrase(wrap, keyFile.keyId, await derive(passphrase, salt, wrap));
      }
      const wasted = await derive(passphrase.slice(0, passphraseMost), makeSalt(), wrap ?? usualCost);
      wasted.fill(0);
      return null;
    },
    async sealByPassphrase(passphrase, cost = usualCost) {
      const salt = makeSalt();
      const derived = await derive(passphrase, salt, cost);
      return (key, keyId) => wrapByPassphrase(key, keyId, derived, salt, cost);
    },
  };
}

/** The book's key from a code as typed, or `null`. Takes no time worth measuring. */
export function tryRecoveryCode(keyFile: KeyFile | null, typed: string): Buffer | null {
  const wrap = keyFile?.wraps.recovery;
  return keyFile && wrap ? unwrapByRecoveryCode(wrap, keyFile.keyId, normaliseRecoveryCode(typed)) : null;
}

/** A fresh code, without its groups. */
export function makeRecoveryCode(): string {
  const random = randomBytes(recoveryCodeBytes);
  const code = encodeRecoveryCode(random);
  random.fill(0);
  return code;
}

/** Why a new passphrase is refused, `null` when it is not. */
export function refusePassphrase(passphrase: string): Failed | null {
  const flaw = flawOfPassphrase(passphrase);
  if (flaw === 'too_short') return fail('book.passphrase_too_short', { least: passphraseLeast });
  return flaw === 'too_long' ? fail('book.passphrase_too_long', { most: passphraseMost }) : null;
}
