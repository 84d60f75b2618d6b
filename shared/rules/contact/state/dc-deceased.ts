import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { eventsOfPerson } from '../stopping/events.ts';
import { inState } from './bound.ts';

/** What federal law only forbids to deny, the District wants said. */
export const dcDeceasedRule = contactRule<null>({
  id: 'dc.deceased',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'deceased',
  title: 'Washington, D.C.: after a death the person spoken with is told that they do not owe the debt',
  subject: 'the message',
  jurisdiction: 'DC',
  force: 'caution',
  source: text('D.C. Code 28-3814', '2026-11-21'),
  scope: inState('DC', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    if (!view.isWithConsumer || facts.act.to === 'debtor') return pass;
    const deaths = eventsOfPerson(view, 'deceased', at);
    if (deaths.length === 0) return pass;
    return {
      result: 'warn',
      text: () =>
        'Washington, D.C. wants you to tell the person you contact that they are not personally liable for the debt of the one who died.',
      facts: () => deaths.map((death) => eventFact('Death', death)),
      clears: null,
    };
  },
});
