// How often states let a debtor be contacted: each cap one under, at and over it, on its last day and the day after, in and
// out of the state, for an agency and for a creditor.
import { describe, expect, it } from 'vitest';
import type { OfficeRole, StateCode } from '../../../../../shared/domain/law.ts';
import type { LegalEvent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { contactRules } from '../../../../../shared/rules/registry.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { caseIn, clearsAt, day, hour, livesIn, objection, resultOf } from './lives-in.ts';

/** Contacts a minute apart, the last an hour before `until`. */
function several(count: number, rest: Partial<PriorContact> = {}, until = tuesday): PriorContact[] {
  return Array.from({ length: count }, (_, index) =>
    priorCall(until - hour - (count - index) * 60_000, rest),
  );
}

/** Every entry of the table of contact rules, by its name there, and the rules that carry it out. */
const table: Readonly<Record<string, readonly string[]>> = {
  'DC-4IN7': ['dc.calls.four-in-seven'],
  'DC-CONV': ['dc.calls.after-conversation'],
  'DC-ELEC': ['dc.electronic'],
  'DC-HOURS': ['dc.hours'],
  'DC-VISIT': ['dc.visits'],
  'FL-HOURS': ['fl.hours'],
  'IA-EMP': ['ia.employer'],
  'MA-2IN7': ['ma.calls.two-in-seven'],
  'MA-HOUSEHOLD': ['ma.household'],
  'NYC-3IN7': ['nyc.three-in-seven', 'nyc.electronic'],
  'NH-WORK': ['nh.work'],
  'OR-WORK': ['or.work'],
  'SC-WORK': ['sc.work', 'sc.hours'],
  'WA-3WK': ['wa.three-a-week'],
  'WA-WORK': ['wa.work'],
  'WA-HOURS': ['wa.hours'],
  'WA-CELL': ['wa.mobile'],
  'WV-30-10': ['wv.calls.thirty-and-ten', 'wv.hours'],
};

describe('the rules of states', () => {
  it.each(Object.entries(table))('%s is carried out', (_name, ids) => {
    for (const id of ids) expect(contactRules.map((rule) => rule.id)).toContain(id);
  });

  it('have an id of their own and a source each', () => {
    const ids = contactRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, source, values, title } of contactRules) {
      expect(source.cite, id).not.toBe('');
      expect(source.readOn, id).not.toBe('');
      expect(values.length, id).toBeGreaterThan(0);
      expect(title, id).not.toBe('');
    }
  });
});

type CapCase = {
  readonly rule: string;
  readonly state: StateCode;
  readonly max: number;
  readonly days: number;
  readonly act?: NonNullable<Parameters<typeof gateFacts>[0]>['act'];
  readonly contact?: Partial<PriorContact>;
  readonly city?: string;
  readonly zip?: string;
  /** Whether the state binds a creditor as well. */
  readonly creditor: boolean;
  readonly agency: boolean;
  readonly earlier?: readonly PriorContact[];
};

const caps: readonly CapCase[] = [
  { rule: 'dc.calls.four-in-seven', state: 'DC', max: 4, days: 7, creditor: true, agency: true },
  {
    rule: 'dc.calls.after-conversation',
    state: 'DC',
    max: 1,
    days: 7,
    contact: { outcome: 'right_party' },
    creditor: true,
    agency: true,
  },
  { rule: 'ma.calls.two-in-seven', state: 'MA', max: 2, days: 7, creditor: true, agency: true },
  {
    rule: 'ma.calls.two-in-seven',
    state: 'MA',
    max: 2,
    days: 30,
    act: { phoneId: 2 },
    contact: { phoneId: 2 },
    creditor: true,
    agency: true,
  },
  {
    rule: 'ma.household',
    state: 'MA',
    max: 2,
    days: 7,
    act: { to: 'third_party', partyName: 'Lee' },
    contact: { to: 'third_party', partyName: 'Lee' },
    creditor: true,
    agency: false,
  },
  {
    rule: 'nyc.three-in-seven',
    state: 'NY',
    max: 3,
    days: 7,
    zip: '11201',
    city: 'Brooklyn',
    creditor: true,
    agency: true,
  },
  {
    rule: 'nh.work',
    state: 'NH',
    max: 1,
    days: 31,
    act: { phoneId: 2 },
    contact: { phoneId: 2 },
    creditor: true,
    agency: true,
  },
  {
    rule: 'or.work',
    state: 'OR',
    max: 1,
    days: 7,
    act: { phoneId: 2 },
    contact: { phoneId: 2 },
    creditor: true,
    agency: true,
    earlier: [priorCall(tuesday - 60 * day, { phoneId: 1 })],
  },
  { rule: 'wa.three-a-week', state: 'WA', max: 3, days: 7, creditor: false, agency: true },
  {
    rule: 'wa.work',
    state: 'WA',
    max: 1,
    days: 7,
    act: { phoneId: 2 },
    contact: { phoneId: 2 },
    creditor: false,
    agency: true,
  },
  { rule: 'wa.mobile', state: 'WA', max: 2, days: 1, creditor: false, agency: true },
  { rule: 'wv.calls.thirty-and-ten', state: 'WV', max: 30, days: 7, creditor: true, agency: true },
  {
    rule: 'wv.calls.thirty-and-ten',
    state: 'WV',
    max: 10,
    days: 7,
    contact: { outcome: 'right_party' },
    creditor: true,
    agency: true,
  },
  {
    rule: 'ia.employer',
    state: 'IA',
    max: 1,
    days: 31,
    act: { to: 'employer', purpose: 'locate' },
    contact: { to: 'employer', purpose: 'locate' },
    creditor: true,
    agency: true,
  },
];

describe.each(caps)('$rule: $max in $days days', (rule) => {
  const { max, days, earlier = [] } = rule;
  const build = (
    contacts: readonly PriorContact[],
    role: OfficeRole = rule.agency ? 'third_party_collector' : 'first_party_creditor',
    now = tuesday,
  ) =>
    caseIn(rule.state, {
      now,
      contacts: [...earlier, ...contacts],
      act: rule.act ?? {},
      office: { role },
      person: livesIn(rule.state, { city: rule.city ?? '', zip: rule.zip ?? '' }),
    });

  it('passes one under the cap', () => {
    expect(resultOf(rule.rule, build(several(max - 1, rule.contact)))).toBe('none');
  });

  it('stands in the way at the cap and over it', () => {
    expect(resultOf(rule.rule, build(several(max, rule.contact)))).toBe('block');
    expect(resultOf(rule.rule, build(several(max + 1, rule.contact)))).toBe('block');
  });

  it('counts the last of the days and not the one before', () => {
    const onLast = several(max, rule.contact, tuesday - (days - 1) * day);
    expect(resultOf(rule.rule, build(onLast))).toBe('block');
    const before = several(max, rule.contact, tuesday - days * day);
    expect(resultOf(rule.rule, build(before))).toBe('none');
  });

  it('clears at midnight, and from then on is clear', () => {
    const facts = build(several(max, rule.contact));
    const at = clearsAt(rule.rule, facts);
    // Midnight in Chicago, so many days after the day of the contacts; standard time on both sides.
    expect(at).toBe(Date.UTC(2026, 10, 17 + days, 6, 0));
    if (at === null) return;
    expect(resultOf(rule.rule, { ...facts, now: at - 1 })).toBe('block');
    expect(resultOf(rule.rule, { ...facts, now: at })).toBe('none');
  });

  it('leaves alone who lives elsewhere', () => {
    const contacts = [...earlier, ...several(max, rule.contact)];
    expect(resultOf(rule.rule, caseIn('TX', { contacts, act: rule.act ?? {} }))).toBe('none');
  });

  it(`${rule.creditor ? 'binds' : 'does not bind'} a creditor, ${rule.agency ? 'binds' : 'does not bind'} an agency`, () => {
    const contacts = several(max, rule.contact);
    expect(resultOf(rule.rule, build(contacts, 'first_party_creditor'))).toBe(
      rule.creditor ? 'block' : 'none',
    );
    expect(resultOf(rule.rule, build(contacts, 'third_party_collector'))).toBe(
      rule.agency ? 'block' : 'none',
    );
  });
});

describe('what counts', () => {
  const four = 'dc.calls.four-in-seven';

  it.each([
    ['a busy line', { outcome: 'busy' }, 'none'],
    ['a number out of service', { outcome: 'disconnected' }, 'none'],
    ['a wrong number', { outcome: 'wrong_number' }, 'none'],
    ['a call of the debtor', { direction: 'in' }, 'none'],
    ['a call about another debt', { accountIds: [2] }, 'none'],
    ['a call nobody took', { outcome: 'no_answer' }, 'block'],
    ['a message left', { channel: 'voicemail', outcome: 'voicemail_left' }, 'block'],
    ['a call to another number', { phoneId: 3 }, 'block'],
    ['a call to the spouse', { to: 'spouse' }, 'block'],
    ['a call that names no debt', { accountIds: [] }, 'block'],
  ] as const)('D.C.: three calls and %s', (_name, rest, expected) => {
    const contacts = [...several(3), priorCall(tuesday - hour, rest)];
    expect(resultOf(four, caseIn('DC', { contacts }))).toBe(expected);
  });

  it('D.C.: one call back the debtor asked for is not counted, a second is', () => {
    const back = { purpose: 'answer_request', outcome: 'right_party' } as const;
    const one = [...several(3), priorCall(tuesday - hour, back)];
    expect(resultOf(four, caseIn('DC', { contacts: one }))).toBe('none');
    expect(resultOf(four, caseIn('DC', { contacts: [...one, priorCall(tuesday - 1000, back)] }))).toBe(
      'block',
    );
  });

  it('D.C.: a call back waits for nothing while the request is on record', () => {
    const events = [legalEvent('answer_wanted', '2026-11-17')];
    const act = { purpose: 'answer_request' } as const;
    const contacts = several(4);
    expect(resultOf(four, caseIn('DC', { contacts, act, events }))).toBe('none');
    expect(resultOf(four, caseIn('DC', { contacts, act }))).toBe('block');
    const spoke = several(1, { outcome: 'right_party' });
    expect(resultOf('dc.calls.after-conversation', caseIn('DC', { contacts: spoke, act, events }))).toBe(
      'none',
    );
  });

  it('D.C.: what the debtor asked for counts until it was answered, and not from before they last spoke', () => {
    const rule = 'dc.calls.after-conversation';
    const act = { purpose: 'answer_request' } as const;
    const spoke = priorCall(tuesday - 3 * hour, { outcome: 'right_party' });
    const wanted = (at: number) => legalEvent('answer_wanted', '2026-11-17', { at });
    const said = (...events: LegalEvent[]) =>
      resultOf(rule, caseIn('DC', { contacts: [spoke], act, events }));
    expect(said(wanted(tuesday - 2 * hour))).toBe('none');
    expect(said(wanted(tuesday - 4 * hour))).toBe('block');
    const back = priorCall(tuesday - hour, { purpose: 'answer_request', outcome: 'voicemail_left' });
    expect(
      resultOf(rule, caseIn('DC', { contacts: [spoke, back], act, events: [wanted(tuesday - 2 * hour)] })),
    ).toBe('block');
    const agreed = (at: number, direct: boolean) =>
      legalEvent('consent', '2026-11-17', { at, detail: { consent: 'frequency', direct } });
    const collects = (...events: LegalEvent[]) => resultOf(rule, caseIn('DC', { contacts: [spoke], events }));
    expect(collects(agreed(tuesday - 2 * hour, true))).toBe('none');
    expect(collects(agreed(tuesday - 4 * hour, true))).toBe('block');
    expect(collects(agreed(tuesday - 2 * hour, false))).toBe('block');
  });

  it('D.C.: a conversation that names no debt may have been about this one', () => {
    const contacts = [priorCall(tuesday - hour, { outcome: 'right_party', accountIds: [] })];
    expect(resultOf('dc.calls.after-conversation', caseIn('DC', { contacts }))).toBe('block');
  });

  it('Massachusetts: calls, texts and messages together, work and home apart', () => {
    const rule = 'ma.calls.two-in-seven';
    const mixed = [...several(1), priorCall(tuesday - hour, { channel: 'text', outcome: 'other' })];
    expect(resultOf(rule, caseIn('MA', { contacts: mixed }))).toBe('block');
    expect(resultOf(rule, caseIn('MA', { contacts: mixed, act: { channel: 'text' } }))).toBe('block');
    expect(resultOf(rule, caseIn('MA', { contacts: mixed, act: { channel: 'letter' } }))).toBe('none');
    expect(resultOf(rule, caseIn('MA', { contacts: several(2, { phoneId: 2 }) }))).toBe('none');
    expect(
      resultOf(rule, caseIn('MA', { contacts: several(2, { phoneId: null }), act: { phoneId: 2 } })),
    ).toBe('block');
  });

  it('Washington: any medium and any debt, answers to the debtor left out', () => {
    const rule = 'wa.three-a-week';
    const contacts = [
      priorCall(tuesday - 3 * hour, { channel: 'letter', outcome: 'other', phoneId: null }),
      priorCall(tuesday - 2 * hour, { channel: 'email', outcome: 'other', accountIds: [2] }),
      priorCall(tuesday - hour, { to: 'spouse' }),
    ];
    expect(objection(rule, caseIn('WA', { contacts }))?.force).toBe('presumption');
    const answered = contacts.map((contact, index) =>
      index === 0 ? { ...contact, purpose: 'answer_request' as const } : contact,
    );
    expect(resultOf(rule, caseIn('WA', { contacts: answered }))).toBe('none');
    expect(resultOf(rule, caseIn('WA', { contacts, act: { channel: 'letter' } }))).toBe('block');
    // A notice federal law demands is not held up, but no law demands a call for it.
    const notice = { purpose: 'validation_notice' } as const;
    expect(resultOf(rule, caseIn('WA', { contacts, act: { ...notice, channel: 'letter' } }))).toBe('none');
    expect(resultOf(rule, caseIn('WA', { contacts, act: notice }))).toBe('block');
    expect(resultOf(rule, caseIn('WA', { contacts, act: { purpose: 'required_by_law' } }))).toBe('none');
  });

  it('Washington: two a day to each mobile, none counted for a landline', () => {
    const rule = 'wa.mobile';
    expect(resultOf(rule, caseIn('WA', { contacts: several(2, { phoneId: 3 }) }))).toBe('none');
    expect(resultOf(rule, caseIn('WA', { contacts: several(2, { phoneId: 4 }), act: { phoneId: 4 } }))).toBe(
      'none',
    );
    expect(
      resultOf(rule, caseIn('WA', { contacts: several(2, { channel: 'text' }), act: { channel: 'text' } })),
    ).toBe('block');
  });

  it('Iowa: an employer only to verify employment', () => {
    const employer = { to: 'employer' } as const;
    expect(resultOf('ia.employer', caseIn('IA', { act: { ...employer, purpose: 'collect' } }))).toBe('block');
    expect(resultOf('ia.employer', caseIn('IA', { act: { ...employer, purpose: 'locate' } }))).toBe('none');
    expect(resultOf('ia.employer', caseIn('IA', { act: { ...employer, purpose: 'legal_process' } }))).toBe(
      'none',
    );
  });

  it('New Hampshire: the debtor may agree to more calls at work', () => {
    const contacts = several(1, { phoneId: 2 });
    const events = [legalEvent('consent', '2026-11-01', { detail: { consent: 'work', direct: true } })];
    expect(resultOf('nh.work', caseIn('NH', { contacts, act: { phoneId: 2 }, events }))).toBe('none');
  });

  it('Oregon: at work only after an attempt at home that reached nobody, and not after an objection', () => {
    const act = { phoneId: 2 };
    expect(objection('or.work', caseIn('OR', { act }))?.code).toBe('STATE_PRECONDITION');
    const spoke = [priorCall(tuesday - 20 * day, { outcome: 'right_party' })];
    expect(resultOf('or.work', caseIn('OR', { act, contacts: spoke }))).toBe('block');
    const tried = [priorCall(tuesday - 20 * day)];
    expect(resultOf('or.work', caseIn('OR', { act, contacts: tried }))).toBe('none');
    const events = [legalEvent('inconvenient_place', '2026-11-01', { scope: { place: 'work' } })];
    expect(resultOf('or.work', caseIn('OR', { act, contacts: tried, events }))).toBe('block');
  });

  it('takes the zone that counts longest where the debtor may be in several', () => {
    const lives = livesIn('DC', { zip: '20001' });
    const [home] = livesIn('HI', { zip: '96813' }).addresses;
    const person = {
      ...lives,
      phones: [],
      known: { residence_state: { value: 'DC', source: 'A letter', since: '2026-01-02' } },
    };
    const both = { ...person, addresses: [...lives.addresses, ...(home ? [{ ...home, addressId: 3 }] : [])] };
    // 3:00 on the 11th in Washington is 22:00 on the 10th in Honolulu: seven days end five hours later on one clock, a day
    // earlier on the other.
    const contacts = several(4, {}, Date.UTC(2026, 10, 11, 9));
    const rule = 'dc.calls.four-in-seven';
    const now = Date.UTC(2026, 10, 17, 17);
    expect(clearsAt(rule, caseIn('DC', { now, contacts, person }))).toBe(Date.UTC(2026, 10, 18, 5));
    expect(clearsAt(rule, caseIn('DC', { now, contacts, person: both }))).toBe(Date.UTC(2026, 10, 18, 5));
    // 15:00 on the 11th in Washington is 10:00 on the 11th in Honolulu: the day ends later there.
    const later = several(4, {}, Date.UTC(2026, 10, 11, 21));
    expect(clearsAt(rule, caseIn('DC', { now, contacts: later, person }))).toBe(Date.UTC(2026, 10, 18, 5));
    expect(clearsAt(rule, caseIn('DC', { now, contacts: later, person: both }))).toBe(
      Date.UTC(2026, 10, 18, 10),
    );
  });
});

describe('New York City', () => {
  const rule = 'nyc.three-in-seven';
  const august = Date.UTC(2026, 7, 31, 16);
  const contacts = several(3);
  const inCity = (zip: string, city = '', now = tuesday) =>
    caseIn('NY', {
      now,
      contacts: now === tuesday ? contacts : several(3, {}, now),
      person: livesIn('NY', { zip, city, zone: 'America/New_York' }),
    });

  it('is not in force before 2026-09-01', () => {
    expect(resultOf(rule, inCity('10001', '', august))).toBe('none');
    expect(resultOf(rule, inCity('10001', '', august + day))).toBe('block');
  });

  it.each([
    ['Manhattan', '10001', 'block'],
    ['Staten Island', '10314', 'block'],
    ['the Bronx', '10475', 'block'],
    ['Brooklyn', '11256', 'block'],
    ['Queens', '11351', 'block'],
    ['the Rockaways', '11697', 'block'],
    ['Yonkers', '10701', 'none'],
    ['Hempstead', '11550', 'none'],
    ['Albany', '12207', 'none'],
  ])('%s, ZIP %s', (_place, zip, expected) => {
    expect(resultOf(rule, inCity(zip))).toBe(expected);
  });

  it('goes by the city where there is no ZIP code, and asks where there is neither', () => {
    expect(resultOf(rule, inCity('', 'Brooklyn'))).toBe('block');
    expect(resultOf(rule, inCity('', 'Rochester'))).toBe('none');
    expect(resultOf(rule, inCity(''))).toBe('undetermined');
  });

  it('goes by what the debtor said before any address', () => {
    const facts = inCity('10001');
    const said = { value: 'no', source: 'Said on the phone', since: '2026-01-02' };
    const person = { ...facts.person, known: { ...facts.person.known, new_york_city: said } };
    expect(resultOf(rule, { ...facts, person })).toBe('none');
  });

  it('counts every medium', () => {
    const mixed = (['letter', 'email', 'visit'] as const).map((channel, index) =>
      priorCall(tuesday - (index + 1) * hour, { channel, outcome: 'other' }),
    );
    expect(resultOf(rule, { ...inCity('10001'), contacts: mixed })).toBe('block');
  });

  it('wants consent to electronic messages, from the same day on', () => {
    const electronic = 'nyc.electronic';
    const text = (now: number) => {
      const facts = inCity('10001', '', now);
      return { ...facts, act: { ...facts.act, channel: 'text' as const } };
    };
    expect(resultOf(electronic, text(august))).toBe('none');
    expect(resultOf(electronic, text(tuesday))).toBe('block');
    const events = [legalEvent('consent', '2026-10-01', { detail: { consent: 'text', direct: true } })];
    expect(resultOf(electronic, { ...text(tuesday), events })).toBe('none');
  });
});

describe('the state nobody knows', () => {
  const unknown = gateFacts({ person: { addresses: [], phones: [], known: {} } });

  it('is asked for before any contact', () => {
    expect(objection('state.residence', unknown)).toMatchObject({
      result: 'undetermined',
      clears: { waitsFor: 'the state the debtor lives in' },
    });
  });

  it('is known from what the debtor said', () => {
    expect(resultOf('state.residence', caseIn('TX'))).toBe('none');
  });

  it('is asked for about a business debt only of who collects for others', () => {
    const debt = { ...unknown.debt, type: 'commercial' as const };
    expect(resultOf('state.residence', { ...unknown, debt })).toBe('undetermined');
    const office = { ...unknown.office, role: 'first_party_creditor' as const };
    expect(resultOf('state.residence', { ...unknown, debt, office })).toBe('none');
    expect(resultOf('state.residence', { ...unknown, office })).toBe('undetermined');
  });

  it.each([
    ['another country', { country: 'Canada', region: 'ON' }],
    ['a territory', { country: '', region: 'PR' }],
  ])('is a caution where the debtor lives in %s', (_name, place) => {
    const [home] = livesIn('TX').addresses;
    if (!home) throw new Error('no address');
    const person = { addresses: [{ ...home, ...place }], phones: [], known: {} };
    expect(resultOf('state.residence', gateFacts({ person }))).toBe('warn');
  });

  it('is not asked for to write to the creditor', () => {
    expect(resultOf('state.residence', { ...unknown, act: { ...unknown.act, to: 'creditor' } })).toBe('none');
  });
});
