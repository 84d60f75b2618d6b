/** Where a person was looked for. Append-only. */
import type { TraceRow } from '../../../../shared/contract/traces.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { TraceOutcome, TraceSource } from '../../../../shared/domain/trace.ts';
import type { Store } from '../store.ts';

export type NewTrace = {
  readonly debtorId: number;
  readonly accountId: number;
  readonly source: TraceSource;
  readonly triedOn: Day;
  readonly asked: string;
  readonly outcome: TraceOutcome;
  readonly found: string;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

export function insertTrace(store: Store, trace: NewTrace): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO traces (debtor_id, account_id, source, tried_on, asked, outcome, found, made_at, author, operation_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      trace.debtorId,
      trace.accountId,
      trace.source,
      trace.triedOn,
      trace.asked,
      trace.outcome,
      trace.found,
      trace.madeAt,
      trace.author,
      trace.operationId,
    );
  return Number(lastInsertRowid);
}

/** Of a person, on any account, newest first. */
export function listTraceRows(store: Store, debtorId: number, limit: number): TraceRow[] {
  return store
    .sql(
      `SELECT t.id AS traceId, t.account_id AS accountId, a.number AS accountNumber, t.source, t.tried_on AS triedOn, t.asked,
         t.outcome, t.found, t.made_at AS madeAt, t.author
       FROM traces t JOIN accounts a ON a.id = t.account_id
       WHERE t.debtor_id = ? ORDER BY t.tried_on DESC, t.id DESC LIMIT ?`,
    )
    .all(debtorId, limit) as TraceRow[];
}
