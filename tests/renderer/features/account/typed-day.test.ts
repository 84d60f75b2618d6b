import { describe, expect, test } from 'vitest';
import { parseTypedDay, showTypedDay } from '../../../../renderer/features/account/forms/typed-day.ts';

/** A Saturday. */
const today = '2026-11-21';

describe('a typed day', () => {
  test.each([
    ['today', '2026-11-21'],
    [' Tomorrow ', '2026-11-22'],
    ['yesterday', '2026-11-20'],
    ['+14', '2026-12-05'],
    ['-1', '2026-11-20'],
    ['+2w', '2026-12-05'],
    ['+3m', '2027-02-21'],
    ['in a week', '2026-11-28'],
    ['in 2 months', '2027-01-21'],
    ['2026-12-01', '2026-12-01'],
    ['2026/2/3', '2026-02-03'],
    ['11/27/2026', '2026-11-27'],
    ['11-27-26', '2026-11-27'],
    ['2/29/2028', '2028-02-29'],
    ['dec 1', '2026-12-01'],
    ['December 1st, 2027', '2027-12-01'],
    ['1 Dec 2027', '2027-12-01'],
    ['sept 3', '2027-09-03'],
  ])('%s', (text, day) => {
    expect(parseTypedDay(text, today)).toEqual({ ok: true, value: day });
  });

  test.each([
    ['11/21', 'ahead', '2026-11-21', 'today counts as ahead'],
    ['11/21', 'behind', '2026-11-21', 'and as behind'],
    ['11/20', 'ahead', '2027-11-20', 'the day before today is next year'],
    ['11/20', 'behind', '2026-11-20', 'or was yesterday'],
    ['11/22', 'behind', '2025-11-22', 'tomorrow was last year'],
    ['2/29', 'ahead', '2028-02-29', 'the next leap year'],
    ['2/29', 'behind', '2024-02-29', 'the last leap year'],
    ['fri', 'ahead', '2026-11-27', 'the coming one'],
    ['fri', 'behind', '2026-11-20', 'the last one'],
    ['sat', 'ahead', '2026-11-28', 'never today itself'],
    ['sat', 'behind', '2026-11-14', 'never today itself'],
    ['last monday', 'ahead', '2026-11-16', 'a word outweighs the leaning'],
    ['next monday', 'behind', '2026-11-23', 'a word outweighs the leaning'],
  ] as const)('%s leaning %s is %s: %s', (text, leaning, day, _why) => {
    expect(parseTypedDay(text, today, leaning)).toEqual({ ok: true, value: day });
  });

  test.each([
    '',
    '31/02',
    '31/12/2026',
    '02/30/2026',
    '2/29/2027',
    '2026-13-01',
    '11/27/202',
    '0/10',
    '1/0/2026',
    'm',
    'mondayish',
    'dec',
    'dec 32',
    '27',
    '+',
    '+99999',
    'soon',
    '11/27/2026; drop',
    '1/1/1850',
  ])('refuses %j', (text) => {
    const read = parseTypedDay(text, today);
    expect(read).toMatchObject({ ok: false, error: { code: 'day.invalid' } });
  });

  test('is shown month first, and reads back as itself', () => {
    expect(showTypedDay('2026-02-03')).toBe('02/03/2026');
    expect(parseTypedDay(showTypedDay('2026-02-03'), today)).toEqual({ ok: true, value: '2026-02-03' });
  });
});
