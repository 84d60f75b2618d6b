import { expect, test } from 'vitest';
import { addressLines } from '../../../../renderer/features/account/facts/address-lines.ts';
import { groupByDay } from '../../../../renderer/features/account/timeline/day-groups.ts';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';

function note(noteId: number, at: number): TimelineItem {
  return {
    kind: 'note',
    key: `note:${noteId}`,
    at,
    author: 'Office',
    noteId,
    text: '',
    addendumTo: null,
    account: null,
    noteKind: 'note',
    pinned: false,
  };
}

test('items stand under their day in the zone, in the order given', () => {
  // 05:30 UTC is half past eleven in the evening before in Chicago.
  const late = note(2, Date.UTC(2026, 10, 21, 5, 30));
  const morning = note(3, Date.UTC(2026, 10, 21, 15));
  const groups = groupByDay([morning, late, note(1, Date.UTC(2026, 10, 20, 15))], 'America/Chicago');
  expect(groups.map((group) => [group.day, group.items.map((item) => item.key)])).toEqual([
    ['2026-11-21', ['note:3']],
    ['2026-11-20', ['note:2', 'note:1']],
  ]);
  expect(groupByDay([], 'America/Chicago')).toEqual([]);
});

test('an address leaves no gap where a part is missing', () => {
  const address = {
    line1: '12 Elm St',
    line2: '',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    country: 'USA',
  };
  expect(addressLines(address)).toEqual(['12 Elm St', 'Austin, TX 78701']);
  expect(addressLines({ ...address, city: '' })).toEqual(['12 Elm St', 'TX 78701']);
  expect(addressLines({ ...address, region: '', postalCode: '', country: 'Canada' })).toEqual([
    '12 Elm St',
    'Austin',
    'Canada',
  ]);
});
