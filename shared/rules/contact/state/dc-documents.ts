import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { inState, isHeldBack } from './bound.ts';

export const dcDocumentsRule = contactRule<{ readonly days: number }>({
  id: 'dc.documents',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Washington, D.C.: collecting stops until documents the debtor asked for are given',
  subject: 'disputes',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(m)', '2026-02'),
  scope: inState('DC', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 15 } }],
  timed: true,
  check({ at, value, view }) {
    if (!isHeldBack(view, at)) return pass;
    const requests = view.eventsOf('statement_request', at);
    if (requests.length === 0) return pass;
    return {
      result: 'block',
      text: () =>
        `The debtor asked for documents of the debt. Washington, D.C. wants them given within ${value.days} days, and nothing collected until then.`,
      facts: () => requests.map((request) => eventFact('Documents asked for', request)),
      clears: { waitsFor: 'the documents to be given' },
    };
  },
});
