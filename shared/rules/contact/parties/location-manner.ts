/**
 * What is written to somebody else to find a person shows no sign of collecting: no postcard, nothing on the envelope or inside
 * that says who collects or that a debt is owed.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { always, collectorsOnConsumers, isOutsider } from '../stopping/scopes.ts';

export const locationMannerRule = contactRule<null>({
  id: 'reg-f.location.manner',
  code: 'THIRD_PARTY_PROHIBITED',
  step: 'third_party',
  title: 'A request to find somebody shows no debt',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.10(b)(2) to (4); 15 U.S.C. 1692b(2), (4), (5)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: { ...collectorsOnConsumers, directions: 'out' },
  values: always,
  timed: false,
  check({ facts }): Finding {
    const { purpose, to, content } = facts.act;
    if (purpose !== 'locate' || !isOutsider(to)) return pass;
    const stops = (code: string, sentence: string, fact: FactUsed, waitsFor: string): Finding => ({
      result: 'block',
      code,
      text: () => sentence,
      facts: () => [fact],
      clears: { waitsFor },
    });
    if (content.postcard) {
      return stops(
        'POSTCARD',
        'Nobody may be asked by postcard where a person is. Use a plain, closed envelope.',
        { name: 'Sent as', value: 'Postcard', source: '', ref: null },
        'a closed envelope',
      );
    }
    if (content.revealingEnvelope) {
      return stops(
        'ENVELOPE_LANGUAGE',
        'Nothing on the envelope may show that the office collects debts.',
        { name: 'Envelope', value: 'Shows more than the address', source: '', ref: null },
        'a plain envelope',
      );
    }
    if (content.debtCollectorNotice === true || content.threatensSuit === true) {
      return stops(
        'THIRD_PARTY_PROHIBITED',
        'This message says that it comes from a debt collector or that a debt is owed. Somebody who is only asked where the person is may not be told.',
        { name: 'Message', value: 'Speaks of the debt', source: '', ref: null },
        'the message to be written without it',
      );
    }
    return pass;
  },
});
