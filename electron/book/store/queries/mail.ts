/**
 * What was mailed, what was delivered and what came back. A letter that was printed and stands in no log waits to be mailed; what
 * was entered by mistake is withdrawn and counts nowhere.
 */
import type { FoundPiece, MailPiece, MailRun, WaitingPiece } from '../../../../shared/contract/mail.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { MailClass } from '../../../../shared/domain/mail.ts';
import { shippedPapers } from '../../../../shared/templates/papers/library.ts';
import type { Store } from '../store.ts';

/** The address block as it was printed, the name first: of a letter, of one of before there were recipients, of a paper of figures. */
const block = `coalesce(l.facts -> '$.recipient.address_lines', l.facts -> '$.debtor.address_lines',
  l.facts -> '$.parties.debtor.addressLines', '[]')`;

/** Where a letter went, in one line, as it was printed; empty for a paper handed over without an address. */
const addressLine = `coalesce((SELECT group_concat(b.value, ', ') FROM json_each(${block}) b WHERE b.key > 0), '')`;

/** The newest of what became of a piece. */
const outcomeOf = (mailing: string) => `(SELECT max(o.id) FROM mail_returns o
  WHERE o.mailing_id = ${mailing} AND o.withdrawn_at IS NULL)`;

/**
 * The validation notice, shipped or of the office’s own, by what its version says it is (`isValidationNotice`): the day it is mailed begins
 * a period the law counts. A version from before letters said so is known by its code.
 */
const validationNotice = `(CASE WHEN t.about = '{}' THEN t.code GLOB 'validation-notice*' OR t.replaces GLOB 'validation-notice*'
  ELSE coalesce(t.about ->> '$.stage', '') = 'first_notice'
    AND EXISTS (SELECT 1 FROM json_each(t.about, '$.needs') n WHERE n.value = 'validation') END)`;

/** The answer to a dispute, shipped or of the office's own: from the day it is mailed collecting may go on. */
const verification = `('dispute-verification' IN (t.code, t.replaces) AND coalesce(t.about ->> '$.stage', 'dispute') = 'dispute')`;

// ---- to be mailed -----------------------------------------------------------------------------------------------

const officeCopy = shippedPapers['contact-history'].code;

const waitingFrom = `letters l JOIN accounts a ON a.id = l.account_id JOIN debtors d ON d.id = a.debtor_id
  JOIN templates t ON t.id = l.template_id`;
const notLogged = `NOT EXISTS (SELECT 1 FROM mailings m WHERE m.letter_id = l.id AND m.withdrawn_at IS NULL)`;

const waitingColumns = `l.id AS letterId, l.account_id AS accountId, a.number AS accountNumber, d.name AS debtorName,
  t.name AS templateName, l.pages, ${addressLine} AS address, l.printed_at AS printedAt, ${validationNotice} AS validationNotice`;

type WaitingSql = Omit<WaitingPiece, 'validationNotice'> & { readonly validationNotice: 0 | 1 };
const toWaiting = (row: WaitingSql): WaitingPiece => ({
  ...row,
  validationNotice: row.validationNotice === 1,
});

/** Printed since `since` (an instant) and in no log, the newest first, from below `before`. */
export function listLettersToMail(
  store: Store,
  page: { readonly since: number; readonly before: number | null; readonly limit: number },
): WaitingPiece[] {
  const rows = store
    .sql(
      `SELECT ${waitingColumns}, NULL AS place FROM ${waitingFrom}
       WHERE l.printed_at >= :since AND t.code <> '${officeCopy}' AND l.id < :before AND ${notLogged}
       ORDER BY l.id DESC LIMIT :limit`,
    )
    .all({ ...page, before: page.before ?? Number.MAX_SAFE_INTEGER }) as WaitingSql[];
  return rows.map(toWaiting);
}

export function countLettersToMail(store: Store, since: number): number {
  return store
    .sql(
      `SELECT count(*) FROM letters l JOIN templates t ON t.id = l.template_id
       WHERE l.printed_at >= ? AND t.code <> '${officeCopy}' AND ${notLogged}`,
    )
    .pluck()
    .get(since) as number;
}

/** Letters of a run that came out of the printer and are in no log, in the order of the run, after place `after`. */
export function listRunToMail(
  store: Store,
  page: { readonly runId: number; readonly after: number; readonly limit: number },
): WaitingPiece[] {
  const rows = store
    .sql(
      `SELECT ${waitingColumns}, r.place FROM print_run_letters r CROSS JOIN ${waitingFrom.replace('letters l JOIN', 'letters l ON l.id = r.letter_id JOIN')}
       WHERE r.run_id = :runId AND r.state = 'printed' AND r.place > :after AND ${notLogged}
       ORDER BY r.place LIMIT :limit`,
    )
    .all(page) as WaitingSql[];
  return rows.map(toWaiting);
}

export function listMailRuns(store: Store, limit: number): MailRun[] {
  return store
    .sql(
      `SELECT r.id AS runId, r.name, r.made_at AS madeAt, count(*) AS printed,
         sum(EXISTS (SELECT 1 FROM mailings m WHERE m.letter_id = p.letter_id AND m.withdrawn_at IS NULL)) AS mailed
       FROM (SELECT * FROM print_runs ORDER BY id DESC LIMIT :limit) r
       JOIN print_run_letters p ON p.run_id = r.id AND p.state = 'printed'
       GROUP BY r.id ORDER BY r.id DESC`,
    )
    .all({ limit }) as MailRun[];
}

export function hasRun(store: Store, runId: number): boolean {
  return store.sql('SELECT 1 FROM print_runs WHERE id = ?').pluck().get(runId) === 1;
}

/** `null` when there is no such run. */
export function findRunName(store: Store, runId: number): string | null {
  const name = store.sql('SELECT name FROM print_runs WHERE id = ?').pluck().get(runId);
  return (name as string | undefined) ?? null;
}

export type MailedLetter = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly addressId: number | null;
  readonly madeAt: number;
  readonly printed: boolean;
  readonly validationNotice: boolean;
  /** It answers a dispute, and no other was entered since it was made, which it cannot answer. */
  readonly verifies: boolean;
  readonly templateName: string;
};

/** What the log has to know of a letter; `null` when there is none. */
export function findMailedLetter(store: Store, letterId: number): MailedLetter | null {
  const row = store
    .sql(
      `SELECT l.account_id AS accountId, a.debtor_id AS debtorId, l.address_id AS addressId, l.made_at AS madeAt,
         l.printed_at IS NOT NULL AS printed, ${validationNotice} AS validationNotice, t.name AS templateName,
         ${verification} AND NOT EXISTS (SELECT 1 FROM legal_events e WHERE e.debtor_id = a.debtor_id AND e.kind = 'dispute'
           AND e.ended_at IS NULL AND coalesce(e.account_id, a.id) = a.id AND e.made_at > l.made_at) AS verifies
       FROM letters l JOIN accounts a ON a.id = l.account_id JOIN templates t ON t.id = l.template_id WHERE l.id = ?`,
    )
    .get(letterId) as
    | (Omit<MailedLetter, 'printed' | 'validationNotice' | 'verifies'> & {
        printed: 0 | 1;
        validationNotice: 0 | 1;
        verifies: 0 | 1 | null;
      })
    | undefined;
  if (!row) return null;
  return {
    ...row,
    printed: row.printed === 1,
    validationNotice: row.validationNotice === 1,
    verifies: row.verifies === 1,
  };
}

// ---- the log ----------------------------------------------------------------------------------------------------

export type NewMailing = {
  readonly letterId: number;
  readonly runId: number | null;
  readonly mailedOn: Day;
  readonly class: MailClass;
  readonly articleNumber: string;
  readonly receiptNumber: string;
  readonly postageCents: number;
  readonly addressId: number | null;
  readonly note: string;
  readonly madeAt: number;
  readonly author: string;
};

export function insertMailing(store: Store, mailing: NewMailing): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO mailings (letter_id, run_id, mailed_on, class, article_number, receipt_number, postage_cents, address_id, note,
         made_at, author)
       VALUES (:letterId, :runId, :mailedOn, :class, :articleNumber, :receiptNumber, :postageCents, :addressId, :note, :madeAt, :author)`,
    )
    .run(mailing);
  return Number(lastInsertRowid);
}

export function updateMailingWithdrawn(store: Store, mailingId: number, at: number): void {
  store.sql('UPDATE mailings SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL').run(at, mailingId);
}

/** Whose piece bears this number, of those that stand; `null` when nobody's. */
export function findNumberBearer(store: Store, number: string): string | null {
  const name = store
    .sql(
      `SELECT d.name FROM mailings m JOIN letters l ON l.id = m.letter_id JOIN accounts a ON a.id = l.account_id
         JOIN debtors d ON d.id = a.debtor_id
       WHERE m.withdrawn_at IS NULL AND m.id IN (SELECT id FROM mailings WHERE article_number = :number AND article_number <> ''
         UNION ALL SELECT id FROM mailings WHERE receipt_number = :number AND receipt_number <> '') LIMIT 1`,
    )
    .pluck()
    .get({ number });
  return (name as string | undefined) ?? null;
}

/** The entry of a letter that stands; `null` when it is in no log. */
export function findMailingOfLetter(store: Store, letterId: number): number | null {
  const id = store
    .sql('SELECT max(id) FROM mailings WHERE letter_id = ? AND withdrawn_at IS NULL')
    .pluck()
    .get(letterId);
  return (id as number | null | undefined) ?? null;
}

export type MailingRecord = {
  readonly mailingId: number;
  readonly letterId: number;
  readonly accountId: number;
  readonly debtorId: number;
  readonly addressId: number | null;
  readonly mailedOn: Day;
  readonly class: MailClass;
  readonly withdrawn: boolean;
};

export function findMailing(store: Store, mailingId: number): MailingRecord | null {
  const row = store
    .sql(
      `SELECT m.id AS mailingId, m.letter_id AS letterId, l.account_id AS accountId, a.debtor_id AS debtorId,
         coalesce(m.address_id, l.address_id) AS addressId, m.mailed_on AS mailedOn, m.class, m.withdrawn_at IS NOT NULL AS withdrawn
       FROM mailings m JOIN letters l ON l.id = m.letter_id JOIN accounts a ON a.id = l.account_id WHERE m.id = ?`,
    )
    .get(mailingId) as (Omit<MailingRecord, 'withdrawn'> & { withdrawn: 0 | 1 }) | undefined;
  return row ? { ...row, withdrawn: row.withdrawn === 1 } : null;
}

/** What a piece of each service cost the last time, and the service of the last piece. */
export function readUsualPostage(store: Store): {
  readonly class: MailClass;
  readonly postage: readonly { readonly class: MailClass; readonly postageCents: number }[];
} {
  // The last of each service; older ones say nothing of today's prices. At a bare column SQLite takes the row of the max.
  const rows = store
    .sql(
      `SELECT class, postage_cents AS postageCents, max(id) AS last
       FROM (SELECT id, class, postage_cents FROM mailings WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT 2000)
       GROUP BY class ORDER BY last DESC`,
    )
    .all() as { class: MailClass; postageCents: number; last: number }[];
  return {
    class: rows[0]?.class ?? 'first_class',
    postage: rows.map(({ last: _, ...row }) => row),
  };
}

export type MailFilter = {
  /** A full-text expression over debtors and accounts; `null` for all. */
  readonly match: string | null;
  /** Digits of a number; they count beside the words. */
  readonly digits: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly class: MailClass | null;
  readonly state: 'any' | 'mailed' | 'delivered' | 'returned';
  readonly runId: number | null;
  readonly accountId: number | null;
  readonly withWithdrawn: boolean;
};

type Value = string | number | null;

function conditionsOf(filter: MailFilter): { readonly sql: string; readonly values: Record<string, Value> } {
  const conditions: string[] = [];
  const values: Record<string, Value> = {};
  const add = (sql: string, name: string, value: Value) => {
    if (value === null) return;
    conditions.push(sql);
    values[name] = value;
  };
  add('m.mailed_on >= :from', 'from', filter.from);
  add('m.mailed_on <= :to', 'to', filter.to);
  add('m.class = :class', 'class', filter.class);
  add('m.run_id = :runId', 'runId', filter.runId);
  add('l.account_id = :accountId', 'accountId', filter.accountId);
  if (!filter.withWithdrawn) conditions.push('m.withdrawn_at IS NULL');
  if (filter.state === 'mailed') conditions.push('o.id IS NULL');
  else if (filter.state !== 'any') add('o.kind = :state', 'state', filter.state);
  const words: string[] = [];
  if (filter.match !== null) {
    words.push('l.account_id IN (SELECT rowid FROM account_search WHERE account_search MATCH :match)');
    values.match = filter.match;
  }
  if (filter.digits !== null) {
    words.push('instr(m.article_number, :digits) > 0 OR instr(m.receipt_number, :digits) > 0');
    values.digits = filter.digits;
  }
  if (words.length > 0) conditions.push(`(${words.join(' OR ')})`);
  return { sql: conditions.length === 0 ? 'true' : conditions.join(' AND '), values };
}

const logFrom = `mailings m JOIN letters l ON l.id = m.letter_id LEFT JOIN mail_returns o ON o.id = ${outcomeOf('m.id')}`;

type PieceSql = Omit<MailPiece, 'withdrawn' | 'state' | 'outcome' | 'validationNotice'> & {
  readonly validationNotice: 0 | 1;
  readonly withdrawn: 0 | 1;
  readonly returnId: number | null;
  readonly kind: 'delivered' | 'returned' | null;
  readonly outcomeOn: Day | null;
  readonly reason: string | null;
  readonly signedBy: string | null;
  readonly outcomeNote: string | null;
};

function toPiece({
  withdrawn,
  validationNotice,
  returnId,
  kind,
  outcomeOn,
  reason,
  signedBy,
  outcomeNote,
  ...row
}: PieceSql): MailPiece {
  const known = returnId !== null && outcomeOn !== null;
  return {
    ...row,
    withdrawn: withdrawn === 1,
    validationNotice: validationNotice === 1,
    state: kind ?? 'mailed',
    outcome: known
      ? { returnId, on: outcomeOn, reason: reason ?? '', signedBy: signedBy ?? '', note: outcomeNote ?? '' }
      : null,
  };
}

const pieceColumns = `m.id AS mailingId, m.letter_id AS letterId, l.account_id AS accountId, a.number AS accountNumber,
  d.name AS debtorName, t.name AS templateName, l.pages, ${addressLine} AS address, coalesce(m.address_id, l.address_id) AS addressId,
  ${validationNotice} AS validationNotice, m.run_id AS runId, m.mailed_on AS mailedOn,
  m.class, m.article_number AS articleNumber, m.receipt_number AS receiptNumber, m.postage_cents AS postageCents, m.note,
  m.made_at AS madeAt, m.author, m.withdrawn_at IS NOT NULL AS withdrawn, o.id AS returnId, o.kind, o.on_day AS outcomeOn,
  o.reason, o.signed_by AS signedBy, o.note AS outcomeNote`;
const pieceJoins = `JOIN accounts a ON a.id = l.account_id JOIN debtors d ON d.id = a.debtor_id
  JOIN templates t ON t.id = l.template_id`;

/** The log, the last entered first. */
export function listMailings(
  store: Store,
  filter: MailFilter,
  page: { readonly before: number | null; readonly limit: number },
): MailPiece[] {
  const { sql, values } = conditionsOf(filter);
  const rows = store
    .sql(
      `SELECT ${pieceColumns} FROM ${logFrom} ${pieceJoins}
       WHERE ${sql} AND m.id < :before ORDER BY m.id DESC LIMIT :limit`,
    )
    .all({ ...values, before: page.before ?? Number.MAX_SAFE_INTEGER, limit: page.limit }) as PieceSql[];
  return rows.map(toPiece);
}

export function sumMailings(
  store: Store,
  filter: MailFilter,
): {
  readonly pieces: number;
  readonly postageCents: number;
  readonly delivered: number;
  readonly returned: number;
} {
  const { sql, values } = conditionsOf(filter);
  return store
    .sql(
      `SELECT count(*) AS pieces, coalesce(sum(iif(m.withdrawn_at IS NULL, m.postage_cents, 0)), 0) AS postageCents,
         coalesce(sum(o.kind = 'delivered'), 0) AS delivered, coalesce(sum(o.kind = 'returned'), 0) AS returned
       FROM ${logFrom} WHERE ${sql}`,
    )
    .get(values) as { pieces: number; postageCents: number; delivered: number; returned: number };
}

export type SheetPiece = Pick<
  MailPiece,
  'letterId' | 'accountNumber' | 'debtorName' | 'class' | 'articleNumber' | 'receiptNumber' | 'postageCents'
> & {
  /** The address block as it was printed, the name first; empty where none was. */
  readonly block: readonly string[];
};

/** The pieces of a day or of a run on it, in the order they were entered: as they lie on the counter of the post. */
export function listSheet(
  store: Store,
  asked: {
    readonly mailedOn: Day;
    readonly runId: number | null;
    readonly numberedOnly: boolean;
    readonly limit: number;
  },
): SheetPiece[] {
  const { mailedOn, runId, numberedOnly, limit } = asked;
  const rows = store
    .sql(
      `SELECT m.letter_id AS letterId, a.number AS accountNumber, d.name AS debtorName, m.class, m.article_number AS articleNumber,
         m.receipt_number AS receiptNumber, m.postage_cents AS postageCents, ${block} AS block
       FROM mailings m JOIN letters l ON l.id = m.letter_id JOIN accounts a ON a.id = l.account_id JOIN debtors d ON d.id = a.debtor_id
       WHERE m.mailed_on = :mailedOn AND m.withdrawn_at IS NULL ${runId === null ? '' : 'AND m.run_id = :runId'}
         ${numberedOnly ? "AND m.article_number <> ''" : "AND m.class <> 'hand'"} ORDER BY m.id LIMIT :limit`,
    )
    .all({ mailedOn, limit, ...(runId === null ? {} : { runId }) }) as (Omit<SheetPiece, 'block'> & {
    readonly block: string;
  })[];
  return rows.map((row) => ({ ...row, block: JSON.parse(row.block) as string[] }));
}

// ---- what a returned envelope is ---------------------------------------------------------------------------------

type FoundSql = Omit<FoundPiece, 'validationNotice'> & { readonly validationNotice: 0 | 1 };
const toFound = (row: FoundSql): FoundPiece => ({ ...row, validationNotice: row.validationNotice === 1 });

const foundColumns = `m.id AS mailingId, l.id AS letterId, l.account_id AS accountId, a.number AS accountNumber,
  d.name AS debtorName, t.name AS templateName, m.mailed_on AS mailedOn, coalesce(m.article_number, '') AS articleNumber,
  coalesce(m.address_id, l.address_id) AS addressId, ${validationNotice} AS validationNotice, iif(m.id IS NULL, NULL, coalesce(o.kind, 'mailed')) AS state`;
const foundFrom = `letters l JOIN accounts a ON a.id = l.account_id JOIN debtors d ON d.id = a.debtor_id
  JOIN templates t ON t.id = l.template_id
  LEFT JOIN mailings m ON m.id = (SELECT max(n.id) FROM mailings n WHERE n.letter_id = l.id AND n.withdrawn_at IS NULL)
  LEFT JOIN mail_returns o ON o.id = ${outcomeOf('m.id')}`;

/** By the number on it, its own or that of its green card. */
export function findPiecesByNumber(store: Store, number: string): FoundPiece[] {
  const rows = store
    .sql(
      `SELECT ${foundColumns} FROM ${foundFrom}
       WHERE m.id IN (SELECT id FROM mailings WHERE article_number = :number AND article_number <> '' AND withdrawn_at IS NULL
         UNION ALL SELECT id FROM mailings WHERE receipt_number = :number AND receipt_number <> '' AND withdrawn_at IS NULL)
         AND l.id IN (SELECT letter_id FROM mailings WHERE article_number = :number OR receipt_number = :number)`,
    )
    .all({ number }) as FoundSql[];
  return rows.map(toFound);
}

export function findPieceOfLetter(store: Store, letterId: number): FoundPiece | null {
  const row = store.sql(`SELECT ${foundColumns} FROM ${foundFrom} WHERE l.id = ?`).get(letterId);
  return row ? toFound(row as FoundSql) : null;
}

/** Letters that left the office, of accounts a text finds, the newest first. */
export function searchPieces(store: Store, match: string, limit: number): FoundPiece[] {
  const rows = store
    .sql(
      `SELECT ${foundColumns} FROM ${foundFrom}
       WHERE l.account_id IN (SELECT rowid FROM account_search WHERE account_search MATCH :match LIMIT 200)
         AND (l.printed_at IS NOT NULL OR l.saved_at IS NOT NULL) AND t.code <> '${officeCopy}'
       ORDER BY l.id DESC LIMIT :limit`,
    )
    .all({ match, limit }) as FoundSql[];
  return rows.map(toFound);
}

/** Accounts a text finds, for mail that went out before this book. */
export function searchMailAccounts(store: Store, match: string, limit: number): FoundPiece[] {
  const rows = store
    .sql(
      `SELECT NULL AS mailingId, NULL AS letterId, s.account_id AS accountId, s.number AS accountNumber, s.debtor_name AS debtorName,
         NULL AS templateName, NULL AS mailedOn, '' AS articleNumber, NULL AS addressId, 0 AS validationNotice, NULL AS state
       FROM account_search f CROSS JOIN account_summaries s ON s.account_id = f.rowid
       WHERE account_search MATCH :match ORDER BY s.name_sort, s.account_id LIMIT :limit`,
    )
    .all({ match, limit }) as FoundSql[];
  return rows.map(toFound);
}

// ---- what became of it -------------------------------------------------------------------------------------------

export type NewMailReturn = {
  readonly mailingId: number | null;
  readonly letterId: number | null;
  readonly accountId: number;
  readonly addressId: number | null;
  readonly kind: 'delivered' | 'returned';
  readonly on: Day;
  readonly reason: string;
  readonly signedBy: string;
  readonly newAddressId: number | null;
  readonly eventId: number | null;
  readonly changeId: number | null;
  readonly note: string;
  readonly madeAt: number;
  readonly author: string;
};

export function insertMailReturn(store: Store, row: NewMailReturn): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO mail_returns (mailing_id, letter_id, account_id, address_id, kind, on_day, reason, signed_by, new_address_id,
         event_id, change_id, note, made_at, author)
       VALUES (:mailingId, :letterId, :accountId, :addressId, :kind, :on, :reason, :signedBy, :newAddressId, :eventId, :changeId,
         :note, :madeAt, :author)`,
    )
    .run(row);
  return Number(lastInsertRowid);
}

export type MailReturnRecord = {
  readonly returnId: number;
  readonly kind: 'delivered' | 'returned';
  readonly accountId: number;
  readonly debtorId: number;
  readonly eventId: number | null;
  readonly changeId: number | null;
  readonly withdrawn: boolean;
};

export function findMailReturn(store: Store, returnId: number): MailReturnRecord | null {
  const row = store
    .sql(
      `SELECT r.id AS returnId, r.kind, r.account_id AS accountId, a.debtor_id AS debtorId, r.event_id AS eventId,
         r.change_id AS changeId, r.withdrawn_at IS NOT NULL AS withdrawn
       FROM mail_returns r JOIN accounts a ON a.id = r.account_id WHERE r.id = ?`,
    )
    .get(returnId) as (Omit<MailReturnRecord, 'withdrawn'> & { withdrawn: 0 | 1 }) | undefined;
  return row ? { ...row, withdrawn: row.withdrawn === 1 } : null;
}

export function updateReturnWithdrawn(store: Store, returnId: number, at: number): void {
  store
    .sql('UPDATE mail_returns SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL')
    .run(at, returnId);
}

export function findOutcome(store: Store, mailingId: number): 'delivered' | 'returned' | null {
  const kind = store
    .sql(`SELECT kind FROM mail_returns WHERE id = ${outcomeOf(':mailingId')}`)
    .pluck()
    .get({ mailingId });
  return (kind as 'delivered' | 'returned' | undefined) ?? null;
}

/** The event the mailing of a first notice or of an answer to a dispute made, while it binds. */
export function findEventOfMailing(store: Store, letterId: number): number | null {
  const id = store
    .sql(
      `SELECT id FROM legal_events WHERE letter_id = ? AND kind IN ('validation_notice', 'verification_sent') AND ended_at IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(letterId);
  return (id as number | undefined) ?? null;
}
