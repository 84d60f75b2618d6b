/** Terms as the contract takes them: every field stated, `null` for what the domain may leave out. */
import type { PlanFacts } from '../../../../shared/contract/plans.ts';
import type { PlanTerms } from '../../../../shared/domain/plan-terms.ts';

export function sentTerms(terms: PlanTerms): NonNullable<PlanFacts['terms']> {
  const { downPayment = null, uneven = null, interest = null } = terms;
  return {
    totalCents: terms.totalCents,
    count: terms.count,
    frequency: terms.frequency,
    firstOn: terms.firstOn,
    secondDay: terms.secondDay ?? null,
    amountCents: terms.amountCents ?? null,
    downPayment: downPayment && { ...downPayment },
    balloonCents: terms.balloonCents ?? null,
    uneven: uneven?.map((part) => ({ ...part })) ?? null,
    roll: terms.roll ?? 'none',
    interest: interest && { ...interest },
  };
}
