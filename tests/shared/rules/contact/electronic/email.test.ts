// Which email addresses may be used: what the consumer did, the creditor's notice to the day, an earlier collector.
import { describe, expect, it } from 'vitest';
import { domainKindOf } from '../../../../../shared/rules/contact/electronic/email-domains.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts, LegalEvent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const day = 86_400_000;

function answersOf(facts: GateFacts): string[] {
  return decide(facts)
    .reasons.filter(({ step, result }) => step === 'electronic' && result !== 'warn')
    .map(({ result, code }) => `${result} ${code}`);
}

type Parts = {
  readonly events?: LegalEvent[];
  readonly contacts?: PriorContact[];
  readonly address?: string;
  readonly emailId?: number | null;
  readonly now?: number;
};

function emailing({
  events = [],
  contacts = [],
  address = 'ana.vale@gmail.com',
  emailId = 5,
  now = tuesday,
}: Parts) {
  return gateFacts({
    now,
    events,
    contacts,
    act: { channel: 'email', phoneId: null, emailId },
    person: {
      emails: [
        { emailId: 5, status: 'current', address },
        { emailId: 6, status: 'current', address: 'ana@example.org' },
      ],
    },
  });
}

const notMet = 'block ELECTRONIC_PROCEDURE_NOT_MET';
const unsure = 'undetermined ELECTRONIC_PROCEDURE_NOT_MET';
const used = (rest: Partial<PriorContact> = {}) =>
  priorCall(tuesday - 20 * day, {
    channel: 'email',
    direction: 'in',
    outcome: 'other',
    phoneId: null,
    emailId: 5,
    ...rest,
  });
const agreed = (rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('consent', '2026-10-01', {
    ...rest,
    detail: { consent: 'email', direct: true, ...rest.detail },
  });
const notice = (sentOn: string, optOutBy: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('creditor_email_notice', sentOn, { ...rest, detail: { sentOn, optOutBy, ...rest.detail } });
const stopped = (on: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('opt_out', on, { accountId: null, scope: { channel: 'email', emailId: 5 }, ...rest });

describe('an email address', () => {
  const cases: [name: string, parts: Parts, expected: string[]][] = [
    ['nothing on file', {}, [notMet]],
    ['no address chosen', { emailId: null }, [unsure]],
    ['the consumer wrote from it', { contacts: [used()] }, []],
    ['wrote from the other one', { contacts: [used({ emailId: 6 })] }, [notMet]],
    ['wrote about another debt', { contacts: [used({ accountIds: [2] })] }, [notMet]],
    ['the office wrote to it', { contacts: [used({ direction: 'out' })] }, [notMet]],
    [
      'wrote, then asked to stop, and took it back',
      { contacts: [used()], events: [stopped('2026-11-01', { endedOn: '2026-11-05' })] },
      [notMet],
    ],
    [
      'asked to stop, took it back, wrote again',
      { contacts: [used()], events: [stopped('2026-10-01', { endedOn: '2026-10-05' })] },
      [],
    ],
    ['agreed', { events: [agreed()] }, []],
    ['agreed for this address', { events: [agreed({ scope: { emailId: 5 } })] }, []],
    ['agreed for the other one', { events: [agreed({ scope: { emailId: 6 } })] }, [notMet]],
    ['agreed with the creditor only', { events: [agreed({ detail: { direct: false } })] }, [notMet]],
    ['took the consent back', { events: [agreed({ endedOn: '2026-11-17' })] }, [notMet]],
    ['takes it back tomorrow', { events: [agreed({ endedOn: '2026-11-18' })] }, []],
    [
      'agreed, asked to stop later, and took that back without agreeing anew',
      { events: [agreed(), stopped('2026-10-20', { endedOn: '2026-10-25' })] },
      [notMet],
    ],
    [
      'agreed and asked to stop on one day',
      { events: [agreed(), stopped('2026-10-01', { endedOn: '2026-10-05' })] },
      [notMet],
    ],
    [
      'asked to stop, and agreed later',
      { events: [stopped('2026-09-30', { endedOn: '2026-10-01' }), agreed()] },
      [],
    ],
    ['notice, 35 days, run out yesterday', { events: [notice('2026-10-12', '2026-11-16')] }, []],
    ['notice, 34 days', { events: [notice('2026-10-13', '2026-11-16')] }, [notMet]],
    ['notice, the last day is today', { events: [notice('2026-10-01', '2026-11-17')] }, [notMet]],
    ['notice without its days', { events: [legalEvent('creditor_email_notice', '2026-10-01')] }, [unsure]],
    ['notice, objected', { events: [notice('2026-09-01', '2026-10-16'), stopped('2026-10-02')] }, [notMet]],
    [
      'notice, a domain nobody knows',
      { events: [notice('2026-09-01', '2026-10-16')], address: 'ana@vale-family.example' },
      [unsure],
    ],
    [
      'notice, that domain looked into',
      {
        events: [notice('2026-09-01', '2026-10-16', { detail: { complete: true } })],
        address: 'ana@vale-family.example',
      },
      [],
    ],
    [
      'notice, a school',
      {
        events: [notice('2026-09-01', '2026-10-16', { detail: { complete: true } })],
        address: 'ana@cs.example.edu',
      },
      [notMet],
    ],
    ['an earlier collector used it', { events: [legalEvent('prior_collector_email', '2026-08-01')] }, []],
    [
      'an earlier collector, for another debt',
      { events: [legalEvent('prior_collector_email', '2026-08-01', { accountId: 2 })] },
      [notMet],
    ],
    [
      'an earlier collector, then asked to stop',
      { events: [legalEvent('prior_collector_email', '2026-08-01'), stopped('2026-10-02')] },
      [notMet],
    ],
    [
      'agreed, and somebody else read it',
      {
        events: [
          agreed(),
          legalEvent('third_party_disclosure', '2026-11-01', { accountId: null, scope: { emailId: 5 } }),
        ],
      },
      [notMet],
    ],
    [
      'agreed, and somebody else read the other one',
      {
        events: [
          agreed(),
          legalEvent('third_party_disclosure', '2026-11-01', { accountId: null, scope: { emailId: 6 } }),
        ],
      },
      [],
    ],
  ];
  it.each(cases)('%s', (_name, parts, expected) => {
    expect(answersOf(emailing(parts))).toEqual(expected);
  });

  it('opens the day after the last day to object, by the person’s clock', () => {
    const events = [notice('2026-10-01', '2026-11-17')];
    const opens = Date.UTC(2026, 10, 18, 6, 0);
    const reason = decide(emailing({ events })).reasons.find(
      ({ ruleId }) => ruleId === 'reg-f.email.procedure',
    );
    expect(reason?.clears).toEqual({ at: opens });
    expect(answersOf(emailing({ events, now: opens - 1 }))).toEqual([notMet]);
    expect(answersOf(emailing({ events, now: opens }))).toEqual([]);
  });

  it('given by the employer is closed to a creditor’s notice and open to what the consumer did', () => {
    const given = legalEvent('employer_provided', '2026-09-01', { accountId: null, scope: { emailId: 5 } });
    expect(answersOf(emailing({ events: [given, notice('2026-09-01', '2026-10-16')] }))).toEqual([
      'block EMPLOYER_EMAIL',
    ]);
    expect(answersOf(emailing({ events: [given, agreed()] }))).toEqual([]);
    expect(answersOf(emailing({ events: [given], contacts: [used()] }))).toEqual([]);
    expect(
      answersOf(emailing({ events: [given, legalEvent('prior_collector_email', '2026-08-01')] })),
    ).toEqual([]);
  });
});

describe('domains', () => {
  it.each([
    ['ana@gmail.com', 'public'],
    ['Ana@Yahoo.COM', 'public'],
    ['ana@austin.rr.com', 'public'],
    ['ana@notgmail.com', 'unknown'],
    ['ana@gmail.com.example', 'unknown'],
    ['ana@irs.gov', 'restricted'],
    ['ana@mail.example.mil', 'restricted'],
    ['ana@example.edu', 'restricted'],
    ['ana@myedu', 'unknown'],
    ['no address', 'unknown'],
    ['@gmail.com', 'unknown'],
  ])('%s is %s', (address, kind) => {
    expect(domainKindOf(address)).toBe(kind);
  });
});
