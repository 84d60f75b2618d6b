/** Instants in tables. */
import { Temporal } from 'temporal-polyfill';

/** An instant by the clock of the office, as a cell holds it: `2026-11-22T09:05`. */
export function momentCell(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
