/**
 * What may still be said after a request to stop (1006.6(c)(2)): that efforts end, and which remedy may or will be used. One
 * message each, as the cautious reading; what a law or a court requires stands beside it.
 */
import { spellDay } from '../../../domain/days.ts';
import { type ContactPurpose, consumerParties } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent, PriorContact } from '../../facts.ts';
import type { Finding } from '../../rule.ts';
import type { Clears, FactUsed } from '../../verdict.ts';
import { awaitsAnswer, isSince, saidSomething } from './events.ts';

const excepted: readonly ContactPurpose[] = ['efforts_end', 'remedy_notice'];
const required: readonly ContactPurpose[] = ['legal_process', 'required_by_law'];

/** The message of this purpose that was already sent since the request. */
function usedUp(view: CaseView, requests: readonly LegalEvent[], at: number): PriorContact | null {
  const { act, contacts } = view.facts;
  return (
    contacts.find(
      (contact) =>
        contact.direction === 'out' &&
        contact.purpose === act.purpose &&
        consumerParties.includes(contact.to) &&
        contact.at <= at &&
        view.isAboutDebt(contact) &&
        requests.some((request) => isSince(view, contact, request)) &&
        saidSomething(contact),
    ) ?? null
  );
}

/** The finding for a contact with the consumer after requests to stop, which there is at least one of. */
export function afterRequestToStop(
  view: CaseView,
  at: number,
  requests: readonly LegalEvent[],
  words: {
    readonly blocked: string;
    readonly facts: () => readonly FactUsed[];
    readonly clears: Clears;
  },
): Finding {
  const { purpose, direction } = view.facts.act;
  const { facts, clears } = words;
  const warn = (text: string): Finding => ({
    result: 'warn',
    text: () => text,
    facts,
    clears,
    force: 'caution',
  });
  if (direction === 'in') {
    return warn(
      'The person has asked not to be contacted about this debt and now began this contact. Answer what they ask, and no more; if they take the request back, record its end.',
    );
  }
  if (required.includes(purpose)) {
    return { result: 'pass', facts, text: () => 'What a law or a court requires may be sent all the same.' };
  }
  if (excepted.includes(purpose)) {
    const earlier = usedUp(view, requests, at);
    if (earlier === null) {
      return warn(
        'The one message of this kind that is left after a request to stop. It may not ask for payment.',
      );
    }
    return {
      result: 'block',
      text: () => 'The one message of this kind that a request to stop leaves has been sent.',
      facts: () => [
        ...facts(),
        {
          name: 'Sent already',
          value: spellDay(view.officeDay(earlier.at)),
          source: '',
          ref: { kind: 'contact', id: earlier.contactId },
        },
      ],
      clears,
    };
  }
  if (purpose === 'answer_request' && awaitsAnswer(view, at, requests)) {
    return warn('The person asked to be left alone and then asked for this. Answer it, and no more.');
  }
  if (purpose === 'verification' || purpose === 'original_creditor_answer') {
    return {
      result: 'undetermined',
      text: () =>
        'The person has asked not to be contacted and is owed an answer. Whether it may still be sent is not settled; ask counsel, or tell them that efforts end.',
      facts,
      clears,
    };
  }
  return { result: 'block', text: () => words.blocked, facts, clears };
}
