import { describe, expect, test } from 'vitest';
import { cutCardData } from '../../../shared/domain/card-number.ts';
import { mostNoteCharacters, notePartsOf } from '../../../shared/domain/note.ts';
import {
  codeBefore,
  fieldsOf,
  fillPhrase,
  nextBlank,
  phraseCodePattern,
} from '../../../shared/domain/note-phrase.ts';
import { shippedPhrases } from '../../../shared/text/note-phrases.ts';

const values = {
  date: '22 Nov 2026',
  time: '9:05 AM',
  weekday: 'Sun',
  debtor: 'Mara Okafor',
  account: '1001',
  balance: '$120.00',
};

describe('phrases', () => {
  test('what is known is filled in, the rest left as blanks, once', () => {
    expect(fillPhrase('{debtor} will pay ${amount} on {day}, {Date}', values)).toBe(
      'Mara Okafor will pay $[amount] on [day], 22 Nov 2026',
    );
    // What is put in is never read again.
    expect(fillPhrase('{debtor}', { ...values, debtor: '{balance} {{7*7}}' })).toBe('{balance} {{7*7}}');
  });

  test.each([
    [';lm', 3, 'lm', 0],
    ['Called. ;lm', 11, 'lm', 8],
    ['(;NA', 4, 'na', 1],
    ['one\n;ptp', 8, 'ptp', 4],
    ['Called;', 7, null, 0],
    ['Called;lm', 9, null, 0],
    ['; lm', 4, null, 0],
    [';', 1, '', 0],
  ])('the code in %j', (text, caret, code, from) => {
    const found = codeBefore(text, caret);
    expect(found?.code ?? null).toBe(code);
    if (found) expect(found.from).toBe(from);
  });

  test('blanks are gone through in turn and round', () => {
    const text = 'pay [amount] on [day]';
    expect(nextBlank(text, 0)).toEqual({ from: 4, to: 12 });
    expect(nextBlank(text, 12)).toEqual({ from: 16, to: 21 });
    expect(nextBlank(text, 21)).toEqual({ from: 4, to: 12 });
    expect(nextBlank('none', 0)).toBeNull();
  });

  test('about thirty come along, each under a code of its own, with a title and plain fields', () => {
    expect(shippedPhrases.length).toBeGreaterThanOrEqual(30);
    expect(new Set(shippedPhrases.map(({ code }) => code)).size).toBe(shippedPhrases.length);
    for (const { code, title, text } of shippedPhrases) {
      expect(code).toMatch(phraseCodePattern);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(fillPhrase(text, values)).not.toMatch(/[{}]/);
      expect(fieldsOf(text).blanks.every((blank) => blank.length <= 31)).toBe(true);
    }
  });

  test('what is written of a message or of somebody else says nothing of a debt to them', () => {
    for (const code of ['lm', 'tp', 'wn']) {
      const text = shippedPhrases.find((phrase) => phrase.code === code)?.text ?? '';
      expect(text).toMatch(/not mentioned|Nothing about a debt/);
    }
  });
});

describe('a text too long for one note', () => {
  test('a short one is left as it is', () => {
    expect(notePartsOf('short')).toEqual(['short']);
    const exact = 'x'.repeat(mostNoteCharacters);
    expect(notePartsOf(exact)).toEqual([exact]);
  });

  test('ten megabytes become parts that fit and hold everything', () => {
    const text = Array.from({ length: 250_000 }, (_, index) => `Line ${index} of a long statement.\n`).join(
      '',
    );
    const began = performance.now();
    const parts = notePartsOf(text);
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(parts.every((part) => part.length <= mostNoteCharacters)).toBe(true);
    const whole = parts.map((part) => part.slice(part.indexOf('\n') + 1)).join('\n');
    expect(whole).toBe(text.trim());
    expect(parts[0]?.startsWith(`(1 of ${parts.length})\n`)).toBe(true);
  });

  test('a card number is never cut in two, so that it is still known as one', () => {
    for (let before = 90; before < 125; before += 1) {
      const text = `${'x'.repeat(before)} 4111 1111 1111 1111 ${'y '.repeat(60)}`;
      const kept = notePartsOf(text, 160)
        .map((part) => cutCardData(part))
        .join(' ');
      expect(kept).not.toContain('4111 1111');
      expect(kept).toContain('ending 1111');
    }
  });

  test('a text without blanks is cut all the same, no character in two', () => {
    const parts = notePartsOf('😀'.repeat(200), 101);
    expect(parts.map((part) => part.slice(part.indexOf('\n') + 1)).join('')).toBe('😀'.repeat(200));
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });
});
