/**
 * A template as a letter is made from it: its text, for whom it is, and what an account must have for it. A version never changes, so
 * what was read of one is kept for as long as the book is open.
 */
import { docNeeds } from '../../../shared/templates/document/doc-needs.ts';
import type { LetterDoc } from '../../../shared/templates/document/letter-doc.ts';
import type { LetterNeed } from '../../../shared/templates/fields.ts';
import type { LetterAbout } from '../../../shared/templates/letter-about.ts';
import { findTemplate } from '../store/queries/letters.ts';
import type { Store } from '../store/store.ts';
import { readAbout } from './templates.ts';

export type LetterTemplate = {
  readonly templateId: number;
  readonly code: string;
  readonly name: string;
  /** Liquid. */
  readonly body: string;
  readonly about: LetterAbout;
  /** Of the fields its document prints besides `about.needs`. */
  readonly needs: readonly LetterNeed[];
};

const kept = new WeakMap<Store, Map<number, LetterTemplate>>();
const mostKept = 200;

/** `null` for one that was retired, a draft, and a paper of figures. */
export function readTemplate(store: Store, templateId: number): LetterTemplate | null {
  const row = findTemplate(store, templateId);
  if (!row) return null;
  let known = kept.get(store);
  if (!known) {
    known = new Map();
    kept.set(store, known);
  }
  const before = known.get(templateId);
  if (before) return before;
  const { code, name, body } = row;
  const about = readAbout(row.about);
  const needs = row.doc === null ? [] : [...docNeeds(JSON.parse(row.doc) as LetterDoc)];
  const template: LetterTemplate = { templateId, code, name, body, about, needs };
  if (known.size >= mostKept) known.clear();
  known.set(templateId, template);
  return template;
}
