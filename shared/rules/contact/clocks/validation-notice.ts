/** The validation notice follows the first communication within five days: 12 CFR 1006.34(a)(1). */
import { spellDay } from '../../../domain/days.ts';
import { contactRule, pass } from '../../rule.ts';
import { validationStateOf } from '../../validation/state.ts';
import { always } from '../stopping/scopes.ts';

export const validationNoticeRule = contactRule<null>({
  id: 'reg-f.validation.notice',
  code: 'VALIDATION_NOTICE_DUE',
  step: 'review',
  title: 'The validation notice is sent in time',
  subject: 'validation',
  jurisdiction: 'US',
  force: 'caution',
  source: { cite: '12 CFR 1006.34(a)(1)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }) {
    if (facts.act.purpose === 'validation_notice' || facts.debt.balanceCents <= 0) return pass;
    const state = validationStateOf(view, view.officeDay(at));
    if (state.stage !== 'due' && state.stage !== 'overdue') return pass;
    const { initialOn, dueOn, returnedOn } = state;
    const late = state.stage === 'overdue';
    return {
      result: 'warn',
      code: late ? 'VALIDATION_NOTICE_OVERDUE' : 'VALIDATION_NOTICE_DUE',
      text: () => {
        const why =
          returnedOn === null
            ? 'No validation notice is on file.'
            : `The validation notice came back on ${spellDay(returnedOn)}.`;
        const since =
          initialOn === null ? '' : ` The first communication about the debt was on ${spellDay(initialOn)}.`;
        const due = dueOn === null ? '' : ` The notice ${late ? 'was' : 'is'} due by ${spellDay(dueOn)}.`;
        return `${why}${since}${due} ${late ? 'Send it before anything else.' : 'Send it by then.'}`;
      },
      facts: () => [
        {
          name: 'First communication',
          value: initialOn === null ? 'Not on file' : spellDay(initialOn),
          source: '',
          ref: state.initialContactId === null ? null : { kind: 'contact', id: state.initialContactId },
        },
      ],
      clears: { waitsFor: 'the validation notice to be sent' },
    };
  },
});
