/** The keys that move the day a figure is asked for, while nothing is being typed. */
import { addDays, addMonths, type Day, earliestDay, latestDay } from '../../../../shared/domain/days.ts';

export type DayStepPress = {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
};

/** The day after the press: arrows by a day, with Shift or PageUp/PageDown by a month, T to today. `null` for other keys. */
export function steppedDay(day: Day, today: Day, press: DayStepPress): Day | null {
  if (press.alt || press.ctrl || press.meta) return null;
  switch (press.key) {
    case 'ArrowLeft':
      return press.shift ? within(addMonths(day, -1)) : within(addDays(day, -1));
    case 'ArrowRight':
      return press.shift ? within(addMonths(day, 1)) : within(addDays(day, 1));
    case 'PageUp':
      return within(addMonths(day, -1));
    case 'PageDown':
      return within(addMonths(day, 1));
    case 't':
    case 'T':
      return press.shift ? null : today;
    default:
      return null;
  }
}

/** No day beyond those that may be entered. */
export function within(day: Day): Day {
  return day < earliestDay ? earliestDay : day > latestDay ? latestDay : day;
}
