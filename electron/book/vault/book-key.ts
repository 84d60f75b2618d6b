/**
 * The key of a book and the locks it lies behind.
 *
 * A book is encrypted with a random 256-bit key that never changes and is never written down as it is. Each
 * wrap in the key file holds that key, sealed with AES-256-GCM under a key made from something a person has:
 * the passphrase (through Argon2id, 64 MiB and three passes, so that guessing is dear) or the recovery code
 * (150 random bits, which nothing can guess, so HKDF is enough). The seal is bound to the book and to the
 * place of the wrap, so that wraps cannot be moved about.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { normalisePassphrase } from '../../../shared/domain/passphrase.ts';
import { keyBytes } from '../store/open.ts';

export type WrapSlot = 'passphrase' | 'recovery';

/** What one Argon2id run costs. */
export type Cost = { readonly memoryKib: number; readonly passes: number };

export const fullCost: Cost = { memoryKib: 64 * 1024, passes: 3 };

export type Seal = { readonly nonce: string; readonly sealed: string };
export type PassphraseWrap = Seal & { readonly salt: string } & Cost;
export type RecoveryWrap = Seal & { readonly salt: string };

/** Turns a passphrase into the 32 bytes that seal a wrap. Injected, so that a test can count the runs. */
export type Derive = (passphrase: string, salt: Buffer, cost: Cost) => Promise<Buffer>;

const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

export function makeBookKey(): Buffer {
  return randomBytes(keyBytes);
}

export function makeSalt(): Buffer {
  return randomBytes(saltBytes);
}

export const deriveByArgon2: Derive = async (passphrase, salt, cost) => {
  const bytes = Buffer.from(normalisePassphrase(passphrase), 'utf8');
  try {
    const derived = await argon2id({
      // The derivation refuses an empty text, but an empty passphrase must take as long as any other.
      password: bytes.length === 0 ? Buffer.of(0) : bytes,
      salt,
      iterations: cost.passes,
      memorySize: cost.memoryKib,
      parallelism: 1,
      hashLength: keyBytes,
      outputType: 'binary',
    });
    return Buffer.from(derived.buffer, derived.byteOffset, derived.byteLength);
  } finally {
    bytes.fill(0);
  }
};

/** `derived` is what `Derive` made of the passphrase with this salt and cost; it is wiped here. */
export function wrapByPassphrase(
  key: Buffer,
  keyId: string,
  derived: Buffer,
  salt: Buffer,
  cost: Cost,
): PassphraseWrap {
  return { ...cost, salt: salt.toString('base64'), ...seal(key, keyId, 'passphrase', derived) };
}

/** `null` when the passphrase is not the one, or the wrap is damaged: nothing tells them apart. */
export function unwrapByPassphrase(wrap: PassphraseWrap, keyId: string, derived: Buffer): Buffer | null {
  return unseal(wrap, keyId, 'passphrase', derived);
}

/** `code` in its compared form (`normaliseRecoveryCode`). */
export function wrapByRecoveryCode(key: Buffer, keyId: string, code: string): RecoveryWrap {
  const salt = makeSalt();
  return { salt: salt.toString('base64'), ...seal(key, keyId, 'recovery', stretch(code, salt)) };
}

export function unwrapByRecoveryCode(wrap: RecoveryWrap, keyId: string, code: string): Buffer | null {
  return unseal(wrap, keyId, 'recovery', stretch(code, Buffer.from(wrap.salt, 'base64')));
}

function stretch(code: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(code, 'utf8'), salt, 'duebook recovery code', keyBytes));
}

function seal(key: Buffer, keyId: string, slot: WrapSlot, under: Buffer): Seal {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(boundTo(keyId, slot));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  under.fill(0);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

function unseal(wrap: Seal, keyId: string, slot: WrapSlot, under: Buffer): Buffer | null {
  const nonce = Buffer.from(wrap.nonce, 'base64');
  const sealed = Buffer.from(wrap.sealed, 'base64');
  try {
    if (nonce.length !== nonceBytes || sealed.length !== keyBytes + tagBytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', under, nonce, { authTagLength: tagBytes });
    decipher.setAAD(boundTo(keyId, slot)).setAuthTag(sealed.subarray(keyBytes));
    const key = decipher.update(sealed.subarray(0, keyBytes));
    decipher.final();
    return key;
  } catch (error) {
    // Node has no class of its own for a seal that does not fit; everything else in here cannot fail.
    if (error instanceof Error && /authenticate/.test(error.message)) return null;
    throw error;
  } finally {
    under.fill(0);
  }
}

function boundTo(keyId: string, slot: WrapSlot): Buffer {
  return Buffer.from(`duebook key 1\0${keyId}\0${slot}`, 'utf8');
}
