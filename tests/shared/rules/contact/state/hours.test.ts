// Hours of states, at the minute they open and close, in every zone the debtor may be in, on days the clock changes.
import { describe, expect, it } from 'vitest';
import type { StateCode } from '../../../../../shared/domain/law.ts';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';
import { caseIn, clearsAt, livesIn, objection, resultOf } from './lives-in.ts';

const newYork = 'America/New_York';
/** Tuesday, 17 November 2026, on the clock of New York. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 17, hour + 5, minute);

type Case = readonly [rule: string, state: StateCode, open: readonly [number, number], creditor: boolean];

const rules: readonly Case[] = [
  ['dc.hours', 'DC', [8, 0], true],
  ['fl.hours', 'FL', [8, 0], true],
  ['ma.hours', 'MA', [8, 0], true],
  ['sc.hours', 'SC', [8, 0], true],
  ['wv.hours', 'WV', [8, 0], true],
  ['wa.hours', 'WA', [7, 30], false],
];

describe.each(rules)('%s', (rule, state, [hour, minute], creditor) => {
  const asked = (
    now: number,
    role: 'third_party_collector' | 'first_party_creditor' = 'third_party_collector',
  ) => caseIn(state, { now, office: { role }, person: livesIn(state, { zone: newYork }) });

  it('opens and closes to the minute', () => {
    const opens = at(hour, minute);
    expect(resultOf(rule, asked(opens - 60_000))).toBe('block');
    expect(resultOf(rule, asked(opens))).toBe('none');
    expect(resultOf(rule, asked(at(20, 59)))).toBe('none');
    expect(resultOf(rule, asked(at(21)))).toBe('block');
  });

  it('clears when it next opens', () => {
    const opens = at(hour, minute);
    expect(clearsAt(rule, asked(at(5)))).toBe(opens);
    expect(clearsAt(rule, asked(at(22)))).toBe(opens + 86_400_000);
  });

  it(`${creditor ? 'binds' : 'does not bind'} a creditor`, () => {
    expect(resultOf(rule, asked(at(22), 'first_party_creditor'))).toBe(creditor ? 'block' : 'none');
  });

  it('leaves alone who lives elsewhere', () => {
    expect(resultOf(rule, caseIn('TX', { now: at(23) }))).toBe('none');
  });
});

describe('hours of states', () => {
  it('D.C. goes by Eastern time wherever the debtor is', () => {
    const now = at(20, 30);
    const inHawaii = caseIn('DC', { now, person: livesIn('DC', { zone: 'Pacific/Honolulu' }) });
    expect(resultOf('dc.hours', inHawaii)).toBe('none');
    expect(resultOf('dc.hours', { ...inHawaii, now: at(21) })).toBe('block');
  });

  it('West Virginia and Washington only presume', () => {
    expect(objection('wv.hours', caseIn('WV', { now: at(3) }))?.force).toBe('presumption');
    expect(objection('wa.hours', caseIn('WA', { now: at(3) }))?.force).toBe('presumption');
  });

  it('Washington means contact at home', () => {
    expect(resultOf('wa.hours', caseIn('WA', { now: at(3), act: { phoneId: 2 } }))).toBe('none');
  });

  it('Florida gives way to consent, and leaves email alone since 2025-05-16', () => {
    const consent = (direct: boolean) => [
      legalEvent('consent', '2026-01-01', { detail: { consent: 'contact', direct } }),
    ];
    const night = caseIn('FL', { now: at(3) });
    expect(resultOf('fl.hours', night)).toBe('block');
    expect(resultOf('fl.hours', { ...night, events: consent(true) })).toBe('none');
    expect(resultOf('fl.hours', { ...night, events: consent(false) })).toBe('block');
    const email = { ...night.act, channel: 'email' as const, phoneId: null, emailId: 1 };
    expect(resultOf('fl.hours', { ...night, act: email })).toBe('none');
    const lastDay = Date.UTC(2025, 4, 15, 8);
    expect(resultOf('fl.hours', { ...night, act: email, now: lastDay })).toBe('block');
    expect(resultOf('fl.hours', { ...night, act: email, now: lastDay + 86_400_000 })).toBe('none');
  });

  it('takes only minutes that are within the hours on every clock', () => {
    const [home] = livesIn('FL', { zip: '33101' }).addresses;
    const [away] = livesIn('HI', { zip: '96813' }).addresses;
    if (!home || !away) throw new Error('no address');
    const known = { residence_state: { value: 'FL', source: 'A letter', since: '2026-01-02' } };
    const person = { known, phones: [], addresses: [home, { ...away, addressId: 3 }] };
    const asked = (now: number) => caseIn('FL', { now, person });
    // 8:00 in Honolulu is 13:00 in New York.
    expect(clearsAt('fl.hours', asked(at(8)))).toBe(at(13));
    expect(resultOf('fl.hours', asked(at(13)))).toBe('none');
    expect(clearsAt('fl.hours', asked(at(21)))).toBe(at(13) + 86_400_000);
  });

  it('keeps to the clock on the days it changes', () => {
    // 8 March 2026 begins an hour early, 1 November 2026 an hour late.
    const asked = (now: number) => caseIn('DC', { now });
    expect(clearsAt('dc.hours', asked(Date.UTC(2026, 2, 8, 6)))).toBe(Date.UTC(2026, 2, 8, 12));
    expect(clearsAt('dc.hours', asked(Date.UTC(2026, 10, 1, 5)))).toBe(Date.UTC(2026, 10, 1, 13));
  });

  it('is silent about contact with a third party', () => {
    expect(
      resultOf('fl.hours', gateFacts({ now: at(3), act: { to: 'attorney' }, person: livesIn('FL') })),
    ).toBe('none');
  });
});
