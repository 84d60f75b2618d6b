import { describe, expect, test } from 'vitest';
import {
  cutCardData,
  cutCardDataWithin,
  holdsCardData,
  looksLikeCardNumber,
} from '../../../shared/domain/card-number.ts';

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
    ['4111.1111.1111.1111', 'ending 1111'],
    ['4111  1111  1111  1111', 'ending 1111'],
    ['4111\u00a01111\u00a01111\u00a01111', 'ending 1111'],
    ['4111–1111–1111–1111 today', 'ending 1111 today'],
    ['4111/1111/1111/1111', 'ending 1111'],
    ['4111_1111_1111_1111', 'ending 1111'],
    ['4111,1111,1111,1111', 'ending 1111'],
    ['4111 - 1111 - 1111 - 1111 - 123', 'ending 1111'],
    ['3782.822463.10005', 'ending 0005'],
    ['3056.930902.5904', 'ending 5904'],
    ['6304.0000.0000.0002.006', 'ending 2006'],
    ['４１１１１１１１１１１１１１１１', 'ending 1111'],
    ['x4111111111111111x', 'xending 1111x'],
    ['cvv is 123', 'cvv not kept'],
    ['CVV 2 123', 'CVV 2 not kept'],
    ['cid 123', 'cid not kept'],
    ['ＣＶＶ：１２３', 'CVV not kept'],
  ])('%j becomes %j', (text, cut) => {
    expect(holdsCardData(text)).toBe(true);
    expect(cutCardData(text)).toBe(cut);
    expect(looksLikeCardNumber(cut)).toBe(false);
  });

  test.each([
    '',
    'check 1041',
    'ends 1111',
    '4111 1111 1111 1112',
    'trace 091000019123459',
    'section 123',
    '2026-11-20 2026-11-22',
    '11/20/2026 – 11/29/2026',
    '2026.11.20 2026.11.25',
    '20261120 20261120',
    '312-555-0142 312-555-0173',
    '512 555 0144 512 555 0142',
    '512.555.0144 / 512.555.0189',
    '+4915112345674',
    'cheques 4101, 4102, 4103, 4101',
    '4111\n1111\n1111\n1111',
    '$4,111.11 and $1,111.11',
    'cid 12345',
    'CVV missing',
  ])('%j stays as it is', (text) => {
    expect(holdsCardData(text)).toBe(false);
    expect(cutCardData(text)).toBe(text);
  });
});

test('every text within a value is cut, and nothing else', () => {
  const value = { memo: '4111111111111111', list: [4_111_111_111_111_111, null, 'cvv 123'] };
  expect(cutCardDataWithin(value)).toEqual({
    memo: 'ending 1111',
    list: [4_111_111_111_111_111, null, 'cvv not kept'],
  });
});

describe('a full card number', () => {
  // The numbers card schemes publish for tests.
  test.each([
    ['4111111111111111'],
    ['4111 1111 1111 1111'],
    ['4111-1111-1111-1111'],
    ['3782 822463 10005'],
    ['card 5555555555554444 exp 12/29'],
    ['Chk 12 4111111111111111'],
    ['2026-11-20 4111 1111 1111 1111'],
    ['4111 1111 1111 1111 123'],
  ])('%s', (text) => {
    expect(looksLikeCardNumber(text)).toBe(true);
  });

  test.each([
    ['a wrong check digit', '4111111111111112'],
    ['a cheque number', '100248'],
    ['a telephone number', '+1 512 555 0144'],
    ['a run too long for a card', '41111111111111110000'],
    ['the last four digits', '**** **** **** 1111'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(looksLikeCardNumber(text)).toBe(false);
  });
});
