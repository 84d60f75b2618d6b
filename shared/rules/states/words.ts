/** Moments as a reason spells them. */
import { spellDayShort } from '../../domain/days.ts';
import { localDay } from '../time/local-time.ts';
import { clockWords } from '../time/zone-words.ts';

/** The place a zone is named after: `New York`. */
export function spellZone(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** An instant on a zone’s clock: `Nov 17, 2026, 11:00 AM (Chicago)`. */
export function spellMoment(zone: string, at: number): string {
  return `${spellDayShort(localDay(zone, at))}, ${clockWords(zone, at)} (${spellZone(zone)})`;
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words, as sentences have them. */
export function spellCount(count: number): string {
  return counts[count] ?? `${count}`;
}
