/**
 * The ledger: charges, payments and taking either back. Entries are only appended, each with the account's
 * summary in one transaction.
 *
 * A payment meets the oldest due charge first. What no charge can take stays with the payment as credit
 * against principal and meets charges as they appear. Its components then no longer match what it met, so an
 * adjustment of nothing in all moves the sum from principal to the fee or cost; every component stays the sum of its
 * entries.
 */
import {
  type Application,
  addComponents,
  applyPayment,
  type Components,
  looksLikeCardNumber,
  noComponents,
  totalOf,
} from '../../../shared/domain/ledger.ts';
import { mostOnAccountCents } from '../../../shared/domain/money.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import {
  balanceOf,
  findEntry,
  findReversalOf,
  insertApplication,
  insertEntry,
  listApplicationsBy,
  listChargeRows,
  listUnapplied,
} from '../store/queries/entries.ts';
import { refreshSearch, refreshSummary } from '../store/queries/summaries.ts';
import { findOpenAccount } from './open-account.ts';
import { settlePlan } from './settle-plan.ts';

function negative(parts: Components): Components {
  return {
    principalCents: -parts.principalCents || 0,
    interestCents: -parts.interestCents || 0,
    feesCents: -parts.feesCents || 0,
    costsCents: -parts.costsCents || 0,
  };
}

function entryOf(context: CommandContext, accountId: number) {
  return {
    ...noComponents,
    accountId,
    effectiveOn: context.today,
    postedAt: context.now,
    dueOn: null,
    reference: '',
    method: null,
    basis: '',
    memo: '',
    author: context.author,
    reversesEntryId: null,
    operationId: context.operationId,
    importId: null,
  };
}

function apply(context: CommandContext, entryId: number, applications: readonly Application[]): void {
  for (const { chargeEntryId, parts } of applications) {
    insertApplication(context.store, { ...parts, entryId, chargeEntryId, rule: 'oldest_due_first' });
  }
}

/** Lets waiting credit meet open charges, the oldest payment first. */
function applyWaitingCredit(context: CommandContext, accountId: number): void {
  const { store } = context;
  for (const payment of listUnapplied(store, accountId)) {
    const open = listChargeRows(store, accountId).filter((charge) => totalOf(charge.open) > 0);
    if (open.length === 0) return;
    const { applications, applied } = applyPayment(payment.unappliedCents, open);
    apply(context, payment.entryId, applications);
    const moved = totalOf(applied) - applied.principalCents;
    if (moved > 0) {
      insertEntry(store, {
        ...entryOf(context, accountId),
        ...negative(applied),
        principalCents: moved,
        kind: 'adjustment',
        memo: 'Credit used for a charge that is not principal',
      });
    }
  }
}

/** After anything posted: credit, plan and summary. Returns the new balance. */
function settle(context: CommandContext, accountId: number): number {
  applyWaitingCredit(context, accountId);
  settlePlan(context, accountId);
  refreshSummary(context.store, accountId);
  context.changed('ledger', [accountId]);
  return balanceOf(context.store, accountId).balanceCents;
}

export const addCharge: CommandHandler<'ledger.addCharge'> = (context, input) => {
  const { store } = context;
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  if (input.kind !== 'charge' && input.basis === '') return fail('entry.needs_basis', { kind: input.kind });
  if (looksLikeCardNumber(input.reference) || looksLikeCardNumber(input.memo))
    return fail('payment.card_number');
  if (balanceOf(store, input.accountId).balanceCents + input.amountCents > mostOnAccountCents)
    return fail('money.out_of_range');
  const component =
    input.kind === 'charge'
      ? { principalCents: input.amountCents }
      : input.kind === 'fee'
        ? { feesCents: input.amountCents }
        : { costsCents: input.amountCents };
  const entryId = insertEntry(store, {
    ...entryOf(context, input.accountId),
    ...component,
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    dueOn: input.dueOn,
    reference: input.reference,
    basis: input.basis,
    memo: input.memo,
  });
  const balanceCents = settle(context, input.accountId);
  if (input.reference !== '') refreshSearch(store, input.accountId);
  return ok({ entryId, balanceCents });
};

/** A closed account still takes in money: it arrives whether or not somebody works it. */
export const recordPayment: CommandHandler<'ledger.recordPayment'> = (context, input) => {
  const { store, today } = context;
  const account = findAccount(store, input.accountId);
  if (!account) return fail('account.not_found');
  if (looksLikeCardNumber(input.reference) || looksLikeCardNumber(input.memo))
    return fail('payment.card_number');
  if (input.receivedOn > today) return fail('payment.in_future', { today });
  if (input.receivedOn < account.openedOn)
    return fail('payment.before_account', { openedOn: account.openedOn });
  const before = balanceOf(store, input.accountId).balanceCents;
  if (input.amountCents > before && !input.allowOverpayment) {
    return fail('payment.exceeds_balance', { balanceCents: before });
  }
  if (before - input.amountCents < -mostOnAccountCents) return fail('money.out_of_range');

  const charges = listChargeRows(store, input.accountId);
  const { applications, applied, unappliedCents } = applyPayment(input.amountCents, charges);
  const entryId = insertEntry(store, {
    ...entryOf(context, input.accountId),
    ...negative(addComponents(applied, { ...noComponents, principalCents: unappliedCents })),
    kind: 'payment',
    effectiveOn: input.receivedOn,
    reference: input.reference,
    method: input.method,
    memo: input.memo,
  });
  apply(context, entryId, applications);
  const balanceCents = settle(context, input.accountId);
  const byId = new Map(charges.map((charge) => [charge.entryId, charge]));
  return ok({
    entryId,
    balanceCents,
    applications: applications.map(({ chargeEntryId, parts }) => ({
      reference: byId.get(chargeEntryId)?.reference ?? '',
      dueOn: byId.get(chargeEntryId)?.dueOn ?? null,
      cents: totalOf(parts),
    })),
  });
};

/**
 * Takes an entry back by an opposite one. A charge that money was put on cannot go while the payment stands:
 * take the payment back first.
 */
export const reverseEntry: CommandHandler<'ledger.reverse'> = (context, { entryId, reason }) => {
  const { store } = context;
  if (looksLikeCardNumber(reason)) return fail('payment.card_number');
  const entry = findEntry(store, entryId);
  if (!entry) return fail('entry.not_found');
  const { accountId, kind } = entry;
  if (kind === 'reversal') return fail('entry.not_reversible', { kind });
  if (findReversalOf(store, entryId) !== null) return fail('entry.already_reversed');

  const reversal = {
    ...entryOf(context, accountId),
    kind: 'reversal',
    memo: reason,
    reversesEntryId: entryId,
  } as const;
  let reversalId: number;
  if (kind === 'payment') {
    const met = listApplicationsBy(store, entryId);
    const applied = met.reduce<Components>(addComponents, noComponents);
    // What was moved from principal since goes back with it: the reversal restores what the charges are open for.
    const unappliedCents = -totalOf(entry) - totalOf(applied);
    reversalId = insertEntry(store, {
      ...reversal,
      ...addComponents(applied, { ...noComponents, principalCents: unappliedCents }),
    });
    for (const { chargeEntryId, ...parts } of met) {
      insertApplication(store, { ...negative(parts), entryId: reversalId, chargeEntryId, rule: 'reversal' });
    }
  } else if (kind === 'charge' || kind === 'fee' || kind === 'cost' || kind === 'interest') {
    const charge = listChargeRows(store, accountId).find((row) => row.entryId === entryId);
    if (!charge || totalOf(charge.open) !== charge.amountCents) return fail('entry.not_reversible', { kind });
    reversalId = insertEntry(store, { ...reversal, ...negative(charge.open) });
    insertApplication(store, {
      ...charge.open,
      entryId: reversalId,
      chargeEntryId: entryId,
      rule: 'reversal',
    });
  } else {
    return fail('entry.not_reversible', { kind });
  }
  return ok({ entryId: reversalId, balanceCents: settle(context, accountId) });
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
