/**
 * How many calls to one person about one debt count, and when the next may be placed: 12 CFR 1006.14(b).
 *
 * Counted are calls the office placed that connected, ringless voicemail included; not busy lines, numbers out of service,
 * calls to a number found to be somebody else’s, and calls within seven days of the person’s own consent to more. Days are
 * calendar days by the person’s clock, in every zone they may be in; the zone that lets a call through last decides.
 *
 * Student loans serviced under one account number are one debt: whoever gathers the facts names every loan of the group in
 * `accountIds` of a contact about one of them. A contact that names no debt counts for this one.
 */
import { isConversation } from '../../../domain/contact.ts';
import { type Day, fromEpochDay, toEpochDay } from '../../../domain/days.ts';
import { type ContactParty, consumerParties } from '../../../domain/law.ts';
import { CaseView } from '../../case-view.ts';
import type { GateFacts, LegalEvent, PriorContact } from '../../facts.ts';
import { instantOfLocal, localEpochDay } from '../../time/local-time.ts';
import { isWithSamePerson, mayBeAboutDebt, sameName } from '../electronic/reach.ts';

const dayMs = 86_400_000;

export type CallLimits = { readonly most: number; readonly days: number };

/** 1006.14(b)(2)(i)(A) and (B). */
export const callLimits: CallLimits = { most: 7, days: 7 };

/** 1006.14(b)(3)(iii): calls to them are not counted at all. */
const notCounted: readonly ContactParty[] = ['attorney', 'bureau', 'creditor'];

export function isCountedParty(to: ContactParty): boolean {
  return !notCounted.includes(to);
}

/** Somebody else who picked up the debtor’s telephone is not the person the call was for. */
function spokeWithPerson(contact: PriorContact): boolean {
  return (
    isConversation(contact) && !(contact.outcome === 'third_party' && consumerParties.includes(contact.to))
  );
}

/** Consent to more calls, as it runs in one zone. */
type Leave = {
  readonly event: LegalEvent;
  /** The day of receipt, day 1. */
  readonly first: number;
  /** The first day it no longer holds: the eighth, or the day it was taken back or limited to. */
  readonly end: number;
  /** The conversation about the debt that ended it. */
  readonly endedAt: number;
};

function isOfPerson(event: LegalEvent, view: CaseView): boolean {
  const { to, partyName } = view.facts.act;
  const name = event.detail.name ?? '';
  if (to === 'debtor') return name.trim() === '';
  return name.trim() !== '' && sameName(name, partyName);
}

/**
 * When the person spoke with the office about the debt after consenting. Where the hour of the consent is not on file, the
 * first conversation of that day is taken for the one it was given in.
 */
function spokenAfter(view: CaseView, zone: string, event: LegalEvent, first: number): number {
  const { contacts, act } = view.facts;
  let [earliest, ofFirstDay] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let index = contacts.length - 1; index >= 0; index -= 1) {
    const contact = contacts[index];
    if (contact === undefined) break;
    const day = localEpochDay(zone, contact.at);
    if (event.at === null ? day < first : contact.at <= event.at) break;
    if (!spokeWithPerson(contact) || !isWithSamePerson(contact, act) || !mayBeAboutDebt(contact, view))
      continue;
    if (event.at !== null || day > first) earliest = contact.at;
    else {
      // Of the conversations of that day the first is let off, and any later one ends the consent.
      earliest = Math.min(earliest, ofFirstDay);
      ofFirstDay = contact.at;
    }
  }
  return earliest;
}

/** Consents that can still matter: to a call now, or to one in the days counted. */
function leavesOf(view: CaseView, zone: string, today: number, limits: CallLimits): readonly Leave[] {
  if (view.facts.events.length === 0) return none;
  let leaves: Leave[] | null = null;
  for (const event of view.everyEventOf('consent')) {
    if (event.detail.consent !== 'frequency' || event.detail.direct !== true || !isOfPerson(event, view))
      continue;
    const first = event.at === null ? toEpochDay(event.on) : localEpochDay(zone, event.at);
    if (first + 2 * limits.days < today) continue;
    let end = first + limits.days;
    if (event.endedOn !== null) end = Math.min(end, toEpochDay(event.endedOn));
    if (event.detail.untilOn !== undefined) end = Math.min(end, toEpochDay(event.detail.untilOn) + 1);
    leaves ??= [];
    leaves.push({ event, first, end, endedAt: spokenAfter(view, zone, event, first) });
  }
  return leaves ?? none;
}

const none: readonly Leave[] = [];

/** A call already placed came after the consent. On its day of receipt, without an hour, nobody can say so: it counts. */
function wasExcused(leaves: readonly Leave[], at: number, day: number): boolean {
  return leaves.some(
    ({ event, first, end, endedAt }) =>
      day < end && at <= endedAt && (event.at === null ? day > first : at >= event.at),
  );
}

/** The consent a call placed now would rest on, the longest first. */
function leaveNow(leaves: readonly Leave[], at: number, day: number): Leave | null {
  let found: Leave | null = null;
  for (const leave of leaves) {
    const { event, first, end, endedAt } = leave;
    const holds = day < end && at <= endedAt && (event.at === null ? day >= first : at >= event.at);
    if (holds && (found === null || end > found.end)) found = leave;
  }
  return found;
}

export type CallTally = {
  /** Counted calls in the seven days up to the day asked about, in the zone where they are most. */
  readonly used: number;
  /** From when one more is within the limit; `null` when it is now. */
  readonly roomAt: number | null;
  /** The conversation that still holds calls back. */
  readonly conversation: PriorContact | null;
  /** By the clock of the zone that counts it latest, days since 1970. */
  readonly conversationDay: number | null;
  /** From when a conversation holds calls back no more; `null` when it is now. */
  readonly quietUntil: number | null;
  /** The consent that takes a call placed now out of the count, in every zone, and the instant it runs out. */
  readonly consent: LegalEvent | null;
  readonly consentUntil: number | null;
};

function isSame(a: CallLimits, b: CallLimits): boolean {
  return a.most === b.most && a.days === b.days;
}

type Kept = { readonly at: number; readonly limits: CallLimits; readonly tally: CallTally };

/** The last answer for a case: two rules and the list ask the same. */
const kept = new WeakMap<CaseView, Kept>();

/** Counts for the person and debt of the facts, as of an instant. Walks back from the newest contact and stops at the eighth day. */
export function tallyCalls(view: CaseView, at: number, limits: CallLimits = callLimits): CallTally {
  const before = kept.get(view);
  if (before !== undefined && before.at === at && isSame(before.limits, limits)) return before.tally;
  const tally = tallyAnew(view, at, limits);
  kept.set(view, { at, limits, tally });
  return tally;
}

function tallyAnew(view: CaseView, at: number, limits: CallLimits): CallTally {
  const { contacts, act } = view.facts;
  const oldest = at - (limits.days + 1) * dayMs;
  let used = 0;
  let roomAt: number | null = null;
  let conversation: PriorContact | null = null;
  let conversationDay: number | null = null;
  let quietUntil: number | null = null;
  let consent: LegalEvent | null = null;
  let consentUntil: number | null = null;
  let consented = true;
  for (const zone of view.zones) {
    const today = localEpochDay(zone, at);
    const leaves = leavesOf(view, zone, today, limits);
    let counted = 0;
    let fills: number | null = null;
    let spoke = false;
    for (let index = contacts.length - 1; index >= 0; index -= 1) {
      const contact = contacts[index];
      if (contact === undefined || contact.at < oldest) break;
      if (contact.channel !== 'call' && contact.channel !== 'voicemail') continue;
      if (!isWithSamePerson(contact, act) || !mayBeAboutDebt(contact, view)) continue;
      const day = localEpochDay(zone, contact.at);
      if (day <= today - limits.days) break;
      if (!spoke && spokeWithPerson(contact)) {
        spoke = true;
        const opens = instantOfLocal(zone, day + limits.days, 0);
        if (quietUntil === null || opens > quietUntil) {
          quietUntil = opens;
          conversation = contact;
          conversationDay = day;
        }
      }
      if (!view.isConnected(contact) || view.isWrongNumber(contact)) continue;
      if (leaves.length > 0 && wasExcused(leaves, contact.at, day)) continue;
      counted += 1;
      if (counted === limits.most) fills = day;
    }
    used = Math.max(used, counted);
    if (fills !== null) roomAt = Math.max(roomAt ?? 0, instantOfLocal(zone, fills + limits.days, 0));
    const leave = leaves.length > 0 ? leaveNow(leaves, at, today) : null;
    if (leave === null) consented = false;
    else {
      const ends = instantOfLocal(zone, leave.end, 0);
      if (consentUntil === null || ends < consentUntil) {
        consentUntil = ends;
        consent = leave.event;
      }
    }
  }
  return {
    used,
    roomAt,
    conversation,
    conversationDay,
    quietUntil,
    consent: consented ? consent : null,
    consentUntil: consented ? consentUntil : null,
  };
}

/** The calls that count, newest first: what the verdict shows. In the zone where they are most. */
export function countedCalls(
  view: CaseView,
  at: number,
  limits: CallLimits = callLimits,
): { readonly zone: string; readonly calls: readonly PriorContact[] } {
  const { contacts, act } = view.facts;
  let best: { zone: string; calls: readonly PriorContact[] } = { zone: view.zones[0] ?? 'UTC', calls: [] };
  for (const zone of view.zones) {
    const today = localEpochDay(zone, at);
    const leaves = leavesOf(view, zone, today, limits);
    const calls: PriorContact[] = [];
    for (let index = contacts.length - 1; index >= 0; index -= 1) {
      const contact = contacts[index];
      if (contact === undefined) break;
      const day = localEpochDay(zone, contact.at);
      if (day <= today - limits.days) break;
      if (!view.isConnected(contact) || view.isWrongNumber(contact)) continue;
      if (!isWithSamePerson(contact, act) || !mayBeAboutDebt(contact, view)) continue;
      if (!wasExcused(leaves, contact.at, day)) calls.push(contact);
    }
    if (calls.length > best.calls.length) best = { zone, calls };
  }
  return best;
}

export type CallCount = {
  readonly used: number;
  readonly most: number;
  /** The conversation that still holds calls back; `null` when none does. */
  readonly conversationOn: Day | null;
  /** The first day, in every zone, on which one more call is within both limits; `null` when that is now. */
  readonly nextCallOn: Day | null;
};

/** What the list shows: calls used of seven, and when the next may be. For a person whose calls are not counted, none is used. */
export function callCount(of: CaseView | GateFacts, at: number, limits: CallLimits = callLimits): CallCount {
  const view = of instanceof CaseView ? of : new CaseView(of);
  if (!isCountedParty(view.facts.act.to))
    return { used: 0, most: limits.most, conversationOn: null, nextCallOn: null };
  const tally = tallyCalls(view, at, limits);
  const opens = tally.consent === null ? Math.max(tally.roomAt ?? 0, tally.quietUntil ?? 0) : 0;
  let next: Day | null = null;
  if (opens > at) {
    for (const zone of view.zones) {
      const day = fromEpochDay(localEpochDay(zone, opens));
      if (next === null || day > next) next = day;
    }
  }
  return {
    used: tally.used,
    most: limits.most,
    conversationOn: tally.conversationDay === null ? null : fromEpochDay(tally.conversationDay),
    nextCallOn: next,
  };
}
