/** Letters that wait to be printed together. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type QueuedLetter = {
  readonly queueId: number;
  readonly accountId: number;
  readonly templateCode: string;
  readonly memberId: number | null;
  readonly wantedOn: Day;
  readonly state: 'waiting' | 'printed' | 'left_out';
  readonly letterId: number | null;
};

const columns = `q.id AS queueId, q.account_id AS accountId, q.template_code AS templateCode, q.member_id AS memberId,
  q.wanted_on AS wantedOn, q.state, q.letter_id AS letterId`;

export type NewQueued = {
  readonly accountId: number;
  readonly templateCode: string;
  readonly memberId: number | null;
  readonly wantedOn: Day;
  readonly madeAt: number;
  readonly author: string;
};

export function insertQueued(store: Store, letter: NewQueued): number {
  const { accountId, templateCode, memberId, wantedOn, madeAt, author } = letter;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO print_queue (account_id, template_code, member_id, wanted_on, state, made_at, author)
       VALUES (?, ?, ?, ?, 'waiting', ?, ?)`,
    )
    .run(accountId, templateCode, memberId, wantedOn, madeAt, author);
  return Number(lastInsertRowid);
}

export function findQueued(store: Store, queueId: number): QueuedLetter | null {
  const row = store.sql(`SELECT ${columns} FROM print_queue q WHERE q.id = ?`).get(queueId);
  return (row as QueuedLetter | undefined) ?? null;
}

/** A letter of this code that waits for the account already. */
export function findWaitingOf(store: Store, accountId: number, templateCode: string): number | null {
  const found = store
    .sql(
      `SELECT id FROM print_queue WHERE account_id = ? AND template_code = ? AND state = 'waiting' ORDER BY id LIMIT 1`,
    )
    .pluck()
    .get(accountId, templateCode);
  return (found as number | undefined) ?? null;
}

export type WaitingRow = QueuedLetter & {
  readonly debtorName: string;
  readonly number: string;
  readonly balanceCents: number;
  readonly strategyName: string | null;
};

/** Waiting ones in the order they were wanted, from after one. */
export function listWaiting(store: Store, after: QueuedLetter | null, limit: number): WaitingRow[] {
  return store
    .sql(
      `SELECT ${columns}, s.debtor_name AS debtorName, s.number, s.balance_cents AS balanceCents,
         (SELECT t.name FROM strategy_members m JOIN strategies t ON t.id = m.strategy_id WHERE m.id = q.member_id) AS strategyName
       FROM print_queue q JOIN account_summaries s ON s.account_id = q.account_id
       WHERE q.state = 'waiting' AND (q.wanted_on, q.id) > (:wantedOn, :queueId)
       ORDER BY q.wanted_on, q.id LIMIT :limit`,
    )
    .all({ wantedOn: after?.wantedOn ?? '', queueId: after?.queueId ?? 0, limit }) as WaitingRow[];
}

export function countWaitingLetters(store: Store): { waiting: number; accounts: number } {
  return store
    .sql(
      `SELECT count(*) AS waiting, count(DISTINCT account_id) AS accounts FROM print_queue WHERE state = 'waiting'`,
    )
    .get() as { waiting: number; accounts: number };
}

/** Waiting letters of each strategy. */
export function countWaitingByStrategy(store: Store): Map<number, number> {
  const rows = store
    .sql(
      `SELECT m.strategy_id, count(*) FROM print_queue q CROSS JOIN strategy_members m ON m.id = q.member_id
       WHERE q.state = 'waiting' GROUP BY m.strategy_id`,
    )
    .raw()
    .all();
  return new Map(rows as [number, number][]);
}

/** Letters of a strategy wanted on a day, whatever became of them. */
export function countWantedOn(store: Store, strategyId: number, on: Day): number {
  return store
    .sql(
      `SELECT count(*) FROM print_queue q INDEXED BY print_queue_by_day CROSS JOIN strategy_members m ON m.id = q.member_id
       WHERE q.wanted_on = ? AND m.strategy_id = ?`,
    )
    .pluck()
    .get(on, strategyId) as number;
}

export type EndedRow = {
  readonly queueId: number;
  readonly accountId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly templateName: string;
  readonly state: 'printed' | 'left_out';
  readonly why: string;
  readonly letterId: number | null;
  readonly endedAt: number;
};

/** Newest first. */
export function listEndedLetters(store: Store, limit: number): EndedRow[] {
  return store
    .sql(
      `SELECT q.id AS queueId, q.account_id AS accountId, s.debtor_name AS debtorName, s.number,
         coalesce((SELECT t.name FROM templates t WHERE t.code = q.template_code ORDER BY t.version DESC LIMIT 1),
           q.template_code) AS templateName,
         q.state, q.why, q.letter_id AS letterId, q.ended_at AS endedAt
       FROM print_queue q INDEXED BY print_queue_ended JOIN account_summaries s ON s.account_id = q.account_id
       WHERE q.ended_at IS NOT NULL ORDER BY q.ended_at DESC, q.id DESC LIMIT ?`,
    )
    .all(limit) as EndedRow[];
}

export function updateQueuedEnded(
  store: Store,
  queueId: number,
  state: 'printed' | 'left_out',
  why: string,
  at: number,
): void {
  store
    .sql('UPDATE print_queue SET state = ?, why = ?, ended_at = ? WHERE id = ?')
    .run(state, why, at, queueId);
}

export function updateQueuedBack(store: Store, queueId: number, wantedOn: Day): void {
  store
    .sql(
      `UPDATE print_queue SET state = 'waiting', why = '', ended_at = NULL, letter_id = NULL, wanted_on = ? WHERE id = ?`,
    )
    .run(wantedOn, queueId);
}

/** Which kept letter it became; `null` when that one was not printed after all. */
export function updateQueuedLetter(store: Store, queueId: number, letterId: number | null): void {
  store.sql('UPDATE print_queue SET letter_id = ? WHERE id = ?').run(letterId, queueId);
}

/** The letters of an account that left its strategy are not sent any more; one that was made stays to be asked about. */
export function leaveOutOfMember(store: Store, memberId: number, why: string, at: number): number {
  return store
    .sql(
      `UPDATE print_queue SET state = 'left_out', why = ?, ended_at = ?
       WHERE member_id = ? AND state = 'waiting' AND letter_id IS NULL`,
    )
    .run(why, at, memberId).changes;
}

/** When a letter of this code was last printed for an account, or one that stands in for it or that it stands in for. */
export function findLastPrinted(store: Store, accountId: number, templateCode: string): number | null {
  const at = store
    .sql(
      `SELECT max(l.printed_at) FROM letters l JOIN templates t ON t.id = l.template_id
       WHERE l.account_id = :accountId AND l.printed_at IS NOT NULL AND (t.code = :code OR t.replaces = :code
         OR t.code = (SELECT replaces FROM templates WHERE code = :code AND replaces <> '' LIMIT 1))`,
    )
    .pluck()
    .get({ accountId, code: templateCode });
  return (at as number | null) ?? null;
}

export function findWaitingOfMember(store: Store, memberId: number): number | null {
  const found = store
    .sql(`SELECT id FROM print_queue WHERE member_id = ? AND state = 'waiting' LIMIT 1`)
    .pluck()
    .get(memberId);
  return (found as number | undefined) ?? null;
}
