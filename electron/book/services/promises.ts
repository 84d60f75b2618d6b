/**
 * Promises to pay. None is ever edited into being kept: what became of one is derived from the payments in the ledger
 * (`shared/domain/promise.ts`). A promise of more than will be owed on its day is refused; one on an account with a
 * plan is kept beside it, and a payment may meet both.
 */
import type { PromiseFacts } from '../../../shared/contract/plans.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { lastDayToKeep, promiseStateOf } from '../../../shared/domain/promise.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import {
  findPromise,
  insertPromise,
  listPromisesOf,
  type PromiseRow,
  updatePromiseCancelled,
} from '../store/queries/promises.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import { findOpenAccount } from './open-account.ts';
import { owedOn } from './owed.ts';
import { settlePromises } from './settle-promises.ts';

export const recordPromise: CommandHandler<'promises.record'> = (context, input) => {
  const { store, now, today, author } = context;
  const { accountId, amountCents, dueOn, payer, method } = input;
  const account = findOpenAccount(store, accountId);
  if (!account.ok) return account;
  if (holdsCardData(payer)) return fail('payment.card_number');
  if (owedOn(store, accountId, today) <= 0) return fail('plan.nothing_owed');
  if (dueOn < today) return fail('plan.before_today', { today });
  // Interest runs until the day it is paid.
  const balanceCents = owedOn(store, accountId, dueOn);
  if (amountCents > balanceCents) return fail('promise.over_balance', { balanceCents, dueOn });
  const promiseId = insertPromise(store, {
    accountId,
    amountCents,
    dueOn,
    madeOn: today,
    madeAt: now,
    author,
    payer,
    method,
  });
  settlePromises(store, accountId);
  refreshSummary(store, accountId);
  context.changed('plans', [accountId]);
  return ok({ promiseId });
};

/** What it would have taken up goes to the account's other promises. */
export const cancelPromise: CommandHandler<'promises.cancel'> = (context, { promiseId, reason }) => {
  const { store } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const promise = findPromise(store, promiseId);
  if (!promise || promise.cancelled) return fail('promise.not_found');
  updatePromiseCancelled(store, promiseId, context.now, reason);
  settlePromises(store, promise.accountId);
  refreshSummary(store, promise.accountId);
  context.changed('plans', [promise.accountId]);
  return ok({});
};

export const listPromisesOfAccount: QueryHandler<'promises.list'> = ({ store, today }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  return ok({ promises: listPromisesOf(store, accountId).map((promise) => promiseFactsOf(promise, today)) });
};

export function promiseFactsOf(promise: PromiseRow, today: Day): PromiseFacts {
  return {
    promiseId: promise.promiseId,
    accountId: promise.accountId,
    debtorName: promise.debtorName,
    accountNumber: promise.accountNumber,
    amountCents: promise.amountCents,
    receivedCents: promise.receivedCents,
    dueOn: promise.dueOn,
    graceEndsOn: lastDayToKeep(promise.dueOn, promise.graceDays),
    madeOn: promise.madeOn,
    payer: promise.payer,
    method: promise.method,
    state: promiseStateOf(promise, today, promise.graceDays),
    cancelledReason: promise.cancelledReason,
  };
}
