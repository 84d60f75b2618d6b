/** The current minute. It moves with the wall clock, also after the computer slept or the window was away. */
import { useEffect, useState } from 'react';

const minuteMs = 60_000;

export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      clearTimeout(timer);
      timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs) + 50);
    };
    timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs) + 50);
    window.addEventListener('focus', tick);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', tick);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
