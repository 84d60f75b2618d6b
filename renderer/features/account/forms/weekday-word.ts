/** `Fri`: a due day is said with its weekday on the phone. */
import { type Day, weekdayOf } from '../../../../shared/domain/days.ts';

const words = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function weekdayWord(day: Day): string {
  return words[weekdayOf(day) - 1] ?? '';
}
