import { describe, expect, test } from 'vitest';
import {
  offersBeside,
  totalWords,
  workedText,
  workOut,
} from '../../../../../renderer/features/account/plans/work-out.ts';
import {
  blankWorkshop,
  figureOfFault,
  leastThatWorks,
  namedMissing,
  type PlanBasis,
  type WorkshopFields,
  type WorkshopKind,
  workshopOfOffer,
  workshopSchema,
} from '../../../../../renderer/features/account/plans/workshop-form.ts';
import type { OfferRow } from '../../../../../shared/contract/offers.ts';

const today = '2026-11-21';

const basis: PlanBasis = {
  today,
  owedCents: 100_000,
  interest: null,
  mixedTerms: false,
  floors: {
    leastPaymentCents: 5000,
    longestMonths: 24,
    leastSettlementShare: 4000,
    mayGoBelow: 'The office manager',
    graceDays: 3,
  },
};

const bearing: PlanBasis = {
  ...basis,
  interest: { rate: '12', dayCount: 'actual_365', fromOn: today, baseCents: 90_000 },
};

function typed(kind: WorkshopKind, changes: Partial<WorkshopFields>): WorkshopFields {
  return { ...blankWorkshop(kind, '2026-12-01'), ...changes };
}

function wrongAt(kind: WorkshopKind, changes: Partial<WorkshopFields>): string[] {
  const read = workshopSchema(kind, today, basis).safeParse(typed(kind, changes));
  return read.success ? [] : [...new Set(read.error.issues.map((issue) => issue.path.join('.')))];
}

function answerTo(kind: WorkshopKind, changes: Partial<WorkshopFields>, from: PlanBasis = basis) {
  return workOut(kind, workshopSchema(kind, today, from).parse(typed(kind, changes)), from);
}

describe('each unknown is worked out from what was typed', () => {
  test.each([
    [
      'amount',
      { asked: 'amount', second: 'lastOn', count: '3' },
      { amountCents: 33_334, lastCents: 33_332, count: 3, lastOn: '2027-02-01', totalCents: 100_000 },
    ],
    [
      'amount by a last day',
      { asked: 'amount', second: 'count', lastOn: '3/31/2027' },
      { amountCents: 25_000, count: 4, lastOn: '2027-03-01' },
    ],
    [
      'count',
      { asked: 'count', second: 'lastOn', amount: '150' },
      { amountCents: 15_000, lastCents: 10_000, count: 7 },
    ],
    [
      'first day',
      { asked: 'firstOn', second: 'amount', count: '4', lastOn: '6/15/2027' },
      { firstOn: '2027-03-15', lastOn: '2027-06-15', amountCents: 25_000 },
    ],
    ['last day', { asked: 'lastOn', second: 'count', amount: '250' }, { lastOn: '2027-03-01', count: 4 }],
    [
      'total',
      { asked: 'total', second: 'lastOn', amount: '50', count: '6' },
      { totalCents: 30_000, lastOn: '2027-05-01' },
    ],
  ] as const)('%s', (_name, changes, expected) => {
    expect(answerTo('plan', changes)).toMatchObject({ ok: true, value: expected });
  });

  test('with interest the last line leaves nothing and the interest is in the sum', () => {
    const answer = answerTo('plan', { count: '6' }, bearing);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.schedule.at(-1)?.leftCents).toBe(0);
    expect(answer.value.paidCents).toBe(100_000 + answer.value.interestCents);
    expect(answer.value.interestCents).toBeGreaterThan(0);
    expect(answerTo('plan', { count: '6', withInterest: false }, bearing)).toMatchObject({
      ok: true,
      value: { interestCents: 0, paidCents: 100_000 },
    });
  });

  test('a total beyond what is owed is refused when it was worked out too', () => {
    expect(answerTo('plan', { asked: 'total', second: 'lastOn', amount: '500', count: '6' })).toMatchObject({
      ok: false,
      error: { code: 'plan.over_balance', params: { balanceCents: 100_000 } },
    });
  });

  test('floors are held against the answer', () => {
    expect(answerTo('plan', { count: '25' })).toMatchObject({
      ok: true,
      value: { brokenFloors: [{ floor: 'least_payment', allowed: 5000, asked: 4000 }] },
    });
  });

  test.each([
    ['as a share', { share: '45' }, 45_000, []],
    ['as a sum', { total: '300' }, 30_000, [{ floor: 'least_settlement_share', allowed: 4000, asked: 3000 }]],
  ] as const)('a settlement in one sum, %s', (_name, changes, totalCents, brokenFloors) => {
    expect(answerTo('settlement', { ...changes, firstOn: '12/15' })).toMatchObject({
      ok: true,
      value: { totalCents, count: 1, lastOn: '2026-12-15', brokenFloors },
    });
  });

  test('a settlement that forgives nothing is refused, and one in parts is split', () => {
    expect(answerTo('settlement', { total: '1000' })).toMatchObject({
      ok: false,
      error: { code: 'settlement.not_below' },
    });
    expect(answerTo('settlement', { lump: false, share: '60', count: '3' })).toMatchObject({
      ok: true,
      value: { totalCents: 60_000, count: 3, amountCents: 20_000 },
    });
  });

  test('named instalments stand as they were named and must add up', () => {
    const named = [
      { dueOn: '12/01', amount: '700' },
      { dueOn: '1/15/2027', amount: '100' },
    ];
    const fields = typed('plan', { shape: 'named', named, downPayment: '150' });
    expect(namedMissing(fields, 100_000)).toBe(5000);
    expect(answerTo('plan', { shape: 'named', named, downPayment: '150' })).toMatchObject({
      ok: false,
      error: { code: 'plan.not_adding_up' },
    });
    expect(answerTo('plan', { shape: 'named', named, downPayment: '200', downOn: '11/25' })).toMatchObject({
      ok: true,
      value: { schedule: [{ number: 0, amountCents: 20_000 }, { amountCents: 70_000 }, { leftCents: 0 }] },
    });
  });
});

describe('what is missing is said at its field', () => {
  test.each([
    ['plan', { count: '' }, ['count']],
    ['plan', { count: '601' }, ['count']],
    ['plan', { count: '2.5' }, ['count']],
    ['plan', { count: '3', firstOn: '11/20/2026' }, ['firstOn']],
    ['plan', { count: '3', firstOn: '11/21/2026' }, []],
    ['plan', { asked: 'count', second: 'lastOn', amount: 'x', count: 'nonsense' }, ['amount']],
    ['plan', { count: '3', total: '1000.01' }, ['total']],
    ['plan', { count: '3', frequency: 'semi_monthly', secondDay: '32' }, ['secondDay']],
    ['plan', { shape: 'named' }, ['named']],
    ['plan', { shape: 'named', named: [{ dueOn: 'x', amount: '5' }] }, ['named.0.dueOn']],
    ['settlement', {}, ['total']],
    ['settlement', { share: '101' }, ['share']],
    ['settlement', { share: '50', expiresOn: '11/20/2026' }, ['expiresOn']],
  ] as const)('%s with %j is wrong at %j', (kind, changes, fields) => {
    expect(wrongAt(kind, changes as Partial<WorkshopFields>)).toEqual(fields);
  });
});

describe('the way out of a plan that cannot be', () => {
  test('names the least that works, and its field', () => {
    const answer = answerTo('plan', { asked: 'count', second: 'lastOn', amount: '1' });
    if (answer.ok) throw new Error('a cent a month pays nothing off');
    expect(figureOfFault(answer.error.code, { asked: 'count' })).toBe('amount');
    const least = leastThatWorks(answer.error);
    expect(least).toBe(167);
    expect(answerTo('plan', { asked: 'count', second: 'lastOn', amount: '1.67' })).toMatchObject({
      ok: true,
      value: { count: 599 },
    });
  });

  test('interest that eats the instalments has one too', () => {
    const answer = answerTo('plan', { asked: 'count', second: 'lastOn', amount: '5' }, bearing);
    expect(answer).toMatchObject({ ok: false, error: { code: 'plan.never_pays_off' } });
    const least = answer.ok ? null : leastThatWorks(answer.error);
    expect(least).not.toBeNull();
    const text = ((least ?? 0) / 100).toFixed(2);
    expect(answerTo('plan', { asked: 'count', second: 'lastOn', amount: text }, bearing).ok).toBe(true);
  });

  test.each([
    ['plan.over_balance', { balanceCents: 5 }],
    ['plan.too_small', { leastCents: 1 }],
    ['plan.too_small', {}],
  ])('%s with %j offers none', (code, params) => {
    expect(leastThatWorks({ code, params })).toBeNull();
  });
});

describe('offers side by side', () => {
  const beside = (changes: Partial<WorkshopFields>, affordableCents: number | null = null) =>
    offersBeside({
      kind: 'plan',
      fields: typed('plan', changes),
      basis,
      today,
      shown: null,
      affordableCents,
    });

  test('three to five stand before how many or how much is known', () => {
    const offers = beside({});
    expect(offers.length).toBeGreaterThanOrEqual(3);
    expect(offers.length).toBeLessThanOrEqual(5);
    for (const offer of offers) expect(offer.paidCents).toBe(100_000);
  });

  test('one of them fits the budget', () => {
    expect(beside({}, 7000).some((offer) => offer.affordable && offer.amountCents === 6667)).toBe(true);
  });

  test('none while the first day is no day', () => {
    expect(beside({ firstOn: 'soon' })).toEqual([]);
  });
});

describe('figures as their fields show them', () => {
  test('typed back, a worked-out figure gives the same plan', () => {
    const answer = answerTo('plan', { count: '5', roll: 'previous_business_day', firstOn: '1/2/2027' });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(workedText('amount', answer.value)).toBe('200.00');
    expect(workedText('lastOn', answer.value)).toBe('05/02/2027');
    expect(
      answerTo('plan', {
        asked: 'amount',
        second: 'count',
        roll: 'previous_business_day',
        firstOn: '1/2/2027',
        lastOn: workedText('lastOn', answer.value),
      }),
    ).toEqual(answer);
  });

  test('the total says what becomes of the rest', () => {
    expect(totalWords('plan', 60_000, 100_000)).toBe('$400.00 stays outside the plan');
    expect(totalWords('plan', null, 100_000)).toBe('The whole balance');
    expect(totalWords('settlement', 45_000, 100_000)).toBe('45 %; $550.00 forgiven');
    expect(totalWords('settlement', null, 100_000)).toBe('Of $1,000.00 owed');
  });
});

test('an offer put back into the workshop asks for the same plan', () => {
  const made = answerTo('plan', { asked: 'count', second: 'lastOn', amount: '150', downPayment: '100' });
  if (!made.ok) throw new Error(made.error.code);
  const { terms } = made.value;
  const offer: OfferRow = {
    offerId: 9,
    accountId: 1,
    kind: 'plan',
    madeBy: 'debtor',
    countersOfferId: null,
    balanceCents: 100_000,
    totalCents: terms.totalCents,
    terms: {
      ...terms,
      secondDay: null,
      amountCents: terms.amountCents ?? null,
      downPayment: terms.downPayment ?? null,
      balloonCents: null,
      uneven: null,
      roll: 'none',
      interest: null,
    },
    settlement: null,
    accounts: [1, 4],
    brokenFloors: [],
    overrideReason: '',
    allowedBy: '',
    outcome: 'open',
    outcomeAt: null,
    outcomeReason: '',
    memo: '',
    madeAt: 0,
    author: 'desk',
  };
  const fields = workshopOfOffer(offer, today);
  expect(fields).toMatchObject({ countersOfferId: 9, covers: [4] });
  const again = workOut('plan', workshopSchema('plan', today, basis).parse(fields), basis);
  expect(again).toMatchObject({ ok: true, value: { schedule: made.value.schedule } });
});
