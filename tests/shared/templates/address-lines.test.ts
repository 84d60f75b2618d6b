/** The address block: what fits the window, what goes on in a second line, what is refused. */
import { describe, expect, test } from 'vitest';
import { type PostalAddress, postalLine } from '../../../shared/domain/address.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import { addressBlockOf } from '../../../shared/templates/letters/sheet-geometry.ts';
import { usualSheet } from '../../../shared/templates/letters/sheet-setup.ts';
import { widthOfLinePt } from '../../../shared/templates/letters/text-width.ts';

const addressBlock = addressBlockOf(usualSheet);

const home: PostalAddress = {
  line1: '18 Mill Road',
  line2: '',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  country: '',
};

const cases: readonly { what: string; name: string; address: PostalAddress; expected: string[] | null }[] = [
  {
    what: 'three lines',
    name: 'Rosa Delgado',
    address: home,
    expected: ['Rosa Delgado', '18 Mill Road', 'Dover NH 03820'],
  },
  {
    what: 'a second street line and a country',
    name: 'Rosa Delgado',
    address: { ...home, line2: 'Apt 2', country: 'Canada' },
    expected: ['Rosa Delgado', '18 Mill Road', 'Apt 2', 'Dover NH 03820', 'CANADA'],
  },
  {
    what: 'a name wider than the window goes on below',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates',
    address: home,
    expected: [
      'The Northern Seacoast Orthopedic and Sports',
      'Medicine Associates',
      '18 Mill Road',
      'Dover NH 03820',
    ],
  },
  {
    what: 'six lines',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates',
    address: { ...home, line2: 'Building C', country: 'Canada' },
    expected: [
      'The Northern Seacoast Orthopedic and Sports',
      'Medicine Associates',
      '18 Mill Road',
      'Building C',
      'Dover NH 03820',
      'CANADA',
    ],
  },
  {
    what: 'seven lines are refused',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates of the Greater Piscataqua Region',
    address: {
      ...home,
      line1: 'In care of the accounts payable department, second floor, rear entrance',
      line2: 'Building C',
      country: 'Canada',
    },
    expected: null,
  },
  { what: 'a word wider than the window is refused', name: 'W'.repeat(30), address: home, expected: null },
  {
    what: 'a town line is never broken',
    name: 'Rosa Delgado',
    address: { ...home, city: 'Llanfair '.repeat(8).trim() },
    expected: null,
  },
];

describe('fitAddress', () => {
  test.each(cases)('$what', ({ name, address, expected }) => {
    const lines = fitAddress(name, address, usualSheet);
    if (expected === null) {
      expect(lines).toMatchObject({
        ok: false,
        error: { code: 'letter.address_too_long', params: { name, most: 6 } },
      });
    } else {
      expect(lines).toEqual({ ok: true, value: expected });
    }
  });

  test('every line it lets through is narrower than the block', () => {
    for (const text of [
      'WWWWWWWW MMMMMMM WWWWWWWWW',
      'Żółć Ångström Ñandú',
      '株式会社 山田太郎商店',
      'Жуков Щербаков',
    ]) {
      const lines = fitAddress(`${text} ${text} ${text}`, home, usualSheet);
      if (!lines.ok) continue;
      for (const line of lines.value) {
        expect(widthOfLinePt(line, addressBlock.fontPt)).toBeLessThanOrEqual(
          (addressBlock.widthMm / 25.4) * 72,
        );
      }
    }
  });
});

describe('capitals without punctuation', () => {
  test.each([
    ['Rosa Delgado-Ruiz, Esq.', 'ROSA DELGADO-RUIZ ESQ'],
    ["O'Brien & Sons, Inc.", 'OBRIEN & SONS INC'],
    ['P.O. Box 7', 'PO BOX 7'],
    ['123 1/2 Main St., #4', '123 1/2 MAIN ST #4'],
    ['Hwy. 39.2', 'HWY 39.2'],
    ['Dover NH 03820-1234', 'DOVER NH 03820-1234'],
    ['Łódź, Straße 5', 'ŁÓDŹ STRASSE 5'],
  ])('%s', (line, expected) => expect(postalLine(line)).toBe(expected));

  test('are what the whole block is set in, and what its width is measured by', () => {
    const upper = { ...usualSheet, upperCase: true };
    expect(fitAddress('Rosa M. Delgado', { ...home, line2: 'Apt. 2' }, upper)).toEqual({
      ok: true,
      value: ['ROSA M DELGADO', '18 MILL ROAD', 'APT 2', 'DOVER NH 03820'],
    });
    const town = 'Saint Bartholomew on the Piscataqua';
    expect(fitAddress('Rosa Delgado', { ...home, city: town }, usualSheet).ok).toBe(true);
    expect(fitAddress('Rosa Delgado', { ...home, city: town }, upper).ok).toBe(false);
  });
});
