/** A computer that does not know where it is must still have a day: without one no call could be answered. */
import { expect, test } from 'vitest';
import { makeClock, zoneOf } from '../../../electron/platform/clock.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';

test.each([
  ['a zone', 'America/Chicago', 'America/Chicago'],
  // What Node says where TZ names no zone.
  ['none', undefined, 'UTC'],
  ['an empty one', '', 'UTC'],
  ['one that says it is unknown', 'Etc/Unknown', 'UTC'],
  ['one that does not exist', 'Mars/Olympus', 'UTC'],
])('where the system names %s', (_, named, zone) => {
  expect(zoneOf(named)).toBe(zone);
  expect(dayOfInstant(Date.UTC(2026, 10, 21, 12), zoneOf(named))).toBe('2026-11-21');
});

test('this computer has one', () => {
  const clock = makeClock();
  expect(dayOfInstant(clock.now(), clock.zone())).toMatch(/^\d{4}-\d\d-\d\d$/);
});
