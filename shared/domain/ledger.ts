/**
 * The ledger: entries that are only ever appended. Each has four components; together they move the
 * balance up (charges) or down (payments). A balance is a sum over entries, never a stored truth.
 */
import type { Day } from './days.ts';

export const entryKinds = [
  'charge',
  'fee',
  'cost',
  'interest',
  'payment',
  'recovery',
  'credit',
  'discount',
  'adjustment',
  'settlement',
  'write_off',
  'refund',
  'reallocation',
  'merger',
  'judgment',
  'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a person may post by an adjustment; each lowers what is owed, an adjustment may also raise it. */
export const adjustmentKinds = ['credit', 'discount', 'adjustment', 'settlement', 'write_off'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** Money that came in. A recovery came in after the account was written off. */
export const paymentKinds = ['payment', 'recovery'] as const satisfies readonly EntryKind[];

/** What lowers the balance and is spread over charges. An adjustment is one when its sum is negative. */
export function isRelief(kind: EntryKind, totalCents: number): boolean {
  return (
    kind === 'payment' ||
    kind === 'recovery' ||
    kind === 'credit' ||
    kind === 'discount' ||
    kind === 'settlement' ||
    kind === 'write_off' ||
    kind === 'merger' ||
    (kind === 'adjustment' && totalCents < 0)
  );
}

export const paymentMethods = [
  'cash',
  'cheque',
  'card',
  'ach',
  'money_order',
  'online',
  'insurance',
  'garnishment',
  'other',
] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What allows a fee or a rate (12 CFR 1006.22(b): the agreement or the law must). */
export const basisKinds = ['contract', 'statute', 'court_order', 'client_policy'] as const;
export type BasisKind = (typeof basisKinds)[number];

/**
 * In which order a payment meets what is open. Within a group always the oldest due day first (a charge without one by its
 * effective day), then by entry. `oldest_due_first` goes by due day over all components, and within one charge costs, fees,
 * interest, principal; the next three go component by component; `pro_rata` shares by what each component is open for.
 */
export const applicationOrders = [
  'oldest_due_first',
  'costs_fees_interest_principal',
  'interest_first',
  'principal_first',
  'pro_rata',
] as const;
export type ApplicationOrder = (typeof applicationOrders)[number];

export const componentNames = ['principal', 'interest', 'fees', 'costs'] as const;
export type ComponentName = (typeof componentNames)[number];

/** Where a relief must go first: the debtor's own direction (12 CFR 1006.30(c)), or what an adjustment is for. */
export type Direction = {
  /** Charges in the order named; empty for any. */
  readonly charges: readonly number[];
  readonly component: ComponentName | null;
};

/** By what a stored application was made; kept with it, so a figure can be explained later. */
export const applicationRules = [
  ...applicationOrders,
  'directed',
  'named_charge',
  'reversal',
  'spread_anew',
] as const;
export type ApplicationRule = (typeof applicationRules)[number];

export type Components = {
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
};

export const noComponents: Components = { principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 };

export function totalOf(parts: Components): number {
  return parts.principalCents + parts.interestCents + parts.feesCents + parts.costsCents;
}

/** What is still open of one charge, fee, cost or interest entry, by component. */
export type OpenCharge = {
  readonly entryId: number;
  readonly dueOn: Day | null;
  readonly effectiveOn: Day;
  readonly open: Components;
};

export type Application = { readonly chargeEntryId: number; readonly parts: Components };

export type AppliedPayment = {
  readonly applications: readonly Application[];
  /** Sum over the applications. */
  readonly applied: Components;
  /** What no charge could take; stays on the account as credit against principal. */
  readonly unappliedCents: number;
};

const componentCents = {
  principal: 'principalCents',
  interest: 'interestCents',
  fees: 'feesCents',
  costs: 'costsCents',
} as const satisfies Record<ComponentName, keyof Components>;

/** In which order components are met, where an order goes component by component. */
const componentOrders: Readonly<Partial<Record<ApplicationOrder, readonly ComponentName[]>>> = {
  costs_fees_interest_principal: ['costs', 'fees', 'interest', 'principal'],
  interest_first: ['interest', 'principal', 'fees', 'costs'],
  principal_first: ['principal', 'interest', 'fees', 'costs'],
};
const withinCharge: readonly ComponentName[] = ['costs', 'fees', 'interest', 'principal'];

type Tally = { principalCents: number; interestCents: number; feesCents: number; costsCents: number };

/** By due day, one without a due day by its effective day, ties by entry. */
export function byDueDay(a: OpenCharge, b: OpenCharge): number {
  const left = a.dueOn ?? a.effectiveOn;
  const right = b.dueOn ?? b.effectiveOn;
  return left < right ? -1 : left > right ? 1 : a.entryId - b.entryId;
}

/**
 * Spreads a sum over open charges. A direction goes first; what it leaves follows the order when `restFollowsOrder` (a
 * payment), else it stays unplaced (an adjustment meant for one component). `amountCents` must be at least 1. The
 * applications, in the order the money was used, and the unapplied rest always add up to it.
 */
export function spread(
  amountCents: number,
  charges: readonly OpenCharge[],
  order: ApplicationOrder,
  direction: Direction | null = null,
  restFollowsOrder = true,
): AppliedPayment {
  return spreadInOrder(amountCents, [...charges].sort(byDueDay), order, direction, restFollowsOrder);
}

/** The same over charges that stand in order of `byDueDay` already. */
export function spreadInOrder(
  amountCents: number,
  ordered: readonly OpenCharge[],
  order: ApplicationOrder,
  direction: Direction | null,
  restFollowsOrder: boolean,
): AppliedPayment {
  const taken = new Map<number, Tally>();
  let left = amountCents;
  const take = (charge: OpenCharge, component: ComponentName, most = left): number => {
    if (left === 0) return 0;
    const part = componentCents[component];
    const tally = taken.get(charge.entryId);
    const cents = Math.min(most, left, charge.open[part] - (tally?.[part] ?? 0));
    if (cents <= 0) return 0;
    if (tally) tally[part] += cents;
    else taken.set(charge.entryId, { ...noComponents, [part]: cents });
    left -= cents;
    return cents;
  };

  if (direction !== null) {
    const { component } = direction;
    const named = direction.charges.flatMap((id) => ordered.filter((charge) => charge.entryId === id));
    for (const charge of direction.charges.length > 0 ? named : ordered) {
      for (const name of component === null ? withinCharge : [component]) take(charge, name);
    }
  }
  if (left > 0 && (direction === null || restFollowsOrder)) {
    const components = componentOrders[order];
    if (components) {
      for (const component of components) {
        for (const charge of ordered) {
          if (left === 0) break;
          take(charge, component);
        }
      }
    } else if (order === 'pro_rata') {
      for (const { component, cents } of proRataShares(left, ordered, taken)) {
        let share = cents;
        for (const charge of ordered) {
          if (share === 0) break;
          share -= take(charge, component, share);
        }
      }
    } else {
      for (const charge of ordered) {
        if (left === 0) break;
        for (const component of withinCharge) take(charge, component);
      }
    }
  }

  let applied = noComponents;
  const applications: Application[] = [];
  for (const [chargeEntryId, parts] of taken) {
    applications.push({ chargeEntryId, parts });
    applied = addComponents(applied, parts);
  }
  return { applications, applied, unappliedCents: left };
}

/** What of a sum goes to each component by what it is open for: largest remainder, ties in the components' order. */
function proRataShares(
  amountCents: number,
  charges: readonly OpenCharge[],
  taken: ReadonlyMap<number, Tally>,
): { component: ComponentName; cents: number }[] {
  const open = componentNames.map((component) => {
    const part = componentCents[component];
    return charges.reduce(
      (sum, charge) => sum + Math.max(0, charge.open[part] - (taken.get(charge.entryId)?.[part] ?? 0)),
      0,
    );
  });
  return allocate(amountCents, open).map((cents, index) => ({
    component: componentNames[index] ?? 'principal',
    cents,
  }));
}

/**
 * Parts of a sum in proportion to weights, in whole cents: each is rounded down, and the cents left over go to the largest
 * remainders, ties to the first. No part exceeds its weight; a sum above all weights together is cut to them. Weights are
 * whole and not negative.
 */
export function allocate(amountCents: number, weights: readonly number[]): number[] {
  // Four sums near the largest add up to more than a double holds exactly.
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const amount = BigInt(amountCents) > total ? Number(total) : amountCents;
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, cents: Number(product / total), rest: product % total };
  });
  let over = amount - shares.reduce((sum, share) => sum + share.cents, 0);
  const parts = shares.map((share) => share.cents);
  for (const { index } of shares.sort((a, b) =>
    a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.index - b.index,
  )) {
    if (over === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    over -= 1;
  }
  return parts;
}

export function negative(parts: Components): Components {
  return {
    principalCents: -parts.principalCents || 0,
    interestCents: -parts.interestCents || 0,
    feesCents: -parts.feesCents || 0,
    costsCents: -parts.costsCents || 0,
  };
}

export function addComponents(a: Components, b: Components): Components {
  return {
    principalCents: a.principalCents + b.principalCents,
    interestCents: a.interestCents + b.interestCents,
    feesCents: a.feesCents + b.feesCents,
    costsCents: a.costsCents + b.costsCents,
  };
}
