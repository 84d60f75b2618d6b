import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { isCollecting } from '../stopping/scopes.ts';
import { inState } from './bound.ts';

/** Whether a patient is indigent is on no file of the office: it is reminded to find out. */
export const nmMedicalRule = contactRule<null>({
  id: 'nm.medical',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'New Mexico: no indigent patient is collected from, and billing information comes first',
  subject: 'medical debt',
  jurisdiction: 'NM',
  force: 'caution',
  source: text('NMSA 57-32', '2026-02'),
  scope: inState('NM', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    if (!view.isWithConsumer || !isMedicalDebt(view) || !isCollecting(facts.act.purpose)) return pass;
    return {
      result: 'warn',
      text: () =>
        'New Mexico forbids collecting medical debt from an indigent patient, and wants the billing information given first and a receipt for every payment. Find out whether the patient is indigent before asking for money.',
      facts: () => [{ name: 'Kind of debt', value: 'Medical', source: '', ref: { kind: 'account' } }],
      clears: null,
    };
  },
});
