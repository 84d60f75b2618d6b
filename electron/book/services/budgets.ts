/**
 * Income and expenses as the debtor told them, to find a sum that can be paid. Written down only with consent, one sheet a
 * debtor; a new one replaces the sheet before it, and deleting deletes.
 */
import { budgetSumsOf } from '../../../shared/domain/budget.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { accountsOfDebtor } from '../store/queries/accounts.ts';
import { deleteBudgetsOf, findBudgetOf, insertBudget } from '../store/queries/budgets.ts';
import { findDebtor } from '../store/queries/debtors.ts';

export const getBudget: QueryHandler<'budgets.get'> = ({ store }, { debtorId }) => {
  if (!findDebtor(store, debtorId)) return fail('debtor.not_found');
  const budget = findBudgetOf(store, debtorId);
  if (!budget) return ok({ budget: null });
  const { budgetId, consent, consentedOn, lines, madeAt } = budget;
  return ok({ budget: { budgetId, consent, consentedOn, lines, ...budgetSumsOf(lines), madeAt } });
};

export const saveBudget: CommandHandler<'budgets.save'> = (context, input) => {
  const { store, now, today, author } = context;
  const { debtorId, consent, consentedOn, lines } = input;
  if (!findDebtor(store, debtorId)) return fail('debtor.not_found');
  if (consentedOn > today) return fail('budget.no_consent');
  if (holdsCardData(consent) || lines.some(({ name }) => holdsCardData(name))) {
    return fail('payment.card_number');
  }
  const { affordableCents } = budgetSumsOf(lines);
  deleteBudgetsOf(store, debtorId);
  const budgetId = insertBudget(store, {
    debtorId,
    consent,
    consentedOn,
    lines,
    affordableCents,
    madeAt: now,
    author,
  });
  changedBudget(context, debtorId);
  return ok({ budgetId });
};

export const deleteBudget: CommandHandler<'budgets.delete'> = (context, { debtorId }) => {
  if (!findDebtor(context.store, debtorId)) return fail('debtor.not_found');
  deleteBudgetsOf(context.store, debtorId);
  changedBudget(context, debtorId);
  return ok({});
};

function changedBudget(context: CommandContext, debtorId: number): void {
  context.changed('plans', accountsOfDebtor(context.store, debtorId));
}
