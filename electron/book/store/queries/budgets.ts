/** Income and expenses as a debtor told them. A sheet that is deleted is gone, not marked. */
import type { BudgetLine } from '../../../../shared/contract/offers.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type NewBudget = {
  readonly debtorId: number;
  readonly consent: string;
  readonly consentedOn: Day;
  readonly lines: readonly BudgetLine[];
  readonly affordableCents: number;
  readonly madeAt: number;
  readonly author: string;
};

export function insertBudget(store: Store, budget: NewBudget): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO budgets (debtor_id, consent, consented_on, lines, affordable_cents, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      budget.debtorId,
      budget.consent,
      budget.consentedOn,
      JSON.stringify(budget.lines),
      budget.affordableCents,
      budget.madeAt,
      budget.author,
    );
  return Number(lastInsertRowid);
}

export type BudgetRow = Omit<NewBudget, 'lines'> & {
  readonly budgetId: number;
  readonly lines: BudgetLine[];
};

export function findBudgetOf(store: Store, debtorId: number): BudgetRow | null {
  const row = store
    .sql(
      `SELECT id AS budgetId, debtor_id AS debtorId, consent, consented_on AS consentedOn, lines,
         affordable_cents AS affordableCents, made_at AS madeAt, author
       FROM budgets WHERE debtor_id = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(debtorId) as (Omit<BudgetRow, 'lines'> & { lines: string }) | undefined;
  return row ? { ...row, lines: JSON.parse(row.lines) as BudgetLine[] } : null;
}

/** Returns how many sheets are gone. */
export function deleteBudgetsOf(store: Store, debtorId: number): number {
  return store.sql('DELETE FROM budgets WHERE debtor_id = ?').run(debtorId).changes;
}
