/**
 * Events the law attaches something to: recorded with day, scope and source, ended once with what ended them, or withdrawn as
 * a mistake; never changed and never erased. An event holds the accounts it is about for as long as it binds, and what it says of
 * one number or address is marked there as well, so that nobody uses it unawares.
 */
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { missingIn } from '../../../shared/domain/event-needs.ts';
import { holdOfEvent, type LegalEventKind, personEvents } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { EventDetail, EventScope } from '../../../shared/rules/facts.ts';
import { validationEnd } from '../../../shared/rules/validation/period.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { consentKindWords, legalEventKindWords } from '../../../shared/text/labels.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { accountsOfDebtor, endHoldsOfEvent, findAccount, insertHold } from '../store/queries/accounts.ts';
import { findAddress, findEmail, findPhone } from '../store/queries/debtors.ts';
import {
  endLegalEvent,
  findEventSource,
  findLegalEvent,
  insertLegalEvent,
  type LegalEventRecord,
  listPersonEventsOfImport,
  type NewLegalEvent,
} from '../store/queries/legal-events.ts';
import { findLetterAccount } from '../store/queries/letters.ts';
import { insertNote } from '../store/queries/notes.ts';
import { refreshDebtor, refreshSummary } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { changeReachStatus } from './reach.ts';

/** A clock of another program may run ahead of ours by a little. */
const clockSlackMs = 60_000;

/** Events about a person whatever was chosen; a bankruptcy alone may be said of one debt. */
function isAboutPerson(kind: LegalEventKind): boolean {
  return kind !== 'bankruptcy' && personEvents.includes(kind);
}

const holdReasons: Partial<Record<LegalEventKind, string>> = {
  dispute: 'The debt is disputed',
  original_creditor_request: 'Asked for the original creditor',
  statement_request: 'Asked for an itemized statement',
  cease_written: 'Asked in writing not to be contacted',
  cease_oral: 'Asked not to be contacted',
  refusal_written: 'Refused in writing to pay',
  attorney: 'Represented by an attorney',
  bankruptcy: 'Bankruptcy',
  discharge: 'Discharged in bankruptcy',
  deceased: 'The debtor has died',
  identity_theft: 'Said to be identity theft',
  no_surprises_dispute: 'Disputed under the No Surprises Act',
  assistance_application: 'Applied for financial assistance',
  insurance_appeal: 'An insurance appeal is under way',
};

/** What an event is called where it is told: `Gave consent to e-mail`. */
function titleOf(kind: LegalEventKind, { consent }: EventDetail): string {
  return kind === 'consent' && consent !== undefined
    ? `${legalEventKindWords.consent} ${consentKindWords[consent]}`
    : legalEventKindWords[kind];
}

function affectedBy(store: Store, event: Pick<LegalEventRecord, 'debtorId' | 'accountId'>): number[] {
  return event.accountId === null ? accountsOfDebtor(store, event.debtorId) : [event.accountId];
}

function tell(context: CommandContext, accountIds: readonly number[], text: string): void {
  const { store, author, now } = context;
  for (const accountId of accountIds) {
    insertNote(store, {
      accountId,
      contactId: null,
      addendumTo: null,
      text,
      author,
      at: now,
      importId: null,
    });
  }
}

/** What an event changed stands in the list, the account and the rules at once. */
function refresh(context: CommandContext, accountIds: readonly number[]): void {
  for (const accountId of accountIds) refreshSummary(context.store, accountId);
  for (const subject of ['law', 'accounts', 'timeline'] as const) context.changed(subject, accountIds);
}

/** An opt-out from one number or address is marked there, unless it leaves other ways to use it open. */
function markOptOut(context: CommandContext, { debtorId, kind, scope, source }: NewLegalEvent): string {
  if (kind !== 'opt_out') return '';
  const { store } = context;
  const { channel = null, phoneId = null, emailId = null } = scope;
  const marks: string[] = [];
  if (phoneId !== null && (channel === null || channel === 'call' || channel === 'voicemail')) {
    const from = findPhone(store, phoneId)?.status;
    if (from)
      changeReachStatus(context, debtorId, { kind: 'phone', id: phoneId, from, to: 'do_not_call' }, source);
    marks.push('. The number is marked “do not call”');
  }
  if (emailId !== null && (channel === null || channel === 'email')) {
    const from = findEmail(store, emailId)?.status;
    if (from)
      changeReachStatus(context, debtorId, { kind: 'email', id: emailId, from, to: 'opted_out' }, source);
    marks.push('. The e-mail address is marked as opted out');
  }
  if (marks.length > 0) {
    refreshDebtor(store, debtorId);
    context.changed('debtors', accountsOfDebtor(store, debtorId));
  }
  return marks.join('');
}

/**
 * Keeps an event with its holds and marks, and tells of it in the timeline of every account it is about but `toldOn`, where
 * it already stands (as the outcome of a contact). The caller has checked it.
 */
export function keepEvent(
  context: CommandContext,
  event: Omit<NewLegalEvent, 'madeAt' | 'author' | 'operationId'>,
  toldOn: number | null = null,
): number {
  const { store, now, author, operationId } = context;
  const whole: NewLegalEvent = { ...event, madeAt: now, author, operationId };
  const eventId = insertLegalEvent(store, whole);
  const accountIds = affectedBy(store, event);
  const hold = holdOfEvent(event.kind);
  if (hold !== null) {
    for (const accountId of accountIds) {
      insertHold(store, {
        accountId,
        kind: hold,
        reason: holdReasons[event.kind] ?? legalEventKindWords[event.kind],
        source: event.source,
        fromOn: event.on,
        untilOn: event.detail.untilOn ?? null,
        contactId: event.contactId,
        createdAt: now,
        eventId,
      });
    }
  }
  const marked = markOptOut(context, whole);
  const every = event.accountId === null ? ', every debt' : '';
  tell(
    context,
    accountIds.filter((accountId) => accountId !== toldOn),
    `${titleOf(event.kind, event.detail)} (${dayWords(event.on)}${every}): ${event.source}${marked}`,
  );
  refresh(context, accountIds);
  return eventId;
}

/** What holds a person holds a debt of theirs that came in later. */
export function holdImported(context: CommandContext, importId: number): void {
  const { store, now } = context;
  for (const { accountId, eventId } of listPersonEventsOfImport(store, importId)) {
    const event = findLegalEvent(store, eventId);
    const hold = event && holdOfEvent(event.kind);
    if (!event || !hold) continue;
    insertHold(store, {
      accountId,
      kind: hold,
      reason: holdReasons[event.kind] ?? legalEventKindWords[event.kind],
      source: findEventSource(store, eventId),
      fromOn: event.on,
      untilOn: event.detail.untilOn ?? null,
      contactId: null,
      createdAt: now,
      eventId,
    });
  }
}

/** Whatever an event names must be of the person it is about. */
function checkScope(store: Store, debtorId: number, scope: EventScope): Result<null> {
  const { phoneId, emailId, addressId } = scope;
  if (phoneId !== null && findPhone(store, phoneId)?.debtorId !== debtorId) return fail('phone.not_found');
  if (emailId !== null && findEmail(store, emailId)?.debtorId !== debtorId) return fail('email.not_found');
  if (addressId !== null && findAddress(store, addressId)?.debtorId !== debtorId)
    return fail('address.not_found');
  return ok(null);
}

/** Days in the order in which they can have happened. */
function checkDays(
  { now, zone, today }: CommandContext,
  { on, at, detail }: { on: string; at: number | null; detail: EventDetail },
): Result<null> {
  const happened = [on, detail.sentOn, detail.diedOn];
  if (happened.some((day) => day !== undefined && day > today)) return fail('event.future', { today });
  if (at !== null && at > now + clockSlackMs) return fail('event.future', { today });
  if (at !== null && dayOfInstant(at, zone) !== on) return fail('call.invalid_input', { field: 'at' });
  const { untilOn, sentOn, optOutBy, endsOn, from, to } = detail;
  const spans = [
    [on, untilOn],
    [sentOn ?? on, optOutBy],
    [sentOn ?? on, endsOn],
    [from, to],
  ];
  for (const [begins, ends] of spans) {
    if (begins !== undefined && ends !== undefined && ends < begins)
      return fail('event.ends_before', { on: begins });
  }
  return ok(null);
}

/** What the law works out of an event stands with it: the end of a validation period. */
function completed(kind: LegalEventKind, on: string, detail: EventDetail): EventDetail {
  if (kind !== 'validation_notice') return detail;
  const sentOn = detail.sentOn ?? on;
  return {
    ...detail,
    sentOn,
    endsOn: detail.endsOn ?? validationEnd(sentOn, detail.how === 'oral' ? 'oral' : 'written'),
  };
}

export const recordEvent: CommandHandler<'law.recordEvent'> = (context, input) => {
  const { store } = context;
  const { accountId, kind, on, at, scope, source, document, memo, letterId } = input;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  const scoped = checkScope(store, debtorId, scope);
  if (!scoped.ok) return scoped;
  if (letterId !== null) {
    const owner = findLetterAccount(store, letterId);
    if (owner === null || findAccount(store, owner)?.debtorId !== debtorId) return fail('letter.not_found');
  }
  const missing = missingIn(kind, input);
  if (missing !== null) return fail('event.incomplete', { field: missing });
  const days = checkDays(context, input);
  if (!days.ok) return days;
  const eventId = keepEvent(context, {
    debtorId,
    accountId: input.allDebts || isAboutPerson(kind) ? null : accountId,
    kind,
    on,
    // Taken at its word, an event a minute ahead would not bind for that minute.
    at: at === null ? null : Math.min(at, context.now),
    scope,
    detail: completed(kind, on, input.detail),
    source,
    document,
    memo,
    contactId: null,
    letterId,
  });
  return ok({ eventId });
};

/** Ends an event and its holds, and tells of it on every account but `toldOn`. The caller has found it open. */
export function closeEvent(
  context: CommandContext,
  event: LegalEventRecord,
  end: {
    readonly on: string;
    readonly reason: string;
    readonly source: string;
    readonly withdrawn: boolean;
  },
  toldOn: number | null = null,
): void {
  const { store, now, author } = context;
  endLegalEvent(store, event.eventId, { ...end, at: now, author });
  endHoldsOfEvent(store, event.eventId, now, end.reason);
  const accountIds = affectedBy(store, event);
  const title = titleOf(event.kind, event.detail).toLowerCase();
  const from = end.source === '' ? '' : ` (${end.source})`;
  const marks = leftMarked(store, event);
  tell(
    context,
    accountIds.filter((accountId) => accountId !== toldOn),
    `${end.withdrawn ? 'Withdrawn as a mistake' : 'Ended'} (${title}): ${end.reason}${from}${marks}`,
  );
  refresh(context, accountIds);
}

/** An opt-out that ends leaves its mark: only the person can say that the number may be used again. */
function leftMarked(store: Store, { kind, scope }: LegalEventRecord): string {
  if (kind !== 'opt_out') return '';
  const phone = scope.phoneId === null ? null : findPhone(store, scope.phoneId);
  const email = scope.emailId === null ? null : findEmail(store, scope.emailId);
  return [
    phone?.status === 'do_not_call'
      ? `. ${phone.display} stays marked “do not call” until that is changed`
      : '',
    email?.status === 'opted_out' ? `. ${email.address} stays marked as opted out until that is changed` : '',
  ].join('');
}

export const endEvent: CommandHandler<'law.endEvent'> = (context, { eventId, on, reason, source }) => {
  const event = findLegalEvent(context.store, eventId);
  if (!event) return fail('event.not_found');
  if (event.over) return fail('event.ended');
  if (on > context.today) return fail('event.future', { today: context.today });
  if (on < event.on) return fail('event.ends_before', { on: event.on });
  closeEvent(context, event, { on, reason, source, withdrawn: false });
  return ok({});
};

export const withdrawEvent: CommandHandler<'law.withdrawEvent'> = (context, { eventId, reason }) => {
  const event = findLegalEvent(context.store, eventId);
  if (!event) return fail('event.not_found');
  if (event.over) return fail('event.ended');
  closeEvent(context, event, { on: event.on, reason, source: '', withdrawn: true });
  return ok({});
};
