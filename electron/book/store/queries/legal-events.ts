/** Events the law attaches something to. Append-only: one is ended or withdrawn, once, and never changed. */
import type { CallClock, LegalEventRow } from '../../../../shared/contract/law.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { LegalEventKind } from '../../../../shared/domain/law.ts';
import type { EventDetail, EventScope } from '../../../../shared/rules/facts.ts';
import type { Store } from '../store.ts';
import { readDetail, readScope } from './law-facts.ts';

export type NewLegalEvent = {
  readonly debtorId: number;
  /** The debt it is about; `null` for every debt of the person. */
  readonly accountId: number | null;
  readonly kind: LegalEventKind;
  readonly on: Day;
  readonly at: number | null;
  readonly scope: Partial<EventScope>;
  readonly detail: EventDetail;
  readonly source: string;
  readonly document: string;
  readonly memo: string;
  readonly contactId: number | null;
  readonly letterId: number | null;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

/** What is left open is not written: most scopes are `{}`. */
function scopeJson(scope: Partial<EventScope>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== null)));
}

export function insertLegalEvent(store: Store, event: NewLegalEvent): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO legal_events (debtor_id, account_id, kind, on_day, at, scope, detail, source, document, memo, contact_id,
         letter_id, made_at, author, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      event.debtorId,
      event.accountId,
      event.kind,
      event.on,
      event.at,
      scopeJson(event.scope),
      JSON.stringify(event.detail),
      event.source,
      event.document,
      event.memo,
      event.contactId,
      event.letterId,
      event.madeAt,
      event.author,
      event.operationId,
    );
  return Number(lastInsertRowid);
}

export type LegalEventRecord = {
  readonly eventId: number;
  readonly debtorId: number;
  readonly accountId: number | null;
  readonly kind: LegalEventKind;
  readonly on: Day;
  readonly scope: EventScope;
  readonly detail: EventDetail;
  /** Ended or withdrawn: nothing of it can change any more. */
  readonly over: boolean;
};

export function findLegalEvent(store: Store, eventId: number): LegalEventRecord | null {
  const row = store
    .sql(
      `SELECT debtor_id AS debtorId, account_id AS accountId, kind, on_day AS "on", scope, detail,
         ended_at IS NOT NULL AS over FROM legal_events WHERE id = ?`,
    )
    .get(eventId) as
    | (Pick<LegalEventRecord, 'debtorId' | 'accountId' | 'kind' | 'on'> & {
        scope: string;
        detail: string;
        over: 0 | 1;
      })
    | undefined;
  if (!row) return null;
  return {
    ...row,
    eventId,
    scope: readScope(row.scope),
    detail: readDetail(row.detail),
    over: row.over === 1,
  };
}

/** The first day it no longer binds, and what ended it. */
export type EventEnd = {
  readonly on: Day;
  readonly at: number;
  readonly reason: string;
  readonly source: string;
  readonly author: string;
  /** It was entered by mistake and never was. */
  readonly withdrawn: boolean;
};

export function endLegalEvent(store: Store, eventId: number, end: EventEnd): void {
  store
    .sql(
      `UPDATE legal_events SET ended_on = ?, ended_at = ?, ended_reason = ?, ended_source = ?, ended_author = ?, withdrawn = ?
       WHERE id = ?`,
    )
    .run(end.on, end.at, end.reason, end.source, end.author, end.withdrawn ? 1 : 0, eventId);
}

/** Events of a kind about a debt, or about every debt of its person, that nothing ended; `accountId: null` asks only for the latter. */
export function listOpenEvents(
  store: Store,
  debtorId: number,
  accountId: number | null,
  kind: LegalEventKind,
): LegalEventRecord[] {
  const ids = store
    .sql(
      `SELECT id FROM legal_events WHERE debtor_id = ? AND kind = ? AND ended_at IS NULL
         AND (account_id IS NULL OR account_id = ?) ORDER BY id`,
    )
    .pluck()
    .all(debtorId, kind, accountId) as number[];
  return ids.flatMap((eventId) => findLegalEvent(store, eventId) ?? []);
}

/** Accounts of an import whose person has open events about every debt, with those. */
export function listPersonEventsOfImport(
  store: Store,
  importId: number,
): { readonly accountId: number; readonly eventId: number }[] {
  return store
    .sql(
      `SELECT a.id AS accountId, e.id AS eventId FROM accounts a JOIN legal_events e ON e.debtor_id = a.debtor_id
       WHERE a.import_id = ? AND e.account_id IS NULL AND e.ended_at IS NULL ORDER BY a.id, e.id`,
    )
    .all(importId) as { accountId: number; eventId: number }[];
}

/** Where an event is known from. */
export function findEventSource(store: Store, eventId: number): string {
  return (store.sql('SELECT source FROM legal_events WHERE id = ?').pluck().get(eventId) as string) ?? '';
}

type EventSql = Omit<LegalEventRow, 'scope' | 'detail' | 'withdrawn'> & {
  readonly scope: string;
  readonly detail: string;
  readonly withdrawn: 0 | 1;
};

/** Everything recorded of a person, newest first, with the account each was recorded with; ended and withdrawn ones too. */
export function listEventRows(store: Store, debtorId: number): LegalEventRow[] {
  const rows = store
    .sql(
      `SELECT e.id AS eventId, e.kind, e.account_id AS accountId, a.number AS accountNumber, e.on_day AS "on", e.at, e.scope,
         e.detail, e.source, e.document, e.memo, e.contact_id AS contactId, e.letter_id AS letterId, e.made_at AS madeAt,
         e.author, e.ended_on AS endedOn, e.ended_reason AS endedReason, e.ended_source AS endedSource,
         e.ended_author AS endedAuthor, e.withdrawn
       FROM legal_events e LEFT JOIN accounts a ON a.id = e.account_id
       WHERE e.debtor_id = ? ORDER BY e.on_day DESC, e.id DESC`,
    )
    .all(debtorId) as EventSql[];
  return rows.map((row) => ({
    ...row,
    scope: readScope(row.scope),
    detail: readDetail(row.detail) as LegalEventRow['detail'],
    withdrawn: row.withdrawn === 1,
  }));
}

const _noClock: CallClock = { outcome: null, code: null, opensAt: null, closesAt: null, used: null };
