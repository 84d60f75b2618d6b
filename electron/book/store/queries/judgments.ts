/** Judgments: a court's award beside what was owed before it. One is vacated, never changed. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DayCount } from '../../../../shared/domain/interest.ts';
import type { Components } from '../../../../shared/domain/ledger.ts';
import type { Rate } from '../../../../shared/domain/rate.ts';
import type { Store } from '../store.ts';

export type NewJudgment = {
  readonly accountId: number;
  readonly judgedOn: Day;
  readonly court: string;
  readonly caseNumber: string;
  readonly award: Components;
  readonly interestOn: 'principal' | 'award';
  readonly rate: Rate;
  readonly dayCount: DayCount;
  readonly startOn: Day;
  readonly basis: string;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

export type JudgmentRecord = Omit<NewJudgment, 'operationId'> & {
  readonly judgmentId: number;
  readonly vacatedAt: number | null;
  readonly vacatedReason: string | null;
};

export function insertJudgment(store: Store, judgment: NewJudgment): number {
  const { award } = judgment;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO judgments (account_id, judged_on, court, case_number, principal_cents, interest_cents, fees_cents,
         costs_cents, interest_on, rate, day_count, start_on, basis, made_at, author, operation_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      judgment.accountId,
      judgment.judgedOn,
      judgment.court,
      judgment.caseNumber,
      award.principalCents,
      award.interestCents,
      award.feesCents,
      award.costsCents,
      judgment.interestOn,
      judgment.rate,
      judgment.dayCount,
      judgment.startOn,
      judgment.basis,
      judgment.madeAt,
      judgment.author,
      judgment.operationId,
    );
  return Number(lastInsertRowid);
}

const columns = `id AS judgmentId, account_id AS accountId, judged_on AS judgedOn, court, case_number AS caseNumber,
  principal_cents AS principalCents, interest_cents AS interestCents, fees_cents AS feesCents, costs_cents AS costsCents,
  interest_on AS interestOn, rate, day_count AS dayCount, start_on AS startOn, basis, made_at AS madeAt, author,
  vacated_at AS vacatedAt, vacated_reason AS vacatedReason`;

type JudgmentSql = Omit<JudgmentRecord, 'award'> & Components;

function toJudgment({
  principalCents,
  interestCents,
  feesCents,
  costsCents,
  ...row
}: JudgmentSql): JudgmentRecord {
  return { ...row, award: { principalCents, interestCents, feesCents, costsCents } };
}

/** By day, those vacated since among them. */
export function listJudgments(store: Store, accountId: number): JudgmentRecord[] {
  const rows = store
    .sql(`SELECT ${columns} FROM judgments WHERE account_id = ? ORDER BY judged_on, id`)
    .all(accountId);
  return (rows as JudgmentSql[]).map(toJudgment);
}

export function findJudgment(store: Store, judgmentId: number): JudgmentRecord | null {
  const row = store.sql(`SELECT ${columns} FROM judgments WHERE id = ?`).get(judgmentId);
  return row === undefined ? null : toJudgment(row as JudgmentSql);
}

export function updateJudgmentVacated(store: Store, judgmentId: number, at: number, reason: string): void {
  store
    .sql('UPDATE judgments SET vacated_at = ?, vacated_reason = ? WHERE id = ?')
    .run(at, reason, judgmentId);
}
