/** No text opens as a formula in a spreadsheet program, and the guard comes off again without loss. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couldBeFormula, guardFormula, unguardFormula } from '../../../shared/domain/formula-guard.ts';

describe('the guard against formulas', () => {
  test.each([
    '=1+1',
    '+1 303 555 0100',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '\uff1d1',
    '\u0001=1',
  ])('is put before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  test.each(['', 'Ann O’Neil', 'a=b', '(303) 555-0100', '12-34', "O'Hara", '  two blanks', "'quoted'"])(
    'leaves %j alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  test('what was guarded never opens as a formula, and comes back as it was', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '+', ' ', '\t', 'a', '1', '\u0000') });
    fc.assert(
      fc.property(text, (original) => {
        const written = guardFormula(original);
        expect(/^[\s\p{Cc}]*[=+\-@]/u.test(written)).toBe(false);
        expect(unguardFormula(written)).toBe(original);
        expect(couldBeFormula(written)).toBe(written !== original);
      }),
      { numRuns: 2000 },
    );
  });
});
