import { describe, expect, it } from 'vitest';
import {
  decideOrder,
  looksLikeDay,
  noEvidence,
  readDay,
  weighDay,
} from '../../../../shared/domain/import/read-day.ts';
import type { DateOrder } from '../../../../shared/domain/import.ts';

describe('readDay', () => {
  it.each<[string, DateOrder, string | null]>([
    ['3/4/2024', 'mdy', '2024-03-04'],
    ['3/4/2024', 'dmy', '2024-04-03'],
    ['2024-03-04', 'mdy', '2024-03-04'],
    ['24-03-04', 'ymd', '2024-03-04'],
    ['31/02/2024', 'dmy', null],
    ['02/31/2024', 'mdy', null],
    ['13/1/2024', 'mdy', null],
    ['2/29/2024', 'mdy', '2024-02-29'],
    ['2/29/2023', 'mdy', null],
    ['1/1/69', 'mdy', '2069-01-01'],
    ['1/1/70', 'mdy', '1970-01-01'],
    ['31.12.2025', 'dmy', '2025-12-31'],
    ['20250131', 'mdy', '2025-01-31'],
    ['Jan 5, 2025', 'mdy', '2025-01-05'],
    ['5 January 2025', 'mdy', '2025-01-05'],
    ['05-Sep-25', 'mdy', '2025-09-05'],
    ['Sept. 5th 2025', 'mdy', '2025-09-05'],
    ['2020-08-14 13:46:58', 'mdy', '2020-08-14'],
    ['2020-08-14T13:46:58.123Z', 'mdy', '2020-08-14'],
    ['8/14/2020 1:46 PM', 'mdy', '2020-08-14'],
    ['3/4', 'mdy', null],
    ['3/4-2024', 'mdy', null],
    ['0/4/2024', 'mdy', null],
    ['12345', 'mdy', null],
    ['Maybe 3, 2024', 'mdy', null],
    ['', 'mdy', null],
  ])('%s as %s is %s', (text, order, expected) => {
    expect(readDay(text, order)).toBe(expected);
  });
});

it('does not take amounts and numbers for days', () => {
  for (const text of ['1250.50', '12', '2024', '512-555-0144', '78701'])
    expect(looksLikeDay(text)).toBe(false);
});

describe('decideOrder', () => {
  const decide = (...texts: string[]) => {
    const evidence = noEvidence();
    for (const text of texts) weighDay(evidence, text);
    return decideOrder(evidence);
  };
  it.each<[string, string[], DateOrder, string | null]>([
    ['a 13 in front decides for the day', ['3/4/2024', '13/4/2024'], 'dmy', null],
    ['a 13 in second place decides for the month', ['3/4/2024', '4/13/2024'], 'mdy', null],
    ['12 decides nothing', ['12/4/2024', '4/12/2024'], 'mdy', 'ambiguous'],
    ['both: the more frequent', ['13/4/2024', '14/4/2024', '4/13/2024'], 'dmy', 'mixed'],
    ['the year in front', ['2024-04-03'], 'ymd', null],
    ['names of months', ['3 Apr 2024'], 'mdy', null],
  ])('%s', (_, texts, order, doubt) => {
    expect(decide(...texts)).toEqual({ order, doubt });
  });
});
