import { contactRule, pass } from '../../rule.ts';
import { addressEventsOf } from './address-events.ts';

/** An address or number through which somebody else learned of a debt before is not used again by wire. */
export const disclosedBeforeRule = contactRule<null>({
  id: 'reg-f.electronic.disclosed',
  code: 'ELECTRONIC_PROCEDURE_NOT_MET',
  step: 'electronic',
  title: 'No message to an address through which somebody else learned of a debt',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.6(d)(3)(ii)', readOn: '2026-11-21', confidence: 'text' },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['email', 'text'],
    directions: 'out',
  },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    if (!view.isWithConsumer || facts.events.length === 0) return pass;
    const [disclosed] = addressEventsOf(view, 'third_party_disclosure', at);
    if (disclosed === undefined) return pass;
    return {
      result: 'block',
      text: () =>
        `A message to this ${facts.act.channel === 'email' ? 'address' : 'number'} reached somebody else before. It may not be used for messages about a debt again.`,
      facts: () => [
        {
          name: 'Somebody else learned of a debt',
          value: disclosed.on,
          source: disclosed.source,
          ref: { kind: 'event', id: disclosed.eventId },
        },
      ],
      clears: { waitsFor: 'it to be established that nobody else reads messages there' },
    };
  },
});
