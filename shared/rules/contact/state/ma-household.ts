import type { ContactParty } from '../../../domain/law.ts';
import type { PriorContact } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { overCap } from '../../states/contact-count.ts';
import { secondary } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { callsAndTexts, couldReach, inState, isAtWork } from './bound.ts';
import type { MassachusettsCaps } from './ma-two-in-seven.ts';

const household: readonly ContactParty[] = ['spouse', 'parent', 'third_party'];

/** Calls to others of the household, all of them together, for each debt. */
export const maHouseholdRule = contactRule<MassachusettsCaps>({
  id: 'ma.household',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Massachusetts: a creditor calls others in the household at most twice in seven days',
  subject: 'call frequency',
  jurisdiction: 'MA',
  force: 'prohibition',
  source: secondary('940 CMR 7.05(3)(d)', '2026'),
  scope: inState('MA', 'creditors', callsAndTexts),
  values: [
    {
      from: '0001-01-01',
      until: null,
      value: { own: { max: 2, days: 7 }, elsewhere: { max: 2, days: 30 } },
    },
  ],
  timed: true,
  check({ facts, at, value, view }) {
    if (!household.includes(facts.act.to)) return pass;
    const elsewhere = isAtWork(view, facts.act);
    const cap = elsewhere ? value.elsewhere : value.own;
    const counts = (contact: PriorContact) =>
      callsAndTexts.includes(contact.channel) &&
      contact.direction === 'out' &&
      household.includes(contact.to) &&
      mayBeAboutDebt(contact, view) &&
      couldReach(view, contact) &&
      (contact.phoneId === null || isAtWork(view, contact) === elsewhere);
    return (
      overCap({ facts, at, view }, cap, counts, {
        limit: `Massachusetts allows a creditor ${spellCount(cap.max)} calls in ${spellCount(cap.days)} days to others in the household${elsewhere ? ' when they are not at home' : ''}.`,
        counted: 'calls to the household',
      }) ?? pass
    );
  },
});
