import { contactRule, pass } from '../../rule.ts';
import { callLimits, isCountedParty, tallyCalls } from './call-count.ts';
import { epochDayWords } from './frequency-words.ts';

/** After a telephone conversation about a debt no call for seven days; the day of the conversation is the first of them. */
export const afterConversationRule = contactRule<{ readonly days: number }>({
  id: 'reg-f.calls.after-conversation',
  code: 'CALL_FREQ_AFTER_CONVERSATION',
  step: 'frequency',
  title: 'No call within seven days of a telephone conversation about the debt',
  subject: 'call frequency',
  jurisdiction: 'US',
  force: 'presumption',
  source: {
    cite: '12 CFR 1006.14(b)(2)(i)(B), (b)(3); 15 U.S.C. 1692d(5)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'Days are counted as calendar days by the person’s own clock: a convention.',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['call', 'voicemail'],
    directions: 'out',
  },
  values: [{ from: '2021-11-30', until: null, value: { days: callLimits.days } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!isCountedParty(facts.act.to)) return pass;
    const tally = tallyCalls(view, at, { most: callLimits.most, days: value.days });
    const { conversation, conversationDay, quietUntil, consent, consentUntil } = tally;
    if (conversation === null || conversationDay === null || quietUntil === null) return pass;
    if (consent !== null && consentUntil !== null && consentUntil < quietUntil) {
      return { result: 'pass', until: consentUntil, text: agreed };
    }
    if (consent !== null) return { result: 'pass', text: agreed };
    return {
      result: 'block',
      text: () =>
        `You spoke with this person about this debt on ${epochDayWords(conversationDay)}. That day and the ${value.days - 1} after it are closed for calls; the next may be placed on ${epochDayWords(conversationDay + value.days)}.`,
      facts: () => [
        {
          name: 'Last conversation',
          value: epochDayWords(conversationDay),
          source: '',
          ref: { kind: 'contact', id: conversation.contactId },
        },
      ],
      clears: { at: quietUntil },
    };
  },
});

function agreed(): string {
  return 'You spoke within the last seven days, but the person has since agreed to be called again.';
}
