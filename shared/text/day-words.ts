/**
 * Days as people read them. One form everywhere, `12 Mar 2026`: the month is a word, so that no reader can
 * take the day for the month, whatever country they learnt their dates in.
 */
import { type Day, daysBetween } from '../domain/days.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12 Mar 2026`. A text that is no day comes back as it is. */
export function dayWords(day: Day): string {
  const month = months[Number(day.slice(5, 7)) - 1];
  return month === undefined ? day : `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`;
}

/** As `dayWords`, for a source of which only the month or the year is known: `Jun 2025`, `2025`. */
export function dayOrMonthWords(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayWords(text);
  const month = /^\d{4}-\d{2}$/.test(text) ? months[Number(text.slice(5)) - 1] : undefined;
  return month === undefined ? text : `${month} ${text.slice(0, 4)}`;
}

/** How far a day is from today: `today`, `tomorrow`, `in 5 days`, `3 days ago`. */
export function daysAway(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
