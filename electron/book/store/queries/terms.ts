/** Interest terms of an account and the days interest was posted by hand. A row is withdrawn, never changed. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Compounding, DayCount, InterestMethod } from '../../../../shared/domain/interest.ts';
import type { BasisKind } from '../../../../shared/domain/ledger.ts';
import type { Rate } from '../../../../shared/domain/rate.ts';
import type { Store } from '../store.ts';

export type NewTerms = {
  readonly accountId: number;
  readonly fromOn: Day;
  readonly method: InterestMethod;
  readonly rate: Rate;
  readonly compounding: Compounding | null;
  readonly dayCount: DayCount;
  readonly capCents: number | null;
  readonly basisKind: BasisKind;
  readonly basis: string;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

export type TermsRecord = Omit<NewTerms, 'operationId'> & {
  readonly termsId: number;
  readonly withdrawnAt: number | null;
};

export function insertTerms(store: Store, terms: NewTerms): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO terms (account_id, from_on, method, rate, compounding, day_count, cap_cents, basis_kind, basis, made_at,
         author, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      terms.accountId,
      terms.fromOn,
      terms.method,
      terms.rate,
      terms.compounding,
      terms.dayCount,
      terms.capCents,
      terms.basisKind,
      terms.basis,
      terms.madeAt,
      terms.author,
      terms.operationId,
    );
  return Number(lastInsertRowid);
}

const columns = `id AS termsId, account_id AS accountId, from_on AS fromOn, method, rate, compounding, day_count AS dayCount,
  cap_cents AS capCents, basis_kind AS basisKind, basis, made_at AS madeAt, author, withdrawn_at AS withdrawnAt`;

/** Every row of an account by the day it runs from, those withdrawn since among them. */
export function listTerms(store: Store, accountId: number): TermsRecord[] {
  return store
    .sql(`SELECT ${columns} FROM terms WHERE account_id = ? ORDER BY from_on, id`)
    .all(accountId) as TermsRecord[];
}

export function findTerms(store: Store, termsId: number): TermsRecord | null {
  const row = store.sql(`SELECT ${columns} FROM terms WHERE id = ?`).get(termsId);
  return (row as TermsRecord | undefined) ?? null;
}

/** The terms in force from exactly this day, which new ones of the day replace. */
export function findTermsFrom(store: Store, accountId: number, fromOn: Day): number | null {
  const id = store
    .sql('SELECT id FROM terms WHERE account_id = ? AND from_on = ? AND withdrawn_at IS NULL')
    .pluck()
    .get(accountId, fromOn);
  return (id as number | undefined) ?? null;
}

export function updateTermsWithdrawn(store: Store, termsId: number, at: number, reason: string): void {
  store.sql('UPDATE terms SET withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?').run(at, reason, termsId);
}

export type PostingDay = { readonly onDay: Day; readonly madeAt: number };

export function listPostingDays(store: Store, accountId: number): PostingDay[] {
  return store
    .sql('SELECT on_day AS onDay, made_at AS madeAt FROM posting_days WHERE account_id = ? ORDER BY on_day')
    .all(accountId) as PostingDay[];
}

/** A day posted before stays as it was. */
export function insertPostingDay(
  store: Store,
  day: {
    readonly accountId: number;
    readonly onDay: Day;
    readonly reason: string;
    readonly madeAt: number;
    readonly author: string;
  },
): void {
  store
    .sql(
      `INSERT INTO posting_days (account_id, on_day, reason, made_at, author) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (account_id, on_day) DO NOTHING`,
    )
    .run(day.accountId, day.onDay, day.reason, day.madeAt, day.author);
}
