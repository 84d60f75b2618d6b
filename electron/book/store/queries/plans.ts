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
  const insert = store.sql(
    'INSERT INTO instalments (plan_version_id, number, due_on, amount_cents) VALUES (?, ?, ?, ?)',
  );
  for (const instalment of instalments) {
    insert.run(versionId, instalment.number, instalment.dueOn, instalment.amountCents);
  }
  return versionId;
}

export type PlanRow = {
  readonly planId: number;
  readonly accountId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly balanceCents: number;
  readonly startedOn: Day;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly endedAs: 'completed' | 'cancelled' | null;
  readonly versionId: number;
  readonly totalCents: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
  /** Payments since the start, those taken back left out; may come to more than the total. */
  readonly receivedCents: number;
};

/** What payments since its start come to for plan `p`, those taken back left out. */
export const receivedForPlan = `coalesce((
        SELECT -sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents) FROM entries e
        WHERE e.account_id = p.account_id AND e.kind = 'payment' AND e.effective_on >= p.started_on
          AND e.posted_at >= p.made_at
          AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)), 0)`;

/** The newest version `v` of plan `p`. */
export const newestVersion = `v.plan_id = p.id
      AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = p.id)`;

/** Plans with the terms of their newest version; `condition` is on `p`, `s` is the account's summary. */
function planQuery(condition: string): string {
  return `SELECT p.id AS planId, p.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
      s.balance_cents AS balanceCents, p.started_on AS startedOn, p.made_at AS madeAt, p.ended_at AS endedAt,
      p.ended_as AS endedAs, v.id AS versionId, v.total_cents AS totalCents, v.count, v.frequency,
      v.first_on AS firstOn, ${receivedForPlan} AS receivedCents
    FROM plans p
    JOIN account_summaries s ON s.account_id = p.account_id
    JOIN plan_versions v ON ${newestVersion}
    WHERE ${condition}`;
}

export function findPlan(store: Store, planId: number): PlanRow | null {
  return (store.sql(planQuery('p.id = ?')).get(planId) as PlanRow | undefined) ?? null;
}

/** The plan in force, else the last one made; `null` when there never was one. */
export function findPlanOf(store: Store, accountId: number): PlanRow | null {
  const row = store
    .sql(`${planQuery('p.account_id = ?')} ORDER BY p.ended_at IS NULL DESC, p.id DESC LIMIT 1`)
    .get(accountId);
  return (row as PlanRow | undefined) ?? null;
}

export function findActivePlanId(store: Store, accountId: number): number | null {
  const id = store
    .sql('SELECT id FROM plans WHERE account_id = ? AND ended_at IS NULL')
    .pluck()
    .get(accountId);
  return (id as number | undefined) ?? null;
}

const planOrder = 's.instalment_on, s.account_id';
const inForceBetween = `FROM account_summaries s INDEXED BY summaries_by_instalment
  CROSS JOIN plans q INDEXED BY plans_active ON q.account_id = s.account_id AND q.ended_at IS NULL
  WHERE s.instalment_on BETWEEN ? AND ?`;

export type PlanWindow = {
  /** First and last day of the first unpaid instalment, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** Plans with an open reminder due by this instant are left out: the reminder stands for them. */
  readonly notRemindedBy?: number;
};

const notReminded = `AND q.id NOT IN (
  SELECT r.plan_id FROM reminders r WHERE r.state = 'open' AND r.due_at <= ? AND r.plan_id IS NOT NULL)`;

function windowOf({ from, to, notRemindedBy }: PlanWindow): { sql: string; values: (string | number)[] } {
  return notRemindedBy === undefined
    ? { sql: inForceBetween, values: [from, to] }
    : { sql: `${inForceBetween} ${notReminded}`, values: [from, to, notRemindedBy] };
}

/** Plans in force by the day of their first unpaid instalment, the earliest first; closed accounts have none. */
export function listPlansInForce(store: Store, window: PlanWindow, limit: number): PlanRow[] {
  const { sql, values } = windowOf(window);
  return store
    .sql(`${planQuery(`p.id IN (SELECT q.id ${sql} ORDER BY ${planOrder} LIMIT ?)`)} ORDER BY ${planOrder}`)
    .all(...values, limit) as PlanRow[];
}

export function countPlansInForce(store: Store, window: PlanWindow): number {
  const { sql, values } = windowOf(window);
  return store
    .sql(`SELECT count(*) ${sql}`)
    .pluck()
    .get(...values) as number;
}

/** Instalments of a plan's version, first to last. */
export function listInstalments(store: Store, versionId: number): ScheduledInstalment[] {
  return store
    .sql(
      `SELECT number, due_on AS dueOn, amount_cents AS amountCents FROM instalments
       WHERE plan_version_id = ? ORDER BY number`,
    )
    .all(versionId) as ScheduledInstalment[];
}

export function updatePlanEnd(
  store: Store,
  planId: number,
  end: { readonly as: 'completed' | 'cancelled'; readonly reason: string; readonly at: number } | null,
): void {
  store
    .sql('UPDATE plans SET ended_at = ?, ended_as = ?, ended_reason = ? WHERE id = ?')
    .run(end?.at ?? null, end?.as ?? null, end?.reason ?? null, planId);
}
