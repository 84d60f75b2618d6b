/**
 * Recording an attempt or a conversation with all it means: what was said becomes a note of its own, an
 * outcome such as a dispute holds the account until somebody has looked at it, and a number that did not
 * reach the debtor is marked so that nobody dials it again unawares.
 */
import { holdOf } from '../../../shared/domain/contact.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler } from '../context.ts';
import { findAccount, insertHold, listHolds } from '../store/queries/accounts.ts';
import { insertContact } from '../store/queries/contacts.ts';
import { findPhone, updatePhoneStatus } from '../store/queries/debtors.ts';
import { insertNote } from '../store/queries/notes.ts';
import { refreshDebtor, refreshSummary } from '../store/queries/summaries.ts';

const holdReasons = {
  dispute: 'The debt is disputed',
  cease: 'Asked not to be contacted',
  attorney: 'Represented by an attorney',
  bankruptcy: 'Bankruptcy',
  deceased: 'The debtor has died',
} as const;

/** A clock of another program may run ahead of ours by a little. */
const clockSlackMs = 60_000;

export const recordContact: CommandHandler<'contacts.record'> = (context, input) => {
  const { store, now, zone, author, today } = context;
  const { accountId, outcome } = input;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const phone = input.phoneId === null ? null : findPhone(store, input.phoneId);
  if (input.phoneId !== null && phone?.debtorId !== account.debtorId) return fail('phone.not_found');
  if (input.at > now + clockSlackMs) return fail('call.invalid_input', { field: 'at' });

  const contactId = insertContact(store, {
    accountId,
    debtorId: account.debtorId,
    channel: input.channel,
    direction: input.direction,
    outcome,
    phoneId: input.phoneId,
    at: Math.min(input.at, now),
    zone,
    seconds: input.seconds,
    author,
    recordedAt: now,
  });
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
  const hold = holdOf(outcome);
  const holdsWithoutEnd = listHolds(store, accountId, today).filter((held) => held.untilOn === null);
  if (hold !== null && !holdsWithoutEnd.some((held) => held.kind === hold)) {
    insertHold(store, {
      accountId,
      kind: hold,
      reason: holdReasons[hold],
      source: `Said in a contact (${input.channel})`,
      fromOn: today,
      untilOn: null,
      contactId,
      createdAt: now,
    });
  }
  const unreached = outcome === 'wrong_number' || outcome === 'disconnected';
  // What nobody may call stays so: a mark of less would let it be lifted unseen.
  if (phone && unreached && phone.status !== 'do_not_call') {
    updatePhoneStatus(store, phone.phoneId, outcome === 'wrong_number' ? 'wrong' : 'disconnected');
    refreshDebtor(store, account.debtorId);
    context.changed('debtors');
  } else {
    refreshSummary(store, accountId);
  }
  context.changed('accounts', [accountId]);
  context.changed('timeline', [accountId]);
  return ok({ contactId });
};
