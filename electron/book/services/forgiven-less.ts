/**
 * What was forgiven cannot be more than what was owed. When terms or a judgment change and less was owed than was forgiven, the
 * forgiveness is taken back and posted again at what it was of: what it leaves over is no money of the debtor's, so it may not stand
 * as credit that somebody would be told of or refunded.
 *
 * Credit is what came in beyond all that was charged; whatever waits above that was only forgiven. The latest forgiveness gives way first.
 */
import { isRelief, noComponents, paymentKinds, totalOf } from '../../../shared/domain/ledger.ts';
import type { CommandContext } from '../context.ts';
import type { EntryRow } from '../store/queries/entries.ts';
import { findForgivingPlan, insertPlanEntry } from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';
import { isChargedAgain } from './ledger-facts.ts';
import { type NewPrimary, type Posted, post, type Reckoned, reckon } from './post-ledger.ts';

type Less = { readonly row: EntryRow; readonly leftCents: number };

const reason = 'Forgiven more than was owed';

/** An account after its terms or judgments changed, with its forgiveness cut to what is owed. */
export function reckonAnew(store: Store, accountId: number): Reckoned {
  const plain = reckon(store, accountId, {});
  const less = forgivenLess(plain);
  if (less.length === 0) return plain;
  return reckon(
    store,
    accountId,
    {
      takeBack: less.map(({ row }) => ({ entryId: row.entryId, reason })),
      add: less.filter(({ leftCents }) => leftCents > 0).map(leftOf),
    },
    plain.ledger,
  );
}

function leftOf({ row, leftCents }: Less): NewPrimary {
  return {
    ...noComponents,
    principalCents: -leftCents,
    kind: row.kind,
    effectiveOn: row.effectiveOn,
    dueOn: row.dueOn,
    reference: row.reference,
    method: row.method,
    basis: row.basis,
    memo: row.memo,
    allowedBy: row.allowedBy,
    applicationOrder: row.applicationOrder,
    direction: row.direction,
  };
}

/** Posts it. What a plan forgave stays with its plan. */
export function postAnew(context: CommandContext, reckoned: Reckoned): Posted {
  const posted = post(context, reckoned);
  // All but the last that gave way are gone whole.
  const [entryId] = posted.entryIds;
  const last = reckoned.change.takeBack.at(-1);
  const planId = last ? findForgivingPlan(context.store, last.entry.entryId) : null;
  if (planId !== null && entryId !== undefined) insertPlanEntry(context.store, planId, entryId);
  return posted;
}

function forgivenLess({ ledger, facts, replayed }: Reckoned): Less[] {
  const rows = new Map(ledger.entries.map((row) => [row.entryId, row]));
  let owedCents = replayed.charges.reduce((sum, charge) => sum + totalOf(charge.parts), 0);
  for (const { before } of replayed.judged) owedCents -= totalOf(before);
  let receivedCents = 0;
  const forgiven: EntryRow[] = [];
  for (const { entryId, kind, parts } of facts.entries) {
    const row = rows.get(entryId);
    if (!row) continue;
    if (isChargedAgain(row)) owedCents -= totalOf(parts);
    else if (!isRelief(kind, totalOf(parts))) continue;
    else if (kind === 'credit' || paymentKinds.some((money) => money === kind))
      receivedCents -= totalOf(parts);
    else forgiven.push(row);
  }
  let over = replayed.unappliedCents - Math.max(0, receivedCents - owedCents);
  const less: Less[] = [];
  for (const row of forgiven.sort(latestFirst)) {
    if (over <= 0) break;
    const cut = Math.min(over, -totalOf(row));
    over -= cut;
    less.push({ row, leftCents: -totalOf(row) - cut });
  }
  return less;
}

function latestFirst(a: EntryRow, b: EntryRow): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1;
  return b.entryId - a.entryId;
}
