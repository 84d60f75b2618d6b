/** What was recorded about the number or email address a message goes to, and since the person last closed it. */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { personEventsOf } from './opt-out.ts';
import { covers, isAfter } from './reach.ts';

/** Events of a kind in force that name this address or leave it open, whatever debt they were recorded with. */
export function addressEventsOf(view: CaseView, kind: LegalEvent['kind'], at: number): readonly LegalEvent[] {
  return personEventsOf(view, kind, at).filter(({ scope }) => covers(scope, view.facts.act));
}

/** Events of a kind in force about this debt that take in the medium and the address. */
export function debtEventsOf(view: CaseView, kind: LegalEvent['kind'], at: number): readonly LegalEvent[] {
  return view.eventsOf(kind, at).filter(({ scope }) => covers(scope, view.facts.act));
}

/** Consents of a kind, given straight to this office, that take in the address and were not followed by a request to stop. */
export function directConsents(
  view: CaseView,
  kind: 'email' | 'text' | 'esign',
  at: number,
): readonly LegalEvent[] {
  return debtEventsOf(view, 'consent', at).filter(
    (event) =>
      event.detail.consent === kind && event.detail.direct === true && !wasClosedAfterEvent(view, event, at),
  );
}

/** Requests to stop that took in this address, taken back or not. */
function closings(view: CaseView, at: number): readonly LegalEvent[] {
  return view.facts.events.filter(
    (event) =>
      event.kind === 'opt_out' &&
      covers(event.scope, view.facts.act) &&
      (event.at !== null ? event.at <= at : event.on <= view.officeDay(at)),
  );
}

/** After the instant, or on its day with the hour not on file, the person asked not to be reached here. */
export function wasClosedAfter(view: CaseView, since: number, at: number): boolean {
  return closings(view, at).some((event) => !isAfter(since, event, view, true));
}

/** A request of the same day is taken to have come after what was given on it, unless hours say otherwise. */
function wasClosedAfterEvent(view: CaseView, given: LegalEvent, at: number): boolean {
  return closings(view, at).some((event) =>
    event.at !== null && given.at !== null ? event.at >= given.at : event.on >= given.on,
  );
}
