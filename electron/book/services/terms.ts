/**
 * Interest terms by date, and interest posted by hand. Terms are rows that stand until the next; one is replaced or withdrawn with
 * its reason, never changed. Whatever they change of interest already posted is posted as corrections at once. Set after a judgment,
 * from its day on, they are about the judgment's interest: a stop ends it.
 */
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { parseRate } from '../../../shared/domain/rate.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount, findOwnOrder } from '../store/queries/accounts.ts';
import {
  findTerms,
  findTermsFrom,
  insertPostingDay,
  insertTerms,
  listTerms,
  updateTermsWithdrawn,
} from '../store/queries/terms.ts';
import { checkDay, checkFigure, checkRate } from './check-posting.ts';
import { postAnew, reckonAnew } from './forgiven-less.ts';
import { listJudgmentRows } from './judgments.ts';
import { readLedger } from './ledger-facts.ts';
import { orderInForce, returnedFeeOf } from './money-policy.ts';
import { findOpenAccount } from './open-account.ts';
import { showEffect } from './show-effect.ts';

export const readTerms: QueryHandler<'ledger.terms'> = ({ store }, { accountId }) => {
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const inForce = orderInForce(store, account);
  const fee = returnedFeeOf(store, account.clientId);
  return ok({
    terms: listTerms(store, accountId).flatMap(({ accountId: _, withdrawnAt, ...row }) =>
      withdrawnAt === null ? [row] : [],
    ),
    judgments: listJudgmentRows(store, accountId),
    ownOrder: findOwnOrder(store, accountId),
    order: inForce.order,
    orderFrom: inForce.from,
    returnedFeeCents: fee?.cents ?? null,
    returnedFeeBasis: fee?.basis ?? '',
  });
};

export const setTerms: CommandHandler<'ledger.setTerms'> = (context, input) => {
  const { store, now, author, operationId } = context;
  if (holdsCardData(input.basis)) return fail('payment.card_number');
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  if (input.method === 'compound' && input.compounding === null) return fail('terms.needs_compounding');
  const bears = input.method !== 'none';
  const rate = bears ? checkRate(input.rate, input.confirmHighRate) : parseRate(input.rate);
  if (!rate.ok) return rate;
  const before = readLedger(store, input.accountId);
  const earlier = findTermsFrom(store, input.accountId, input.fromOn);
  if (earlier !== null) {
    updateTermsWithdrawn(store, earlier, now, 'Replaced by terms from the same day');
  }
  const termsId = insertTerms(store, {
    accountId: input.accountId,
    fromOn: input.fromOn,
    method: input.method,
    rate: rate.value,
    compounding: input.method === 'compound' ? input.compounding : null,
    dayCount: input.dayCount,
    capCents: bears ? input.capCents : null,
    basisKind: input.basisKind,
    basis: input.basis,
    madeAt: now,
    author,
    operationId,
  });
  const reckoned = reckonAnew(store, input.accountId);
  const range = checkFigure(before, reckoned, context.today);
  if (!range.ok) return range;
  const posted = postAnew(context, reckoned);
  return ok({ termsId, effect: showEffect(store, reckoned, posted) });
};

export const withdrawTerms: CommandHandler<'ledger.withdrawTerms'> = (context, { termsId, reason }) => {
  const { store } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const terms = findTerms(store, termsId);
  if (!terms || terms.withdrawnAt !== null) return fail('terms.not_found');
  const before = readLedger(store, terms.accountId);
  updateTermsWithdrawn(store, termsId, context.now, reason);
  const reckoned = reckonAnew(store, terms.accountId);
  const range = checkFigure(before, reckoned, context.today);
  if (!range.ok) return range;
  const posted = postAnew(context, reckoned);
  return ok({ effect: showEffect(store, reckoned, posted) });
};

/** A day that was posted before is posted once. */
export const postInterest: CommandHandler<'ledger.postInterest'> = (context, input) => {
  const { store } = context;
  if (holdsCardData(input.reason)) return fail('payment.card_number');
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  const day = checkDay(account.value, input.on, context.today);
  if (!day.ok) return day;
  insertPostingDay(store, {
    accountId: input.accountId,
    onDay: input.on,
    reason: input.reason,
    madeAt: context.now,
    author: context.author,
  });
  const reckoned = reckonAnew(store, input.accountId);
  const range = checkFigure(null, reckoned, context.today);
  if (!range.ok) return range;
  const posted = postAnew(context, reckoned);
  return ok({ effect: showEffect(store, reckoned, posted) });
};
