/** One day of the month or the week: its number, a holiday, the first few of what is due, and how many more. */
import { VisuallyHidden } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { CalendarDay, CalendarItem } from '../../../shared/contract/calendar.ts';
import { type Day, weekdayOf } from '../../../shared/domain/days.ts';
import { calendarKindWords } from '../../../shared/text/calendar-words.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { holidayName } from '../../../shared/text/holiday-words.ts';
import { clockWords } from '../../components/moments.tsx';
import { canMove, carriedBy, carry, isCarried } from './drag.ts';
import { KindIcon } from './kind-icon.tsx';

export type DayCellProps = {
  readonly day: Day;
  readonly due: CalendarDay | undefined;
  readonly today: Day;
  readonly selected: boolean;
  /** Of the month shown. */
  readonly inside: boolean;
  /** So many are listed before the rest is a number. */
  readonly most: number;
  onSelect(day: Day): void;
  onOpen(day: Day): void;
  onKeyDown(event: KeyboardEvent): void;
  onMove(reminderId: number, toDay: Day): void;
};

export function DayCell(props: DayCellProps) {
  const { day, due, today, selected, inside, most } = props;
  const [over, setOver] = useState(false);
  const total = totalOf(due);
  const items = due?.items.slice(0, total > most ? most - 1 : most) ?? [];
  const holiday = holidayName(day);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!isCarried(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const reminderId = carriedBy(event);
      if (reminderId !== null) props.onMove(reminderId, day);
    },
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be stretched over the height of the screen.
    <div
      role="gridcell"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      aria-current={day === today ? 'date' : undefined}
      data-day={day}
      className="calendar-cell"
      data-inside={inside ? 'yes' : 'no'}
      data-weekend={weekdayOf(day) > 5 ? 'yes' : 'no'}
      data-over={over ? 'yes' : 'no'}
      onClick={() => props.onSelect(day)}
      onDoubleClick={() => props.onOpen(day)}
      onKeyDown={props.onKeyDown}
      {...drop}
    >
      <VisuallyHidden>{labelOf(day, due, holiday)}</VisuallyHidden>
      <div className="calendar-cell-head" aria-hidden>
        <span className="calendar-number">{Number(day.slice(8, 10))}</span>
        {holiday === null ? null : <span className="calendar-holiday">{holiday}</span>}
      </div>
      <div className="calendar-cell-items" aria-hidden>
        {items.map((item) => (
          <ItemChip key={item.key} item={item} />
        ))}
        {total > items.length ? <span className="calendar-more">+{total - items.length}</span> : null}
      </div>
    </div>
  );
}

function ItemChip({ item }: { readonly item: CalendarItem }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way for the mouse; keys move the row of the day's list.
    <div
      className="calendar-chip"
      data-priority={item.priority}
      title={`${calendarKindWords[item.kind].one}: ${item.debtorName === null ? '' : `${item.debtorName}: `}${item.text}`}
      draggable={canMove(item)}
      onDragStart={(event) => carry(event, item)}
    >
      <KindIcon kind={item.kind} />
      {item.at === null ? null : <span className="calendar-time">{clockWords(item.at)}</span>}
      <span className="calendar-chip-text">
        {item.kind === 'reminder' || item.debtorName === null ? item.text : item.debtorName}
      </span>
    </div>
  );
}

export function totalOf(due: CalendarDay | undefined): number {
  return due?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

function labelOf(day: Day, due: CalendarDay | undefined, holiday: string | null): string {
  const counts = due?.counts.map(({ kind, count }) => `${calendarKindWords[kind].many}: ${count}`) ?? [];
  return [
    dayWords(day),
    ...(holiday === null ? [] : [holiday]),
    ...(counts.length === 0 ? ['nothing due'] : counts),
  ].join(', ');
}
