import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../../shared/domain/days.ts';
import {
  allOf,
  between,
  closedWhile,
  closesAt,
  opensAt,
  opensInAll,
  openUntil,
  spansIn,
  spansOfWeek,
} from '../../../../shared/rules/time/windows.ts';
import {
  minuteWords,
  weekdayWords,
  weeklyWords,
  zoneWords,
} from '../../../../shared/rules/time/zone-words.ts';

const eastern = 'America/New_York';
const hour = 3_600_000;
const week = { from: 480, to: 1260 };

describe('hours that run past midnight', () => {
  const night = spansOfWeek({ days: [5], fromMinute: 1320, toMinute: 360 });
  it('belong to the day they began on', () => {
    expect(night(toEpochDay('2026-11-20'))).toEqual([{ from: 1320, to: 1440 }]);
    expect(night(toEpochDay('2026-11-21'))).toEqual([{ from: 0, to: 360 }]);
    expect(night(toEpochDay('2026-11-22'))).toEqual([]);
  });

  it('leave the middle of the day between two nights', () => {
    const nightly = spansOfWeek({ days: [], fromMinute: 1320, toMinute: 360 });
    expect(nightly(toEpochDay('2026-11-20'))).toEqual([
      { from: 0, to: 360 },
      { from: 1320, to: 1440 },
    ]);
  });

  it('of equal ends are a whole day long', () => {
    const round = spansOfWeek({ days: [], fromMinute: 600, toMinute: 600 });
    expect(round(toEpochDay('2026-11-20'))).toEqual([{ from: 0, to: 1440 }]);
  });

  it('up to midnight do not reach into the next day', () => {
    const late = spansOfWeek({ days: [], fromMinute: 1320, toMinute: 0 });
    expect(late(toEpochDay('2026-11-20'))).toEqual([{ from: 1320, to: 1440 }]);
  });

  it('without ends are the whole day; without one, up to or from midnight', () => {
    expect(spansOfWeek({ days: [], fromMinute: undefined, toMinute: undefined })(1)).toEqual([
      { from: 0, to: 1440 },
    ]);
    expect(spansOfWeek({ days: [], fromMinute: 1020, toMinute: undefined })(1)).toEqual([
      { from: 1020, to: 1440 },
    ]);
    expect(spansOfWeek({ days: [], fromMinute: undefined, toMinute: 540 })(1)).toEqual([
      { from: 0, to: 540 },
    ]);
  });
});

describe('patterns on days on which clocks are set', () => {
  it('are closed both times the hour from 1 to 2 comes', () => {
    const open = closedWhile(spansIn(eastern, spansOfWeek({ days: [7], fromMinute: 60, toMinute: 120 })));
    // 1 November 2026: 1:00 EDT is 5:00 UTC, 2:00 EST is 7:00 UTC.
    const first = Date.UTC(2026, 10, 1, 5);
    expect(open.isOpen(first - 1)).toBe(true);
    expect(open.isOpen(first)).toBe(false);
    expect(open.isOpen(first + hour)).toBe(false);
    expect(opensAt(open, first, 2)).toBe(first + 2 * hour);
    expect(closesAt(open, first - hour, 2)).toBe(first);
  });

  it('close again when a half hour comes twice', () => {
    const open = closedWhile(spansIn(eastern, spansOfWeek({ days: [], fromMinute: 30, toMinute: 90 })));
    const halfPastOne = Date.UTC(2026, 10, 1, 5, 30);
    expect(open.isOpen(halfPastOne)).toBe(true);
    // At 2:00 the clock goes back to 1:00, which is closed until the second 1:30.
    expect(closesAt(open, halfPastOne, 2)).toBe(Date.UTC(2026, 10, 1, 6));
    expect(opensAt(open, Date.UTC(2026, 10, 1, 6), 2)).toBe(Date.UTC(2026, 10, 1, 6, 30));
  });

  it('never see an hour that is skipped', () => {
    const inside = spansIn(eastern, spansOfWeek({ days: [], fromMinute: 120, toMinute: 180 }));
    const spring = Date.UTC(2026, 2, 8, 5);
    expect(opensAt(inside, spring, 3)).toBe(Date.UTC(2026, 2, 9, 6));
  });

  it('have the hours of every zone in common on the way over', () => {
    const zones = [eastern, 'America/Los_Angeles', 'America/Phoenix'];
    // 7 March 2026, 21:00 in New York; the next day New York is three hours ahead of Los Angeles and of Phoenix.
    const evening = Date.UTC(2026, 2, 8, 2);
    expect(openUntil(zones, week, evening)).toBe(0);
    expect(opensInAll(zones, week, evening, 3)).toBe(Date.UTC(2026, 2, 8, 15));
    expect(openUntil(zones, week, Date.UTC(2026, 2, 8, 15))).toBe(Date.UTC(2026, 2, 9, 1));
  });
});

describe('the search for an open hour', () => {
  it('gives up where zones have none in common', () => {
    expect(
      opensInAll(['Pacific/Pago_Pago', 'Asia/Kolkata', eastern], week, Date.UTC(2026, 5, 1), 14),
    ).toBeNull();
  });

  it('gives up on what never opens', () => {
    const never = spansIn(eastern, () => []);
    expect(opensAt(never, 0, 30)).toBeNull();
    expect(closesAt(closedWhile(never), 0, 30)).toBeNull();
  });

  it('ends with what it waits for', () => {
    const until = between(1000, 2000);
    expect(opensAt(until, 0, 1)).toBe(1000);
    expect(closesAt(until, 1500, 1)).toBe(2000);
    expect(opensAt(until, 2000, 1)).toBeNull();
    expect(opensAt(allOf([until, between(1500, 9000)]), 0, 1)).toBe(1500);
  });
});

describe('words', () => {
  it('for zones', () => {
    expect(zoneWords('America/Los_Angeles')).toBe('Pacific time (Los Angeles)');
    expect(zoneWords('America/Puerto_Rico')).toBe('Puerto Rico time');
    expect(zoneWords('America/Toronto')).toBe('the time of Toronto');
    expect(zoneWords('toString')).toBe('the time of toString');
  });

  it('for minutes and weekdays', () => {
    expect([0, 59, 60, 719, 720, 1439, 1440].map(minuteWords)).toEqual([
      '12:00 AM',
      '12:59 AM',
      '1:00 AM',
      '11:59 AM',
      '12:00 PM',
      '11:59 PM',
      'midnight',
    ]);
    expect(weekdayWords([5, 1, 2, 3, 4])).toBe('Monday to Friday');
    expect(weekdayWords([1, 3, 7])).toBe('Monday, Wednesday and Sunday');
    expect(weekdayWords([6, 7])).toBe('Saturday and Sunday');
    expect(weekdayWords([])).toBe('every day');
    expect(weeklyWords([1], 540, 1020)).toBe('Monday from 9:00 AM up to 5:00 PM');
    expect(weeklyWords([], undefined, undefined)).toBe('every day, all day');
    expect(weeklyWords([], 1320, 360)).toBe('every day from 10:00 PM up to 6:00 AM of the next day');
  });
});
