import { expect, test } from 'vitest';
import { movesOf } from '../../../../renderer/features/today/moves.ts';
import type { TodayItem } from '../../../../shared/contract/today.ts';
import { type QueueKind, standardRanking } from '../../../../shared/domain/queue.ts';

function item(accountId: number, kind: QueueKind, aboutCents: number): TodayItem {
  return {
    key: `item:${accountId}`,
    kind,
    text: '',
    amountCents: null,
    dueOn: null,
    dueAt: null,
    lastOn: null,
    reminderId: null,
    memberId: null,
    missed: false,
    points: 0,
    parts: [],
    facts: {
      kind,
      aboutCents,
      daysLate: 0,
      daysToDeadline: null,
      callable: 'unknown',
      priority: 0,
      triesToday: 0,
    },
    accountId,
    debtorName: `Debtor ${accountId}`,
    accountNumber: null,
    balanceCents: aboutCents,
    call: null,
    also: [],
  };
}

const items = [
  item(1, 'promise_broken', 10_000),
  item(2, 'reminder_due', 10_000),
  item(3, 'next_step', 9_000_000),
];

test('nothing moves by the same weights', () =>
  expect(movesOf(items, standardRanking, standardRanking)).toEqual([]));

test('other weights name each row with another place, from and to', () => {
  const heavier = { ...standardRanking, factors: { ...standardRanking.factors, worth: 300 } };
  expect(movesOf(items, standardRanking, heavier)).toEqual([
    { name: 'Debtor 3', from: 3, to: 1, points: 112 },
    { name: 'Debtor 1', from: 1, to: 2, points: 84 },
    { name: 'Debtor 2', from: 2, to: 3, points: 74 },
  ]);
});
