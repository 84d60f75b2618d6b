/**
 * A time zone as an iCalendar file defines it (VTIMEZONE, RFC 5545 section 3.6.5): each change of its clocks by its own date.
 * Rules would be shorter, but what the zone database says of coming years is what Duebook itself rings by.
 */
import { Temporal } from 'temporal-polyfill';

/** So many years on, series that still run have long been exported anew. */
const yearsAhead = 12;

export function zoneDefinition(zone: string, fromYear: number): string {
  const start = Temporal.ZonedDateTime.from({ timeZone: zone, year: fromYear - 1, month: 1, day: 1 });
  const end = start.add({ years: yearsAhead }).epochMilliseconds;
  const onsets: Onset[] = [];
  let at = start;
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= end) break;
    const before = next.subtract({ nanoseconds: 1 });
    onsets.push({
      // An onset is written by the clock that ends.
      local: next.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime(),
      from: before.offset,
      to: next.offset,
      summer: next.offsetNanoseconds > before.offsetNanoseconds,
    });
    at = next;
  }
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  const first = Temporal.PlainDateTime.from({ year: 1970, month: 1, day: 1 });
  lines.push(...observance({ local: first, from: start.offset, to: start.offset, summer: false }, []));
  for (const group of Map.groupBy(onsets, ({ from, to }) => `${from} ${to}`).values()) {
    const [onset, ...later] = group;
    if (onset) lines.push(...observance(onset, later));
  }
  lines.push('END:VTIMEZONE');
  return lines.join('\r\n');
}

type Onset = {
  readonly local: Temporal.PlainDateTime;
  readonly from: string;
  readonly to: string;
  readonly summer: boolean;
};

function observance({ local, from, to, summer }: Onset, later: readonly Onset[]): string[] {
  const name = summer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${stampOf(local)}`,
    ...later.map((onset) => `RDATE:${stampOf(onset.local)}`),
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${name}`,
  ];
}

function stampOf(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}
