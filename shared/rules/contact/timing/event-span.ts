/** From when to when an event binds, in instants. */
import { toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import { between, type Pattern } from '../../time/windows.ts';

/**
 * Open while the event binds. Days are those of the office, where they were written down. `lasts`: a last day that the
 * consumer named ends when it ends everywhere the consumer may be, for a request (`longest`) or as soon as it ends
 * somewhere, for a permission (`shortest`).
 */
export function whileInForce(event: LegalEvent, view: CaseView, lasts: 'longest' | 'shortest'): Pattern {
  const { zone } = view.facts;
  const start = event.at ?? instantOfLocal(zone, toEpochDay(event.on), 0);
  let end =
    event.endedOn === null ? Number.POSITIVE_INFINITY : instantOfLocal(zone, toEpochDay(event.endedOn), 0);
  if (event.detail.untilOn !== undefined) {
    const day = toEpochDay(event.detail.untilOn) + 1;
    const ends = [zone, ...view.zones].map((each) => instantOfLocal(each, day, 0));
    end = Math.min(end, lasts === 'longest' ? Math.max(...ends) : Math.min(...ends));
  }
  return between(start, end);
}

/**
 * What the consumer asked about times and places, whichever debt it was said about: what an office knows to be inconvenient it
 * knows for every debt of the person.
 */
export function requestsOf(view: CaseView, kind: LegalEvent['kind']): readonly LegalEvent[] {
  return view.facts.events.filter((event) => event.kind === kind);
}
