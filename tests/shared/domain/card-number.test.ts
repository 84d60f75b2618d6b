import { describe, expect, test } from 'vitest';
import { cutCardData, holdsCardData } from '../../../shared/domain/card-number.ts';
import { looksLikeCardNumber } from '../../../shared/domain/ledger.ts';

describe('card data in a text', () => {
  test.each([
    ['4111 1111 1111 1111', 'ending 1111'],
    ['4111111111111111', 'ending 1111'],
    ['Visa 4111-1111-1111-1111, thanks', 'Visa ending 1111, thanks'],
    ['paid with 378282246310005', 'paid with ending 0005'],
    ['4111 1111 1111 1111 123', 'ending 1111'],
    ['4111111111111111 and 5555555555554444', 'ending 1111 and ending 4444'],
    ['inv 12 4111 1111 1111 1111', 'inv 12 ending 1111'],
    ['CVV 123', 'CVV not kept'],
    ['cvc: 4321 on the back', 'cvc not kept on the back'],
  ])('%j becomes %j', (text, cut) => {
    expect(holdsCardData(text)).toBe(true);
    expect(cutCardData(text)).toBe(cut);
    expect(looksLikeCardNumber(cut)).toBe(false);
  });

  test.each(['', 'check 1041', 'ends 1111', '4111 1111 1111 1112', 'trace 091000019123459', 'section 123'])(
    '%j stays as it is',
    (text) => {
      expect(holdsCardData(text)).toBe(false);
      expect(cutCardData(text)).toBe(text);
    },
  );
});
