import { contactRule, pass } from '../../rule.ts';
import { isChargedOff } from '../../states/debt-kind.ts';
import { secondary } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { inState, isHeldBack } from './bound.ts';

/** A debt of which nobody has said whether it was charged off is held to it, and the question is asked. */
export const nySubstantiationRule = contactRule<{ readonly days: number }>({
  id: 'ny.substantiation',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'New York: collecting a charged-off debt stops until the substantiation asked for is given',
  subject: 'disputes',
  jurisdiction: 'NY',
  force: 'prohibition',
  source: secondary('23 NYCRR 1.4', '2026-11-21'),
  scope: inState('NY', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 60 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!isHeldBack(view, at)) return pass;
    const requests = view.eventsOf('statement_request', at);
    if (requests.length === 0) return pass;
    const chargedOff = isChargedOff(view);
    if (chargedOff === false) return pass;
    return {
      result: chargedOff ? 'block' : 'undetermined',
      text: () =>
        `The debtor asked for substantiation. New York wants it given within ${value.days} days for a charged-off debt, and nothing collected until then.${chargedOff ? '' : ' Nothing on file says whether this debt was charged off.'}`,
      facts: () => [
        ...requests.map((request) => eventFact('Substantiation asked for', request)),
        {
          name: 'Charged off',
          value: chargedOff ? 'Yes' : 'Not known',
          source: facts.debt.known.charged_off?.source ?? '',
          ref: { kind: 'debt_fact', name: 'charged_off' },
        },
      ],
      clears: { waitsFor: 'the substantiation to be given' },
    };
  },
});
