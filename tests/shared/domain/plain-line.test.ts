import { describe, expect, it } from 'vitest';
import { optionalLine } from '../../../shared/contract/call.ts';
import { plainLine } from '../../../shared/domain/plain-line.ts';

describe('a line as it is kept', () => {
  it.each([
    ['Ada \u202eevoL', 'Ada evoL', 'an override cannot turn what follows'],
    ['\u2066Rosa\u2069 Delgado', 'Rosa Delgado', 'isolates are gone'],
    ['  Jo\tAnn\r\nLee ', 'Jo Ann Lee', 'one line'],
    [
      '\u0645\u062d\u0645\u062f \u0639\u0644\u064a',
      '\u0645\u062d\u0645\u062f \u0639\u0644\u064a',
      'Arabic as typed',
    ],
    ['\u{1f469}\u200d\u{1f4bc} Ines', '\u{1f469}\u200d\u{1f4bc} Ines', 'a joiner that makes one sign of two'],
    ['\u0000\u202e', '', 'nothing but unseen characters is nothing'],
  ])('%j becomes %j: %s', (typed, kept) => {
    expect(plainLine(typed)).toBe(kept);
    expect(optionalLine().parse(typed)).toBe(kept);
  });
});
