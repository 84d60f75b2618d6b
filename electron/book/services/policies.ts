/**
 * What the house and its clients lay down about money. Each change is a new row; what holds is the client's, else the
 * house's, field by field. Days of grace decide what became of promises, so changing them brings those up to date.
 */
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import type { FloorPolicy } from '../../../shared/domain/floors.ts';
import { promiseGraceDays } from '../../../shared/domain/promise.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findClient } from '../store/queries/debtors.ts';
import { findPolicy, insertPolicy, type PolicyRow } from '../store/queries/policies.ts';
import { listAccountsPromised } from '../store/queries/promises.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { settlePromises } from './settle-promises.ts';

const nothingLaidDown = {
  applicationOrder: null,
  leastPaymentCents: null,
  longestMonths: null,
  leastSettlementShare: null,
  mayGoBelow: '',
  returnedFeeCents: null,
  returnedFeeBasisKind: null,
  returnedFeeBasis: '',
  graceDays: null,
} as const;

export const getPolicy: QueryHandler<'policies.get'> = ({ store }, { clientId }) => {
  if (clientId !== null && !findClient(store, clientId)) return fail('client.not_found');
  const row = findPolicy(store, clientId);
  if (!row) return ok({ policy: nothingLaidDown, madeAt: null, author: null });
  const { madeAt, author, ...policy } = row;
  return ok({ policy, madeAt, author });
};

export const setPolicy: CommandHandler<'policies.set'> = (context, { clientId, policy }) => {
  const { store, now, author } = context;
  if (clientId !== null && !findClient(store, clientId)) return fail('client.not_found');
  if (holdsCardData(policy.mayGoBelow) || holdsCardData(policy.returnedFeeBasis)) {
    return fail('payment.card_number');
  }
  if (
    policy.returnedFeeCents !== null &&
    (policy.returnedFeeBasis === '' || policy.returnedFeeBasisKind === null)
  ) {
    return fail('entry.needs_basis', { kind: 'fee' });
  }
  const before = findPolicy(store, clientId)?.graceDays ?? null;
  insertPolicy(store, clientId, policy, { at: now, author });
  context.changed('plans');
  if (before !== policy.graceDays) {
    for (const accountId of listAccountsPromised(store, clientId)) {
      settlePromises(store, accountId);
      refreshSummary(store, accountId);
    }
    context.changed('accounts');
  }
  return ok({});
};

export type FloorsInForce = FloorPolicy & { readonly mayGoBelow: string; readonly graceDays: number };

/**
 * The floors for accounts of these clients, each client's own field by field, else the house's. Of several clients the
 * strictest holds, and who may go below is who each of them names.
 */
export function floorsFor(store: Store, clientIds: readonly number[]): FloorsInForce {
  const house = findPolicy(store, null);
  const each = [...new Set(clientIds)].map((clientId) => {
    const client = findPolicy(store, clientId);
    const pick = <K extends keyof PolicyRow>(field: K) => client?.[field] ?? house?.[field] ?? null;
    return {
      leastPaymentCents: pick('leastPaymentCents'),
      longestMonths: pick('longestMonths'),
      leastSettlementShare: pick('leastSettlementShare'),
      // An empty name is none.
      mayGoBelow: client?.mayGoBelow || house?.mayGoBelow || '',
      graceDays: pick('graceDays') ?? promiseGraceDays,
    };
  });
  const stated = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  const strictest = (values: readonly number[], of: (...values: number[]) => number) =>
    values.length === 0 ? null : of(...values);
  return {
    leastPaymentCents: strictest(stated(each.map((one) => one.leastPaymentCents)), Math.max),
    longestMonths: strictest(stated(each.map((one) => one.longestMonths)), Math.min),
    leastSettlementShare: strictest(stated(each.map((one) => one.leastSettlementShare)), Math.max),
    mayGoBelow: [...new Set(each.map((one) => one.mayGoBelow))].filter((name) => name !== '').join(', '),
    graceDays: each[0]?.graceDays ?? promiseGraceDays,
  };
}
