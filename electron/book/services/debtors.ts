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
  updateAddressStatus,
  updateDebtorName,
  updateEmailStatus,
  updatePhoneStatus,
} from '../store/queries/debtors.ts';
import { refreshDebtor } from '../store/queries/summaries.ts';

function changedDebtor(context: CommandContext, debtorId: number): void {
  refreshDebtor(context.store, debtorId);
  context.changed('debtors', accountsOfDebtor(context.store, debtorId));
}

export const renameDebtor: CommandHandler<'debtors.rename'> = (context, { debtorId, kind, name }) => {
  const debtor = findDebtor(context.store, debtorId);
  if (!debtor) return fail('debtor.not_found');
  if (debtor.name !== name) insertFormerName(context.store, debtorId, debtor.name, context.now);
  updateDebtorName(context.store, debtorId, kind, name);
  changedDebtor(context, debtorId);
  return ok({});
};

export const addAddress: CommandHandler<'debtors.addAddress'> = (context, input) => {
  if (!findDebtor(context.store, input.debtorId)) return fail('debtor.not_found');
  const addressId = insertAddress(context.store, {
    ...input,
    status: 'current',
    sinceOn: context.today,
    importId: null,
  });
  changedDebtor(context, input.debtorId);
  return ok({ addressId });
};

export const setAddressStatus: CommandHandler<'debtors.setAddressStatus'> = (
  context,
  { addressId, status },
) => {
  const address = findAddress(context.store, addressId);
  if (!address) return fail('address.not_found');
  updateAddressStatus(context.store, addressId, status);
  changedDebtor(context, address.debtorId);
  return ok({});
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
    if (known.status !== 'do_not_call') updatePhoneStatus(context.store, phoneId, 'current');
  } else {
    phoneId = insertPhone(context.store, {
      debtorId: input.debtorId,
      kind: input.kind,
      status: 'current',
      number: read.number,
      display: read.display,
      source: input.source,
      sinceOn: context.today,
      importId: null,
    });
  }
  changedDebtor(context, input.debtorId);
  return ok({ phoneId });
};

export const setPhoneStatus: CommandHandler<'debtors.setPhoneStatus'> = (context, { phoneId, status }) => {
  const phone = findPhone(context.store, phoneId);
  if (!phone) return fail('phone.not_found');
  updatePhoneStatus(context.store, phoneId, status);
  changedDebtor(context, phone.debtorId);
  return ok({});
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
    if (known.status !== 'opted_out') updateEmailStatus(store, emailId, 'current');
  } else {
    emailId = insertEmail(store, {
      debtorId,
      address,
      status: 'current',
      source,
      sinceOn: today,
      importId: null,
    });
  }
  changedDebtor(context, debtorId);
  return ok({ emailId });
};

export const setEmailStatus: CommandHandler<'debtors.setEmailStatus'> = (context, { emailId, status }) => {
  const email = findEmail(context.store, emailId);
  if (!email) return fail('email.not_found');
  updateEmailStatus(context.store, emailId, status);
  changedDebtor(context, email.debtorId);
  return ok({});
};
