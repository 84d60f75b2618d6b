/**
 * An office that collects its own debts is not bound by the ban on speaking with others, but telling a neighbor of a debt can be
 * unfair, and a medical office may tell nobody about a patient’s bill without a reason that privacy law knows.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import { always, isOutsider } from '../stopping/scopes.ts';

export const discretionRule = contactRule<null>({
  id: 'udaap.third-party',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'third_party',
  title: 'Others are not told of the debt',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '12 U.S.C. 5531, 5536; 15 U.S.C. 45; 45 CFR 164.502(a), (b)',
    readOn: '2026-11-21',
    confidence: 'known',
  },
  scope: {
    roles: ['first_party_creditor', 'medical_provider'],
    debts: 'consumer',
    states: 'all',
    channels: 'all',
    directions: 'both',
  },
  values: always,
  timed: false,
  check({ facts, view }): Finding {
    if (view.keepsRegulationF || !isOutsider(facts.act.to)) return pass;
    const medical = facts.office.role === 'medical_provider' || facts.debt.type === 'medical';
    return {
      result: 'warn',
      text: () =>
        medical
          ? 'This is not the patient. Without the patient’s permission nothing may be said about care or the bill; ask only where the patient can be reached.'
          : 'This is not the person who owes. Telling others of a debt may be unfair, and the state may forbid it; ask only where the person can be reached.',
      facts: () => [
        { name: 'Contact with', value: facts.act.partyName || 'nobody named', source: '', ref: null },
      ],
      clears: null,
    };
  },
});
