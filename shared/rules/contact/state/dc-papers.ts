import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { isCollecting } from '../stopping/scopes.ts';
import { inState, isAnswerWanted, isDemanded } from './bound.ts';

/**
 * Who collects for others must hold the papers of the debt first. No field says that it does; the notice that offers them to
 * the debtor is recorded, and stands for it. Until then nobody knows, and nobody can allow it: the stricter reading.
 */
export const dcPapersRule = contactRule<null>({
  id: 'dc.papers-held',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Washington, D.C.: who collects for others holds the papers of the debt first',
  subject: 'who is bound',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text(
    'D.C. Code 28-3814(m)(1)',
    '2026-11-21',
    'That the recorded notice about documents stands for holding them is a convention of this program.',
  ),
  scope: inState('DC', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || !isCollecting(act.purpose)) return pass;
    if (isDemanded(act) || isAnswerWanted(view, at)) return pass;
    if (view.eventsOf('documentation_notice', at).length > 0) return pass;
    return {
      result: 'undetermined',
      text: () =>
        'Does the office hold the papers of this debt that Washington, D.C. asks for: who owns it, how it came to be, and an itemized account? Without them it may not be collected. Send the debtor the notice about documents and record it.',
      facts: () => [{ name: 'Documentation notice', value: 'None on record', source: '', ref: null }],
      clears: { waitsFor: 'the notice about documents of the debt to be mailed and recorded' },
    };
  },
});
