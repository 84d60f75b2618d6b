/** The page of a letter that is being edited: what would print for an account, or for an invented one that has everything. */

import { addressLinesOf } from '../../../shared/domain/address.ts';
import { collectorRoles } from '../../../shared/domain/law.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { docNeeds } from '../../../shared/templates/document/doc-needs.ts';
import { readDoc } from '../../../shared/templates/document/read-doc.ts';
import { exampleLetterData } from '../../../shared/templates/example-letter.ts';
import type { LetterAbout } from '../../../shared/templates/letter-about.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { letterFactsOf } from '../../../shared/templates/letter-facts.ts';
import type { QueryContext } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { findSheetSetup } from '../store/queries/print-setup.ts';
import { composeWith } from './letter-errands.ts';
import { findSheetHead } from './letterhead.ts';
import { mergeLetter } from './merge-letter.ts';
import { readProfile } from './office-law.ts';

/** No row: what is merged is kept nowhere. */
const unsaved = 0;

export const composeTemplate: ErrandHandlers['templates.compose'] = (around, input) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { template, accountId, business, pick } = input;
  const doc = readDoc(template.doc);
  if (!doc.ok) return doc;
  const body = compileDoc(doc.value);
  if (accountId === null) {
    const facts = letterFactsOf(exampleOf(context, template.about, business));
    const sheet = { setup: findSheetSetup(context.store), head: findSheetHead(context, 'TX') };
    const html = mergeLetter(template.name, body, facts, sheet);
    return html.ok ? ok({ html: html.value, findings: [] }) : html;
  }
  const { name, about } = template;
  const asked = { templateId: unsaved, name, body, about, needs: [...docNeeds(doc.value)] };
  const composed = composeWith(context, asked, accountId, pick ?? null);
  return composed.ok ? ok({ html: composed.value.html, findings: composed.value.findings }) : composed;
};

function exampleOf({ store, today }: QueryContext, about: LetterAbout, business: boolean): LetterData {
  const role = readProfile(store)?.role ?? about.roles[0] ?? 'third_party_collector';
  const collector = collectorRoles.includes(role);
  return exampleLetterData({
    today,
    sender: senderOf(store),
    about,
    business: about.debtor === 'any' ? business : about.debtor === 'business',
    holds: { collector, law_office: role === 'law_office', first_party: !collector },
  });
}

function senderOf(store: QueryContext['store']): LetterData['sender'] {
  const head = findLetterhead(store);
  const addressLines = addressLinesOf('', { ...head, country: '' });
  return {
    name: readOffice(store)?.name ?? '',
    addressLines,
    phone: head.phone,
    email: head.email,
    website: head.website,
    hours: head.hours,
    howToPay: head.howToPay,
    signer: head.signerName,
    signerTitle: head.signerTitle,
    disputeLines: head.disputeAddress === '' ? addressLines : head.disputeAddress.split('\n'),
  };
}
