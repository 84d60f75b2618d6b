// Automatic dialing, artificial voices and what takes consent to them back.
import { describe, expect, it } from 'vitest';
import type { PhoneKind } from '../../../../../shared/domain/debtor.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { ContactAct, GateFacts, LegalEvent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const day = 86_400_000;

function answerOf(facts: GateFacts): string {
  const reason = decide(facts).reasons.find(({ step }) => step === 'tcpa');
  return reason === undefined ? 'pass' : `${reason.result} ${reason.code}`;
}

type Parts = {
  act?: Partial<ContactAct>;
  kind?: PhoneKind;
  events?: LegalEvent[];
  contacts?: PriorContact[];
  now?: number;
};

function dialing({ act = {}, kind = 'mobile', events = [], contacts = [], now = tuesday }: Parts): GateFacts {
  return gateFacts({
    now,
    events,
    contacts,
    act: { dialing: 'automatic', ...act },
    person: { phones: [{ phoneId: 1, kind, status: 'current', number: '+15125550144' }] },
    office: { role: 'first_party_creditor' },
  });
}

const consent = (on: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('consent', on, { ...rest, detail: { consent: 'automatic', ...rest.detail } });
const stop = (on: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('opt_out', on, { accountId: null, ...rest });

const missing = 'block TCPA_CONSENT_MISSING';
const revoked = 'block TCPA_REVOKED';

describe('automatic calls and texts', () => {
  const text = { channel: 'text' as const };
  const cases: [name: string, parts: Parts, expected: string][] = [
    ['by hand', { act: { dialing: 'by_hand' } }, 'pass'],
    ['automatic to a mobile', {}, missing],
    ['artificial voice to a mobile', { act: { dialing: 'artificial_voice' } }, missing],
    ['ringless to a mobile', { act: { channel: 'voicemail', dialing: 'ringless' } }, missing],
    ['automatic text', { act: text }, missing],
    ['a number of no known kind', { kind: 'other' }, missing],
    ['a work number', { kind: 'work' }, 'undetermined TCPA_CONSENT_MISSING'],
    ['no number chosen', { act: { phoneId: null } }, 'undetermined TCPA_CONSENT_MISSING'],
    ['automatic to a home line', { kind: 'home' }, 'pass'],
    ['automatic text to a home line', { kind: 'home', act: text }, missing],
    ['with consent', { events: [consent('2026-09-01')] }, 'pass'],
    ['consent for another number', { events: [consent('2026-09-01', { scope: { phoneId: 2 } })] }, missing],
    ['consent for another debt', { events: [consent('2026-09-01', { accountId: 2 })] }, missing],
    ['consent to come', { events: [consent('2026-11-18')] }, missing],
    ['consent taken back today', { events: [consent('2026-09-01', { endedOn: '2026-11-17' })] }, revoked],
    ['taken back tomorrow', { events: [consent('2026-09-01', { endedOn: '2026-11-18' })] }, 'pass'],
    [
      'then given anew',
      { events: [consent('2026-09-01', { endedOn: '2026-10-01' }), consent('2026-10-05')] },
      'pass',
    ],
    [
      'asked to stop calls since',
      { events: [consent('2026-09-01'), stop('2026-11-16', { scope: { channel: 'call' } })] },
      revoked,
    ],
    [
      'asked before consenting',
      { events: [stop('2026-08-01', { scope: { channel: 'call' } }), consent('2026-09-01')] },
      'pass',
    ],
    [
      'asked on the day of the consent',
      { events: [consent('2026-09-01'), stop('2026-09-01', { scope: { channel: 'call' } })] },
      revoked,
    ],
    [
      'asked to stop, and took only that back',
      {
        events: [
          consent('2026-09-01'),
          stop('2026-10-01', { scope: { channel: 'call' }, endedOn: '2026-10-05' }),
        ],
      },
      revoked,
    ],
    [
      'asked to stop email',
      { events: [consent('2026-09-01'), stop('2026-11-16', { scope: { channel: 'email' } })] },
      'pass',
    ],
    [
      'asked to stop texts, a call',
      { events: [consent('2026-09-01'), stop('2026-11-16', { scope: { channel: 'text' } })] },
      'pass',
    ],
  ];
  it.each(cases)('%s', (_name, parts, expected) => {
    expect(answerOf(dialing(parts))).toBe(expected);
  });

  it('from 31 January 2027 one request ends all of them', () => {
    const events = [consent('2026-09-01'), stop('2026-11-16', { scope: { channel: 'text' } })];
    const other = [consent('2026-09-01'), consent('2026-09-01', { accountId: 2, endedOn: '2026-12-01' })];
    const before = Date.UTC(2027, 0, 30, 17, 0);
    const after = Date.UTC(2027, 0, 31, 17, 0);
    expect(answerOf(dialing({ events, now: before }))).toBe('pass');
    expect(answerOf(dialing({ events, now: after }))).toBe(revoked);
    expect(answerOf(dialing({ events: other, now: before }))).toBe('pass');
    expect(answerOf(dialing({ events: other, now: after }))).toBe(revoked);
    const anew = [...events, consent('2026-12-01')];
    expect(answerOf(dialing({ events: anew, now: after }))).toBe('pass');
  });

  it('holds for business debts and for every office', () => {
    for (const role of ['medical_provider', 'law_office'] as const) {
      const facts = { ...dialing({}), office: { ...dialing({}).office, role } };
      expect(answerOf(facts)).toBe(missing);
    }
    const business = dialing({});
    expect(answerOf({ ...business, person: { ...business.person, kind: 'business' } })).toBe(missing);
  });
});

describe('a recorded voice on a home line', () => {
  const act = { dialing: 'artificial_voice' as const };
  const recorded = (days: number, rest: Partial<PriorContact> = {}) =>
    priorCall(tuesday - days * day, { dialing: 'artificial_voice', ...rest });
  const home = (contacts: PriorContact[], events: LegalEvent[] = []) =>
    dialing({ act, kind: 'home', contacts, events });

  const cases: [name: string, contacts: PriorContact[], expected: string][] = [
    ['two', [recorded(9), recorded(5)], 'pass'],
    ['three', [recorded(9), recorded(7), recorded(5)], missing],
    ['three, one of them busy', [recorded(9), recorded(7), recorded(5, { outcome: 'busy' })], missing],
    ['three, the first 29 days ago', [recorded(29), recorded(7), recorded(5)], missing],
    ['three, the first 30 days ago', [recorded(30), recorded(7), recorded(5)], 'pass'],
    ['two and one dialed by hand', [recorded(9), recorded(7, { dialing: 'by_hand' }), recorded(5)], 'pass'],
    ['two and one to another number', [recorded(9), recorded(7, { phoneId: 2 }), recorded(5)], 'pass'],
    [
      'three about other debts',
      [recorded(9), recorded(7), recorded(5)].map((call) => ({ ...call, accountIds: [2] })),
      missing,
    ],
  ];
  it.each(cases)('%s', (_name, contacts, expected) => {
    expect(answerOf(home(contacts))).toBe(expected);
  });

  it('needs no count with consent, and is closed once it was taken back', () => {
    const contacts = [recorded(9), recorded(7), recorded(5)];
    expect(answerOf(home(contacts, [consent('2026-09-01')]))).toBe('pass');
    expect(answerOf(home([], [consent('2026-09-01', { endedOn: '2026-11-01' })]))).toBe(revoked);
  });

  it('opens on the thirtieth day after the first of the three', () => {
    const contacts = [recorded(9), recorded(7), recorded(5)];
    const reason = decide(home(contacts)).reasons.find(({ ruleId }) => ruleId === 'tcpa.landline');
    // Called on 8 November: free on 8 December, 00:00 in Chicago.
    expect(reason?.clears).toEqual({ at: Date.UTC(2026, 11, 8, 6, 0) });
  });
});
