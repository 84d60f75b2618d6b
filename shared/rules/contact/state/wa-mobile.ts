import { contactRule, pass } from '../../rule.ts';
import { type Cap, overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { callsAndTexts, inState } from './bound.ts';

/** One number, whatever debt it is about. A number not known to be a landline of home or work is taken for a mobile. */
export const waMobileRule = contactRule<Cap>({
  id: 'wa.mobile',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington: at most two calls or texts a day to one mobile number',
  subject: 'call frequency',
  jurisdiction: 'WA',
  force: 'prohibition',
  source: text('RCW 19.16.250(18)', '2026-02'),
  scope: inState('WA', 'agencies', callsAndTexts),
  values: [{ from: '0001-01-01', until: null, value: { max: 2, days: 1 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { phoneId } = facts.act;
    const phone = facts.person.phones.find((known) => known.phoneId === phoneId);
    if (phone !== undefined && (phone.kind === 'home' || phone.kind === 'work')) return pass;
    return (
      overCap(
        { facts, at, view },
        value,
        (contact) =>
          contact.direction === 'out' &&
          callsAndTexts.includes(contact.channel) &&
          // Without a number on file it may have been this one.
          (contact.phoneId === phoneId || contact.phoneId === null || phoneId === null),
        {
          limit: `Washington allows ${spellCount(value.max)} calls, texts or electronic messages a day to one mobile number.`,
          counted: 'calls and texts',
        },
      ) ?? pass
    );
  },
});
