/** Receipt and the end of the validation period, against a table made by hand and a second way of counting. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekdayOf } from '../../../../shared/domain/days.ts';
import {
  assumedReceipt,
  countsTowardsReceipt,
  noticeDueOn,
  validationEnd,
  validationPeriod,
} from '../../../../shared/rules/validation/period.ts';

describe('sent, assumed received, last day', () => {
  // Made with a calendar outside this program: weekends, the eleven holidays and their neighboring weekdays left out.
  test.each([
    ['2026-01-02', '2026-01-09', '2026-02-08'], // Fri
    ['2026-01-09', '2026-01-16', '2026-02-15'], // Fri
    ['2026-01-13', '2026-01-21', '2026-02-20'], // Tue
    ['2026-01-14', '2026-01-22', '2026-02-21'], // Wed
    ['2026-02-11', '2026-02-19', '2026-03-21'], // Wed
    ['2026-05-20', '2026-05-28', '2026-06-27'], // Wed
    ['2026-06-12', '2026-06-22', '2026-07-22'], // Fri
    ['2026-06-26', '2026-07-06', '2026-08-05'], // Fri
    ['2026-07-01', '2026-07-09', '2026-08-08'], // Wed
    ['2026-09-01', '2026-09-09', '2026-10-09'], // Tue
    ['2026-10-06', '2026-10-14', '2026-11-13'], // Tue
    ['2026-11-05', '2026-11-13', '2026-12-13'], // Thu
    ['2026-11-20', '2026-11-30', '2026-12-30'], // Fri
    ['2026-12-18', '2026-12-28', '2027-01-27'], // Fri
    ['2026-12-24', '2027-01-04', '2027-02-03'], // Thu
    ['2026-12-31', '2027-01-08', '2027-02-07'], // Thu
    ['2027-06-11', '2027-06-21', '2027-07-21'], // Fri
    ['2027-06-17', '2027-06-25', '2027-07-25'], // Thu
    ['2027-06-18', '2027-06-25', '2027-07-25'], // Fri
    ['2027-07-01', '2027-07-09', '2027-08-08'], // Thu
    ['2027-12-17', '2027-12-27', '2028-01-26'], // Fri
    ['2027-12-23', '2028-01-03', '2028-02-02'], // Thu
    ['2028-02-22', '2028-02-29', '2028-03-30'], // Tue
    ['2028-02-25', '2028-03-03', '2028-04-02'], // Fri
    ['2028-02-28', '2028-03-06', '2028-04-05'], // Mon
    ['2028-12-22', '2029-01-02', '2029-02-01'], // Fri
    ['2028-11-03', '2028-11-13', '2028-12-13'], // Fri
    ['2026-11-17', '2026-11-24', '2026-12-24'], // Tue
  ])('%s: %s, %s', (sentOn, receivedOn, endsOn) => {
    expect(validationPeriod(sentOn)).toEqual({ providedOn: sentOn, receivedOn, endsOn });
  });

  test('every day of 2026 to 2028 agrees with a list of closed days written down by hand', () => {
    // Holidays and the weekday beside one that falls on a weekend.
    const closed = new Set<Day>([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07'],
      ...['2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
      ...['2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05', '2027-09-06'],
      ...['2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31'],
      ...['2028-01-17', '2028-02-21', '2028-05-29', '2028-06-19', '2028-07-04', '2028-09-04', '2028-10-09'],
      ...['2028-11-10', '2028-11-23', '2028-12-25', '2029-01-01'],
    ]);
    let sum = 0;
    for (let day = '2026-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) {
      let receivedOn = day;
      for (let left = 5; left > 0; ) {
        receivedOn = addDays(receivedOn, 1);
        if (weekdayOf(receivedOn) <= 5 && !closed.has(receivedOn)) left -= 1;
      }
      expect(validationEnd(day), day).toBe(addDays(receivedOn, 30));
      sum = (sum * 31 + daysBetween(day, validationEnd(day))) % 1_000_003;
    }
    // The same sum over a third count, in another language.
    expect(sum).toBe(22_942);
  });
});

describe('a day on which offices close does not count', () => {
  test.each([
    ['2026-07-02', true, 'Thursday before Saturday, July 4'],
    ['2026-07-03', false, 'the Friday before it'],
    ['2026-07-06', true, 'the Monday after'],
    ['2027-07-05', false, 'Monday after Sunday, July 4'],
    ['2027-07-06', true, 'the Tuesday after it'],
    ['2027-12-31', false, 'Friday before Saturday, January 1'],
    ['2026-01-01', false, 'New Year’s Day'],
    ['2026-01-19', false, 'Martin Luther King'],
    ['2026-02-16', false, 'Washington’s Birthday'],
    ['2026-05-25', false, 'Memorial Day'],
    ['2026-06-19', false, 'Juneteenth'],
    ['2026-09-07', false, 'Labor Day'],
    ['2026-10-12', false, 'Columbus Day'],
    ['2026-11-11', false, 'Veterans Day'],
    ['2026-11-26', false, 'Thanksgiving'],
    ['2026-11-27', true, 'the Friday after Thanksgiving'],
    ['2026-12-25', false, 'Christmas'],
    ['2025-01-20', false, 'Inauguration Day fell on a holiday'],
    ['2029-01-20', false, 'a Saturday'],
    ['2037-01-20', true, 'Inauguration Day is nobody’s holiday but Washington’s'],
  ])('%s: %s (%s)', (day, counts) => {
    expect(countsTowardsReceipt(day)).toBe(counts);
  });
});

test('what was told by mouth was received on that day', () => {
  expect(validationPeriod('2026-12-24', 'oral')).toEqual({
    providedOn: '2026-12-24',
    receivedOn: '2026-12-24',
    endsOn: '2027-01-23',
  });
});

test('the end is not moved off a weekend', () => {
  expect(validationEnd('2026-11-05')).toBe('2026-12-13');
  expect(weekdayOf('2026-12-13')).toBe(7);
});

test('a longer time in the mail never gives an earlier receipt', () => {
  for (let day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
    expect(assumedReceipt(addDays(day, 1)) >= assumedReceipt(day)).toBe(true);
    expect(daysBetween(day, assumedReceipt(day))).toBeGreaterThanOrEqual(5);
  }
});

test.each([
  ['2026-02-26', '2026-03-03'],
  ['2028-02-26', '2028-03-02'],
  ['2026-12-29', '2027-01-03'],
])('a notice after a first communication on %s is due by %s', (initialOn, dueOn) => {
  expect(noticeDueOn(initialOn)).toBe(dueOn);
});
