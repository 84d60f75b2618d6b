/** The accounts in strategies: where each stands, what is known of it, and every step that was done, left out or put off. */
import type { Day } from '../../../../shared/domain/days.ts';
import { returnReasons, saysNothing } from '../../../../shared/domain/mail.ts';
import type { MemberEnd, MemberFacts, StepKind } from '../../../../shared/domain/strategy.ts';
import type { Store } from '../store.ts';
import { paymentKindsSql } from './entries.ts';

export type NewMember = {
  readonly versionId: number;
  readonly strategyId: number;
  readonly accountId: number;
  readonly enteredOn: Day;
  readonly enteredAt: number;
  readonly balanceCents: number;
  readonly daysPastDue: number;
  readonly dueOn: Day;
};

export function insertMember(store: Store, member: NewMember): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO strategy_members (version_id, strategy_id, account_id, entered_on, entered_at, balance_cents, days_past_due,
         due_on, look_on, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'active')`,
    )
    .run(
      member.versionId,
      member.strategyId,
      member.accountId,
      member.enteredOn,
      member.enteredAt,
      member.balanceCents,
      member.daysPastDue,
      member.dueOn,
      member.dueOn,
    );
  return Number(lastInsertRowid);
}

/** Takes back what a turning on that was stopped had entered: nothing has come of these accounts yet. */
export function deleteEntered(store: Store, strategyId: number, enteredAt: number, limit: number): number {
  return store
    .sql(
      `DELETE FROM strategy_members WHERE id IN (
         SELECT m.id FROM strategy_members m
         WHERE m.strategy_id = ? AND m.state = 'active' AND m.entered_at = ? AND m.step = 0
           AND NOT EXISTS (SELECT 1 FROM strategy_steps x WHERE x.member_id = m.id)
           AND NOT EXISTS (SELECT 1 FROM print_queue q WHERE q.member_id = m.id)
         LIMIT ?)`,
    )
    .run(strategyId, enteredAt, limit).changes;
}

/** What a turning on that never came to its end left behind. */
export function deleteOfDraft(store: Store, strategyId: number): number {
  return store
    .sql(
      `DELETE FROM strategy_members WHERE strategy_id = ? AND (SELECT state FROM strategies WHERE id = strategy_id) = 'draft'
         AND NOT EXISTS (SELECT 1 FROM strategy_steps x WHERE x.member_id = strategy_members.id)`,
    )
    .run(strategyId).changes;
}

export type MemberRecord = {
  readonly memberId: number;
  readonly versionId: number;
  readonly strategyId: number;
  readonly accountId: number;
  readonly enteredOn: Day;
  readonly step: number;
  readonly dueOn: Day | null;
  readonly lookOn: Day | null;
  readonly tries: number;
  readonly stuck: string | null;
};

export type MemberCase = MemberRecord & { readonly facts: MemberFacts };

const memberColumns = `m.id AS memberId, m.version_id AS versionId, m.strategy_id AS strategyId, m.account_id AS accountId,
  m.entered_on AS enteredOn, m.step, m.due_on AS dueOn, m.look_on AS lookOn, m.tries, m.stuck`;

/** Marks on mail that say nothing against the address: it is mailed again. */
const innocent = JSON.stringify(returnReasons.filter(saysNothing));

/** A hold a step of the strategy itself made does not count. */
const caseColumns = `${memberColumns}, s.status, s.balance_cents AS balanceCents, s.last_payment_on AS lastPaymentOn,
  CASE WHEN s.has_hold THEN coalesce((SELECT group_concat(DISTINCT h.kind) FROM holds h
    WHERE h.account_id = m.account_id AND h.ended_at IS NULL AND (h.until_on IS NULL OR h.until_on >= :today)
      AND NOT EXISTS (SELECT 1 FROM strategy_steps x WHERE x.member_id = m.id AND x.kind = 'hold' AND x.at = h.created_at)), '')
    ELSE '' END AS holds,
  EXISTS (SELECT 1 FROM entries e WHERE e.account_id = m.account_id AND e.kind IN ${paymentKindsSql} AND e.posted_at >= m.entered_at
    AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)) AS paid,
  EXISTS (SELECT 1 FROM promises p WHERE p.account_id = m.account_id AND p.made_at >= m.entered_at AND p.cancelled_at IS NULL)
    AS promised,
  EXISTS (SELECT 1 FROM contacts c WHERE c.account_id = m.account_id AND c.at >= m.entered_at AND c.conversation = 1
    AND c.outcome NOT IN ('third_party', 'hung_up', 'language')) AS reached,
  EXISTS (SELECT 1 FROM legal_events e WHERE e.debtor_id = s.debtor_id AND e.kind = 'notice_returned' AND e.withdrawn = 0
    AND (e.account_id IS NULL OR e.account_id = m.account_id) AND e.made_at >= m.entered_at)
    OR EXISTS (SELECT 1 FROM mail_returns r WHERE r.account_id = m.account_id AND r.kind = 'returned' AND r.withdrawn_at IS NULL
      AND r.reason NOT IN (SELECT value FROM json_each('${innocent}')) AND r.made_at >= m.entered_at) AS mailReturned,
  EXISTS (SELECT 1 FROM plan_accounts o JOIN plans p ON p.id = o.plan_id
    WHERE o.account_id = m.account_id AND p.ended_at IS NULL) AS hasPlan,
  EXISTS (SELECT 1 FROM legal_events e WHERE e.account_id = m.account_id AND e.kind = 'validation_notice' AND e.withdrawn = 0)
    AS noticeSent`;

type Truth = 0 | 1;
type CaseSql = MemberRecord &
  Pick<MemberFacts, 'status' | 'balanceCents' | 'lastPaymentOn'> & {
    holds: string;
    paid: Truth;
    promised: Truth;
    reached: Truth;
    mailReturned: Truth;
    hasPlan: Truth;
    noticeSent: Truth;
  };

function toCase(row: CaseSql): MemberCase {
  const { status, balanceCents, lastPaymentOn, holds, paid, promised, reached, mailReturned, hasPlan } = row;
  const { memberId, versionId, strategyId, accountId, enteredOn, step, dueOn, lookOn, tries, stuck } = row;
  return {
    memberId,
    versionId,
    strategyId,
    accountId,
    enteredOn,
    step,
    dueOn,
    lookOn,
    tries,
    stuck,
    facts: {
      status,
      balanceCents,
      lastPaymentOn,
      holds: holds === '' ? [] : holds.split(','),
      paid: paid === 1,
      promised: promised === 1,
      reached: reached === 1,
      mailReturned: mailReturned === 1,
      hasPlan: hasPlan === 1,
      noticeSent: row.noticeSent === 1,
    },
  };
}

function cases(store: Store, from: string, values: Record<string, string | number>): MemberCase[] {
  return (store.sql(`SELECT ${caseColumns} FROM ${from}`).all(values) as CaseSql[]).map(toCase);
}

const joined = 'CROSS JOIN account_summaries s ON s.account_id = m.account_id';

/**
 * Active ones the book has to look at by today, those due longest first. While a strategy is being turned on, and where that broke
 * off, it is no strategy in use yet: nothing comes of it.
 */
export function listToLookAt(store: Store, today: Day, limit: number): MemberCase[] {
  return cases(
    store,
    `(SELECT * FROM strategy_members INDEXED BY strategy_members_look
        WHERE state = 'active' AND look_on IS NOT NULL AND look_on <= :today
          AND (SELECT t.state FROM strategies t WHERE t.id = strategy_id) <> 'draft'
        ORDER BY look_on, id LIMIT :limit) m ${joined}`,
    { today, limit },
  );
}

/** Active ones of some accounts. */
export function listMembersOf(store: Store, accountIds: readonly number[], today: Day): MemberCase[] {
  return cases(
    store,
    `json_each(:accounts) j CROSS JOIN strategy_members m ON m.account_id = j.value AND m.state = 'active' ${joined}`,
    { accounts: JSON.stringify(accountIds), today },
  );
}

/** Active ones of a strategy among the accounts of a range of ids. */
export function listMembersBetween(
  store: Store,
  strategyId: number,
  range: { readonly after: number; readonly upTo: number },
  today: Day,
): MemberCase[] {
  return cases(
    store,
    `strategy_members m INDEXED BY strategy_members_active ${joined}
     WHERE m.state = 'active' AND m.strategy_id = :strategyId AND m.account_id > :after AND m.account_id <= :upTo`,
    { strategyId, ...range, today },
  );
}

export function findMemberCase(store: Store, memberId: number, today: Day): MemberCase | null {
  return cases(store, `strategy_members m ${joined} WHERE m.id = :memberId`, { memberId, today })[0] ?? null;
}

export function findMember(
  store: Store,
  memberId: number,
): (MemberRecord & { readonly state: string }) | null {
  const row = store
    .sql(`SELECT ${memberColumns}, m.state FROM strategy_members m WHERE m.id = ?`)
    .get(memberId);
  return (row as (MemberRecord & { state: string }) | undefined) ?? null;
}

/** The strategy an account is in, or `null`. */
export function findActiveMember(store: Store, accountId: number): MemberRecord | null {
  const row = store
    .sql(`SELECT ${memberColumns} FROM strategy_members m WHERE m.account_id = ? AND m.state = 'active'`)
    .get(accountId);
  return (row as MemberRecord | undefined) ?? null;
}

export type Place = {
  readonly step: number;
  readonly dueOn: Day | null;
  readonly lookOn: Day | null;
  readonly tries: number;
  readonly stuck: string | null;
};

export function updatePlace(store: Store, memberId: number, place: Place): void {
  store
    .sql('UPDATE strategy_members SET step = ?, due_on = ?, look_on = ?, tries = ?, stuck = ? WHERE id = ?')
    .run(place.step, place.dueOn, place.lookOn, place.tries, place.stuck, memberId);
}

export function updateEnded(
  store: Store,
  memberId: number,
  state: 'stopped' | 'finished',
  end: { readonly at: number; readonly why: MemberEnd; readonly word: string },
): void {
  store
    .sql(
      `UPDATE strategy_members SET state = ?, ended_at = ?, ended_why = ?, ended_word = ?, due_on = NULL, look_on = NULL, stuck = NULL
       WHERE id = ? AND state = 'active'`,
    )
    .run(state, end.at, end.why, end.word, memberId);
}

/** The next accounts on earlier versions, by id, for a move to the newest. */
export function listOnOlder(
  store: Store,
  strategyId: number,
  versionId: number,
  after: number,
  limit: number,
): MemberRecord[] {
  return store
    .sql(
      `SELECT ${memberColumns} FROM strategy_members m
       WHERE m.strategy_id = ? AND m.state = 'active' AND m.version_id <> ? AND m.id > ? ORDER BY m.id LIMIT ?`,
    )
    .all(strategyId, versionId, after, limit) as MemberRecord[];
}

export function updateVersion(store: Store, memberId: number, versionId: number): void {
  store.sql('UPDATE strategy_members SET version_id = ? WHERE id = ?').run(versionId, memberId);
}

export function listActiveIds(store: Store, strategyId: number, limit: number): number[] {
  return store
    .sql(`SELECT id FROM strategy_members WHERE strategy_id = ? AND state = 'active' LIMIT ?`)
    .pluck()
    .all(strategyId, limit) as number[];
}

/** Active ones that entered at an instant. */
export function listEnteredIds(store: Store, strategyId: number, enteredAt: number, limit: number): number[] {
  return store
    .sql(
      `SELECT id FROM strategy_members WHERE strategy_id = ? AND state = 'active' AND entered_at = ? LIMIT ?`,
    )
    .pluck()
    .all(strategyId, enteredAt, limit) as number[];
}

export function countActive(store: Store, strategyId: number): number {
  return store
    .sql(`SELECT count(*) FROM strategy_members WHERE strategy_id = ? AND state = 'active'`)
    .pluck()
    .get(strategyId) as number;
}

/** How many accounts of a strategy have something due on a day, counted no further than `most`. */
export function countDueOn(store: Store, strategyId: number, on: Day, most: number): number {
  return store
    .sql(
      `SELECT count(*) FROM (SELECT 1 FROM strategy_members INDEXED BY strategy_members_by_day
         WHERE state = 'active' AND strategy_id = ? AND due_on = ? LIMIT ?)`,
    )
    .pluck()
    .get(strategyId, on, most) as number;
}

export type NewStep = {
  readonly memberId: number;
  readonly step: number;
  readonly kind: StepKind;
  readonly plannedOn: Day;
  readonly outcome: 'done' | 'left_out' | 'refused';
  readonly detail: string;
  readonly contactId: number | null;
  readonly letterId: number | null;
  readonly at: number;
  readonly author: string;
};

export function insertStep(store: Store, step: NewStep): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO strategy_steps (member_id, step, kind, planned_on, outcome, detail, contact_id, letter_id, at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      step.memberId,
      step.step,
      step.kind,
      step.plannedOn,
      step.outcome,
      step.detail,
      step.contactId,
      step.letterId,
      step.at,
      step.author,
    );
  return Number(lastInsertRowid);
}

export type StepRow = Pick<NewStep, 'step' | 'kind' | 'outcome' | 'detail' | 'at'>;

/** Newest first. */
export function listSteps(store: Store, memberId: number, limit: number): StepRow[] {
  return store
    .sql(
      `SELECT step, kind, outcome, detail, at FROM strategy_steps WHERE member_id = ? ORDER BY id DESC LIMIT ?`,
    )
    .all(memberId, limit) as StepRow[];
}

export type MemberCounts = {
  readonly strategyId: number;
  readonly version: number;
  readonly state: 'active' | 'stopped' | 'finished';
  readonly accounts: number;
};

/** Accounts by version and state, where there are any. Counted from an index alone. */
export function countMembers(store: Store): MemberCounts[] {
  return store
    .sql(
      `SELECT v.strategy_id AS strategyId, v.version, c.state, c.accounts
       FROM (SELECT version_id, state, count(*) AS accounts FROM strategy_members GROUP BY version_id, state) c
         JOIN strategy_versions v ON v.id = c.version_id`,
    )
    .all() as MemberCounts[];
}

/** Accounts somebody has to look at before their step can come. */
export function countStuck(store: Store): Map<number, number> {
  const rows = store
    .sql(
      `SELECT strategy_id, count(*) FROM strategy_members INDEXED BY strategy_members_stuck
       WHERE stuck IS NOT NULL GROUP BY strategy_id`,
    )
    .raw()
    .all();
  return new Map(rows as [number, number][]);
}

/** Standing for a person by today: due, and not looked at by the book itself. */
export function countStanding(store: Store, today: Day): Map<number, number> {
  const rows = store
    .sql(
      `SELECT strategy_id, count(*) FROM strategy_members
       WHERE state = 'active' AND due_on <= ? AND look_on IS NULL GROUP BY strategy_id`,
    )
    .raw()
    .all(today);
  return new Map(rows as [number, number][]);
}

export type MemberSql = {
  readonly memberId: number;
  readonly accountId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly balanceCents: number;
  readonly entryCents: number;
  readonly enteredOn: Day;
  readonly versionId: number;
  readonly version: number;
  readonly state: 'active' | 'stopped' | 'finished';
  readonly step: number;
  readonly dueOn: Day | null;
  readonly lookOn: Day | null;
  readonly stuck: string | null;
  readonly letterWaits: Truth;
  readonly endedAt: number | null;
  readonly endedWhy: MemberEnd | null;
  readonly endedWord: string;
};

/** Newest first, from below `after`. */
export function listMembers(
  store: Store,
  page: {
    readonly strategyId: number;
    readonly state: string | null;
    readonly step: number | null;
    readonly after: number | null;
    readonly limit: number;
  },
): MemberSql[] {
  const { strategyId, state, step, after, limit } = page;
  return store
    .sql(
      `SELECT m.id AS memberId, m.account_id AS accountId, s.debtor_name AS debtorName, s.number, s.balance_cents AS balanceCents,
         m.balance_cents AS entryCents, m.entered_on AS enteredOn, m.version_id AS versionId, v.version, m.state, m.step,
         m.due_on AS dueOn, m.look_on AS lookOn, m.stuck,
         EXISTS (SELECT 1 FROM print_queue q WHERE q.member_id = m.id AND q.state = 'waiting') AS letterWaits,
         m.ended_at AS endedAt, m.ended_why AS endedWhy, m.ended_word AS endedWord
       FROM strategy_members m JOIN strategy_versions v ON v.id = m.version_id
         JOIN account_summaries s ON s.account_id = m.account_id
       WHERE m.id < :after AND m.strategy_id = :strategyId ${state === null ? '' : 'AND m.state = :state'}
         ${step === null ? '' : 'AND m.step = :step'}
       ORDER BY m.id DESC LIMIT :limit`,
    )
    .all({
      strategyId,
      after: after ?? Number.MAX_SAFE_INTEGER,
      limit,
      ...(state === null ? {} : { state }),
      ...(step === null ? {} : { step }),
    }) as MemberSql[];
}
