import { describe, expect, it } from 'vitest';
import { idleLongEnough, watchIdle } from '../../../electron/scheduler/idle-lock.ts';

describe('idle long enough', () => {
  it.each([
    [899, 15, false],
    [900, 15, true],
    [86_400, 0, false],
    [0, 0, false],
    [60, 1, true],
  ])('%i seconds with a limit of %i minutes', (seconds, minutes, expected) => {
    expect(idleLongEnough(seconds, minutes)).toBe(expected);
  });
});

describe('watching', () => {
  function watch(over: { idleSeconds?: number; open?: boolean; jobs?: number; withComputer?: boolean } = {}) {
    let locks = 0;
    const onPower = new Map<string, () => void>();
    const check = watchIdle({
      power: {
        idleSeconds: () => over.idleSeconds ?? 0,
        on: (event, listener) => void onPower.set(event, listener),
      },
      settings: () => ({ lockAfterMinutes: 15, lockWhenComputerLocks: over.withComputer ?? true }),
      bookIsOpen: () => over.open ?? true,
      jobsRunning: () => over.jobs ?? 0,
      lock: () => {
        locks += 1;
      },
    });
    return { check, power: (event: string) => onPower.get(event)?.(), locks: () => locks };
  }

  it('locks after the minutes are over', () => {
    const { check, locks } = watch({ idleSeconds: 900 });
    check();
    expect(locks()).toBe(1);
  });

  it('leaves a job its time', () => {
    const { check, locks } = watch({ idleSeconds: 5_000, jobs: 1 });
    check();
    expect(locks()).toBe(0);
  });

  it('has nothing to lock without a book', () => {
    const { check, power, locks } = watch({ idleSeconds: 5_000, open: false });
    check();
    power('lock-screen');
    expect(locks()).toBe(0);
  });

  it('locks with the computer and before it sleeps, unless told not to', () => {
    const with_ = watch();
    with_.power('lock-screen');
    with_.power('suspend');
    expect(with_.locks()).toBe(2);
    const without = watch({ withComputer: false });
    without.power('lock-screen');
    expect(without.locks()).toBe(0);
  });
});
