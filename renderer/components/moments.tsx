/** Days and instants as people read them: `12 Mar 2026`, `12 Mar 2026, 14:05`. */
import { type Day, dayOfInstant } from '../../shared/domain/days.ts';
import { daysAway, dayWords } from '../../shared/text/day-words.ts';

export type DayTextProps = {
  /** `null` shows a dash. */
  readonly day: Day | null;
  /** Today; adds how far away the day is, as `(in 3 days)`. */
  readonly today?: Day | undefined;
};

export function DayText({ day, today }: DayTextProps) {
  if (day === null) return <span className="missing">–</span>;
  return (
    <time dateTime={day} className="moment">
      {dayWords(day)}
      {today === undefined ? null : <span className="moment-away"> ({daysAway(day, today)})</span>}
    </time>
  );
}

export type InstantTextProps = {
  /** `null` shows a dash. */
  readonly at: number | null;
  /** Only the time of day, where the day stands beside it. */
  readonly timeOnly?: boolean;
};

/** An instant in the zone of this computer. */
export function InstantText({ at, timeOnly = false }: InstantTextProps) {
  if (at === null) return <span className="missing">–</span>;
  return (
    <time dateTime={new Date(at).toISOString()} className="moment">
      {timeOnly ? clockWords(at) : instantWords(at)}
    </time>
  );
}

/** The zone of this computer, IANA name. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `12 Mar 2026, 14:05` in the zone of this computer. */
export function instantWords(at: number): string {
  return `${dayWords(dayOfInstant(at, localZone()))}, ${clockWords(at)}`;
}

/** `14:05` in the zone of this computer. */
export function clockWords(at: number): string {
  const moment = new Date(at);
  return `${moment.getHours().toString().padStart(2, '0')}:${moment.getMinutes().toString().padStart(2, '0')}`;
}
