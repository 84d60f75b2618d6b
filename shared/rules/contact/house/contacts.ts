import { contactRule, pass } from '../../rule.ts';
import { overCap } from '../../states/contact-count.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { couldReach, isDemanded, isOutToConsumer } from '../state/bound.ts';
import { housePolicySource, houseScope } from './policy.ts';

/** All media together. */
export const houseContactsRule = contactRule<null>({
  id: 'house.contacts-in-seven-days',
  code: 'HOUSE_CONTACTS',
  step: 'house',
  title: 'House policy: contacts in seven days about one debt, all media together',
  subject: 'house policy',
  jurisdiction: 'house',
  force: 'house',
  source: housePolicySource,
  scope: houseScope('all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const max = facts.office.house.contactsInSevenDays;
    if (max === null || !view.isWithConsumer || isDemanded(facts.act)) return pass;
    return (
      overCap(
        { facts, at, view },
        { max, days: 7 },
        (contact) => isOutToConsumer(contact) && mayBeAboutDebt(contact, view) && couldReach(view, contact),
        {
          limit: `This office allows itself ${max} ${max === 1 ? 'contact' : 'contacts'} in seven days about one debt, all media together.`,
          counted: 'contacts',
        },
      ) ?? pass
    );
  },
});
