import { describe, expect, test } from 'vitest';
import { answerPlan, offersOf } from '../../../../renderer/features/account/panels/plan-calculator.ts';
import { blankPlan, planSchema, typedTotal } from '../../../../renderer/features/account/panels/plan-form.ts';

const common = { totalCents: 100_000, frequency: 'monthly', firstOn: '2026-12-01' } as const;

describe('the calculator', () => {
  test('from a count to an amount', () => {
    const answer = answerPlan({ ...common, by: 'count', count: 3 }, 100_000);
    expect(answer).toMatchObject({
      ok: true,
      value: { amountCents: 33_334, lastCents: 33_332, lastOn: '2027-02-01', terms: { count: 3 } },
    });
  });

  test('from an amount to a count, the last one smaller', () => {
    const answer = answerPlan({ ...common, by: 'amount', amountCents: 15_000 }, 100_000);
    expect(answer).toMatchObject({
      ok: true,
      value: { terms: { count: 7 }, amountCents: 15_000, lastCents: 10_000 },
    });
  });

  test('an amount beyond the total is one instalment of the total', () => {
    const answer = answerPlan({ ...common, by: 'amount', amountCents: 200_000 }, 100_000);
    expect(answer).toMatchObject({
      ok: true,
      value: { terms: { count: 1, amountCents: null }, amountCents: 100_000 },
    });
  });

  test.each([1, 2, 3, 7, 12, 60, 599, 600])('%i instalments add up to the cent', (count) => {
    const answer = answerPlan({ ...common, totalCents: 99_999, by: 'count', count }, 99_999);
    const sum = answer.ok ? answer.value.schedule.reduce((total, one) => total + one.amountCents, 0) : null;
    expect(sum).toBe(99_999);
  });

  test.each([
    [{ ...common, by: 'count', count: 3 } as const, 99_999, 'plan.over_balance'],
    [{ ...common, by: 'count', count: 3 } as const, 0, 'plan.nothing_owed'],
    [{ ...common, by: 'amount', amountCents: 1 } as const, 100_000, 'plan.too_small'],
    [{ ...common, totalCents: 5, by: 'count', count: 7 } as const, 100_000, 'plan.too_small'],
  ])('refuses %j over %i', (question, balanceCents, code) => {
    expect(answerPlan(question, balanceCents)).toMatchObject({ ok: false, error: { code } });
  });

  test('offers that a sum cannot be split into are left out', () => {
    expect(offersOf(5, 'monthly', '2026-12-01', [3, 6]).map((offer) => offer.count)).toEqual([3]);
  });
});

describe('the typed question', () => {
  const schema = planSchema('2026-11-21', 100_000);

  test('an empty total is the whole balance', () => {
    const read = schema.safeParse({ ...blankPlan, firstOn: '12/01', count: '6' });
    expect(read.data).toEqual({ ...common, by: 'count', count: 6 });
    expect(typedTotal({ total: '' }, 100_000)).toBe(100_000);
    expect(typedTotal({ total: '12x' }, 100_000)).toBeNull();
  });

  test.each([
    [{ firstOn: '11/20/2026', count: '3' }, ['firstOn']],
    [{ firstOn: '11/21/2026', count: '3' }, []],
    [{ firstOn: '12/01', count: '' }, ['count']],
    [{ firstOn: '12/01', count: '601' }, ['count']],
    [{ firstOn: '12/01', count: '2.5' }, ['count']],
    [{ firstOn: '12/01', by: 'amount', amount: 'x' }, ['amount']],
    [{ firstOn: '12/01', by: 'amount', amount: '50', count: 'nonsense' }, []],
    [{ firstOn: 'x', total: 'y', count: '0' }, ['total', 'firstOn', 'count']],
  ] as const)('%j is wrong at %j', (changes, fields) => {
    const read = schema.safeParse({ ...blankPlan, ...changes });
    expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });
});
