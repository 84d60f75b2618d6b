import { contactRule, pass } from '../../rule.ts';

/**
 * A limited-content message is a voicemail for the consumer and nothing else. Left for somebody else on purpose, or sent another
 * way, it is an ordinary communication.
 */
export const limitedContentUseRule = contactRule<null>({
  id: 'reg-f.message.limited-content',
  code: 'LIMITED_CONTENT_MESSAGE',
  step: 'content',
  title: 'A limited-content message is a voicemail for the consumer',
  subject: 'the message',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.2(j), (b), (d)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'both' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts }) {
    const { act } = facts;
    if (act.purpose !== 'limited_content') return pass;
    if (act.to !== 'debtor') {
      return {
        result: 'block',
        code: 'THIRD_PARTY_PROHIBITED',
        text: () =>
          'A limited-content message may only be left for the consumer. Left for somebody else on purpose, it is a message about a debt to a third party.',
        facts: () => [
          { name: 'For', value: act.partyName || 'Somebody else than the debtor', source: '', ref: null },
        ],
        clears: { waitsFor: 'the message to be left for the debtor' },
      };
    }
    if (act.channel !== 'voicemail' && act.channel !== 'call') {
      return {
        result: 'block',
        text: () =>
          'A limited-content message is a voicemail. Sent another way it is an ordinary message and needs all that belongs to one.',
        facts: () => [],
        clears: { waitsFor: 'the message to be left as a voicemail' },
      };
    }
    return {
      result: 'pass',
      text: () =>
        'Say only what the form puts together: it is no communication about the debt then, but hours, requests and call limits hold.',
    };
  },
});
