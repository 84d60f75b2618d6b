/** Sums as people and files write them: read exactly or refused, and shown with their cents. */
import { describe, expect, test } from 'vitest';
import { formatCents, formatDollars, mostCents, parseMoney } from '../../../shared/domain/money.ts';

const read = (text: string, decimal?: '.' | ',') => {
  const sum = parseMoney(text, decimal);
  return sum.ok ? sum.value : sum.error.code;
};

describe('reading a sum', () => {
  test.each([
    ['0', 0],
    ['-0.00', 0],
    ['5', 500],
    ['.5', 50],
    ['5.', 500],
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['$1,234,567.89', 123_456_789],
    ['USD 12.00', 1_200],
    ['12.00 usd', 1_200],
    ['(12.00)', -1_200],
    ['($12.00)', -1_200],
    ['-$12.00', -1_200],
    ['$-12.00', -1_200],
    ['12.00-', -1_200],
    ['\u221212.00', -1_200],
    ['1 234.50', 123_450],
    ["1'234'567.50", 123_456_750],
    ['1\u00a0234.50', 123_450],
    ['12.3400', 1_234],
    ['90,000,000,000,000.00', mostCents],
  ])('%s', (text, cents) => {
    expect(read(text)).toBe(cents);
  });

  test.each([
    ['nothing', ''],
    ['no digit', '.'],
    ['a tenth of a cent', '12.345'],
    ['two points', '1.2.3'],
    ['a group of two', '1,23'],
    ['a group of four', '1,2345'],
    ['groups of different kinds', "1,234'567"],
    // Could be 12.50 as well as 1,250.00: a cent is never guessed.
    ['a space where a point may have been', '12 50'],
    ['digits apart', '1 2 3'],
    ['a space before the point', '12 .50'],
    ['two signs', '-(12.00)'],
    ['a sign on both ends', '-12.00-'],
    ['words', 'twelve'],
    ['an exponent', '1e3'],
    ['another currency', '€12.00'],
    ['a hundred thousand blanks', `1${' '.repeat(100_000)}x`],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toBe('money.invalid');
  });

  test('refuses a cent more than the most, and digits without end', () => {
    expect(read('90,000,000,000,000.01')).toBe('money.out_of_range');
    expect(read('9'.repeat(60))).toBe('money.out_of_range');
  });

  test.each([
    ['1.234,50', 123_450],
    ['1234,5', 123_450],
    ['12,50', 1_250],
    ['1.234', 123_400],
    ['1,234.50', 'money.invalid'],
    ['12.50', 'money.invalid'],
  ])('with a decimal comma: %s', (text, cents) => {
    expect(read(text, ',')).toBe(cents);
  });
});

test.each([
  [0, '0.00', '$0.00'],
  [5, '0.05', '$0.05'],
  [-5, '-0.05', '-$0.05'],
  [99_999, '999.99', '$999.99'],
  [100_000, '1,000.00', '$1,000.00'],
  [-123_456_789, '-1,234,567.89', '-$1,234,567.89'],
  [mostCents, '90,000,000,000,000.00', '$90,000,000,000,000.00'],
])('shows %i cents', (cents, plain, dollars) => {
  expect(formatCents(cents)).toBe(plain);
  expect(formatDollars(cents)).toBe(dollars);
  expect(read(plain)).toBe(cents);
});
