/**
 * So many years later by the calendar: the last day of a period is the same date, and a suit is barred from the next day.
 * A period that began on 29 February and ends in a year without one: 28 February where the shorter count is the safe one,
 * 1 March where the longer is.
 */
import { type Day, isLeapYear } from '../../domain/days.ts';

export function yearsAfter(day: Day, years: number, leap: 'short' | 'long'): Day {
  const year = Number(day.slice(0, 4)) + years;
  const rest = day.slice(4);
  const text = year < 1000 ? year.toString().padStart(4, '0') : `${year}`;
  if (rest === '-02-29' && !isLeapYear(year)) return leap === 'short' ? `${text}-02-28` : `${text}-03-01`;
  return text + rest;
}
