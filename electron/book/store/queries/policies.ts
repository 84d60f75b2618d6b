/** What the house or a client lays down about money: rows are only added, and the newest holds. */
import type { Policy } from '../../../../shared/contract/offers.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { promiseGraceDays } from '../../../../shared/domain/promise.ts';
import type { Store } from '../store.ts';

export type PolicyRow = Policy & { readonly madeAt: number; readonly author: string };

const columns = `application_order AS applicationOrder, least_payment_cents AS leastPaymentCents,
  longest_months AS longestMonths, least_settlement_share AS leastSettlementShare, may_go_below AS mayGoBelow,
  returned_fee_cents AS returnedFeeCents, returned_fee_basis_kind AS returnedFeeBasisKind,
  returned_fee_basis AS returnedFeeBasis, grace_days AS graceDays, made_at AS madeAt, author`;

/** The policy in force of a client, or of the house (`null`); `null` when none was ever laid down. */
export function findPolicy(store: Store, clientId: number | null): PolicyRow | null {
  const row = store
    .sql(`SELECT ${columns} FROM policies WHERE client_id IS ? ORDER BY id DESC LIMIT 1`)
    .get(clientId);
  return (row as PolicyRow | undefined) ?? null;
}

export function insertPolicy(
  store: Store,
  clientId: number | null,
  policy: Policy,
  made: { readonly at: number; readonly author: string },
): void {
  store
    .sql(
      `INSERT INTO policies (client_id, application_order, least_payment_cents, longest_months, least_settlement_share,
         may_go_below, returned_fee_cents, returned_fee_basis_kind, returned_fee_basis, grace_days, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      clientId,
      policy.applicationOrder,
      policy.leastPaymentCents,
      policy.longestMonths,
      policy.leastSettlementShare,
      policy.mayGoBelow,
      policy.returnedFeeCents,
      policy.returnedFeeBasisKind,
      policy.returnedFeeBasis,
      policy.graceDays,
      made.at,
      made.author,
    );
}

/**
 * SQL for the days of grace of a client's accounts; `clientId` names its column. The client's own, else the house's,
 * else the standard.
 */
export function graceDaysOf(clientId: string): string {
  return `coalesce(
      (SELECT g.grace_days FROM policies g WHERE g.client_id = ${clientId} ORDER BY g.id DESC LIMIT 1),
      (SELECT g.grace_days FROM policies g WHERE g.client_id IS NULL ORDER BY g.id DESC LIMIT 1),
      ${promiseGraceDays})`;
}

/** SQL for the last day of grace of what is due on `dueOn`; both name columns. */
export function graceEndOf(dueOn: string, clientId: string): string {
  return `date(${dueOn}, '+' || ${graceDaysOf(clientId)} || ' days')`;
}

/** The last days on which what is due then is past its grace whoever the client is, or within it. */
export type GraceEdges = { readonly overBefore: Day; readonly withinFrom: Day };

export function graceEdgesOf(store: Store, today: Day): GraceEdges {
  const shortest = store.sql('SELECT min(grace_days) FROM policies').pluck().get() as number | null;
  return {
    overBefore: addDays(today, -findLongestGrace(store)),
    withinFrom: addDays(today, -Math.min(shortest ?? promiseGraceDays, promiseGraceDays)),
  };
}

/**
 * SQL: the grace of what is due on `dueOn` is over, or not, on `:today`. A policy is asked only between the edges (`GraceEdges`,
 * to be bound): with thousands of rows it is most of the work.
 */
export function graceIs(state: 'over' | 'within', dueOn: string, clientId: string): string {
  const end = graceEndOf(dueOn, clientId);
  return state === 'over'
    ? `(${dueOn} < :overBefore OR (${dueOn} < :withinFrom AND ${end} < :today))`
    : `(${dueOn} >= :withinFrom OR (${dueOn} >= :overBefore AND ${end} >= :today))`;
}

/** The longest grace any client has or had: no promise or instalment stays open longer after its day. */
export function findLongestGrace(store: Store): number {
  const longest = store.sql('SELECT max(grace_days) FROM policies').pluck().get() as number | null;
  return Math.max(longest ?? 0, promiseGraceDays);
}
