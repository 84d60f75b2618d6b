/** The keeper against a book with so many slices of work, a wall clock and a timer that a test moves. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrandName, Errands } from '../../../electron/book/protocol.ts';
import { makeClockKeeper, startAfterMs } from '../../../electron/scheduler/clock-keeper.ts';
import { longestWaitMs } from '../../../electron/scheduler/due.ts';
import { type SliceKeeper, tellEveryMs } from '../../../electron/scheduler/slice-keeper.ts';
import type { DuebookEvent } from '../../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

let wall: number;
/** Slices of work that wait, each with how many accounts it changes. */
let slices: number[];
let asked: number;
let underWay: number;
let mostUnderWay: number;
let sliceMs: number;
let fault: 'book.not_open' | 'book.disk_full' | 'thrown' | null;
let events: DuebookEvent[];
let notes: string[];
let armed: { work: () => void; delayMs: number } | null;
let onPower: Map<string, () => void>;
let duringSlice: () => void;
let keeper: SliceKeeper;

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function fire(): Promise<number> {
  const timer = armed;
  armed = null;
  timer?.work();
  await settle();
  return timer?.delayMs ?? -1;
}

beforeEach(() => {
  wall = 0;
  slices = [];
  asked = 0;
  underWay = 0;
  mostUnderWay = 0;
  sliceMs = 10;
  fault = null;
  events = [];
  notes = [];
  armed = null;
  onPower = new Map();
  duringSlice = () => undefined;
  keeper = makeClockKeeper({
    clock: { now: () => wall },
    power: { on: (event, listener) => void onPower.set(event, listener) },
    timer: {
      set(work, delayMs) {
        armed = { work, delayMs };
      },
      clear() {
        armed = null;
      },
    },
    log: {
      note: (what: string) => void notes.push(what),
      trouble: (what: string) => void notes.push(what),
    } as never,
    emit: (event) => void events.push(event),
    client: {
      errand: async <E extends ErrandName>(_errand: E) => {
        asked += 1;
        underWay += 1;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        await Promise.resolve();
        underWay -= 1;
        if (fault === 'thrown') throw new Error('the worker is gone');
        if (fault !== null) return fail(fault) as Result<Errands[E]['output']>;
        wall += sliceMs;
        const changed = slices.shift();
        duringSlice();
        const done = changed === undefined;
        return ok({ looked: done ? 0 : 40, changed: changed ?? 0, done }) as Result<Errands[E]['output']>;
      },
    },
  });
});

describe('keeping clocks fresh', () => {
  it('begins after the first screen, goes on until nothing waits, and looks again within a minute', async () => {
    slices = [3, 0, 1];
    keeper.start();
    expect(asked).toBe(0);
    expect(await fire()).toBe(startAfterMs);
    expect(asked).toBe(4);
    expect(events).toHaveLength(1);
    expect(await fire()).toBe(longestWaitMs);
    expect(asked).toBe(5);
  });

  it('says nothing when nothing is different', async () => {
    slices = [0, 0];
    keeper.start();
    await fire();
    expect(events).toEqual([]);
  });

  it('tells lists to read again now and then while there is much to do, and once in the end', async () => {
    slices = Array.from({ length: 50 }, () => 5);
    sliceMs = tellEveryMs / 20;
    keeper.start();
    await fire();
    expect(events).toHaveLength(3);
    expect(events[0]).toEqual({
      type: 'changed',
      changes: [
        { subject: 'accounts', accountIds: null },
        { subject: 'law', accountIds: null },
      ],
    });
  });

  it('never asks twice at once, and looks again for what changed meanwhile', async () => {
    slices = [1, 1];
    let looked = 0;
    duringSlice = () => {
      if (looked++ === 0) {
        keeper.look();
        keeper.look();
      }
    };
    keeper.start();
    await fire();
    expect(mostUnderWay).toBe(1);
    expect(asked).toBe(4);
  });

  it('looks at once when the computer wakes', async () => {
    keeper.start();
    await fire();
    onPower.get('resume')?.();
    await settle();
    expect(asked).toBe(2);
  });

  it('stops with the book, in the middle of its work too', async () => {
    slices = [1, 1, 1, 1];
    duringSlice = () => keeper.stop();
    keeper.start();
    await fire();
    expect(asked).toBe(1);
    expect(events).toEqual([]);
    expect(armed).toBeNull();
    keeper.look();
    await settle();
    expect(asked).toBe(1);
  });

  it.each(['book.disk_full', 'thrown'] as const)(
    'tries again at the next look after a fault (%s)',
    async (what) => {
      fault = what;
      slices = [1];
      keeper.start();
      await fire();
      expect(notes).toHaveLength(1);
      fault = null;
      expect(await fire()).toBe(longestWaitMs);
      expect(events).toHaveLength(1);
    },
  );

  it('finds a book that was closed under it nothing to speak of', async () => {
    fault = 'book.not_open';
    keeper.start();
    await fire();
    expect(notes).toEqual([]);
  });
});
