import type { ContactPurpose } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { disclosureFormOf, disclosureTexts } from './disclosure.ts';

/** An attempt only, a question that may not mention a debt, papers of a court, a bare confirmation. */
const without: readonly ContactPurpose[] = ['limited_content', 'locate', 'legal_process', 'confirm_opt_out'];

/** Every communication with the consumer says that it comes from a debt collector; the first one says more. */
export const debtCollectorNoticeRule = contactRule<null>({
  id: 'reg-f.message.debt-collector',
  code: 'MISSING_MINI_MIRANDA',
  step: 'content',
  title: 'Every communication says that it comes from a debt collector',
  subject: 'the message',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.18(e); 15 U.S.C. 1692e(11)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'The law asks for the content; the sentences offered are the usual ones.',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'both' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    const { act } = facts;
    if (without.includes(act.purpose)) return pass;
    if (!view.isWithConsumer && act.to !== 'attorney') return pass;
    const form = () => disclosureTexts[disclosureFormOf(view)];
    if (act.content.debtCollectorNotice === false) {
      return {
        result: 'block',
        text: () =>
          `The message does not say that it comes from a debt collector, in the same language as the rest. Add: “${form()}”`,
        facts: () => [{ name: 'Debt collector notice', value: 'Missing', source: '', ref: null }],
        clears: { waitsFor: 'the notice to be added' },
      };
    }
    const spoken = act.channel === 'call' || act.channel === 'voicemail' || act.channel === 'visit';
    return {
      result: 'pass',
      text: () =>
        `${act.content.debtCollectorNotice ? 'The notice is there. What it has to say here:' : spoken ? 'Say who you are, and:' : 'Not written yet. It has to say:'} “${form()}”`,
    };
  },
});
