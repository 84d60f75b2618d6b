import type { CommandHandler, QueryHandler } from '../context.ts';

export const listAccounts: QueryHandler<'accounts.list'> = () => {
  throw new Error('accounts.list is not written yet');
};

export const countAccounts: QueryHandler<'accounts.count'> = () => {
  throw new Error('accounts.count is not written yet');
};

export const getAccount: QueryHandler<'accounts.get'> = () => {
  throw new Error('accounts.get is not written yet');
};

export const findAccounts: QueryHandler<'accounts.find'> = () => {
  throw new Error('accounts.find is not written yet');
};

export const createAccount: CommandHandler<'accounts.create'> = () => {
  throw new Error('accounts.create is not written yet');
};

export const setNextStep: CommandHandler<'accounts.setNextStep'> = () => {
  throw new Error('accounts.setNextStep is not written yet');
};

export const closeAccount: CommandHandler<'accounts.close'> = () => {
  throw new Error('accounts.close is not written yet');
};

export const reopenAccount: CommandHandler<'accounts.reopen'> = () => {
  throw new Error('accounts.reopen is not written yet');
};

export const listClients: QueryHandler<'clients.list'> = () => {
  throw new Error('clients.list is not written yet');
};
