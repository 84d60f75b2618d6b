import { addDays, isDay, spellDay } from '../../../domain/days.ts';
import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { isCollecting } from '../stopping/scopes.ts';
import { inState } from './bound.ts';

/** The wait binds who places the bill; who was given it too early is told, and sees that it is put right. */
export const waAssignmentRule = contactRule<{ readonly days: number }>({
  id: 'wa.medical-assignment',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'Washington: medical debt is placed for collection 120 days after the first bill at the earliest',
  subject: 'medical debt',
  jurisdiction: 'WA',
  force: 'caution',
  source: text('RCW 70.54.470, .475; 19.16.250', '2026-02'),
  scope: inState('WA', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 120 } }],
  timed: false,
  check({ facts, value, view }) {
    const { act, debt } = facts;
    if (!view.isWithConsumer || !isMedicalDebt(view) || !isCollecting(act.purpose)) return pass;
    const billed = view.debtFact('first_bill_on');
    const billedOn = billed !== null && isDay(billed) ? billed : null;
    const { placedOn } = debt;
    if (billedOn !== null && placedOn !== null && placedOn >= addDays(billedOn, value.days)) return pass;
    return {
      result: 'warn',
      text: () =>
        billedOn === null || placedOn === null
          ? `Washington lets a medical bill be placed for collection ${value.days} days after the first bill at the earliest. The day of the first bill or of the placement is not on file.`
          : `This bill was placed on ${spellDay(placedOn)}, less than ${value.days} days after the first bill of ${spellDay(billedOn)}. Washington wants that time to pass before it is placed; ask the client.`,
      facts: () => [
        {
          name: 'First bill',
          value: billedOn === null ? 'Not on file' : spellDay(billedOn),
          source: debt.known.first_bill_on?.source ?? '',
          ref: { kind: 'debt_fact', name: 'first_bill_on' },
        },
        {
          name: 'Placed',
          value: placedOn === null ? 'Not on file' : spellDay(placedOn),
          source: '',
          ref: { kind: 'account' },
        },
      ],
      clears: null,
    };
  },
});
