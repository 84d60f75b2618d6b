/** Labels scanned in the order of a run, as a scanner at the desk gives them. */
import { describe, expect, test } from 'vitest';
import {
  currentOf,
  type Entry,
  faultOfRow,
  readinessOf,
  scan,
  skipRow,
  typeNumber,
  undoScan,
} from '../../../../renderer/features/letters/mail/scan.ts';
import type { MailClass } from '../../../../shared/domain/mail.ts';

const labels = ['9407111899562468135799', '9400111201080805483016', '9361289878700317633795'] as const;
const card = '9590940212345678901239';

const start: Entry = {
  rows: ['Ada', 'Ben', 'Cyd'].map((debtorName, index) => ({
    letterId: index + 1,
    debtorName,
    article: '',
    receipt: '',
    skipped: false,
  })),
  pointed: null,
  trail: [],
};

function scanAll(entry: Entry, texts: readonly string[], ofClass: MailClass = 'certified'): Entry {
  return texts.reduce((now, text) => {
    const scanned = scan(now, text, ofClass);
    expect(scanned.taken, scanned.words).toBe(true);
    return scanned.entry;
  }, entry);
}
const numbersOf = ({ rows }: Entry) => rows.map(({ article, receipt }) => [article, receipt]);

describe('labels in the order of the run', () => {
  test('go to one letter after the other, with or without the ZIP Code in the bars', () => {
    const done = scanAll(start, [labels[0], `42078701${labels[1]}`, ` ${labels[2]} `]);
    expect(numbersOf(done)).toEqual(labels.map((label) => [label, '']));
    expect(currentOf(done)).toBeNull();
    expect(scan(done, '7112 3456 7891 2345 6787', 'certified')).toMatchObject({
      taken: false,
      words: 'Every letter of the list has its number.',
    });
    expect(readinessOf(done, 'certified')).toEqual({ going: 3, withoutNumber: 0, wrong: 0 });
  });

  test('a misread or repeated label changes nothing and says why', () => {
    const one = scanAll(start, [labels[0]]);
    for (const [text, words] of [
      [labels[0], /was scanned already, for Ada/],
      ['9407111899562468135790', /last digit does not match/],
      ['12345', /20 or 22 digits/],
      ['', /no number/],
      [card, /no return receipt/],
    ] as const) {
      const scanned = scan(one, text, 'certified');
      expect(scanned).toMatchObject({ taken: false, words: expect.stringMatching(words) });
      expect(scanned.entry).toBe(one);
    }
  });

  test('green cards go to the letter scanned last, in any rhythm', () => {
    expect(scan(start, card, 'certified_return_receipt')).toMatchObject({
      taken: false,
      words: 'This is a green card. Scan the label of its letter first.',
    });
    const done = scanAll(start, [labels[0], card, labels[1], labels[2]], 'certified_return_receipt');
    expect(numbersOf(done)).toEqual([
      [labels[0], card],
      [labels[1], ''],
      [labels[2], ''],
    ]);
    expect(scan(done, card, 'certified_return_receipt').words).toMatch(/scanned already, for Ada/);
  });

  test('one that was not mailed is passed over, and one pointed at comes first', () => {
    const skipped = skipRow(start, 1, true);
    expect(numbersOf(scanAll(skipped, [labels[0]]))[1]).toEqual([labels[0], '']);
    const pointed = scanAll({ ...start, pointed: 3 }, [labels[0], labels[1]]);
    expect(numbersOf(pointed)).toEqual([
      [labels[1], ''],
      ['', ''],
      [labels[0], ''],
    ]);
    expect(readinessOf(skipRow(pointed, 2, true), 'certified')).toEqual({
      going: 2,
      withoutNumber: 0,
      wrong: 0,
    });
  });

  test('the last scan can be taken back, and its letter is the next again', () => {
    const two = scanAll(start, [labels[0], labels[1]]);
    const back = undoScan(two);
    expect(currentOf(back)?.letterId).toBe(2);
    expect(undoScan(undoScan(back))).toMatchObject({ rows: start.rows, trail: [] });
    expect(numbersOf(scanAll(back, [labels[2]]))[1]).toEqual([labels[2], '']);
  });

  test('what is typed by hand is held to the same', () => {
    const typed = typeNumber(
      typeNumber(start, 1, 'article', '9407 1118 9956 2468 1357 99'),
      2,
      'article',
      '94',
    );
    const [first, second, third] = typed.rows;
    if (!first || !second || !third) throw new Error('three rows');
    expect(faultOfRow(typed, first, 'certified')).toBe('');
    expect(faultOfRow(typed, second, 'certified')).toMatch(/20 or 22/);
    expect(faultOfRow(typed, second, 'courier')).toBe('');
    const twice = typeNumber(typed, 3, 'article', labels[0]);
    expect(faultOfRow(twice, third, 'first_class')).toBe('');
    expect(readinessOf(twice, 'certified')).toEqual({ going: 3, withoutNumber: 0, wrong: 3 });
    expect(readinessOf(start, 'certified').withoutNumber).toBe(3);
    expect(readinessOf(start, 'first_class').withoutNumber).toBe(0);
  });
});
