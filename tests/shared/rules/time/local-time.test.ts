import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../../shared/domain/days.ts';
import {
  instantOfLocal,
  isZone,
  localDay,
  localMinute,
  localWeekday,
  nextOffsetChange,
  offsetAt,
  startOfLocalDayAfter,
} from '../../../../shared/rules/time/local-time.ts';
import { everyUsZone } from '../../../../shared/rules/time/zone-lookup.ts';

const quarter = 900_000;
const day = 86_400_000;

function zoned(zone: string, at: number) {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** Every quarter hour, and a millisecond before it, of so many days from a day on, UTC. */
function* instants(from: string, days: number): Generator<number> {
  const start = toEpochDay(from) * day;
  for (let at = start; at < start + days * day; at += quarter) {
    yield at - 1;
    yield at;
  }
}

const americanChanges = ['2026-03-07', '2026-10-31', '2027-03-13', '2027-11-06'];
const odd: [zone: string, from: string][] = [
  // Half an hour of daylight saving time.
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Australia/Lord_Howe', '2026-10-02'],
  // Two hours at once.
  ['Antarctica/Troll', '2026-03-28'],
  ['Antarctica/Troll', '2026-10-24'],
  // 30 December 2011 never came.
  ['Pacific/Apia', '2011-12-28'],
  // A quarter hour off the hour.
  ['Asia/Kathmandu', '2026-01-01'],
  // The change is at midnight, so a day begins at 1:00.
  ['America/Havana', '2026-03-07'],
  ['Africa/Casablanca', '2026-02-14'],
  ['America/St_Johns', '2026-03-07'],
];
const cases = [
  ...everyUsZone.flatMap((zone) => americanChanges.map((from) => [zone, from] as [string, string])),
  ...['America/Indiana/Knox', 'America/Boise', 'America/Metlakatla'].map(
    (zone) => [zone, '2026-03-07'] as [string, string],
  ),
  ...odd,
];

describe('the clock of a zone agrees with Temporal', () => {
  it.each(cases)('%s around %s', (zone, from) => {
    for (const at of instants(from, 4)) {
      const then = zoned(zone, at);
      expect(offsetAt(zone, at)).toBe(then.offsetNanoseconds / 1_000_000);
      expect(localDay(zone, at)).toBe(then.toPlainDate().toString());
      expect(localMinute(zone, at)).toBe(then.hour * 60 + then.minute);
      expect(localWeekday(zone, at)).toBe(then.dayOfWeek);
    }
  });
});

describe('the instant of a wall-clock minute', () => {
  it.each(cases)('%s around %s', (zone, from) => {
    for (let offset = 0; offset < 4; offset += 1) {
      const epochDay = toEpochDay(from) + offset;
      const date = Temporal.PlainDate.from(from).add({ days: offset });
      for (let minute = 0; minute < 1440; minute += 15) {
        const wall = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
        const at = instantOfLocal(zone, epochDay, minute);
        const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
        if (earlier.toPlainDateTime().equals(wall)) {
          // Shown once, or twice: then the first.
          expect(at).toBe(earlier.epochMilliseconds);
        } else {
          // Skipped: the minute at which the clock has sprung over it.
          const sprung = earlier.getTimeZoneTransition('next');
          expect(at).toBe(sprung?.epochMilliseconds);
        }
      }
    }
  });

  it('gives the first instant behind a gap: 2:30 on 8 March 2026 in New York', () => {
    expect(instantOfLocal('America/New_York', toEpochDay('2026-03-08'), 150)).toBe(
      Date.UTC(2026, 2, 8, 7, 0),
    );
  });

  it('gives the first of two: 1:30 on 1 November 2026 in New York', () => {
    expect(instantOfLocal('America/New_York', toEpochDay('2026-11-01'), 90)).toBe(
      Date.UTC(2026, 10, 1, 5, 30),
    );
  });

  it('begins the day after over a change of clocks', () => {
    expect(startOfLocalDayAfter('America/Denver', Date.UTC(2026, 2, 8, 12), 1)).toBe(
      zoned('America/Denver', Date.UTC(2026, 2, 8, 12))
        .startOfDay()
        .add({ days: 1 }).epochMilliseconds,
    );
  });
});

describe('the next change of clocks', () => {
  it.each(['America/New_York', 'America/Adak', 'Australia/Lord_Howe', 'Antarctica/Troll'])('%s', (zone) => {
    for (const at of [Date.UTC(2026, 0, 1), Date.UTC(2026, 5, 1), Date.UTC(2026, 11, 31, 23)])
      expect(nextOffsetChange(zone, at)).toBe(
        zoned(zone, at).getTimeZoneTransition('next')?.epochMilliseconds,
      );
  });

  it('is not the one at the instant itself', () => {
    const change = Date.UTC(2026, 2, 8, 7);
    expect(nextOffsetChange('America/New_York', change - 1)).toBe(change);
    expect(nextOffsetChange('America/New_York', change)).toBe(Date.UTC(2026, 10, 1, 6));
  });

  it('is far off where clocks are never set', () => {
    expect(nextOffsetChange('America/Phoenix', Date.UTC(2026, 5, 1))).toBe(Date.UTC(2028, 0, 1));
  });
});

describe('zones that do not exist', () => {
  it('are told from those that do', () => {
    expect(isZone('America/Chicago')).toBe(true);
    expect(isZone('Central')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(isZone('America/Chicagoo')).toBe(false);
  });
});
