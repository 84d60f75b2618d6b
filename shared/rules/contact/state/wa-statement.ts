import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { inState, isHeldBack } from './bound.ts';

export const waStatementRule = contactRule<null>({
  id: 'wa.medical-statement',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Washington: collecting a medical debt stops until the itemized statement asked for is given',
  subject: 'medical debt',
  jurisdiction: 'WA',
  force: 'prohibition',
  source: text('RCW 19.16.250(28)', '2026-02'),
  scope: inState('WA', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ at, view }) {
    if (!isMedicalDebt(view) || !isHeldBack(view, at)) return pass;
    const requests = view.eventsOf('statement_request', at);
    if (requests.length === 0) return pass;
    return {
      result: 'block',
      text: () =>
        'The debtor asked for an itemized statement of this medical debt. Washington lets nobody collect until it was given.',
      facts: () => requests.map((request) => eventFact('Statement asked for', request)),
      clears: { waitsFor: 'the itemized statement to be given' },
    };
  },
});
