import { contactRule } from '../../rule.ts';

/** Nearly every state adds rules of its own; whose they are, nobody can tell before it is known where the debtor lives. */
export const residenceRule = contactRule<null>({
  id: 'state.residence',
  code: 'UNCERTAIN_FACTS',
  step: 'state',
  title: 'The state the debtor lives in is known',
  subject: 'who is bound',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '15 U.S.C. 1692n; 12 CFR 1006.104',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'State law that protects the debtor more applies as well.',
  },
  scope: { roles: 'anyone', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ view }) {
    if (view.states.length > 0) {
      return { result: 'pass', facts: () => view.stateClues.map(({ fact }) => fact) };
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
