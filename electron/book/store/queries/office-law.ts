/** Who the office is in the eyes of the law, and its licences by state. Rows are only added; the newest holds. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { LicenceKind, StateCode } from '../../../../shared/domain/law.ts';
import type { Store } from '../store.ts';

export type ProfileRow = { readonly profile: string; readonly madeAt: number; readonly author: string };

export function findProfile(store: Store): ProfileRow | null {
  const row = store
    .sql('SELECT profile, made_at AS madeAt, author FROM office_profiles ORDER BY id DESC LIMIT 1')
    .get();
  return (row as ProfileRow | undefined) ?? null;
}

export function insertProfile(store: Store, { profile, madeAt, author }: ProfileRow): void {
  store
    .sql('INSERT INTO office_profiles (profile, made_at, author) VALUES (?, ?, ?)')
    .run(profile, madeAt, author);
}

export type LicenceRow = {
  readonly state: StateCode;
  readonly kind: LicenceKind;
  readonly number: string;
  readonly basis: string;
  readonly renewsOn: Day | null;
  readonly madeAt: number;
  readonly author: string;
};

export function listLicences(store: Store): LicenceRow[] {
  return store
    .sql(
      `SELECT state, kind, number, basis, renews_on AS renewsOn, made_at AS madeAt, author
       FROM licences WHERE ended_at IS NULL ORDER BY state`,
    )
    .all() as LicenceRow[];
}

/** Ends what was recorded for the state; `false` when nothing was. */
export function endLicenceOf(store: Store, state: StateCode, at: number): boolean {
  return (
    store.sql('UPDATE licences SET ended_at = ? WHERE state = ? AND ended_at IS NULL').run(at, state)
      .changes > 0
  );
}

export function insertLicence(store: Store, licence: LicenceRow): void {
  store
    .sql(
      `INSERT INTO licences (state, kind, number, basis, renews_on, made_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      licence.state,
      licence.kind,
      licence.number,
      licence.basis,
      licence.renewsOn,
      licence.madeAt,
      licence.author,
    );
}

/** Open accounts by the region of their debtor’s newest usable address, as it was typed. */
export function countAccountsByRegion(store: Store): { region: string; accounts: number }[] {
  return store
    .sql(
      `SELECT upper(trim(d.region)) AS region, count(DISTINCT s.account_id) AS accounts
       FROM addresses d CROSS JOIN account_summaries s ON s.debtor_id = d.debtor_id
       WHERE d.status IN ('current', 'unverified') AND d.region <> '' AND s.status NOT IN ('closed', 'paid', 'credit')
       GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all() as { region: string; accounts: number }[];
}
