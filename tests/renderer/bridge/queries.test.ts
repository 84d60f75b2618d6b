/** Which answers go stale with what: a screen that goes on showing what has changed lies. */
import { afterEach, expect, test, vi } from 'vitest';
import { dropOfDay, followChanges, makeQueryClient } from '../../../renderer/bridge/queries.ts';
import type { DuebookEvent, Subject } from '../../../shared/contract/events.ts';

const shown = [
  'accounts.get',
  'accounts.list',
  'clients.list',
  'ledger.charges',
  'letters.list',
  'plans.get',
  'plans.list',
  'reminders.list',
  'reports.aging',
  'timeline.page',
  'today.list',
];

function makeCache() {
  let tell: (event: DuebookEvent) => void = () => undefined;
  vi.stubGlobal('window', {
    duebook: {
      onEvent(listener: typeof tell) {
        tell = listener;
        return () => undefined;
      },
    },
  });
  const client = makeQueryClient();
  followChanges(client);
  for (const call of shown) client.setQueryData([call, {}], {});
  return {
    client,
    change: (subject: Subject) => tell({ type: 'changed', changes: [{ subject, accountIds: [1] }] }),
    stale: () => shown.filter((call) => client.getQueryState([call, {}])?.isInvalidated),
  };
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [
    'a name, wherever one stands',
    'debtors',
    ['accounts.get', 'accounts.list', 'letters.list', 'plans.list', 'reminders.list', 'today.list'],
  ],
  [
    'an entry of the ledger',
    'ledger',
    [
      'accounts.get',
      'accounts.list',
      'ledger.charges',
      'plans.get',
      'reports.aging',
      'timeline.page',
      'today.list',
    ],
  ],
  ['a reminder', 'reminders', ['reminders.list', 'timeline.page', 'today.list']],
  ['a promise or plan', 'plans', ['accounts.list', 'plans.get', 'plans.list', 'timeline.page', 'today.list']],
] as const)('%s', (_, subject, calls) => {
  const cache = makeCache();
  expect(cache.stale()).toEqual([]);
  cache.change(subject);
  expect(cache.stale()).toEqual(expect.arrayContaining([...calls]));
});

test('a new day: whatever counts from today, a promise that lapsed among it', () => {
  const cache = makeCache();
  dropOfDay(cache.client);
  expect(cache.stale()).toEqual(
    expect.arrayContaining([
      'accounts.get',
      'accounts.list',
      'plans.list',
      'reports.aging',
      'timeline.page',
      'today.list',
    ]),
  );
});
