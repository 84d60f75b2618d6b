/**
 * Where a debt stands with its validation notice: not needed, due, late, running or ended (12 CFR 1006.34(a), (b)(5)).
 * Worked out from the contacts made, the notices sent and what came back.
 *
 * A notice is an event `validation_notice`: its day is `detail.sentOn`, else the day of the event; `detail.how` is `oral` when all
 * of it was said; `detail.endsOn` is the end date printed on it. A `notice_returned` on or after that day takes it away again, and
 * the next notice is counted from its own day.
 */
import { isConversation } from '../../domain/contact.ts';
import type { Day } from '../../domain/days.ts';
import { type ContactPurpose, consumerParties } from '../../domain/law.ts';
import type { CaseView } from '../case-view.ts';
import type { LegalEvent, PriorContact } from '../facts.ts';
import { localDay } from '../time/local-time.ts';
import { noticeDueOn, validationPeriod } from './period.ts';

export type ValidationStage =
  /** Regulation F does not bind here, or it is no consumer debt. */
  | 'not_bound'
  /** Paid before the notice fell due: 1006.34(a)(1)(i)(B). */
  | 'paid'
  /** Nothing was communicated yet: the first communication may hold the notice, or it follows within five days. */
  | 'not_begun'
  | 'due'
  | 'overdue'
  | 'running'
  | 'ended';

export type ValidationState = {
  readonly stage: ValidationStage;
  /** The day of the initial communication, by the earliest clock the debtor may have. */
  readonly initialOn: Day | null;
  readonly initialContactId: number | null;
  /** The last day for sending the notice; `null` when none is wanted or one went out. */
  readonly dueOn: Day | null;
  readonly noticeEventId: number | null;
  readonly providedOn: Day | null;
  readonly receivedOn: Day | null;
  /** The last day of the validation period. */
  readonly endsOn: Day | null;
  /** The day the last notice came back, while none was sent since. */
  readonly returnedOn: Day | null;
  /** The printed end date is earlier than the law allows: the later one is kept to. */
  readonly printedTooEarly: boolean;
};

const nothing: ValidationState = {
  stage: 'not_bound',
  initialOn: null,
  initialContactId: null,
  dueOn: null,
  noticeEventId: null,
  providedOn: null,
  receivedOn: null,
  endsOn: null,
  returnedOn: null,
  printedTooEarly: false,
};

/** 1006.34(b)(2), comment; 1006.2(j): pleadings, notices another law prescribes, limited-content messages convey nothing. */
const conveysNothing: readonly ContactPurpose[] = [
  'limited_content',
  'legal_process',
  'required_by_law',
  'locate',
];

/** Whether a contact conveyed something about the debt to the consumer. In doubt it did: the clock then starts sooner. */
function isCommunication(contact: PriorContact): boolean {
  if (!consumerParties.includes(contact.to) || conveysNothing.includes(contact.purpose)) return false;
  if (contact.outcome === 'third_party' || contact.outcome === 'wrong_number') return false;
  if (isConversation(contact)) return true;
  if (contact.direction === 'in') return false;
  switch (contact.channel) {
    case 'letter':
    case 'email':
    case 'text':
    case 'social':
      return true;
    case 'call':
    case 'voicemail':
      return contact.outcome === 'voicemail_left';
    case 'visit':
    case 'other':
      return contact.outcome !== 'no_answer';
  }
}

function firstCommunication(view: CaseView): PriorContact | null {
  let first: PriorContact | null = null;
  for (const contact of view.facts.contacts) {
    if (first !== null && contact.at >= first.at) continue;
    if (view.isAboutDebt(contact) && !view.isWrongNumber(contact) && isCommunication(contact))
      first = contact;
  }
  return first;
}

function dayOf(view: CaseView, at: number): Day {
  let earliest = localDay(view.facts.zone, at);
  for (const zone of view.zones) {
    const day = localDay(zone, at);
    if (day < earliest) earliest = day;
  }
  return earliest;
}

export function sentOnOf(event: LegalEvent): Day {
  return event.detail.sentOn ?? event.on;
}

const noNotices = { standing: [], returnedOn: null };

function byDay(a: LegalEvent, b: LegalEvent): number {
  const left = a.kind === 'validation_notice' ? sentOnOf(a) : a.on;
  const right = b.kind === 'validation_notice' ? sentOnOf(b) : b.on;
  return left < right ? -1 : left > right ? 1 : a.eventId - b.eventId;
}

/** The notices that stand, and the day the last one came back when none does. */
export function noticesOf(view: CaseView): { standing: readonly LegalEvent[]; returnedOn: Day | null } {
  const sent = view.everyEventOf('validation_notice');
  if (sent.length === 0) return noNotices;
  let standing: LegalEvent[] = [];
  let returnedOn: Day | null = null;
  const steps = [...sent, ...view.everyEventOf('notice_returned')].sort(byDay);
  for (const event of steps) {
    if (event.kind === 'validation_notice') {
      standing.push(event);
      returnedOn = null;
    } else if (standing.length > 0) {
      // What came back was sent to where the consumer is not; a notice that was told by mouth was heard all the same.
      standing = standing.filter(({ detail }) => detail.how === 'oral');
      if (standing.length === 0) returnedOn = event.on;
    }
  }
  return { standing, returnedOn };
}

/** `today` is the day it is asked for, the office’s. */
export function validationStateOf(view: CaseView, today: Day): ValidationState {
  if (!view.keepsRegulationF && view.facts.office.role !== null) return nothing;
  if (!view.isConsumerDebt) return nothing;
  const { standing, returnedOn } = noticesOf(view);
  const first = firstCommunication(view);
  const initialOn = first === null ? null : dayOf(view, first.at);
  const initialContactId = first?.contactId ?? null;

  // With more than one that stands, the period that ends last: nothing printed on an earlier one takes time away.
  let held: ValidationState | null = null;
  for (const event of standing) {
    const providedOn = sentOnOf(event);
    const period = validationPeriod(providedOn, event.detail.how === 'oral' ? 'oral' : 'written');
    const printed = event.detail.endsOn;
    const endsOn = printed !== undefined && printed > period.endsOn ? printed : period.endsOn;
    if (held?.endsOn != null && held.endsOn >= endsOn) continue;
    held = {
      stage: today <= endsOn ? 'running' : 'ended',
      initialOn,
      initialContactId,
      dueOn: null,
      noticeEventId: event.eventId,
      providedOn,
      receivedOn: period.receivedOn,
      endsOn,
      returnedOn: null,
      printedTooEarly: printed !== undefined && printed < period.endsOn,
    };
  }
  if (held !== null) return held;

  const { debt } = view.facts;
  // Without a notice the first communication or the one that came back says from when it is due.
  const dueOn = initialOn === null ? null : noticeDueOn(initialOn);
  const paid = debt.balanceCents <= 0 && (dueOn === null || (debt.lastPaymentOn ?? dueOn) <= dueOn);
  const open = { ...nothing, initialOn, initialContactId, returnedOn };
  if (paid) return { ...open, stage: 'paid' };
  if (dueOn === null) {
    return returnedOn === null
      ? { ...open, stage: 'not_begun' }
      : { ...open, stage: 'due', dueOn: noticeDueOn(returnedOn) };
  }
  return { ...open, stage: today <= dueOn ? 'due' : 'overdue', dueOn };
}
