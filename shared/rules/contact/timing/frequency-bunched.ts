import { contactRule, pass } from '../../rule.ts';
import { isWithSamePerson } from '../electronic/reach.ts';
import { momentWords } from './frequency-words.ts';

/** Calls placed minutes apart can rebut the presumption that seven in seven days are in order. */
export const bunchedCallsRule = contactRule<{ readonly minutes: number }>({
  id: 'reg-f.calls.bunched',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'frequency',
  title: 'Calls are not placed minutes apart',
  subject: 'call frequency',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '12 CFR 1006.14(b)(2)(i) and its comments',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'The law gives no number of minutes: sixty are a convention of this program.',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['call', 'voicemail'],
    directions: 'out',
  },
  values: [{ from: '2021-11-30', until: null, value: { minutes: 60 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { contacts, act } = facts;
    const span = value.minutes * 60_000;
    for (let index = contacts.length - 1; index >= 0; index -= 1) {
      const contact = contacts[index];
      if (contact === undefined || contact.at <= at - span) return pass;
      if (!view.isConnected(contact) || view.isConversation(contact) || view.isWrongNumber(contact)) continue;
      if (!isWithSamePerson(contact, act)) continue;
      return {
        result: 'warn',
        text: () =>
          `A call to this person went unanswered less than ${value.minutes} minutes ago. Calls close together can be harassment even within seven in seven days.`,
        facts: () => [
          {
            name: 'Last unanswered call',
            value: momentWords(view.zones[0] ?? facts.zone, contact.at),
            source: '',
            ref: { kind: 'contact', id: contact.contactId },
          },
        ],
        clears: { at: contact.at + span },
      };
    }
    return pass;
  },
});
