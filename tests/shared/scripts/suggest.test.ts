import { describe, expect, it } from 'vitest';
import { scriptDifferences } from '../../../shared/scripts/difference.ts';
import { audienceOf, pickScript } from '../../../shared/scripts/pick.ts';
import { startRun } from '../../../shared/scripts/run.ts';
import { greetingAt, sayDay } from '../../../shared/scripts/say-facts.ts';
import { type AccountStanding, suggest } from '../../../shared/scripts/suggest.ts';
import { mayTell } from '../../../shared/scripts/tell.ts';
import { makeScript, makeStep, withStep } from '../../builders/script.ts';

const plain: AccountStanding = {
  today: '2026-11-20',
  direction: 'out',
  disputed: false,
  attorney: false,
  promise: null,
  plan: null,
  settlement: null,
  spoken: true,
  lastOutcome: 'right_party',
};
const promise = { amountCents: 20_000, receivedCents: 0, dueOn: '2026-11-20', state: 'open' } as const;
const broken = { ...promise, state: 'broken' } as const;

describe('suggest', () => {
  it.each<[string, Partial<AccountStanding>, string | null, string]>([
    ['a call that comes in', { direction: 'in', disputed: true }, 'inbound_call', 'calling you'],
    ['an attorney', { attorney: true, promise: broken }, null, 'speak with the attorney'],
    ['a dispute', { disputed: true, promise: broken }, 'dispute', 'dispute'],
    [
      'a broken promise',
      { promise: broken, plan: { missed: 1, missedCents: 1 } },
      'promise_broken',
      'nothing came in',
    ],
    [
      'one kept in part',
      { promise: { ...broken, state: 'partly_kept', receivedCents: 5_000 } },
      'promise_broken',
      'only $50.00 came in',
    ],
    [
      'missed installments',
      { plan: { missed: 2, missedCents: 16_000 } },
      'plan_renegotiation',
      '2 installments of the plan were missed ($160.00)',
    ],
    ['a plan in order', { plan: { missed: 0, missedCents: 0 } }, 'first_call', 'nothing is agreed'],
    ['a promise due today', { promise }, 'promise_due', 'is due today'],
    [
      'a promise in its grace',
      { promise: { ...promise, dueOn: '2026-11-18' } },
      'promise_due',
      'was due on November 18, 2026',
    ],
    [
      'a promise in two days',
      { promise: { ...promise, dueOn: '2026-11-22' } },
      'promise_due',
      'is due on November 22, 2026',
    ],
    [
      'a promise in three days',
      { promise: { ...promise, dueOn: '2026-11-23' } },
      'first_call',
      'nothing is agreed',
    ],
    [
      'a settlement on offer',
      { settlement: { totalCents: 60_000, expiresOn: '2026-12-15' } },
      'settlement_offer',
      '$600.00 is on offer until December 15, 2026',
    ],
    ['nobody spoken with', { spoken: false }, 'first_call', 'Nobody has spoken'],
    ['a refusal', { lastOutcome: 'refused' }, 'refusal', 'refused'],
  ])('%s', (_, change, situation, why) => {
    const found = suggest({ ...plain, ...change });
    expect(found.situation).toBe(situation);
    expect(found.why).toContain(why);
  });
});

describe('which script', () => {
  it('speaks as one bound by most while the office has not said what it is', () => {
    expect(audienceOf(null, true)).toBe('third_party');
    expect(audienceOf('creditor_other_name', true)).toBe('third_party');
    expect(audienceOf('first_party_creditor', true)).toBe('medical');
    expect(audienceOf('law_office', false)).toBe('commercial');
  });

  it('takes the office’s own first, the language asked for before English', () => {
    const offered = (origin: 'shipped' | 'office', code: string, language: 'en' | 'es') => ({
      origin,
      version: 1,
      script: makeScript({ code, language }),
    });
    const some = [offered('shipped', 'a', 'en'), offered('office', 'b', 'en'), offered('shipped', 'c', 'es')];
    expect(pickScript(some, 'first_call', 'third_party', 'en')?.script.code).toBe('b');
    expect(pickScript(some, 'first_call', 'third_party', 'es')?.script.code).toBe('c');
    expect(pickScript(some.slice(0, 2), 'first_call', 'third_party', 'es')?.script.code).toBe('b');
    expect(pickScript(some, 'first_call', 'medical', 'en')).toBeNull();
  });
});

describe('what may be told', () => {
  it('keeps the debt off a voicemail and out of a location call whoever was on the line', () => {
    const script = makeScript({
      steps: [
        makeStep('a', { stage: 'voicemail' }),
        makeStep('b', { stage: 'location' }),
        makeStep('c', { stage: 'matter' }),
      ],
      start: 'a',
    });
    const run = { ...startRun(script, 1), party: 'right_party' as const };
    expect(mayTell(script, run)).toEqual({ debt: false, office: true });
    expect(mayTell(script, { ...run, step: 'b' })).toEqual({ debt: false, office: true });
    expect(mayTell(script, { ...run, step: 'c' })).toEqual({ debt: true, office: true });
    expect(mayTell(script, { ...run, step: 'c', party: 'third_party' })).toEqual({
      debt: false,
      office: false,
    });
  });
});

describe('words', () => {
  it('greets by the hour, and by none where the hour is not known', () => {
    expect(greetingAt([719], 'en')).toBe('Good morning');
    expect(greetingAt([720], 'en')).toBe('Good afternoon');
    expect(greetingAt([1080], 'es')).toBe('Buenas noches');
    expect(greetingAt([719, 779], 'en')).toBe('Hello');
    expect(sayDay('2026-07-01', 'es')).toBe('1 de julio de 2026');
  });

  it('says what one version has otherwise than another', () => {
    const script = makeScript();
    expect(scriptDifferences(script, script)).toEqual([]);
    const steps = [
      ...withStep(script, 'who', { say: 'x', prompts: ['y'] }).steps.filter(({ id }) => id !== 'elsewhere'),
      makeStep('new'),
    ];
    expect(scriptDifferences(script, { ...script, name: 'Other', steps })).toEqual([
      'The name is “Other” instead of “First call”.',
      '“Step who”: what to say, the prompts changed.',
      'New step: “Step new”.',
      'Step gone: “Step elsewhere”.',
    ]);
    expect(scriptDifferences(script, { ...script, steps: script.steps.toReversed() })).toEqual([
      'The steps stand in another order.',
    ]);
  });
});
