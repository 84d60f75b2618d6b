/** Facts of a debtor who lives in a state, and what one rule answers to them. */
import type { StateCode } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts, PersonFacts } from '../../../../../shared/rules/facts.ts';
import type { Reason } from '../../../../../shared/rules/verdict.ts';
import { chicago, gateFacts } from '../../../../builders/gate-facts.ts';

export const hour = 3_600_000;
export const day = 24 * hour;

export function livesIn(
  state: StateCode,
  rest: { readonly zone?: string; readonly city?: string; readonly zip?: string } = {},
): Pick<PersonFacts, 'addresses' | 'phones' | 'emails' | 'known'> {
  return {
    addresses: [
      {
        addressId: 1,
        kind: 'home',
        status: 'current',
        city: rest.city ?? '',
        region: state,
        postalCode: rest.zip ?? '',
        country: '',
      },
      {
        addressId: 2,
        kind: 'work',
        status: 'current',
        city: rest.city ?? '',
        region: state,
        postalCode: rest.zip ?? '',
        country: '',
      },
    ],
    phones: [
      { phoneId: 1, kind: 'mobile', status: 'current', number: '+15125550144' },
      { phoneId: 2, kind: 'work', status: 'current', number: '+15125550145' },
      { phoneId: 3, kind: 'mobile', status: 'current', number: '+15125550146' },
      { phoneId: 4, kind: 'home', status: 'current', number: '+15125550147' },
    ],
    emails: [{ emailId: 1, status: 'current', address: 'pat@example.com' }],
    known: {
      residence_state: { value: state, source: 'Said on the phone', since: '2026-01-02' },
      zone: { value: rest.zone ?? chicago, source: 'Said on the phone', since: '2026-01-02' },
    },
  };
}

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;

export function caseIn(state: StateCode, parts: Parts = {}): GateFacts {
  return gateFacts({ ...parts, person: { ...livesIn(state), ...parts.person } });
}

/** The objection of one rule; `null` when it passes or does not bind. */
export function objection(ruleId: string, facts: GateFacts): Reason | null {
  return decide(facts).reasons.find((reason) => reason.ruleId === ruleId) ?? null;
}

export function resultOf(ruleId: string, facts: GateFacts): Reason['result'] | 'none' {
  return objection(ruleId, facts)?.result ?? 'none';
}

export function clearsAt(ruleId: string, facts: GateFacts): number | null {
  const clears = objection(ruleId, facts)?.clears ?? null;
  return clears !== null && 'at' in clears ? clears.at : null;
}
