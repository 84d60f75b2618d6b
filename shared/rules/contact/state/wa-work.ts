import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { couldReach, inState, isAnswerWanted, isAtWork, isDemanded, isOutToConsumer } from './bound.ts';

/** About any debt. */
export const waWorkRule = contactRule<Cap>({
  id: 'wa.work',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington: more than one communication a week at work is presumed to be harassment',
  subject: 'call frequency',
  jurisdiction: 'WA',
  force: 'presumption',
  source: text('RCW 19.16.250(13)(b)', '2026-02'),
  scope: inState('WA', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { max: 1, days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || !isAtWork(view, act) || isDemanded(act) || isAnswerWanted(view, at))
      return pass;
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) =>
          isOutToConsumer(contact) &&
          contact.purpose !== 'answer_request' &&
          isAtWork(view, contact) &&
          couldReach(view, contact),
        {
          limit: `Washington presumes that more than ${spellCount(value.max)} communication in ${spellCount(value.days)} days at work harasses.`,
          counted: 'communications at work',
        },
      ) ?? pass
    );
  },
});
