/** The names of the days `isFederalHoliday` knows. */
import type { Day } from '../domain/days.ts';
import { isFederalHoliday } from '../domain/holidays.ts';

const byMonth: Readonly<Record<string, string>> = {
  '02': 'Washington’s Birthday',
  '05': 'Memorial Day',
  '06': 'Juneteenth',
  '07': 'Independence Day',
  '09': 'Labor Day',
  '10': 'Columbus Day',
  '12': 'Christmas Day',
};

/** `null` for a day that is none. */
export function holidayName(day: Day): string | null {
  if (!isFederalHoliday(day)) return null;
  const month = day.slice(5, 7);
  const dayOfMonth = Number(day.slice(8, 10));
  if (month === '01') return dayOfMonth === 1 ? 'New Year’s Day' : 'Martin Luther King Jr. Day';
  if (month === '11') return dayOfMonth > 11 ? 'Thanksgiving Day' : 'Veterans Day';
  // From 1971 to 1977 Veterans Day was kept in October.
  if (month === '10' && dayOfMonth > 14) return 'Veterans Day';
  return byMonth[month] ?? null;
}
