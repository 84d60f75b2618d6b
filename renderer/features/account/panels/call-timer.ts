/**
 * The length of a call. It is counted from the instant it began and not by ticks, so that a locked screen or a
 * sleeping computer does not make a call shorter.
 */
export type CallTimer = {
  /** When the running call began; `null` when none runs. */
  readonly startedAt: number | null;
  /** When it ended; `null` while it runs or before it began. */
  readonly endedAt: number | null;
};

export const idleTimer: CallTimer = { startedAt: null, endedAt: null };

export function startTimer(now: number): CallTimer {
  return { startedAt: now, endedAt: null };
}

export function stopTimer(timer: CallTimer, now: number): CallTimer {
  return timer.startedAt === null || timer.endedAt !== null ? timer : { ...timer, endedAt: now };
}

/** The longest call the book takes: a day. */
const mostSeconds = 86_400;

/** Whole seconds, or `null` before a call began. A clock set back counts as no time. */
export function secondsOf(timer: CallTimer, now: number): number | null {
  if (timer.startedAt === null) return null;
  const seconds = Math.floor(((timer.endedAt ?? now) - timer.startedAt) / 1000);
  return Math.min(mostSeconds, Math.max(0, seconds));
}

/** `0:07`, `12:30`, `1:02:30`. */
export function showSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = (seconds % 60).toString().padStart(2, '0');
  return hours > 0 ? `${hours}:${minutes.toString().padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
