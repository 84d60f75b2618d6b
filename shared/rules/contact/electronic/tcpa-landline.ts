import { contactRule, pass } from '../../rule.ts';
import { instantOfLocal, localEpochDay } from '../../time/local-time.ts';
import { mediumOf } from './reach.ts';
import { revoked } from './tcpa-automatic.ts';
import { type TcpaValue, tcpaConsentOf, tcpaValues } from './tcpa-consent.ts';

type LandlineValue = TcpaValue & { readonly most: number; readonly days: number };

/**
 * An artificial or recorded voice may reach a home’s landline three times in thirty days without consent, when it sells
 * nothing; it says who calls and how to stop it. Every call begun counts, connected or not.
 */
export const landlineVoiceRule = contactRule<LandlineValue>({
  id: 'tcpa.landline',
  code: 'TCPA_CONSENT_MISSING',
  step: 'tcpa',
  title: 'At most three recorded calls in thirty days to a home line without consent',
  subject: 'automatic calls',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '47 U.S.C. 227(b)(1)(B); 47 CFR 64.1200(a)(3)(iii), (b)',
    readOn: '2026-11-21',
    confidence: 'secondary',
  },
  scope: {
    roles: 'anyone',
    debts: 'any',
    states: 'all',
    channels: ['call', 'voicemail'],
    directions: 'out',
  },
  values: tcpaValues.map((version) => ({ ...version, value: { most: 3, days: 30, ...version.value } })),
  timed: true,
  check({ facts, at, value, view }) {
    const { act, contacts, person } = facts;
    if (act.dialing !== 'artificial_voice' && act.dialing !== 'ringless') return pass;
    const phone = person.phones.find(({ phoneId }) => phoneId === act.phoneId);
    if (phone?.kind !== 'home') return pass;
    const consent = tcpaConsentOf(view, at, value);
    if (consent.state === 'given') return pass;
    if (consent.state === 'revoked') return revoked(consent);
    let [most, opensAt] = [0, at];
    for (const zone of view.zones) {
      const today = localEpochDay(zone, at);
      let count = 0;
      for (let index = contacts.length - 1; index >= 0; index -= 1) {
        const contact = contacts[index];
        if (contact === undefined) break;
        const day = localEpochDay(zone, contact.at);
        if (day <= today - value.days) break;
        if (contact.direction !== 'out' || mediumOf(contact.channel) !== 'telephone') continue;
        if (contact.dialing !== 'artificial_voice' && contact.dialing !== 'ringless') continue;
        if (contact.phoneId !== null && contact.phoneId !== act.phoneId) continue;
        count += 1;
        if (count === value.most) opensAt = Math.max(opensAt, instantOfLocal(zone, day + value.days, 0));
      }
      most = Math.max(most, count);
    }
    if (most < value.most) {
      return {
        result: 'pass',
        text: () =>
          `${most} of ${value.most} recorded calls used in ${value.days} days. The message says who calls and how to stop such calls.`,
      };
    }
    return {
      result: 'block',
      text: () =>
        `${most} recorded calls were placed to this home line in ${value.days} days. Without the person’s consent ${value.most} are the most; a call dialed and spoken by a person is another matter.`,
      facts: () => [
        { name: 'Recorded calls', value: `${most}`, source: '', ref: { kind: 'phone', id: phone.phoneId } },
      ],
      clears: { at: opensAt },
    };
  },
});
