/** What one rule says of the facts, through the engine, so that its scope and order are tried along with its check. */
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts } from '../../../../../shared/rules/facts.ts';
import type { Reason } from '../../../../../shared/rules/verdict.ts';

export type Said = 'pass' | 'block' | 'undetermined' | 'warn' | 'not binding';

export function saidBy(ruleId: string, facts: GateFacts): Said {
  const verdict = decide(facts, { withNotBinding: true });
  const reason = verdict.reasons.find((each) => each.ruleId === ruleId);
  if (reason) return reason.result;
  if (verdict.passed.some((each) => each.ruleId === ruleId)) return 'pass';
  if (verdict.notBinding.some((each) => each.ruleId === ruleId)) return 'not binding';
  throw new Error(`No such rule: ${ruleId}`);
}

export function reasonBy(ruleId: string, facts: GateFacts): Reason {
  const reason = decide(facts).reasons.find((each) => each.ruleId === ruleId);
  if (!reason) throw new Error(`${ruleId} does not object`);
  return reason;
}

/** A creditor collecting its own debts, with or without Regulation F as house policy. */
export function firstParty(house: { keepsRegulationF?: boolean; honorsOralCease?: boolean } = {}) {
  return {
    role: 'first_party_creditor',
    house: {
      keepsRegulationF: false,
      callsInSevenDays: null,
      contactsInSevenDays: null,
      earliest: null,
      latest: null,
      daysOff: [],
      holidaysOff: false,
      honorsOralCease: false,
      ...house,
    },
  } as const;
}

/** A debt for a business. */
export const businessDebt = {
  known: { purpose: { value: 'business', source: 'The contract', since: '2026-01-05' } },
} as const;
