import { describe, expect, test } from 'vitest';
import { type Narrowing, narrow } from '../../../../renderer/features/plans/narrow.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';

type Answer = OutputOf<'plans.list'>;

const plan = (planId: number, over: Partial<Answer['plans'][number]>): Answer['plans'][number] => ({
  planId,
  accountId: planId,
  debtorName: 'Ada Quill',
  accountNumber: `A-${planId}`,
  kind: 'plan',
  accounts: [],
  state: 'active',
  endedReason: null,
  frequency: 'monthly',
  totalCents: 10_000,
  paidCents: 0,
  startedOn: '2026-10-01',
  nextDueOn: '2026-12-01',
  nextAmountCents: 5000,
  missed: 0,
  pausedUntil: null,
  version: 1,
  settlement: null,
  ...over,
});

const promise = (
  promiseId: number,
  state: Answer['promises'][number]['state'],
): Answer['promises'][number] => ({
  promiseId,
  accountId: promiseId,
  debtorName: 'Ada Quill',
  accountNumber: `A-${promiseId}`,
  amountCents: 2000,
  receivedCents: 0,
  dueOn: '2026-12-01',
  graceEndsOn: '2026-12-04',
  madeOn: '2026-11-01',
  payer: '',
  method: null,
  state,
  cancelledReason: null,
});

const answer: Answer = {
  plans: [
    plan(1, {}),
    plan(2, { missed: 1 }),
    plan(3, { pausedUntil: '2027-01-01' }),
    plan(4, { state: 'completed', missed: 2 }),
    plan(5, { kind: 'settlement' }),
    plan(6, { kind: 'settlement', state: 'defaulted' }),
  ],
  promises: [
    promise(7, 'open'),
    promise(8, 'broken'),
    promise(9, 'partly_kept'),
    promise(10, 'kept'),
    promise(11, 'cancelled'),
  ],
};

function ids(narrowing: Narrowing): number[] {
  const { promises, plans, settlements } = narrow(answer, narrowing);
  return [
    ...plans.map((one) => one.planId),
    ...settlements.map((one) => one.planId),
    ...promises.map((one) => one.promiseId),
  ];
}

describe('what the screen shows', () => {
  test.each([
    [{ kind: 'all', state: 'open' }, [1, 2, 3, 5, 7, 8, 9]],
    [{ kind: 'all', state: 'behind' }, [2, 8, 9]],
    [{ kind: 'all', state: 'paused' }, [3]],
    [{ kind: 'all', state: 'ended' }, [4, 6, 10, 11]],
    [{ kind: 'all', state: 'all' }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    [{ kind: 'promises', state: 'open' }, [7, 8, 9]],
    [{ kind: 'plans', state: 'open' }, [1, 2, 3]],
    [{ kind: 'settlements', state: 'all' }, [5, 6]],
  ] as const)('%j', (narrowing, expected) => {
    expect(ids(narrowing)).toEqual(expected);
  });
});
