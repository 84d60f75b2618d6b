/**
 * A window left open overnight must not call yesterday today. Timers stop while a computer sleeps, so the
 * wall clock is compared once a minute and whenever the window is looked at again.
 */
const checkEveryMs = 60_000;

/** Calls back when the calendar day of this computer has changed; returns the function that stops it. */
export function onNewDay(newDay: () => void): () => void {
  let known = new Date().toDateString();
  const compare = () => {
    const now = new Date().toDateString();
    if (now === known) return;
    known = now;
    newDay();
  };
  const timer = setInterval(compare, checkEveryMs);
  window.addEventListener('focus', compare);
  document.addEventListener('visibilitychange', compare);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', compare);
    document.removeEventListener('visibilitychange', compare);
  };
}
