/** Moments as a reason spells them. */
import { spellDayShort } from '../../domain/days.ts';
import { localDay, localMinute } from '../time/local-time.ts';

/** A time of day from minutes past midnight: `8:00 AM` */
export function spellMinute(minute: number): string {
  if (minute === 1440) return 'midnight';
  const hour = Math.floor(minute / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${(minute % 60).toString().padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The place a zone is named after: `New York`. */
export function spellZone(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** An instant on a zone’s clock: `Nov 17, 2026, 11:00 AM (Chicago)`. */
export function spellMoment(zone: string, at: number): string {
  return `${spellDayShort(localDay(zone, at))}, ${spellMinute(localMinute(zone, at))} (${spellZone(zone)})`;
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words, as sentences have them. */
export function spellCount(count: number): string {
  return counts[count] ?? `${count}`;
}
