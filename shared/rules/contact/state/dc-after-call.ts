import { consumerParties } from '../../../domain/law.ts';
import type { LegalEvent, PriorContact } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { answersWanted, calls, consentsFor, inState, isDemanded } from './bound.ts';

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
    const isCompleted = (contact: PriorContact) =>
      view.isConversation(contact) &&
      contact.outcome !== 'third_party' &&
      consumerParties.includes(contact.to) &&
      mayBeAboutDebt(contact, view) &&
      !view.isWrongNumber(contact);
    const over = overCap({ facts, at, view }, { max: 1, days: value.days }, isCompleted, {
      limit: `After a completed call Washington, D.C. allows no other about the debt for ${spellCount(value.days)} days, unless the debtor asks for it.`,
      counted: 'completed calls',
    });
    if (over === null) return pass;
    // What the debtor asked for before they last spoke with the office was spoken of then.
    const last = facts.contacts.findLast((contact) => contact.at <= at && isCompleted(contact));
    const isLater = (asked: LegalEvent) =>
      last === undefined || (asked.at === null ? asked.on >= view.officeDay(last.at) : asked.at >= last.at);
    const wanted = facts.act.purpose === 'answer_request' && answersWanted(view, at).some(isLater);
    return wanted || consentsFor(view, 'frequency', at).some(isLater) ? pass : over;
  },
});
