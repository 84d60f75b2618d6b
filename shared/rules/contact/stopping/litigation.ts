/** A debt in suit is counsel’s: what is said to the other side may be evidence, and a rule of court may forbid it. */
import { contactRule, pass } from '../../rule.ts';
import { always, everyOffice, isOwnSide } from './scopes.ts';

export const litigationRule = contactRule<null>({
  id: 'house.litigation',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'The debt is not in suit',
  subject: 'stopping contact',
  jurisdiction: 'house',
  force: 'caution',
  source: {
    cite: 'Good practice',
    readOn: '2026-11-21',
    confidence: 'known',
    note: 'No one section says so; court rules and the ethics of lawyers stand behind it.',
  },
  scope: everyOffice,
  values: always,
  timed: false,
  check({ facts, view }) {
    if (view.debtFact('litigation') !== 'yes' || isOwnSide(facts.act.to)) return pass;
    return {
      result: 'warn',
      text: () =>
        'This debt is in suit. Agree with counsel what is said and to whom; if the other side has a lawyer in the suit, speak with the lawyer.',
      facts: () => [
        {
          name: 'In suit',
          value: 'Yes',
          source: facts.debt.known.litigation?.source ?? '',
          ref: { kind: 'debt_fact', name: 'litigation' },
        },
      ],
      clears: { waitsFor: 'the suit to end' },
    };
  },
});
