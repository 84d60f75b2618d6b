import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeRecoveryCode,
  flawOfRecoveryCode,
  groupRecoveryCode,
  normaliseRecoveryCode,
  recoveryCodeBytes,
  recoveryCodeLength,
} from '../../../shared/domain/recovery-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes });
const code = random.map(encodeRecoveryCode);

describe('a recovery code', () => {
  test('of zeros and of ones, by hand', () => {
    expect(encodeRecoveryCode(new Uint8Array(19))).toBe('0'.repeat(32));
    // 32^30 - 1 modulo 1021: 32^2 = 3, so 32^30 = 3^15 = 14,348,907 = 14053 * 1021 + 794; 793 = 24 * 32 + 25.
    expect(encodeRecoveryCode(new Uint8Array(19).fill(255))).toBe(`${'Z'.repeat(30)}RS`);
  });

  test('is 32 signs of the alphabet and has no flaw', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toHaveLength(recoveryCodeLength);
        expect([...made].every((sign) => alphabet.includes(sign))).toBe(true);
        expect(flawOfRecoveryCode(made)).toBeNull();
      }),
    );
  });

  test('uses every random bit but the last two', () => {
    const seen = new Set<string>();
    for (let bit = 0; bit < 150; bit += 1) {
      const bytes = new Uint8Array(19);
      bytes[bit >> 3] = 128 >> (bit & 7);
      seen.add(encodeRecoveryCode(bytes));
    }
    expect(seen.size).toBe(150);
  });

  test('reads the same in any case, with any spaces and dashes, and with O, I and L', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('-', ' ', ' – ', '\t', '.'), (made, between) => {
        const typed = groupRecoveryCode(made)
          .toLowerCase()
          .replaceAll('-', between)
          .replaceAll('0', 'o')
          .replace('1', 'I')
          .replaceAll('1', 'l');
        expect(normaliseRecoveryCode(typed)).toBe(made);
      }),
    );
  });

  test('always shows one wrong sign', () => {
    fc.assert(
      fc.property(code, fc.nat(31), fc.nat(31), (made, at, sign) => {
        const wrong = alphabet.charAt(sign);
        fc.pre(made.charAt(at) !== wrong);
        expect(flawOfRecoveryCode(made.slice(0, at) + wrong + made.slice(at + 1))).toBe('mistyped');
      }),
    );
  });

  test('always shows two neighbours that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(30), (made, at) => {
        fc.pre(made.charAt(at) !== made.charAt(at + 1));
        const swapped = made.slice(0, at) + made.charAt(at + 1) + made.charAt(at) + made.slice(at + 2);
        expect(flawOfRecoveryCode(swapped)).toBe('mistyped');
      }),
    );
  });

  test.each([
    ['', 'empty'],
    [' - - ', 'empty'],
    ['ABCD', 'too_short'],
    ['0'.repeat(33), 'too_long'],
    ['U'.repeat(32), 'wrong_symbol'],
    [`${'0'.repeat(31)}é`, 'wrong_symbol'],
    [`${'0'.repeat(31)}1`, 'mistyped'],
  ])('%j is %s', (typed, flaw) => {
    expect(flawOfRecoveryCode(typed)).toBe(flaw);
  });
});
