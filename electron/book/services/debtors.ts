import type { CommandHandler } from '../context.ts';

export const renameDebtor: CommandHandler<'debtors.rename'> = () => {
  throw new Error('debtors.rename is not written yet');
};

export const addAddress: CommandHandler<'debtors.addAddress'> = () => {
  throw new Error('debtors.addAddress is not written yet');
};

export const setAddressStatus: CommandHandler<'debtors.setAddressStatus'> = () => {
  throw new Error('debtors.setAddressStatus is not written yet');
};

export const addPhone: CommandHandler<'debtors.addPhone'> = () => {
  throw new Error('debtors.addPhone is not written yet');
};

export const setPhoneStatus: CommandHandler<'debtors.setPhoneStatus'> = () => {
  throw new Error('debtors.setPhoneStatus is not written yet');
};
