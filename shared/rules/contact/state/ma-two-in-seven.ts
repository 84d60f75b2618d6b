import type { PriorContact } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { secondary } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { callsAndTexts, couldReach, inState, isAtWork, isDemanded, isOutToConsumer } from './bound.ts';

/** At the home, mobile or another number of the debtor’s own, and anywhere else. */
export type MassachusettsCaps = { readonly own: Cap; readonly elsewhere: Cap };

/**
 * Calls, texts and recorded messages together, for each debt: what was answered, and what could have left a message. A
 * contact whose number is not on file counts for both places.
 */
export const maTwoInSevenRule = contactRule<MassachusettsCaps>({
  id: 'ma.calls.two-in-seven',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Massachusetts: at most two calls and texts in seven days about one debt, elsewhere two in thirty',
  subject: 'call frequency',
  jurisdiction: 'MA',
  force: 'prohibition',
  source: secondary('940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)', '2026'),
  scope: inState('MA', 'everyone', callsAndTexts),
  values: [
    {
      from: '0001-01-01',
      until: null,
      value: { own: { max: 2, days: 7 }, elsewhere: { max: 2, days: 30 } },
    },
  ],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isDemanded(facts.act)) return pass;
    const elsewhere = isAtWork(view, facts.act);
    const cap = elsewhere ? value.elsewhere : value.own;
    const counts = (contact: PriorContact) =>
      callsAndTexts.includes(contact.channel) &&
      isOutToConsumer(contact) &&
      mayBeAboutDebt(contact, view) &&
      couldReach(view, contact) &&
      (contact.phoneId === null || isAtWork(view, contact) === elsewhere);
    const where = elsewhere ? 'at work' : 'at the debtor’s own numbers';
    return (
      overCap({ facts, at, view }, cap, counts, {
        limit: `Massachusetts allows ${spellCount(cap.max)} calls and texts in ${spellCount(cap.days)} days about one debt ${where}.`,
        counted: 'calls and texts',
      }) ?? pass
    );
  },
});
