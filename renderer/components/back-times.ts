/** The times a reminder can be put off to, counted from a moment in the user's zone. */
import { addDays, type Day, dayOfInstant, instantOf, weekdayOf } from '../../shared/domain/days.ts';

export type BackTime = { readonly label: string; readonly until: number };

const minute = 60_000;

/** When an office begins to work. */
const morning = '09:00';

/** Later choices come later; the next working morning skips the week-end. */
export function backTimes(now: number, zone: string): readonly BackTime[] {
  const today = dayOfInstant(now, zone);
  const tomorrow = addDays(today, 1);
  const monday = nextMonday(today);
  return [
    { label: 'In 10 minutes', until: now + 10 * minute },
    { label: 'In 1 hour', until: now + 60 * minute },
    { label: 'Tomorrow, 09:00', until: instantOf(tomorrow, morning, zone) },
    ...(monday === tomorrow ? [] : [{ label: 'Monday, 09:00', until: instantOf(monday, morning, zone) }]),
  ];
}

function nextMonday(today: Day): Day {
  return addDays(today, 8 - weekdayOf(today));
}
