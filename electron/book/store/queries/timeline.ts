/**
 * Everything that happened on one account, newest first. Each kind is read from its own index, no further
 * than a page, and the pages are merged: a union in SQL would read the whole account for every page.
 *
 * The order is total: by instant, then by kind, then by the order within the kind. Entries posted in the same
 * instant, as an import posts them, follow their effective days; interest of one day stands before the payment it was
 * posted for, as the explanation has it.
 */
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { isRelief } from '../../../../shared/domain/ledger.ts';
import { promiseStateOf } from '../../../../shared/domain/promise.ts';
import type { Store } from '../store.ts';
import { promiseQuery, toPromises } from './promises.ts';

/** Where a page ended. */
export type TimelinePlace = { readonly at: number; readonly rank: number; readonly seq: number };

export type PlacedItem = { readonly place: TimelinePlace; readonly item: TimelineItem };

/** Ranks of things of one instant: what came of it stands above what caused it. */
const ranks: { readonly [K in TimelineKind]: number } = {
  note: 1,
  contact: 2,
  letter: 3,
  reminder: 4,
  promise: 5,
  plan: 6,
  entry: 7,
};

export const allKinds = Object.keys(ranks) as TimelineKind[];

type Page = { readonly accountId: number; readonly at: number; readonly seq: number; readonly limit: number };
type Of<K extends TimelineKind> = Omit<Extract<TimelineItem, { kind: K }>, 'kind' | 'key'> & {
  readonly seq: number;
};

function readNotes(store: Store, page: Page): Of<'note'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS noteId, at, author, text, addendum_to AS addendumTo FROM notes
       WHERE account_id = :accountId AND contact_id IS NULL AND at <= :at AND (at < :at OR id < :seq)
       ORDER BY at DESC, id DESC LIMIT :limit`,
    )
    .all(page) as Of<'note'>[];
}

function readContacts(store: Store, page: Page): Of<'contact'>[] {
  return store
    .sql(
      `SELECT c.id AS seq, c.id AS contactId, c.at, c.author, c.channel, c.direction, c.outcome, p.display AS phone,
         c.seconds, (SELECT n.text FROM notes n WHERE n.contact_id = c.id ORDER BY n.id LIMIT 1) AS text,
         c.party AS "to", c.party_name AS partyName, c.verdict ->> '$.outcome' AS verdict,
         c.verdict ->> '$.primary.title' AS against, c.verdict ->> '$.primary.source.cite' AS cite,
         c.override_reason AS overrideReason, c.override_factor AS overrideFactor
       FROM contacts c LEFT JOIN phones p ON p.id = c.phone_id
       WHERE c.account_id = :accountId AND c.at <= :at AND (c.at < :at OR c.id < :seq)
       ORDER BY c.at DESC, c.id DESC LIMIT :limit`,
    )
    .all(page) as Of<'contact'>[];
}

function readLetters(store: Store, page: Page): Of<'letter'>[] {
  return store
    .sql(
      `SELECT l.id AS seq, l.id AS letterId, l.made_at AS at, l.author, t.name AS templateName,
         CASE WHEN l.printed_at IS NOT NULL THEN 'printed' WHEN l.saved_at IS NOT NULL THEN 'saved' ELSE 'kept' END AS state
       FROM letters l JOIN templates t ON t.id = l.template_id
       WHERE l.account_id = :accountId AND l.made_at <= :at AND (l.made_at < :at OR l.id < :seq)
       ORDER BY l.made_at DESC, l.id DESC LIMIT :limit`,
    )
    .all(page) as Of<'letter'>[];
}

/** Reminders of a plan are left out: the plan itself stands in the line. */
function readReminders(store: Store, page: Page): Of<'reminder'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS reminderId, made_at AS at, author, text, due_at AS dueAt, state FROM reminders
       WHERE account_id = :accountId AND plan_id IS NULL AND made_at <= :at AND (made_at < :at OR id < :seq)
       ORDER BY made_at DESC, id DESC LIMIT :limit`,
    )
    .all(page) as Of<'reminder'>[];
}

function readPromises(store: Store, page: Page, today: Day): Of<'promise'>[] {
  const rows = toPromises(
    store
      .sql(
        `${promiseQuery('p.account_id = :accountId AND p.made_at <= :at AND (p.made_at < :at OR p.id < :seq)')}
         ORDER BY p.made_at DESC, p.id DESC LIMIT :limit`,
      )
      .all(page),
  );
  return rows.map((row) => ({
    seq: row.promiseId,
    at: row.madeAt,
    author: row.author,
    promiseId: row.promiseId,
    amountCents: row.amountCents,
    dueOn: row.dueOn,
    state: promiseStateOf(row, today, row.graceDays),
  }));
}

function readPlans(store: Store, page: Page): Of<'plan'>[] {
  return store
    .sql(
      `SELECT p.id AS seq, p.id AS planId, p.made_at AS at, p.author,
         v.received_before_cents + v.total_cents AS totalCents, v.count,
         v.first_on AS firstOn, coalesce(p.ended_as, 'active') AS state,
         (SELECT max(i.due_on) FROM instalments i WHERE i.plan_version_id = v.id) AS lastOn
       FROM plans p JOIN plan_versions v ON v.plan_id = p.id
         AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = p.id)
       WHERE p.id IN (SELECT plan_id FROM plan_accounts WHERE account_id = :accountId)
         AND p.made_at <= :at AND (p.made_at < :at OR p.id < :seq)
       ORDER BY p.made_at DESC, p.id DESC LIMIT :limit`,
    )
    .all(page) as Of<'plan'>[];
}

type ApplicationLine = Of<'entry'>['applications'][number] & { readonly entryId: number };

/** Entries with the balance after each, and for what lowers it what it met. One that only moves components tells nobody anything. */
function readEntries(store: Store, page: Page): Of<'entry'>[] {
  const rows = store
    .sql(
      `SELECT x.*, r.id AS reversedByEntryId FROM (
         SELECT id AS entryId, posted_at AS at, author, kind AS entryKind, effective_on AS effectiveOn,
           principal_cents + interest_cents + fees_cents + costs_cents AS amountCents,
           sum(principal_cents + interest_cents + fees_cents + costs_cents) OVER line AS balanceAfterCents,
           row_number() OVER line AS seq,
           due_on AS dueOn, reference, method, memo, derived, basis, allowed_by AS allowedBy,
           received_on AS receivedOn, receipt_id AS receiptId, reverses_entry_id AS reversesEntryId
         FROM entries WHERE account_id = :accountId
         WINDOW line AS (ORDER BY posted_at, effective_on, derived = 1 AND kind = 'interest' DESC, id ROWS UNBOUNDED PRECEDING)
       ) x LEFT JOIN entries r ON r.reverses_entry_id = x.entryId
       WHERE x.at <= :at AND (x.at < :at OR x.seq < :seq) AND x.entryKind <> 'reallocation'
       ORDER BY x.at DESC, x.seq DESC LIMIT :limit`,
    )
    .all(page) as (Omit<Of<'entry'>, 'applications' | 'derived'> & { derived: 0 | 1 })[];
  const met = store.sql(
    `SELECT p.entry_id AS entryId, c.reference, c.kind AS entryKind, c.due_on AS dueOn,
       sum(p.principal_cents + p.interest_cents + p.fees_cents + p.costs_cents) AS cents
     FROM applications p JOIN entries c ON c.id = p.charge_entry_id
     WHERE p.entry_id = ? GROUP BY p.charge_entry_id HAVING cents <> 0 ORDER BY coalesce(c.due_on, c.effective_on), c.id`,
  );
  return rows.map((row) => {
    const spread = row.entryKind === 'reversal' || isRelief(row.entryKind, row.amountCents);
    const lines = spread ? (met.all(row.entryId) as ApplicationLine[]) : [];
    return {
      ...row,
      derived: row.derived === 1,
      applications: lines.map(({ entryId: _, ...line }) => line),
    };
  });
}

function place<K extends TimelineKind>(
  kind: K,
  rows: readonly Of<K>[],
  idOf: (row: Of<K>) => number,
): PlacedItem[] {
  return rows.map((row) => {
    const { seq, ...facts } = row;
    return {
      place: { at: row.at, rank: ranks[kind], seq },
      // The parts of the union are put together here again: kind, key and what the query selects.
      item: { ...facts, kind, key: `${kind}:${idOf(row)}` } as unknown as TimelineItem,
    };
  });
}

function readKind(store: Store, kind: TimelineKind, page: Page, today: Day): PlacedItem[] {
  switch (kind) {
    case 'note':
      return place(kind, readNotes(store, page), (row) => row.noteId);
    case 'contact':
      return place(kind, readContacts(store, page), (row) => row.contactId);
    case 'letter':
      return place(kind, readLetters(store, page), (row) => row.letterId);
    case 'reminder':
      return place(kind, readReminders(store, page), (row) => row.reminderId);
    case 'promise':
      return place(kind, readPromises(store, page, today), (row) => row.promiseId);
    case 'plan':
      return place(kind, readPlans(store, page), (row) => row.planId);
    case 'entry':
      return place(kind, readEntries(store, page), (row) => row.entryId);
  }
}

/** Items of the wanted kinds before a place, newest first, at most `limit`; `null` begins at the newest. */
export function readTimeline(
  store: Store,
  which: {
    readonly accountId: number;
    readonly kinds: readonly TimelineKind[];
    readonly before: TimelinePlace | null;
    readonly limit: number;
  },
  today: Day,
): PlacedItem[] {
  const { before } = which;
  const items = which.kinds.flatMap((kind) => {
    const rank = ranks[kind];
    // Within the instant of the place, a lower kind still has everything to come, a higher one nothing.
    const seq =
      before === null || rank < before.rank ? Number.MAX_SAFE_INTEGER : rank > before.rank ? 0 : before.seq;
    const at = before?.at ?? Number.MAX_SAFE_INTEGER;
    return readKind(store, kind, { accountId: which.accountId, at, seq, limit: which.limit }, today);
  });
  items.sort((a, b) => b.place.at - a.place.at || b.place.rank - a.place.rank || b.place.seq - a.place.seq);
  return items.slice(0, which.limit);
}
