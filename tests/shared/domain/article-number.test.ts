/** Numbers of the post: what labels and scanners give, and every slip of one digit found. */
import { describe, expect, test } from 'vitest';
import {
  checkDigitOfImpb,
  checkDigitOfS10,
  isReceiptNumber,
  readArticle,
  showArticle,
} from '../../../shared/domain/article-number.ts';

/** Published examples with right check digits. */
const domestic = [
  '0307 1790 0005 2348 3741',
  '7112 3456 7891 2345 6787',
  '9400 1112 0108 0805 4830 16',
  '9361 2898 7870 0317 6337 95',
  '9405 8036 9930 0124 2878 99',
];
const international = ['RR 473 124 829 GB'];

describe('a number of the Postal Service', () => {
  test.each(domestic)('%s is read with blanks, dashes or run together', (shown) => {
    const bare = shown.replaceAll(' ', '');
    for (const typed of [
      shown,
      bare,
      shown.replaceAll(' ', '-'),
      ` ${bare}\n`,
      shown.replaceAll(' ', '\u00a0'),
    ])
      expect(readArticle(typed)).toEqual({ ok: true, kind: 'domestic', number: bare });
    expect(showArticle(bare)).toBe(shown);
  });

  test('what the bars hold besides is left out: the ZIP Code before it and the marks of the scanner', () => {
    const number = '9407111899562468135799';
    for (const before of ['42078701', '420787010001', ']C142078701', '\u001d42078701', '(420)78701'])
      expect(readArticle(`${before}${number}`)).toMatchObject({ ok: true, number });
    const legacy = '70200640000012345675';
    for (const before of ['42078701', '420787010001'])
      expect(readArticle(`${before}${legacy}`)).toMatchObject({ ok: true, number: legacy });
  });

  test('no digit can be misread, and no two neighbors swapped but for a five', () => {
    const number = '9400111201080805483016';
    let swapsFound = 0;
    for (let at = 0; at < number.length; at++) {
      for (let digit = 0; digit <= 9; digit++) {
        if (String(digit) === number[at]) continue;
        const wrong = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
        expect(readArticle(wrong), wrong).toMatchObject({ ok: false, why: 'check_digit' });
      }
      const swapped = `${number.slice(0, at)}${number[at + 1] ?? ''}${number[at]}${number.slice(at + 2)}`;
      const apart = Math.abs(Number(number[at]) - Number(number[at + 1] ?? number[at]));
      if (apart !== 0 && apart !== 5) {
        expect(readArticle(swapped), swapped).toMatchObject({ ok: false, why: 'check_digit' });
        swapsFound += 1;
      }
    }
    expect(swapsFound).toBeGreaterThan(5);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['940011120108080548301', 'length'],
    ['94001112010808054830160', 'length'],
    ['certified', 'length'],
    ['１２３４５６７８９０１２３４５６７８９０', 'length'],
  ])('“%s” is refused', (typed, why) => {
    expect(readArticle(typed)).toMatchObject({ ok: false, why });
  });

  test('a green card is told from a letter', () => {
    const card = `959094021234567890123${checkDigitOfImpb('959094021234567890123')}`;
    expect(readArticle(card)).toMatchObject({ ok: true });
    expect(isReceiptNumber(card)).toBe(true);
    expect(isReceiptNumber('9400111201080805483016')).toBe(false);
  });
});

describe('a number for abroad', () => {
  test.each(international)('%s', (shown) => {
    const bare = shown.replaceAll(' ', '');
    expect(readArticle(shown)).toEqual({ ok: true, kind: 'international', number: bare });
    expect(readArticle(bare.toLowerCase())).toMatchObject({ ok: true, number: bare });
    expect(showArticle(bare)).toBe(shown);
    expect(readArticle(bare.replace('829', '828'))).toMatchObject({ ok: false, why: 'check_digit' });
  });

  test('a rest of ten is written 0, one of eleven 5', () => {
    expect(checkDigitOfS10('00000000')).toBe(5);
    // 8×1 + … = 12: 12 mod 11 = 1, 11 - 1 = 10.
    expect(checkDigitOfS10('10100000')).toBe(0);
  });
});
