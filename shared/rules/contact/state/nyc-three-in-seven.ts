import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { secondary } from '../../states/entry.ts';
import { cityFact, livesInNewYorkCity } from '../../states/new-york-city.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { inState, isDemanded, isOutToConsumer } from './bound.ts';

/** Communications and attempts over all media, for each debt. */
export const nycThreeInSevenRule = contactRule<Cap>({
  id: 'nyc.three-in-seven',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'New York City: at most three contacts or attempts in seven days about one debt',
  subject: 'call frequency',
  jurisdiction: 'NYC',
  force: 'prohibition',
  source: secondary('6 RCNY 5-77(b) as amended, in force 2026-09-01', '2026'),
  scope: inState('NY', 'everyone', 'all'),
  values: [{ from: '2026-09-01', until: null, value: { max: 3, days: 7 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isDemanded(facts.act)) return pass;
    const over = overCap(
      { facts, at, view },
      value,
      (contact) => isOutToConsumer(contact) && mayBeAboutDebt(contact, view) && !view.isWrongNumber(contact),
      {
        limit: `New York City allows ${spellCount(value.max)} contacts and attempts in ${spellCount(value.days)} days about one debt, all media together.`,
        counted: 'contacts and attempts',
      },
    );
    if (over === null) return pass;
    const city = livesInNewYorkCity(view);
    if (city === 'no') return pass;
    if (city === 'yes') return { ...over, facts: () => [cityFact(view, city), ...over.facts()] };
    return {
      ...over,
      result: 'undetermined',
      text: () => `${over.text()} Nothing on file says whether the debtor lives in the city.`,
      facts: () => [cityFact(view, city), ...over.facts()],
    };
  },
});
