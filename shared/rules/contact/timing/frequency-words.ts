import { fromEpochDay, spellDay } from '../../../domain/days.ts';
import { localDay, localMinute } from '../../time/local-time.ts';

/** A day counted from 1970, as a sentence writes it: `November 17, 2026`. */
export function epochDayWords(epochDay: number): string {
  return spellDay(fromEpochDay(epochDay));
}

/** An instant by the clock of a zone: `November 17, 2026, 3:05 PM`. */
export function momentWords(zone: string, at: number): string {
  const minutes = localMinute(zone, at);
  const hour = Math.floor(minutes / 60);
  const clock = `${((hour + 11) % 12) + 1}:${(minutes % 60).toString().padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
  return `${spellDay(localDay(zone, at))}, ${clock}`;
}
