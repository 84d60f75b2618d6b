import { describe, expect, it } from 'vitest';
import { noHousePolicy } from '../../../../../shared/domain/law.ts';
import { CaseView } from '../../../../../shared/rules/case-view.ts';
import { hoursRule } from '../../../../../shared/rules/contact/timing/hours.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts } from '../../../../../shared/rules/facts.ts';
import type { Finding } from '../../../../../shared/rules/rule.ts';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';

/** Tuesday, 17 November 2026: Chicago is six hours behind UTC. */
const chicago = (hour: number, minute = 0, ms = 0) => Date.UTC(2026, 10, 17, hour + 6, minute, 0, ms);

function ask(facts: GateFacts): Finding {
  return hoursRule.check({
    facts,
    at: facts.now,
    value: hoursRule.values[0]?.value,
    view: new CaseView(facts),
  });
}

function codeOf(finding: Finding): string {
  return finding.result === 'pass' ? 'pass' : (finding.code ?? '');
}

const twoPlaces = {
  known: {},
  phones: [{ phoneId: 1, kind: 'mobile', status: 'current', number: '+12135550144' }],
  addresses: [
    {
      addressId: 1,
      kind: 'home',
      status: 'current',
      city: 'New York',
      region: 'NY',
      postalCode: '10001',
      country: '',
    },
  ],
} as const;

describe('from 8:00 up to 21:00 where the debtor is', () => {
  it.each([
    ['07:59:59.999', chicago(7, 59) + 59_999, 'TIME_OUTSIDE_WINDOW'],
    ['08:00:00.000', chicago(8), 'pass'],
    ['20:59:59.999', chicago(20, 59) + 59_999, 'pass'],
    ['21:00:00.000', chicago(21), 'TIME_OUTSIDE_WINDOW'],
    ['midnight', chicago(0), 'TIME_OUTSIDE_WINDOW'],
  ])('%s', (_what, now, code) => {
    expect(codeOf(ask(gateFacts({ now })))).toBe(code);
  });

  it('passes up to the closing instant, and opens at the opening one', () => {
    expect(ask(gateFacts({ now: chicago(11) }))).toMatchObject({ result: 'pass', until: chicago(21) });
    expect(ask(gateFacts({ now: chicago(7) }))).toMatchObject({ clears: { at: chicago(8) } });
    expect(ask(gateFacts({ now: chicago(22) }))).toMatchObject({ clears: { at: chicago(32) } });
  });

  it('opens at the right instant over a night on which clocks are set', () => {
    // 7 March 2026, 22:00 in Chicago; at 8:00 the next day it is only five hours behind UTC.
    const now = Date.UTC(2026, 2, 8, 4);
    expect(ask(gateFacts({ now }))).toMatchObject({ clears: { at: Date.UTC(2026, 2, 8, 13) } });
  });

  it.each(['call', 'voicemail', 'text', 'email', 'visit', 'social', 'other'] as const)(
    'holds for a contact by %s',
    (channel) => {
      const facts = gateFacts({ now: chicago(22), act: { channel } });
      expect(decide(facts).reasons.map(({ ruleId }) => ruleId)).toContain('reg-f.hours');
    },
  );

  it('does not hold for a letter, which has no hour', () => {
    const facts = gateFacts({ now: chicago(22), act: { channel: 'letter', addressId: 1 } });
    expect(decide(facts).reasons.map(({ ruleId }) => ruleId)).not.toContain('reg-f.hours');
  });

  it('does not hold for an answer to what the other side began', () => {
    const facts = gateFacts({ now: chicago(22), act: { direction: 'in' } });
    expect(decide(facts).reasons.map(({ ruleId }) => ruleId)).not.toContain('reg-f.hours');
  });

  it('is about the consumer: not about the debtor’s attorney or the creditor', () => {
    expect(codeOf(ask(gateFacts({ now: chicago(22), act: { to: 'attorney' } })))).toBe('pass');
    expect(codeOf(ask(gateFacts({ now: chicago(22), act: { to: 'spouse' } })))).toBe('TIME_OUTSIDE_WINDOW');
  });

  it('binds a first-party office only of its own will, as house policy', () => {
    const bound = (keepsRegulationF: boolean) =>
      decide(
        gateFacts({
          now: chicago(22),
          office: { role: 'first_party_creditor', house: { ...noHousePolicy, keepsRegulationF } },
        }),
      ).reasons.find(({ ruleId }) => ruleId === 'reg-f.hours');
    expect(bound(false)).toBeUndefined();
    expect(bound(true)?.force).toBe('house');
  });

  it('does not bind a business debt', () => {
    const facts = gateFacts({ now: chicago(22), debt: { type: 'commercial' }, person: { kind: 'business' } });
    expect(decide(facts).reasons.map(({ ruleId }) => ruleId)).not.toContain('reg-f.hours');
  });
});

describe('where the file points to several places', () => {
  it('is a conflict while one is open and another is not, and names both clocks', () => {
    const facts = gateFacts({ now: Date.UTC(2026, 10, 17, 15, 40), person: twoPlaces });
    const finding = ask(facts);
    expect(codeOf(finding)).toBe('TIME_ZONE_CONFLICT');
    const text = finding.result === 'pass' ? '' : finding.text();
    expect(text).toContain(
      '7:40 AM Pacific time (Los Angeles), where the mobile number (213) 555-0144 points',
    );
    expect(text).toContain('10:40 AM Eastern time (New York), where the home address New York NY 10001 is');
    expect(finding).toMatchObject({ clears: { at: Date.UTC(2026, 10, 17, 16) } });
  });

  it('is open while both are', () => {
    const facts = gateFacts({ now: Date.UTC(2026, 10, 17, 16), person: twoPlaces });
    // 21:00 in New York comes first.
    expect(ask(facts)).toMatchObject({ result: 'pass', until: Date.UTC(2026, 10, 18, 2) });
  });

  it('is outside while all are closed', () => {
    const facts = gateFacts({ now: Date.UTC(2026, 10, 17, 8), person: twoPlaces });
    expect(codeOf(ask(facts))).toBe('TIME_OUTSIDE_WINDOW');
  });

  it('names every fact with what corrects it', () => {
    const finding = ask(gateFacts({ now: Date.UTC(2026, 10, 17, 15, 40), person: twoPlaces }));
    expect(finding.facts?.().map(({ ref }) => ref)).toEqual([
      { kind: 'address', id: 1 },
      { kind: 'phone', id: 1 },
    ]);
  });

  it('waits for the zone to be recorded where no hour is common', () => {
    const abroad = { ...twoPlaces.addresses[0], country: 'Frnace', region: '', postalCode: '' };
    const finding = ask(gateFacts({ person: { ...twoPlaces, addresses: [abroad] } }));
    expect(finding).toMatchObject({ clears: { waitsFor: 'the debtor’s time zone to be recorded' } });
  });

  it('keeps the sentence short when nothing is known', () => {
    const finding = ask(gateFacts({ now: chicago(11), person: { known: {}, phones: [], addresses: [] } }));
    expect(finding.result === 'pass' ? '' : finding.text()).toContain('any of 11 time zones');
  });
});

describe('consent and the leave of a court', () => {
  const consent = (rest: Parameters<typeof legalEvent>[2] = {}) =>
    legalEvent('consent', '2026-11-10', {
      ...rest,
      detail: { consent: 'contact', direct: true, ...rest.detail },
    });
  const at = (events: GateFacts['events'], now = chicago(22)) => codeOf(ask(gateFacts({ now, events })));

  it('lift the hours', () => {
    expect(at([consent()])).toBe('pass');
    expect(at([legalEvent('court_permission', '2026-11-10')])).toBe('pass');
  });

  it('do not when they came from somebody else, or are for something else', () => {
    expect(at([consent({ detail: { direct: false } })])).not.toBe('pass');
    expect(at([consent({ detail: { consent: 'frequency' } })])).not.toBe('pass');
    expect(at([consent({ accountId: 2 })])).not.toBe('pass');
  });

  it('do not before their day and not from the day they ended', () => {
    expect(at([legalEvent('court_permission', '2026-11-18')])).not.toBe('pass');
    expect(at([legalEvent('court_permission', '2026-11-17')])).toBe('pass');
    expect(at([consent({ endedOn: '2026-11-17' })])).not.toBe('pass');
    expect(at([consent({ endedOn: '2026-11-18' })])).toBe('pass');
  });

  it('hold for the medium and the number they name', () => {
    expect(at([consent({ scope: { channel: 'email' } })])).not.toBe('pass');
    expect(at([consent({ scope: { channel: 'call' } })])).toBe('pass');
    expect(at([consent({ scope: { phoneId: 2 } })])).not.toBe('pass');
    expect(at([consent({ scope: { phoneId: 1 } })])).toBe('pass');
  });

  it('hold for the hours they name', () => {
    const late = consent({ detail: { fromMinute: 1260, toMinute: 1350 } });
    expect(at([late], chicago(21))).toBe('pass');
    expect(at([late], chicago(22, 29))).toBe('pass');
    expect(at([late], chicago(22, 30))).not.toBe('pass');
    expect(ask(gateFacts({ now: chicago(21, 15), events: [late] }))).toMatchObject({
      until: chicago(22, 30),
    });
    // 7:00 on the same day: the federal hours come first; after 22:30 the next morning does.
    expect(ask(gateFacts({ now: chicago(7), events: [late] }))).toMatchObject({ clears: { at: chicago(8) } });
    const monday = consent({ detail: { days: [1], fromMinute: 1260, toMinute: 1350 } });
    expect(at([monday], chicago(21))).not.toBe('pass');
  });

  it('end with their last day', () => {
    const week = consent({ detail: { untilOn: '2026-11-17' } });
    expect(ask(gateFacts({ now: chicago(22), events: [week] }))).toMatchObject({ until: chicago(24) });
  });
});
