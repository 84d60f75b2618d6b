import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { inState, isAtWork, mayBeAtWork, notChosen, workRequests } from './bound.ts';

/** The statute asks for a written request; one of which nothing else is on record is taken for written. */
export const scWorkRule = contactRule<null>({
  id: 'sc.work',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'South Carolina: no contact at work after a written request of the debtor or the employer',
  subject: 'time and place',
  jurisdiction: 'SC',
  force: 'prohibition',
  source: text('S.C. Code 37-5-108(5)', '2026-02'),
  scope: inState('SC', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { act } = facts;
    const unchosen = view.isWithConsumer && mayBeAtWork(view);
    if (act.to !== 'employer' && !(view.isWithConsumer && (unchosen || isAtWork(view, act)))) return pass;
    if (act.purpose === 'legal_process') return pass;
    const requests = workRequests(view, at).filter(({ detail }) => detail.written !== false);
    if (requests.length === 0) return pass;
    if (unchosen) return notChosen('South Carolina', requests);
    return {
      result: 'block',
      text: () =>
        'South Carolina forbids contact at work after a written request of the debtor or the employer.',
      facts: () => requests.map((request) => eventFact('Request about work', request)),
      clears: { waitsFor: 'the request to be taken back' },
    };
  },
});
