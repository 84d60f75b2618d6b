/** Two years of reminders, minute by minute, in six zones: each told once and none missed. More of it stands in `tests/long`. */
import { expect, test } from 'vitest';
import { findReminder } from '../../../electron/book/store/queries/reminders.ts';
import { makeTestStore } from '../../builders/store.ts';
import {
  hour,
  liveAsleep,
  liveAwake,
  liveWithSetClocks,
  look,
  minute,
  pass,
  set,
  start,
  type World,
  zones,
} from './two-years.ts';

test.each(zones)('awake in %s, each is told once, at its minute', liveAwake);

test('with nights asleep and weeks away none is told twice and none is lost', () =>
  liveAsleep('Australia/Lord_Howe'));

test('with a clock that is set back and forward none is told twice and none is lost', () =>
  liveWithSetClocks('America/New_York'));

test('a traveller is told of each day once, in the morning of where they are', async () => {
  const world: World = {
    store: makeTestStore(),
    now: start,
    zone: 'America/New_York',
    nextLook: start,
    told: [],
  };
  await set(world, { accountId: null, text: 'day', allDay: true, dueOn: '2026-01-02', repeat: 'FREQ=DAILY' });
  const single = await set(world, { accountId: null, text: 'one', allDay: true, dueOn: '2026-06-01' });
  const timed = Date.UTC(2026, 5, 1, 16, 0);
  await set(world, { accountId: null, text: 'timed', dueAt: timed });
  const stays = ['Asia/Kolkata', 'Pacific/Apia', 'America/New_York', 'Pacific/Honolulu', 'Europe/London'];
  for (let stay = 0; world.now < Date.UTC(2026, 11, 20); stay += 1) {
    await pass(world, world.now + (5 + (stay % 4)) * 24 * hour + (stay % 7) * 3 * hour);
    world.zone = stays[stay % stays.length] ?? 'UTC';
    await look(world);
  }
  const days = world.told
    .filter(({ text }) => text === 'day')
    .map(({ reminderId }) => findReminder(world.store, reminderId)?.series?.occursOn ?? '');
  expect(new Set(days).size).toBe(days.length);
  const skipped = world.told.filter(({ text }) => text === 'day').reduce((sum, due) => sum + due.skipped, 0);
  const span = (Date.parse(days.at(-1) ?? '') - Date.parse(days[0] ?? '')) / 86_400_000 + 1;
  expect(days.length + skipped).toBe(span);
  // A day may be passed over only where a flight east took it away before its morning came.
  expect(skipped).toBeLessThan(6);
  const late = world.told.filter(({ text, at, dueAt }) => text === 'day' && at - dueAt > minute);
  expect(late.length).toBeLessThan(20);
  expect(world.told.filter(({ reminderId }) => reminderId === single)).toHaveLength(1);
  expect(world.told.filter(({ text }) => text === 'timed').map(({ at }) => at)).toEqual([timed]);
});
