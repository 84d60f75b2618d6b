/** Who owes and where they can be reached. Nothing is overwritten: an old name, address or number stays, marked. */
import { readEmail } from '../../../shared/domain/email.ts';
import { readPhone } from '../../../shared/domain/phone.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { accountsOfDebtor } from '../store/queries/accounts.ts';
import {
  findAddress,
  findDebtor,
  findEmail,
  findPhone,
  insertAddress,
  insertEmail,
  insertFormerName,
  insertPhone,
  listEmails,
  listPhones,
  updateDebtorName,
} from '../store/queries/debtors.ts';
import { refreshDebtor } from '../store/queries/summaries.ts';
import { changedReach, changeReachStatus } from './reach.ts';

function changedDebtor(context: CommandContext, debtorId: number): void {
  refreshDebtor(context.store, debtorId);
  context.changed('debtors', accountsOfDebtor(context.store, debtorId));
}

/** What is in use does not become doubtful by being found once more. */
function statusOnceMore(before: string, wanted: 'current' | 'unverified'): 'current' | 'unverified' {
  return before === 'current' ? 'current' : wanted;
}

function learnedAgain(source: string): string {
  return source === '' ? 'Given again' : `Given again: ${source}`;
}

export const renameDebtor: CommandHandler<'debtors.rename'> = (context, { debtorId, kind, name }) => {
  const debtor = findDebtor(context.store, debtorId);
  if (!debtor) return fail('debtor.not_found');
  if (debtor.name !== name) insertFormerName(context.store, debtorId, debtor.name, context.now);
  updateDebtorName(context.store, debtorId, kind, name);
  changedDebtor(context, debtorId);
  return ok({});
};

export const addAddress: CommandHandler<'debtors.addAddress'> = (context, { replaces, ...input }) => {
  const { debtorId } = input;
  if (!findDebtor(context.store, debtorId)) return fail('debtor.not_found');
  const old = replaces === null ? null : findAddress(context.store, replaces);
  if (replaces !== null && old?.debtorId !== debtorId) return fail('address.not_found');
  const addressId = insertAddress(context.store, {
    ...input,
    sinceOn: context.today,
    importId: null,
  });
  if (old) {
    const mark = { kind: 'address', id: old.addressId, from: old.status, to: 'bad' } as const;
    changeReachStatus(context, debtorId, mark, 'Corrected');
    changedReach(context, debtorId);
  } else changedDebtor(context, debtorId);
  return ok({ addressId });
};

export const setAddressStatus: CommandHandler<'debtors.setAddressStatus'> = (
  context,
  { addressId, status, why },
) => {
  const address = findAddress(context.store, addressId);
  if (!address) return fail('address.not_found');
  const { debtorId } = address;
  const mark = { kind: 'address', id: addressId, from: address.status, to: status } as const;
  const changeId = changeReachStatus(context, debtorId, mark, why);
  changedReach(context, debtorId);
  return ok({ changeId });
};

/**
 * A number the debtor already has is not kept twice; it becomes current again, unless nobody may call it: that is
 * only lifted by name, with `debtors.setPhoneStatus`.
 */
export const addPhone: CommandHandler<'debtors.addPhone'> = (context, input) => {
  if (!findDebtor(context.store, input.debtorId)) return fail('debtor.not_found');
  const read = readPhone(input.number);
  if (!read) return fail('phone.invalid', { text: input.number });
  const known = listPhones(context.store, input.debtorId).find((phone) => phone.display === read.display);
  let phoneId: number;
  if (known) {
    phoneId = known.phoneId;
    const to = statusOnceMore(known.status, input.status);
    if (known.status !== 'do_not_call')
      changeReachStatus(
        context,
        input.debtorId,
        { kind: 'phone', id: phoneId, from: known.status, to },
        learnedAgain(input.source),
      );
  } else {
    phoneId = insertPhone(context.store, {
      debtorId: input.debtorId,
      kind: input.kind,
      status: input.status,
      number: read.number,
      display: read.display,
      source: input.source,
      sinceOn: context.today,
      importId: null,
    });
  }
  changedReach(context, input.debtorId);
  return ok({ phoneId });
};

export const setPhoneStatus: CommandHandler<'debtors.setPhoneStatus'> = (
  context,
  { phoneId, status, why },
) => {
  const phone = findPhone(context.store, phoneId);
  if (!phone) return fail('phone.not_found');
  const { debtorId } = phone;
  const mark = { kind: 'phone', id: phoneId, from: phone.status, to: status } as const;
  const changeId = changeReachStatus(context, debtorId, mark, why);
  changedReach(context, debtorId);
  return ok({ changeId });
};

/**
 * An address the debtor already has is not kept twice; it becomes current again, unless the debtor opted out of it: that is
 * only lifted by name, with `debtors.setEmailStatus`.
 */
export const addEmail: CommandHandler<'debtors.addEmail'> = (context, input) => {
  const { store, today } = context;
  const { debtorId, source } = input;
  if (!findDebtor(store, debtorId)) return fail('debtor.not_found');
  const address = readEmail(input.address);
  if (address === null) return fail('email.invalid', { text: input.address });
  const known = listEmails(store, debtorId).find(
    (email) => email.address.toLowerCase() === address.toLowerCase(),
  );
  let emailId: number;
  if (known) {
    emailId = known.emailId;
    const to = statusOnceMore(known.status, input.status);
    if (known.status !== 'opted_out')
      changeReachStatus(
        context,
        debtorId,
        { kind: 'email', id: emailId, from: known.status, to },
        learnedAgain(source),
      );
  } else {
    emailId = insertEmail(store, {
      debtorId,
      address,
      status: input.status,
      source,
      sinceOn: today,
      importId: null,
    });
  }
  changedReach(context, debtorId);
  return ok({ emailId });
};

export const setEmailStatus: CommandHandler<'debtors.setEmailStatus'> = (
  context,
  { emailId, status, why },
) => {
  const email = findEmail(context.store, emailId);
  if (!email) return fail('email.not_found');
  const { debtorId } = email;
  const mark = { kind: 'email', id: emailId, from: email.status, to: status } as const;
  const changeId = changeReachStatus(context, debtorId, mark, why);
  changedReach(context, debtorId);
  return ok({ changeId });
};
