import { describe, expect, test } from 'vitest';
import { blankReminder, reminderSchema } from '../../../../renderer/features/account/panels/reminder-form.ts';
import { reminderPicks } from '../../../../renderer/features/account/panels/reminder-picks.ts';
import { instantOf } from '../../../../shared/domain/days.ts';

const zone = 'America/Chicago';
const labels = (day: string, time: string) =>
  reminderPicks(instantOf(day, time, zone), zone).map((pick) => pick.label);

describe('the quick picks', () => {
  test.each([
    [
      '2026-11-19',
      '10:00',
      'a Thursday morning',
      ['In 1 hour', 'Today 15:00', 'Tomorrow 9:00', 'Monday 9:00', 'In a week, 9:00'],
    ],
    [
      '2026-11-19',
      '14:30',
      'too late for the afternoon',
      ['In 1 hour', 'Tomorrow 9:00', 'Monday 9:00', 'In a week, 9:00'],
    ],
    [
      '2026-11-22',
      '10:00',
      'on a Sunday Monday is tomorrow',
      ['In 1 hour', 'Today 15:00', 'Tomorrow 9:00', 'In a week, 9:00'],
    ],
  ])('%s %s: %s', (day, time, _why, expected) => {
    expect(labels(day, time)).toEqual(expected);
  });

  test('are all ahead and in order, at any hour of a week', () => {
    const start = instantOf('2026-11-16', '00:00', zone);
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      const now = start + hour * 3_600_000 + 61_000;
      const times = reminderPicks(now, zone).map((pick) => pick.at);
      expect(times.every((at) => at > now)).toBe(true);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });

  test('an hour from now is rounded up to five minutes', () => {
    const [pick] = reminderPicks(instantOf('2026-11-19', '10:41', zone), zone);
    expect(pick?.at).toBe(instantOf('2026-11-19', '11:45', zone));
  });

  test('nine in the morning stays nine over the change to winter time', () => {
    // 2026-11-01 is the day the clocks go back.
    const picks = reminderPicks(instantOf('2026-10-31', '20:00', zone), zone);
    expect(picks.find((pick) => pick.label === 'Tomorrow 9:00')?.at).toBe(Date.UTC(2026, 10, 1, 15));
  });
});

describe('a typed reminder', () => {
  const schema = reminderSchema('2026-11-21');
  test('is read as a day and a time', () => {
    const typed = { ...blankReminder('2026-11-22'), text: ' Call back ', time: '2pm' };
    expect(schema.parse(typed)).toEqual({
      text: 'Call back',
      day: '2026-11-22',
      time: '14:00',
      allDay: false,
      on: 'account',
      priority: 'normal',
      repeat: null,
    });
  });
  test.each([
    [{ text: '' }, ['text']],
    [{ day: '11/20/2026' }, ['day']],
    [{ time: '25:00' }, ['time']],
  ])('%j is wrong at %j', (changes, fields) => {
    const read = schema.safeParse({ ...blankReminder('2026-11-22'), text: 'Call', ...changes });
    expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });
});
