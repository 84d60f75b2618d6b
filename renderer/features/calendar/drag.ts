/** Carrying a reminder to another day with the mouse. */
import type { DragEvent } from 'react';
import type { CalendarItem } from '../../../shared/contract/calendar.ts';

const type = 'application/x-duebook-reminder';

/** Only what stands in the book can be carried, and of that only reminders: other days follow from what they are of. */
export function canMove({ kind, reminderId, ahead }: CalendarItem): boolean {
  return kind === 'reminder' && reminderId !== null && !ahead;
}

export function carry(event: DragEvent, item: CalendarItem): void {
  event.dataTransfer.setData(type, String(item.reminderId));
  event.dataTransfer.effectAllowed = 'move';
}

export function isCarried(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(type);
}

export function carriedBy(event: DragEvent): number | null {
  const reminderId = Number(event.dataTransfer.getData(type));
  return Number.isInteger(reminderId) && reminderId > 0 ? reminderId : null;
}
