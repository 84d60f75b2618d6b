import { describe, expect, it } from 'vitest';
import { columnsFor } from '../../../../renderer/features/accounts/columns.ts';
import {
  filterOf,
  freshView,
  isNarrowed,
  listView,
  quickFilters,
} from '../../../../renderer/features/accounts/list-view.ts';
import { accountFilter } from '../../../../shared/contract/accounts.ts';

const around = { today: '2026-11-21', zone: 'America/Chicago' };

describe('the view of the list', () => {
  it.each(quickFilters)('%s is a filter the contract takes', (quick) => {
    expect(accountFilter.safeParse(filterOf({ ...freshView, quick })).success).toBe(true);
  });

  it('leaves nothing out when fresh, and every narrowing counts as one', () => {
    expect(isNarrowed(freshView)).toBe(false);
    expect(filterOf(freshView)).toEqual(accountFilter.parse({}));
    expect(isNarrowed({ ...freshView, text: '  ' })).toBe(false);
    expect(isNarrowed({ ...freshView, text: 'a' })).toBe(true);
    expect(isNarrowed({ ...freshView, quick: 'hold' })).toBe(true);
    expect(isNarrowed({ ...freshView, clientId: 3 })).toBe(true);
  });

  it('counts days past due on open accounts only', () => {
    expect(filterOf({ ...freshView, quick: 'past_60' })).toMatchObject({
      daysPastDueFrom: 60,
      statuses: ['active', 'promise', 'plan', 'hold'],
    });
  });

  it('takes back what it stored', () => {
    const kept = {
      ...freshView,
      columns: [{ id: 'phone', width: 90, hidden: true }],
      selected: { accountId: 7, row: 3 },
    };
    expect(listView.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('brings columns back in their order and widths, and keeps one that is new since', () => {
    const columns = columnsFor(
      {
        ...freshView,
        sort: 'balance',
        descending: true,
        columns: [
          { id: 'balance', width: 222, hidden: false },
          { id: 'gone-since', width: 10, hidden: false },
          { id: 'phone', width: 90, hidden: true },
        ],
      },
      around,
    );
    expect(columns).toHaveLength(14);
    const balance = columns.find((column) => column.colId === 'balance');
    const phone = columns.find((column) => column.colId === 'phone');
    expect(balance).toMatchObject({ initialWidth: 222, initialSort: 'desc' });
    expect(phone).toMatchObject({ initialHide: true, initialWidth: 90 });
    const order = columns.map((column) => column.colId);
    expect(order.indexOf('balance')).toBeLessThan(order.indexOf('phone'));
  });
});
