/** Instalment plans, their versions and instalments. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { PlanFrequency, ScheduledInstalment } from '../../../../shared/domain/plan.ts';
import type { Store } from '../store.ts';

export type NewPlan = {
  readonly accountId: number;
  readonly startedOn: Day;
  readonly madeAt: number;
  readonly author: string;
};

export function insertPlan(store: Store, plan: NewPlan): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO plans (account_id, started_on, made_at, author) VALUES (?, ?, ?, ?)')
    .run(plan.accountId, plan.startedOn, plan.madeAt, plan.author);
  return Number(lastInsertRowid);
}

export type NewPlanVersion = {
  readonly planId: number;
  readonly version: number;
  readonly totalCents: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
  readonly madeAt: number;
};

/** Writes a version of a plan with its instalments. */
export function insertPlanVersion(
  store: Store,
  version: NewPlanVersion,
  instalments: readonly ScheduledInstalment[],
): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO plan_versions (plan_id, version, total_cents, count, frequency, first_on, made_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      version.planId,
      version.version,
      version.totalCents,
      version.count,
      version.frequency,
      version.firstOn,
      version.madeAt,
    );
  const versionId = Number(lastInsertRowid);
  const insert = store.sql('INSERT INTO instalments (plan_version_id, number, due_on, amount_cents) VALUES (?, ?, ?, ?)');
  for (const instalment of instalments) {
    insert.run(versionId, instalment.number, instalment.dueOn, instalment.amountCents);
  }
  return versionId;
}
