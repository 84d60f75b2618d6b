/** The length of the call, drawn once a second while it runs. */
import { useEffect, useState } from 'react';
import { type CallTimer, secondsOf, showSeconds } from './call-timer.ts';

export function RunningClock({ timer }: { readonly timer: CallTimer }) {
  const [now, setNow] = useState(() => Date.now());
  const running = timer.startedAt !== null && timer.endedAt === null;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [running]);
  const seconds = secondsOf(timer, now);
  return (
    <span className="account-clock" data-running={running} role="timer" aria-live="off">
      {seconds === null ? '0:00' : showSeconds(seconds)}
    </span>
  );
}
