import type { ConsentKind } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { overCap } from '../../states/contact-count.ts';
import { text } from '../../states/entry.ts';
import { spellCount } from '../../states/words.ts';
import { mayBeAboutDebt } from '../electronic/reach.ts';
import { consentFor, electronic, inState, isDemandedByWire, isOutToConsumer } from './bound.ts';

type Weekly = { readonly days: number; readonly askingConsent: number; readonly withConsent: number };

/** Texts, emails and private messages together, for each debt. */
export const dcElectronicRule = contactRule<Weekly>({
  id: 'dc.electronic',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'Washington, D.C.: texts, emails and messages only after the mailed notice, and few of them',
  subject: 'email and text',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(d)(4)(B)', '2026-02'),
  scope: inState('DC', 'everyone', electronic),
  values: [{ from: '0001-01-01', until: null, value: { days: 7, askingConsent: 1, withConsent: 5 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || isDemandedByWire(act)) return pass;
    if (view.eventsOf('documentation_notice', at).length === 0) {
      return {
        result: 'block',
        code: 'STATE_PRECONDITION',
        text: () =>
          'Washington, D.C. allows no text, email or private message before the notice about documents of the debt was mailed. No such notice is on record.',
        facts: () => [{ name: 'Documentation notice', value: 'None on record', source: '', ref: null }],
        clears: { waitsFor: 'the documentation notice to be mailed and recorded' },
      };
    }
    if (act.content.optOutNotice === false) {
      return {
        result: 'block',
        code: 'MISSING_OPT_OUT_NOTICE',
        text: () =>
          'In Washington, D.C. every text, email and private message must say how to opt out. This one does not.',
        facts: () => [{ name: 'Opt-out line', value: 'Missing', source: '', ref: null }],
        clears: { waitsFor: 'an opt-out line in the message' },
      };
    }
    const kind: ConsentKind = act.channel === 'email' ? 'email' : act.channel === 'text' ? 'text' : 'contact';
    const consent = consentFor(view, kind, at);
    const max = consent === null ? value.askingConsent : value.withConsent;
    const over = overCap(
      { facts, at, view },
      { max, days: value.days },
      (contact) =>
        electronic.includes(contact.channel) && isOutToConsumer(contact) && mayBeAboutDebt(contact, view),
      {
        limit:
          consent === null
            ? `Until the debtor consents, Washington, D.C. allows ${spellCount(max)} such message in ${spellCount(value.days)} days, to ask for consent.`
            : `Washington, D.C. allows ${spellCount(max)} texts, emails and messages in ${spellCount(value.days)} days about one debt.`,
        counted: 'messages',
      },
    );
    if (over !== null) return over;
    if (consent !== null) return pass;
    return {
      result: 'warn',
      text: () =>
        'The debtor has not consented to be contacted this way. Until then Washington, D.C. allows a message only to ask for that consent.',
      facts: () => [{ name: 'Consent to this channel', value: 'None on record', source: '', ref: null }],
      clears: { waitsFor: 'the debtor’s consent' },
    };
  },
});
