/** Notes are appended; a correction is an addendum to the note it corrects. */
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { findNoteAccount, insertNote } from '../store/queries/notes.ts';

export const addNote: CommandHandler<'notes.add'> = (context, { accountId, text, addendumTo }) => {
  const { store, author, now } = context;
  if (!findAccount(store, accountId)) return fail('account.not_found');
  if (addendumTo !== null && findNoteAccount(store, addendumTo) !== accountId) {
    return fail('call.invalid_input', { field: 'addendumTo' });
  }
  const noteId = insertNote(store, {
    accountId,
    contactId: null,
    addendumTo,
    text,
    author,
    at: now,
    importId: null,
  });
  context.changed('timeline', [accountId]);
  return ok({ noteId });
};
