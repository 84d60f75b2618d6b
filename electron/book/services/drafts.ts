/**
 * Half-typed texts, kept in the book because they may hold names, and gone when they are no longer needed. Card numbers are cut out
 * of them and never refused: nothing else of what was typed may get lost.
 */
import { cutCardData, cutCardDataWithin, holdsCardData } from '../../../shared/domain/card-number.ts';
import { ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { deleteDraft, readDraft, writeDraft } from '../store/queries/drafts.ts';

export const saveDraft: CommandHandler<'drafts.save'> = ({ store, now }, { key, text }) => {
  writeDraft(store, key, cutDraft(text), now);
  return ok({});
};

/** The fields of a form come as JSON, in which only texts are looked at: numbers beside each other are no card. */
function cutDraft(text: string): string {
  if (!holdsCardData(text)) return text;
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    // A text somebody typed.
    return cutCardData(text);
  }
  return typeof form === 'object' ? JSON.stringify(cutCardDataWithin(form)) : cutCardData(text);
}

export const loadDraft: QueryHandler<'drafts.load'> = ({ store }, { key }) =>
  ok({ text: readDraft(store, key) });

export const dropDraft: CommandHandler<'drafts.drop'> = ({ store }, { key }) => {
  deleteDraft(store, key);
  return ok({});
};
