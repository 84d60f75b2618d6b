/**
 * What a message has to say about who writes and why: 12 CFR 1006.18(e). The first communication says that it is an attempt to
 * collect a debt and what information will be used for; a first one that was spoken says so again in the first one in writing;
 * every later one says that it comes from a debt collector. The District of Columbia wants the long form in everything written.
 */
import { type ContactChannel, isConversation } from '../../../domain/contact.ts';
import { consumerParties } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { isInitialCommunication } from './initial.ts';

export type DisclosureForm = 'long' | 'short';

/** The law asks for the content, not for these words. */
export const disclosureTexts: Readonly<Record<DisclosureForm, string>> = {
  long: 'This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
  short: 'This communication is from a debt collector.',
};

const written: readonly ContactChannel[] = ['letter', 'email', 'text', 'social'];

/** Only spoken so far: the first paper or message repeats the long form. */
function isFirstInWriting(view: CaseView): boolean {
  const { contacts } = view.facts;
  const wrote = contacts.some(
    (contact) =>
      contact.direction === 'out' &&
      written.includes(contact.channel) &&
      contact.purpose !== 'confirm_opt_out' &&
      contact.purpose !== 'legal_process' &&
      consumerParties.includes(contact.to) &&
      view.isAboutDebt(contact),
  );
  const spoke = contacts.some((contact) => isConversation(contact) && mayBeAboutDebt(contact, view));
  return spoke && !wrote && view.everyEventOf('validation_notice').length === 0;
}

export function disclosureFormOf(view: CaseView): DisclosureForm {
  const inWriting = written.includes(view.facts.act.channel);
  if (isInitialCommunication(view)) return 'long';
  if (inWriting && (view.states.includes('DC') || isFirstInWriting(view))) return 'long';
  return 'short';
}
