/** Zones, hours and clocks in the words people use. */
import { localMinute } from './local-time.ts';

const names: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern time',
  'America/Chicago': 'Central time',
  'America/Denver': 'Mountain time',
  'America/Phoenix': 'Arizona time',
  'America/Los_Angeles': 'Pacific time',
  'America/Anchorage': 'Alaska time',
  'America/Adak': 'Aleutian time',
  'Pacific/Honolulu': 'Hawaii time',
  'America/Puerto_Rico': 'Puerto Rico time',
  'Pacific/Guam': 'Guam time',
  'Pacific/Pago_Pago': 'American Samoa time',
};

/** `Pacific time (Los Angeles)`; `the time of Toronto` for a zone without a common name here. */
export function zoneWords(zone: string): string {
  const name = Object.hasOwn(names, zone) ? names[zone] : undefined;
  if (name === undefined) return `the time of ${cityOf(zone)}`;
  const city = cityOf(zone);
  return name.startsWith(city) ? name : `${name} (${city})`;
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `7:40 AM` of minutes from midnight; `midnight` of the one that ends a day. */
export function minuteWords(minute: number): string {
  if (minute >= 1440) return 'midnight';
  const hour = Math.floor(minute / 60);
  const minutes = (minute % 60).toString().padStart(2, '0');
  return `${((hour + 11) % 12) + 1}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** What the zone’s clock shows. */
export function clockWords(zone: string, at: number): string {
  return minuteWords(localMinute(zone, at));
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `every day`; `Monday to Friday`; `Monday, Wednesday and Sunday`. */
export function weekdayWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.length === 7) return 'every day';
  const named = sorted.map((day) => weekdays[day - 1] ?? '');
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${named[0]} to ${named.at(-1)}`;
  return named.length === 1 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** `Monday to Friday from 9:00 AM up to 5:00 PM`; `every day, all day`. */
export function weeklyWords(
  days: readonly number[],
  from: number | undefined,
  to: number | undefined,
): string {
  const when = weekdayWords(days);
  if (from === undefined && to === undefined) return `${when}, all day`;
  const end = to ?? 1440;
  const past = end <= (from ?? 0) ? ' of the next day' : '';
  return `${when} from ${minuteWords(from ?? 0)} up to ${minuteWords(end)}${past}`;
}
