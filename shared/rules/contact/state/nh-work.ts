import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { unverified } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { callsAndTexts, consentFor, couldReach, inState, isAtWork, isOutToConsumer } from './bound.ts';

/** A month is counted as 31 days. */
export const nhWorkRule = contactRule<Cap>({
  id: 'nh.work',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'New Hampshire: calls at work about once a month, unless the debtor agrees to more',
  subject: 'time and place',
  jurisdiction: 'NH',
  force: 'prohibition',
  source: unverified('RSA 358-C:3', '2025-06'),
  scope: inState('NH', 'everyone', callsAndTexts),
  values: [{ from: '0001-01-01', until: null, value: { max: 1, days: 31 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || !isAtWork(view, facts.act) || consentFor(view, 'work', at) !== null)
      return pass;
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) =>
          callsAndTexts.includes(contact.channel) &&
          isOutToConsumer(contact) &&
          mayBeAboutDebt(contact, view) &&
          couldReach(view, contact) &&
          isAtWork(view, contact),
        {
          limit: `New Hampshire allows about ${spellCount(value.max)} call a month at work, unless the debtor agrees to more.`,
          counted: 'calls at work',
        },
      ) ?? pass
    );
  },
});
