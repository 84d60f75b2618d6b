import type { PriorContact } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { unverified } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { inState, isAtWork, isOutToConsumer, liveChannels, workRequests } from './bound.ts';

/** A business week is counted as seven days in a row. */
export const orWorkRule = contactRule<Cap>({
  id: 'or.work',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Oregon: contact at work once a week, only after trying at home, and not once the debtor objects',
  subject: 'time and place',
  jurisdiction: 'OR',
  force: 'prohibition',
  source: unverified('ORS 646.639(2)', '2025-06'),
  scope: inState('OR', 'everyone', liveChannels),
  values: [{ from: '0001-01-01', until: null, value: { max: 1, days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || !isAtWork(view, facts.act)) return pass;
    const requests = workRequests(view, at);
    if (requests.length > 0) {
      return {
        result: 'block',
        code: 'STATE_PRECONDITION',
        text: () => 'Contact at work was refused. Oregon forbids it from then on.',
        facts: () => requests.map((request) => eventFact('Request about work', request)),
        clears: { waitsFor: 'the request to be taken back' },
      };
    }
    const isToDebtor = (contact: PriorContact) =>
      contact.at <= at &&
      liveChannels.includes(contact.channel) &&
      isOutToConsumer(contact) &&
      mayBeAboutDebt(contact, view);
    const wasTriedAtHome = facts.contacts.some(
      (contact) => isToDebtor(contact) && !isAtWork(view, contact) && !view.isConversation(contact),
    );
    if (!wasTriedAtHome) {
      return {
        result: 'block',
        code: 'STATE_PRECONDITION',
        text: () =>
          'Oregon allows contact at work only after trying to reach the debtor at home without success. No such attempt is on record.',
        facts: () => [{ name: 'Attempts at home', value: 'None without success', source: '', ref: null }],
        clears: { waitsFor: 'an attempt to reach the debtor at home' },
      };
    }
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) => isToDebtor(contact) && isAtWork(view, contact) && !view.isWrongNumber(contact),
        {
          limit: `Oregon allows ${spellCount(value.max)} contact at work in ${spellCount(value.days)} days.`,
          counted: 'contacts at work',
        },
      ) ?? {
        result: 'pass',
        text: () => 'Say your name and why you call within 30 seconds.',
      }
    );
  },
});
