import { expect, it } from 'vitest';
import { missedFirst } from '../../../../renderer/features/plans/missed-first.ts';

it('puts what was missed first, oldest first, and what has ended last', () => {
  const rows = [
    { name: 'kept', state: 'kept', dueOn: '2026-01-01' },
    { name: 'open later', state: 'open', dueOn: '2026-12-01' },
    { name: 'broken late', state: 'broken', dueOn: '2026-11-10' },
    { name: 'plan behind', state: 'active', missed: 2, nextDueOn: '2026-11-05' },
    { name: 'plan on time', state: 'active', missed: 0, nextDueOn: '2026-11-25' },
    { name: 'partly', state: 'partly_kept', dueOn: '2026-11-01' },
    { name: 'plan ended', state: 'completed', missed: 3, nextDueOn: null },
  ];
  expect(missedFirst(rows).map((row) => row.name)).toEqual([
    'plan behind',
    'broken late',
    'partly',
    'plan on time',
    'open later',
    'kept',
    'plan ended',
  ]);
});
