/**
 * The recovery code: what opens a book when its passphrase is lost, printed on paper and typed back by hand.
 *
 * 32 letters and digits in eight groups of four, in Crockford's base 32 (no I, L, O or U, so that nothing can
 * be misread). The first 30 are 150 random bits, far beyond guessing; the last two are the value of those 30
 * modulo 1021, a prime just below 32 x 32. One wrong symbol, or two neighbours swapped, therefore always
 * shows before the book is asked: a wrong symbol changes the value by d * 32^k with d < 32, a swap by
 * 31 * d * 32^k, and 1021 divides neither.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bodyLength = 30;
const modulus = 1021;
const groupLength = 4;

export const recoveryCodeLength = 32;
/** Random bytes a new code is made from; the last two bits are not used. */
export const recoveryCodeBytes = 19;

/** The code of 19 random bytes, without its groups: the form that is compared and that wraps the key. */
export function encodeRecoveryCode(random: Uint8Array): string {
  if (random.length !== recoveryCodeBytes) throw new RangeError('a recovery code is made from 19 bytes');
  let body = '';
  let held = 0;
  let bits = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && body.length < bodyLength) {
      bits -= 5;
      body += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return body + checkSymbols(body);
}

/** `7KQ2-…`: eight groups of four, as printed. */
export function groupRecoveryCode(code: string): string {
  const groups: string[] = [];
  for (let at = 0; at < code.length; at += groupLength) groups.push(code.slice(at, at + groupLength));
  return groups.join('-');
}

/**
 * What somebody typed from the sheet, brought to the form that is compared: any case, any spaces or dashes,
 * O read as 0, I and L as 1. Length and check are not looked at here.
 */
export function normaliseRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_.‐-―]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export type RecoveryCodeFlaw = 'empty' | 'wrong_symbol' | 'too_short' | 'too_long' | 'mistyped';

/** What is wrong with a typed code by itself, `null` when it could be one. */
export function flawOfRecoveryCode(typed: string): RecoveryCodeFlaw | null {
  const code = normaliseRecoveryCode(typed);
  if (code === '') return 'empty';
  for (const symbol of code) if (!alphabet.includes(symbol)) return 'wrong_symbol';
  if (code.length < recoveryCodeLength) return 'too_short';
  if (code.length > recoveryCodeLength) return 'too_long';
  return checkSymbols(code.slice(0, bodyLength)) === code.slice(bodyLength) ? null : 'mistyped';
}

function checkSymbols(body: string): string {
  let rest = 0;
  for (const symbol of body) rest = (rest * 32 + alphabet.indexOf(symbol)) % modulus;
  return alphabet.charAt(rest >> 5) + alphabet.charAt(rest & 31);
}
