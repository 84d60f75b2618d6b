/** Events among the facts of a reason. */
import { spellDayShort } from '../../domain/days.ts';
import type { LegalEvent } from '../facts.ts';
import type { FactUsed } from '../verdict.ts';

/** An event as a reason names it: what it is, its day, who says so. */
export function eventFact(name: string, event: LegalEvent): FactUsed {
  return {
    name,
    value: spellDayShort(event.on),
    source: event.source,
    ref: { kind: 'event', id: event.eventId },
  };
}
