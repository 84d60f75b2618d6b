/** The days and instants of series, over months without the day, changes of the clocks and ends. */
import { describe, expect, it } from 'vitest';
import {
  daysWithin,
  firstFrom,
  nextAfter,
  nextToRing,
  ringsAt,
  rungSince,
  type Series,
} from '../../../shared/domain/occurrences.ts';

const zone = 'America/New_York';
const mornings = { morning: '09:00', zone };

const series = (repeat: string, startsLocal: string, in_ = zone): Series => ({
  repeat,
  startsLocal,
  zone: in_,
});

describe('days', () => {
  it.each([
    ['FREQ=DAILY;INTERVAL=2', '2026-02-27', '2026-02-27 2026-03-01 2026-03-03'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-05-07', '2026-05-07 2026-05-08 2026-05-11'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-01-08', '2026-01-08 2026-01-19 2026-01-22'],
    ['FREQ=WEEKLY;BYDAY=MO', '2026-01-07', '2026-01-12 2026-01-19 2026-01-26'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-01-31 2026-03-31 2026-05-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31 2026-02-28 2026-03-31'],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-01-01', '2026-01-13 2026-02-10 2026-03-10'],
    ['FREQ=YEARLY', '2024-02-29', '2024-02-29 2028-02-29 2032-02-29'],
    ['FREQ=DAILY;COUNT=2', '2026-01-01', '2026-01-01 2026-01-02'],
    ['FREQ=DAILY;UNTIL=20260102', '2026-01-01', '2026-01-01 2026-01-02'],
  ])('%s from %s', (repeat, starts, days) => {
    expect(daysWithin(series(repeat, starts), starts, '2099-12-31', 3).join(' ')).toBe(days);
  });

  it('are found far from the start, and never before it', () => {
    expect(firstFrom(series('FREQ=DAILY', '2016-01-01T08:00'), '2026-05-05')).toBe('2026-05-05');
    expect(firstFrom(series('FREQ=DAILY', '2026-01-05'), '2020-01-01')).toBe('2026-01-05');
  });

  it('end with the series', () => {
    const ends = series('FREQ=DAILY;COUNT=3', '2026-01-01');
    expect(nextAfter(ends, '2026-01-02')).toBe('2026-01-03');
    expect(nextAfter(ends, '2026-01-03')).toBeNull();
  });

  it('of a rule that fits none are none', () => {
    expect(
      firstFrom(series('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-06-01'), '2026-06-01'),
    ).toBeNull();
  });
});

describe('instants', () => {
  const at = (repeat: Series, day: string) => new Date(ringsAt(repeat, day, mornings)).toISOString();

  it('keep their wall time over a change of the clocks', () => {
    const nine = series('FREQ=DAILY', '2026-03-01T09:00');
    expect(at(nine, '2026-03-07')).toBe('2026-03-07T14:00:00.000Z');
    expect(at(nine, '2026-03-08')).toBe('2026-03-08T13:00:00.000Z');
  });

  it('come after the gap where their time is skipped, and the first time where it comes twice', () => {
    const half = series('FREQ=DAILY', '2026-03-01T02:30');
    expect(at(half, '2026-03-08')).toBe('2026-03-08T07:30:00.000Z');
    expect(at(half, '2026-03-09')).toBe('2026-03-09T06:30:00.000Z');
    const one = series('FREQ=DAILY', '2026-10-01T01:30');
    expect(at(one, '2026-11-01')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('of a day are its morning where the user is', () => {
    const day = series('FREQ=DAILY', '2026-03-01');
    expect(
      new Date(ringsAt(day, '2026-03-02', { morning: '08:30', zone: 'Asia/Kolkata' })).toISOString(),
    ).toBe('2026-03-02T03:00:00.000Z');
  });

  it('gone by are counted, the last of them named', () => {
    const nine = series('FREQ=DAILY', '2026-03-01T09:00');
    const now = Date.parse('2026-03-10T13:00:00Z');
    expect(rungSince(nine, '2026-03-06', now, mornings)).toEqual({ last: '2026-03-10', before: 4 });
    expect(rungSince(nine, '2026-03-06', now - 1, mornings)).toEqual({ last: '2026-03-09', before: 3 });
    expect(rungSince(nine, '2026-03-11', now, mornings)).toBeNull();
  });

  it('to come are after now and after the day they follow', () => {
    const nine = series('FREQ=DAILY', '2026-03-01T09:00');
    const now = Date.parse('2026-03-10T13:00:00Z');
    expect(nextToRing(nine, '2026-03-05', now, mornings)).toBe('2026-03-11');
    expect(nextToRing(nine, '2026-03-05', now - 1, mornings)).toBe('2026-03-10');
    expect(nextToRing(nine, '2026-04-05', now, mornings)).toBe('2026-04-06');
  });
});
