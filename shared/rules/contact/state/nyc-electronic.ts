import type { ConsentKind } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { unverified } from '../../states/entry.ts';
import { cityFact, livesInNewYorkCity } from '../../states/new-york-city.ts';
import { consentFor, electronic, inState, isDemandedByWire } from './bound.ts';

export const nycElectronicRule = contactRule<null>({
  id: 'nyc.electronic',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'New York City: texts, emails and messages only with consent, and with a way to opt out',
  subject: 'email and text',
  jurisdiction: 'NYC',
  force: 'prohibition',
  source: unverified(
    '6 RCNY 5-77 as amended, in force 2026-09-01',
    '2026',
    'The official wording was not read.',
  ),
  scope: inState('NY', 'everyone', electronic),
  values: [{ from: '2026-09-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || isDemandedByWire(act)) return pass;
    const kind: ConsentKind = act.channel === 'email' ? 'email' : act.channel === 'text' ? 'text' : 'contact';
    const consents = consentFor(view, kind, at) !== null;
    const canOptOut = act.content.optOutNotice !== false;
    if (consents && canOptOut) return pass;
    const city = livesInNewYorkCity(view);
    if (city === 'no') return pass;
    return {
      result: city === 'yes' ? 'block' : 'undetermined',
      text: () =>
        `New York City allows texts, emails and private messages only with the debtor’s consent and with a way to opt out. ${
          consents ? 'This message has no opt-out line.' : 'No consent to this channel is on record.'
        }${city === 'yes' ? '' : ' Nothing on file says whether the debtor lives in the city.'}`,
      facts: () => [
        cityFact(view, city),
        {
          name: 'Consent to this channel',
          value: consents ? 'On record' : 'None on record',
          source: '',
          ref: null,
        },
      ],
      clears: {
        waitsFor:
          city === 'unknown'
            ? 'whether the debtor lives in New York City'
            : consents
              ? 'an opt-out line in the message'
              : 'the debtor’s consent to this channel',
      },
    };
  },
});
