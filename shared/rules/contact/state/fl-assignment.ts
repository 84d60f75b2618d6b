import { contactRule, pass } from '../../rule.ts';
import { known } from '../../states/entry.ts';
import { inState } from './bound.ts';

export const flAssignmentRule = contactRule<{ readonly days: number }>({
  id: 'fl.assignment-notice',
  code: 'STATE_PRECONDITION',
  step: 'review',
  title: 'Florida: who took over a debt gives written notice of it within thirty days',
  subject: 'the message',
  jurisdiction: 'FL',
  force: 'caution',
  source: known('Fla. Stat. 559.715', '2026-11-21'),
  scope: inState('FL', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 30 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || view.debtFact('debt_buyer') !== 'yes') return pass;
    if (view.eventsOf('documentation_notice', at).length > 0) return pass;
    return {
      result: 'warn',
      text: () =>
        `This debt was bought. Florida asks the new owner to tell the debtor in writing within ${value.days} days of the assignment, and no such notice is on record.`,
      facts: () => [
        {
          name: 'Bought by the present owner',
          value: 'Yes',
          source: facts.debt.known.debt_buyer?.source ?? '',
          ref: { kind: 'debt_fact', name: 'debt_buyer' },
        },
      ],
      clears: { waitsFor: 'the notice of assignment to be sent and recorded' },
    };
  },
});
