/** The page of a letter that is being edited: what would print for an account, or for an invented one that has everything. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { docNeeds } from '../../../shared/templates/document/doc-needs.ts';
import { readDoc } from '../../../shared/templates/document/read-doc.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { composeWith } from './letter-errands.ts';

/** No row: what is merged is kept nowhere. */
const unsaved = 0;

export const composeTemplate: ErrandHandlers['templates.compose'] = (
  around,
  { template, accountId, pick },
) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const doc = readDoc(template.doc);
  if (!doc.ok) return doc;
  const body = compileDoc(doc.value);
  if (accountId === null) return fail('account.not_found');
  const needs = [...docNeeds(doc.value)];
  const composed = composeWith(
    context,
    { templateId: unsaved, name: template.name, body, about: template.about, needs },
    accountId,
    pick ?? null,
  );
  if (!composed.ok) return composed;
  const { html, findings } = composed.value;
  return ok({ html, findings });
};
