/** What a strategy plans, what ends it, and what is said of one before it is kept. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountStatuses } from '../../../shared/domain/account.ts';
import {
  type CheckSurroundings,
  checkStrategy,
  chosenStops,
  everybody,
  lawStops,
  type MemberFacts,
  noConditions,
  plannedDays,
  type StrategyBody,
  type StrategyStep,
  stopOf,
  unmetOf,
} from '../../../shared/domain/strategy.ts';
import { shippedLetters } from '../../../shared/templates/letters/library.ts';
import { strategyModels } from '../../../shared/templates/strategies/models.ts';
import { stepSentence } from '../../../shared/text/strategy-words.ts';

const step = (kind: StrategyStep['kind'], change: Partial<StrategyStep> = {}): StrategyStep => ({
  kind,
  wait: 0,
  unit: 'days',
  conditions: noConditions,
  otherwise: 'skip',
  templateCode: kind === 'letter' ? 'friendly-reminder' : '',
  holdDays: 0,
  text: '',
  ...change,
});

const body = (steps: StrategyStep[], change: Partial<StrategyBody> = {}): StrategyBody => ({
  about: '',
  forWhom: everybody,
  steps,
  stops: ['payment', 'promise', 'plan'],
  ...change,
});

const firstParty: CheckSurroundings = {
  collector: false,
  callsInSevenDays: null,
  templateCodes: shippedLetters.map(({ code }) => code),
};
const collector: CheckSurroundings = { ...firstParty, collector: true, callsInSevenDays: 7 };

const facts: MemberFacts = {
  status: 'active',
  balanceCents: 10_000,
  holds: [],
  paid: false,
  promised: false,
  reached: false,
  mailReturned: false,
  hasPlan: false,
  lastPaymentOn: null,
  noticeSent: false,
};

describe('days', () => {
  test('each step counts from the one before, a hold from its end', () => {
    const steps = [
      step('letter', { wait: 1 }),
      step('hold', { wait: 2, holdDays: 5 }),
      step('call', { wait: 1 }),
      step('review', { wait: 3, unit: 'business_days' }),
    ];
    // 20 November 2026 is a Friday; Thanksgiving is the 26th.
    expect(plannedDays(steps, '2026-11-19')).toEqual([
      '2026-11-20',
      '2026-11-22',
      '2026-11-28',
      '2026-12-02',
    ]);
  });

  test('never run backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.boolean(), fc.nat(30)), { maxLength: 30 }), (waits) => {
        const steps = waits.map(([wait, business, holdDays]) =>
          step(holdDays > 20 ? 'hold' : 'call', {
            wait,
            holdDays,
            unit: business ? 'business_days' : 'days',
          }),
        );
        const days = plannedDays(steps, '2026-11-20');
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});

describe('what ends it', () => {
  test.each([...lawStops])('%s ends every strategy', (stop) => {
    const held: MemberFacts =
      stop === 'closed'
        ? { ...facts, status: 'closed' }
        : stop === 'nothing_owed'
          ? { ...facts, status: 'paid', balanceCents: 0 }
          : { ...facts, holds: [stop] };
    expect(stopOf([], held)).toBe(stop);
  });

  test.each([
    ['payment', { paid: true }],
    ['promise', { promised: true }],
    ['promise', { status: 'promise' }],
    ['plan', { hasPlan: true }],
    ['reached', { reached: true }],
    ['mail_returned', { mailReturned: true }],
    ['any_hold', { holds: ['house'] }],
  ] as const)('%s ends one that says so, and no other', (stop, change) => {
    expect(stopOf([stop], { ...facts, ...change })).toBe(stop);
    expect(stopOf([], { ...facts, ...change })).toBeNull();
  });

  test('the law comes first', () => {
    expect(stopOf([...chosenStops], { ...facts, paid: true, holds: ['bankruptcy', 'house'] })).toBe(
      'bankruptcy',
    );
  });

  test('nothing of the law is ever overlooked, whatever else is so', () => {
    fc.assert(
      fc.property(
        fc.subarray([...chosenStops]),
        fc.subarray(['dispute', 'cease', 'bankruptcy', 'deceased', 'attorney'] as const, { minLength: 1 }),
        fc.constantFrom(...accountStatuses),
        fc.boolean(),
        (stops, holds, status, paid) => {
          expect(stopOf(stops, { ...facts, holds, status, paid })).not.toBeNull();
        },
      ),
    );
  });
});

test.each([
  ['more is owed', { balanceOverCents: 9_999 }, {}, null],
  ['just as much is owed', { balanceOverCents: 10_000 }, {}, 'balanceOverCents'],
  ['nothing was paid', { noPaymentDays: 7 }, {}, null],
  ['paid on the first of the days', { noPaymentDays: 7 }, { lastPaymentOn: '2026-11-13' }, 'noPaymentDays'],
  ['paid the day before', { noPaymentDays: 7 }, { lastPaymentOn: '2026-11-12' }, null],
  ['spoken with', { notReached: true }, { reached: true }, 'notReached'],
  ['no notice', { noticeSent: true }, {}, 'noticeSent'],
  ['a notice', { noticeSent: true }, { noticeSent: true }, null],
] as const)('a condition: %s', (_, conditions, change, unmet) => {
  expect(unmetOf({ ...noConditions, ...conditions }, { ...facts, ...change }, '2026-11-20')).toBe(unmet);
});

describe('checking', () => {
  const errors = (kept: StrategyBody, around = firstParty) =>
    checkStrategy(kept, around)
      .filter(({ kind }) => kind === 'error')
      .map(({ step: at, text }) => [at, text]);

  test('one without steps, one that only waits, one of too many', () => {
    expect(errors(body([]))).toEqual([[null, 'It has no steps yet. Add the first one.']]);
    expect(errors(body([step('wait')])).map(([at]) => at)).toEqual([0, null]);
    expect(errors(body(Array.from({ length: 31 }, () => step('review'))))).toHaveLength(1);
  });

  test('more calls in seven days than the office may make', () => {
    const calls = (wait: number) => body(Array.from({ length: 8 }, () => step('call', { wait })));
    expect(errors(calls(0), collector).map(([at]) => at)).toEqual([7]);
    expect(errors(calls(1), collector)).toEqual([]);
    expect(errors(calls(0), firstParty)).toEqual([]);
  });

  test('a collector is warned of a letter before the notice', () => {
    const warned = (kept: StrategyBody, around: CheckSurroundings) =>
      checkStrategy(kept, around).some(({ text }) => text.includes('validation notice'));
    const plain = body([step('letter'), step('review')]);
    expect(warned(plain, collector)).toBe(true);
    expect(warned(plain, firstParty)).toBe(false);
    expect(warned({ ...plain, forWhom: { ...everybody, notice: 'sent' } }, collector)).toBe(false);
    const asked = step('letter', { conditions: { ...noConditions, noticeSent: true } });
    expect(warned(body([asked, step('review')]), collector)).toBe(false);
  });

  test('a range nobody fits and a letter that is not in use', () => {
    const forWhom = { ...everybody, balanceFromCents: 500, balanceToCents: 400 };
    expect(errors(body([step('review')], { forWhom }))).toHaveLength(1);
    expect(errors(body([step('letter', { templateCode: 'gone' })]))).toEqual([
      [0, 'Its letter is not in use any more. Choose another one.'],
    ]);
  });

  test.each(strategyModels.map((model) => [model.name, model] as const))(
    'the model “%s” may be kept',
    (_, model) => {
      expect(errors(model.body, firstParty)).toEqual([]);
      expect(errors(model.body, collector)).toEqual([]);
      // A letter before the notice is only warned of where the debts are the office’s own.
      if (model.code === 'third-party-consumer') {
        expect(checkStrategy(model.body, collector).filter(({ text }) => text.includes('notice'))).toEqual(
          [],
        );
      }
    },
  );
});

test('the first letter of a collector is the validation notice, or waits for it', () => {
  const cautions = (templateCode: string) =>
    checkStrategy(body([step('letter', { templateCode })]), collector).filter(({ text }) =>
      text.includes('validation notice'),
    ).length;
  expect(cautions('validation-notice')).toBe(0);
  expect(cautions('friendly-reminder')).toBe(1);
});

test('a step reads as a sentence', () => {
  const call = step('call', {
    wait: 7,
    text: 'Ask about the bill.',
    conditions: { ...noConditions, noPaymentDays: 7 },
  });
  expect(stepSentence(call, () => '')).toBe(
    'After 7 days: call: Ask about the bill, if no payment came in 7 days (else leave it out and go on)',
  );
  expect(stepSentence(step('letter'), () => 'Friendly reminder')).toBe('At once: letter “Friendly reminder”');
});
