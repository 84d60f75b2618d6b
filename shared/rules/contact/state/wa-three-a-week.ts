import type { ContactParty } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { couldReach, inState, isAnswerWanted, isDemanded } from './bound.ts';

const debtorOrSpouse: readonly ContactParty[] = ['debtor', 'spouse'];

/**
 * In any form and about any debt; answers to what the debtor asked are left out. An attempt that could have reached somebody
 * counts as much as one that did.
 */
export const waThreeAWeekRule = contactRule<Cap>({
  id: 'wa.three-a-week',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington: more than three communications a week are presumed to be harassment',
  subject: 'call frequency',
  jurisdiction: 'WA',
  force: 'presumption',
  source: text('RCW 19.16.250(13)(a)', '2026-02'),
  scope: inState('WA', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { max: 3, days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    if (!debtorOrSpouse.includes(act.to) || isDemanded(act) || isAnswerWanted(view, at)) return pass;
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) =>
          contact.direction === 'out' &&
          debtorOrSpouse.includes(contact.to) &&
          contact.purpose !== 'answer_request' &&
          couldReach(view, contact),
        {
          limit: `Washington presumes that more than ${spellCount(value.max)} communications in ${spellCount(value.days)} days with the debtor or the spouse harass, whatever the medium and the debt.`,
          counted: 'communications',
        },
      ) ?? pass
    );
  },
});
