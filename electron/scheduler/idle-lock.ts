/**
 * Locks the book when nobody is at the computer: after the minutes the user chose, and when the system
 * itself is locked or goes to sleep. A job that is writing is not cut off by idleness; it is by a locked screen.
 */
import type { Power } from '../platform/power.ts';

export type IdleLockParts = {
  readonly power: Power;
  settings(): { readonly lockAfterMinutes: number; readonly lockWhenComputerLocks: boolean };
  bookIsOpen(): boolean;
  jobsRunning(): number;
  lock(): void;
};

export const idleCheckEveryMs = 10_000;

/** Whether so long without a key or the mouse means that the book is to be locked. */
export function idleLongEnough(idleSeconds: number, lockAfterMinutes: number): boolean {
  return lockAfterMinutes > 0 && idleSeconds >= lockAfterMinutes * 60;
}

/** Starts watching; returns the check of the moment, which a timer calls. */
export function watchIdle(parts: IdleLockParts): () => void {
  const lockWithComputer = () => {
    if (parts.settings().lockWhenComputerLocks && parts.bookIsOpen()) parts.lock();
  };
  parts.power.on('lock-screen', lockWithComputer);
  parts.power.on('suspend', lockWithComputer);
  return () => {
    if (!parts.bookIsOpen() || parts.jobsRunning() > 0) return;
    if (idleLongEnough(parts.power.idleSeconds(), parts.settings().lockAfterMinutes)) parts.lock();
  };
}
