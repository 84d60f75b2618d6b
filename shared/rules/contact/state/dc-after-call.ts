import { consumerParties } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { calls, consentFor, inState, isAnswerWanted, isDemanded } from './bound.ts';

/** The day of the conversation is the first of the days; who began it makes no difference. */
export const dcAfterCallRule = contactRule<Pick<Cap, 'days'>>({
  id: 'dc.calls.after-conversation',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington, D.C.: no call for seven days after one that was completed',
  subject: 'call frequency',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(d)(4)(A)(ii)', '2026-02'),
  scope: inState('DC', 'everyone', calls),
  values: [{ from: '0001-01-01', until: null, value: { days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isDemanded(facts.act)) return pass;
    const over = overCap(
      { facts, at, view },
      { max: 1, days: value.days },
      (contact) =>
        view.isConversation(contact) &&
        contact.outcome !== 'third_party' &&
        consumerParties.includes(contact.to) &&
        view.isAboutDebt(contact) &&
        !view.isWrongNumber(contact),
      {
        limit: `After a completed call Washington, D.C. allows no other about the debt for ${spellCount(value.days)} days, unless the debtor asks for it.`,
        counted: 'completed calls',
      },
    );
    if (over === null || isAnswerWanted(view, at) || consentFor(view, 'frequency', at) !== null) return pass;
    return over;
  },
});
