/** A time of day as people type it: `9`, `930`, `9:30`, `2pm`, `2:15 pm`, `14:00`, `noon`. */

/**
 * `HH:MM` on a 24-hour clock, or `null` for what is no time. Office hours decide a bare hour: 1 to 6 are
 * the afternoon, 7 to 12 the morning and noon.
 */
export function parseTypedTime(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '').replaceAll('.', '');
  if (typed === 'noon') return '12:00';
  const match = /^(\d{1,2}):?(\d{2})?(a|am|p|pm)?$/.exec(typed);
  if (match?.[1] === undefined) return null;
  let hour = Number(match[1]);
  const minute = match[2] === undefined ? 0 : Number(match[2]);
  const half = match[3]?.charAt(0);
  if (minute > 59) return null;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  } else if (match[1].length === 1 && hour >= 1 && hour <= 6) {
    hour += 12;
  }
  if (hour > 23) return null;
  return `${hour.toString().padStart(2, '0')}:${minute.toString().padStart(2, '0')}`;
}
