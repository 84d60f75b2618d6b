/**
 * The world of two years of reminders, gone through minute by minute: a wall clock, a book, a scheduler that looks. What is expected is found without the
 * library and without the book: every minute of the two years is read off a wall clock and held against what the reminder says
 * in plain words (“the second Tuesday, 14:05”).
 */
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { ErrandContext } from '../../../electron/book/errand-context.ts';
import type { DueReminder } from '../../../electron/book/protocol.ts';
import { nextDueReminder, takeDueReminders } from '../../../electron/book/services/due-reminders.ts';
import type { Store } from '../../../electron/book/store/store.ts';
import { missedBefore } from '../../../electron/scheduler/due.ts';
import { contract, type InputOf } from '../../../shared/contract/contract.ts';
import { daysInMonth, fromEpochDay } from '../../../shared/domain/days.ts';
import { makeTestStore } from '../../builders/store.ts';
import { callBook, makeSurroundings } from '../../builders/surroundings.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const start = Date.UTC(2026, 0, 1);
export const end = Date.UTC(2028, 0, 1);

// ---- what is asked for, in words and as a wall clock reads it ------------------------------------------

type Wall = { readonly weekday: number; readonly day: number; readonly month: number; readonly last: number };

type Asked = {
  readonly text: string;
  readonly repeat: string;
  /** Minutes after midnight; `null` for a day without an hour. */
  readonly at: number | null;
  isOn(wall: Wall, epochDay: number): boolean;
};

const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const morning = clock('09:00');
const monday = 20_458; // 5 January 2026, as days since 1970.

export const asked: readonly Asked[] = [
  { text: 'every day at half past two', repeat: 'FREQ=DAILY', at: clock('02:30'), isOn: () => true },
  { text: 'every day, no hour', repeat: 'FREQ=DAILY', at: null, isOn: () => true },
  {
    text: 'weekdays at nine',
    repeat: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    at: clock('09:00'),
    isOn: ({ weekday }) => weekday <= 5,
  },
  {
    text: 'every other week, Monday and Thursday',
    repeat: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    at: clock('01:45'),
    isOn: ({ weekday }, epochDay) =>
      (weekday === 1 || weekday === 4) && Math.floor((epochDay - monday) / 7) % 2 === 0,
  },
  { text: 'the 15th', repeat: 'FREQ=MONTHLY;BYMONTHDAY=15', at: null, isOn: ({ day }) => day === 15 },
  {
    text: 'the 31st',
    repeat: 'FREQ=MONTHLY;BYMONTHDAY=31',
    at: clock('23:59'),
    isOn: ({ day }) => day === 31,
  },
  {
    text: 'the last day',
    repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    at: clock('00:00'),
    isOn: ({ day, last }) => day === last,
  },
  {
    text: 'the second Tuesday',
    repeat: 'FREQ=MONTHLY;BYDAY=2TU',
    at: clock('14:05'),
    isOn: ({ weekday, day }) => weekday === 2 && day >= 8 && day <= 14,
  },
  {
    text: 'the last Friday',
    repeat: 'FREQ=MONTHLY;BYDAY=-1FR',
    at: null,
    isOn: ({ weekday, day, last }) => weekday === 5 && day > last - 7,
  },
  {
    text: 'every year on 8 March',
    repeat: 'FREQ=YEARLY',
    at: clock('16:10'),
    isOn: ({ month, day }) => month === 3 && day === 8,
  },
];
/** From when on each is asked for: the first day of the rule that differs from the rest. */
const asksFrom = (one: Asked) => (one.repeat === 'FREQ=YEARLY' ? '2026-03-08' : '2026-01-05');

/** Offsets of a zone for every half hour: no zone of today changes at another. */
export function offsetsOf(zone: string): Int32Array {
  const offsets = new Int32Array((end - start) / (hour / 2));
  for (let index = 0; index < offsets.length; index += 1) {
    const instant = Temporal.Instant.fromEpochMilliseconds(start + index * (hour / 2));
    offsets[index] = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  }
  return offsets;
}

export type Ring = { readonly at: number; readonly text: string };

/** Every ring of two years, minute by minute; `from` is the first day anything was asked for. */
export function ringsOf(offsets: Int32Array): Ring[] {
  const rings: Ring[] = [];
  const rungOn = asked.map(() => -1);
  const first = Math.floor(Date.UTC(2026, 0, 5) / 86_400_000);
  let before = offsets[0] ?? 0;
  let dayKnown = -1;
  let wall: Wall = { weekday: 1, day: 1, month: 1, last: 31 };
  for (let at = start; at < end; at += minute) {
    const offset = offsets[Math.floor((at - start) / (hour / 2))] ?? 0;
    const local = at / minute + offset;
    const epochDay = Math.floor(local / 1440);
    const ofDay = local - epochDay * 1440;
    if (epochDay !== dayKnown) {
      dayKnown = epochDay;
      const [year, month, day] = fromEpochDay(epochDay).split('-').map(Number) as [number, number, number];
      wall = { weekday: ((epochDay + 3) % 7) + 1, day, month, last: daysInMonth(year, month) };
    }
    // Minutes a change of the clocks skipped ring as much later as the clocks were put forward.
    const gap = offset > before ? offset - before : 0;
    if (epochDay >= first) {
      asked.forEach((one, index) => {
        if (epochDay < Date.parse(asksFrom(one)) / 86_400_000 || rungOn[index] === epochDay) return;
        const wanted = one.at ?? morning;
        const skipped = gap > 0 && wanted >= ofDay - gap && wanted < ofDay;
        if ((ofDay !== wanted && !skipped) || !one.isOn(wall, epochDay)) return;
        rungOn[index] = epochDay;
        rings.push({ at: skipped ? at + (wanted - (ofDay - gap)) * minute : at, text: one.text });
      });
    }
    before = offset;
  }
  return rings.sort((left, right) => left.at - right.at || left.text.localeCompare(right.text));
}

// ---- the book, and a scheduler that looks as main's does -----------------------------------------------

export type World = {
  readonly store: Store;
  now: number;
  zone: string;
  /** When it will look again without being woken. */
  nextLook: number;
  readonly told: (DueReminder & { readonly at: number })[];
};

export async function makeWorld(zone: string): Promise<World> {
  const world: World = { store: makeTestStore(), now: start, zone, nextLook: start, told: [] };
  for (const one of asked) {
    const from = asksFrom(one);
    const time =
      one.at === null
        ? null
        : `${String(Math.floor(one.at / 60)).padStart(2, '0')}:${String(one.at % 60).padStart(2, '0')}`;
    await set(world, {
      accountId: null,
      text: one.text,
      allDay: time === null,
      dueOn: time === null ? from : null,
      dueAt:
        time === null
          ? null
          : Temporal.PlainDateTime.from(`${from}T${time}`).toZonedDateTime(zone).epochMilliseconds,
      repeat: one.repeat,
    });
  }
  return world;
}

export async function set(world: World, input: InputOf<'reminders.set'>): Promise<number> {
  const result = await callBook(world.store, momentOf(world), 'reminders.set', input);
  if (!result.ok) throw new Error(result.error.code);
  return contract['reminders.set'].output.parse(result.value).reminderId;
}

const momentOf = ({ now, zone }: World) => ({ now, zone, author: 'Desk' });

/** One look of main's scheduler; what is told is done at once, as a tidy user would. */
export async function look(world: World): Promise<void> {
  for (;;) {
    const context = makeSurroundings(world.store, momentOf(world)) as unknown as ErrandContext;
    const next = await nextDueReminder(context, null);
    if (!next.ok) throw new Error(next.error.code);
    const { dueAt } = next.value;
    world.nextLook = Math.min(dueAt ?? Number.POSITIVE_INFINITY, world.now + 12 * hour);
    if (dueAt === null || dueAt > world.now) return;
    const taken = await takeDueReminders(context, {
      missedBefore: missedBefore(world.now),
      operationId: randomUUID(),
    });
    if (!taken.ok) throw new Error(taken.error.code);
    for (const reminder of taken.value) {
      world.told.push({ ...reminder, at: world.now });
      world.store.sql(`UPDATE reminders SET state = 'done' WHERE id = ?`).run(reminder.reminderId);
    }
  }
}

/** Lets time pass by minutes: nothing can change in the table between two looks but what a look does. */
export async function pass(world: World, until: number): Promise<void> {
  while (world.now < until) {
    world.now = Math.min(until, Math.max(world.now + minute, Math.ceil(world.nextLook / minute) * minute));
    if (world.now >= world.nextLook) await look(world);
  }
}

/** The computer sleeps, and looks on waking. */
export async function sleep(world: World, until: number): Promise<void> {
  world.now = until;
  await look(world);
}

export const zones = [
  'America/New_York',
  'America/Phoenix',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

/** Each ring up to now was told, or counted with the next of its series; nothing was told that does not ring. */
export function expectAllToldOnce(world: World, rings: readonly Ring[]): void {
  const known = new Set(rings.map(({ text, at }) => `${text} ${at}`));
  const told = new Set<string>();
  for (const { text, dueAt } of world.told) {
    const ring = `${text} ${dueAt}`;
    expect(known.has(ring), ring).toBe(true);
    expect(told.has(ring), ring).toBe(false);
    told.add(ring);
  }
  for (const { text } of asked) {
    const rung = rings.filter((ring) => ring.text === text && ring.at <= world.now).length;
    const accounted = world.told
      .filter((due) => due.text === text)
      .reduce((sum, { skipped }) => sum + 1 + skipped, 0);
    expect(accounted, text).toBe(rung);
  }
}

/** Each is told once, at its minute. */
export async function liveAwake(zone: string): Promise<void> {
  const rings = ringsOf(offsetsOf(zone));
  expect(rings.length).toBeGreaterThan(2_000);
  const world = await makeWorld(zone);
  await pass(world, end);
  const told = world.told
    .map(({ at, text }) => ({ at, text }))
    .sort((left, right) => left.at - right.at || left.text.localeCompare(right.text));
  expect(told).toEqual(rings.filter(({ at }) => at <= world.now));
  expect(world.told.some(({ missed, skipped }) => missed || skipped > 0)).toBe(false);
}

/** Nights asleep, a fortnight away, a computer off over weekends: none twice, none lost. */
export async function liveAsleep(zone: string): Promise<void> {
  const rings = ringsOf(offsetsOf(zone));
  const world = await makeWorld(zone);
  for (let week = 0; world.now < end - 7 * 24 * hour; week += 1) {
    const monday_ = world.now;
    if (week % 26 === 20) {
      await sleep(world, monday_ + 14 * 24 * hour);
      continue;
    }
    for (let day = 0; day < 5; day += 1) {
      await pass(world, monday_ + day * 24 * hour + 16 * hour + (week % 60) * minute);
      await sleep(world, monday_ + (day + 1) * 24 * hour);
    }
    await sleep(world, monday_ + 7 * 24 * hour);
  }
  expectAllToldOnce(world, rings);
  for (const { missed, dueAt, at } of world.told) expect(missed).toBe(at - dueAt > 90_000);
  // Of a night or a weekend one row of each series is told, the rest are counted.
  expect(world.told.some(({ skipped }) => skipped > 3)).toBe(true);
}

/** A clock that is set back and forward: none twice, none lost. */
export async function liveWithSetClocks(zone: string): Promise<void> {
  const rings = ringsOf(offsetsOf(zone));
  const world = await makeWorld(zone);
  let step = 0;
  while (world.now < end - 40 * 24 * hour) {
    await pass(world, world.now + 9 * 24 * hour + 7 * hour);
    step += 1;
    // Back by as much as two days, then the same days once more.
    world.now -= ([30 * minute, 5 * hour, 49 * hour] as const)[step % 3] ?? 0;
    await look(world);
    if (step % 10 !== 0) continue;
    // A month ahead by mistake, noticed after an hour and put right.
    await sleep(world, world.now + 30 * 24 * hour);
    await pass(world, world.now + hour);
    world.now -= 30 * 24 * hour + hour;
    await look(world);
  }
  const ids = world.told.map(({ reminderId }) => reminderId);
  expect(new Set(ids).size).toBe(ids.length);
  // What rang by the clock of that moment rang; each of two years rang or was counted once the clock had passed it.
  const days = new Set(world.told.map(({ text, dueAt }) => `${text} ${dueAt}`));
  expect(days.size).toBe(world.told.length);
  const left = rings.filter(({ text, at }) => at <= world.now && !days.has(`${text} ${at}`));
  expect(left).toEqual([]);
}
