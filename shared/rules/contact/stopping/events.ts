/** How rules read events: which bind, when they end by the calendar, how they are named to the reader. */
import type { ContactOutcome } from '../../../domain/contact.ts';
import { addDays, type Day, spellDay, toEpochDay } from '../../../domain/days.ts';
import type { ConsentKind, LegalEventKind } from '../../../domain/law.ts';
import { foldWords } from '../../../domain/names.ts';
import type { CaseView } from '../../case-view.ts';
import type { ContactAct, EventScope, LegalEvent, PriorContact } from '../../facts.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import type { Clears, FactUsed } from '../../verdict.ts';

const none: readonly LegalEvent[] = [];

/** Events that are about the person and so bind for every debt, whichever account they were recorded with. */
export function eventsOfPerson(view: CaseView, kind: LegalEventKind, at: number): readonly LegalEvent[] {
  const { events } = view.facts;
  if (events.length === 0) return none;
  return events.filter((event) => event.kind === kind && view.isInForce(event, at));
}

/** The first day the event does not bind any more, where one is recorded. */
function endOf({ endedOn, detail: { untilOn } }: LegalEvent): Day | null {
  if (untilOn === undefined) return endedOn;
  const dayAfter = addDays(untilOn, 1);
  return endedOn !== null && endedOn < dayAfter ? endedOn : dayAfter;
}

/** When events in force have all ended: on a day that is recorded already, or when `waitsFor` happens. */
export function clearsAfter(view: CaseView, events: readonly LegalEvent[], waitsFor: string): Clears {
  let last: Day | null = null;
  for (const event of events) {
    const end = endOf(event);
    if (end === null) return { waitsFor };
    if (last === null || end > last) last = end;
  }
  return last === null ? { waitsFor } : { at: instantOfLocal(view.facts.zone, toEpochDay(last), 0) };
}

/** An event as a fact, with its day, what it covers, and who says so. */
export function eventFact(name: string, event: LegalEvent, more = ''): FactUsed {
  const covers = event.accountId === null ? ', for every debt' : '';
  const end = event.endedOn === null ? '' : `, ended ${spellDay(event.endedOn)}`;
  return {
    name,
    value: `${spellDay(event.on)}${covers}${end}${more === '' ? '' : `; ${more}`}`,
    source: event.source,
    ref: { kind: 'event', id: event.eventId },
  };
}

/** A is not recorded as later than B: by the hour where both have one, else by the day. */
export function isNotLater(a: LegalEvent, b: LegalEvent): boolean {
  if (a.at !== null && b.at !== null) return a.at <= b.at;
  return a.on <= b.on;
}

/** Whether a contact came on or after an event. On the same day it counts as after when the hour of the event is not known. */
export function isSince(view: CaseView, contact: PriorContact, event: LegalEvent): boolean {
  return event.at === null ? view.officeDay(contact.at) >= event.on : contact.at >= event.at;
}

const unheard: readonly ContactOutcome[] = ['no_answer', 'busy', 'wrong_number', 'disconnected'];

/** Something was said or sent to whom it was meant for; a call nobody answered or a stranger answered said nothing. */
export function saidSomething({ outcome }: PriorContact): boolean {
  return !unheard.includes(outcome);
}

/** The event’s scope takes in this contact; `place` is where it would reach the person, if anywhere in particular. */
function takesIn(scope: EventScope, act: ContactAct, place: EventScope['place']): boolean {
  return (
    (scope.channel === null || scope.channel === act.channel) &&
    (scope.phoneId === null || scope.phoneId === act.phoneId) &&
    (scope.emailId === null || scope.emailId === act.emailId) &&
    (scope.addressId === null || scope.addressId === act.addressId) &&
    (scope.place === null || scope.place === place)
  );
}

/**
 * 1006.6(b)(4): consent given straight to this office, not to the creditor or an earlier collector. Only one given on or after
 * `since` counts: who agreed to be called before naming a lawyer has not agreed to be called past the lawyer.
 */
export function directConsent(
  view: CaseView,
  kinds: readonly ConsentKind[],
  at: number,
  since: Day,
  place: EventScope['place'] = null,
): LegalEvent | null {
  const { act } = view.facts;
  return (
    view
      .eventsOf('consent', at)
      .find(
        ({ on, scope, detail }) =>
          detail.direct === true &&
          detail.consent !== undefined &&
          kinds.includes(detail.consent) &&
          on >= since &&
          takesIn(scope, act, place),
      ) ?? null
  );
}

/** 1006.6(b)(4): a court of competent jurisdiction expressly permits it. */
export function courtPermission(
  view: CaseView,
  at: number,
  place: EventScope['place'] = null,
): LegalEvent | null {
  const { act } = view.facts;
  return view.eventsOf('court_permission', at).find(({ scope }) => takesIn(scope, act, place)) ?? null;
}

/**
 * An answer that is wanted by this way and by this party, and was not given since. One wanted by somebody named is wanted by
 * nobody else.
 */
function isWanted(view: CaseView, event: LegalEvent, at: number): boolean {
  const { act, contacts } = view.facts;
  const name = foldWords(event.detail.name ?? '');
  if (!takesIn(event.scope, act, null) || (name !== '' && name !== foldWords(act.partyName))) return false;
  return !contacts.some(
    (contact) =>
      contact.direction === 'out' &&
      contact.purpose === 'answer_request' &&
      contact.to === act.to &&
      contact.at <= at &&
      view.isAboutDebt(contact) &&
      isSince(view, contact, event) &&
      saidSomething(contact),
  );
}

/**
 * The person was the last to write or call about this debt, or is recorded as waiting for an answer: what one answer may go back
 * to. Only what came after every one of `since` counts.
 */
export function awaitsAnswer(view: CaseView, at: number, since: readonly LegalEvent[]): boolean {
  const { contacts, act } = view.facts;
  const isLater = (event: LegalEvent) => since.every((earlier) => isNotLater(earlier, event));
  if (view.eventsOf('answer_wanted', at).some((event) => isLater(event) && isWanted(view, event, at))) {
    return true;
  }
  for (let index = contacts.length - 1; index >= 0; index -= 1) {
    const contact = contacts[index];
    if (contact === undefined || contact.at > at) continue;
    if (contact.to !== act.to || !view.isAboutDebt(contact)) continue;
    if (contact.direction === 'in') return since.every((earlier) => isSince(view, contact, earlier));
    if (saidSomething(contact)) return false;
  }
  return false;
}
