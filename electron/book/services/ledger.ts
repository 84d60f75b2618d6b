/**
 * The ledger as people work on it: charges, payments over one or several accounts, taking either back, adjustments, refunds. Every
 * one checks what may not be and hands the rest to `post-ledger.ts`, which derives interest and what meets what.
 *
 * Refused everywhere: full card numbers in any text, days to come, days before the account was opened. A closed account
 * still takes in money: it arrives whether or not somebody works it.
 */
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { type ComponentName, totalOf } from '../../../shared/domain/ledger.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount, updateOwnOrder } from '../store/queries/accounts.ts';
import { type EntryRow, findEntry, findReversalOf, listChargeRows } from '../store/queries/entries.ts';
import { findForgivingPlan, findPlan } from '../store/queries/plans.ts';
import { refreshSearch } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { checkDay, checkRange, componentCents, firstOf, plainEntry } from './check-posting.ts';
import { isChargedAgain, partsOf, readLedger, reversalsOf } from './ledger-facts.ts';
import { findOpenAccount } from './open-account.ts';
import { reckonMoney } from './payments.ts';
import { type NewPrimary, overpaidBy, post, reckon } from './post-ledger.ts';

const componentOfKind = {
  charge: 'principal',
  fee: 'fees',
  cost: 'costs',
  interest: 'interest',
} as const satisfies Record<string, ComponentName>;

export const addCharge: CommandHandler<'ledger.addCharge'> = (context, input) => {
  const { store, today } = context;
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  if (input.kind !== 'charge' && (input.basis === '' || input.basisKind === null)) {
    return fail('entry.needs_basis', { kind: input.kind });
  }
  if ([input.reference, input.memo, input.basis].some(holdsCardData)) return fail('payment.card_number');
  const day = checkDay(account.value, input.effectiveOn, today);
  if (!day.ok) return day;
  const reckoned = reckon(store, input.accountId, {
    add: [
      {
        ...plainEntry,
        [componentCents[componentOfKind[input.kind]]]: input.amountCents,
        kind: input.kind,
        effectiveOn: input.effectiveOn,
        dueOn: input.dueOn,
        reference: input.reference,
        basisKind: input.basisKind ?? '',
        basis: input.basis,
        memo: input.memo,
      },
    ],
  });
  const range = checkRange(reckoned);
  if (!range.ok) return range;
  const { entryIds } = post(context, reckoned);
  if (input.reference !== '') refreshSearch(store, input.accountId);
  return ok({ entryId: firstOf(entryIds), balanceCents: reckoned.balanceCents });
};

/** What may be taken back: an entry a person made, that stands, on an account of the book. */
function findStanding(context: CommandContext, entryId: number): Result<EntryRow> {
  const entry = findEntry(context.store, entryId);
  if (!entry) return fail('entry.not_found');
  if (entry.derived) return fail('entry.not_reversible', { kind: entry.kind });
  if (findReversalOf(context.store, entryId) !== null) return fail('entry.already_reversed');
  return ok(entry);
}

/**
 * Takes an entry back; what it met or was met by is spread anew. A payment's share on the account goes whole: with a recovery also
 * what was charged again for it. On a reversal, what it took back is posted again.
 */
export const reverseEntry: CommandHandler<'ledger.reverse'> = (context, { entryId, reason }) => {
  if (holdsCardData(reason)) return fail('payment.card_number');
  const found = findStanding(context, entryId);
  if (!found.ok) return found;
  const entry = found.value;
  const ledger = readLedger(context.store, entry.accountId);
  if (entry.kind === 'reversal') return restore(context, entry, reason);
  const together = takenTogether(ledger.entries, entry);
  const reckoned = reckon(
    context.store,
    entry.accountId,
    { takeBack: together.map((one) => ({ entryId: one.entryId, reason })) },
    ledger,
  );
  const range = checkRange(reckoned);
  if (!range.ok) return range;
  const { reversalIds } = post(context, reckoned);
  const reversalId = reversalIds[together.findIndex((one) => one.entryId === entryId)];
  return ok({ entryId: firstOf([reversalId ?? firstOf(reversalIds)]), balanceCents: reckoned.balanceCents });
};

/**
 * What goes with an entry: of a payment everything its receipt put on the account; of a write-off what was charged again for
 * recoveries and no other write-off covers.
 */
function takenTogether(entries: readonly EntryRow[], entry: EntryRow): EntryRow[] {
  const reversals = reversalsOf(entries);
  const standing = entries.filter(({ entryId }) => !reversals.has(entryId));
  if (entry.receiptId !== null) return standing.filter(({ receiptId }) => receiptId === entry.receiptId);
  if (entry.kind !== 'write_off') return [entry];
  const chargedAgain = standing.filter(isChargedAgain);
  let covered = 0;
  for (const one of standing) {
    if (one.kind === 'write_off' && one.entryId !== entry.entryId) covered -= totalOf(one);
  }
  const uncovered = chargedAgain.filter((one) => {
    covered -= totalOf(one);
    return covered < 0;
  });
  return [entry, ...uncovered];
}

/**
 * Posts again what a reversal took back. Money is taken in as the account stands now: what was written off is charged again for
 * it, or no longer. With a write-off comes back what money that still stands had charged again. What a settlement forgave
 * follows its plan and never a payment.
 */
function restore(
  context: CommandContext,
  reversal: EntryRow,
  reason: string,
): Result<{ entryId: number; balanceCents: number }> {
  const { store } = context;
  const ledger = readLedger(store, reversal.accountId);
  if (ledger.entries.some(({ restoresEntryId }) => restoresEntryId === reversal.entryId)) {
    return fail('entry.already_reversed');
  }
  const asked = together(ledger.entries, reversal);
  const original = asked[0]?.original;
  if (!original) return fail('entry.not_found');
  if (!mayForgive(store, original.entryId)) return fail('entry.not_reversible', { kind: original.kind });
  const isMoney = original.kind === 'payment' || original.kind === 'recovery';
  const first = postedAgain(original, reversal.entryId, reason);
  const { reckoned, at } = isMoney
    ? reckonMoney(context, ledger, reversal.accountId, {
        ...first,
        direction: withoutChargedAgain(original, ledger.entries),
      })
    : {
        reckoned: reckon(
          store,
          reversal.accountId,
          { add: asked.map((one) => postedAgain(one.original, one.reversal.entryId, reason)) },
          ledger,
        ),
        at: 0,
      };
  const beyond = isMoney ? 0 : overpaidBy(reckoned);
  if (beyond > 0) return fail('adjustment.exceeds', { openCents: Math.max(0, -totalOf(original) - beyond) });
  const range = checkRange(reckoned);
  if (!range.ok) return range;
  const { entryIds } = post(context, reckoned);
  return ok({ entryId: firstOf(entryIds.slice(at)), balanceCents: reckoned.balanceCents });
}

type TakenBack = { readonly reversal: EntryRow; readonly original: EntryRow };

/** A reversal with what it took back; behind that of a write-off those that went with it and whose money still stands. */
function together(entries: readonly EntryRow[], reversal: EntryRow): TakenBack[] {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const original = byId.get(reversal.reversesEntryId ?? 0);
  if (!original) return [];
  if (original.kind !== 'write_off') return [{ reversal, original }];
  const reversals = reversalsOf(entries);
  const restored = new Set(entries.map(({ restoresEntryId }) => restoresEntryId));
  const stands = (receiptId: number | null) =>
    entries.some(
      (one) =>
        one.receiptId === receiptId &&
        (one.kind === 'payment' || one.kind === 'recovery') &&
        !reversals.has(one.entryId),
    );
  const others = entries.flatMap((one): TakenBack[] => {
    const taken = byId.get(one.reversesEntryId ?? 0);
    const goesWith = taken && isChargedAgain(taken) && stands(taken.receiptId);
    return goesWith && one.operationId === reversal.operationId && !restored.has(one.entryId)
      ? [{ reversal: one, original: taken }]
      : [];
  });
  return [{ reversal, original }, ...others];
}

/** False for what a plan forgave that is not settled any more: it forgives again when it is paid. */
function mayForgive(store: Store, entryId: number): boolean {
  const planId = findForgivingPlan(store, entryId);
  const plan = planId === null ? null : findPlan(store, planId);
  if (!plan) return true;
  return (
    plan.endedAs === 'completed' || (plan.endedAs === 'defaulted' && plan.onDefault === 'settlement_stands')
  );
}

/** The direction as the debtor gave it. */
function withoutChargedAgain({ direction }: EntryRow, entries: readonly EntryRow[]): EntryRow['direction'] {
  if (direction === null) return null;
  const charged = new Set(entries.filter(isChargedAgain).map(({ entryId }) => entryId));
  const charges = direction.charges.filter((id) => !charged.has(id));
  return charges.length === 0 && direction.component === null ? null : { ...direction, charges };
}

function postedAgain(original: EntryRow, reversalId: number, reason: string): NewPrimary {
  return {
    ...partsOf(original),
    kind: original.kind,
    effectiveOn: original.effectiveOn,
    dueOn: original.dueOn,
    reference: original.reference,
    method: original.method,
    basis: original.basis,
    memo: original.memo === '' ? reason : `${original.memo} (${reason})`,
    receivedOn: original.receivedOn,
    basisKind: original.basisKind,
    allowedBy: original.allowedBy,
    applicationOrder: original.applicationOrder,
    direction: original.direction,
    receiptId: original.receiptId,
    restoresEntryId: reversalId,
  };
}

/** The order is written on each payment when it is posted, so it changes those to come. */
export const setOrder: CommandHandler<'ledger.setOrder'> = (context, { accountId, order }) => {
  const account = findOpenAccount(context.store, accountId);
  if (!account.ok) return account;
  updateOwnOrder(context.store, accountId, order);
  context.changed('ledger', [accountId]);
  return ok({});
};

export const listCharges: QueryHandler<'ledger.charges'> = ({ store }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  return ok({
    charges: listChargeRows(store, accountId).map(({ open, ...charge }) => ({
      ...charge,
      openCents: totalOf(open),
    })),
  });
};
