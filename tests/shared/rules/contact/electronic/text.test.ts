// Which numbers may be texted: who opened them, and sixty days to the day.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts, LegalEvent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const day = 86_400_000;
const notMet = 'block ELECTRONIC_PROCEDURE_NOT_MET';

function answersOf(facts: GateFacts): string[] {
  return decide(facts)
    .reasons.filter(({ step, result }) => step === 'electronic' && result !== 'warn')
    .map(({ result, code }) => `${result} ${code}`);
}

type Parts = { events?: LegalEvent[]; contacts?: PriorContact[]; phoneId?: number | null; now?: number };

function texting({ events = [], contacts = [], phoneId = 1, now = tuesday }: Parts): GateFacts {
  return gateFacts({ now, events, contacts, act: { channel: 'text', phoneId } });
}

/** A text of the consumer so many days before the 17th of November. */
const texted = (days: number, rest: Partial<PriorContact> = {}) =>
  priorCall(tuesday - days * day, { channel: 'text', direction: 'in', outcome: 'other', ...rest });
const agreed = (on: string, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('consent', on, { ...rest, detail: { consent: 'text', direct: true, ...rest.detail } });
const looked = (on: string, reassigned: boolean | undefined) =>
  legalEvent('reassigned_check', on, {
    accountId: null,
    scope: { phoneId: 1 },
    detail: reassigned === undefined ? {} : { reassigned },
  });

// Sixty days before 17 November is 18 September.
describe('a number', () => {
  const cases: [name: string, parts: Parts, expected: string[]][] = [
    ['nothing on file', {}, [notMet]],
    ['no number chosen', { phoneId: null }, ['undetermined ELECTRONIC_PROCEDURE_NOT_MET']],
    ['talked on', { contacts: [priorCall(tuesday - 20 * day, { outcome: 'right_party' })] }, [notMet]],
    ['texted 59 days ago', { contacts: [texted(59)] }, []],
    ['texted 60 days ago', { contacts: [texted(60)] }, []],
    ['texted 61 days ago', { contacts: [texted(61)] }, [notMet]],
    ['texted about another debt', { contacts: [texted(5, { accountIds: [2] })] }, [notMet]],
    ['texted from another number', { contacts: [texted(5, { phoneId: 2 })] }, [notMet]],
    ['texted long ago and again', { contacts: [texted(200), texted(10)] }, []],
    [
      'texted long ago, looked up 60 days ago',
      { contacts: [texted(200)], events: [looked('2026-09-18', false)] },
      [],
    ],
    [
      'texted long ago, looked up 61 days ago',
      { contacts: [texted(200)], events: [looked('2026-09-17', false)] },
      [notMet],
    ],
    [
      'looked up before the text',
      { contacts: [texted(61)], events: [looked('2026-09-10', false)] },
      [notMet],
    ],
    [
      'looked up, answer not recorded',
      { contacts: [texted(200)], events: [looked('2026-11-01', undefined)] },
      [notMet],
    ],
    [
      'texted lately, then found reassigned',
      { contacts: [texted(20)], events: [looked('2026-11-10', true)] },
      [notMet],
    ],
    ['found reassigned, then texted', { contacts: [texted(2)], events: [looked('2026-11-10', true)] }, []],
    ['only looked up', { events: [looked('2026-11-10', false)] }, [notMet]],
    ['agreed 60 days ago', { events: [agreed('2026-09-18')] }, []],
    ['agreed 61 days ago', { events: [agreed('2026-09-17')] }, [notMet]],
    ['agreed 61 days ago and anew', { events: [agreed('2026-09-17'), agreed('2026-11-01')] }, []],
    ['agreed long ago, looked up since', { events: [agreed('2026-05-01'), looked('2026-11-01', false)] }, []],
    [
      'agreed with the creditor only',
      { events: [agreed('2026-11-01', { detail: { direct: false } })] },
      [notMet],
    ],
    ['consent taken back', { events: [agreed('2026-11-01', { endedOn: '2026-11-10' })] }, [notMet]],
    [
      'agreed, and somebody else read a text there',
      {
        events: [
          agreed('2026-11-01'),
          legalEvent('third_party_disclosure', '2026-11-10', { accountId: null, scope: { phoneId: 1 } }),
        ],
      },
      [notMet],
    ],
  ];
  it.each(cases)('%s', (_name, parts, expected) => {
    expect(answersOf(texting(parts))).toEqual(expected);
  });

  it('goes stale at midnight behind the sixtieth day, and the verdict says so before', () => {
    const contacts = [texted(60)];
    const stale = Date.UTC(2026, 10, 18, 6, 0);
    expect(answersOf(texting({ contacts, now: stale - 1 }))).toEqual([]);
    expect(answersOf(texting({ contacts, now: stale }))).toEqual([notMet]);
    expect(decide(texting({ contacts, now: stale - 5 * 3_600_000 })).until).toBeLessThanOrEqual(stale);
  });
});

describe('social media', () => {
  const social = (publicMessage: boolean, rest: Parameters<typeof gateFacts>[0] = {}) =>
    gateFacts({
      ...rest,
      act: { channel: 'social', phoneId: null, ...rest.act },
      content: { publicMessage },
    });

  it('is closed to what others can see', () => {
    expect(answersOf(social(true))).toEqual(['block SOCIAL_MEDIA_PUBLIC']);
    expect(answersOf(social(false))).toEqual([]);
  });

  it('asks for a real name where others are asked', () => {
    const warned = decide(social(false, { act: { to: 'third_party', purpose: 'locate' } })).reasons.some(
      ({ ruleId }) => ruleId === 'reg-f.social.real-name',
    );
    expect(warned).toBe(true);
  });
});

describe('notices by wire', () => {
  const esign = legalEvent('consent', '2026-11-01', { detail: { consent: 'esign', direct: true } });
  const sent = (
    purpose: 'validation_notice' | 'verification' | 'original_creditor_answer' | 'collect',
    more: Parts = {},
  ) =>
    answersOf(
      gateFacts({
        ...more,
        act: { channel: 'text', purpose },
        events: [agreed('2026-11-01'), ...(more.events ?? [])],
      }),
    );
  const spoken = priorCall(tuesday - 9 * day, { outcome: 'right_party' });
  const missed = priorCall(tuesday - 9 * day);
  const required = ['block ESIGN_CONSENT_REQUIRED'];

  it('a validation notice after the first communication needs consent', () => {
    expect(sent('validation_notice')).toEqual([]);
    expect(sent('validation_notice', { contacts: [missed] })).toEqual([]);
    expect(sent('validation_notice', { contacts: [spoken] })).toEqual(required);
    expect(sent('validation_notice', { contacts: [spoken], events: [esign] })).toEqual([]);
    expect(
      sent('validation_notice', { contacts: [spoken], events: [{ ...esign, endedOn: '2026-11-17' }] }),
    ).toEqual(required);
  });

  it('an answer always does', () => {
    expect(sent('verification')).toEqual(required);
    expect(sent('original_creditor_answer')).toEqual(required);
    expect(sent('verification', { events: [esign] })).toEqual([]);
    expect(sent('collect')).toEqual([]);
  });
});
