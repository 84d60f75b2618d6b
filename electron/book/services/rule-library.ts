/** The library of rules as this office reads it: what applies to it and why, with counsel’s own notes. */
import { ok } from '../../../shared/errors/result.ts';
import { clockRules } from '../../../shared/rules/clocks/library.ts';
import { appliesTo, libraryOf } from '../../../shared/rules/library.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { insertRuleNote, listRuleNotes } from '../store/queries/rule-packs.ts';
import { lawInForce, officeFactsOf } from './law-facts.ts';
import { packRows } from './rule-packs.ts';

export const readRules: QueryHandler<'law.rules'> = ({ store }) => {
  const law = lawInForce(store);
  const office = officeFactsOf(store);
  const notes = new Map(listRuleNotes(store).map((note) => [note.ruleId, note]));
  return ok({
    version: law.version,
    rules: libraryOf(law, clockRules).map((entry) => {
      const note = notes.get(entry.id);
      return {
        ...entry,
        ...appliesTo(entry, office),
        note: note?.text ?? '',
        noteAt: note?.madeAt ?? null,
        noteAuthor: note?.author ?? '',
      };
    }),
    packs: packRows(store),
  });
};

/** A note may be about a rule that a later pack took away; it is kept as it is. */
export const setRuleNote: CommandHandler<'law.setRuleNote'> = (context, { ruleId, text }) => {
  insertRuleNote(context.store, { ruleId, text, madeAt: context.now, author: context.author });
  context.changed('law');
  return ok({});
};
