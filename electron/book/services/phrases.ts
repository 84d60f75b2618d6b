/** Phrases: those that come with Duebook and the office's own, which stand in for a shipped one under the same code. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { shippedPhrases } from '../../../shared/text/note-phrases.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findPhrase, insertPhrase, listPhrases, retirePhrase } from '../store/queries/phrases.ts';

export const readPhrases: QueryHandler<'phrases.list'> = ({ store }) => {
  const shippedCodes = new Set(shippedPhrases.map(({ code }) => code));
  const own = listPhrases(store).map((row) => ({ ...row, replacesShipped: shippedCodes.has(row.code) }));
  const replaced = new Set(own.map(({ code }) => code));
  const shipped = shippedPhrases
    .filter(({ code }) => !replaced.has(code))
    .map((phrase) => ({ ...phrase, phraseId: null, replacesShipped: false }));
  return ok({
    phrases: [...own, ...shipped].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  });
};

export const savePhrase: CommandHandler<'phrases.save'> = (context, { phraseId, code, title, text }) => {
  const { store, now, author } = context;
  if (phraseId !== null && !findPhrase(store, phraseId)) return fail('phrase.not_found');
  const taken = listPhrases(store).find((one) => one.code === code && one.phraseId !== phraseId);
  if (taken) return fail('phrase.code_taken', { code, title: taken.title });
  if (phraseId !== null) retirePhrase(store, phraseId, now);
  const saved = insertPhrase(store, { code, title, text, at: now, author });
  context.changed('timeline', []);
  return ok({ phraseId: saved });
};

export const dropPhrase: CommandHandler<'phrases.retire'> = (context, { phraseId }) => {
  if (!findPhrase(context.store, phraseId)) return fail('phrase.not_found');
  retirePhrase(context.store, phraseId, context.now);
  context.changed('timeline', []);
  return ok({});
};
