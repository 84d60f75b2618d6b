/** The fields of a reminder as they are typed, and what they mean. */
import { z } from 'zod';
import { priorities } from '../../../../shared/contract/reminders.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { requiredLine, typedDay, typedTime } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

export const reminderFields = z.strictObject({
  text: z.string().max(2000),
  day: z.string().max(60),
  time: z.string().max(60),
  allDay: z.boolean(),
  repeat: z.string().max(200).nullable(),
  priority: z.enum(priorities),
  on: z.enum(['account', 'debtor']),
});
export type ReminderFields = z.output<typeof reminderFields>;

export function blankReminder(day: Day): ReminderFields {
  return {
    text: '',
    day: showTypedDay(day),
    time: '09:00',
    allDay: false,
    repeat: null,
    priority: 'normal',
    on: 'account',
  };
}

export function reminderSchema(today: Day) {
  return z.strictObject({
    text: requiredLine(500, 'Type what you want to be reminded of.'),
    day: typedDay(today, {
      notBefore: { day: today, message: 'This day has passed. Choose today or a later day.' },
    }),
    time: typedTime(),
    allDay: z.boolean(),
    repeat: z.string().nullable(),
    priority: z.enum(priorities),
    on: z.enum(['account', 'debtor']),
  });
}
