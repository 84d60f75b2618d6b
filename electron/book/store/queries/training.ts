/** Hours of training and certificates. Rows are never changed; what was entered by mistake is withdrawn. */
import type { MinutesOfMonth, TrainingKind } from '../../../../shared/domain/training.ts';
import type { Store } from '../store.ts';

export type TrainingRow = {
  readonly entryId: number;
  readonly onDay: string;
  readonly minutes: number;
  readonly kind: TrainingKind;
  readonly subject: string;
  /** JSON. */
  readonly score: string | null;
  readonly madeAt: number;
  readonly author: string;
};

export type CertificateRow = {
  readonly certificateId: number;
  readonly holder: string;
  readonly name: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly renewsOn: string | null;
};

/** Newest day first. */
export function listTraining(store: Store, limit: number): TrainingRow[] {
  return store
    .sql(
      `SELECT id AS entryId, on_day AS onDay, minutes, kind, subject, score, made_at AS madeAt, author
       FROM training_log WHERE withdrawn_at IS NULL ORDER BY on_day DESC, id DESC LIMIT ?`,
    )
    .all(limit) as TrainingRow[];
}

export function minutesByMonth(store: Store): MinutesOfMonth[] {
  return store
    .sql(
      `SELECT substr(on_day, 1, 7) AS month, kind, sum(minutes) AS minutes
       FROM training_log WHERE withdrawn_at IS NULL GROUP BY month, kind ORDER BY month DESC, kind`,
    )
    .all() as MinutesOfMonth[];
}

export function insertTraining(store: Store, row: Omit<TrainingRow, 'entryId'>): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO training_log (on_day, minutes, kind, subject, score, made_at, author)
       VALUES (:onDay, :minutes, :kind, :subject, :score, :madeAt, :author)`,
    )
    .run(row);
  return Number(lastInsertRowid);
}

/** False where there is no such entry, or it was withdrawn before. */
export function withdrawTraining(store: Store, entryId: number, at: number): boolean {
  const { changes } = store
    .sql('UPDATE training_log SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL')
    .run(at, entryId);
  return changes > 0;
}

/** Soonest to run out first; those without an end last. */
export function listCertificates(store: Store): CertificateRow[] {
  return store
    .sql(
      `SELECT id AS certificateId, holder, name, number, issued_on AS issuedOn, renews_on AS renewsOn
       FROM certificates WHERE ended_at IS NULL ORDER BY renews_on IS NULL, renews_on, holder, id`,
    )
    .all() as CertificateRow[];
}

export function insertCertificate(
  store: Store,
  row: Omit<CertificateRow, 'certificateId'> & { readonly madeAt: number; readonly author: string },
): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO certificates (holder, name, number, issued_on, renews_on, made_at, author)
       VALUES (:holder, :name, :number, :issuedOn, :renewsOn, :madeAt, :author)`,
    )
    .run(row);
  return Number(lastInsertRowid);
}

/** False where there is no such certificate, or it was ended before. */
export function endCertificate(store: Store, certificateId: number, at: number): boolean {
  const { changes } = store
    .sql('UPDATE certificates SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
    .run(at, certificateId);
  return changes > 0;
}
