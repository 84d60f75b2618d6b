import { describe, expect, it } from 'vitest';
import { readEmail } from '../../../shared/domain/email.ts';
import { missingIn } from '../../../shared/domain/event-needs.ts';
import { debtFactShapes, fitsShape, personFactShapes } from '../../../shared/domain/known-fact.ts';
import { debtFactNames, legalEventKinds, personFactNames } from '../../../shared/domain/law.ts';

const isZone = (zone: string) => zone === 'America/Chicago';

describe('the value of a fact', () => {
  it('has a shape for every name, and no shape takes an empty value', () => {
    for (const name of debtFactNames) expect(fitsShape(debtFactShapes[name], '', isZone)).toBe(false);
    for (const name of personFactNames) expect(fitsShape(personFactShapes[name], '', isZone)).toBe(false);
  });

  it.each([
    ['cents', '100000000000000', true],
    ['cents', '100000000000001', false],
    ['cents', '007', false],
    ['day', '2199-12-31', true],
    ['day', '2200-01-01', false],
    ['day', '1899-12-31', false],
    ['state', 'DC', true],
    ['zone', 'America/Chicago', true],
    ['zone', 'Chicago', false],
    ['yes_no', 'Yes', false],
  ] as const)('%s “%s”: %s', (shape, value, fits) => expect(fitsShape(shape, value, isZone)).toBe(fits));
});

describe('an e-mail address', () => {
  it.each([
    ['mara@example.com', 'mara@example.com'],
    ['  Mara.O+debt@mail.example.org ', 'Mara.O+debt@mail.example.org'],
    ['josé@exämple.de', 'josé@exämple.de'],
  ])('%s is one', (typed, read) => expect(readEmail(typed)).toBe(read));

  it.each([
    '',
    'mara',
    'mara@x',
    '@x.com',
    'a@b@x.com',
    'a b@x.com',
    '.a@x.com',
    'a..b@x.com',
    'a@x-.com',
    'a@x..com',
    `${'a'.repeat(250)}@x.com`,
    '<a@x.com>',
    'a@x.com,b@x.com',
  ])('“%s” is none', (typed) => expect(readEmail(typed)).toBeNull());
});

describe('what an event cannot do without', () => {
  const empty = {
    scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
    detail: {},
  };

  it('is asked of these kinds and no others', () => {
    expect(legalEventKinds.filter((kind) => missingIn(kind, empty) !== null)).toEqual([
      'opt_out',
      'inconvenient_time',
      'inconvenient_place',
      'only_time',
      'consent',
      'creditor_email_notice',
      'prior_collector_email',
      'reassigned_check',
      'third_party_disclosure',
      'employer_provided',
      'furnish_notice',
      'time_acknowledged',
    ]);
  });

  it.each([
    [{ days: [] }, 'days'],
    [{ days: [7] }, null],
    [{ fromMinute: 480 }, 'hours'],
    [{ toMinute: 480 }, 'hours'],
    [{ fromMinute: 480, toMinute: 480 }, 'hours'],
    [{ fromMinute: 480, toMinute: 540 }, null],
    // Through the night.
    [{ fromMinute: 1200, toMinute: 420 }, null],
  ] as const)('hours %o: %s', (detail, missing) =>
    expect(missingIn('inconvenient_time', { ...empty, detail })).toBe(missing),
  );
});
