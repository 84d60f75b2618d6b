/** Which days a view of the calendar shows and where a key leads. Weeks begin on Sunday, as calendars here do. */
import { addDays, addMonths, type Day, daysInMonth, weekdayOf } from '../../../shared/domain/days.ts';

export const views = ['month', 'week', 'agenda'] as const;
export type View = (typeof views)[number];

export const viewWords: Readonly<Record<View, string>> = { month: 'Month', week: 'Week', agenda: 'Agenda' };

const agendaDays = 31;

function sundayBefore(day: Day): Day {
  return addDays(day, -(weekdayOf(day) % 7));
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** First and last day shown, both inclusive: whole weeks, but for the agenda. */
export function rangeOf(view: View, day: Day): { readonly from: Day; readonly to: Day } {
  if (view === 'agenda') return { from: day, to: addDays(day, agendaDays - 1) };
  if (view === 'week') return { from: sundayBefore(day), to: addDays(sundayBefore(day), 6) };
  const first = firstOfMonth(day);
  const last = addDays(first, daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) - 1);
  return { from: sundayBefore(first), to: addDays(sundayBefore(last), 6) };
}

export function daysOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** One page back or forward. */
export function pageFrom(view: View, day: Day, step: 1 | -1): Day {
  if (view === 'month') return addMonths(day, step);
  return addDays(day, step * (view === 'week' ? 7 : agendaDays));
}

/** Where a key of the grid leads; `null` for one that leads nowhere. */
export function dayAfterKey(key: string, view: View, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return view === 'month' ? addDays(day, -7) : null;
    case 'ArrowDown':
      return view === 'month' ? addDays(day, 7) : null;
    case 'Home':
      return sundayBefore(day);
    case 'End':
      return addDays(sundayBefore(day), 6);
    case 'PageUp':
      return pageFrom(view, day, -1);
    case 'PageDown':
      return pageFrom(view, day, 1);
    default:
      return null;
  }
}
