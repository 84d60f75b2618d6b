import { describe, expect, test } from 'vitest';
import {
  type AmendBasis,
  blankPlanChange,
  leftOf,
  type PlanChangeFields,
  planChangeSchema,
  reasonedChangeSchema,
} from '../../../../../renderer/features/account/plans/plan-change-form.ts';
import type { PlanFacts } from '../../../../../shared/contract/plans.ts';

const today = '2026-11-21';

const plan: PlanFacts = {
  planId: 1,
  accountId: 1,
  debtorName: 'Ada Quill',
  accountNumber: 'A-1',
  kind: 'plan',
  accounts: [{ accountId: 1, number: 'A-1', balanceCents: 25_000 }],
  state: 'active',
  endedReason: null,
  frequency: 'monthly',
  totalCents: 40_000,
  paidCents: 15_000,
  startedOn: '2026-09-01',
  nextDueOn: '2026-12-01',
  nextAmountCents: 10_000,
  missed: 1,
  pausedUntil: null,
  version: 1,
  settlement: null,
  instalments: [
    { number: 1, dueOn: '2026-10-01', amountCents: 10_000, paidCents: 10_000, state: 'paid' },
    { number: 2, dueOn: '2026-11-01', amountCents: 10_000, paidCents: 5000, state: 'partly_paid' },
    { number: 3, dueOn: '2026-12-01', amountCents: 10_000, paidCents: 0, state: 'upcoming' },
    { number: 4, dueOn: '2027-01-01', amountCents: 10_000, paidCents: 0, state: 'upcoming' },
  ],
};

const basis: AmendBasis = { leftCents: 25_000, secondDay: null, roll: 'next_business_day', interest: null };
const typed = (changes: Partial<PlanChangeFields>): PlanChangeFields => ({
  ...blankPlanChange(plan, today),
  ...changes,
});

test('what is left of a plan is what is not paid yet, instalment by instalment', () => {
  expect(leftOf(plan)).toEqual([
    { number: 2, dueOn: '2026-11-01', amountCents: 5000 },
    { number: 3, dueOn: '2026-12-01', amountCents: 10_000 },
    { number: 4, dueOn: '2027-01-01', amountCents: 10_000 },
  ]);
});

test('what was missed is the first thing asked about, and the next instalment the one to skip', () => {
  expect(blankPlanChange(plan, today)).toMatchObject({
    change: 'catch_up',
    skipNumber: '3',
    nextOn: '12/01/2026',
    count: '3',
  });
});

describe('a change as it is typed', () => {
  const schema = planChangeSchema(today, basis);

  test.each([
    [{ change: 'skip' }, { change: 'skip', number: 3 }],
    [{ change: 'catch_up' }, { change: 'catch_up', how: 'with_next', over: null }],
    [
      { change: 'catch_up', how: 'spread', over: '2' },
      { change: 'catch_up', how: 'spread', over: 2 },
    ],
    [
      { change: 'redate', nextOn: '12/15' },
      { change: 'redate', nextOn: '2026-12-15' },
    ],
    [
      { change: 'pause', until: '2/1/2027' },
      { change: 'pause', until: '2027-02-01' },
    ],
  ] as const)('%j means %j', (changes, expected) => {
    expect(schema.parse(typed(changes))).toEqual(expected);
  });

  test('new terms keep the rule for weekends, and an amount gives its count', () => {
    expect(schema.parse(typed({ change: 'amend', by: 'amount', amount: '60' }))).toMatchObject({
      change: 'amend',
      terms: {
        totalCents: 25_000,
        count: 5,
        amountCents: 6000,
        firstOn: '2026-12-01',
        roll: 'next_business_day',
      },
    });
  });

  test.each([
    [{ change: 'skip', skipNumber: '' }, ['skipNumber']],
    [{ change: 'catch_up', how: 'spread', over: '0' }, ['over']],
    [{ change: 'redate', nextOn: '11/20/2026' }, ['nextOn']],
    [{ change: 'pause', until: '' }, ['until']],
    [{ change: 'amend', count: '0' }, ['count']],
    [{ change: 'amend', by: 'amount', amount: '0.01' }, ['amount']],
  ] as const)('%j is wrong at %j', (changes, fields) => {
    const read = schema.safeParse(typed(changes));
    expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });

  test('nothing is sent without its reason', () => {
    const reasoned = reasonedChangeSchema(today, basis);
    const missing = reasoned.safeParse(typed({ change: 'pause', until: '' }));
    expect(missing.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['until', 'reason']);
    expect(reasoned.parse(typed({ change: 'skip', reason: ' Car broke down ' }))).toEqual({
      change: { change: 'skip', number: 3 },
      reason: 'Car broke down',
    });
  });
});
