/** Numbers of workbooks: exact to the cent, days as days, digits with their zeros, never an exponent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInFormat, readNumberFormat } from '../../../../../shared/domain/import/sheets/number-format.ts';
import {
  dayOfSerial,
  isoText,
  lostDigits,
  numberText,
} from '../../../../../shared/domain/import/sheets/number-text.ts';

const read = (raw: string, code = 'General', from1904 = false) =>
  numberText(raw, readNumberFormat(code), from1904);

describe('a number of a workbook', () => {
  test.each([
    ['12.1', 'General', '12.1'],
    ['12.1', '#,##0.00', '12.10'],
    ['12', '0.00', '12.00'],
    ['12', 'General', '12'],
    ['12.0', 'General', '12'],
    ['12.099999999999999', 'General', '12.1'],
    ['12.099999999999999', '"$"#,##0.00', '12.10'],
    ['0.30000000000000004', 'General', '0.3'],
    ['274.65999999999997', 'General', '274.66'],
    ['0.0999999999999943', '0.00', '0.10'],
    ['5.6843418860808015E-14', '0.00', '0.00'],
    ['12.345', '0.00', '12.345'],
    ['1000.5577', '0', '1000.5577'],
    ['-1234.5', '#,##0.00_);[Red]\\(#,##0.00\\)', '-1234.50'],
    ['-0', 'General', '0'],
    ['123456789012.34', '#,##0.00', '123456789012.34'],
    ['4.27335427525861E-007', '0.000E+00', '0.000000427335427525861'],
    ['1.23456789e+22', 'General', '12345678900000000000000'],
    ['1E3', 'General', '1000'],
    ['1234567890123456789', 'General', '1234567890123456789'],
    ['0001', 'General', '0001'],
    ['+5', 'General', '5'],
    ['abc', '0.00', 'abc'],
    ['1e999', 'General', '1e999'],
  ])('%s as %s is %s', (raw, code, text) => {
    expect(read(raw, code)).toBe(text);
  });

  test('any sum of cents comes back to the cent, however its program noted it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000_000_00, max: 50_000_000_00 }),
        fc.constantFrom(0, 1, -1, 3),
        (cents, steps) => {
          // What adding and taking away leaves: some last bits more or less.
          const noisy = (cents / 100) * (1 + steps * Number.EPSILON);
          expect(Math.round(Number(read(String(noisy), '0.00')) * 100)).toBe(cents);
          expect(read(String(noisy), '0.00')).toMatch(/^-?\d+\.\d\d$/);
          expect(Number(read(noisy.toExponential(), 'General'))).toBe(cents / 100 + 0);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['0.065', '0.00%', '6.5%'],
    ['0.07', '0%', '7%'],
    ['0.9876', '00.000%', '98.76%'],
    ['1.1', '0%', '110%'],
  ])('%s as %s is the percentage %s', (raw, code, text) => {
    expect(read(raw, code)).toBe(text);
  });

  test.each([
    ['1234', '00000', '01234'],
    ['12345', '00000', '12345'],
    ['123456', '00000', '123456'],
    ['12345678', '000-00-0000', '012-34-5678'],
    ['123456789', '00000-0000', '12345-6789'],
    ['5550100', '[<=9999999]###-####;(###) ###-####', '555-0100'],
    ['3035550100', '[<=9999999]###-####;(###) ###-####', '(303) 555-0100'],
    ['42', '"INV-"0000', 'INV-0042'],
    ['12', '0', '12'],
    ['12', '# ?/?', '12'],
    ['1.5', '00000', '1.5'],
    ['-5', '00000', '-5'],
  ])('%s as %s is %s', (raw, code, text) => {
    expect(read(raw, code)).toBe(text);
  });

  test.each([
    ['0.5', '#,##0.00\\ [$CHF]', 'CHF 0.50'],
    ['10000', '#,##0.00\\ [$€-407]', '€ 10000.00'],
    ['5', '"£"#,##0', '£ 5'],
    ['5', '[$CA$-1009]#,##0.00', 'CA$ 5.00'],
    ['5', '#,##0.00\\ "kr"', 'kr 5.00'],
    ['5', '[$kr-41D] #,##0.00', 'kr 5.00'],
    ['5', '[$$-409]#,##0.00', '5.00'],
    ['5', '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', '5.00'],
    ['5', '[$USD] #,##0.00', '5.00'],
  ])('%s as %s says its currency unless it is the dollar: %s', (raw, code, text) => {
    expect(read(raw, code)).toBe(text);
  });
});

describe('a day of a workbook', () => {
  test.each([
    ['1', 'm/d/yyyy', '1900-01-01'],
    ['59', 'm/d/yyyy', '1900-02-28'],
    // A day that never was, kept for the sake of an older program: read as it stands, refused where a day is needed.
    ['60', 'm/d/yyyy', '1900-02-29'],
    ['61', 'm/d/yyyy', '1900-03-01'],
    ['44155', 'DD/MM/YY', '2020-11-20'],
    ['44155.75', 'DD/MM/YY', '2020-11-20'],
    ['44155.75', 'm/d/yy h:mm', '2020-11-20 18:00'],
    ['44155.9999999', 'm/d/yy h:mm:ss AM/PM', '2020-11-21'],
    ['44155', 'yyyy-mm-dd hh:mm:ss', '2020-11-20'],
    ['44155', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2020-11-20'],
    ['44155', '[$-409]mmm\\-yy;@', '2020-11-20'],
    ['0.5', 'h:mm', '12:00'],
    ['1.5', '[h]:mm', '36:00'],
    ['2958465', 'yyyy', '9999-12-31'],
    ['2958466', 'yyyy', '2958466'],
    ['-1', 'm/d/yyyy', '-1'],
    ['0', 'm/d/yyyy', '0'],
  ])('%s as %s is %s', (raw, code, text) => {
    expect(read(raw, code)).toBe(text);
  });

  test('of a workbook that counts from 1904', () => {
    expect(read('0', 'm/d/yyyy', true)).toBe('1904-01-01');
    expect(read('42735', 'm/d/yyyy', true)).toBe('2021-01-01');
    expect(dayOfSerial(2_957_003, true)).toBe('9999-12-31');
    expect(dayOfSerial(2_957_004, true)).toBeNull();
  });

  test.each([14, 15, 16, 17, 22, 27, 36, 57])('has the built-in format %i', (id) => {
    expect(builtInFormat(id)).toMatchObject({ kind: 'moment', day: true });
  });

  test.each([0, 1, 2, 3, 4, 9, 11, 18, 37, 49])('has not the built-in format %i', (id) => {
    expect(builtInFormat(id)).not.toMatchObject({ day: true });
  });

  test.each(['"Due" 0', '0.00" days"', '[Red]0.00', '#,##0 "h"', '\\d0', '@', 'General', '"y"General'])(
    'has not the format %s',
    (code) => {
      expect(readNumberFormat(code).kind).not.toBe('moment');
    },
  );

  test.each([
    ['2014-02-14T08:27:48.765Z', '2014-02-14 08:27:48'],
    ['2014-02-14', '2014-02-14'],
    ['2014-02-14T00:00:00', '2014-02-14'],
    ['T10:30:00', '10:30'],
    ['soon', 'soon'],
  ])('written out as %s is %s', (raw, text) => {
    expect(isoText(raw)).toBe(text);
  });
});

test('a whole number of more than 15 digits has lost some', () => {
  expect(lostDigits('999999999999999')).toBe(false);
  expect(lostDigits('1000000000000000')).toBe(true);
  expect(lostDigits('4.1111111111111114E+18')).toBe(true);
  expect(lostDigits('0.1234567890123456')).toBe(false);
});
