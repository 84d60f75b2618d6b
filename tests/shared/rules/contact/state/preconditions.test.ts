// What states ask for before contact, or stop contact for: the request and its end, the day before, on and after each edge.
import { describe, expect, it } from 'vitest';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { caseIn, clearsAt, day, hour, livesIn, objection, resultOf } from './lives-in.ts';

const creditor = { role: 'first_party_creditor' } as const;
const medical = { type: 'medical' } as const;
/** Midnight in Chicago, `days` after 17 November 2026. */
const midnight = (days: number) => Date.UTC(2026, 10, 17 + days, 6);

describe('Washington, D.C.', () => {
  const text = { channel: 'text' } as const;
  const notice = legalEvent('documentation_notice', '2026-10-01');
  const consent = legalEvent('consent', '2026-10-05', { detail: { consent: 'text', direct: true } });
  const texts = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      priorCall(tuesday - hour - index * 60_000, { channel: 'text', outcome: 'other' }),
    ).reverse();

  it('allows no text before the mailed notice', () => {
    expect(objection('dc.electronic', caseIn('DC', { act: text }))).toMatchObject({
      result: 'block',
      code: 'STATE_PRECONDITION',
    });
  });

  it.each([
    ['none yet', 0, 'warn'],
    ['one', 1, 'block'],
  ])('then one a week to ask for consent: %s', (_name, count, expected) => {
    expect(
      resultOf('dc.electronic', caseIn('DC', { act: text, events: [notice], contacts: texts(count) })),
    ).toBe(expected);
  });

  it.each([
    ['four', 4, 'none'],
    ['five', 5, 'block'],
    ['six', 6, 'block'],
  ])('and five a week with consent: %s', (_name, count, expected) => {
    const facts = caseIn('DC', { act: text, events: [notice, consent], contacts: texts(count) });
    expect(resultOf('dc.electronic', facts)).toBe(expected);
  });

  it('wants a way to opt out in every message, of a creditor too', () => {
    const content = { optOutNotice: false };
    const facts = caseIn('DC', { act: text, content, events: [notice, consent], office: creditor });
    expect(objection('dc.electronic', facts)?.code).toBe('MISSING_OPT_OUT_NOTICE');
    expect(
      resultOf(
        'dc.electronic',
        caseIn('DC', { act: text, content: { optOutNotice: true }, events: [notice, consent] }),
      ),
    ).toBe('none');
  });

  it('forbids visits except to serve process', () => {
    expect(resultOf('dc.visits', caseIn('DC', { act: { channel: 'visit' } }))).toBe('block');
    expect(resultOf('dc.visits', caseIn('DC', { act: { channel: 'visit', purpose: 'legal_process' } }))).toBe(
      'none',
    );
  });

  it('wants the papers of the debt held by who collects for others, before anything but the notice', () => {
    const rule = 'dc.papers-held';
    expect(objection(rule, caseIn('DC'))).toMatchObject({
      result: 'undetermined',
      clears: { waitsFor: expect.stringContaining('documents') },
    });
    expect(resultOf(rule, caseIn('DC', { events: [notice] }))).toBe('none');
    expect(resultOf(rule, caseIn('DC', { events: [{ ...notice, endedOn: '2026-11-17' }] }))).toBe(
      'undetermined',
    );
    expect(resultOf(rule, caseIn('DC', { act: { channel: 'letter', purpose: 'validation_notice' } }))).toBe(
      'none',
    );
    expect(resultOf(rule, caseIn('DC', { act: { direction: 'in' } }))).toBe('none');
    expect(resultOf(rule, caseIn('DC', { office: creditor }))).toBe('none');
    expect(resultOf(rule, caseIn('MD'))).toBe('none');
  });

  it('wants the long disclosure in everything written, of a creditor too', () => {
    const rule = 'dc.disclosure';
    const letter = (content: Parameters<typeof caseIn>[1]) =>
      caseIn('DC', { office: creditor, act: { channel: 'letter', phoneId: null }, ...content });
    expect(objection(rule, letter({ content: { debtCollectorNotice: false } }))).toMatchObject({
      result: 'block',
      code: 'MISSING_MINI_MIRANDA',
      text: expect.stringContaining('attempt to collect a debt'),
    });
    expect(resultOf(rule, letter({ content: { debtCollectorNotice: true } }))).toBe('none');
    expect(resultOf(rule, letter({}))).toBe('none');
    const call = caseIn('DC', { office: creditor, content: { debtCollectorNotice: false } });
    expect(resultOf(rule, call)).toBe('none');
  });

  it('wants the family of one who died told that they do not owe it', () => {
    const events = [legalEvent('deceased', '2026-10-01')];
    const act = { to: 'spouse', partyName: 'Robin Hale' } as const;
    expect(resultOf('dc.deceased', caseIn('DC', { events, act }))).toBe('warn');
    expect(resultOf('dc.deceased', caseIn('DC', { events, act, office: creditor }))).toBe('warn');
    expect(resultOf('dc.deceased', caseIn('DC', { act }))).toBe('none');
    expect(resultOf('dc.deceased', caseIn('VA', { events, act }))).toBe('none');
  });

  it('stops until documents asked for are given', () => {
    const asked = legalEvent('statement_request', '2026-11-10');
    expect(resultOf('dc.documents', caseIn('DC', { events: [asked], office: creditor }))).toBe('block');
    expect(resultOf('dc.documents', caseIn('DC', { events: [{ ...asked, endedOn: '2026-11-17' }] }))).toBe(
      'none',
    );
    expect(resultOf('dc.documents', caseIn('DC', { events: [{ ...asked, endedOn: '2026-11-18' }] }))).toBe(
      'block',
    );
  });
});

describe('medical debt', () => {
  it('Nevada waits sixty days after the mailed notice', () => {
    const rule = 'nv.medical-notice';
    const asked = (events: Parameters<typeof caseIn>[1]) => caseIn('NV', { debt: medical, ...events });
    expect(objection(rule, asked({}))?.clears).toMatchObject({
      waitsFor: expect.stringContaining('60 days'),
    });
    // Sixty days after 18 September is 17 November.
    expect(resultOf(rule, asked({ events: [legalEvent('medical_notice', '2026-09-17')] }))).toBe('none');
    expect(resultOf(rule, asked({ events: [legalEvent('medical_notice', '2026-09-18')] }))).toBe('none');
    const late = asked({ events: [legalEvent('medical_notice', '2026-09-19')] });
    expect(resultOf(rule, late)).toBe('block');
    expect(clearsAt(rule, late)).toBe(midnight(1));
    expect(resultOf(rule, { ...late, now: midnight(1) })).toBe('none');
    expect(resultOf(rule, caseIn('NV'))).toBe('none');
    expect(resultOf(rule, asked({ act: { channel: 'letter', purpose: 'required_by_law' } }))).toBe('none');
  });

  it('Washington stops until the itemized statement is given', () => {
    const asked = legalEvent('statement_request', '2026-11-10');
    expect(resultOf('wa.medical-statement', caseIn('WA', { debt: medical, events: [asked] }))).toBe('block');
    expect(resultOf('wa.medical-statement', caseIn('WA', { events: [asked] }))).toBe('none');
    expect(resultOf('wa.medical-statement', caseIn('WA', { debt: medical }))).toBe('none');
    expect(
      resultOf('wa.medical-statement', caseIn('WA', { debt: medical, events: [asked], office: creditor })),
    ).toBe('none');
  });

  it('Delaware waits for an insurance appeal and sixty days more', () => {
    const rule = 'de.insurance-appeal';
    const appeal = (endedOn: string | null) =>
      caseIn('DE', { debt: medical, events: [legalEvent('insurance_appeal', '2026-07-01', { endedOn })] });
    expect(objection(rule, appeal(null))?.clears).toMatchObject({
      waitsFor: expect.stringContaining('appeal'),
    });
    // Sixty days after 18 September is 17 November, which still is one of them.
    expect(resultOf(rule, appeal('2026-09-17'))).toBe('none');
    expect(resultOf(rule, appeal('2026-09-18'))).toBe('block');
    expect(clearsAt(rule, appeal('2026-09-18'))).toBe(midnight(1));
    expect(resultOf(rule, caseIn('DE', { debt: medical }))).toBe('none');
  });
});

describe('New York', () => {
  const asked = legalEvent('statement_request', '2026-11-10');
  const chargedOff = (value: string) => ({
    known: { charged_off: { value, source: 'The client', since: '2026-01-02' } },
  });

  it.each([
    ['charged off', chargedOff('yes'), 'block'],
    ['not charged off', chargedOff('no'), 'none'],
    ['of which nobody has said', {}, 'undetermined'],
  ])('stops for substantiation of a debt %s', (_name, debt, expected) => {
    expect(resultOf('ny.substantiation', caseIn('NY', { debt, events: [asked] }))).toBe(expected);
  });

  it('binds agencies only', () => {
    const facts = caseIn('NY', { debt: chargedOff('yes'), events: [asked], office: creditor });
    expect(resultOf('ny.substantiation', facts)).toBe('none');
  });

  it('allows email only with consent, and none to the employer’s address', () => {
    const act = { channel: 'email', phoneId: null, emailId: 1 } as const;
    const consent = legalEvent('consent', '2026-10-01', { detail: { consent: 'email', direct: true } });
    const passedOn = legalEvent('consent', '2026-10-01', { detail: { consent: 'email' } });
    const work = legalEvent('employer_provided', '2026-10-01', { scope: { emailId: 1 } });
    expect(resultOf('ny.email', caseIn('NY', { act }))).toBe('block');
    expect(resultOf('ny.email', caseIn('NY', { act, events: [consent] }))).toBe('none');
    expect(resultOf('ny.email', caseIn('NY', { act, events: [passedOn] }))).toBe('block');
    // A notice that could go by post is no reason to write by email.
    const notice = { ...act, purpose: 'validation_notice' } as const;
    expect(resultOf('ny.email', caseIn('NY', { act: notice }))).toBe('block');
    expect(resultOf('ny.email', caseIn('NY', { act: { ...act, purpose: 'confirm_opt_out' } }))).toBe('none');
    expect(resultOf('ny.email', caseIn('NY', { act, events: [consent, work] }))).toBe('block');
    const other = legalEvent('consent', '2026-10-01', {
      detail: { consent: 'email', direct: true },
      scope: { emailId: 9 },
    });
    expect(resultOf('ny.email', caseIn('NY', { act, events: [other] }))).toBe('block');
  });
});

describe('work', () => {
  const act = { phoneId: 2 };
  const request = (on: string, written: boolean) =>
    legalEvent('inconvenient_place', on, { scope: { place: 'work' }, detail: { written } });

  it('Massachusetts: an oral request holds for ten days, a written one until it is taken back', () => {
    const rule = 'ma.work';
    const asked = (on: string, written: boolean) => caseIn('MA', { act, events: [request(on, written)] });
    expect(resultOf(rule, asked('2026-11-06', false))).toBe('none');
    expect(resultOf(rule, asked('2026-11-07', false))).toBe('block');
    expect(clearsAt(rule, asked('2026-11-07', false))).toBe(midnight(1));
    expect(objection(rule, asked('2026-01-07', true))?.clears).toHaveProperty('waitsFor');
    expect(resultOf(rule, caseIn('MA', { events: [request('2026-11-07', true)] }))).toBe('none');
  });

  it('South Carolina: not after a written request', () => {
    const asked = (written: boolean) => caseIn('SC', { act, events: [request('2026-11-01', written)] });
    expect(resultOf('sc.work', asked(true))).toBe('block');
    expect(resultOf('sc.work', asked(false))).toBe('none');
    const prohibits = [legalEvent('employer_prohibits', '2026-11-01')];
    expect(resultOf('sc.work', caseIn('SC', { act, events: prohibits, office: creditor }))).toBe('block');
    expect(resultOf('sc.work', caseIn('SC', { events: prohibits }))).toBe('none');
    expect(resultOf('sc.work', caseIn('SC', { act: { to: 'employer' }, events: prohibits }))).toBe('block');
  });
});

describe('what stops collecting', () => {
  const known = { charged_off: { value: 'yes', source: 'The client', since: '2026-01-02' } };
  const asked = legalEvent('statement_request', '2026-11-10');
  const inSuit = { litigation: { value: 'yes', source: 'Docket', since: '2026-01-02' } };
  const stops = [
    ['dc.documents', caseIn('DC', { events: [asked] })],
    ['ny.substantiation', caseIn('NY', { debt: { known }, events: [asked] })],
    ['wa.medical-statement', caseIn('WA', { debt: medical, events: [asked] })],
    [
      'de.insurance-appeal',
      caseIn('DE', { debt: medical, events: [legalEvent('insurance_appeal', '2026-11-01')] }),
    ],
    ['nv.medical-notice', caseIn('NV', { debt: medical })],
  ] as const;
  it.each(stops)('%s: the client may be asked, a new suit may not be brought', (rule, facts) => {
    const said = (act: Partial<typeof facts.act>, more = {}) =>
      resultOf(rule, {
        ...facts,
        act: { ...facts.act, ...act },
        debt: { ...facts.debt, known: { ...facts.debt.known, ...more } },
      });
    expect(said({})).toBe('block');
    expect(said({ to: 'creditor' })).toBe('none');
    expect(said({ to: 'bureau' })).toBe('none');
    expect(said({ purpose: 'legal_process' })).toBe('block');
    expect(said({ purpose: 'legal_process' }, inSuit)).toBe('none');
    expect(said({ purpose: 'answer_request' })).toBe('block');
    expect(said({ purpose: 'verification', channel: 'letter' })).toBe('none');
    expect(said({ purpose: 'validation_notice', channel: 'letter' })).toBe('none');
    expect(said({ purpose: 'validation_notice' })).toBe('block');
  });
});

describe('a number not chosen yet', () => {
  it.each([
    ['ma.work', 'MA'],
    ['sc.work', 'SC'],
  ] as const)('%s may be one at work', (rule, state) => {
    const events = [legalEvent('employer_prohibits', '2026-11-01', { detail: { written: true } })];
    expect(resultOf(rule, caseIn(state, { events, act: { phoneId: null } }))).toBe('undetermined');
    expect(resultOf(rule, caseIn(state, { events, act: { phoneId: 2 } }))).toBe('block');
    expect(resultOf(rule, caseIn(state, { events, act: { phoneId: 1 } }))).toBe('none');
    expect(resultOf(rule, caseIn(state, { act: { phoneId: null } }))).toBe('none');
  });
});

describe('West Virginia', () => {
  const rule = 'wv.attorney';
  const notice = (at: number | null) =>
    caseIn('WV', { office: creditor, events: [legalEvent('attorney', '2026-11-14', { at })] });

  it('allows contact for 72 hours after written notice of an attorney, and none after', () => {
    expect(resultOf(rule, notice(tuesday - 72 * hour + 1))).toBe('none');
    expect(resultOf(rule, notice(tuesday - 72 * hour))).toBe('block');
    // Without an hour, from the start of the day.
    expect(resultOf(rule, notice(null))).toBe('block');
  });

  it('leaves contact with the attorney', () => {
    const facts = notice(null);
    expect(resultOf(rule, { ...facts, act: { ...facts.act, to: 'attorney' } })).toBe('none');
  });
});

describe('cautions', () => {
  it.each([
    ['119 days after the first bill', '2026-05-05', '2026-09-01', 'warn'],
    ['120 days after', '2026-05-04', '2026-09-01', 'none'],
    ['121 days after', '2026-05-03', '2026-09-01', 'none'],
    ['on a day nobody knows', '2026-05-03', null, 'warn'],
    ['after a bill nobody dated', null, '2026-09-01', 'warn'],
  ])('Washington: a medical bill placed %s', (_name, billedOn, placedOn, expected) => {
    const known =
      billedOn === null ? {} : { first_bill_on: { value: billedOn, source: 'Client', since: billedOn } };
    const debt = { ...medical, placedOn, known };
    expect(resultOf('wa.medical-assignment', caseIn('WA', { debt }))).toBe(expected);
    expect(resultOf('wa.medical-assignment', caseIn('WA', { debt, office: creditor }))).toBe('none');
    expect(resultOf('wa.medical-assignment', caseIn('OR', { debt }))).toBe('none');
  });

  it('Washington: the first notice has items of its own', () => {
    const act = { channel: 'letter', phoneId: null, addressId: 1, purpose: 'validation_notice' } as const;
    expect(objection('wa.first-notice', caseIn('WA', { act }))?.text).not.toContain('charity');
    expect(objection('wa.first-notice', caseIn('WA', { act, debt: medical }))?.text).toContain('charity');
    expect(resultOf('wa.first-notice', caseIn('WA', { act: { ...act, purpose: 'collect' } }))).toBe('none');
  });

  it.each([
    ['one cent under', 49_999, 'none'],
    ['at it', 50_000, 'warn'],
    ['over it', 50_001, 'warn'],
  ])('Delaware: a payment plan from $500 on, %s', (_name, balanceCents, expected) => {
    const debt = { ...medical, balanceCents };
    expect(resultOf('de.payment-plan', caseIn('DE', { debt, office: creditor }))).toBe(expected);
    expect(resultOf('de.payment-plan', caseIn('DE', { debt: { balanceCents } }))).toBe('none');
  });

  it('Colorado: medical debt is not said to be reported', () => {
    expect(resultOf('co.medical-reporting', caseIn('CO', { debt: medical }))).toBe('warn');
    expect(resultOf('co.medical-reporting', caseIn('CO'))).toBe('none');
  });

  it('New Mexico: medical debt', () => {
    expect(resultOf('nm.medical', caseIn('NM', { debt: medical }))).toBe('warn');
    expect(resultOf('nm.medical', caseIn('NM', { debt: medical, office: creditor }))).toBe('warn');
    expect(resultOf('nm.medical', caseIn('NM'))).toBe('none');
    expect(resultOf('nm.medical', caseIn('AZ', { debt: medical }))).toBe('none');
    expect(resultOf('nm.medical', caseIn('NM', { debt: medical, act: { purpose: 'verification' } }))).toBe(
      'none',
    );
  });

  it.each([
    ['up to the limit', { balanceCents: 50_000_000 }, 'warn'],
    ['above it', { balanceCents: 50_000_001 }, 'none'],
    ['made on the first day', { openedOn: '2025-07-01', placedOn: null }, 'warn'],
    ['made the day before', { openedOn: '2025-06-30', placedOn: null }, 'none'],
    ['made before and placed since', { openedOn: '2020-01-02', placedOn: '2025-07-01' }, 'warn'],
    ['made and placed before', { openedOn: '2020-01-02', placedOn: '2025-06-30' }, 'none'],
  ] as const)('California: a business debt %s', (_name, debt, expected) => {
    const known = { purpose: { value: 'business', source: 'The contract', since: '2025-01-02' } };
    expect(resultOf('ca.covered-commercial', caseIn('CA', { debt: { known, ...debt } }))).toBe(expected);
    expect(resultOf('ca.covered-commercial', caseIn('CA', { debt }))).toBe('none');
    const client = caseIn('CA', { debt: { known, ...debt }, act: { to: 'creditor' } });
    expect(resultOf('ca.covered-commercial', client)).toBe('none');
  });

  it('Florida: a bought debt without a notice of assignment', () => {
    const debt = { known: { debt_buyer: { value: 'yes', source: 'The client', since: '2026-01-02' } } };
    expect(resultOf('fl.assignment-notice', caseIn('FL', { debt }))).toBe('warn');
    expect(resultOf('fl.assignment-notice', caseIn('FL'))).toBe('none');
    const events = [legalEvent('documentation_notice', '2026-10-01')];
    expect(resultOf('fl.assignment-notice', caseIn('FL', { debt, events }))).toBe('none');
  });

  it('California: written messages without a license number', () => {
    const act = { channel: 'letter' } as const;
    expect(resultOf('ca.licence-number', caseIn('CA', { act }))).toBe('warn');
    const licences = [
      { state: 'CA', kind: 'licence', number: '1234-99', basis: '', renewsOn: null },
    ] as const;
    expect(resultOf('ca.licence-number', caseIn('CA', { act, office: { licences } }))).toBe('none');
    expect(resultOf('ca.licence-number', caseIn('CA'))).toBe('none');
  });

  it('Massachusetts: visits', () => {
    expect(resultOf('ma.visits', caseIn('MA', { act: { channel: 'visit' } }))).toBe('warn');
    expect(resultOf('ma.visits', caseIn('MA'))).toBe('none');
  });

  it('stay within their state', () => {
    const facts = gateFacts({ person: livesIn('TX'), now: tuesday + day });
    expect(resultOf('ma.visits', { ...facts, act: { ...facts.act, channel: 'visit' } })).toBe('none');
  });
});
