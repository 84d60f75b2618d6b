/** The timeline under headings of days, so that "what happened on Tuesday" is found by eye. */
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { type Day, dayOfInstant } from '../../../../shared/domain/days.ts';

export type DayGroup = { readonly day: Day; readonly items: readonly TimelineItem[] };

/** Keeps the order it is given; neighbours on the same day in the zone stand together. */
export function groupByDay(items: readonly TimelineItem[], zone: string): readonly DayGroup[] {
  const groups: { day: Day; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const day = dayOfInstant(item.at, zone);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}
