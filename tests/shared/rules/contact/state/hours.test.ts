// Hours of states, at the minute they open and close, in every zone the debtor may be in, on days the clock changes.
import { describe, expect, it } from 'vitest';
import type { StateCode } from '../../../../../shared/domain/law.ts';
import { opensAt, withinHours } from '../../../../../shared/rules/states/hours.ts';
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
    const events = [legalEvent('consent', '2026-01-01', { detail: { consent: 'contact' } })];
    const night = caseIn('FL', { now: at(3) });
    expect(resultOf('fl.hours', night)).toBe('block');
    expect(resultOf('fl.hours', { ...night, events })).toBe('none');
    const email = { ...night.act, channel: 'email' as const, phoneId: null, emailId: 1 };
    expect(resultOf('fl.hours', { ...night, act: email })).toBe('none');
    const lastDay = Date.UTC(2025, 4, 15, 8);
    expect(resultOf('fl.hours', { ...night, act: email, now: lastDay })).toBe('block');
    expect(resultOf('fl.hours', { ...night, act: email, now: lastDay + 86_400_000 })).toBe('none');
  });

  it('takes only minutes that are within the hours on every clock', () => {
    const zones = [newYork, 'America/Los_Angeles'];
    const hours = { from: 480, to: 1260 };
    // 8:00 in New York is 5:00 in Los Angeles; it opens at 11:00 and closes at 21:00 in New York.
    expect(opensAt(zones, at(8), hours)).toBe(at(11));
    expect(withinHours(zones, at(12), hours, 'A state')).toMatchObject({ result: 'pass', until: at(21) });
    expect(opensAt(zones, at(21), hours)).toBe(at(11) + 86_400_000);
  });

  it('keeps to the clock on the days it changes', () => {
    const hours = { from: 480, to: 1260 };
    // 8 March 2026 begins an hour early, 1 November 2026 an hour late.
    expect(opensAt([newYork], Date.UTC(2026, 2, 8, 6), hours)).toBe(Date.UTC(2026, 2, 8, 12));
    expect(opensAt([newYork], Date.UTC(2026, 10, 1, 5), hours)).toBe(Date.UTC(2026, 10, 1, 13));
  });

  it('says so when no minute suits every clock', () => {
    const zones = ['Pacific/Guam', newYork];
    const finding = withinHours(zones, at(12), { from: 540, to: 600 }, 'A state');
    expect(finding).toMatchObject({
      result: 'block',
      clears: { waitsFor: 'the debtor’s time zone to be known' },
    });
  });

  it('is silent about contact with a third party', () => {
    expect(
      resultOf('fl.hours', gateFacts({ now: at(3), act: { to: 'attorney' }, person: livesIn('FL') })),
    ).toBe('none');
  });
});
