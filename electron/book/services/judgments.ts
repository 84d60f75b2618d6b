/**
 * Judgments: from its day the court's award stands in the place of what was owed, with its own rate. What was owed before stays
 * readable beside it, and a vacated judgment gives it back.
 */
import type { JudgmentRow } from '../../../shared/contract/ledger.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { type Components, negative, noComponents } from '../../../shared/domain/ledger.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler } from '../context.ts';
import { listMergers } from '../store/queries/entries.ts';
import {
  findJudgment,
  insertJudgment,
  listJudgments,
  updateJudgmentVacated,
} from '../store/queries/judgments.ts';
import type { Store } from '../store/store.ts';
import { checkDay, checkFigure, checkRate } from './check-posting.ts';
import { postAnew, reckonAnew } from './forgiven-less.ts';
import { readLedger } from './ledger-facts.ts';
import { findOpenAccount } from './open-account.ts';
import { showEffect } from './show-effect.ts';

/** The judgments of an account by day, vacated ones among them, each with what was owed before it. */
export function listJudgmentRows(store: Store, accountId: number): JudgmentRow[] {
  const judgments = listJudgments(store, accountId);
  if (judgments.length === 0) return [];
  const before = new Map<number, Components>();
  for (const { judgmentId, ...parts } of listMergers(store, accountId))
    before.set(judgmentId, negative(parts));
  return judgments.map(({ accountId: _, madeAt: __, author: ___, ...row }) => ({
    ...row,
    before: before.get(row.judgmentId) ?? noComponents,
  }));
}

export const enterJudgment: CommandHandler<'ledger.enterJudgment'> = (context, input) => {
  const { store, now, author, operationId } = context;
  if ([input.court, input.caseNumber, input.basis].some(holdsCardData)) return fail('payment.card_number');
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  const day = checkDay(account.value, input.judgedOn, context.today);
  if (!day.ok) return day;
  if (input.startOn < input.judgedOn) return fail('judgment.start_before', { judgedOn: input.judgedOn });
  const rate = checkRate(input.rate, input.confirmHighRate);
  if (!rate.ok) return rate;
  const standing = listJudgments(store, input.accountId).find(({ vacatedAt }) => vacatedAt === null);
  if (standing) return fail('judgment.exists', { judgedOn: standing.judgedOn });
  const before = readLedger(store, input.accountId);
  const { confirmHighRate: _, ...stated } = input;
  const judgmentId = insertJudgment(store, { ...stated, rate: rate.value, madeAt: now, author, operationId });
  const reckoned = reckonAnew(store, input.accountId);
  const range = checkFigure(before, reckoned, context.today);
  if (!range.ok) return range;
  const posted = postAnew(context, reckoned);
  return ok({ judgmentId, effect: showEffect(store, reckoned, posted) });
};

export const vacateJudgment: CommandHandler<'ledger.vacateJudgment'> = (context, { judgmentId, reason }) => {
  const { store } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const judgment = findJudgment(store, judgmentId);
  if (!judgment || judgment.vacatedAt !== null) return fail('judgment.not_found');
  const before = readLedger(store, judgment.accountId);
  updateJudgmentVacated(store, judgmentId, context.now, reason);
  const reckoned = reckonAnew(store, judgment.accountId);
  const range = checkFigure(before, reckoned, context.today);
  if (!range.ok) return range;
  const posted = postAnew(context, reckoned);
  return ok({ effect: showEffect(store, reckoned, posted) });
};
