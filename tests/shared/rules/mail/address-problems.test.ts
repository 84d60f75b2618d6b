/** What the post can deliver to, and what stops a letter: named addresses of every kind. */
import { describe, expect, test } from 'vitest';
import { places } from '../../../../electron/book/sample/sample-words.ts';
import { addressLinesOf, type PostalAddress } from '../../../../shared/domain/address.ts';
import { readBoxLine, readZip, tidiedAddress } from '../../../../shared/rules/mail/address-form.ts';
import {
  addressProblems,
  canBeMailed,
  whyNotMailed,
} from '../../../../shared/rules/mail/address-problems.ts';

const home: PostalAddress = {
  line1: '18 Mill Road',
  line2: '',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  country: '',
};
const apo: PostalAddress = {
  line1: 'PSC 802 Box 74',
  line2: '',
  city: 'APO',
  region: 'AE',
  postalCode: '09499',
  country: '',
};
const abroad: PostalAddress = {
  line1: '10 rue de la Paix',
  line2: '',
  city: 'Paris',
  region: '',
  postalCode: '75002',
  country: 'France',
};

const codesOf = (address: PostalAddress) =>
  addressProblems(address).map(({ code, severity }) => `${severity} ${code}`);

const sound: readonly [string, PostalAddress][] = [
  ['a house', home],
  ['ZIP and four', { ...home, postalCode: '03820-1234' }],
  ['the state by its name', { ...home, region: 'New Hampshire' }],
  ['an apartment', { ...home, line2: 'Apt 2' }],
  ['named in words as domestic', { ...home, country: 'United States of America' }],
  ['a PO box', { ...home, line1: 'PO Box 7' }],
  ['a rural route', { ...home, line1: 'RR 2 BOX 14' }],
  ['a highway contract route', { ...home, line1: 'HC 68 BOX 23A' }],
  ['a street that begins like a box', { ...home, line1: '12 Boxwood Lane' }],
  ['Puerto Rico', { ...home, line1: '12 Calle Sol', city: 'San Juan', region: 'PR', postalCode: '00901' }],
  ['Guam', { ...home, city: 'Hagatna', region: 'GU', postalCode: '96910' }],
  ['a town at a border', { ...home, city: 'Alta', region: 'WY', postalCode: '83414' }],
  ['a base abroad', apo],
  ['a unit', { ...apo, line1: 'UNIT 2050 BOX 4190', region: 'AP', postalCode: '96278' }],
  ['a ship', { ...apo, line1: 'USS SEA DEVIL SSN-664', city: 'FPO', postalCode: '09566' }],
  ['an embassy', { ...apo, line1: 'UNIT 9900 BOX 0500', city: 'DPO', postalCode: '09701' }],
  ['the Americas', { ...apo, line1: 'CMR 1250', region: 'AA', postalCode: '34002' }],
  ['France', abroad],
  ['Canada', { ...abroad, city: 'Ottawa', region: 'ON', postalCode: 'K1A 0B1', country: 'Canada' }],
  ['the country Georgia', { ...abroad, city: 'Tbilisi', postalCode: '0105', country: 'Georgia' }],
  ['Greek letters abroad', { ...abroad, line1: 'Οδός Ερμού 12', city: 'Αθήνα', country: 'Greece' }],
];

const troubled: readonly [string, PostalAddress, readonly string[]][] = [
  [
    'nothing',
    { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' },
    ['stop STREET_MISSING', 'stop CITY_MISSING', 'stop STATE_MISSING', 'stop ZIP_MISSING'],
  ],
  ['blanks are nothing', { ...home, city: '  ' }, ['stop CITY_MISSING']],
  ['no state', { ...home, region: 'Dovershire' }, ['stop STATE_UNKNOWN']],
  ['a ZIP code of four digits', { ...home, postalCode: '3820' }, ['stop ZIP_SHAPE']],
  ['a ZIP code with letters', { ...home, postalCode: '0382O' }, ['stop ZIP_SHAPE']],
  ['a ZIP code of six digits', { ...home, postalCode: '038201' }, ['stop ZIP_SHAPE']],
  ['a ZIP code nobody has', { ...home, postalCode: '00000' }, ['stop ZIP_UNKNOWN']],
  ['a ZIP code of another state', { ...home, postalCode: '78701' }, ['stop ZIP_OTHER_STATE']],
  // 06390 is Fishers Island, New York, among codes of Connecticut.
  ['one at a border', { ...home, region: 'CT', postalCode: '06390' }, ['look ZIP_OTHER_STATE']],
  ['a ZIP code of the forces with a town', { ...home, postalCode: '09499' }, ['stop MILITARY_CITY']],
  ['a state of the forces with a town', { ...apo, city: 'Dover' }, ['stop MILITARY_CITY']],
  ['APO with a state', { ...apo, region: 'NY' }, ['stop MILITARY_STATE']],
  ['the wrong state of the forces', { ...apo, region: 'AP' }, ['stop MILITARY_STATE']],
  ['the forces with a ZIP code of a town', { ...apo, postalCode: '03820' }, ['stop ZIP_SHAPE']],
  ['the forces with a country', { ...apo, country: 'Germany' }, ['stop MILITARY_COUNTRY']],
  ['the forces with a street', { ...apo, line1: '18 Mill Road' }, ['look MILITARY_STREET']],
  ['a box without its number', { ...home, line1: 'PO Box' }, ['stop BOX_INCOMPLETE']],
  ['a route without its box', { ...home, line1: 'RR 2' }, ['stop BOX_INCOMPLETE']],
  ['a box written otherwise', { ...home, line1: 'P.O. Box 7' }, ['look BOX_WRITTEN']],
  ['a box and a street', { ...home, line1: 'PO Box 7', line2: '18 Mill Road' }, ['look TWO_PLACES']],
  ['a street without a number', { ...home, line1: 'Mill Road' }, ['look NO_NUMBER']],
  ['a country nobody knows', { ...abroad, country: 'Frankreich' }, ['look COUNTRY_UNKNOWN']],
  ['a state as the country', { ...abroad, country: 'New Hampshire' }, ['stop COUNTRY_IS_STATE']],
  ['a territory as the country', { ...abroad, country: 'Puerto Rico' }, ['stop COUNTRY_IS_STATE']],
  ['a letter that does not print', { ...home, line1: '18 Mi\ufffdl Road' }, ['stop UNPRINTABLE']],
  ['a private sign', { ...home, city: 'Dover\ue000' }, ['stop UNPRINTABLE']],
  ['other letters than Latin ones', { ...home, line1: '18 Мельничная' }, ['look OTHER_SCRIPT']],
];

describe('addressProblems', () => {
  test.each(sound)('%s is sound', (_name, address) => {
    expect(codesOf(address)).toEqual([]);
    expect(canBeMailed(address)).toBe(true);
    expect(whyNotMailed(address)).toBe('');
  });

  test.each(troubled)('%s', (_name, address, codes) => {
    expect(codesOf(address)).toEqual(codes);
    const stops = codes.some((code) => code.startsWith('stop'));
    expect(canBeMailed(address)).toBe(!stops);
    expect(whyNotMailed(address) !== '').toBe(stops);
    for (const { text, fix } of addressProblems(address)) {
      expect(text).toMatch(/^[“A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('what it offers instead puts the address right', () => {
    const offers = [
      ['a zero lost', { ...home, postalCode: '3820' }],
      ['a zero lost before four more', { ...home, postalCode: '38201234' }],
      ['the state by the ZIP code', { ...home, region: '' }],
      ['no such state', { ...home, region: 'XX' }],
      ['APO with a state', { ...apo, region: 'NY' }],
      ['the forces with a country', { ...apo, country: 'Germany' }],
      ['a box', { ...home, line1: 'POB 7' }],
      ['a route', { ...home, line1: 'R.F.D. 2, Box 14' }],
      ['a territory', { ...home, country: 'Puerto Rico', region: '', postalCode: '00901' }],
    ] as const;
    for (const [name, address] of offers) {
      const offered = addressProblems(address).flatMap(({ instead }) => (instead ? [instead] : []));
      expect(offered, name).toHaveLength(1);
      expect(codesOf({ ...address, ...offered[0] }), name).toEqual([]);
    }
  });

  test('a zero is not made up where the state disagrees', () => {
    expect(addressProblems({ ...home, region: 'TX', postalCode: '3820' })[0]?.instead).toBeNull();
  });

  test('the sample office writes to places that exist', () => {
    for (const [city, region, postalCode] of places)
      expect(codesOf({ ...home, city, region, postalCode })).toEqual([]);
  });
});

test.each([
  ['PO BOX 12', 'PO Box 12'],
  ['p.o. box # 12a', 'PO Box 12A'],
  ['Rural Route 02 Box 14', 'RR 2 BOX 14'],
  ['Star Route 1 Box 4', 'HC 1 BOX 4'],
  ['HCR 5, Bx 9', 'HC 5 BOX 9'],
])('%s is written %s', (line, written) => expect(readBoxLine(line)).toMatchObject({ written }));

test.each(['18 Mill Road', 'Boxwood Lane', 'Post Office Square 3', 'Binney Street 7', 'Reardon Road 4'])(
  '%s is a street',
  (line) => expect(readBoxLine(line)).toBeNull(),
);

test('a ZIP code is read with or without its hyphen', () => {
  expect(readZip(' 03820 1234 ')).toBe('03820-1234');
  expect(readZip('038201234')).toBe('03820-1234');
  expect(readZip('3820')).toBeNull();
});

test('tidying changes what can only mean one thing, and nothing else', () => {
  const typed = { ...home, line1: ' 18  Mill Road ', region: 'new hampshire', postalCode: '038201234' };
  expect(tidiedAddress(typed)).toEqual({ ...home, postalCode: '03820-1234' });
  expect(tidiedAddress(abroad)).toEqual(abroad);
  expect(tidiedAddress({ ...home, region: 'Dovershire' }).region).toBe('Dovershire');
});

describe('the lines of an address', () => {
  test.each([
    [{ ...home, country: 'usa' }, 'Dover NH 03820'],
    [
      { ...abroad, city: 'Ottawa', region: 'ON', postalCode: 'K1A 0B1', country: 'Canada' },
      'Ottawa ON K1A 0B1',
    ],
    [abroad, '75002 Paris'],
    [{ ...abroad, city: 'Berlin', postalCode: '10115', country: 'GERMANY' }, '10115 Berlin'],
  ])('%#: %o', (address, town) => {
    const lines = addressLinesOf('Rosa Delgado', address);
    expect(lines).toContain(town);
    if (address.country.toLowerCase() === 'usa') expect(lines.at(-1)).toBe(town);
    else expect(lines.at(-1)).toBe(address.country.toUpperCase());
  });
});
