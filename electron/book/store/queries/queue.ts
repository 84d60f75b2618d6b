/**
 * The kinds of Today that are neither promises, plans, reminders nor steps: steps of strategies, letters that wait, answers owed,
 * mail that came back, periods that end, renewals. Each from its own index and no further than is shown.
 */
import type { Day } from '../../../../shared/domain/days.ts';
import type { LegalEventKind } from '../../../../shared/domain/law.ts';
import type { Store } from '../store.ts';
import { notMarked } from './queue-marks.ts';
import { type ListDay, open } from './today.ts';

export type QueueAccount = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly balanceCents: number;
};

const accountColumns = `s.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
  s.balance_cents AS balanceCents`;

type Listed<R> = { readonly rows: R[]; readonly count: number };

/** The first rows of a source and how many there are; counted only when there are more. */
function listAndCount<R>(
  store: Store,
  source: { readonly columns: string; readonly from: string; readonly order: string },
  values: Readonly<Record<string, string | number>>,
  limit: number,
): Listed<R> {
  const { columns, from, order } = source;
  const rows = store
    .sql(`SELECT ${columns} ${from} ORDER BY ${order} LIMIT :limit`)
    .all({ ...values, limit }) as R[];
  if (rows.length < limit) return { rows, count: rows.length };
  return { rows, count: store.sql(`SELECT count(*) ${from}`).pluck().get(values) as number };
}

// ---- strategies -----------------------------------------------------------------------------------------------

export type StrategyStepRow = QueueAccount & {
  readonly memberId: number;
  readonly step: number;
  readonly dueOn: Day;
  readonly strategy: string;
  readonly versionId: number;
  /** What it waits for, where the book could not go on by itself. */
  readonly stuck: string | null;
};

/** Members whose step is due and waits for a person, the longest first. */
export function listStrategySteps(store: Store, { today, now }: ListDay, limit: number) {
  return listAndCount<StrategyStepRow>(
    store,
    {
      columns: `${accountColumns}, m.id AS memberId, m.step, m.due_on AS dueOn, t.name AS strategy, m.version_id AS versionId, m.stuck`,
      from: `FROM strategy_members m INDEXED BY strategy_members_due
        CROSS JOIN account_summaries s ON s.account_id = m.account_id
        CROSS JOIN strategies t ON t.id = m.strategy_id
        WHERE m.state = 'active' AND m.due_on <= :today AND (m.look_on IS NULL OR m.stuck IS NOT NULL) AND t.state <> 'draft'
          AND ${notMarked(`'strategy:' || m.id || ':' || m.step`)}`,
      order: 'm.due_on, m.id',
    },
    { today, now },
    limit,
  );
}

/** Letters whose day of printing has come. */
export function countLettersWaiting(store: Store, today: Day): { count: number; since: Day | null } {
  return store
    .sql(
      `SELECT count(*) AS count, min(wanted_on) AS since FROM print_queue INDEXED BY print_queue_waiting
       WHERE state = 'waiting' AND wanted_on <= ? AND NOT EXISTS (SELECT 1 FROM print_run_letters r
         WHERE r.queue_id = print_queue.id AND r.state IN ('planned', 'made', 'sent_to_printer', 'spoilt'))`,
    )
    .get(today) as { count: number; since: Day | null };
}

// ---- the law --------------------------------------------------------------------------------------------------

export type OwedEventRow = QueueAccount & {
  readonly eventId: number;
  readonly kind: LegalEventKind;
  readonly on: Day;
};

/** An event about every debt of a person stands with the oldest that is open. */
const accountOfEvent = `coalesce(e.account_id, (SELECT a.id FROM accounts a
  WHERE a.debtor_id = e.debtor_id AND a.closed_at IS NULL ORDER BY a.id LIMIT 1))`;

/** Open events of some kinds, the oldest first. */
export function listOwedEvents(
  store: Store,
  kinds: readonly LegalEventKind[],
  key: { readonly prefix: string; readonly suffix: string },
  now: number,
  limit: number,
) {
  return listAndCount<OwedEventRow>(
    store,
    {
      columns: `${accountColumns}, e.id AS eventId, e.kind, e.on_day AS "on"`,
      from: `FROM legal_events e INDEXED BY legal_events_owed
        CROSS JOIN account_summaries s ON s.account_id = ${accountOfEvent}
        WHERE e.ended_at IS NULL AND e.kind IN
          ('dispute', 'direct_dispute', 'bureau_dispute', 'original_creditor_request', 'statement_request', 'notice_returned')
          AND e.kind IN (SELECT value FROM json_each(:kinds)) AND s.status IN ${open}
          AND ${notMarked(`'${key.prefix}:' || e.id || '${key.suffix}'`)}`,
      order: 'e.on_day, e.id',
    },
    { kinds: JSON.stringify(kinds), now },
    limit,
  );
}

export type ReturnedPieceRow = QueueAccount & {
  readonly returnId: number;
  readonly on: Day;
  readonly reason: string;
};

/**
 * Mail that came back and that nobody has seen to: no address was given instead, it is no notice the law counts (that one is listed by
 * its event), and nothing was printed for the account since. The oldest first.
 */
export function listReturnedPieces(store: Store, now: number, limit: number) {
  return listAndCount<ReturnedPieceRow>(
    store,
    {
      columns: `${accountColumns}, r.id AS returnId, r.on_day AS "on", r.reason`,
      from: `FROM mail_returns r INDEXED BY mail_returns_open CROSS JOIN account_summaries s ON s.account_id = r.account_id
        WHERE r.kind = 'returned' AND r.withdrawn_at IS NULL AND r.new_address_id IS NULL AND s.status IN ${open}
          AND NOT EXISTS (SELECT 1 FROM legal_events e WHERE e.id = r.event_id AND e.ended_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.account_id = r.account_id AND l.printed_at > r.made_at)
          AND ${notMarked(`'returned:' || r.id`)}`,
      order: 'r.on_day, r.id',
    },
    { now },
    limit,
  );
}

export type PeriodRow = QueueAccount & { readonly endsOn: Day };

/** Validation periods that end between two days. Their day is named as the index has it: nothing else is read to count them. */
export function listValidationEnds(
  store: Store,
  days: { readonly from: Day; readonly to: Day; readonly now: number },
  limit: number,
) {
  return listAndCount<PeriodRow>(
    store,
    {
      columns: `${accountColumns}, s.validation_end_on AS endsOn`,
      from: `FROM account_summaries s INDEXED BY summaries_by_validation
        WHERE coalesce(s.validation_end_on, '9999-12-31') BETWEEN :from AND :to AND s.status IN ${open}
          AND ${notMarked(`'validation:' || s.account_id || ':' || coalesce(s.validation_end_on, '9999-12-31')`)}`,
      order: `coalesce(s.validation_end_on, '9999-12-31'), s.account_id`,
    },
    days,
    limit,
  );
}

/** Last days to sue between two days, the nearest first. */
export function listLimitationEnds(
  store: Store,
  days: { readonly from: Day; readonly to: Day; readonly now: number },
  limit: number,
) {
  return listAndCount<PeriodRow>(
    store,
    {
      columns: `${accountColumns}, s.limitation_on AS endsOn`,
      from: `FROM account_summaries s INDEXED BY summaries_by_limitation
        WHERE coalesce(s.limitation_on, '9999-12-31') BETWEEN :from AND :to AND s.status IN ${open}
          AND ${notMarked(`'limitation:' || s.account_id || ':' || coalesce(s.limitation_on, '9999-12-31')`)}`,
      order: `coalesce(s.limitation_on, '9999-12-31'), s.account_id`,
    },
    days,
    limit,
  );
}

/**
 * Open accounts contacted since an instant of which no validation notice is known, the latest contact first. Only so many
 * contacts are gone through: more than a person makes in a month.
 */
export function listWithoutNotice(store: Store, since: number, limit: number): QueueAccount[] {
  return store
    .sql(
      `SELECT DISTINCT ${accountColumns} FROM (
         SELECT account_id FROM contacts INDEXED BY contacts_by_instant WHERE at >= :since ORDER BY at DESC LIMIT 3000) c
       CROSS JOIN account_summaries s ON s.account_id = c.account_id
       WHERE s.validation_end_on IS NULL AND s.status IN ${open} LIMIT :limit`,
    )
    .all({ since, limit }) as QueueAccount[];
}

// ---- the office -----------------------------------------------------------------------------------------------

export type RenewalRow = { readonly key: string; readonly name: string; readonly renewsOn: Day };

/** Certificates and licences to be renewed by a day. */
export function listRenewals(store: Store, until: Day, now: number): RenewalRow[] {
  return store
    .sql(
      `SELECT * FROM (
         SELECT 'certificate:' || id || ':' || renews_on AS key, name || ', ' || holder AS name, renews_on AS renewsOn
           FROM certificates WHERE ended_at IS NULL AND renews_on IS NOT NULL
         UNION ALL
         SELECT 'licence:' || id || ':' || renews_on, state, renews_on
           FROM licences WHERE ended_at IS NULL AND renews_on IS NOT NULL) x
       WHERE x.renewsOn <= :until AND ${notMarked('x.key')} ORDER BY x.renewsOn, x.key`,
    )
    .all({ until, now }) as RenewalRow[];
}

// ---- what the points depend on --------------------------------------------------------------------------------

/** Outgoing contacts since an instant, by account. */
export function countTries(store: Store, accountIds: readonly number[], since: number): Map<number, number> {
  const rows = store
    .sql(
      `SELECT c.account_id AS accountId, count(*) AS tries FROM contacts c INDEXED BY contacts_by_instant
       WHERE c.at >= ? AND c.direction = 'out' AND c.account_id IN (SELECT value FROM json_each(?)) GROUP BY c.account_id`,
    )
    .all(since, JSON.stringify(accountIds)) as { accountId: number; tries: number }[];
  return new Map(rows.map(({ accountId, tries }) => [accountId, tries]));
}

export type ReminderExtra = {
  readonly reminderId: number;
  readonly priority: number;
  readonly balanceCents: number | null;
  /** Set after somebody asked to be called back, and nothing was said since. */
  readonly callback: boolean;
};

/** What the list of reminders does not say of some of them. */
export function readReminderExtras(store: Store, reminderIds: readonly number[]): Map<number, ReminderExtra> {
  const rows = store
    .sql(
      `SELECT r.id AS reminderId, r.priority, s.balance_cents AS balanceCents,
         s.last_contact_outcome = 'callback' AND r.plan_id IS NULL AND r.made_at >= s.last_contact_at AS callback
       FROM json_each(?) j CROSS JOIN reminders r ON r.id = j.value
       LEFT JOIN account_summaries s ON s.account_id = r.account_id`,
    )
    .all(JSON.stringify(reminderIds)) as (Omit<ReminderExtra, 'callback'> & { callback: number | null })[];
  return new Map(rows.map((row) => [row.reminderId, { ...row, callback: row.callback === 1 }]));
}

/** Of some reminders those open and due by an instant, with when. */
export function listRemindersAmong(
  store: Store,
  reminderIds: readonly number[],
  until: number,
): { readonly reminderId: number; readonly dueAt: number }[] {
  return store
    .sql(
      `SELECT r.id AS reminderId, r.due_at AS dueAt FROM json_each(?) j CROSS JOIN reminders r ON r.id = j.value
       WHERE r.state = 'open' AND r.due_at <= ?`,
    )
    .all(JSON.stringify(reminderIds), until) as { reminderId: number; dueAt: number }[];
}
