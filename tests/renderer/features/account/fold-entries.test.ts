import { describe, expect, test } from 'vitest';
import { type EntryItem, foldEntries } from '../../../../renderer/features/account/timeline/fold-entries.ts';

let last = 0;

function entry(entryKind: EntryItem['entryKind'], changes: Partial<EntryItem> = {}): EntryItem {
  last += 1;
  return {
    kind: 'entry',
    account: null,
    key: `entry:${last}`,
    at: 0,
    author: 'Ada',
    entryId: last,
    entryKind,
    effectiveOn: '2026-11-01',
    amountCents: 100,
    balanceAfterCents: 100,
    dueOn: null,
    reference: '',
    method: null,
    memo: '',
    derived: false,
    basis: '',
    allowedBy: '',
    receivedOn: null,
    receiptId: null,
    reversesEntryId: null,
    reversedByEntryId: null,
    applications: [],
    ...changes,
  };
}

const shapes = (items: EntryItem[]) =>
  foldEntries(items).map((line) => (line.line === 'quiet' ? line.entries.length : line.line));

describe('the timeline’s entries', () => {
  test('bookkeeping of one turn stands as one line, however much it is', () => {
    const derived = { derived: true };
    expect(
      shapes([
        entry('payment'),
        entry('reallocation', derived),
        entry('interest', { ...derived, reversedByEntryId: 9 }),
        entry('reversal', { ...derived, reversesEntryId: 4 }),
        entry('interest', derived),
        entry('reallocation', derived),
      ]),
    ).toEqual(['item', 4, 'item']);
  });

  test('bookkeeping of two turns stands apart, unless nothing lies between', () => {
    const [first, second] = [
      { derived: true, at: 2 },
      { derived: true, at: 1 },
    ];
    expect(
      shapes([entry('reallocation', first), entry('payment', { at: 1 }), entry('reallocation', second)]),
    ).toEqual([1, 'item', 1]);
    expect(shapes([entry('reallocation', first), entry('reallocation', second)])).toEqual([2]);
  });

  test('what a person took back stays a line of its own', () => {
    expect(
      shapes([entry('reversal', { reversesEntryId: 3 }), entry('interest', { reversedByEntryId: 3 })]),
    ).toEqual(['item', 'item']);
  });

  test.each([[['judgment', 'merger']], [['merger', 'judgment']]] as const)(
    '%j is one judgment',
    ([first, second]) => {
      const lines = foldEntries([entry(first, { derived: true }), entry(second, { derived: true })]);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({
        line: 'judgment',
        judgment: { entryKind: 'judgment' },
        merger: { entryKind: 'merger' },
      });
    },
  );

  test('judgments of two days are not mixed up', () => {
    expect(shapes([entry('judgment'), entry('merger', { effectiveOn: '2026-10-01' })])).toEqual([
      'item',
      'item',
    ]);
  });
});
