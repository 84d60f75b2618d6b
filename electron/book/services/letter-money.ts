/** The figures of a letter, all from one explanation of the ledger: what is owed and since when, what came in, what came back. */
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import type { LetterCharge, LetterData, LetterPayment } from '../../../shared/templates/letter-data.ts';
import { accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import { findClient } from '../store/queries/debtors.ts';
import { type EntryRow, listChargeRows } from '../store/queries/entries.ts';
import { entryKindsOf } from '../store/queries/letters.ts';
import { reversalsOf } from './ledger-facts.ts';
import type { LetterSubject } from './letter-subject.ts';
import { owedOn } from './owed.ts';
import { readReturned } from './returned-payment.ts';

/** A letter lists no more; a statement of account lists all. */
const mostPayments = 200;
/** How long a payoff quoted in a letter holds. */
const payoffDays = 10;

/** What is still open, oldest due first, and last the interest that no entry holds yet. */
export function chargesOf({ context, accountId, explained }: LetterSubject): LetterCharge[] {
  const kinds = entryKindsOf(context.store, accountId);
  const open: LetterCharge[] = listChargeRows(context.store, accountId)
    .map((row) => ({
      kind: kinds.get(row.entryId) ?? ('charge' as const),
      reference: row.reference,
      memo: row.memo,
      effectiveOn: row.effectiveOn,
      dueOn: row.dueOn,
      chargedCents: row.amountCents,
      openCents: totalOf(row.open),
    }))
    .filter((charge) => charge.openCents !== 0);
  const { unpostedCents } = explained;
  if (unpostedCents !== 0)
    open.push({
      kind: 'interest',
      reference: '',
      memo: 'accrued up to this day',
      effectiveOn: context.today,
      dueOn: null,
      chargedCents: unpostedCents,
      openCents: unpostedCents,
    });
  return open;
}

type Money = Pick<
  LetterData,
  'balanceCents' | 'amounts' | 'payoff' | 'accounts' | 'payments' | 'payment' | 'returned' | 'paid'
>;

export function moneyOf(subject: LetterSubject): Money {
  const { context, ledgerFacts, explained } = subject;
  const { parts, totalCents, perDiem } = explained;
  const payments = standingPayments(subject);
  const accounts = accountsOf(subject);
  const goodThrough = addDays(context.today, payoffDays);
  const last = payments[0];
  return {
    balanceCents: totalCents,
    amounts: {
      principalCents: parts.principalCents,
      interestCents: parts.interestCents,
      feesCents: parts.feesCents,
      costsCents: parts.costsCents,
      perDayCents: perDiem.cents,
      allCents: accounts.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
      lastPayment: last ? { cents: last.amountCents, on: last.receivedOn } : null,
    },
    payoff: { cents: explain(ledgerFacts, goodThrough).totalCents, goodThrough },
    accounts,
    payments: payments.slice(0, mostPayments).map(shownPayment),
    payment: paymentOf(subject, payments),
    returned: returnedOf(subject),
    paid: paidOf(subject, payments),
  };
}

function accountsOf({ context, accountId, parties, explained }: LetterSubject): LetterData['accounts'] {
  const { store, today } = context;
  const accounts: LetterData['accounts'][number][] = [];
  for (const id of accountsOfDebtor(store, parties.debtor.debtorId)) {
    const record = id === accountId ? parties.record : findAccount(store, id);
    if (!record || record.closedAt !== null) continue;
    const balanceCents = id === accountId ? explained.totalCents : owedOn(store, id, today);
    if (balanceCents <= 0) continue;
    const creditor = findClient(store, record.clientId)?.name ?? '';
    const { number, originalCreditor, openedOn } = record;
    accounts.push({ number, creditor, originalCreditor, openedOn, balanceCents });
  }
  return accounts;
}

type Standing = LetterPayment & { readonly effectiveOn: string; readonly entry: EntryRow };

function isMoney({ kind }: EntryRow): boolean {
  return kind === 'payment' || kind === 'recovery';
}

function shownPayment({ receivedOn, amountCents, method, reference }: Standing): LetterPayment {
  return { receivedOn, amountCents, method, reference };
}

/** Payments nothing took back, newest first. What one receipt put on the account in parts is one payment. */
export function standingPayments({ ledger }: LetterSubject): Standing[] {
  const reversals = reversalsOf(ledger.entries);
  const byReceipt = new Map<string, Standing>();
  for (const entry of ledger.entries) {
    if (!isMoney(entry) || reversals.has(entry.entryId)) continue;
    const key = entry.receiptId === null ? `entry ${entry.entryId}` : `receipt ${entry.receiptId}`;
    const amountCents = -totalOf(entry) + (byReceipt.get(key)?.amountCents ?? 0);
    byReceipt.set(key, {
      receivedOn: entry.receivedOn ?? entry.effectiveOn,
      effectiveOn: entry.effectiveOn,
      amountCents,
      method: entry.method,
      reference: entry.reference,
      entry,
    });
  }
  return [...byReceipt.values()].sort(
    (a, b) =>
      (a.receivedOn < b.receivedOn ? 1 : a.receivedOn > b.receivedOn ? -1 : 0) ||
      b.entry.entryId - a.entry.entryId,
  );
}

/** The payment somebody chose, else the newest; what was owed when the day it counts from was over. */
function paymentOf(
  { ledgerFacts, pick }: LetterSubject,
  payments: readonly Standing[],
): LetterData['payment'] {
  const chosen =
    pick.receiptId === undefined
      ? payments[0]
      : payments.find(({ entry }) => entry.receiptId === pick.receiptId);
  if (!chosen) return null;
  return {
    ...shownPayment(chosen),
    balanceAfterCents: explain(ledgerFacts, chosen.effectiveOn).totalCents,
  };
}

/** A payment the bank gave back: chosen by its receipt, else the one that came back last. One taken back as a slip is none. */
function returnedOf({ ledger, pick }: LetterSubject): LetterData['returned'] {
  const reversals = reversalsOf(ledger.entries);
  type Found = { entry: EntryRow; reversal: EntryRow; on: Day; why: string };
  let found: Found | null = null;
  for (const entry of ledger.entries) {
    const reversal = reversals.get(entry.entryId);
    if (!reversal || !isMoney(entry)) continue;
    if (pick.receiptId !== undefined && entry.receiptId !== pick.receiptId) continue;
    const returned = readReturned(reversal.memo);
    if (returned && (found === null || reversal.entryId > found.reversal.entryId))
      found = { entry, reversal, ...returned };
  }
  if (found === null) return null;
  const { entry, reversal, on, why } = found;
  const together = ledger.entries.filter(
    (one) =>
      isMoney(one) &&
      reversals.get(one.entryId)?.operationId === reversal.operationId &&
      (one.entryId === entry.entryId || (one.receiptId !== null && one.receiptId === entry.receiptId)),
  );
  const fee = ledger.entries.find(
    ({ kind, operationId, entryId }) =>
      kind === 'fee' && operationId === reversal.operationId && !reversals.has(entryId),
  );
  return {
    amountCents: together.reduce((sum, one) => sum - totalOf(one), 0),
    paidOn: entry.receivedOn ?? entry.effectiveOn,
    on,
    why,
    feeCents: fee ? totalOf(fee) : null,
  };
}

/** Paid and not forgiven: what a settlement or a write-off took off was never paid. */
function paidOf({ ledger, explained }: LetterSubject, payments: readonly Standing[]): LetterData['paid'] {
  const last = payments[0];
  if (explained.totalCents !== 0 || last === undefined) return null;
  const reversals = reversalsOf(ledger.entries);
  const forgiven = ledger.entries.some(
    ({ kind, entryId }) => (kind === 'settlement' || kind === 'write_off') && !reversals.has(entryId),
  );
  if (forgiven) return null;
  const totalCents = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const refundedCents = ledger.entries.reduce(
    (sum, entry) => (entry.kind === 'refund' && !reversals.has(entry.entryId) ? sum + totalOf(entry) : sum),
    0,
  );
  return { on: last.receivedOn, cents: last.amountCents, totalCents: totalCents - refundedCents };
}
