/** The call clock of an account as one short phrase: `Callable until 9:00 PM`, `From Mon 8:00 AM`, `Not allowed: bankruptcy`. */
import type { VerdictOutcome } from '../domain/law.ts';
import { timeWords, whenWords } from './moment-words.ts';
import { reasonLabel } from './reason-words.ts';

/** As lists carry it (`callClock` of the contract). */
export type ClockRow = {
  readonly outcome: VerdictOutcome | null;
  readonly code: string | null;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
};

export type ClockWords = {
  /**
   * `now`: may be called; `care`: may be called, and something is to be looked at first; `later`: by time alone, not yet;
   * `blocked`, `unclear`: something has to happen or be known first; `waiting`: still being worked out, so not callable.
   */
  readonly state: 'now' | 'care' | 'later' | 'blocked' | 'unclear' | 'waiting';
  readonly text: string;
};

/** `zone`: the user’s, IANA name. A span that has passed is never shown as callable. */
export function callClockWords(clock: ClockRow, now: number, zone: string): ClockWords {
  const { outcome, code, opensAt, closesAt } = clock;
  if (outcome === null) return { state: 'waiting', text: 'Being worked out' };
  if (opensAt === null) {
    const why = code === null ? '' : `: ${reasonLabel(code)}`;
    return outcome === 'undetermined'
      ? { state: 'unclear', text: `Unclear${why}` }
      : { state: 'blocked', text: `Not allowed${why}` };
  }
  if (opensAt > now) return { state: 'later', text: `From ${whenWords(opensAt, now, zone)}` };
  if (closesAt !== null && closesAt <= now) return { state: 'waiting', text: 'Being worked out' };
  const until = closesAt === null ? 'Callable now' : `Callable until ${untilWords(closesAt, now, zone)}`;
  return outcome === 'warning'
    ? { state: 'care', text: code === null ? until : `${until}, ${reasonLabel(code)}` }
    : { state: 'now', text: until };
}

/** Within the next twelve hours the time says it alone, also past midnight. */
function untilWords(at: number, now: number, zone: string): string {
  return at - now < 12 * 3_600_000 ? timeWords(at, zone) : whenWords(at, now, zone);
}
