import type { CommandHandler, QueryHandler } from '../context.ts';

export const addCharge: CommandHandler<'ledger.addCharge'> = () => {
  throw new Error('ledger.addCharge is not written yet');
};

export const recordPayment: CommandHandler<'ledger.recordPayment'> = () => {
  throw new Error('ledger.recordPayment is not written yet');
};

export const reverseEntry: CommandHandler<'ledger.reverse'> = () => {
  throw new Error('ledger.reverse is not written yet');
};

export const listCharges: QueryHandler<'ledger.charges'> = () => {
  throw new Error('ledger.charges is not written yet');
};
