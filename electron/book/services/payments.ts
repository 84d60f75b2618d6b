/**
 * Money that comes in, over one or several accounts of one debtor, and money that goes back: payments taken in by mistake or
 * returned by the bank, credit refunded.
 *
 * A payment is put on an account in dispute only when the debtor named that account, and the debtor's direction goes
 * before every order (15 U.S.C. 1692h; 12 CFR 1006.30(c)). More than is owed is asked about first. An account whose
 * balance was written off takes money in as a recovery: so much of what was written off is charged again, and the
 * recovery is directed at it, so that both come and go together.
 */

import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { PostingEffect } from '../../../shared/contract/ledger.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { type Direction, type PaymentMethod, totalOf } from '../../../shared/domain/ledger.ts';
import { mostOnAccountCents } from '../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { type AccountRecord, findAccount, isDisputed } from '../store/queries/accounts.ts';
import { findEntry, findReversalOf, listEntriesOfReceipt, turnoverOf } from '../store/queries/entries.ts';
import { insertReceipt } from '../store/queries/receipts.ts';
import { checkDay, checkRange, firstOf, plainEntry } from './check-posting.ts';
import { isChargedAgain, readLedger, reversalsOf, type StoredLedger } from './ledger-facts.ts';
import { orderInForce, returnedFeeOf } from './money-policy.ts';
import {
  type NewPrimary,
  newEntryId,
  overpaidBy,
  post,
  postTogether,
  type Reckoned,
  reckon,
} from './post-ledger.ts';
import { returnedMemo } from './returned-payment.ts';
import { showEffect } from './show-effect.ts';

export type PaymentAsked = CheckedInputOf<'ledger.previewPayment'>;

type Checked = {
  readonly debtorId: number;
  readonly effectiveOn: Day;
  /** In the order of the shares; `receiptId` is still missing. */
  readonly shares: readonly {
    readonly account: AccountRecord;
    readonly reckoned: Reckoned;
    readonly at: number;
  }[];
};

/** The payment as it would be posted, account by account, or why it may not be. Nothing is written. */
export function checkPayment(context: QueryContext, input: PaymentAsked): Result<Checked> {
  const { store, today } = context;
  if (holdsCardData(input.reference) || holdsCardData(input.memo)) return fail('payment.card_number');
  const effectiveOn = input.effectiveOn ?? input.receivedOn;
  if (input.receivedOn > today || effectiveOn > today) return fail('payment.in_future', { today });
  if (new Set(input.shares.map(({ accountId }) => accountId)).size < input.shares.length) {
    return fail('payment.account_twice');
  }
  const accounts: AccountRecord[] = [];
  for (const { accountId } of input.shares) {
    const account = findAccount(store, accountId);
    if (!account) return fail('account.not_found');
    const { number, openedOn } = account;
    if (account.debtorId !== (accounts[0] ?? account).debtorId)
      return fail('payment.other_debtor', { number });
    if (input.receivedOn < openedOn || effectiveOn < openedOn) {
      return fail('payment.before_account', { openedOn });
    }
    if (!input.direction?.accounts && isDisputed(store, accountId, today)) {
      return fail('payment.disputed', { number });
    }
    accounts.push(account);
  }
  const named = new Set(input.direction?.charges);
  const shares: { account: AccountRecord; reckoned: Reckoned; at: number }[] = [];
  for (const [index, account] of accounts.entries()) {
    const amountCents = input.shares[index]?.amountCents ?? 0;
    if (amountCents > mostOnAccountCents) return fail('money.out_of_range');
    const ledger = readLedger(store, account.accountId);
    const direction = directionFor(ledger, input.direction, named);
    const { reckoned, at } = reckonShare(context, account, ledger, {
      amountCents,
      receivedOn: input.receivedOn,
      effectiveOn,
      method: input.method,
      reference: input.reference,
      memo: input.memo,
      direction,
    });
    const overpaid = overpaidBy(reckoned);
    if (overpaid > 0 && !input.allowOverpayment) {
      return fail('payment.exceeds_balance', { balanceCents: amountCents - overpaid });
    }
    const range = checkRange(reckoned);
    if (!range.ok) return range;
    shares.push({ account, reckoned, at });
  }
  if (named.size > 0) return fail('entry.not_found');
  const [first] = accounts;
  if (!first) throw new Error('a payment on no account');
  return ok({ debtorId: first.debtorId, effectiveOn, shares });
}

/**
 * What the debtor said, as far as it is about this account; `named` loses what was found. Interest posted by the terms is reckoned
 * anew whenever something earlier changes, so a direction at some of it means the interest.
 */
function directionFor(
  ledger: StoredLedger,
  asked: PaymentAsked['direction'],
  named: Set<number>,
): Direction | null {
  if (asked === null) return null;
  const charges: number[] = [];
  let interest = false;
  const reversals = reversalsOf(ledger.entries);
  for (const entry of ledger.entries) {
    if (reversals.has(entry.entryId) || !asked.charges.includes(entry.entryId)) continue;
    named.delete(entry.entryId);
    if (!entry.derived) charges.push(entry.entryId);
    else if (entry.kind === 'interest') interest = true;
  }
  // As the debtor ranked them.
  charges.sort((a, b) => asked.charges.indexOf(a) - asked.charges.indexOf(b));
  const component = asked.component ?? (interest && charges.length === 0 ? 'interest' : null);
  return charges.length === 0 && component === null ? null : { charges, component };
}

type Share = {
  readonly amountCents: number;
  readonly receivedOn: Day;
  readonly effectiveOn: Day;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly memo: string;
  readonly direction: Direction | null;
};

/** `at` is the place of the payment among the entries that are added. */
function reckonShare(
  context: QueryContext,
  account: AccountRecord,
  ledger: StoredLedger,
  share: Share,
): { reckoned: Reckoned; at: number } {
  return reckonMoney(context, ledger, account.accountId, {
    ...plainEntry,
    principalCents: -share.amountCents,
    kind: 'payment',
    effectiveOn: share.effectiveOn,
    receivedOn: share.receivedOn === share.effectiveOn ? null : share.receivedOn,
    method: share.method,
    reference: share.reference,
    memo: share.memo,
    applicationOrder: orderInForce(context.store, account).order,
    direction: share.direction,
  });
}

/**
 * Money as it goes on an account. What was written off and would have been paid by it is charged again, so that nothing that was
 * only forgiven ever becomes credit: with money of after the write-off, which is a recovery, on its day; with money
 * that had come in before, on the day of the write-off, which was of too much. `at` as in `reckonShare`.
 */
export function reckonMoney(
  { store, author }: QueryContext,
  ledger: StoredLedger,
  accountId: number,
  payment: NewPrimary,
): { reckoned: Reckoned; at: number } {
  const { leftCents, firstOn, lastOn } = writtenOffIn(ledger);
  const isRecovery = leftCents > 0 && firstOn !== null && firstOn <= payment.effectiveOn;
  const money: NewPrimary = { ...payment, kind: isRecovery ? 'recovery' : 'payment' };
  const plain = reckon(store, accountId, { add: [money] }, ledger);
  const again = Math.min(leftCents, Math.max(0, overpaidBy(plain)));
  if (again === 0 || lastOn === null) return { reckoned: plain, at: 0 };
  const chargedOn = lastOn > payment.effectiveOn ? lastOn : payment.effectiveOn;
  const charged: NewPrimary = {
    ...plainEntry,
    principalCents: again,
    kind: 'adjustment',
    effectiveOn: chargedOn,
    dueOn: chargedOn,
    memo: isRecovery
      ? 'Charged again for a recovery of what was written off'
      : 'Charged again: it was paid before it was written off',
    allowedBy: author,
    ...(payment.receiptId === undefined ? {} : { receiptId: payment.receiptId }),
  };
  const directed: NewPrimary = isRecovery
    ? {
        ...money,
        direction: {
          charges: [...(payment.direction?.charges ?? []), newEntryId(ledger, 0)],
          component: payment.direction?.component ?? null,
        },
      }
    : money;
  return { reckoned: reckon(store, accountId, { add: [charged, directed] }, ledger), at: 1 };
}

/** What was written off and not charged again for money since, and the first and the last day of it. */
function writtenOffIn(ledger: StoredLedger): {
  leftCents: number;
  firstOn: Day | null;
  lastOn: Day | null;
} {
  const reversals = reversalsOf(ledger.entries);
  let cents = 0;
  let firstOn: Day | null = null;
  let lastOn: Day | null = null;
  for (const entry of ledger.entries) {
    if (reversals.has(entry.entryId)) continue;
    if (entry.kind === 'write_off') {
      cents -= totalOf(entry);
      if (firstOn === null || entry.effectiveOn < firstOn) firstOn = entry.effectiveOn;
      if (lastOn === null || entry.effectiveOn > lastOn) lastOn = entry.effectiveOn;
    } else if (isChargedAgain(entry)) cents -= totalOf(entry);
  }
  return { leftCents: Math.max(0, cents), firstOn, lastOn };
}

export const previewPayment: QueryHandler<'ledger.previewPayment'> = (context, input) => {
  const checked = checkPayment(context, input);
  if (!checked.ok) return checked;
  return ok({
    effects: checked.value.shares.map(({ reckoned }) => showEffect(context.store, reckoned, null)),
  });
};

/** Checks and posts a payment with its receipt. Errors: those of `checkPayment`. */
export function takePayment(
  context: CommandContext,
  input: PaymentAsked,
): Result<{ receiptId: number; entries: { entryId: number; effect: PostingEffect }[] }> {
  const { store } = context;
  const checked = checkPayment(context, input);
  if (!checked.ok) return checked;
  const { debtorId, effectiveOn, shares } = checked.value;
  const receiptId = insertReceipt(store, {
    debtorId,
    amountCents: input.shares.reduce((sum, share) => sum + share.amountCents, 0),
    receivedOn: input.receivedOn,
    effectiveOn,
    method: input.method,
    reference: input.reference,
    memo: input.memo,
    madeAt: context.now,
    author: context.author,
    operationId: context.operationId,
  });
  const reckoned = shares.map((share) => ({
    ...share.reckoned,
    change: {
      ...share.reckoned.change,
      add: share.reckoned.change.add.map((entry) => ({ ...entry, receiptId })),
    },
  }));
  const posted = postTogether(context, reckoned);
  const entries = shares.map(({ at }, index) => {
    const one = posted[index];
    const of = reckoned[index];
    if (!one || !of) throw new Error('a share of a payment was not posted');
    return { entryId: firstOf(one.entryIds.slice(at)), effect: showEffect(store, of, one) };
  });
  return ok({ receiptId, entries });
}

export const recordPayment: CommandHandler<'ledger.recordPayment'> = (context, input) =>
  takePayment(context, input);

/**
 * The whole of a payment goes, on every account it was put on. A payment from before receipts were kept, or brought in by an
 * import, is only on its own account. The fee for a returned one is charged on the account of the entry named.
 */
export const takeBackPayment: CommandHandler<'ledger.takeBackPayment'> = (context, input) => {
  const { store } = context;
  if (holdsCardData(input.reason)) return fail('payment.card_number');
  const entry = findEntry(store, input.entryId);
  if (!entry) return fail('entry.not_found');
  if (entry.kind !== 'payment' && entry.kind !== 'recovery') {
    return fail('entry.not_reversible', { kind: entry.kind });
  }
  const account = findAccount(store, entry.accountId);
  if (!account) return fail('account.not_found');
  const standing =
    entry.receiptId === null
      ? findReversalOf(store, entry.entryId) === null
        ? [entry]
        : []
      : listEntriesOfReceipt(store, entry.receiptId).filter(({ reversed }) => !reversed);
  if (!standing.some(({ entryId }) => entryId === input.entryId)) return fail('entry.already_reversed');
  const receivedOn = entry.receivedOn ?? entry.effectiveOn;
  if (input.returned && input.returned.on < receivedOn)
    return fail('payment.returned_before', { receivedOn });
  const fee = feeFor(context, account, input.returned);
  if (!fee.ok) return fee;
  const reason = input.returned ? returnedMemo(input.returned.on, input.reason) : input.reason;

  let feeEntryId: number | null = null;
  const effects: PostingEffect[] = [];
  for (const accountId of new Set([entry.accountId, ...standing.map((one) => one.accountId)])) {
    const takeBack = standing.flatMap((one) =>
      one.accountId === accountId ? [{ entryId: one.entryId, reason }] : [],
    );
    const isNamed = accountId === entry.accountId;
    const add = isNamed && fee.value ? [fee.value] : [];
    const reckoned = reckon(store, accountId, { add, takeBack });
    const range = checkRange(reckoned);
    if (!range.ok) return range;
    const posted = post(context, reckoned);
    if (isNamed && fee.value) feeEntryId = firstOf(posted.entryIds);
    effects.push(showEffect(store, reckoned, posted));
  }
  return ok({ effects, feeEntryId });
};

function feeFor(
  context: CommandContext,
  account: AccountRecord,
  returned: CheckedInputOf<'ledger.takeBackPayment'>['returned'],
): Result<NewPrimary | null> {
  if (returned === null) return ok(null);
  const day = checkDay(account, returned.on, context.today);
  if (!day.ok) return day;
  if (!returned.chargeFee) return ok(null);
  if (account.closedAt !== null) return fail('payment.returned_fee_closed');
  const fee = returnedFeeOf(context.store, account.clientId);
  if (!fee) return fail('payment.returned_fee_not_allowed');
  return ok({
    ...plainEntry,
    feesCents: fee.cents,
    kind: 'fee',
    effectiveOn: returned.on,
    dueOn: returned.on,
    basisKind: fee.basisKind,
    basis: fee.basis,
    memo: 'Returned payment',
  });
}

export const refund: CommandHandler<'ledger.refund'> = (context, input) => {
  const { store } = context;
  if (holdsCardData(input.reference) || holdsCardData(input.reason)) return fail('payment.card_number');
  const account = findAccount(store, input.accountId);
  if (!account) return fail('account.not_found');
  const day = checkDay(account, input.effectiveOn, context.today);
  if (!day.ok) return day;
  const reckoned = reckon(store, input.accountId, {
    add: [
      {
        ...plainEntry,
        principalCents: input.amountCents,
        kind: 'refund',
        effectiveOn: input.effectiveOn,
        method: input.method,
        reference: input.reference,
        memo: input.reason,
      },
    ],
  });
  const key = newEntryId(reckoned.ledger, 0);
  const given = reckoned.replayed.charges.find((charge) => charge.key === key);
  const uncovered = given ? totalOf(given.open) : input.amountCents;
  // Credit can be left of what was only forgiven; no more goes back than came in.
  const mostCents = Math.min(reckoned.before.unappliedCents, turnoverOf(store, input.accountId).paidCents);
  if (uncovered > 0 || mostCents < input.amountCents) {
    const creditCents = Math.min(mostCents, input.amountCents - uncovered);
    return fail('refund.exceeds_credit', { creditCents: Math.max(0, creditCents) });
  }
  const { entryIds } = post(context, reckoned);
  return ok({ entryId: firstOf(entryIds), balanceCents: reckoned.balanceCents });
};
