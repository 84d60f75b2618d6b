/**
 * What became of a piece: delivered, with who signed, or come back. A return marks its address in the history of marks, makes a
 * validation notice count as not given, and ends strategies that end when mail comes back; the address the post gave goes in with it.
 */
import { mailClassFacts, statusAfterReturn } from '../../../shared/domain/mail.ts';
import { stopOf } from '../../../shared/domain/strategy.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { mailClassWords, returnReasonWords } from '../../../shared/text/mail-words.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { findAddress, insertAddress, listAddresses } from '../store/queries/debtors.ts';
import { findLegalEvent } from '../store/queries/legal-events.ts';
import { findKeptRecipient, findLetterAccount } from '../store/queries/letters.ts';
import {
  findMailing,
  findMailingOfLetter,
  findMailReturn,
  findOutcome,
  insertMailReturn,
  type MailingRecord,
  updateReturnWithdrawn,
} from '../store/queries/mail.ts';
import { findReachChange, hasLaterReachChange } from '../store/queries/reach-changes.ts';
import { bodyOf } from '../store/queries/strategies.ts';
import { findActiveMember, findMemberCase } from '../store/queries/strategy-members.ts';
import { closeEvent, recordEvent } from './legal-events.ts';
import { changedReach, changeReachStatus } from './reach.ts';
import { undoReach } from './reach-history.ts';
import { readAbout } from './templates.ts';

function changed(context: CommandContext, accountId: number): void {
  for (const subject of ['letters', 'timeline', 'desk'] as const) context.changed(subject, [accountId]);
}

export const recordDelivery: CommandHandler<'mail.recordDelivery'> = (context, input) => {
  const { store, now, today, author } = context;
  const { mailingId, on, signedBy, note } = input;
  const mailing = findMailing(store, mailingId);
  if (!mailing || mailing.withdrawn) return fail('mail.not_found');
  if (findOutcome(store, mailingId) !== null) return fail('mail.has_outcome');
  if (on > today) return fail('event.future', { today });
  if (on < mailing.mailedOn) return fail('mail.before_mailed', { mailedOn: mailing.mailedOn });
  if (signedBy !== '' && !signs(mailing))
    return fail('mail.receipt_unwanted', { class: mailClassWords[mailing.class] });
  const { letterId, accountId, addressId } = mailing;
  const returnId = insertMailReturn(store, {
    mailingId,
    letterId,
    accountId,
    addressId,
    kind: 'delivered',
    on,
    reason: '',
    signedBy,
    newAddressId: null,
    eventId: null,
    changeId: null,
    note,
    madeAt: now,
    author,
  });
  changed(context, accountId);
  return ok({ returnId });
};

/** Somebody signs for whatever is followed by a number, and for what a courier brings. */
function signs({ class: ofClass }: MailingRecord): boolean {
  return mailClassFacts[ofClass].number !== 'none' || ofClass === 'hand';
}

export const recordReturn: CommandHandler<'mail.recordReturn'> = (context, input) => {
  const { store, now, today, author } = context;
  const { accountId, on, reason, detail, validationNotice, newAddress } = input;
  const mailingId =
    input.mailingId ?? (input.letterId === null ? null : findMailingOfLetter(store, input.letterId));
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  const mailing = mailingId === null ? null : findMailing(store, mailingId);
  if (mailingId !== null) {
    if (!mailing || mailing.withdrawn || mailing.debtorId !== debtorId) return fail('mail.not_found');
    if (findOutcome(store, mailingId) === 'returned') return fail('mail.has_outcome');
    if (on < mailing.mailedOn) return fail('mail.before_mailed', { mailedOn: mailing.mailedOn });
  }
  const letterId = mailing?.letterId ?? input.letterId;
  if (letterId !== null) {
    const owner = findLetterAccount(store, letterId);
    if (owner === null || findAccount(store, owner)?.debtorId !== debtorId) return fail('letter.not_found');
  }
  // A letter to a lawyer, an estate or a client says nothing of where the debtor is, whatever the window thought.
  const toDebtor = letterId === null || goesToDebtor(store, letterId);
  if (!toDebtor && newAddress !== null) return fail('mail.new_address_not_theirs');
  const addressId = toDebtor ? input.addressId : null;
  const address = addressId === null ? null : findAddress(store, addressId);
  if (addressId !== null && address?.debtorId !== debtorId) return fail('address.not_found');
  if (on > today) return fail('event.future', { today });
  if (reason === 'moved_new_address' && newAddress === null) return fail('mail.new_address_missing');

  const words = [returnReasonWords[reason].toLowerCase(), detail].filter((part) => part !== '').join('; ');
  const to = address === null ? null : statusAfterReturn(reason, address.status);
  const changeId =
    address === null || to === null
      ? null
      : changeReachStatus(
          context,
          debtorId,
          { kind: 'address', id: address.addressId, from: address.status, to },
          `Mail came back ${dayWords(on)}: ${words}`,
        );
  let newAddressId: number | null = null;
  if (newAddress !== null) {
    const known = listAddresses(store, debtorId).find(
      (one) =>
        one.line1.toLowerCase() === newAddress.line1.toLowerCase() &&
        one.line2.toLowerCase() === newAddress.line2.toLowerCase() &&
        one.postalCode === newAddress.postalCode,
    );
    newAddressId =
      known?.addressId ??
      insertAddress(store, {
        debtorId,
        kind: 'mailing',
        status: 'unverified',
        ...newAddress,
        source: `Postal Service, on mail that came back ${dayWords(on)}`,
        sinceOn: on,
        importId: null,
      });
  }
  let eventId: number | null = null;
  if (validationNotice) {
    const recorded = recordEvent(context, {
      accountId,
      allDebts: false,
      kind: 'notice_returned',
      on,
      at: null,
      scope: { channel: null, phoneId: null, emailId: null, addressId, place: null },
      detail: {},
      source: `Returned mail: ${words}`,
      document: '',
      memo: '',
      letterId,
    });
    if (!recorded.ok) return recorded;
    eventId = recorded.value.eventId;
  }
  const returnId = insertMailReturn(store, {
    mailingId,
    letterId,
    accountId,
    addressId,
    kind: 'returned',
    on,
    reason,
    signedBy: '',
    newAddressId,
    eventId,
    changeId,
    note: detail,
    madeAt: now,
    author,
  });
  changedReach(context, debtorId);
  changed(context, accountId);
  return ok({ returnId, changeId, eventId, newAddressId, stopped: endsStrategy(context, accountId) });
};

function goesToDebtor(store: CommandContext['store'], letterId: number): boolean {
  const kept = findKeptRecipient(store, letterId);
  return kept === null || readAbout(kept.about).to === 'debtor';
}

/** Whether the strategy of the account ends with this command. */
function endsStrategy({ store, today }: CommandContext, accountId: number): boolean {
  const active = findActiveMember(store, accountId);
  const member = active && findMemberCase(store, active.memberId, today);
  return member !== null && stopOf(bodyOf(store, member.versionId).stops, member.facts) !== null;
}

export const withdrawOutcome: CommandHandler<'mail.withdrawOutcome'> = (context, { returnId }) => {
  const { store, now } = context;
  const found = findMailReturn(store, returnId);
  if (!found) return fail('mail.not_found');
  if (found.withdrawn) return ok({ markStays: false });
  updateReturnWithdrawn(store, returnId, now);
  const event = found.eventId === null ? null : findLegalEvent(store, found.eventId);
  if (event && !event.over) {
    closeEvent(context, event, {
      on: event.on,
      reason: 'The return was entered by mistake',
      source: '',
      withdrawn: true,
    });
  }
  const change = found.changeId === null ? null : findReachChange(store, found.changeId);
  // Somebody marked the address since: that word is newer than the slip.
  const mayGoBack =
    change !== null && !hasLaterReachChange(store, change) && change.nowStatus === change.toStatus;
  if (mayGoBack) {
    const undone = undoReach(context, { changeId: change.changeId });
    if (!undone.ok) return undone;
  }
  changed(context, found.accountId);
  return ok({ markStays: change !== null && !mayGoBack });
};
