/** A series in one sentence, as a person would say it. */
import type { Day } from '../domain/days.ts';
import { isEveryWeekday, type MonthlyOn, type Ordinal, type Repeat, readRepeat } from '../domain/repeat.ts';
import { dayWords } from './day-words.ts';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const ordinalWords: Readonly<Record<Ordinal, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
};

const unitWords = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Where in the month: `on day 15`, `on the last day`, `on the second Tuesday`. */
export function monthlyWords(on: MonthlyOn): string {
  if (on.by === 'weekday') return `on the ${ordinalWords[on.nth]} ${weekdayNames[on.weekday - 1]}`;
  if (on.day === -1) return 'on the last day';
  return on.day > 28 ? `on day ${on.day}, in months that have one` : `on day ${on.day}`;
}

function everyWords(repeat: Repeat, startsOn: Day): string {
  const { frequency, interval, weekdays, monthly } = repeat;
  const unit = unitWords[frequency];
  const every = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  if (isEveryWeekday(repeat)) return 'Every weekday, Monday to Friday';
  if (frequency === 'weekly') {
    const names = listed(weekdays.map((weekday) => weekdayNames[weekday - 1] ?? ''));
    return interval === 1 ? `Every ${names}` : `${every} on ${names}`;
  }
  if (monthly !== null) return `${every} ${monthlyWords(monthly)}`;
  if (frequency === 'yearly') {
    const leap = startsOn.slice(5) === '02-29';
    return `${every} on ${dayWords(startsOn).replace(/ \d+$/, '')}${leap ? ', in leap years' : ''}`;
  }
  return every;
}

/** `startsOn` is the day it counts from, which says on which day of the year a yearly one falls. */
export function repeatWords(repeat: Repeat, startsOn: Day): string {
  const every = everyWords(repeat, startsOn);
  if (repeat.end.kind === 'until') return `${every}, until ${dayWords(repeat.end.on)}`;
  if (repeat.end.kind === 'count')
    return repeat.end.count === 1 ? `${every}, once` : `${every}, ${repeat.end.count} times`;
  return every;
}

/** The same from the rule as it is kept; empty for a text that is none. */
export function ruleWords(rule: string, startsOn: Day): string {
  const repeat = readRepeat(rule);
  return repeat === null ? '' : repeatWords(repeat, startsOn);
}
