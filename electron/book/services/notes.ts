import type { CommandHandler } from '../context.ts';

export const addNote: CommandHandler<'notes.add'> = () => {
  throw new Error('notes.add is not written yet');
};
