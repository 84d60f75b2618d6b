import { describe, expect, it } from 'vitest';
import { contactRules } from '../../../shared/rules/registry.ts';
import { type ClockRow, callClockWords } from '../../../shared/text/call-clock-words.ts';
import { minuteWords, timeWords, whenWords, zoneWords } from '../../../shared/text/moment-words.ts';
import { reasonLabel } from '../../../shared/text/reason-words.ts';

const zone = 'America/Chicago';
/** Friday 20 November 2026, 3:00 PM in Chicago. */
const now = Date.UTC(2026, 10, 20, 21, 0);
const hours = (count: number) => now + count * 3_600_000;

describe('the call clock in words', () => {
  const row = (part: Partial<ClockRow>): ClockRow => ({
    outcome: 'allowed',
    code: null,
    opensAt: now,
    closesAt: null,
    ...part,
  });
  it.each<[string, Partial<ClockRow>, string, string]>([
    ['open until the evening', { closesAt: hours(6) }, 'now', 'Callable until 9:00 PM'],
    ['open to the very end', { closesAt: now + 1 }, 'now', 'Callable until 3:00 PM'],
    ['closed at this instant', { closesAt: now }, 'waiting', 'Being worked out'],
    ['open without an end', {}, 'now', 'Callable now'],
    ['ends past midnight', { closesAt: hours(10) }, 'now', 'Callable until 1:00 AM'],
    ['ends tomorrow afternoon', { closesAt: hours(20) }, 'now', 'Callable until tomorrow 11:00 AM'],
    ['later today', { opensAt: hours(2), outcome: 'blocked' }, 'later', 'From 5:00 PM'],
    ['tomorrow', { opensAt: hours(17), outcome: 'blocked' }, 'later', 'From tomorrow 8:00 AM'],
    ['Monday', { opensAt: hours(65), outcome: 'blocked' }, 'later', 'From Mon 8:00 AM'],
    ['six days on', { opensAt: hours(6 * 24), outcome: 'blocked' }, 'later', 'From Thu 3:00 PM'],
    ['a week on', { opensAt: hours(7 * 24), outcome: 'blocked' }, 'later', 'From 27 Nov 2026, 3:00 PM'],
    [
      'with care',
      { outcome: 'warning', code: 'ALLOWED_WITH_CAUTION' },
      'care',
      'Callable now, look before you call',
    ],
    [
      'waits for an event',
      { outcome: 'blocked', opensAt: null, code: 'BANKRUPTCY_STAY' },
      'blocked',
      'Not allowed: bankruptcy',
    ],
    [
      'a fact is missing',
      { outcome: 'undetermined', opensAt: null, code: 'TIME_ZONE_CONFLICT' },
      'unclear',
      'Unclear: time zone not settled',
    ],
    ['not worked out yet', { outcome: null }, 'waiting', 'Being worked out'],
  ])('%s', (_name, part, state, text) =>
    expect(callClockWords(row(part), now, zone)).toEqual({ state, text }),
  );
});

describe('instants in words', () => {
  it.each([
    [0, 'midnight'],
    [480, '8:00 AM'],
    [719, '11:59 AM'],
    [720, 'noon'],
    [721, '12:01 PM'],
    [1260, '9:00 PM'],
    [1440, 'midnight'],
  ])('minute %i is %s', (minute, words) => expect(minuteWords(minute)).toBe(words));

  it('reads the clock of the zone, before and after it is set back', () => {
    expect(timeWords(Date.UTC(2026, 10, 1, 5, 30), zone)).toBe('12:30 AM');
    expect(timeWords(Date.UTC(2026, 10, 1, 7, 30), zone)).toBe('1:30 AM');
  });

  it('counts days by the calendar of the zone, not by hours', () => {
    // 11:30 PM in Chicago; half an hour later it is tomorrow there, and already was in New York.
    const late = Date.UTC(2026, 10, 21, 5, 30);
    expect(whenWords(late + 3_600_000, late, zone)).toBe('tomorrow 12:30 AM');
    expect(whenWords(late + 3_600_000, late, 'America/New_York')).toBe('1:30 AM');
  });

  it.each([
    ['America/Chicago', 'Central'],
    ['America/Indiana/Knox', 'Knox'],
    ['America/North_Dakota/New_Salem', 'New Salem'],
  ])('%s is %s', (name, words) => expect(zoneWords(name)).toBe(words));
});

describe('codes of rules', () => {
  it('has a label for known ones and words for those of a later pack', () => {
    expect(reasonLabel('CALL_FREQ_SEVEN_IN_SEVEN')).toBe('seven calls in seven days');
    expect(reasonLabel('SOME_NEW_RULE')).toBe('some new rule');
    expect(reasonLabel('constructor')).toBe('constructor');
  });
});

it('every rule of contact has words of its own for a chip', () => {
  const coded = contactRules.map(({ code }) => code);
  const bare = coded.filter((code) => reasonLabel(code) === code.toLowerCase().replaceAll('_', ' '));
  // These read well as they are.
  expect(new Set(bare)).toEqual(new Set(['WRONG_NUMBER', 'VALIDATION_NOTICE_DUE']));
});
