// How often: named cases at, before and behind each cap, at midnight, across a change of the clock and in two zones.
import { describe, expect, it } from 'vitest';
import { CaseView } from '../../../../../shared/rules/case-view.ts';
import { callCount } from '../../../../../shared/rules/contact/timing/call-count.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts, PriorContact } from '../../../../../shared/rules/facts.ts';
import { startOfLocalDayAfter } from '../../../../../shared/rules/time/local-time.ts';
import { chicago, gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;

const seven = 'CALL_FREQ_SEVEN_IN_SEVEN';
const talked = 'CALL_FREQ_AFTER_CONVERSATION';

/** The objections about frequency, by code. */
function codes(facts: GateFacts): string[] {
  return decide(facts)
    .reasons.filter(({ step, result }) => step === 'frequency' && result === 'block')
    .map(({ code }) => code);
}

function clearsOf(facts: GateFacts, code: string): number | null {
  const clears = decide(facts).reasons.find((reason) => reason.code === code)?.clears ?? null;
  return clears !== null && 'at' in clears ? clears.at : null;
}

function cautions(facts: GateFacts): string[] {
  return decide(facts)
    .reasons.filter(({ step, result }) => step === 'frequency' && result === 'warn')
    .map(({ ruleId }) => ruleId);
}

/** Unanswered calls, one a day, the newest `newest` days before now. */
function calls(count: number, newest = 1, rest: Partial<PriorContact> = {}, now = tuesday): PriorContact[] {
  return Array.from({ length: count }, (_, index) =>
    priorCall(now - (newest + count - 1 - index) * day, rest),
  );
}

/** The same, all on one day. */
function burst(count: number, at: number, rest: Partial<PriorContact> = {}): PriorContact[] {
  return Array.from({ length: count }, (_, index) => priorCall(at + index * 60_000, rest));
}

const yesterday = tuesday - day;

describe('seven calls in seven days', () => {
  const cases: [name: string, contacts: PriorContact[], expected: string[]][] = [
    ['none', [], []],
    ['six: the seventh is in order', burst(6, yesterday), []],
    ['seven: one more is too many', burst(7, yesterday), [seven]],
    ['eight', burst(8, yesterday), [seven]],
    ['seven, the first six days ago, today being the seventh', burst(7, tuesday - 6 * day), [seven]],
    ['seven, all seven days ago', burst(7, tuesday - 7 * day), []],
    ['six and a busy line', [...burst(6, yesterday), priorCall(yesterday + hour, { outcome: 'busy' })], []],
    [
      'six and a number out of service',
      [...burst(6, yesterday), priorCall(yesterday + hour, { outcome: 'disconnected' })],
      [],
    ],
    [
      'six and a voicemail',
      [...burst(6, yesterday), priorCall(yesterday + hour, { outcome: 'voicemail_left' })],
      [seven],
    ],
    [
      'six and a ringless voicemail',
      [
        ...burst(6, yesterday),
        priorCall(yesterday + hour, { channel: 'voicemail', dialing: 'ringless', outcome: 'voicemail_left' }),
      ],
      [seven],
    ],
    [
      'six and a limited-content message',
      [
        ...burst(6, yesterday),
        priorCall(yesterday + hour, { outcome: 'voicemail_left', purpose: 'limited_content' }),
      ],
      [seven],
    ],
    [
      'six and a text',
      [...burst(6, yesterday), priorCall(yesterday + hour, { channel: 'text', outcome: 'other' })],
      [],
    ],
    [
      'six and a call the debtor made without reaching anybody',
      [...burst(6, yesterday), priorCall(yesterday + hour, { direction: 'in', outcome: 'no_answer' })],
      [],
    ],
    [
      'six and one about another debt',
      [...burst(6, yesterday), priorCall(yesterday + hour, { accountIds: [2] })],
      [],
    ],
    [
      'six and one about both debts',
      [...burst(6, yesterday), priorCall(yesterday + hour, { accountIds: [2, 1] })],
      [seven],
    ],
    [
      'six and one for which no debt was chosen',
      [...burst(6, yesterday), priorCall(yesterday + hour, { accountIds: [] })],
      [seven],
    ],
    [
      'six and one to the spouse',
      [...burst(6, yesterday), priorCall(yesterday + hour, { to: 'spouse', partyName: 'Ines Vale' })],
      [],
    ],
    [
      'six and a wrong number',
      [...burst(6, yesterday), priorCall(yesterday + hour, { outcome: 'wrong_number' })],
      [],
    ],
  ];
  it.each(cases)('%s', (_name, contacts, expected) => {
    expect(codes(gateFacts({ contacts }))).toEqual(expected);
  });

  it('takes out the calls to a number later found to be wrong', () => {
    const contacts = [...burst(6, yesterday), priorCall(yesterday + hour, { phoneId: 2 })];
    const phones = (status: 'current' | 'wrong') => ({
      phones: [
        { phoneId: 1, kind: 'mobile' as const, status: 'current' as const, number: '+15125550144' },
        { phoneId: 2, kind: 'home' as const, status, number: '+15125550145' },
      ],
    });
    expect(codes(gateFacts({ contacts, person: phones('current') }))).toEqual([seven]);
    expect(codes(gateFacts({ contacts, person: phones('wrong') }))).toEqual([]);
  });

  it('counts third parties one by one, and one without a name as any of them', () => {
    const contacts = burst(7, yesterday, { to: 'third_party', partyName: 'Noor Alder', purpose: 'locate' });
    const act = { to: 'third_party' as const, purpose: 'locate' as const };
    expect(codes(gateFacts({ contacts, act: { ...act, partyName: 'noor alder ' } }))).toContain(seven);
    expect(codes(gateFacts({ contacts, act: { ...act, partyName: 'Ben Okafor' } }))).not.toContain(seven);
    expect(codes(gateFacts({ contacts, act: { ...act, partyName: '' } }))).toContain(seven);
    expect(codes(gateFacts({ contacts }))).toEqual([]);
  });

  it('leaves out whom the rule leaves out', () => {
    for (const to of ['attorney', 'bureau', 'creditor'] as const) {
      const contacts = burst(9, yesterday, { to, outcome: 'right_party' });
      expect(codes(gateFacts({ contacts, act: { to } }))).toEqual([]);
    }
  });

  it('is a presumption that a reason and a factor lift', () => {
    const verdict = decide(gateFacts({ contacts: burst(7, yesterday) }));
    expect(verdict.reasons.find(({ code }) => code === seven)).toMatchObject({ force: 'presumption' });
  });

  it('does not bind a creditor, unless it keeps to the rule: then as its own', () => {
    const contacts = burst(7, yesterday);
    const office = { role: 'first_party_creditor' as const };
    expect(codes(gateFacts({ contacts, office }))).toEqual([]);
    const house = { ...gateFacts().office.house, keepsRegulationF: true };
    const verdict = decide(gateFacts({ contacts, office: { ...office, house } }));
    expect(verdict.reasons.find(({ code }) => code === seven)).toMatchObject({ force: 'house' });
  });

  it('is not asked of a letter', () => {
    expect(codes(gateFacts({ contacts: burst(7, yesterday), act: { channel: 'letter' } }))).toEqual([]);
  });

  it('opens at the midnight on which fewer than seven are left', () => {
    // Seven, one a day from Wednesday 11 to Tuesday 17: the first leaves the window on Wednesday 18 at 00:00 in Chicago.
    const facts = gateFacts({ contacts: calls(7, 0) });
    expect(clearsOf(facts, seven)).toBe(Date.UTC(2026, 10, 18, 6, 0));
    // Nine: two more have to leave with it.
    const nine = gateFacts({ contacts: [...burst(3, tuesday - 6 * day), ...calls(6, 0)] });
    expect(clearsOf(nine, seven)).toBe(Date.UTC(2026, 10, 18, 6, 0));
    const lateNine = gateFacts({ contacts: [...calls(6, 1), ...burst(3, tuesday - hour)] });
    expect(clearsOf(lateNine, seven)).toBe(Date.UTC(2026, 10, 20, 6, 0));
  });

  it('is closed in the last minute before and open in the first one after', () => {
    const contacts = burst(7, tuesday - 6 * day);
    const opens = Date.UTC(2026, 10, 18, 6, 0);
    expect(codes(gateFacts({ contacts, now: opens - 60_000 }))).toEqual([seven]);
    expect(codes(gateFacts({ contacts, now: opens }))).toEqual([]);
  });

  it('counts calendar days over the night the clock is set back', () => {
    // Chicago falls back on Sunday, 1 November 2026. Calls on Tuesday 27 October leave on Tuesday 3 November at 00:00 CST.
    const contacts = burst(7, Date.UTC(2026, 9, 27, 15, 0));
    const opens = Date.UTC(2026, 10, 3, 6, 0);
    expect(codes(gateFacts({ contacts, now: opens - 1 }))).toEqual([seven]);
    expect(codes(gateFacts({ contacts, now: opens }))).toEqual([]);
    expect(clearsOf(gateFacts({ contacts, now: opens - 10 * hour }), seven)).toBe(opens);
  });

  it('counts a call on the day it has where the person may be, the later zone deciding', () => {
    // 23:30 in Honolulu on the 9th is the 10th on the mainland; nothing says where the person is.
    const person = { known: {}, addresses: [], phones: [] };
    const contacts = burst(7, Date.UTC(2026, 10, 10, 9, 30));
    // In New York they are of the 10th and still in the window of the 16th; in Honolulu of the 9th and out of it.
    const facts = gateFacts({ contacts, person, now: Date.UTC(2026, 10, 16, 20, 0) });
    const { zones } = new CaseView(facts);
    expect(zones).toContain('Pacific/Honolulu');
    expect(codes(facts)).toContain(seven);
    // Noon UTC is the 10th everywhere: open when it is the 17th everywhere.
    const noon = Date.UTC(2026, 10, 10, 12, 0);
    const late = gateFacts({ contacts: burst(7, noon), person, now: facts.now });
    const everywhere = Math.max(...zones.map((zone) => startOfLocalDayAfter(zone, noon, 7)));
    expect(everywhere).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 17, 10, 0));
    expect(clearsOf(late, seven)).toBe(everywhere);
  });
});

describe('after a conversation', () => {
  const cases: [name: string, contact: PriorContact, expected: string[]][] = [
    ['the same day', priorCall(tuesday - hour, { outcome: 'right_party' }), [talked]],
    ['six days ago: the seventh day', priorCall(tuesday - 6 * day, { outcome: 'right_party' }), [talked]],
    ['seven days ago', priorCall(tuesday - 7 * day, { outcome: 'right_party' }), []],
    [
      'a call the debtor made',
      priorCall(yesterday, { direction: 'in', outcome: 'promise_to_pay' }),
      [talked],
    ],
    ['the debtor hung up', priorCall(yesterday, { outcome: 'hung_up' }), [talked]],
    [
      'a debt raised by the debtor in a call about another',
      priorCall(yesterday, { outcome: 'right_party', accountIds: [2, 1] }),
      [talked],
    ],
    ['about another debt only', priorCall(yesterday, { outcome: 'right_party', accountIds: [2] }), []],
    ['somebody else picked up', priorCall(yesterday, { outcome: 'third_party' }), []],
    ['with the spouse', priorCall(yesterday, { to: 'spouse', outcome: 'right_party' }), []],
    ['face to face', priorCall(yesterday, { channel: 'visit', outcome: 'right_party' }), []],
    ['no answer', priorCall(yesterday), []],
  ];
  it.each(cases)('%s', (_name, contact, expected) => {
    expect(codes(gateFacts({ contacts: [contact] }))).toEqual(expected);
  });

  it('holds a third party who was spoken with, for that party', () => {
    const contacts = [
      priorCall(yesterday, { to: 'third_party', partyName: 'Noor Alder', outcome: 'third_party' }),
    ];
    const act = { to: 'third_party' as const, partyName: 'Noor Alder', purpose: 'locate' as const };
    expect(codes(gateFacts({ contacts, act }))).toContain(talked);
  });

  it('opens on the day of the conversation and seven, at midnight', () => {
    const contacts = [priorCall(Date.UTC(2026, 10, 12, 20, 0), { outcome: 'right_party' })];
    const opens = Date.UTC(2026, 10, 19, 6, 0);
    expect(clearsOf(gateFacts({ contacts }), talked)).toBe(opens);
    expect(codes(gateFacts({ contacts, now: opens - 60_000 }))).toEqual([talked]);
    expect(codes(gateFacts({ contacts, now: opens }))).toEqual([]);
  });

  it('takes a conversation before midnight for the day it was on', () => {
    // 23:50 in Chicago on the 11th: day 1 is the 11th, the next call may be on the 18th.
    const contacts = [priorCall(Date.UTC(2026, 10, 12, 5, 50), { outcome: 'right_party' })];
    expect(clearsOf(gateFacts({ contacts }), talked)).toBe(Date.UTC(2026, 10, 18, 6, 0));
  });

  it('opens when the day has come in every zone the person may be in', () => {
    const person = { known: {}, addresses: [], phones: [] };
    const at = Date.UTC(2026, 10, 12, 20, 0);
    const facts = gateFacts({ contacts: [priorCall(at, { outcome: 'right_party' })], person });
    const { zones } = new CaseView(facts);
    const opens = Math.max(...zones.map((zone) => startOfLocalDayAfter(zone, at, 7)));
    expect(opens).toBeGreaterThan(Math.min(...zones.map((zone) => startOfLocalDayAfter(zone, at, 7))));
    expect(clearsOf(facts, talked)).toBe(opens);
  });

  it('both limbs stand side by side', () => {
    const contacts = [...burst(7, yesterday), priorCall(yesterday + hour, { outcome: 'right_party' })];
    expect(codes(gateFacts({ contacts }))).toEqual([seven, talked]);
  });
});

describe('consent to more calls', () => {
  const consent = (on: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
    legalEvent('consent', on, { ...rest, detail: { consent: 'frequency', direct: true, ...rest.detail } });

  it('takes the call out of both counts for seven days, the day of receipt the first', () => {
    const contacts = [
      priorCall(Date.UTC(2026, 10, 11, 16, 0), { outcome: 'right_party' }),
      ...burst(7, yesterday),
    ];
    const events = [consent('2026-11-11')];
    expect(codes(gateFacts({ contacts, events }))).toEqual([]);
    // The day after the seventh: calls made while it held stay uncounted.
    expect(codes(gateFacts({ contacts, events, now: Date.UTC(2026, 10, 18, 17, 0) }))).toEqual([]);
  });

  it('does not reach back to calls placed before it', () => {
    const contacts = burst(7, yesterday);
    const events = [consent('2026-11-17')];
    expect(codes(gateFacts({ contacts, events }))).toEqual([]);
    expect(codes(gateFacts({ contacts, events: [consent('2026-11-10')] }))).toEqual([]);
    // Eight days ago: run out, and the calls of the days since count.
    expect(codes(gateFacts({ contacts: burst(7, tuesday - hour), events: [consent('2026-11-10')] }))).toEqual(
      [seven],
    );
  });

  it('leaves calls uncounted after it ran out, until they leave the seven days', () => {
    // Consent of the 9th runs through the 15th; calls of the 13th rest on it, and on the 17th they are still in the window.
    const contacts = burst(7, tuesday - 4 * day);
    expect(codes(gateFacts({ contacts, events: [consent('2026-11-09')] }))).toEqual([]);
    expect(codes(gateFacts({ contacts, events: [consent('2026-11-06')] }))).toEqual([seven]);
  });

  it('counts the calls of the day it came on, unless the hours say that they came after', () => {
    const contacts = burst(7, tuesday - 8 * hour);
    const now = tuesday + 6 * day;
    const dayOnly = consent('2026-11-17', { endedOn: '2026-11-18' });
    expect(codes(gateFacts({ contacts, events: [dayOnly] }))).toEqual([]);
    expect(codes(gateFacts({ contacts, events: [dayOnly], now }))).toEqual([seven]);
    const before = consent('2026-11-17', { endedOn: '2026-11-18', at: tuesday - 9 * hour });
    expect(codes(gateFacts({ contacts, events: [before], now }))).toEqual([]);
    const after = consent('2026-11-17', { endedOn: '2026-11-18', at: tuesday - hour });
    expect(codes(gateFacts({ contacts, events: [after], now }))).toEqual([seven]);
  });

  it('has to hold in every zone the person may be in', () => {
    const person = { known: {}, addresses: [], phones: [] };
    const contacts = burst(7, Date.UTC(2026, 10, 11, 18, 0));
    const events = [consent('2026-11-11', { at: Date.UTC(2026, 10, 11, 20, 0), endedOn: '2026-11-16' })];
    expect(codes(gateFacts({ contacts, events, person, now: Date.UTC(2026, 10, 15, 12, 0) }))).toEqual([]);
    // 07:00 UTC on the 16th: taken back where it is the 16th, and not yet in Honolulu, where it is the 15th.
    expect(codes(gateFacts({ contacts, events, person, now: Date.UTC(2026, 10, 16, 7, 0) }))).toEqual([
      seven,
    ]);
  });

  it('lets a passing verdict end with it', () => {
    const contacts = burst(7, tuesday - 5 * day);
    const verdict = decide(gateFacts({ contacts, events: [consent('2026-11-14')] }));
    expect(verdict.reasons.filter(({ result }) => result === 'block')).toEqual([]);
    const again = decide(
      gateFacts({ contacts: burst(7, yesterday), events: [consent('2026-11-11', { at: tuesday })] }),
    );
    expect(again.until).toBeLessThanOrEqual(Date.UTC(2026, 10, 24, 6, 0));
  });

  const ends: [
    name: string,
    event: ReturnType<typeof legalEvent>,
    contacts: PriorContact[],
    blocked: boolean,
  ][] = [
    ['while it holds', consent('2026-11-14'), burst(7, tuesday - 4 * day), false],
    ['taken back', consent('2026-11-14', { endedOn: '2026-11-16' }), burst(7, tuesday - 4 * day), true],
    [
      'limited to a day',
      consent('2026-11-14', { detail: { untilOn: '2026-11-16' } }),
      burst(7, tuesday - 4 * day),
      true,
    ],
    [
      'not given to this office',
      consent('2026-11-14', { detail: { direct: false } }),
      burst(7, yesterday),
      true,
    ],
    ['about another debt', consent('2026-11-14', { accountId: 2 }), burst(7, yesterday), true],
    ['by somebody else', consent('2026-11-14', { detail: { name: 'Ines Vale' } }), burst(7, yesterday), true],
  ];
  it.each(ends)('%s', (_name, event, contacts, blocked) => {
    expect(codes(gateFacts({ contacts, events: [event] })).includes(seven)).toBe(blocked);
  });

  it('ends with a conversation about that debt, not with the one it was given in', () => {
    const given = Date.UTC(2026, 10, 14, 17, 0);
    const first = priorCall(given, { outcome: 'right_party' });
    const events = [consent('2026-11-14')];
    expect(codes(gateFacts({ contacts: [first], events }))).toEqual([]);
    const second = priorCall(given + 2 * hour, { outcome: 'right_party' });
    expect(codes(gateFacts({ contacts: [first, second], events }))).toEqual([talked]);
    const other = priorCall(given + 2 * hour, { outcome: 'right_party', accountIds: [2] });
    expect(codes(gateFacts({ contacts: [first, other], events }))).toEqual([]);
    // With the hour on file, whatever comes behind it ends it.
    const timed = [consent('2026-11-14', { at: given - hour })];
    expect(codes(gateFacts({ contacts: [first], events: timed }))).toEqual([talked]);
  });
});

describe('the count of a list', () => {
  it('says how many, and the next day', () => {
    const facts = gateFacts({ contacts: burst(3, yesterday) });
    expect(callCount(new CaseView(facts), facts.now)).toEqual({
      used: 3,
      most: 7,
      conversationOn: null,
      nextCallOn: null,
    });
    const full = gateFacts({ contacts: burst(7, yesterday) });
    expect(callCount(new CaseView(full), full.now)).toMatchObject({ used: 7, nextCallOn: '2026-11-23' });
    const spoken = gateFacts({ contacts: [priorCall(yesterday, { outcome: 'callback' })] });
    expect(callCount(new CaseView(spoken), spoken.now)).toEqual({
      used: 1,
      most: 7,
      conversationOn: '2026-11-16',
      nextCallOn: '2026-11-23',
    });
  });

  it('agrees with the verdict however many contacts there are', () => {
    const contacts = Array.from({ length: 300 }, (_, index) => priorCall(tuesday - (300 - index) * 9 * hour));
    const facts = gateFacts({ contacts });
    const { used, nextCallOn } = callCount(facts, facts.now);
    expect(used).toBeGreaterThan(7);
    expect(nextCallOn).not.toBeNull();
    expect(codes(facts)).toContain(seven);
  });
});

describe('all contacts together', () => {
  const together = 'reg-f.contacts.together';
  const text = (at: number) => priorCall(at, { channel: 'text', outcome: 'other' });
  const spread = (count: number) =>
    Array.from({ length: count }, (_, index) => text(yesterday - Math.floor(index / 2) * day)).toReversed();

  const cases: [name: string, contacts: PriorContact[], warned: boolean][] = [
    ['one yesterday', [text(yesterday)], false],
    ['one today', [text(tuesday - 2 * hour)], true],
    ['a busy line today', [priorCall(tuesday - 2 * hour, { outcome: 'busy' })], false],
    ['the debtor’s own text today', [{ ...text(tuesday - 2 * hour), direction: 'in' }], false],
    ['nine in seven days', spread(9), false],
    ['ten in seven days', spread(10), true],
    ['about another debt today', [{ ...text(tuesday - 2 * hour), accountIds: [2] }], true],
  ];
  it.each(cases)('%s', (_name, contacts, warned) => {
    expect(cautions(gateFacts({ contacts })).includes(together)).toBe(warned);
  });

  it('says when it eases: the next midnight, or when the tenth is seven days old', () => {
    const clears = (contacts: PriorContact[]) =>
      decide(gateFacts({ contacts })).reasons.find(({ ruleId }) => ruleId === together)?.clears;
    expect(clears([text(tuesday - 2 * hour)])).toEqual({ at: Date.UTC(2026, 10, 18, 6, 0) });
    // Two a day from the 12th to the 16th: the tenth back is of the 12th.
    expect(clears(spread(10))).toEqual({ at: Date.UTC(2026, 10, 19, 6, 0) });
  });

  it('never blocks', () => {
    const verdict = decide(gateFacts({ contacts: spread(12), act: { channel: 'letter' } }));
    expect(verdict.reasons.find(({ ruleId }) => ruleId === together)?.result).toBe('warn');
  });
});

describe('calls minutes apart', () => {
  const bunched = 'reg-f.calls.bunched';
  const cases: [name: string, contact: PriorContact, warned: boolean][] = [
    ['59 minutes ago', priorCall(tuesday - 59 * 60_000), true],
    ['60 minutes ago', priorCall(tuesday - hour), false],
    ['a busy line', priorCall(tuesday - 60_000, { outcome: 'busy' }), false],
    ['a text', priorCall(tuesday - 60_000, { channel: 'text', outcome: 'other' }), false],
    ['to the spouse', priorCall(tuesday - 60_000, { to: 'spouse' }), false],
  ];
  it.each(cases)('%s', (_name, contact, warned) => {
    expect(cautions(gateFacts({ contacts: [contact] })).includes(bunched)).toBe(warned);
  });
});

it('the days are those of the person, not of the office', () => {
  const facts = gateFacts({
    zone: 'Asia/Tokyo',
    contacts: [priorCall(Date.UTC(2026, 10, 11, 4, 0), { outcome: 'right_party' })],
    now: Date.UTC(2026, 10, 17, 15, 0),
  });
  // 22:00 on the 10th in Chicago: free on the 17th there.
  expect(new CaseView(facts).zones).toEqual([chicago]);
  expect(codes(facts)).toEqual([]);
});
