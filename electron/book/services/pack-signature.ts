/**
 * Whether a rule pack is what its publisher signed: Ed25519 over the exact text of the pack. Who signed says nothing yet about
 * whether the office takes packs of them.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { RulePack } from '../../../shared/rules/law-book.ts';
import { parsePack, parsePackFile } from '../../../shared/rules/packs/pack.ts';

/** An Ed25519 key as base64 of its DER (SPKI) form; `null` for anything else. */
function publicKeyOf(key: string): KeyObject | null {
  try {
    const read = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return read.asymmetricKeyType === 'ed25519' ? read : null;
  } catch {
    // Any text may come from a file: what is no key is simply none.
    return null;
  }
}

/** The one text of a key, so that the same key cannot be written in two ways; `null` when it is none. */
export function keyTextOf(key: string): string | null {
  return publicKeyOf(key)?.export({ format: 'der', type: 'spki' }).toString('base64') ?? null;
}

/** What two people compare on the telephone: sixteen groups of four. */
export function fingerprintOf(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').toUpperCase();
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

export type SignedPack = {
  readonly pack: RulePack;
  readonly text: string;
  readonly signature: string;
  readonly key: string;
};

/** Faults: `pack.unreadable`, `pack.unsigned`, `pack.unknown_rule`. */
export function readSignedPack(file: string): Result<SignedPack> {
  const parsed = parsePackFile(file);
  if (!parsed.ok) return parsed;
  const { pack: text, signature } = parsed.value;
  const publicKey = publicKeyOf(parsed.value.key);
  const key = keyTextOf(parsed.value.key);
  if (publicKey === null || key === null) return fail('pack.unsigned');
  if (!verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'))) {
    return fail('pack.unsigned');
  }
  const pack = parsePack(text);
  return pack.ok ? ok({ pack: pack.value, text, signature, key }) : pack;
}
