import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { secondary } from '../../states/entry.ts';
import { isCollecting } from '../stopping/scopes.ts';
import { inState } from './bound.ts';

export const coMedicalRule = contactRule<null>({
  id: 'co.medical-reporting',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'content',
  title: 'Colorado: nobody says that medical debt will be reported',
  subject: 'medical debt',
  jurisdiction: 'CO',
  force: 'caution',
  source: secondary('Colorado HB 23-1126', '2026'),
  scope: inState('CO', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    if (!view.isWithConsumer || !isMedicalDebt(view) || !isCollecting(facts.act.purpose)) return pass;
    return {
      result: 'warn',
      text: () =>
        'Colorado keeps medical debt out of credit reports. Neither say nor write that this debt will be reported.',
      facts: () => [{ name: 'Kind of debt', value: 'Medical', source: '', ref: { kind: 'account' } }],
      clears: null,
    };
  },
});
