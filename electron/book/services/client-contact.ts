/** Where letters to a client go. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { canBeMailed, whyNotMailed } from '../../../shared/rules/mail/address-problems.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { findClientContact, insertClientContact } from '../store/queries/client-contacts.ts';
import { findClient } from '../store/queries/debtors.ts';

export const readClientContact: QueryHandler<'letters.clientContact'> = ({ store }, { accountId }) => {
  const account = findAccount(store, accountId);
  const client = account && findClient(store, account.clientId);
  if (!account || !client) return fail('account.not_found');
  const { clientId, name: clientName } = client;
  return ok({ clientId, clientName, contact: findClientContact(store, clientId) });
};

export const setClientContact: CommandHandler<'letters.setClientContact'> = (
  { store, now, author, changed },
  { clientId, contact },
) => {
  const client = findClient(store, clientId);
  if (!client) return fail('client.not_found');
  if (!canBeMailed(contact))
    return fail('letter.address_bad', { name: client.name, why: whyNotMailed(contact) });
  insertClientContact(store, { clientId, ...contact, madeAt: now, author });
  changed('letters');
  return ok({});
};
