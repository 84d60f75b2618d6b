import { isDomesticCountry } from '../../../domain/address.ts';
import type { ContactParty } from '../../../domain/law.ts';
import type { AddressClue } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { stateOfRegion } from '../../time/state-names.ts';

/** With them nobody speaks to a consumer. */
const others: readonly ContactParty[] = ['creditor', 'bureau', 'trustee'];

/** In another country, or in a territory: a place whose law the table of states does not have. */
function isElsewhere({ status, country, region }: AddressClue): boolean {
  if (status === 'bad' || status === 'former') return false;
  return !isDomesticCountry(country) || stateOfRegion(region) !== null;
}

/** Nearly every state adds rules of its own; whose they are, nobody can tell before it is known where the debtor lives. */
export const residenceRule = contactRule<null>({
  id: 'state.residence',
  code: 'UNCERTAIN_FACTS',
  step: 'state',
  title: 'The state the debtor lives in is known',
  subject: 'who is bound',
  jurisdiction: 'states',
  force: 'prohibition',
  source: {
    cite: '15 U.S.C. 1692n; 12 CFR 1006.104',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'State law that protects the debtor more applies as well.',
  },
  scope: { roles: 'anyone', debts: 'any', states: 'all', channels: 'all', directions: 'out' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    // Business debts: only who collects for others needs to know, for the licence.
    if (others.includes(facts.act.to) || (!view.isConsumerDebt && !view.bindsCollectors)) return pass;
    if (view.states.length > 0) {
      return { result: 'pass', facts: () => view.stateClues.map(({ fact }) => fact) };
    }
    const elsewhere = facts.person.addresses.filter(isElsewhere);
    if (elsewhere.length > 0) {
      return {
        result: 'warn',
        text: () =>
          'The debtor lives outside the fifty states and the District of Columbia. Duebook does not know the law of that place: ask counsel what it adds.',
        facts: () =>
          elsewhere.map(({ addressId, city, region, country }) => ({
            name: 'Address',
            value: [city, region, country].filter((part) => part !== '').join(', '),
            source: '',
            ref: { kind: 'address', id: addressId },
          })),
        clears: null,
      };
    }
    return {
      result: 'undetermined',
      text: () =>
        'Which state does the debtor live in? No address or number on file says so, and without it nobody can tell which state’s rules bind here.',
      facts: () => [
        {
          name: 'Lives in',
          value: 'Not known',
          source: '',
          ref: { kind: 'person_fact', name: 'residence_state' },
        },
      ],
      clears: { waitsFor: 'the state the debtor lives in' },
    };
  },
});
