import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { disclosureTexts } from '../message/disclosure.ts';
import { inState, isDemandedByWire } from './bound.ts';

/** Creditors too: what Regulation F asks of collectors in the first message, the District asks of everybody in every one. */
export const dcDisclosureRule = contactRule<null>({
  id: 'dc.disclosure',
  code: 'MISSING_MINI_MIRANDA',
  step: 'content',
  title: 'Washington, D.C.: everything written says that it is an attempt to collect a debt',
  subject: 'the message',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(f)(2)', '2026-11-21'),
  scope: inState('DC', 'everyone', ['letter', 'email', 'text', 'social']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || isDemandedByWire(act)) return pass;
    if (act.content.debtCollectorNotice !== false)
      return { result: 'pass', text: () => `In Washington, D.C. it has to say: “${disclosureTexts.long}”` };
    return {
      result: 'block',
      text: () =>
        `In Washington, D.C. everything written to a debtor says that it is an attempt to collect a debt, whoever collects. Add: “${disclosureTexts.long}”`,
      facts: () => [{ name: 'Debt collector notice', value: 'Missing', source: '', ref: null }],
      clears: { waitsFor: 'the notice to be added' },
    };
  },
});
