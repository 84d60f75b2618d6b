/**
 * Once the office knows, or has reason to know, that the employer does not allow it, the person is not contacted at work: not on
 * a work number, not at a work address, not through the employer. That they cannot take personal calls there is reason enough.
 * What is known of a workplace is known for every debt. A contact whose number or address is not chosen yet may be one at work.
 */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import {
  clearsAfter,
  courtPermission,
  directConsent,
  eventFact,
  eventsOfPerson,
} from '../stopping/events.ts';
import { always, collectorsOnConsumers } from '../stopping/scopes.ts';

/** `unsure`: the number or address is chosen, and its kind does not say whether it is one at work. */
type Reached = { readonly at: 'work' | 'elsewhere' | 'unsure' | 'unknown'; readonly fact: FactUsed | null };

const elsewhere: Reached = { at: 'elsewhere', fact: null };

function numberReached(view: CaseView, events: readonly LegalEvent[]): Reached {
  const { act, person } = view.facts;
  const phone = person.phones.find(({ phoneId }) => phoneId === act.phoneId);
  if (act.phoneId === null || phone === undefined) {
    return {
      at: 'unknown',
      fact: { name: 'Number', value: 'Not chosen', source: '', ref: { kind: 'person' } },
    };
  }
  const named = events.some(({ scope }) => scope.phoneId === phone.phoneId);
  const isUnsure = !named && phone.kind === 'other';
  if (!named && !isUnsure && phone.kind !== 'work') return elsewhere;
  return {
    at: isUnsure ? 'unsure' : 'work',
    fact: {
      name: isUnsure ? 'Number of no stated kind' : 'Number at work',
      value: phone.number,
      source: '',
      ref: { kind: 'phone', id: phone.phoneId },
    },
  };
}

function addressReached(view: CaseView, events: readonly LegalEvent[]): Reached {
  const { act, person } = view.facts;
  const address = person.addresses.find(({ addressId }) => addressId === act.addressId);
  if (act.addressId === null || address === undefined) {
    return {
      at: 'unknown',
      fact: { name: 'Address', value: 'Not chosen', source: '', ref: { kind: 'person' } },
    };
  }
  const named = events.some(({ scope }) => scope.addressId === address.addressId);
  const isUnsure = !named && address.kind === 'other';
  if (!named && !isUnsure && address.kind !== 'work') return elsewhere;
  return {
    at: isUnsure ? 'unsure' : 'work',
    fact: {
      name: isUnsure ? 'Address of no stated kind' : 'Address at work',
      value: `${address.city}, ${address.region}`,
      source: '',
      ref: { kind: 'address', id: address.addressId },
    },
  };
}

/** Where the contact reaches the person. Email and social messages belong to no place (comment 6(b)(3)-1). */
function reachedBy(view: CaseView, events: readonly LegalEvent[]): Reached {
  const { act } = view.facts;
  if (act.to === 'employer') {
    return {
      at: 'work',
      fact: { name: 'Contact with', value: act.partyName || 'the employer', source: '', ref: null },
    };
  }
  if (!view.isWithConsumer) return elsewhere;
  if (act.channel === 'call' || act.channel === 'voicemail' || act.channel === 'text') {
    return numberReached(view, events);
  }
  if (act.channel === 'letter' || act.channel === 'visit') return addressReached(view, events);
  return elsewhere;
}

export const employerRule = contactRule<null>({
  id: 'reg-f.employer',
  code: 'EMPLOYER_PROHIBITS',
  step: 'place',
  title: 'No contact at work where the employer forbids it',
  subject: 'time and place',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(b)(3), (b)(4); 15 U.S.C. 1692c(a)(3)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'That the employer is not asked where the person is either is the cautious reading.',
  },
  scope: { ...collectorsOnConsumers, directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || facts.act.purpose === 'legal_process') return pass;
    const known = eventsOfPerson(view, 'employer_prohibits', at);
    if (known.length === 0) return pass;
    const permitted = (event: LegalEvent) =>
      courtPermission(view, at, 'work') ?? directConsent(view, ['work', 'contact'], at, event.on, 'work');
    const standing = known.filter((event) => permitted(event) === null);
    const forbids = (events: readonly LegalEvent[]) =>
      events.map((event) => eventFact('Employer does not allow it', event));
    if (standing.length === 0) {
      return {
        result: 'pass',
        text: () => 'The employer does not allow it, but contact at work is expressly permitted.',
        facts: () => [
          ...forbids(known),
          ...known.flatMap((event) => {
            const by = permitted(event);
            if (by === null) return [];
            return [
              eventFact(by.kind === 'consent' ? 'Consent to contact at work' : 'Permission of a court', by),
            ];
          }),
        ],
      };
    }
    const reached = reachedBy(view, standing);
    if (reached.at === 'elsewhere') return { result: 'pass', facts: () => forbids(standing) };
    const used = () => [...forbids(standing), ...(reached.fact === null ? [] : [reached.fact])];
    if (reached.at === 'unknown') {
      return {
        result: 'undetermined',
        text: () =>
          'The person may not be contacted at work. Choose the number or address, so that it is clear that this one is not there.',
        facts: used,
        clears: { waitsFor: 'the number or address to be chosen' },
      };
    }
    if (reached.at === 'unsure') {
      return {
        result: 'warn',
        force: 'caution',
        text: () =>
          'The employer does not allow the person to be contacted at work. Make sure that this number or address is not one there, and record its kind.',
        facts: used,
        clears: { waitsFor: 'the kind of the number or address to be recorded' },
      };
    }
    return {
      result: 'block',
      text: () =>
        'The employer does not allow the person to be contacted at work. Use another number or address.',
      facts: used,
      clears: clearsAfter(view, standing, 'the employer to allow it, or the person to agree to it'),
    };
  },
});
