/** Reminders that repeat: one row waits, one may be due; changed, moved, ended, done early, put off and left lying. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { nextDueReminder, takeDueReminders } from '../../../../electron/book/services/due-reminders.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { ReminderFacts } from '../../../../shared/contract/reminders.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;
const hour = 3_600_000;

/** 20 November 2026 is a Friday; the desk stands at nine in Chicago. */
beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const daily = { repeat: 'FREQ=DAILY' } as const;

async function set(change: Partial<InputOf<'reminders.set'>> = {}): Promise<number> {
  const input = { accountId, text: 'Call the employer', dueAt: desk.moment().now + hour, ...change };
  return (await desk.get('reminders.set', input)).reminderId;
}

async function take(zone = 'America/Chicago') {
  const moment = { ...desk.moment(), zone };
  const context = makeSurroundings(desk.store, moment) as unknown as ErrandContext;
  const next = await nextDueReminder(context, null);
  if (!next.ok || next.value.dueAt === null || next.value.dueAt > moment.now) return [];
  const taken = await takeDueReminders(context, {
    missedBefore: moment.now - 90_000,
    operationId: randomUUID(),
  });
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value;
}

const open = async (): Promise<ReminderFacts[]> =>
  (await desk.get('reminders.list', { accountId, until: null, limit: 50 })).reminders;
const at = (reminder: ReminderFacts | undefined) => new Date(reminder?.dueAt ?? 0).toISOString();

test('when one is told the next waits, and what is left lying is closed and counted', async () => {
  const first = await set(daily);
  desk.pass(hour);
  expect(await take()).toMatchObject([{ reminderId: first, skipped: 0 }]);
  expect((await open()).map((row) => [row.told, row.skipped, at(row)])).toEqual([
    [true, 0, '2026-11-20T16:00:00.000Z'],
    [false, 0, '2026-11-21T16:00:00.000Z'],
  ]);
  desk.pass(dayMs);
  await take();
  desk.pass(dayMs);
  await take();
  expect((await open()).map((row) => [row.told, row.skipped])).toEqual([
    [true, 2],
    [false, 0],
  ]);
});

test('after a week with the program closed one is told, the last, and says how many were before it', async () => {
  await set(daily);
  desk.pass(7 * dayMs);
  const due = await take();
  expect(due).toMatchObject([{ missed: true, skipped: 6 }]);
  expect(await take()).toEqual([]);
  expect((await open()).map(at)).toEqual(['2026-11-26T16:00:00.000Z', '2026-11-27T16:00:00.000Z']);
});

test('a rule begins with the first day it fits, and none that never fits is taken', async () => {
  await set({ repeat: 'FREQ=MONTHLY;BYDAY=2TU' });
  expect((await open()).map(at)).toEqual(['2026-12-08T16:00:00.000Z']);
  const never = { repeat: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261121' };
  expect(
    await desk.codeOf('reminders.set', { accountId, text: 'x', dueAt: desk.moment().now + hour, ...never }),
  ).toBe('reminder.repeat_never');
  expect(
    await desk.codeOf('reminders.set', {
      accountId,
      text: 'x',
      dueAt: desk.moment().now + hour,
      repeat: 'FREQ=HOURLY',
    }),
  ).toBe('reminder.bad_repeat');
  expect(await desk.codeOf('reminders.set', { accountId, text: 'x' })).toBe('reminder.no_time');
});

test('a series with an end has no row after it', async () => {
  await set({ repeat: 'FREQ=DAILY;COUNT=2' });
  desk.pass(hour);
  await take();
  desk.pass(dayMs);
  await take();
  expect((await open()).map(at)).toEqual(['2026-11-21T16:00:00.000Z']);
});

test('done or cancelled before its time, the next still comes, and once only', async () => {
  const first = await set(daily);
  await desk.get('reminders.done', { reminderId: first });
  expect((await open()).map(at)).toEqual(['2026-11-21T16:00:00.000Z']);
  await desk.get('reminders.reopen', { reminderId: first });
  await desk.get('reminders.cancel', { reminderId: first });
  expect((await open()).map(at)).toEqual(['2026-11-21T16:00:00.000Z']);
});

test('ended, nothing comes any more, and what is due stays', async () => {
  const first = await set(daily);
  desk.pass(hour);
  await take();
  await desk.get('reminders.endSeries', { reminderId: first });
  expect(await open()).toMatchObject([{ reminderId: first, repeat: null }]);
  expect(await desk.codeOf('reminders.endSeries', { reminderId: first })).toBe('reminder.no_series');
  const other = await set(daily);
  await desk.get('reminders.endSeries', { reminderId: other });
  expect(await open()).toHaveLength(1);
});

describe('changing', () => {
  const change = (reminderId: number, scope: 'this' | 'following', over = {}) =>
    desk.get('reminders.change', { reminderId, scope, text: 'Call the clinic', ...over });

  test('this one leaves the series, which goes on as it was', async () => {
    const first = await set(daily);
    await change(first, 'this', { dueAt: desk.moment().now + 3 * hour });
    expect((await open()).map((row) => [row.text, at(row), row.repeat])).toEqual([
      ['Call the clinic', '2026-11-20T18:00:00.000Z', null],
      ['Call the employer', '2026-11-21T16:00:00.000Z', 'FREQ=DAILY'],
    ]);
  });

  test('this and what follows go by the new rule and words', async () => {
    const first = await set(daily);
    await change(first, 'following', { dueAt: desk.moment().now + 2 * hour, repeat: 'FREQ=WEEKLY;BYDAY=MO' });
    expect((await open()).map((row) => [row.text, at(row)])).toEqual([
      ['Call the clinic', '2026-11-23T17:00:00.000Z'],
    ]);
    desk.pass(4 * dayMs);
    await take();
    expect((await open()).map(at)).toEqual(['2026-11-23T17:00:00.000Z', '2026-11-30T17:00:00.000Z']);
  });

  test('one that is due stays due, and only what follows moves', async () => {
    const first = await set(daily);
    desk.pass(hour);
    await take();
    await change(first, 'following', { dueAt: desk.moment().now + 4 * hour, repeat: 'FREQ=DAILY' });
    expect((await open()).map((row) => [row.reminderId === first, row.told, row.text, at(row)])).toEqual([
      [true, true, 'Call the clinic', '2026-11-20T16:00:00.000Z'],
      [false, false, 'Call the clinic', '2026-11-20T20:00:00.000Z'],
    ]);
    desk.pass(4 * hour);
    expect(await take()).toMatchObject([{ skipped: 1 }]);
  });

  test('one that is due is reworded without another time', async () => {
    const due = desk.moment().now + hour;
    const first = await set();
    desk.pass(2 * hour);
    await take();
    await change(first, 'this', { dueAt: due, priority: 'high' });
    expect(await open()).toMatchObject([
      { text: 'Call the clinic', priority: 'high', told: true, dueAt: due },
    ]);
    expect(
      await desk.codeOf('reminders.change', { reminderId: first, scope: 'this', text: 'x', dueAt: due + 1 }),
    ).toBe('reminder.in_past');
  });

  test('without a rule the series ends with it', async () => {
    const first = await set(daily);
    desk.pass(hour);
    await take();
    await change(first, 'following', { dueAt: desk.moment().now + 4 * hour });
    expect(await open()).toMatchObject([{ reminderId: first, repeat: null, told: false }]);
  });
});

test('moved to another day it keeps its hour, and one of a series leaves it', async () => {
  const first = await set(daily);
  await desk.get('reminders.move', { reminderId: first, toDay: '2026-11-25' });
  expect((await open()).map((row) => [at(row), row.repeat])).toEqual([
    ['2026-11-21T16:00:00.000Z', 'FREQ=DAILY'],
    ['2026-11-25T16:00:00.000Z', null],
  ]);
  expect(await desk.codeOf('reminders.move', { reminderId: first, toDay: '2026-11-19' })).toBe(
    'reminder.in_past',
  );
});

describe('of a day', () => {
  test('rings in the morning the office set, and of today stands at once without being told', async () => {
    await desk.get('reminders.setMorning', { morning: '08:30' });
    await set({ allDay: true, dueOn: '2026-11-23', dueAt: null });
    const today = await set({ allDay: true, dueOn: '2026-11-20', dueAt: null });
    expect((await open()).map((row) => [at(row), row.told])).toEqual([
      ['2026-11-20T14:30:00.000Z', true],
      ['2026-11-23T14:30:00.000Z', false],
    ]);
    expect(await take()).toEqual([]);
    expect((await desk.get('reminders.get', { reminderId: today })).dueOn).toBe('2026-11-20');
    expect(
      await desk.codeOf('reminders.set', { accountId, text: 'x', allDay: true, dueOn: '2026-11-19' }),
    ).toBe('reminder.in_past');
  });

  test('follows the user, is told once, and never again back home', async () => {
    await set({ allDay: true, dueOn: '2026-11-21', dueAt: null });
    // Nine in Chicago is three in the afternoon in London; nine in London comes six hours sooner.
    desk.pass(18 * hour);
    expect(await take('Europe/London')).toHaveLength(1);
    expect(await take()).toEqual([]);
    desk.pass(6 * hour);
    expect(await take()).toEqual([]);
  });

  test('put off it has an hour', async () => {
    const reminderId = await set({ allDay: true, dueOn: '2026-11-20', dueAt: null, ...daily });
    await desk.get('reminders.snooze', { reminderId, until: desk.moment().now + 5 * hour });
    expect((await open()).map((row) => [row.allDay, at(row)])).toEqual([
      [false, '2026-11-20T20:00:00.000Z'],
      [true, '2026-11-21T15:00:00.000Z'],
    ]);
  });
});

test('a reminder stands on what it is for, and is listed with each account of its person', async () => {
  const { debtorId } = (await desk.get('accounts.get', { accountId })).debtor;
  await desk.get('reminders.set', {
    accountId: null,
    debtorId,
    text: 'Ask for the new address',
    dueAt: desk.moment().now + hour,
  });
  expect(await open()).toMatchObject([
    { accountId: null, debtorId, openAccountId: accountId, debtorName: 'Mara Okafor' },
  ]);
  for (const [on, code] of [
    [{ debtorId: 99 }, 'debtor.not_found'],
    [{ letterId: 99 }, 'letter.not_found'],
    [{ planId: 99 }, 'plan.not_found'],
  ] as const) {
    const input = { accountId: null, text: 'x', dueAt: desk.moment().now + hour, ...on };
    expect(await desk.codeOf('reminders.set', input)).toBe(code);
  }
});
