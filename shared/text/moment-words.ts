/** Instants by the clock of any zone, as Americans read a time of day: `9:00 PM`. */
import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, dayOfInstant, daysBetween, weekdayOf } from '../domain/days.ts';
import { dayWords } from './day-words.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const longWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Mon`; 1 is Monday. */
export function weekdayName(weekday: number, long = false): string {
  return (long ? longWeekdays : weekdays)[weekday - 1] ?? '';
}

/** Minutes from midnight as `8:00 AM`; 1440 is `midnight`. */
export function minuteWords(minute: number): string {
  if (minute === 1440 || minute === 0) return 'midnight';
  if (minute === 720) return 'noon';
  const hour = Math.floor(minute / 60);
  const rest = (minute % 60).toString().padStart(2, '0');
  return `${((hour + 11) % 12) + 1}:${rest} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `9:00 PM` in a zone (IANA name). */
export function timeWords(at: number, zone: string): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${((hour + 11) % 12) + 1}:${minute.toString().padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/**
 * When it is, told from `now` in the same zone: `9:00 PM` today, `tomorrow 8:00 AM`, `Mon 8:00 AM` within the week,
 * else `12 Mar 2026, 8:00 AM`.
 */
export function whenWords(at: number, now: number, zone: string): string {
  const today = dayOfInstant(now, zone);
  const day = dayOfInstant(at, zone);
  const time = timeWords(at, zone);
  if (day === today) return time;
  if (day === addDays(today, 1)) return `tomorrow ${time}`;
  const ahead = daysBetween(today, day);
  if (ahead > 1 && ahead < 7) return `${weekdayName(weekdayOf(day))} ${time}`;
  return `${dayWords(day)}, ${time}`;
}

/** `Mon 12 Mar 2026, 8:00 AM`: for what is kept, where `tomorrow` would soon be wrong. */
export function fullMomentWords(at: number, zone: string): string {
  const day: Day = dayOfInstant(at, zone);
  return `${weekdayName(weekdayOf(day))} ${dayWords(day)}, ${timeWords(at, zone)}`;
}

/** A zone as people name it: `Chicago`, `New York`; the place stands for the clock. */
export function zoneWords(zone: string): string {
  const named = commonZones[zone];
  if (named !== undefined) return named;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The zones people know by a name of their own. */
const commonZones: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'America/Adak': 'Aleutian',
  'Pacific/Honolulu': 'Hawaii',
  'America/Puerto_Rico': 'Atlantic (Puerto Rico)',
  'Pacific/Guam': 'Guam',
  'Pacific/Pago_Pago': 'American Samoa',
};
