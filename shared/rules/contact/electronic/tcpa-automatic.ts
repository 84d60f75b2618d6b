/**
 * Automatic dialing, artificial and recorded voices, ringless voicemail and automatic texts need the person’s consent on a mobile
 * number. A number a person dials, and a text a person types, are outside (Facebook v. Duguid, 2021); a cloned voice is not.
 *
 * A number of no known kind is taken for a mobile one. A work number may be either, and nobody knows until somebody asks.
 */
import { contactRule, type Finding, type Objection, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { type TcpaConsent, type TcpaValue, tcpaConsentOf, tcpaValues } from './tcpa-consent.ts';

export const automaticCallsRule = contactRule<TcpaValue>({
  id: 'tcpa.automatic',
  code: 'TCPA_CONSENT_MISSING',
  step: 'tcpa',
  title: 'No automatic calls or texts to a mobile number without consent',
  subject: 'automatic calls',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '47 U.S.C. 227(b)(1)(A); 47 CFR 64.1200(a)(1)(iii), (a)(10)',
    readOn: '2026-11-21',
    confidence: 'secondary',
    note: 'The rule leaves ten business days to follow a request to stop; following it at once is a convention of this program.',
  },
  scope: {
    roles: 'anyone',
    debts: 'any',
    states: 'all',
    channels: ['call', 'voicemail', 'text'],
    directions: 'out',
  },
  values: tcpaValues,
  timed: true,
  check({ facts, at, value, view }): Finding {
    const { act, person } = facts;
    if (act.dialing === 'by_hand') return pass;
    const phone = person.phones.find(({ phoneId }) => phoneId === act.phoneId);
    // A text arrives only where texts arrive, whatever kind the number was written down as.
    if (phone?.kind === 'home' && act.channel !== 'text') return pass;
    const consent = tcpaConsentOf(view, at, value);
    if (consent.state === 'given') {
      return {
        result: 'pass',
        text: () => 'The person consented to automatic calls and texts at this number.',
        facts: () => [consentFact(consent)],
      };
    }
    if (consent.state === 'revoked') return revoked(consent);
    const phoneFact: FactUsed = {
      name: 'Phone',
      value: phone === undefined ? 'Not chosen' : `${phone.number}, ${phone.kind}`,
      source: '',
      ref: phone === undefined ? { kind: 'person' } : { kind: 'phone', id: phone.phoneId },
    };
    if (phone === undefined || (phone.kind === 'work' && act.channel !== 'text')) {
      return {
        result: 'undetermined',
        text: () =>
          phone === undefined
            ? 'It is not said which number is dialed, so nobody can tell whether it is a mobile one. Dial by hand, or choose the number.'
            : 'Whether this work number is a mobile one is not known. Automatic dialing of a mobile needs consent; dial by hand, or record what kind of number it is.',
        facts: () => [phoneFact],
        clears: { waitsFor: 'the kind of the number to be found out, or the person’s consent' },
      };
    }
    return {
      result: 'block',
      text: () =>
        phone.kind === 'mobile' || act.channel === 'text'
          ? 'No consent to automatic calls or texts at this number is on file. Dial it by hand.'
          : 'The kind of this number is not known, so it is taken for a mobile one, and no consent to automatic calls is on file. Dial it by hand.',
      facts: () => [phoneFact],
      clears: { waitsFor: 'the person’s consent to automatic calls and texts' },
    };
  },
});

function consentFact({ consent }: Extract<TcpaConsent, { state: 'given' }>): FactUsed {
  return {
    name: 'Consent to automatic calls',
    value: consent.on,
    source: consent.source,
    ref: { kind: 'event', id: consent.eventId },
  };
}

/** Also what stands in the way of a recorded voice on a landline. */
export function revoked({ by }: Extract<TcpaConsent, { state: 'revoked' }>): Objection {
  return {
    result: 'block',
    code: 'TCPA_REVOKED',
    text: () =>
      'The person took back the consent to automatic calls and texts, or asked for them to stop. Only a new consent opens this again; calls dialed by hand are another matter.',
    facts: () => [
      {
        name: by.kind === 'opt_out' ? 'Asked to stop' : 'Consent taken back',
        value: by.kind === 'opt_out' ? by.on : (by.endedOn ?? by.on),
        source: by.source,
        ref: { kind: 'event', id: by.eventId },
      },
    ],
    clears: { waitsFor: 'a new consent to automatic calls and texts' },
  };
}
