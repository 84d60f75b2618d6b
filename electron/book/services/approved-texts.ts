/**
 * Texts a law asks for whose wording was not found, or is not sure: the office enters what its counsel approved, and by whom. Until then
 * letters that need one stop.
 */
import { fail, ok } from '../../../shared/errors/result.ts';
import { approvableTexts, findApprovableText } from '../../../shared/rules/wording/approvable.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { insertApprovedText, listApprovedTexts } from '../store/queries/approved-texts.ts';

export const listTexts: QueryHandler<'wording.texts'> = ({ store }) => {
  const approved = new Map(listApprovedTexts(store).map(({ textId, ...row }) => [textId, row]));
  return ok({ texts: approvableTexts.map((text) => ({ ...text, approved: approved.get(text.id) ?? null })) });
};

export const approveText: CommandHandler<'wording.approve'> = (context, { textId, text, approvedBy }) => {
  if (findApprovableText(textId) === null) return fail('wording.text_unknown', { textId });
  insertApprovedText(context.store, {
    textId,
    text,
    approvedBy,
    madeAt: context.now,
    author: context.author,
  });
  context.changed('letters');
  // The rules about old debts ask for it too.
  context.changed('law');
  return ok({});
};

export const withdrawText: CommandHandler<'wording.withdraw'> = (context, { textId }) => {
  const standing = listApprovedTexts(context.store).find((row) => row.textId === textId);
  if (standing === undefined) return fail('wording.not_approved', { textId });
  insertApprovedText(context.store, {
    textId,
    text: '',
    approvedBy: '',
    madeAt: context.now,
    author: context.author,
  });
  context.changed('letters');
  // The rules about old debts ask for it too.
  context.changed('law');
  return ok({});
};
