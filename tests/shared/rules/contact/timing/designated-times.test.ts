import { describe, expect, it } from 'vitest';
import { CaseView } from '../../../../../shared/rules/case-view.ts';
import { designatedTimesRule } from '../../../../../shared/rules/contact/timing/designated-times.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { EventDetail, GateFacts } from '../../../../../shared/rules/facts.ts';
import type { Finding } from '../../../../../shared/rules/rule.ts';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';

/** Tuesday, 17 November 2026, and days after it; Chicago is six hours behind UTC. */
const chicago = (hour: number, minute = 0, days = 0) => Date.UTC(2026, 10, 17 + days, hour + 6, minute);

function ask(facts: GateFacts): Finding {
  return designatedTimesRule.check({ facts, at: facts.now, value: null, view: new CaseView(facts) });
}

function resultAt(now: number, events: GateFacts['events'], act: Partial<GateFacts['act']> = {}): string {
  return ask(gateFacts({ now, events, act })).result;
}

const not = (detail: EventDetail, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('inconvenient_time', '2026-11-03', { ...rest, detail });
const only = (detail: EventDetail, on = '2026-11-03') => legalEvent('only_time', on, { detail });

describe('times the debtor called inconvenient', () => {
  const office = not({ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1020 });

  it.each([
    ['a minute before', chicago(8, 59), 'pass'],
    ['from', chicago(9), 'block'],
    ['the last minute', chicago(16, 59), 'block'],
    ['up to but not including', chicago(17), 'pass'],
    ['another weekday', chicago(12, 0, 4), 'pass'],
  ])('%s', (_what, now, result) => {
    expect(resultAt(now, [office])).toBe(result);
  });

  it('say when they end and when they begin', () => {
    expect(ask(gateFacts({ now: chicago(12), events: [office] }))).toMatchObject({
      clears: { at: chicago(17) },
    });
    expect(ask(gateFacts({ now: chicago(8), events: [office] }))).toMatchObject({ until: chicago(9) });
    // Friday at 17:00 up to Monday at 9:00.
    expect(ask(gateFacts({ now: chicago(17, 0, 3), events: [office] }))).toMatchObject({
      until: chicago(9, 0, 6),
    });
  });

  it('are told in plain words, with the event that says so', () => {
    const finding = ask(gateFacts({ now: chicago(12), events: [office] }));
    expect(finding.result === 'block' && finding.text()).toBe(
      'On November 3, 2026 the debtor asked not to be contacted at these times: Monday to Friday from 9:00 AM up to 5:00 PM. That holds until the debtor says otherwise.',
    );
    expect(finding.facts?.()[0]?.ref).toEqual({ kind: 'event', id: office.eventId });
  });

  it('may run past midnight', () => {
    const night = not({ days: [1], fromMinute: 1200, toMinute: 600 });
    expect(resultAt(chicago(9, 59), [night])).toBe('block');
    expect(resultAt(chicago(10), [night])).toBe('pass');
    expect(resultAt(chicago(20), [night])).toBe('pass');
  });

  it('are whole days without minutes', () => {
    const tuesdays = not({ days: [2] });
    expect(resultAt(chicago(0), [tuesdays])).toBe('block');
    expect(ask(gateFacts({ now: chicago(12), events: [tuesdays] }))).toMatchObject({
      clears: { at: chicago(24) },
    });
  });

  it('end with the day the debtor named, everywhere the debtor may be', () => {
    const holiday = not({ untilOn: '2026-11-20' });
    expect(resultAt(chicago(12, 0, 3), [holiday])).toBe('block');
    expect(ask(gateFacts({ now: chicago(12), events: [holiday] }))).toMatchObject({
      clears: { at: chicago(0, 0, 4) },
    });
    expect(resultAt(chicago(0, 0, 4), [holiday])).toBe('pass');
  });

  it('hold from the day they were said up to the day they were taken back', () => {
    expect(resultAt(chicago(12), [not({}, { endedOn: '2026-11-17' })])).toBe('pass');
    expect(resultAt(chicago(12), [not({}, { endedOn: '2026-11-18' })])).toBe('block');
    expect(resultAt(chicago(12), [legalEvent('inconvenient_time', '2026-11-17')])).toBe('block');
    const tomorrow = legalEvent('inconvenient_time', '2026-11-18');
    expect(ask(gateFacts({ now: chicago(12), events: [tomorrow] }))).toMatchObject({
      result: 'pass',
      until: chicago(24),
    });
  });

  it('hold for every debt of the person, whichever they were said about', () => {
    expect(resultAt(chicago(12), [not({}, { accountId: 99 })])).toBe('block');
  });

  it('hold in every zone the debtor may be in', () => {
    const mornings = not({ fromMinute: 0, toMinute: 600 });
    const person = {
      known: {},
      phones: [
        { phoneId: 1, kind: 'mobile' as const, status: 'current' as const, number: '+12135550144' },
        { phoneId: 2, kind: 'mobile' as const, status: 'current' as const, number: '+12125550144' },
      ],
      addresses: [],
    };
    const facts = gateFacts({ now: Date.UTC(2026, 10, 17, 16), events: [mornings], person });
    // 11:00 in New York, but 8:00 in Los Angeles.
    expect(ask(facts)).toMatchObject({ result: 'block', clears: { at: Date.UTC(2026, 10, 17, 18) } });
  });

  it('hold for the medium and the number they name', () => {
    const calls = not({}, { scope: { channel: 'call' } });
    expect(resultAt(chicago(12), [calls])).toBe('block');
    expect(resultAt(chicago(12), [calls], { channel: 'voicemail' })).toBe('block');
    expect(resultAt(chicago(12), [calls], { channel: 'email' })).toBe('pass');
    const number = not({}, { scope: { phoneId: 2 } });
    expect(resultAt(chicago(12), [number])).toBe('pass');
    expect(resultAt(chicago(12), [number], { phoneId: 2 })).toBe('block');
    // Not chosen yet: it may be that one.
    expect(resultAt(chicago(12), [number], { phoneId: null })).toBe('block');
    const atWork = not({}, { scope: { place: 'work' } });
    expect(resultAt(chicago(12), [atWork])).toBe('pass');
    expect(resultAt(chicago(12), [atWork], { phoneId: null })).toBe('block');
  });

  it('leave a letter alone, and an answer', () => {
    const always = [not({})];
    const reasons = (act: Partial<GateFacts['act']>) =>
      decide(gateFacts({ now: chicago(12), events: always, act })).reasons.map(({ ruleId }) => ruleId);
    expect(reasons({})).toContain('reg-f.designated-times');
    expect(reasons({ channel: 'letter', addressId: 1 })).not.toContain('reg-f.designated-times');
    expect(reasons({ direction: 'in' })).not.toContain('reg-f.designated-times');
  });

  it('that never end wait for the debtor', () => {
    expect(ask(gateFacts({ now: chicago(12), events: [not({})] }))).toMatchObject({
      result: 'block',
      clears: { waitsFor: 'the debtor to name a time that suits' },
    });
  });
});

describe('times the debtor named', () => {
  const evenings = only({ days: [1, 2, 3, 4, 5], fromMinute: 1080, toMinute: 1200 });

  it.each([
    ['a minute before', chicago(17, 59), 'block'],
    ['from', chicago(18), 'pass'],
    ['up to but not including', chicago(20), 'block'],
    ['on another day', chicago(18, 30, 4), 'block'],
  ])('%s', (_what, now, result) => {
    expect(resultAt(now, [evenings])).toBe(result);
  });

  it('said on one day add up; said on two days all hold', () => {
    const saturday = { days: [6], fromMinute: 600, toMinute: 660 };
    expect(resultAt(chicago(10, 30, 4), [evenings, only(saturday)])).toBe('pass');
    expect(resultAt(chicago(18, 30), [evenings, only(saturday)])).toBe('pass');
    expect(resultAt(chicago(10, 30, 4), [evenings, only(saturday, '2026-11-09')])).toBe('block');
    expect(resultAt(chicago(18, 30), [evenings, only(saturday, '2026-11-09')])).toBe('block');
  });

  it('hold together with those called inconvenient', () => {
    expect(resultAt(chicago(18, 30), [evenings, not({ days: [2] })])).toBe('block');
    expect(ask(gateFacts({ now: chicago(12), events: [evenings, not({ days: [2] })] }))).toMatchObject({
      clears: { at: chicago(18, 0, 1) },
    });
  });

  it('give way when they have ended', () => {
    expect(resultAt(chicago(12), [{ ...evenings, endedOn: '2026-11-17' }])).toBe('pass');
  });
});

describe('consent', () => {
  it('given after it lifts a designated time for what it names', () => {
    const consent = legalEvent('consent', '2026-11-16', {
      detail: { consent: 'contact', direct: true },
      scope: { channel: 'call' },
    });
    expect(resultAt(chicago(12), [not({}), consent])).toBe('pass');
    expect(resultAt(chicago(12), [not({}), consent], { channel: 'email' })).toBe('block');
  });
});
