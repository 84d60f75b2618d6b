/**
 * Plans and settlements, their versions and instalments, and the accounts they cover. What came in for one is a sum over
 * the entries of those accounts, never a stored truth.
 */
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import type { PlanFrequency, PlanTerms, ScheduledInstalment } from '../../../../shared/domain/plan-terms.ts';
import type { Store } from '../store.ts';
import { firstPostedId } from './entries.ts';
import { graceDaysOf, graceEdgesOf, graceIs } from './policies.ts';
import { notMarked } from './queue-marks.ts';

export type PlanKind = 'plan' | 'settlement';
export type OnDefault = 'full_balance_less_paid' | 'settlement_stands';

export type NewPlan = {
  readonly accountId: number;
  readonly startedOn: Day;
  readonly madeAt: number;
  readonly author: string;
  /** Every account it covers with what that owes; by default only its own, with its balance. */
  readonly accounts?: readonly { readonly accountId: number; readonly balanceCents: number }[];
  readonly allowedBy?: string;
  readonly offerId?: number | null;
  readonly settlement?: {
    readonly agreedBalanceCents: number;
    readonly expiresOn: Day | null;
    readonly onDefault: OnDefault;
  } | null;
};

/** The last entry of the accounts of plan `:planId`. Theirs only: ids above it may be taken anew when an import is undone. */
const lastEntryOf = `coalesce((
  SELECT max(e.id) FROM plan_accounts o JOIN entries e ON e.account_id = o.account_id WHERE o.plan_id = :planId), 0)`;

export function insertPlan(store: Store, plan: NewPlan): number {
  const settlement = plan.settlement ?? null;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO plans (account_id, started_on, made_at, author, kind, agreed_balance_cents, expires_on, on_default,
         allowed_by, offer_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      plan.accountId,
      plan.startedOn,
      plan.madeAt,
      plan.author,
      settlement ? 'settlement' : 'plan',
      settlement?.agreedBalanceCents ?? null,
      settlement?.expiresOn ?? null,
      settlement?.onDefault ?? null,
      plan.allowedBy ?? '',
      plan.offerId ?? null,
    );
  const planId = Number(lastInsertRowid);
  const cover = store.sql(
    `INSERT INTO plan_accounts (plan_id, account_id, balance_cents) VALUES (:planId, :accountId, coalesce(:balanceCents, (
       SELECT sum(principal_cents + interest_cents + fees_cents + costs_cents) FROM entries
       WHERE account_id = :accountId), 0))`,
  );
  for (const { accountId, balanceCents } of plan.accounts ?? [
    { accountId: plan.accountId, balanceCents: null },
  ]) {
    cover.run({ planId, accountId, balanceCents });
  }
  store.sql(`UPDATE plans SET after_entry_id = ${lastEntryOf} WHERE id = :planId`).run({ planId });
  return planId;
}

export type NewPlanVersion = {
  readonly planId: number;
  readonly version: number;
  /** What its instalments add up to. */
  readonly totalCents: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
  readonly madeAt: number;
  /** The whole of the terms; `null` for plans made before they were kept. */
  readonly terms?: PlanTerms | null;
  readonly reason?: string;
  readonly author?: string;
  /** What had come in before it: its instalments are met by what comes after. */
  readonly receivedBeforeCents?: number;
};

/** Writes a version of a plan with its instalments. */
export function insertPlanVersion(
  store: Store,
  version: NewPlanVersion,
  instalments: readonly ScheduledInstalment[],
): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO plan_versions (plan_id, version, total_cents, count, frequency, first_on, made_at, terms, reason,
         author, received_before_cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      version.planId,
      version.version,
      version.totalCents,
      version.count,
      version.frequency,
      version.firstOn,
      version.madeAt,
      version.terms ? JSON.stringify(version.terms) : null,
      version.reason ?? '',
      version.author ?? '',
      version.receivedBeforeCents ?? 0,
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

export type PlanEnd = 'completed' | 'cancelled' | 'defaulted';

export type PlanRow = {
  readonly planId: number;
  /** The one it is kept with. */
  readonly accountId: number;
  readonly debtorId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  /** Of the account it is kept with. */
  readonly balanceCents: number;
  readonly kind: PlanKind;
  readonly agreedBalanceCents: number | null;
  readonly expiresOn: Day | null;
  readonly onDefault: OnDefault | null;
  readonly allowedBy: string;
  readonly pausedUntil: Day | null;
  readonly startedOn: Day;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly endedAs: PlanEnd | null;
  readonly endedReason: string | null;
  readonly receivedAtEndCents: number | null;
  /** Of the client of the account it is kept with. */
  readonly graceDays: number;
  readonly versionId: number;
  readonly version: number;
  /** Of the newest version: what its instalments add up to. */
  readonly totalCents: number;
  readonly receivedBeforeCents: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
  readonly terms: PlanTerms | null;
  /** The number of the last instalment. */
  readonly lastNumber: number;
  /** What came in for it (`receivedForPlan`); may come to more than the total. */
  readonly receivedCents: number;
};

const cents = (row: string) =>
  `(${row}.principal_cents + ${row}.interest_cents + ${row}.fees_cents + ${row}.costs_cents)`;
const standing = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = ${row}.id)`;
/** Money that came in for plan `p` since its start. */
const isMoneyOfPlan = `e.kind IN ('payment', 'recovery') AND e.effective_on >= p.started_on
  AND ${firstPostedId('e')} > p.after_entry_id AND ${standing('e')}`;
/** A sum a person charged; what a recovery charges again is none, nor is interest the ledger computes. */
const isCharged = `(e.kind IN ('charge', 'fee', 'cost', 'interest') AND e.derived = 0
  OR e.kind = 'adjustment' AND e.receipt_id IS NULL AND ${cents('e')} > 0)`;
const inRest = `${firstPostedId('e')} > w.after_entry_id
  AND (w.until_entry_id IS NULL OR ${firstPostedId('e')} <= w.until_entry_id)`;
const sumOfEntries = (account: string, condition: string) =>
  `(SELECT coalesce(sum(${cents('e')}), 0) FROM entries e WHERE e.account_id = ${account} AND ${condition})`;
/** Credit that waited on an account when plan `p` was made. */
const oldCredit = `max(0, -${sumOfEntries('o.account_id', 'e.id <= p.after_entry_id')})`;

/**
 * What came in for plan `p`, over every account it covers: payments counting from its start or later and first posted after it
 * was made, those taken back left out, less what was refunded.
 *
 * While it runs every payment is the plan's. While it rests as completed nothing is due for it, so an account's money and the
 * credit waiting on it go first to what the account owes besides by then and to what is charged or refunded in that time; only
 * what is left of the money counts should the plan run on. Credit of before the plan (`old`) is used up first and is none
 * of its money. No account counts for less than nothing: what was refunded or used beyond its money was other credit.
 */
const receivedForPlan = `coalesce((
        SELECT sum(max(0, a.paid - iif(a.refunded = 0, 0, max(0, a.refunded - a.old)) - a.rested)) FROM (
          SELECT -${sumOfEntries('o.account_id', isMoneyOfPlan)} AS paid,
            ${sumOfEntries(
              'o.account_id',
              `e.kind = 'refund' AND ${firstPostedId('e')} > p.after_entry_id AND ${standing('e')}
                AND NOT EXISTS (SELECT 1 FROM plan_rests w WHERE w.plan_id = p.id AND ${inRest})`,
            )} AS refunded,
            ${oldCredit} AS old,
            coalesce((
              SELECT sum(max(0, min(x.paid - min(x.stood, 0), max(x.stood, 0) + x.charged) - x.old)) FROM (
                SELECT ${sumOfEntries('o.account_id', 'e.id <= w.after_entry_id')} AS stood,
                  -${sumOfEntries('o.account_id', `${isMoneyOfPlan} AND ${inRest}`)} AS paid,
                  ${sumOfEntries(
                    'o.account_id',
                    `(${isCharged} OR e.kind = 'refund') AND ${inRest} AND ${standing('e')}`,
                  )} AS charged,
                  ${oldCredit} AS old
                FROM plan_rests w WHERE w.plan_id = p.id) x), 0) AS rested
          FROM plan_accounts o WHERE o.plan_id = p.id) a), 0)`;

/** The part of it that meets the instalments of version `v`. */
export const receivedForVersion = `${receivedForPlan} - v.received_before_cents`;

/** The newest version `v` of plan `p`. */
export const newestVersion = `v.plan_id = p.id
      AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = p.id)`;

/** Plans with the terms of their newest version; `condition` is on `p`, `s` is the summary of the account it is kept with. */
function planQuery(condition: string): string {
  return `SELECT p.id AS planId, p.account_id AS accountId, s.debtor_id AS debtorId, s.debtor_name AS debtorName,
      s.number AS accountNumber, s.balance_cents AS balanceCents, p.kind, p.agreed_balance_cents AS agreedBalanceCents,
      p.expires_on AS expiresOn, p.on_default AS onDefault, p.allowed_by AS allowedBy, p.paused_until AS pausedUntil,
      p.started_on AS startedOn, p.made_at AS madeAt, p.ended_at AS endedAt, p.ended_as AS endedAs,
      p.ended_reason AS endedReason, p.received_at_end_cents AS receivedAtEndCents,
      ${graceDaysOf('s.client_id')} AS graceDays, v.id AS versionId, v.version, v.total_cents AS totalCents,
      v.received_before_cents AS receivedBeforeCents, v.frequency, v.first_on AS firstOn, v.terms,
      (SELECT max(i.number) FROM instalments i WHERE i.plan_version_id = v.id) AS lastNumber,
      ${receivedForPlan} AS receivedCents
    FROM plans p
    JOIN account_summaries s ON s.account_id = p.account_id
    JOIN plan_versions v ON ${newestVersion}
    WHERE ${condition}`;
}

function toPlan(row: unknown): PlanRow {
  const plan = row as Omit<PlanRow, 'terms'> & { terms: string | null };
  return { ...plan, terms: plan.terms === null ? null : (JSON.parse(plan.terms) as PlanTerms) };
}

export function findPlan(store: Store, planId: number): PlanRow | null {
  const row = store.sql(planQuery('p.id = ?')).get(planId);
  return row === undefined ? null : toPlan(row);
}

/** The plan in force that covers an account, else the last one made; `null` when there never was one. */
export function findPlanOf(store: Store, accountId: number): PlanRow | null {
  const row = store
    .sql(
      `${planQuery('p.id IN (SELECT o.plan_id FROM plan_accounts o WHERE o.account_id = ?)')}
       ORDER BY p.ended_at IS NULL DESC, p.id DESC LIMIT 1`,
    )
    .get(accountId);
  return row === undefined ? null : toPlan(row);
}

/** Every plan that ever covered an account, the one in force first, then the newest. */
export function listPlansOf(store: Store, accountId: number): PlanRow[] {
  return store
    .sql(
      `${planQuery('p.id IN (SELECT o.plan_id FROM plan_accounts o WHERE o.account_id = ?)')}
       ORDER BY p.ended_at IS NULL DESC, p.id DESC`,
    )
    .all(accountId)
    .map(toPlan);
}

/** Plans covering an account that payments may still end or open again: in force or completed, newest first. */
export function listPlansToSettle(store: Store, accountId: number): PlanRow[] {
  return store
    .sql(
      `${planQuery(`p.id IN (SELECT o.plan_id FROM plan_accounts o WHERE o.account_id = ?)
         AND coalesce(p.ended_as, 'completed') = 'completed'`)} ORDER BY p.id DESC`,
    )
    .all(accountId)
    .map(toPlan);
}

/** The plan in force that covers an account. */
export function findActivePlanId(store: Store, accountId: number): number | null {
  const id = store
    .sql(
      `SELECT p.id FROM plan_accounts o JOIN plans p ON p.id = o.plan_id
       WHERE o.account_id = ? AND p.ended_at IS NULL`,
    )
    .pluck()
    .get(accountId);
  return (id as number | undefined) ?? null;
}

export type PlanAccount = {
  readonly accountId: number;
  readonly number: string;
  /** Posted, as its summary says. */
  readonly balanceCents: number;
  /** What it owed when the plan was made. */
  readonly agreedCents: number;
  readonly closed: boolean;
};

/** The accounts a plan covers, the one it is kept with first. */
export function listPlanAccounts(store: Store, planId: number): PlanAccount[] {
  const rows = store
    .sql(
      `SELECT o.account_id AS accountId, s.number, s.balance_cents AS balanceCents, o.balance_cents AS agreedCents,
         a.closed_at IS NOT NULL AS closed
       FROM plan_accounts o
       JOIN plans p ON p.id = o.plan_id
       JOIN account_summaries s ON s.account_id = o.account_id
       JOIN accounts a ON a.id = o.account_id
       WHERE o.plan_id = ? ORDER BY o.account_id <> p.account_id, o.account_id`,
    )
    .all(planId) as (Omit<PlanAccount, 'closed'> & { closed: number })[];
  return rows.map((row) => ({ ...row, closed: row.closed === 1 }));
}

const planOrder = 's.instalment_on, s.account_id';
const inForce = `FROM account_summaries s INDEXED BY summaries_by_instalment
  CROSS JOIN plans q INDEXED BY plans_active ON q.account_id = s.account_id AND q.ended_at IS NULL
  WHERE s.instalment_on BETWEEN :from AND :to`;

export type PlanWindow = {
  /** First and last day of the first unpaid instalment, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** Only those whose first unpaid instalment is past its grace today, or not. */
  readonly grace?: { readonly over: boolean; readonly today: Day };
  /** Plans with an open reminder due by this instant are left out: the reminder stands for them. */
  readonly notRemindedBy?: number;
  /** Those marked in Today as done or put off are left out. */
  readonly notMarked?: { readonly as: 'due' | 'missed'; readonly now: number };
};

function windowOf(
  store: Store,
  { from, to, grace, notRemindedBy, notMarked: marked }: PlanWindow,
): {
  sql: string;
  values: Record<string, string | number>;
} {
  const conditions = [inForce];
  const edges = grace && graceEdgesOf(store, grace.today);
  if (grace) {
    conditions.push(`AND ${graceIs(grace.over ? 'over' : 'within', 's.instalment_on', 's.client_id')}`);
  }
  if (notRemindedBy !== undefined) {
    conditions.push(`AND q.id NOT IN (
      SELECT r.plan_id FROM reminders r WHERE r.state = 'open' AND r.due_at <= :remindedBy AND r.plan_id IS NOT NULL
        AND ${grace?.over ? `r.purpose = 'missed'` : 'true'})`);
  }
  if (marked)
    conditions.push(`AND ${notMarked(`'plan:' || q.id || ':' || s.instalment_on || ':${marked.as}'`)}`);
  return {
    sql: conditions.join(' '),
    values: {
      from,
      to: edges && grace?.over && to >= edges.withinFrom ? addDays(edges.withinFrom, -1) : to,
      ...(grace ? { today: grace.today, ...edges } : {}),
      ...(notRemindedBy === undefined ? {} : { remindedBy: notRemindedBy }),
      ...(marked ? { now: marked.now } : {}),
    },
  };
}

/** Plans in force by the day of their first unpaid instalment, the earliest first; closed accounts have none. */
export function listPlansInForce(store: Store, window: PlanWindow, limit: number): PlanRow[] {
  const { sql, values } = windowOf(store, window);
  return store
    .sql(
      `${planQuery(`p.id IN (SELECT q.id ${sql} ORDER BY ${planOrder} LIMIT :limit)`)} ORDER BY ${planOrder}`,
    )
    .all({ ...values, limit })
    .map(toPlan);
}

export function countPlansInForce(store: Store, window: PlanWindow): number {
  const { sql, values } = windowOf(store, window);
  return store.sql(`SELECT count(*) ${sql}`).pluck().get(values) as number;
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

/** What the first version pays off; `null` where its terms were not kept whole. */
export function findFirstTerms(store: Store, planId: number): PlanTerms | null {
  const terms = store
    .sql('SELECT terms FROM plan_versions WHERE plan_id = ? AND version = 1')
    .pluck()
    .get(planId) as string | null | undefined;
  return terms ? (JSON.parse(terms) as PlanTerms) : null;
}

export type PlanVersionRow = {
  readonly versionId: number;
  readonly version: number;
  readonly madeAt: number;
  readonly author: string;
  readonly reason: string;
  readonly totalCents: number;
  readonly receivedBeforeCents: number;
};

/** The versions of a plan, first to last. */
export function listPlanVersions(store: Store, planId: number): PlanVersionRow[] {
  return store
    .sql(
      `SELECT v.id AS versionId, v.version, v.made_at AS madeAt, iif(v.author = '', p.author, v.author) AS author,
         v.reason, v.total_cents AS totalCents, v.received_before_cents AS receivedBeforeCents
       FROM plan_versions v JOIN plans p ON p.id = v.plan_id WHERE v.plan_id = ? ORDER BY v.version`,
    )
    .all(planId) as PlanVersionRow[];
}

export function updatePlanEnd(
  store: Store,
  planId: number,
  end: {
    readonly as: PlanEnd;
    readonly reason: string;
    readonly at: number;
    /** Of a completed one. */
    readonly receivedCents?: number;
  } | null,
): void {
  store
    .sql(
      'UPDATE plans SET ended_at = ?, ended_as = ?, ended_reason = ?, received_at_end_cents = ? WHERE id = ?',
    )
    .run(end?.at ?? null, end?.as ?? null, end?.reason ?? null, end?.receivedCents ?? null, planId);
}

/** From here on a completed plan rests: what its accounts take in is for other things first. */
export function insertPlanRest(store: Store, planId: number): void {
  store
    .sql(`INSERT INTO plan_rests (plan_id, after_entry_id) VALUES (:planId, ${lastEntryOf})`)
    .run({ planId });
}

export function updatePlanRestOver(store: Store, planId: number): void {
  store
    .sql(
      `UPDATE plan_rests SET until_entry_id = ${lastEntryOf} WHERE plan_id = :planId AND until_entry_id IS NULL`,
    )
    .run({ planId });
}

export type SincePlan = {
  readonly accountId: number;
  /** What was charged, interest and what stands no more left out. */
  readonly chargedCents: number;
  /** What came in, less what of it was refunded. */
  readonly moneyCents: number;
};

/** What was charged and paid on each account of a plan since that was made. */
export function listSincePlan(store: Store, planId: number): SincePlan[] {
  const since = `${firstPostedId('e')} > p.after_entry_id AND ${standing('e')}`;
  return store
    .sql(
      `SELECT o.account_id AS accountId,
         ${sumOfEntries('o.account_id', `${isCharged} AND e.kind <> 'interest' AND ${since}`)} AS chargedCents,
         max(0, -${sumOfEntries('o.account_id', isMoneyOfPlan)} - max(0,
           ${sumOfEntries('o.account_id', `e.kind = 'refund' AND ${since}`)} - ${oldCredit})) AS moneyCents
       FROM plan_accounts o JOIN plans p ON p.id = o.plan_id WHERE o.plan_id = ?
       ORDER BY o.account_id <> p.account_id, o.account_id`,
    )
    .all(planId) as SincePlan[];
}

export function updatePlanPause(store: Store, planId: number, until: Day | null): void {
  store.sql('UPDATE plans SET paused_until = ? WHERE id = ?').run(until, planId);
}

/** Keeps a plan with another of its accounts from now on. */
export function updatePlanAccount(store: Store, planId: number, accountId: number): void {
  store.sql('UPDATE plans SET account_id = ? WHERE id = ?').run(accountId, planId);
}

// ---- what a settlement forgave -------------------------------------------------------------------------

export function insertPlanEntry(store: Store, planId: number, entryId: number): void {
  store.sql('INSERT INTO plan_entries (entry_id, plan_id) VALUES (?, ?)').run(entryId, planId);
}

/** The entries by which a settlement forgave what was left, those taken back left out; one posted again stands for the first. */
export function listPlanEntries(
  store: Store,
  planId: number,
): { readonly entryId: number; readonly accountId: number }[] {
  return store
    .sql(
      `WITH RECURSIVE forgiven (id) AS (
         SELECT entry_id FROM plan_entries WHERE plan_id = ?
         UNION
         SELECT again.id FROM forgiven f
         JOIN entries back ON back.reverses_entry_id = f.id
         JOIN entries again ON again.restores_entry_id = back.id)
       SELECT e.id AS entryId, e.account_id AS accountId FROM forgiven f JOIN entries e ON e.id = f.id
       WHERE NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id) ORDER BY e.id`,
    )
    .all(planId) as { entryId: number; accountId: number }[];
}

/** The plan by which an entry, or the one it posts again, forgave something; `null` for any other entry. */
export function findForgivingPlan(store: Store, entryId: number): number | null {
  const id = store
    .sql(
      `WITH RECURSIVE origin (id) AS (
         SELECT ?
         UNION
         SELECT back.reverses_entry_id FROM origin o
         JOIN entries again ON again.id = o.id
         JOIN entries back ON back.id = again.restores_entry_id)
       SELECT p.plan_id FROM plan_entries p JOIN origin o ON o.id = p.entry_id`,
    )
    .pluck()
    .get(entryId);
  return (id as number | undefined) ?? null;
}
