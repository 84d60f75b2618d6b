/**
 * Recording an attempt or a conversation with all it means. The rules are asked once more for the instant it began, and their
 * verdict is kept with it. What was said becomes a note of its own; an outcome such as a dispute becomes an event with the
 * holds it makes; a number that did not reach the debtor is marked so that nobody dials it again unawares.
 */
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { type ContactChannel, type ContactOutcome, isConversation } from '../../../shared/domain/contact.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import {
  type ContactParty,
  consumerParties,
  type LegalEventKind,
  personEvents,
} from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { EventDetail, EventScope } from '../../../shared/rules/facts.ts';
import { contactPartyWords } from '../../../shared/text/labels.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { type AccountRecord, accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import { insertContact, insertContactDebt } from '../store/queries/contacts.ts';
import { findEmail, findPhone } from '../store/queries/debtors.ts';
import { type LegalEventRecord, listOpenEvents } from '../store/queries/legal-events.ts';
import { insertNote } from '../store/queries/notes.ts';
import { refreshDebtor, refreshSummary } from '../store/queries/summaries.ts';
import { strictestOn, verdictJson, weigh } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { keepEvent } from './legal-events.ts';
import { changeReachStatus } from './reach.ts';
import { finishCallSteps } from './strategy-members.ts';

type Recorded = CheckedInputOf<'contacts.record'>;

/** A clock of another program may run ahead of ours by a little. */
const clockSlackMs = 60_000;

/** What comes over these can be kept and read again: a request there is one in writing. */
const writtenChannels: readonly ContactChannel[] = ['email', 'text', 'letter', 'social'];

/** Where the words of an outcome came from: `Said in a call`. */
const sourceWords: Readonly<Record<ContactChannel, string>> = {
  call: 'Said in a call',
  voicemail: 'Said in a voicemail',
  email: 'Written in an e-mail',
  text: 'Written in a text message',
  letter: 'Written in a letter',
  visit: 'Said in a visit',
  social: 'Written on social media',
  other: 'Said in a contact',
};

function sourceOf({ channel, partyName }: Recorded, speaker: ContactParty): string {
  if (speaker === 'debtor' && partyName === '') return sourceWords[channel];
  return `${sourceWords[channel]} (${[contactPartyWords[speaker], partyName].filter((part) => part !== '').join(', ')})`;
}

type Meant = {
  readonly kind: LegalEventKind;
  readonly scope: Partial<EventScope>;
  readonly detail: EventDetail;
};

/**
 * The events an outcome is. A spoken wish to be left alone closes the way it came by; a written one closes the debt as well.
 * One of a stranger closes only their own number.
 */
function eventsOf(
  { outcome, channel, partyName, phoneId }: Recorded,
  speaker: ContactParty,
): readonly Meant[] {
  const written = writtenChannels.includes(channel);
  switch (outcome) {
    case 'disputed':
      return [{ kind: 'dispute', scope: {}, detail: { written } }];
    case 'asked_to_stop': {
      const way = channel === 'voicemail' || channel === 'other' ? 'call' : channel;
      if (!consumerParties.includes(speaker)) {
        return phoneId === null ? [] : [{ kind: 'opt_out', scope: { phoneId }, detail: {} }];
      }
      return [
        { kind: written ? 'cease_written' : 'cease_oral', scope: {}, detail: {} },
        // Whoever it was is left alone as well as the debtor.
        {
          kind: 'opt_out',
          scope: { channel: way },
          detail:
            speaker === 'debtor' ? {} : { name: partyName === '' ? contactPartyWords[speaker] : partyName },
        },
      ];
    }
    case 'attorney':
    case 'bankruptcy':
    case 'deceased':
      return [{ kind: outcome, scope: {}, detail: {} }];
    default:
      return [];
  }
}

/** A case of before one of the person’s debts leaves that debt free, and one of a co-debtor is another’s. */
function reachesEveryDebt({ store }: CommandContext, { debtorId, on, detail }: LegalEventRecord): boolean {
  if (detail.codebtor === true) return false;
  return accountsOfDebtor(store, debtorId).every((id) => (findAccount(store, id)?.openedOn ?? on) <= on);
}

function isAnswered({ store }: CommandContext, { debtorId, accountId, on }: LegalEventRecord): boolean {
  return listOpenEvents(store, debtorId, accountId, 'verification_sent').some((sent) => sent.on >= on);
}

/** Nothing in an event on file makes it bind less than the same one said anew would. */
function saysAsMuch(context: CommandContext, event: LegalEventRecord): boolean {
  const { detail } = event;
  switch (event.kind) {
    case 'dispute':
      return detail.disputedCents === undefined && detail.duplicative !== true && !isAnswered(context, event);
    case 'attorney':
      return detail.reach !== 'not_found';
    case 'bankruptcy':
      return reachesEveryDebt(context, event);
    default:
      return true;
  }
}

function isSameScope(a: Partial<EventScope>, b: EventScope): boolean {
  return (
    (a.channel ?? null) === b.channel &&
    (a.phoneId ?? null) === b.phoneId &&
    (a.emailId ?? null) === b.emailId &&
    (a.addressId ?? null) === b.addressId &&
    (a.place ?? null) === b.place
  );
}

/** The same is on file already and nothing has ended it: saying it again adds nothing. */
function isOnFile(
  context: CommandContext,
  debtorId: number,
  accountId: number | null,
  meant: Meant,
): boolean {
  return listOpenEvents(context.store, debtorId, accountId, meant.kind).some((event) => {
    const { scope, detail } = event;
    return (
      // One that ends by itself does not stand in for one that does not.
      detail.untilOn === undefined &&
      isSameScope(meant.scope, scope) &&
      // What somebody else asked for is no wish of the debtor’s own, and the other way round.
      (meant.kind !== 'opt_out' || (meant.detail.name ?? '') === (detail.name ?? '')) &&
      // A dispute in writing says more than one that was spoken.
      (meant.detail.written !== true || detail.written !== false) &&
      saysAsMuch(context, event)
    );
  });
}

function keepOutcome(
  context: CommandContext,
  input: Recorded,
  account: AccountRecord,
  contactId: number,
  at: number,
  speaker: ContactParty,
): void {
  const { debtorId } = account;
  const accountIds = [account.accountId, ...input.otherAccountIds];
  for (const meant of eventsOf(input, speaker)) {
    for (const accountId of personEvents.includes(meant.kind) ? [null] : accountIds) {
      if (isOnFile(context, debtorId, accountId, meant)) continue;
      const event = { ...meant, debtorId, accountId, on: dayOfInstant(at, context.zone), at };
      const source = sourceOf(input, speaker);
      keepEvent(
        context,
        { ...event, source, document: '', memo: '', contactId, letterId: null },
        account.accountId,
      );
    }
  }
}

/**
 * What the record says of a call meant for the debtor that somebody else took: whatever they said, it was no word with the debtor,
 * who has still to be told who calls and why. What they told becomes an event of its own.
 */
function keptOutcome({ outcome, channel, direction, to }: Recorded, speaker: ContactParty): ContactOutcome {
  const overheard = consumerParties.includes(to) && !consumerParties.includes(speaker);
  return overheard && isConversation({ channel, direction, outcome }) ? 'third_party' : outcome;
}

export const recordContact: CommandHandler<'contacts.record'> = (context, input) =>
  keepContact(context, input, input.to);

/** `speaker`: who spoke, where that was not whom the contact was for: somebody else picked up the debtor’s telephone. */
export function keepContact(
  context: CommandContext,
  input: Recorded,
  speaker: ContactParty,
): Result<{ contactId: number }> {
  const { store, now, zone, author } = context;
  const { accountId, outcome, channel, direction, to, partyName, purpose, dialing, emailId } = input;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  const phone = input.phoneId === null ? null : findPhone(store, input.phoneId);
  if (input.phoneId !== null && phone?.debtorId !== debtorId) return fail('phone.not_found');
  if (emailId !== null && findEmail(store, emailId)?.debtorId !== debtorId) return fail('email.not_found');
  const others = [...new Set(input.otherAccountIds)].filter((other) => other !== accountId);
  for (const otherId of others) {
    const other = findAccount(store, otherId);
    if (!other) return fail('account.not_found');
    if (other.debtorId !== debtorId) return fail('contact.other_debtor', { number: other.number });
  }
  if (input.at > now + clockSlackMs) return fail('call.invalid_input', { field: 'at' });
  const at = Math.min(input.at, now);

  const act = plainAct({
    channel,
    direction,
    to,
    partyName,
    phoneId: input.phoneId,
    emailId,
    // Nobody calls a person to ask where that person is: somebody else picked up, and was asked instead.
    purpose: to === 'debtor' && purpose === 'locate' ? 'collect' : purpose,
    dialing,
  });
  // What stands in the way of one of the debts stands in the way of speaking of it.
  const asked = strictestOn(context, [accountId, ...others], act, at);
  if (!asked.ok) return asked;
  const { aboutId, verdict } = asked.value;
  // Whoever was called by the debtor has done nothing that could be refused.
  const weighed = direction === 'in' ? null : weigh(verdict, input.decision, true);
  if (weighed !== null && !weighed.ok) return weighed;

  const contactId = insertContact(store, {
    accountId,
    debtorId,
    channel,
    direction,
    outcome: keptOutcome(input, speaker),
    phoneId: input.phoneId,
    at,
    zone,
    seconds: input.seconds,
    author,
    verdict: verdictJson(verdict, input.decision, aboutId === accountId ? null : aboutId),
    recordedAt: now,
    to,
    partyName,
    purpose,
    dialing,
    emailId,
    overrideReason: weighed?.value.reason ?? '',
    overrideFactor: weighed?.value.factor ?? null,
  });
  for (const otherId of others) insertContactDebt(store, contactId, otherId);
  if (input.text !== '') {
    insertNote(store, {
      accountId,
      contactId,
      addendumTo: null,
      text: input.text,
      author,
      at: now,
      importId: null,
    });
  }
  keepOutcome(context, { ...input, otherAccountIds: others }, account, contactId, at, speaker);
  const called = direction === 'out' && (channel === 'call' || channel === 'voicemail');
  if (called && to === 'debtor') finishCallSteps(context, [accountId, ...others], contactId);
  const unreached = outcome === 'wrong_number' || outcome === 'disconnected';
  // What nobody may call stays so: a mark of less would let it be lifted unseen.
  if (phone && unreached && phone.status !== 'do_not_call') {
    const to = outcome === 'wrong_number' ? 'wrong' : 'disconnected';
    const mark = { kind: 'phone', id: phone.phoneId, from: phone.status, to } as const;
    const why = sourceWords[channel].replace(/^\w+/, 'Found out');
    changeReachStatus(context, debtorId, mark, why);
    refreshDebtor(store, debtorId);
    context.changed('debtors');
  } else {
    refreshSummary(store, accountId);
  }
  for (const subject of ['accounts', 'timeline', 'law'] as const)
    context.changed(subject, [accountId, ...others]);
  return ok({ contactId });
}
