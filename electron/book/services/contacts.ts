import type { CommandHandler } from '../context.ts';

export const recordContact: CommandHandler<'contacts.record'> = () => {
  throw new Error('contacts.record is not written yet');
};
