/** Reminders: set, snoozed, done, told once for each due instant, and marked when they were missed. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import type { DueReminder } from '../../../../electron/book/protocol.ts';
import { nextDueReminder, takeDueReminders } from '../../../../electron/book/services/due-reminders.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;
const minute = 60_000;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const set = async (minutes: number, text = 'Call back') =>
  (await desk.get('reminders.set', { accountId, text, dueAt: desk.moment().now + minutes * minute }))
    .reminderId;

function context(): ErrandContext {
  // These errands need no vault, and must not reach for one.
  return makeSurroundings(desk.store, desk.moment()) as unknown as ErrandContext;
}

async function nextDue(): Promise<number | null> {
  const result = await nextDueReminder(context(), null);
  if (!result.ok) throw new Error(result.error.code);
  return result.value?.dueAt ?? null;
}

async function take(missedBefore = desk.moment().now - minute): Promise<readonly DueReminder[]> {
  const result = await takeDueReminders(context(), { missedBefore, operationId: randomUUID() });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('the soonest untold one is named, and each is told once', async () => {
  const later = await set(20, 'Later');
  const sooner = await set(10, 'Sooner');
  expect(await nextDue()).toBe(desk.moment().now + 10 * minute);
  expect(await take()).toEqual([]);
  desk.pass(10 * minute);
  expect(await take()).toMatchObject([
    { reminderId: sooner, text: 'Sooner', debtorName: 'Mara Okafor', missed: false },
  ]);
  expect(await take()).toEqual([]);
  expect(await nextDue()).toBe(desk.moment().now + 10 * minute);
  desk.pass(10 * minute);
  expect((await take()).map((due) => due.reminderId)).toEqual([later]);
  expect(await nextDue()).toBeNull();
});

test('those due before a given instant are missed, exactly at it not', async () => {
  await set(10);
  await set(20);
  desk.pass(60 * minute);
  const due = await take(desk.moment().now - 40 * minute);
  expect(due.map((reminder) => reminder.missed)).toEqual([true, false]);
  const { items } = await desk.get('today.list', {});
  const reasons = items.flatMap((item) => [item, ...item.also]).filter(({ kind }) => kind === 'reminder_due');
  expect(reasons.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)).map(({ missed }) => missed)).toEqual([
    true,
    false,
  ]);
});

test('a snoozed one is told again at its new instant and is no longer missed', async () => {
  const reminderId = await set(10);
  desk.pass(60 * minute);
  await take();
  await desk.get('reminders.snooze', { reminderId, until: desk.moment().now + 5 * minute });
  expect(await take()).toEqual([]);
  desk.pass(5 * minute);
  expect(await take()).toMatchObject([{ reminderId, missed: false }]);
  const { reminders } = await desk.get('reminders.list', { accountId, until: null, limit: 10 });
  expect(reminders).toMatchObject([{ snoozedTimes: 1 }]);
});

test('done is done until it is taken back', async () => {
  const reminderId = await set(10);
  await desk.get('reminders.done', { reminderId });
  expect(await nextDue()).toBeNull();
  expect(await desk.codeOf('reminders.done', { reminderId })).toBe('reminder.already_done');
  expect(await desk.codeOf('reminders.snooze', { reminderId, until: desk.moment().now + minute })).toBe(
    'reminder.already_done',
  );
  await desk.get('reminders.reopen', { reminderId });
  expect(await nextDue()).not.toBeNull();
  await desk.get('reminders.cancel', { reminderId });
  expect((await desk.get('reminders.list', { accountId, until: null, limit: 10 })).reminders).toEqual([]);
});

test('an instant that is no longer to come is refused', async () => {
  const reminderId = await set(10);
  const { now } = desk.moment();
  expect(await desk.codeOf('reminders.set', { accountId: null, text: 'Now', dueAt: now })).toBe(
    'reminder.in_past',
  );
  expect(await desk.codeOf('reminders.snooze', { reminderId, until: now })).toBe('reminder.in_past');
  expect(await desk.codeOf('reminders.set', { accountId: 99, text: 'x', dueAt: now + 1 })).toBe(
    'account.not_found',
  );
  expect(await desk.codeOf('reminders.done', { reminderId: 99 })).toBe('reminder.not_found');
});

test('the list is soonest first, of one account or of all, up to an instant inclusive', async () => {
  await set(30, 'Third');
  await set(10, 'First');
  await desk.get('reminders.set', {
    accountId: null,
    text: 'Second',
    dueAt: desk.moment().now + 20 * minute,
  });
  const texts = async (which: number | null, until: number | null) =>
    (await desk.get('reminders.list', { accountId: which, until, limit: 10 })).reminders.map(
      (row) => row.text,
    );
  expect(await texts(null, null)).toEqual(['First', 'Second', 'Third']);
  expect(await texts(accountId, null)).toEqual(['First', 'Third']);
  expect(await texts(null, desk.moment().now + 20 * minute)).toEqual(['First', 'Second']);
});
