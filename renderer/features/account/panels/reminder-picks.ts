/** The moments a collector picks most, so that a reminder costs one click while the debtor is on the line. */
import { addDays, dayOfInstant, instantOf, weekdayOf } from '../../../../shared/domain/days.ts';

export type ReminderPick = { readonly label: string; readonly at: number };

const minute = 60_000;

/**
 * Picks from now on, soonest first, all in the future. `zone` is the user's. An hour from now is rounded up to
 * five minutes, because nobody means 10:43.
 */
export function reminderPicks(now: number, zone: string): readonly ReminderPick[] {
  const today = dayOfInstant(now, zone);
  const inAnHour = Math.ceil((now + 60 * minute) / (5 * minute)) * 5 * minute;
  const untilMonday = 8 - weekdayOf(today);
  const afternoon = instantOf(today, '15:00', zone);
  const picks: ReminderPick[] = [{ label: 'In 1 hour', at: inAnHour }];
  if (afternoon > inAnHour) picks.push({ label: 'Today 15:00', at: afternoon });
  picks.push({ label: 'Tomorrow 9:00', at: instantOf(addDays(today, 1), '09:00', zone) });
  // On a Sunday next Monday is tomorrow, which is there already.
  if (untilMonday > 1)
    picks.push({ label: 'Monday 9:00', at: instantOf(addDays(today, untilMonday), '09:00', zone) });
  picks.push({ label: 'In a week, 9:00', at: instantOf(addDays(today, 7), '09:00', zone) });
  return picks.sort((left, right) => left.at - right.at);
}
