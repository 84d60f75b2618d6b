/**
 * Whether a contact would be the first communication about a debt: 12 CFR 1006.2(d), (b), (j), 1006.18(e), 1006.34(b)(2).
 *
 * By a communication the office conveys something about the debt, whoever began the conversation; what the consumer wrote or left is
 * theirs. A call nobody answered and a limited-content message are
 * attempts only; papers of a court are no first communication; a confirmation that a request was heard conveys nothing.
 */
import { isConversation } from '../../../domain/contact.ts';
import { type ContactPurpose, consumerParties } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { PriorContact } from '../../facts.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';

const noCommunication: readonly ContactPurpose[] = [
  'limited_content',
  'legal_process',
  'confirm_opt_out',
  'locate',
  // Privacy and breach notices, tax forms: what another law prescribes is no first communication.
  'required_by_law',
];

/** What the consumer wrote or left is theirs; the office conveyed nothing by it. */
const leftByConsumer: readonly PriorContact['channel'][] = ['letter', 'email', 'text', 'social', 'voicemail'];

const unanswered: readonly PriorContact['outcome'][] = ['no_answer', 'busy', 'disconnected', 'wrong_number'];

/** They hung up or did not understand: nobody can say that they heard what it was about, so the next time it is said in full. */
const unheard: readonly PriorContact['outcome'][] = ['hung_up', 'language'];

function isCommunication(contact: PriorContact): boolean {
  if (contact.direction === 'out' && noCommunication.includes(contact.purpose)) return false;
  // Somebody else heard it, or nobody did.
  if (!consumerParties.includes(contact.to) || contact.outcome === 'third_party') return false;
  if (unanswered.includes(contact.outcome)) return false;
  if (contact.channel === 'call' && unheard.includes(contact.outcome)) return false;
  if (contact.direction === 'in' && leftByConsumer.includes(contact.channel)) return false;
  if (contact.channel === 'call') return isConversation(contact) || contact.outcome === 'voicemail_left';
  return true;
}

/** No communication about this debt with the consumer is on file yet. */
export function isInitialCommunication(view: CaseView): boolean {
  for (const contact of view.facts.contacts) {
    if (isCommunication(contact) && mayBeAboutDebt(contact, view)) return false;
  }
  return view.everyEventOf('validation_notice').length === 0;
}
