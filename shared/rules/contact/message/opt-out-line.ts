import { contactRule, pass } from '../../rule.ts';

const lines = {
  text: '“Reply STOP to end texts to this number.”',
  email: 'a link, or a word to reply with, that ends emails to this address',
  social: 'how to end messages to this account',
} as const;

/** Every email, text and private message says simply and without cost how to end them at that address. */
export const optOutLineRule = contactRule<null>({
  id: 'reg-f.message.opt-out-line',
  code: 'MISSING_OPT_OUT_NOTICE',
  step: 'electronic',
  title: 'Every electronic message says how to end them',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.6(e)', readOn: '2026-11-21', confidence: 'text' },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['email', 'text', 'social'],
    directions: 'both',
  },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    const { act } = facts;
    // The confirmation of a request holds nothing but that.
    if (!view.isWithConsumer || act.purpose === 'confirm_opt_out') return pass;
    const line = lines[act.channel === 'text' || act.channel === 'email' ? act.channel : 'social'];
    if (act.content.optOutNotice === false) {
      return {
        result: 'block',
        text: () => `The message does not say how to end such messages. Add ${line}.`,
        facts: () => [{ name: 'Opt-out line', value: 'Missing', source: '', ref: null }],
        clears: { waitsFor: 'the line to be added' },
      };
    }
    return {
      result: 'pass',
      text: () =>
        act.content.optOutNotice
          ? 'The message says how to end such messages.'
          : `Not written yet. It has to say how to end such messages: ${line}.`,
    };
  },
});
