import { contactRule, pass } from '../../rule.ts';

/**
 * A number that reached somebody else, or an address that is known to be bad, leads to a third party. Calls to it do not count
 * for the person, so nothing else would ever stop them.
 */
export const wrongNumberRule = contactRule<null>({
  id: 'office.wrong-number',
  code: 'WRONG_NUMBER',
  step: 'third_party',
  title: 'The number is the person’s own',
  subject: 'third parties',
  jurisdiction: 'house',
  force: 'house',
  source: {
    cite: 'The mark on the number; 12 CFR 1006.6(d)(1)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: {
    roles: 'anyone',
    debts: 'any',
    states: 'all',
    channels: ['call', 'voicemail', 'text', 'email'],
    directions: 'out',
  },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    const { act, person } = facts;
    if (act.channel === 'email') {
      const bad = person.emails.find(({ emailId, status }) => emailId === act.emailId && status === 'bad');
      if (!bad) return pass;
      return {
        result: 'block',
        text: () =>
          `The email address ${bad.address} is marked as bad. What is sent there is lost, or reaches somebody else.`,
        facts: () => [
          {
            name: 'Email address',
            value: `${bad.address}, bad`,
            source: '',
            ref: { kind: 'email', id: bad.emailId },
          },
        ],
        clears: { waitsFor: 'the mark to be changed' },
      };
    }
    const phone = person.phones.find(({ phoneId }) => phoneId === act.phoneId);
    if (phone?.status !== 'wrong') return pass;
    return {
      result: 'block',
      text: () =>
        `The number ${phone.number} reached somebody else. Calling it again disturbs a stranger and may tell them of a debt.`,
      facts: () => [
        {
          name: 'Phone',
          value: `${phone.number}, wrong number`,
          source: '',
          ref: { kind: 'phone', id: phone.phoneId },
        },
      ],
      clears: { waitsFor: 'the mark to be changed' },
    };
  },
});
