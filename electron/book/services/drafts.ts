/** Half-typed texts, kept in the book because they may hold names, and gone when they are no longer needed. */
import { ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { deleteDraft, readDraft, writeDraft } from '../store/queries/drafts.ts';

export const saveDraft: CommandHandler<'drafts.save'> = ({ store, now }, { key, text }) => {
  writeDraft(store, key, text, now);
  return ok({});
};

export const loadDraft: QueryHandler<'drafts.load'> = ({ store }, { key }) =>
  ok({ text: readDraft(store, key) });

export const dropDraft: CommandHandler<'drafts.drop'> = ({ store }, { key }) => {
  deleteDraft(store, key);
  return ok({});
};
