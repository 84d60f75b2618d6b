/**
 * The scheduler against a table of reminders, a wall clock and a timer that are set apart, as they are on a
 * computer that sleeps or whose clock is set.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrandName, Errands } from '../../../electron/book/protocol.ts';
import {
  makeReminderScheduler,
  type ReminderScheduler,
} from '../../../electron/scheduler/reminder-scheduler.ts';
import type { DuebookEvent } from '../../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

const nine = Date.UTC(2026, 2, 12, 9, 0);
const minute = 60_000;

type Row = { readonly reminderId: number; dueAt: number; told: boolean; readonly text: string };

let wall: number;
let rows: Row[];
let told: { reminderId: number; missed: boolean }[];
let notices: { title: string; body: string; onClick(): void }[];
let events: DuebookEvent[];
let shownAccounts: (number | null)[];
let armed: { work: () => void; delayMs: number } | null;
let bookFails: boolean;
let notifierFails: boolean;
let troubles: string[];
let preferences: { notifyReminders: boolean; namesInNotifications: boolean };
let counts: (number | null)[];
let takenBack: number;
let onPower: Map<string, () => void>;
let scheduler: ReminderScheduler;

function answer(errand: ErrandName, input: unknown): Result<unknown> {
  if (bookFails) return fail('book.io');
  const open = rows.filter((row) => !row.told).sort((a, b) => a.dueAt - b.dueAt);
  if (errand === 'reminders.nextDue')
    return ok({ dueAt: open[0]?.dueAt ?? null, open: rows.filter((row) => row.dueAt <= wall).length });
  const { missedBefore } = input as Errands['reminders.takeDue']['input'];
  const due = open.filter((row) => row.dueAt <= wall);
  for (const row of due) {
    row.told = true;
    told.push({ reminderId: row.reminderId, missed: row.dueAt < missedBefore });
  }
  return ok(
    due.map(({ reminderId, text, dueAt }) => ({
      reminderId,
      text,
      dueAt,
      accountId: reminderId * 10,
      debtorName: 'Otis Quillfeather',
      missed: dueAt < missedBefore,
      of: 'own',
      priority: 'normal',
      skipped: 0,
    })),
  );
}

/** Lets every promise that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The computer is awake for so long: wall clock and timer go together. */
async function pass(ms: number): Promise<void> {
  let left = ms;
  await settle();
  while (armed !== null && armed.delayMs <= left) {
    const { work, delayMs } = armed;
    armed = null;
    left -= delayMs;
    wall += delayMs;
    work();
    await settle();
  }
  wall += left;
  if (armed !== null) armed = { ...armed, delayMs: armed.delayMs - left };
}

beforeEach(() => {
  wall = nine;
  rows = [];
  told = [];
  notices = [];
  events = [];
  shownAccounts = [];
  armed = null;
  bookFails = false;
  notifierFails = false;
  troubles = [];
  preferences = { notifyReminders: true, namesInNotifications: false };
  counts = [];
  takenBack = 0;
  onPower = new Map();
  let ids = 0;
  scheduler = makeReminderScheduler({
    platform: {
      clock: { now: () => wall, zone: () => 'America/Chicago' },
      ids: { uuid: () => `id-${++ids}` },
      notifier: {
        show(notice) {
          if (notifierFails) throw new Error('the desktop shows none');
          notices.push(notice);
        },
        takeBack() {
          takenBack += 1;
        },
      },
      power: { idleSeconds: () => 0, on: (event, listener) => void onPower.set(event, listener) },
    },
    client: {
      // Answers come later, as from a worker.
      errand: async <E extends ErrandName>(errand: E, input: Errands[E]['input']) => {
        await Promise.resolve();
        return answer(errand, input) as Result<Errands[E]['output']>;
      },
    },
    timer: {
      set(work, delayMs) {
        armed = { work, delayMs };
      },
      clear() {
        armed = null;
      },
    },
    log: {
      note: () => undefined,
      trouble: (what) => void troubles.push(what),
      relay: () => undefined,
      settled: async () => undefined,
    },
    preferences: () => preferences,
    emit: (event) => void events.push(event),
    count: (open) => void counts.push(open),
    show: (accountId) => void shownAccounts.push(accountId),
  });
});

function remind(reminderId: number, dueAt: number): void {
  rows.push({ reminderId, dueAt, told: false, text: 'Call back' });
}

const toldIds = () => told.map(({ reminderId }) => reminderId);

describe('while everything is awake', () => {
  it('tells each reminder once, on time and not as missed', async () => {
    remind(1, nine + 10 * minute);
    remind(2, nine + 150 * minute + 1);
    scheduler.start();
    await pass(10 * minute - 1);
    expect(toldIds()).toEqual([]);
    await pass(1);
    expect(told).toEqual([{ reminderId: 1, missed: false }]);
    await pass(24 * 60 * minute);
    expect(told).toEqual([
      { reminderId: 1, missed: false },
      { reminderId: 2, missed: false },
    ]);
    expect(notices).toHaveLength(2);
  });

  it('tells the window which reminders came due', async () => {
    remind(1, nine);
    remind(2, nine);
    scheduler.start();
    await settle();
    expect(events).toEqual([{ type: 'due', reminderIds: [1, 2] }]);
    expect(notices).toHaveLength(1);
  });

  it('looks again at once when a sooner reminder is set', async () => {
    remind(1, nine + 50_000);
    scheduler.start();
    await pass(1_000);
    remind(2, nine + 5_000);
    scheduler.look();
    await pass(4_000);
    expect(toldIds()).toEqual([2]);
  });

  it('keeps one timer and never arms it for longer than a minute', async () => {
    remind(1, nine + 10 * 24 * 60 * minute);
    scheduler.start();
    scheduler.look();
    scheduler.look();
    await settle();
    expect(armed?.delayMs).toBe(minute);
  });
});

describe('after sleep', () => {
  it('tells what came due meanwhile as missed, in one notification, on waking', async () => {
    remind(1, nine + 30 * minute);
    remind(2, nine + 60 * minute);
    scheduler.start();
    await pass(minute);
    wall += 8 * 60 * minute; // Asleep: the timer stood still.
    onPower.get('resume')?.();
    await settle();
    expect(told).toEqual([
      { reminderId: 1, missed: true },
      { reminderId: 2, missed: true },
    ]);
    expect(notices.map(({ title }) => title)).toEqual(['2 reminders came due while you were away']);
  });

  it('finds it within a minute also when the system does not say that it woke', async () => {
    remind(1, nine + 30 * minute);
    scheduler.start();
    await settle();
    wall += 8 * 60 * minute;
    await pass(minute);
    expect(told).toEqual([{ reminderId: 1, missed: true }]);
  });
});

describe('when the clock is set', () => {
  it('forward: tells what it jumped over, once', async () => {
    remind(1, nine + 30 * minute);
    scheduler.start();
    await settle();
    wall += 60 * minute;
    await pass(2 * minute);
    expect(toldIds()).toEqual([1]);
  });

  it('back: tells nothing twice and loses nothing', async () => {
    remind(1, nine + minute);
    remind(2, nine + 5 * minute);
    scheduler.start();
    await pass(2 * minute);
    expect(toldIds()).toEqual([1]);
    wall -= 60 * minute;
    await pass(62 * minute);
    expect(toldIds()).toEqual([1]);
    await pass(2 * minute);
    expect(toldIds()).toEqual([1, 2]);
  });
});

describe('a closed book', () => {
  it('is told nothing about until it is opened', async () => {
    remind(1, nine);
    await pass(10 * minute);
    expect(told).toEqual([]);
    scheduler.start();
    await settle();
    expect(told).toEqual([{ reminderId: 1, missed: true }]);
  });

  it('arms no timer after it was closed, not even for a look under way', async () => {
    scheduler.start();
    scheduler.stop();
    await settle();
    expect(armed).toBeNull();
    remind(1, nine);
    onPower.get('resume')?.();
    await settle();
    expect(told).toEqual([]);
  });
});

describe('when the book cannot answer', () => {
  it('tries again within a minute and loses nothing', async () => {
    remind(1, nine);
    bookFails = true;
    scheduler.start();
    await pass(5 * minute);
    expect(told).toEqual([]);
    expect(armed).not.toBeNull();
    bookFails = false;
    await pass(minute);
    expect(toldIds()).toEqual([1]);
  });
});

describe('the notification', () => {
  it('that the desktop fails to show stops none after it', async () => {
    remind(1, nine);
    remind(2, nine + 10 * minute);
    notifierFails = true;
    scheduler.start();
    await settle();
    expect(events).toHaveLength(1);
    expect(troubles).toEqual(['reminders.look_failed']);
    notifierFails = false;
    await pass(12 * minute);
    expect(toldIds()).toEqual([1, 2]);
    expect(notices).toHaveLength(1);
  });

  it('is not shown when the user wants none, but the window still hears', async () => {
    preferences = { notifyReminders: false, namesInNotifications: false };
    remind(1, nine);
    scheduler.start();
    await settle();
    expect(notices).toEqual([]);
    expect(events).toHaveLength(1);
  });

  it('leads to the account of a single reminder', async () => {
    remind(7, nine);
    scheduler.start();
    await settle();
    expect(JSON.stringify(notices)).not.toContain('Quillfeather');
    notices[0]?.onClick();
    expect(shownAccounts).toEqual([70]);
  });

  it('names nobody while the computer is locked, whatever the user allowed', async () => {
    preferences = { notifyReminders: true, namesInNotifications: true };
    remind(1, nine);
    scheduler.start();
    await settle();
    expect(notices[0]?.body).toContain('Quillfeather');
    onPower.get('lock-screen')?.();
    expect(takenBack).toBe(1);
    remind(2, nine);
    scheduler.look();
    await settle();
    expect(notices).toHaveLength(2);
    expect(notices[1]?.body).not.toContain('Quillfeather');
    onPower.get('unlock-screen')?.();
    remind(3, nine);
    scheduler.look();
    await settle();
    expect(notices[2]?.body).toContain('Quillfeather');
  });
});

it('says how many are due, and that none can be known without a book', async () => {
  remind(1, nine);
  remind(2, nine + 10 * minute);
  scheduler.start();
  await settle();
  expect(counts.at(-1)).toBe(1);
  await pass(10 * minute);
  expect(counts.at(-1)).toBe(2);
  scheduler.stop();
  expect(counts.at(-1)).toBeNull();
});
