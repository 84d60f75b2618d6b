/** Who speaks for the person about this debt, and whether the office can reach them: 1006.6(b)(2), 1006.10(b)(5). */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import type { FactUsed } from '../../verdict.ts';
import { eventFact } from './events.ts';

export type Representation = 'reachable' | 'unreachable' | 'unknown';

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/**
 * An attorney whose name and address are on file is known whatever else was said. An answer that is missing is no answer: the
 * law asks whether they can readily be found, and only the office can say.
 */
export function representationOf({ detail }: LegalEvent): Representation {
  if (isFilled(detail.name) && isFilled(detail.address)) return 'reachable';
  if (detail.reach === 'known' || detail.reach === 'findable') return 'reachable';
  return detail.reach === 'not_found' ? 'unreachable' : 'unknown';
}

/** Attorneys recorded with another debt of the person only. */
export function attorneysElsewhere(view: CaseView, at: number): readonly LegalEvent[] {
  const { debt, events } = view.facts;
  return events.filter(
    (event) =>
      event.kind === 'attorney' &&
      event.accountId !== null &&
      event.accountId !== debt.accountId &&
      view.isInForce(event, at),
  );
}

export function attorneyFact(event: LegalEvent): FactUsed {
  const { name, firm, address, reach } = event.detail;
  const who = [name, firm, address].filter((part) => part !== undefined && part !== '').join(', ');
  const found =
    reach === 'not_found'
      ? 'name and address cannot be found'
      : representationOf(event) === 'unknown'
        ? 'name and address not on file'
        : '';
  return eventFact('Attorney', event, [who, found].filter((part) => part !== '').join('; '));
}
