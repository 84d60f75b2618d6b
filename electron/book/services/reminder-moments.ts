/** The wall time of an instant. */
import { Temporal } from 'temporal-polyfill';

/** `HH:MM` by the clock of a zone. */
export function wallTimeOf(epochMs: number, zone: string): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
