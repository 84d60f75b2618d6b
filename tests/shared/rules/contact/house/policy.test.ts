// The office’s own policy: only ever stricter, by the debtor’s clock in every zone, and never more than house policy.
import { describe, expect, it } from 'vitest';
import { type HousePolicy, noHousePolicy } from '../../../../../shared/domain/law.ts';
import type { GateFacts, PriorContact } from '../../../../../shared/rules/facts.ts';
import { gateFacts, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { clearsAt, day, hour, objection, resultOf } from '../state/lives-in.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;

function withHouse(house: Partial<HousePolicy>, parts: Parts = {}): GateFacts {
  return gateFacts({ ...parts, office: { house: { ...noHousePolicy, ...house }, ...parts.office } });
}

function several(count: number, rest: Partial<PriorContact> = {}, until = tuesday): PriorContact[] {
  return Array.from({ length: count }, (_, index) => priorCall(until - (count - index) * hour, rest));
}

/** Tuesday, 17 November 2026, on the clock of Chicago. */
const at = (hours: number, minute = 0) => Date.UTC(2026, 10, 17, hours + 6, minute);

describe('calls and contacts in seven days', () => {
  const calls = 'house.calls-in-seven-days';
  const contacts = 'house.contacts-in-seven-days';

  it.each([
    [2, 'none'],
    [3, 'block'],
    [4, 'block'],
  ])('three calls allowed, %i made', (count, expected) => {
    expect(resultOf(calls, withHouse({ callsInSevenDays: 3 }, { contacts: several(count) }))).toBe(expected);
  });

  it('counts seven days and not the eighth', () => {
    const on = (days: number) =>
      withHouse({ callsInSevenDays: 1 }, { contacts: several(1, {}, tuesday - days * day) });
    expect(resultOf(calls, on(6))).toBe('block');
    expect(resultOf(calls, on(7))).toBe('none');
    expect(clearsAt(calls, on(6))).toBe(Date.UTC(2026, 10, 18, 6));
  });

  it('counts letters among the contacts, and not among the calls', () => {
    const letters = several(2, { channel: 'letter', outcome: 'other', phoneId: null });
    expect(resultOf(calls, withHouse({ callsInSevenDays: 2 }, { contacts: letters }))).toBe('none');
    expect(resultOf(contacts, withHouse({ contactsInSevenDays: 2 }, { contacts: letters }))).toBe('block');
    expect(resultOf(contacts, withHouse({ contactsInSevenDays: 3 }, { contacts: letters }))).toBe('none');
  });

  it('allows none at all where the office says none', () => {
    expect(objection(calls, withHouse({ callsInSevenDays: 0 }))).toMatchObject({
      result: 'block',
      clears: null,
    });
  });

  it('is house policy, and nothing where the office has none', () => {
    const facts = withHouse({ callsInSevenDays: 1 }, { contacts: several(1) });
    expect(objection(calls, facts)?.force).toBe('house');
    expect(resultOf(calls, withHouse({}, { contacts: several(6) }))).toBe('none');
  });

  it('binds a creditor and a business debt too', () => {
    const parts: Parts = {
      contacts: several(1),
      debt: { type: 'commercial' },
      office: { role: 'first_party_creditor' },
    };
    const facts = gateFacts({
      ...parts,
      office: { role: 'first_party_creditor', house: { ...noHousePolicy, callsInSevenDays: 1 } },
    });
    expect(resultOf(calls, facts)).toBe('block');
  });
});

describe('hours', () => {
  const rule = 'house.hours';
  const office = { earliest: 540, latest: 1080 };

  it.each([
    ['8:59', at(8, 59), 'block'],
    ['9:00', at(9), 'none'],
    ['17:59', at(17, 59), 'none'],
    ['18:00', at(18), 'block'],
  ])('nine to six, at %s', (_name, now, expected) => {
    expect(resultOf(rule, withHouse(office, { now }))).toBe(expected);
  });

  it('may have one end only', () => {
    expect(resultOf(rule, withHouse({ earliest: 600 }, { now: at(23) }))).toBe('none');
    expect(resultOf(rule, withHouse({ earliest: 600 }, { now: at(9) }))).toBe('block');
    expect(resultOf(rule, withHouse({ latest: 1080 }, { now: at(1) }))).toBe('none');
    expect(clearsAt(rule, withHouse({ latest: 1080 }, { now: at(20) }))).toBe(at(24));
  });

  it('says so when the hours are the wrong way round', () => {
    expect(objection(rule, withHouse({ earliest: 1080, latest: 540 }))?.clears).toHaveProperty('waitsFor');
  });

  it('leaves letters alone', () => {
    expect(resultOf(rule, withHouse(office, { now: at(3), act: { channel: 'letter' } }))).toBe('none');
  });
});

describe('days off', () => {
  const rule = 'house.days-off';

  it('keeps the weekdays off, to the minute', () => {
    const weekend = { daysOff: [6, 7] };
    const friday = at(0) + 3 * day;
    expect(resultOf(rule, withHouse(weekend, { now: friday + day - 1 }))).toBe('none');
    const saturday = withHouse(weekend, { now: friday + day });
    expect(resultOf(rule, saturday)).toBe('block');
    expect(clearsAt(rule, saturday)).toBe(friday + 3 * day);
    expect(resultOf(rule, withHouse(weekend, { now: friday + 3 * day }))).toBe('none');
  });

  it('keeps federal holidays off', () => {
    const thanksgiving = at(11) + 9 * day;
    expect(resultOf(rule, withHouse({ holidaysOff: true }, { now: thanksgiving }))).toBe('block');
    expect(resultOf(rule, withHouse({ holidaysOff: true }, { now: thanksgiving - day }))).toBe('none');
    expect(resultOf(rule, withHouse({}, { now: thanksgiving }))).toBe('none');
  });

  it('is off while it is such a day anywhere the debtor may be', () => {
    // Friday 23:30 in Honolulu is Saturday in Austin; Sunday 23:30 there is Monday in Austin.
    const away = {
      addressId: 2,
      kind: 'other',
      status: 'current',
      city: 'Honolulu',
      region: 'HI',
      postalCode: '96813',
      country: '',
    } as const;
    const person = { known: {}, addresses: [...gateFacts().person.addresses, away] };
    const asked = (now: number) => withHouse({ daysOff: [6, 7] }, { now, person });
    expect(resultOf(rule, asked(Date.UTC(2026, 10, 21, 9, 30)))).toBe('block');
    expect(resultOf(rule, asked(Date.UTC(2026, 10, 23, 9, 30)))).toBe('block');
    expect(resultOf(rule, asked(Date.UTC(2026, 10, 23, 12)))).toBe('none');
  });

  it('waits for a change when every day is off', () => {
    const facts = withHouse({ daysOff: [1, 2, 3, 4, 5, 6, 7] });
    expect(objection(rule, facts)?.clears).toEqual({ waitsFor: 'the office’s days off to be changed' });
  });
});
