import { contactRule, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { type CallLimits, callLimits, countedCalls, isCountedParty, tallyCalls } from './call-count.ts';
import { momentWords } from './frequency-words.ts';

/** More than seven calls in seven consecutive days to one person about one debt are presumed to harass. */
export const sevenInSevenRule = contactRule<CallLimits>({
  id: 'reg-f.calls.seven-in-seven',
  code: 'CALL_FREQ_SEVEN_IN_SEVEN',
  step: 'frequency',
  title: 'At most seven calls in seven days to one person about one debt',
  subject: 'call frequency',
  jurisdiction: 'US',
  force: 'presumption',
  source: {
    cite: '12 CFR 1006.14(b)(2)(i)(A), (b)(3); 15 U.S.C. 1692d(5)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'Days are counted as calendar days by the person’s own clock: a convention.',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['call', 'voicemail'],
    directions: 'out',
  },
  values: [{ from: '2021-11-30', until: null, value: callLimits }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!isCountedParty(facts.act.to)) return pass;
    const tally = tallyCalls(view, at, value);
    if (tally.roomAt === null) {
      return {
        result: 'pass',
        text: () => `${tally.used} of ${value.most} calls used in the ${value.days} days up to this one.`,
        facts: () => callFacts(),
      };
    }
    if (tally.consent !== null && tally.consentUntil !== null) {
      const { consent } = tally;
      return {
        result: 'pass',
        until: tally.consentUntil,
        text: () =>
          `${tally.used} calls count already, but the person agreed to more; calls within seven days of that are not counted.`,
        facts: () => [
          {
            name: 'Consent to more calls',
            value: consent.on,
            source: consent.source,
            ref: { kind: 'event', id: consent.eventId },
          },
        ],
      };
    }
    return {
      result: 'block',
      text: () =>
        `${tally.used} calls to this person about this debt count in the ${value.days} days up to this one. One more goes beyond ${value.most}, and is presumed to be harassment.`,
      facts: callFacts,
      clears: { at: tally.roomAt },
    };

    function callFacts(): FactUsed[] {
      const { zone, calls } = countedCalls(view, at, value);
      return calls.map((call) => ({
        name: 'Call that counts',
        value: momentWords(zone, call.at),
        source: '',
        ref: { kind: 'contact', id: call.contactId },
      }));
    }
  },
});
