/**
 * What was forgiven cannot be more than what was owed. When terms or a judgment change and less was owed than was forgiven, the
 * forgiveness is taken back and posted again at what it was of: what it leaves over is no money of the debtor's, so it may not stand
 * as credit that somebody would be told of or refunded.
 */
import { type EntryKind, noComponents, totalOf } from '../../../shared/domain/ledger.ts';
import type { LedgerKey } from '../../../shared/domain/replay.ts';
import type { CommandContext } from '../context.ts';
import type { EntryRow } from '../store/queries/entries.ts';
import { findForgivingPlan, insertPlanEntry } from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';
import { isChargedAgain } from './ledger-facts.ts';
import { type NewPrimary, overpaidBy, type Posted, post, type Reckoned, reckon } from './post-ledger.ts';

type Less = { readonly row: EntryRow; readonly leftCents: number };

const reason = 'Forgiven more than was owed';

/** An account after its terms or judgments changed, with its forgiveness cut to what is owed. */
export function reckonAnew(store: Store, accountId: number): Reckoned {
  const plain = reckon(store, accountId, {});
  const less = forgivenLess(plain);
  if (less.length === 0) return plain;
  // Those of which nothing is left come last: each entry added stands for what is taken back in its place.
  less.sort((a, b) => Number(a.leftCents === 0) - Number(b.leftCents === 0));
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
  for (const [place, left] of posted.entryIds.entries()) {
    const of = reckoned.change.takeBack[place];
    const planId = of ? findForgivingPlan(context.store, of.entry.entryId) : null;
    if (planId !== null) insertPlanEntry(context.store, planId, left);
  }
  return posted;
}

/**
 * What nothing owed can take of each any more, and what it takes of sums charged again for a recovery, which are the recovery's;
 * never more than the change left over in all. What waited before goes on waiting: a charge taken back may come again.
 */
function forgivenLess(reckoned: Reckoned): Less[] {
  const { ledger, facts, replayed, applied } = reckoned;
  const rows = new Map(ledger.entries.map((row) => [row.entryId, row]));
  const again = new Set<LedgerKey>(ledger.entries.filter(isChargedAgain).map(({ entryId }) => entryId));
  let over = overpaidBy(reckoned);
  return facts.entries.flatMap(({ entryId, kind, parts }): Less[] => {
    const row = rows.get(entryId);
    const cents = -totalOf(parts);
    if (over <= 0 || !row || !isForgiveness(kind, -cents)) return [];
    const waited = applied
      .filter((one) => one.entryId === entryId)
      .reduce((sum, one) => sum - totalOf(one), cents);
    const waits = replayed.unplaced.get(entryId) ?? 0;
    const onAgain = replayed.allocations
      .filter(({ relief, charge }) => relief === entryId && again.has(charge))
      .reduce((sum, one) => sum + totalOf(one.parts), 0);
    const cut = Math.min(over, Math.max(0, waits - waited) + onAgain);
    over -= cut;
    return cut > 0 ? [{ row, leftCents: cents - cut }] : [];
  });
}

function isForgiveness(kind: EntryKind, cents: number): boolean {
  return (
    kind === 'write_off' ||
    kind === 'settlement' ||
    kind === 'discount' ||
    (kind === 'adjustment' && cents < 0)
  );
}
