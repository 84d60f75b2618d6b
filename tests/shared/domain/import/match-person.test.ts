import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certainFrom,
  likelyFrom,
  type PersonFacts,
  personOf,
  personReasons,
  scorePerson,
  streetKey,
  strongKeys,
  weakKeys,
} from '../../../../shared/domain/import/match-person.ts';
import { isNicknameOf } from '../../../../shared/domain/import/nicknames.ts';
import { personReason } from '../../../../shared/text/person-words.ts';

type Facts = Partial<PersonFacts>;

const at = (line1: string, postalCode: string) => ({
  line1,
  line2: '',
  city: 'Norfolk',
  region: 'VA',
  postalCode,
});
const pier = at('12 Pier Road', '23510');
const quay = at('9 Quay Street', '23510');
const far = at('4 Elm Avenue', '79901');

function judge(a: Facts, b: Facts): 'same' | 'asked' | 'other' {
  const one = personOf({ name: '', kind: 'consumer', ...a });
  const two = personOf({ name: '', kind: 'consumer', ...b });
  const { score } = scorePerson(one, two);
  expect(scorePerson(two, one).score).toBe(score);
  return score >= certainFrom ? 'same' : score >= likelyFrom ? 'asked' : 'other';
}

describe('the same person', () => {
  it.each<[string, Facts, Facts]>([
    ['one name in either order', { name: 'OAKE, TAM B' }, { name: 'Tam B. Oake' }],
    ['nothing but the name', { name: 'Ana Reyes' }, { name: 'ana reyes' }],
    [
      'one side knows more',
      { name: 'Ana Reyes', phones: ['7575550142'], addresses: [pier] },
      { name: 'Ana Reyes' },
    ],
    ['a title', { name: 'Dr. Ana Reyes, MD' }, { name: 'Ana Reyes' }],
    ['accents and apostrophes', { name: 'José O’Niel' }, { name: 'Jose ONiel' }],
    [
      'moved, but the phone is the same',
      { name: 'Ana Reyes', phones: ['1'], addresses: [pier] },
      { name: 'Ana Reyes', phones: ['1', '2'], addresses: [far] },
    ],
    [
      'moved with another phone, but born the same day',
      { name: 'Ana Reyes', birthOn: '1980-02-03', phones: ['1'], addresses: [pier] },
      { name: 'Ana Reyes', birthOn: '1980-02-03', phones: ['2'], addresses: [far] },
    ],
    [
      'a middle initial, same phone and address',
      { name: 'Ana M Reyes', phones: ['1'], addresses: [pier] },
      { name: 'Ana Maria Reyes', phones: ['1'], addresses: [pier] },
    ],
    [
      'a nickname, same birth date and phone',
      { name: 'Bob Oake', birthOn: '1970-01-01', phones: ['1'] },
      { name: 'Robert Oake', birthOn: '1970-01-01', phones: ['1'] },
    ],
    [
      'the same number decides alone',
      { name: 'Ana Reyes', ids: ['C-1'] },
      { name: 'Ana Reyes-Quill', ids: ['C-1'] },
    ],
    [
      'a business with and without The and &',
      { name: 'The Oake & Sons Company', kind: 'business' },
      { name: 'Oake and Sons', kind: 'business' },
    ],
    [
      'a business whose form is left out, same address',
      { name: 'Tide Supply LLC', kind: 'business', addresses: [pier] },
      { name: 'TIDE SUPPLY', kind: 'business', addresses: [at('12 Pier Rd.', '23510-0042')] },
    ],
    [
      'Inc and Corporation',
      { name: 'Tide Inc.', kind: 'business' },
      { name: 'Tide Corporation', kind: 'business' },
    ],
    [
      'a trade name',
      { name: 'Oake Holdings LLC dba Harbor Tools', kind: 'business' },
      { name: 'Harbor Tools', kind: 'business' },
    ],
    [
      'a job of the same customer',
      { name: 'Unit 4', kind: 'business', parent: 'Harbor View' },
      { name: 'Unit 4', kind: 'business', parent: 'HARBOR VIEW' },
    ],
    ['another name they go by', { name: 'Ana Quill', aliases: ['Ana Reyes'] }, { name: 'Reyes, Ana' }],
  ])('%s', (_, a, b) => expect(judge(a, b)).toBe('same'));
});

describe('is asked about', () => {
  it.each<[string, Facts, Facts]>([
    ['a middle name on one side only', { name: 'Ana M Reyes' }, { name: 'Ana Reyes' }],
    [
      'same address, other phones',
      { name: 'Ana Reyes', phones: ['1'], addresses: [pier] },
      { name: 'Ana Reyes', phones: ['2'], addresses: [pier] },
    ],
    [
      'a nickname and the phone: relatives share it',
      { name: 'Bob Oake', phones: ['1'], addresses: [pier] },
      { name: 'Robert Oake', phones: ['1'], addresses: [pier] },
    ],
    [
      'a suffix on one side only, same roof and phone',
      { name: 'Tam Oake Jr', phones: ['1'], addresses: [pier] },
      { name: 'Tam Oake', phones: ['1'], addresses: [pier] },
    ],
    [
      'an initial and the address',
      { name: 'T Oake', addresses: [pier] },
      { name: 'Tam Oake', addresses: [pier] },
    ],
    [
      'one letter and everything else',
      { name: 'Maria Lopez', phones: ['1'], addresses: [pier], birthOn: '2001-01-01' },
      { name: 'Mario Lopez', phones: ['1'], addresses: [pier], birthOn: '2001-01-01' },
    ],
    [
      'married: first name, birth date and phone',
      { name: 'Ana Reyes', birthOn: '1980-02-03', phones: ['1'] },
      { name: 'Ana Quill', birthOn: '1980-02-03', phones: ['1'] },
    ],
    [
      'one of two family names',
      { name: 'Ana Garcia Lopez', phones: ['1'] },
      { name: 'Garcia, Ana', phones: ['1'] },
    ],
    ['words in another order', { name: 'Oake Tam' }, { name: 'Tam Oake' }],
    [
      'a middle name that differs, same phone and address',
      { name: 'John A Oake', phones: ['1'], addresses: [pier] },
      { name: 'John B Oake', phones: ['1'], addresses: [pier] },
    ],
    [
      'another legal form at the same address',
      { name: 'Tide Supply LLC', kind: 'business', addresses: [pier], phones: ['1'] },
      { name: 'Tide Supply Inc', kind: 'business', addresses: [pier], phones: ['1'] },
    ],
    [
      'with and without the customer above it',
      { name: 'Unit 4', kind: 'business', parent: 'Harbor View', phones: ['1'] },
      { name: 'Unit 4', kind: 'business', phones: ['1'] },
    ],
  ])('%s', (_, a, b) => expect(judge(a, b)).toBe('asked'));
});

describe('somebody else', () => {
  it.each<[string, Facts, Facts]>([
    [
      'Jr and Sr, whatever else agrees',
      { name: 'Tam Oake Jr', phones: ['1'], addresses: [pier], birthOn: '1970-01-01' },
      { name: 'Tam Oake Sr', phones: ['1'], addresses: [pier], birthOn: '1970-01-01' },
    ],
    [
      'Jr and Sr, though one goes by the plain name too',
      { name: 'Tam Oake Jr', aliases: ['Tam Oake'], phones: ['1'] },
      { name: 'Tam Oake Sr', aliases: ['Tam Oake'], phones: ['1'] },
    ],
    [
      'another birth date, whatever else agrees',
      { name: 'Tam Oake', phones: ['1'], addresses: [pier], birthOn: '1970-01-01' },
      { name: 'Tam Oake', phones: ['1'], addresses: [pier], birthOn: '1970-01-02' },
    ],
    [
      'another number of the same client',
      { name: 'Tam Oake', ids: ['C-1'], phones: ['1'] },
      { name: 'Tam Oake', ids: ['C-2'], phones: ['1'] },
    ],
    [
      'a spouse',
      { name: 'Ana Oake', phones: ['1'], addresses: [pier] },
      { name: 'Tam Oake', phones: ['1'], addresses: [pier] },
    ],
    [
      'a namesake elsewhere',
      { name: 'Ana Reyes', addresses: [pier] },
      { name: 'Ana Reyes', addresses: [far] },
    ],
    [
      'a namesake with another phone',
      { name: 'Ana Reyes', phones: ['1'] },
      { name: 'Ana Reyes', phones: ['2'] },
    ],
    ['a nickname and nothing else', { name: 'Bob Oake' }, { name: 'Robert Oake' }],
    [
      'two names with one short form',
      { name: 'Patrick Oake', phones: ['1'], addresses: [pier] },
      { name: 'Patricia Oake', phones: ['1'], addresses: [pier] },
    ],
    [
      'Unit 4 and Unit 5',
      { name: 'Unit 4', kind: 'business', phones: ['1'], addresses: [pier] },
      { name: 'Unit 5', kind: 'business', phones: ['1'], addresses: [pier] },
    ],
    [
      'Unit 4 of another customer',
      { name: 'Unit 4', kind: 'business', parent: 'Harbor View', phones: ['1'] },
      { name: 'Unit 4', kind: 'business', parent: 'Bay View', phones: ['1'] },
    ],
    ['neighbours', { name: 'Ana Reyes', addresses: [pier] }, { name: 'Ines Roble', addresses: [pier] }],
    ['no name at all', { name: '', phones: ['1'] }, { name: '', phones: ['1'] }],
  ])('%s', (_, a, b) => expect(judge(a, b)).toBe('other'));
});

it('says what speaks for and against, in words for each reason', () => {
  const { because } = scorePerson(
    personOf({ name: 'Tam Oake', kind: 'consumer', phones: ['1'], addresses: [pier] }),
    personOf({ name: 'Tam Oake', kind: 'consumer', phones: ['2'], addresses: [quay] }),
  );
  expect(because).toEqual([
    { code: 'name_same', agrees: true },
    { code: 'phone_differs', agrees: false },
    { code: 'postal_same', agrees: true },
    { code: 'address_differs', agrees: false },
  ]);
  for (const code of personReasons) expect(personReason(code)).not.toBe('');
});

it('streets are one however they are written', () => {
  expect(streetKey(at('12 North Pier Street, Apt. 4', '23510-1234'))).toBe(
    streetKey(at('12 N. Pier St #4', '23510')),
  );
  expect(streetKey(at('12 N Pier St #4', '23510'))).not.toBe(streetKey(at('12 N Pier St #5', '23510')));
  expect(streetKey(at('P.O. Box 7', '23510'))).toBe(streetKey(at('PO BOX 7', '23510')));
});

it('nicknames go both ways and never between two full names', () => {
  expect(isNicknameOf('bob', 'robert')).toBe(true);
  expect(isNicknameOf('robert', 'bob')).toBe(true);
  expect(isNicknameOf('patrick', 'patricia')).toBe(false);
  expect(isNicknameOf('bob', 'bill')).toBe(false);
});

const names = fc.constantFrom(
  'Ana Reyes',
  'Ana M Reyes',
  'REYES, ANA',
  'Ann Reyes',
  'A Reyes',
  'Ana Reyes Jr',
  'Ana Reyez',
  'Reyes Ana',
  'Ana Reyes Quill',
  'Tam Oake',
);
const anybody = fc.record({
  name: names,
  kind: fc.constant('consumer' as const),
  birthOn: fc.constantFrom(null, '1980-01-01', '1990-01-01'),
  phones: fc.subarray(['1', '2', '3']),
  emails: fc.subarray(['a@example.com', 'b@example.com']),
  addresses: fc.subarray([pier, quay, far]),
});

describe('for any two', () => {
  it('the score is one from both sides, between 0 and 100, and a contradicting birth date makes it none', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const [one, two] = [personOf(a), personOf(b)];
        const { score } = scorePerson(one, two);
        expect(scorePerson(two, one).score).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        if (a.birthOn !== null && b.birthOn !== null && a.birthOn !== b.birthOn) expect(score).toBe(0);
      }),
    );
  });

  it('who is the same shares a strong key, and who is asked about one of either', () => {
    const shared = (keys: string[], others: string[]) => keys.some((key) => others.includes(key));
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const [one, two] = [personOf(a), personOf(b)];
        const { score } = scorePerson(one, two);
        const strong = shared(strongKeys(one), strongKeys(two));
        if (score >= certainFrom) expect(strong).toBe(true);
        if (score >= likelyFrom) expect(strong || shared(weakKeys(one), weakKeys(two))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
