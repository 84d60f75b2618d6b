import type { PriorContact } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { calls, couldReach, inState, isAnswerWanted, isDemanded, isOutToConsumer } from './bound.ts';

const dayMs = 86_400_000;

/**
 * All numbers together, for each debt. Not counted: calls that found no connection, wrong numbers, and one completed call
 * back that the debtor asked for. A call that nobody took is counted, since it could have left a message.
 */
export const dcFourInSevenRule = contactRule<Cap>({
  id: 'dc.calls.four-in-seven',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington, D.C.: at most four calls in seven days about one debt',
  subject: 'call frequency',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(d)(4)(A)(i)', '2026-02'),
  scope: inState('DC', 'everyone', calls),
  values: [{ from: '0001-01-01', until: null, value: { max: 4, days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isDemanded(facts.act)) return pass;
    const callBack = facts.contacts.findLast(
      (contact) =>
        contact.purpose === 'answer_request' && contact.direction === 'out' && view.isConversation(contact),
    );
    const counts = (contact: PriorContact) =>
      contact !== callBack &&
      calls.includes(contact.channel) &&
      isOutToConsumer(contact) &&
      mayBeAboutDebt(contact, view) &&
      couldReach(view, contact);
    const over = overCap({ facts, at, view }, value, counts, {
      limit: `Washington, D.C. allows ${spellCount(value.max)} calls in ${spellCount(value.days)} days about one debt, over all numbers.`,
      counted: 'calls',
    });
    if (over === null) return pass;
    // The call back the debtor waits for, unless there was one in these days already.
    const wasCalledBack = callBack !== undefined && callBack.at > at - value.days * dayMs;
    return !wasCalledBack && isAnswerWanted(view, at) ? pass : over;
  },
});
