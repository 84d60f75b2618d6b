/**
 * Consent to automatic dialing and artificial voices, and what took it back: 47 U.S.C. 227(b), 47 CFR 64.1200(a)(1), (a)(10).
 *
 * A number the person gave the creditor for the account is consent for the debt; it is recorded as one. It may be taken back by
 * any reasonable means: a request not to be called or texted does. The rule leaves ten business days to follow; this program
 * follows at once.
 */
import { toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { covers, mediumOf } from './reach.ts';

export type TcpaValue = {
  /** What was taken back for one kind of call or text is taken back for all: in force on 2027-01-31. */
  readonly revokesAll: boolean;
};

export const tcpaValues = [
  {
    from: '0001-01-01',
    until: '2027-01-30',
    value: { revokesAll: false },
    note: 'A consent taken back counts for what it was taken back for.',
  },
  {
    from: '2027-01-31',
    until: null,
    value: { revokesAll: true },
    note: 'A consent taken back counts for every automatic call and text of the office.',
  },
] as const;

export type TcpaConsent =
  | { readonly state: 'given'; readonly consent: LegalEvent }
  | { readonly state: 'revoked'; readonly by: LegalEvent }
  | { readonly state: 'none' };

function isAutomatic({ kind, detail }: LegalEvent): boolean {
  return kind === 'consent' && detail.consent === 'automatic';
}

/** Asks by telephone or text to stop: the two media the rule is about. */
function isStop({ kind, scope }: LegalEvent): boolean {
  if (kind !== 'opt_out') return false;
  return scope.channel === null
    ? scope.emailId === null && scope.addressId === null
    : scope.channel === 'text' || mediumOf(scope.channel) === 'telephone';
}

function hasCome(event: LegalEvent, view: CaseView, at: number): boolean {
  return event.at !== null ? event.at <= at : event.on <= view.officeDay(at);
}

/** The request came on or after the consent; on one day without hours it is taken to have come later. */
function stops(event: LegalEvent, consent: LegalEvent): boolean {
  return event.at !== null && consent.at !== null ? event.at >= consent.at : event.on >= consent.on;
}

export function tcpaConsentOf(view: CaseView, at: number, { revokesAll }: TcpaValue): TcpaConsent {
  const { act, debt, events } = view.facts;
  if (events.length === 0) return { state: 'none' };
  const today = view.officeDay(at);
  let ended: LegalEvent | null = null;
  let given: LegalEvent | null = null;
  for (const event of events) {
    if (!isAutomatic(event) || !hasCome(event, view, at)) continue;
    const isOver = event.endedOn !== null && toEpochDay(event.endedOn) <= toEpochDay(today);
    const isForThis =
      (event.accountId === null || event.accountId === debt.accountId) && covers(event.scope, act);
    if (isOver && (isForThis || revokesAll)) {
      if (ended === null || (event.endedOn ?? '') >= (ended.endedOn ?? '')) ended = event;
    } else if (isForThis && view.isInForce(event, at)) {
      if (given === null || event.on >= given.on) given = event;
    }
  }
  let stop: LegalEvent | null = null;
  for (const event of events) {
    if (!isStop(event) || !hasCome(event, view, at) || !(revokesAll || covers(event.scope, act))) continue;
    if (stop === null || event.on >= stop.on) stop = event;
  }
  if (given === null) {
    if (stop !== null) return { state: 'revoked', by: stop };
    return ended === null ? { state: 'none' } : { state: 'revoked', by: ended };
  }
  if (stop !== null && stops(stop, given)) return { state: 'revoked', by: stop };
  // Another consent, taken back after this one was given, takes this one with it.
  if (revokesAll && ended !== null && (ended.endedOn ?? '') > given.on)
    return { state: 'revoked', by: ended };
  return { state: 'given', consent: given };
}
