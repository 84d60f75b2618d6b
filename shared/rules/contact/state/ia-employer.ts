import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { inState } from './bound.ts';

/**
 * A month is counted as 31 days. The other exception, once in three months to ask the employer for help with debt
 * counseling, is left out: no purpose of a contact stands for it.
 */
export const iaEmployerRule = contactRule<Cap>({
  id: 'ia.employer',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Iowa: an employer is asked once a month at most, and only whether the debtor works there',
  subject: 'third parties',
  jurisdiction: 'IA',
  force: 'prohibition',
  source: text('Iowa Code 537.7103(3)', '2026-02'),
  scope: inState('IA', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { max: 1, days: 31 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { to, purpose } = facts.act;
    if (to !== 'employer' || purpose === 'legal_process' || purpose === 'required_by_law') return pass;
    if (purpose !== 'locate') {
      return {
        result: 'block',
        text: () => 'In Iowa an employer may be contacted only to verify that the debtor works there.',
        facts: () => [],
        clears: null,
      };
    }
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) => contact.direction === 'out' && contact.to === 'employer',
        {
          limit: `Iowa allows ${spellCount(value.max)} contact with the employer a month, to verify that the debtor works there.`,
          counted: 'contacts with the employer',
        },
      ) ?? pass
    );
  },
});
