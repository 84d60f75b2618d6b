import { contactRule, pass } from '../../rule.ts';
import { overCap } from '../../states/contact-count.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { calls, couldReach, isDemanded, isOutToConsumer } from '../state/bound.ts';
import { housePolicySource, houseScope } from './policy.ts';

export const houseCallsRule = contactRule<null>({
  id: 'house.calls-in-seven-days',
  code: 'HOUSE_CALLS',
  step: 'house',
  title: 'House policy: calls in seven days about one debt',
  subject: 'house policy',
  jurisdiction: 'house',
  force: 'house',
  source: housePolicySource,
  scope: houseScope(calls),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const max = facts.office.house.callsInSevenDays;
    if (max === null || !view.isWithConsumer || isDemanded(facts.act)) return pass;
    return (
      overCap(
        { facts, at, view },
        { max, days: 7 },
        (contact) =>
          calls.includes(contact.channel) &&
          isOutToConsumer(contact) &&
          mayBeAboutDebt(contact, view) &&
          couldReach(view, contact),
        {
          limit: `This office allows itself ${max} ${max === 1 ? 'call' : 'calls'} in seven days about one debt.`,
          counted: 'calls',
        },
      ) ?? pass
    );
  },
});
