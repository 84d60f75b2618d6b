import type { CommandHandler, QueryHandler } from '../context.ts';

export const saveDraft: CommandHandler<'drafts.save'> = () => {
  throw new Error('drafts.save is not written yet');
};

export const loadDraft: QueryHandler<'drafts.load'> = () => {
  throw new Error('drafts.load is not written yet');
};

export const dropDraft: CommandHandler<'drafts.drop'> = () => {
  throw new Error('drafts.drop is not written yet');
};
