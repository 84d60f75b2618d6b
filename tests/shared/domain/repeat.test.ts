/** Rules of repeating: read, written, bounded, and said in words. */
import { describe, expect, it } from 'vitest';
import { mostRuleLength, type Repeat, readRepeat, ruleOf } from '../../../shared/domain/repeat.ts';
import { ruleWords } from '../../../shared/text/repeat-words.ts';

describe('rules in words', () => {
  it.each([
    ['FREQ=DAILY', 'Every day'],
    ['FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday, Monday to Friday'],
    ['FREQ=WEEKLY;BYDAY=MO', 'Every Monday'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'Every Monday and Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'Every Monday, Wednesday and Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every 2 weeks on Tuesday'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
      'Every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'Every month on day 31, in months that have one'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'Every 3 months on the last Friday'],
    ['FREQ=YEARLY', 'Every year on 12 Mar'],
    ['FREQ=DAILY;UNTIL=20261231', 'Every day, until 31 Dec 2026'],
    ['FREQ=WEEKLY;BYDAY=SU;COUNT=10', 'Every Sunday, 10 times'],
    ['FREQ=DAILY;COUNT=1', 'Every day, once'],
  ])('%s', (rule, words) => {
    expect(ruleWords(rule, '2026-03-12')).toBe(words);
    const repeat = readRepeat(rule) as Repeat;
    expect(ruleOf(repeat)).toBe(rule);
  });

  it('says that a leap day comes in leap years', () => {
    expect(ruleWords('FREQ=YEARLY', '2028-02-29')).toBe('Every year on 29 Feb, in leap years');
  });
});

describe('what is no rule here', () => {
  it.each([
    ['nothing', ''],
    ['no frequency', 'INTERVAL=2'],
    ['more often than daily', 'FREQ=HOURLY'],
    ['every second', 'FREQ=SECONDLY;COUNT=999'],
    ['no interval', 'FREQ=DAILY;INTERVAL=0'],
    ['an interval without end', 'FREQ=DAILY;INTERVAL=100'],
    ['too many times', 'FREQ=DAILY;COUNT=1000'],
    ['two ends', 'FREQ=DAILY;COUNT=2;UNTIL=20261231'],
    ['a day that is none', 'FREQ=DAILY;UNTIL=20260231'],
    ['an instant as its end', 'FREQ=DAILY;UNTIL=20260228T000000Z'],
    ['weekly without a day', 'FREQ=WEEKLY'],
    ['a day named twice', 'FREQ=WEEKLY;BYDAY=MO,MO'],
    ['no weekday', 'FREQ=WEEKLY;BYDAY=XX'],
    ['an ordinal in a week', 'FREQ=WEEKLY;BYDAY=2MO'],
    ['monthly without a day', 'FREQ=MONTHLY'],
    ['monthly by both', 'FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=3'],
    ['a fifth weekday', 'FREQ=MONTHLY;BYDAY=5TU'],
    ['day 32', 'FREQ=MONTHLY;BYMONTHDAY=32'],
    ['day 0', 'FREQ=MONTHLY;BYMONTHDAY=0'],
    ['a part it does not know', 'FREQ=DAILY;BYHOUR=9'],
    ['a part twice', 'FREQ=DAILY;FREQ=DAILY'],
    ['a part misspelt', 'FREQ=WEEKLY;BYDAYS=MO'],
    ['a second line', 'FREQ=DAILY\nEXDATE:20260101'],
    ['too long a text', `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(mostRuleLength)}`],
  ])('%s', (_name, rule) => {
    expect(readRepeat(rule)).toBeNull();
    expect(ruleWords(rule, '2026-03-12')).toBe('');
  });
});
