/** A number to call in words: the clock where it rings, what was said of it, what became of the last try. Pure. */
import type { CallNumber, CallVerdict } from '../../../../shared/contract/calls.ts';
import { dayOfInstant } from '../../../../shared/domain/days.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  consentKindWords,
  contactOutcomeWords,
  legalEventKindWords,
} from '../../../../shared/text/labels.ts';
import { whenWords } from '../../../../shared/text/moment-words.ts';
import { localTimesWords, momentIn } from '../law/verdict-words.ts';

/** `2:14 PM Central`: where the area code points, else every clock the person may be under. */
export function clockOfNumber(
  { zones, verdict }: Pick<CallNumber, 'zones' | 'verdict'>,
  now: number,
): string {
  return localTimesWords(zones.length > 0 ? zones : verdict.zones, now);
}

/** `Gave consent to automatic calls`, `Opted out`: what stands for this very number, newest last. */
export function saidOfNumber({ said }: Pick<CallNumber, 'said'>): readonly string[] {
  return said.map(({ kind, consent, on }) => {
    const what = consent === null ? legalEventKindWords[kind] : `Consent ${consentKindWords[consent]}`;
    return `${what}, ${dayWords(on)}`;
  });
}

/** `No answer 20 Nov 2026, 2 calls in 7 days`. */
export function triesWords({ last, triedInSevenDays }: CallNumber, zone: string): string {
  const before =
    last === null
      ? 'Never called'
      : `${contactOutcomeWords[last.outcome]}${last.direction === 'in' ? ' (they called)' : ''}, ${dayWords(dayOfInstant(last.at, zone))}`;
  return triedInSevenDays === 0
    ? before
    : `${before}; ${triedInSevenDays} ${triedInSevenDays === 1 ? 'call' : 'calls'} in 7 days`;
}

/** When one that may not be called may be, by the clock; `null` where no clock lifts it. */
export function opensWords(verdict: CallVerdict, now: number, zone: string): string | null {
  const { earliestAt, zones } = verdict;
  if (earliestAt === null || earliestAt <= now) return null;
  const theirs = momentIn(zones, earliestAt, now);
  return `From ${whenWords(earliestAt, now, zone)} here${theirs === '' ? '' : `, ${theirs}`}.`;
}
