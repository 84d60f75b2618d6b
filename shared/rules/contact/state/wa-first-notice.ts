import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { inState } from './bound.ts';

/** Its items are read, its exact words are the office’s to supply: whoever sends the notice is reminded. */
export const waFirstNoticeRule = contactRule<null>({
  id: 'wa.first-notice',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'content',
  title: 'Washington: the first notice has items of its own',
  subject: 'the message',
  jurisdiction: 'WA',
  force: 'caution',
  source: text('RCW 19.16.250', '2026-02'),
  scope: inState('WA', 'agencies', ['letter', 'email', 'text', 'social']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    if (!view.isWithConsumer || facts.act.purpose !== 'validation_notice') return pass;
    return {
      result: 'warn',
      text: () =>
        `Washington asks for items of its own in the first notice of an agency, its licensed name and address among them. See that counsel’s wording for Washington is in it.${
          isMedicalDebt(view)
            ? ' A hospital’s bill also says that charity care may be had, and any medical bill that an itemized statement may be asked for.'
            : ''
        }`,
      facts: () => [],
      clears: null,
    };
  },
});
