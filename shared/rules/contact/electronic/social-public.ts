import { contactRule } from '../../rule.ts';

/** Nothing about a debt where the public or a person’s contacts can see it. */
export const publicMessageRule = contactRule<null>({
  id: 'reg-f.social.public',
  code: 'SOCIAL_MEDIA_PUBLIC',
  step: 'electronic',
  title: 'No message about a debt that others can see',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.22(f)(4)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['social'], directions: 'both' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts }) {
    if (facts.act.content.publicMessage) {
      return {
        result: 'block',
        text: () =>
          'The public or the person’s contacts could see this message. On social media only a private message is allowed.',
        facts: () => [{ name: 'Message', value: 'Seen by others', source: '', ref: null }],
        clears: { waitsFor: 'the message to be made private' },
      };
    }
    return {
      result: 'pass',
      text: () =>
        'The message is private. A request to connect must say that it comes from a debt collector (12 CFR 1006.18(d), comment 18(d)-1).',
    };
  },
});
