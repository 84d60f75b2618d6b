/** What is typed as words to be found: no operator of the index, and marks where it matched. */
import { describe, expect, test } from 'vitest';
import { holdsTerms, matchOf, readNoteSearch, snippetOf, widen } from '../../../shared/domain/note-search.ts';

test.each([
  ['insurance', '"insurance" *'],
  ['insurance ', '"insurance"'],
  ['a', '"a"'],
  ['call back', '"call" AND "back" *'],
  ['"call back"', '"call back"'],
  ['"call ba', '"call ba" *'],
  ["O'Brien", '"o brien" *'],
  ['Núñez,', '"nunez"'],
  ['text:payment', '"text payment" *'],
  ['NEAR(a b) OR NOT *', '"near a" AND "b" AND "or" AND "not"'],
  ['"; DROP TABLE notes; --', '"drop table notes"'],
  ['***', ''],
  ['', ''],
])('%s is asked for as %s', (typed, match) => {
  expect(matchOf(readNoteSearch(typed))).toBe(match);
});

test('a longer beginning is widened, a short one and whole words are not', () => {
  expect(widen(readNoteSearch('left messa'), 3)).toEqual(readNoteSearch('left mes'));
  expect(widen(readNoteSearch('mes'), 3)).toBeNull();
  expect(widen(readNoteSearch('message '), 3)).toBeNull();
});

test('every term must stand in a text, several words as they follow each other', () => {
  expect(holdsTerms('Left a message', readNoteSearch('message lef'))).toBe(true);
  expect(holdsTerms('Left a message', readNoteSearch('"left message"'))).toBe(false);
  expect(holdsTerms('Left a message', readNoteSearch('left voicemail '))).toBe(false);
});

describe('a snippet', () => {
  const shown = (text: string, typed: string, length?: number) =>
    snippetOf(text, readNoteSearch(typed), length)
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('');

  test('marks every hit', () => {
    expect(shown('Asked for the Statement. Statements sent.', 'statem')).toBe(
      'Asked for the [Statement]. [Statements] sent.',
    );
    expect(shown('Call back, he said: call back', '"call back" ')).toBe('[Call back], he said: [call back]');
  });

  test('begins a little before the first hit, however long the text is', () => {
    const text = `${'word '.repeat(2_000)}the needle here ${'more '.repeat(2_000)}`;
    const piece = shown(text, 'needle ', 80);
    expect(piece).toMatch(/^… (word )+the \[needle\] here (more )+/);
    expect(piece.length).toBeLessThan(100);
  });

  test('gives the beginning where nothing is found', () => {
    expect(shown('Nothing of it', 'other ')).toBe('Nothing of it');
  });
});
