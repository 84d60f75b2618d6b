/**
 * The rows of each kind of the timeline, read from its own index and no further than a page. Kinds that hang on the account
 * are asked account by account, those that hang on the person once (`PersonPage`).
 */
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { isRelief } from '../../../../shared/domain/ledger.ts';
import { promiseStateOf } from '../../../../shared/domain/promise.ts';
import type { Store } from '../store.ts';
import { readDetail } from './law-facts.ts';
import { promiseQuery, toPromises } from './promises.ts';

/** A page of one account: strictly before or after a place, `limit` rows at most. */
export type Page = {
  readonly accountId: number;
  readonly at: number;
  readonly seq: number;
  readonly limit: number;
  /** Towards now, nearest first; else back in time. */
  readonly newer: boolean;
};

/** A page of a person: with one account, what is about every debt and that one; without, what is about any. */
export type PersonPage = Omit<Page, 'accountId'> & {
  readonly debtorId: number;
  readonly accountId: number | null;
};

/** A row of a kind: its facts, and its place within the kind. */
export type Of<K extends TimelineKind> = Omit<
  Extract<TimelineItem, { kind: K }>,
  'kind' | 'key' | 'account'
> & {
  readonly seq: number;
};
/** The account a row of a person is about; `null` when it is about the person. */
export type OfPerson<K extends TimelineKind> = Of<K> & { readonly ofAccount: number | null };

/** Kinds most accounts have nothing of, by the table and the column that say so. */
const rare = {
  letter: [['letters', 'account']],
  // What was mailed hangs on its letter.
  mail: [
    ['letters', 'account'],
    ['mail_returns', 'account'],
    ['letter_copies', 'account'],
  ],
  reminder: [['reminders', 'account']],
  promise: [['promises', 'account']],
  plan: [['plan_accounts', 'account']],
  offer: [['offers', 'account']],
  hold: [['holds', 'account']],
  attachment: [['attachments', 'account']],
  strategy: [['strategy_members', 'account']],
  event: [['legal_events', 'debtor']],
  trace: [['traces', 'debtor']],
  reach: [['reach_changes', 'debtor']],
  change: [
    ['account_changes', 'account'],
    ['former_names', 'debtor'],
  ],
} as const satisfies Partial<Record<TimelineKind, readonly (readonly [string, 'account' | 'debtor'])[]>>;

const presence = Object.entries(rare)
  .map(([kind, sources]) => {
    const any = sources.map(([table, whose]) =>
      whose === 'account'
        ? `EXISTS (SELECT 1 FROM ${table} x WHERE x.account_id = j.value)`
        : `EXISTS (SELECT 1 FROM ${table} x WHERE x.debtor_id = :debtorId)`,
    );
    return `max(${any.join(' OR ')}) AS "${kind}"`;
  })
  .join(', ');

/** Kinds these accounts and their debtor have nothing of: told by one statement, they need none of their own. */
export function findAbsentKinds(
  store: Store,
  accountIds: readonly number[],
  debtorId: number,
): ReadonlySet<TimelineKind> {
  const row = store
    .sql(`SELECT ${presence} FROM json_each(:accounts) j`)
    .get({ accounts: JSON.stringify(accountIds), debtorId }) as Record<TimelineKind, 0 | 1>;
  return new Set((Object.keys(rare) as (keyof typeof rare)[]).filter((kind) => row[kind] === 0));
}

/** Rows on the asked side of the place, nearest first. */
function span({ newer }: { readonly newer: boolean }, at: string, seq: string): string {
  return newer
    ? `${at} >= :at AND (${at} > :at OR ${seq} > :seq) ORDER BY ${at}, ${seq} LIMIT :limit`
    : `${at} <= :at AND (${at} < :at OR ${seq} < :seq) ORDER BY ${at} DESC, ${seq} DESC LIMIT :limit`;
}

/** Without what SQL has no name for. */
function bound<P extends Page | PersonPage>({ newer: _, ...values }: P): Omit<P, 'newer'> {
  return values;
}

const pinned = (note: string) =>
  `EXISTS (SELECT 1 FROM note_pins p WHERE p.note_id = ${note} AND p.ended_at IS NULL)`;

export function readNotes(store: Store, page: Page): Of<'note'>[] {
  const rows = store
    .sql(
      `SELECT id AS seq, id AS noteId, at, author, kind AS noteKind, text, addendum_to AS addendumTo, ${pinned('notes.id')} AS pinned
       FROM notes WHERE account_id = :accountId AND contact_id IS NULL AND ${span(page, 'at', 'id')}`,
    )
    .all(bound(page)) as (Omit<Of<'note'>, 'pinned'> & { pinned: 0 | 1 })[];
  return rows.map((row) => ({ ...row, pinned: row.pinned === 1 }));
}

type ContactSql = Omit<Of<'contact'>, 'conversation' | 'pinned' | 'script'> & {
  readonly conversation: 0 | 1;
};

/** Contacts of the account, and of others that were about it too. */
export function readContacts(store: Store, page: Page): Of<'contact'>[] {
  const columns = `c.id AS seq, c.id AS contactId, c.at, c.author, c.channel, c.direction, c.outcome, p.display AS phone,
         c.seconds, c.conversation, n.id AS noteId, n.text,
         c.party AS "to", c.party_name AS partyName, c.verdict ->> '$.outcome' AS verdict,
         c.verdict ->> '$.primary.title' AS against, c.verdict ->> '$.primary.source.cite' AS cite,
         c.override_reason AS overrideReason, c.override_factor AS overrideFactor`;
  const besides = `LEFT JOIN phones p ON p.id = c.phone_id
         LEFT JOIN notes n ON n.id = (SELECT min(m.id) FROM notes m WHERE m.contact_id = c.id)`;
  const own = store
    .sql(
      `SELECT ${columns} FROM contacts c ${besides} WHERE c.account_id = :accountId AND ${span(page, 'c.at', 'c.id')}`,
    )
    .all(bound(page)) as ContactSql[];
  const alsoAbout = store
    .sql(
      `SELECT ${columns} FROM contact_debts d CROSS JOIN contacts c ON c.id = d.contact_id ${besides}
       WHERE d.account_id = :accountId AND ${span(page, 'c.at', 'c.id')}`,
    )
    .all(bound(page)) as ContactSql[];
  return [...own, ...alsoAbout].map((row) => ({
    ...row,
    conversation: row.conversation === 1,
    pinned: row.noteId !== null && isPinned(store, row.noteId),
    script: readScriptRun(store, row.contactId),
  }));
}

function isPinned(store: Store, noteId: number): boolean {
  return (
    store.sql('SELECT 1 FROM note_pins WHERE note_id = ? AND ended_at IS NULL').pluck().get(noteId) === 1
  );
}

/** The way out of a script is named in the version that was followed. */
function readScriptRun(store: Store, contactId: number): Of<'contact'>['script'] {
  const row = store
    .sql(
      `SELECT s.name, s.version, r.party, r.confirmed_at AS confirmedAt,
         iif(r.exit IS NULL, NULL, coalesce(
           (SELECT e.value ->> '$.label' FROM json_each(s.body, '$.exits') e WHERE e.value ->> '$.id' = r.exit LIMIT 1),
           r.exit)) AS exit
       FROM script_runs r JOIN scripts s ON s.id = r.script_id WHERE r.contact_id = ?`,
    )
    .get(contactId) as NonNullable<Of<'contact'>['script']> | undefined;
  return row ?? null;
}

export function readLetters(store: Store, page: Page): Of<'letter'>[] {
  return store
    .sql(
      `SELECT l.id AS seq, l.id AS letterId, l.made_at AS at, l.author, t.name AS templateName,
         CASE WHEN l.printed_at IS NOT NULL THEN 'printed' WHEN l.saved_at IS NOT NULL THEN 'saved' ELSE 'kept' END AS state
       FROM letters l JOIN templates t ON t.id = l.template_id
       WHERE l.account_id = :accountId AND ${span(page, 'l.made_at', 'l.id')}`,
    )
    .all(bound(page)) as Of<'letter'>[];
}

type MailSql = Omit<Of<'mail'>, 'withdrawn'> & { readonly withdrawn: 0 | 1 };

/** Mailed, delivered, come back, or saved as a copy to be changed or sent elsewhere: each at its own time. */
export function readMail(store: Store, page: Page): Of<'mail'>[] {
  const rows = store
    .sql(
      `SELECT * FROM (
         SELECT m.id * 4 AS seq, m.made_at AS at, m.author, 'mailed' AS turn, t.name AS templateName, m.class,
           m.article_number AS articleNumber, m.mailed_on AS onDay, '' AS reason, '' AS signedBy, '' AS "to", m.note,
           m.withdrawn_at IS NOT NULL AS withdrawn
         FROM letters l CROSS JOIN mailings m ON m.letter_id = l.id JOIN templates t ON t.id = l.template_id
         WHERE l.account_id = :accountId
         UNION ALL
         SELECT r.id * 4 + 1, r.made_at, r.author, r.kind, coalesce(t.name, ''), m.class, coalesce(m.article_number, ''), r.on_day,
           r.reason, r.signed_by, '', r.note, r.withdrawn_at IS NOT NULL
         FROM mail_returns r LEFT JOIN mailings m ON m.id = r.mailing_id LEFT JOIN letters l ON l.id = r.letter_id
           LEFT JOIN templates t ON t.id = l.template_id
         WHERE r.account_id = :accountId
         UNION ALL
         SELECT c.id * 4 + 2, c.made_at, c.author, c.kind, t.name, NULL, '', NULL, '', '', coalesce(e.address, ''), '', 0
         FROM letter_copies c JOIN templates t ON t.id = c.template_id LEFT JOIN emails e ON e.id = c.email_id
         WHERE c.account_id = :accountId
       ) WHERE ${span(page, 'at', 'seq')}`,
    )
    .all(bound(page)) as MailSql[];
  return rows.map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }));
}

/** Reminders of a plan are left out: the plan itself stands in the line. */
export function readReminders(store: Store, page: Page): Of<'reminder'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS reminderId, made_at AS at, author, text, due_at AS dueAt, state FROM reminders
       WHERE account_id = :accountId AND plan_id IS NULL AND ${span(page, 'made_at', 'id')}`,
    )
    .all(bound(page)) as Of<'reminder'>[];
}

export function readPromises(store: Store, page: Page, today: Day): Of<'promise'>[] {
  const rows = toPromises(
    store
      .sql(promiseQuery(`p.account_id = :accountId AND ${span(page, 'p.made_at', 'p.id')}`))
      .all(bound(page)),
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

export function readPlans(store: Store, page: Page): Of<'plan'>[] {
  return store
    .sql(
      `SELECT p.id AS seq, p.id AS planId, p.made_at AS at, p.author,
         v.received_before_cents + v.total_cents AS totalCents, v.count,
         v.first_on AS firstOn, coalesce(p.ended_as, 'active') AS state,
         (SELECT max(i.due_on) FROM instalments i WHERE i.plan_version_id = v.id) AS lastOn
       FROM plans p JOIN plan_versions v ON v.plan_id = p.id
         AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = p.id)
       WHERE p.id IN (SELECT plan_id FROM plan_accounts WHERE account_id = :accountId)
         AND ${span(page, 'p.made_at', 'p.id')}`,
    )
    .all(bound(page)) as Of<'plan'>[];
}

type ApplicationLine = Of<'entry'>['applications'][number] & { readonly entryId: number };

/** Entries with the balance after each, and for what lowers it what it met. One that only moves components tells nobody anything. */
export function readEntries(store: Store, page: Page): Of<'entry'>[] {
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
       WHERE x.entryKind <> 'reallocation' AND ${span(page, 'x.at', 'x.seq')}`,
    )
    .all(bound(page)) as (Omit<Of<'entry'>, 'applications' | 'derived'> & { derived: 0 | 1 })[];
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

/** One that was written down with the plan it became is told by the plan. */
export function readOffers(store: Store, page: Page, today: Day): Of<'offer'>[] {
  const rows = store
    .sql(
      `SELECT id AS seq, id AS offerId, made_at AS at, author, kind AS offerKind, made_by AS madeBy, total_cents AS totalCents,
         expires_on AS expiresOn, outcome AS state, outcome_reason AS reason
       FROM offers WHERE account_id = :accountId
         AND NOT EXISTS (SELECT 1 FROM plans p WHERE p.offer_id = offers.id AND p.made_at = offers.made_at)
         AND ${span(page, 'made_at', 'id')}`,
    )
    .all(bound(page)) as Of<'offer'>[];
  return rows.map((row) =>
    row.state === 'open' && row.expiresOn !== null && row.expiresOn < today
      ? { ...row, state: 'lapsed' }
      : row,
  );
}

/** An event made `holds` of its own; where the event stands in the line too, it stands for them. */
export function readHolds(store: Store, page: Page, besideEvents: boolean): Of<'hold'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS holdId, created_at AS at, '' AS author, kind AS holdKind, reason, from_on AS fromOn,
         until_on AS untilOn, ended_at AS endedAt, coalesce(ended_reason, '') AS endedReason
       FROM holds WHERE account_id = :accountId ${besideEvents ? 'AND event_id IS NULL' : ''}
         AND ${span(page, 'created_at', 'id')}`,
    )
    .all(bound(page)) as Of<'hold'>[];
}

export function readAttachments(store: Store, page: Page): Of<'attachment'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS attachmentId, added_at AS at, author, name, kind AS fileKind, on_day AS onDay, description, bytes,
         removed_reason AS removedReason
       FROM attachments WHERE account_id = :accountId AND ${span(page, 'added_at', 'id')}`,
    )
    .all(bound(page)) as Of<'attachment'>[];
}

type StrategySql = Omit<Of<'strategy'>, 'step'> & {
  readonly stepNumber: number | null;
  readonly stepKind: string | null;
  readonly outcome: NonNullable<Of<'strategy'>['step']>['outcome'] | null;
};

/** Entering, each step, and leaving, each at its own time. */
export function readStrategies(store: Store, page: Page): Of<'strategy'>[] {
  const rows = store
    .sql(
      `SELECT * FROM (
         SELECT m.id * 4 AS seq, m.id AS memberId, m.entered_at AS at, '' AS author, 'entered' AS turn, s.name,
           NULL AS stepNumber, NULL AS stepKind, NULL AS outcome, '' AS detail
         FROM strategy_members m JOIN strategies s ON s.id = m.strategy_id WHERE m.account_id = :accountId
         UNION ALL
         SELECT t.id * 4 + 1, m.id, t.at, t.author, 'step', s.name, t.step + 1, t.kind, t.outcome, t.detail
         FROM strategy_members m JOIN strategies s ON s.id = m.strategy_id JOIN strategy_steps t ON t.member_id = m.id
         WHERE m.account_id = :accountId
         UNION ALL
         SELECT m.id * 4 + 2, m.id, m.ended_at, '', 'ended', s.name, NULL, NULL, NULL, coalesce(m.ended_why, '')
         FROM strategy_members m JOIN strategies s ON s.id = m.strategy_id
         WHERE m.account_id = :accountId AND m.ended_at IS NOT NULL
       ) WHERE ${span(page, 'at', 'seq')}`,
    )
    .all(bound(page)) as StrategySql[];
  return rows.map(({ stepNumber, stepKind, outcome, ...row }) => ({
    ...row,
    step:
      stepNumber === null || stepKind === null || outcome === null
        ? null
        : { number: stepNumber, kind: stepKind, outcome },
  }));
}

export function readAccountChanges(store: Store, page: Page): Of<'change'>[] {
  return store
    .sql(
      `SELECT id * 2 AS seq, at, author, what, text, on_day AS onDay
       FROM account_changes WHERE account_id = :accountId AND ${span(page, 'at', 'id * 2')}`,
    )
    .all(bound(page)) as Of<'change'>[];
}

// ---- of the person ----------------------------------------------------------------------------------------------

/** Names are the person's, so their changes stand on every account. */
export function readRenames(store: Store, page: PersonPage): OfPerson<'change'>[] {
  return store
    .sql(
      `SELECT id * 2 + 1 AS seq, until_at AS at, '' AS author, 'renamed' AS what, name AS text, NULL AS onDay, NULL AS ofAccount
       FROM former_names WHERE debtor_id = :debtorId AND ${span(page, 'until_at', 'id * 2 + 1')}`,
    )
    .all(bound(page)) as OfPerson<'change'>[];
}

type EventSql = Omit<OfPerson<'event'>, 'detail' | 'over'> & {
  readonly detail: string;
  readonly over: 0 | 1;
};

/** An event stands where it was recorded, and its end where that was. */
export function readEvents(store: Store, page: PersonPage): OfPerson<'event'>[] {
  const about = page.accountId === null ? '' : 'AND (account_id IS NULL OR account_id = :accountId)';
  const rows = store
    .sql(
      `SELECT * FROM (
         SELECT id * 2 AS seq, id AS eventId, account_id AS ofAccount, made_at AS at, author, 'recorded' AS turn, kind AS eventKind,
           on_day AS "on", detail, source, memo, '' AS reason, ended_at IS NOT NULL AS over
         FROM legal_events WHERE debtor_id = :debtorId ${about}
         UNION ALL
         SELECT id * 2 + 1, id, account_id, ended_at, coalesce(ended_author, ''), iif(withdrawn = 1, 'withdrawn', 'ended'), kind,
           coalesce(ended_on, on_day), '{}', coalesce(ended_source, ''), '', coalesce(ended_reason, ''), 1
         FROM legal_events WHERE debtor_id = :debtorId ${about} AND ended_at IS NOT NULL
       ) WHERE ${span(page, 'at', 'seq')}`,
    )
    .all(bound(page)) as EventSql[];
  return rows.map((row) => ({
    ...row,
    detail: readDetail(row.detail) as OfPerson<'event'>['detail'],
    over: row.over === 1,
  }));
}

/** Who is looked for is the person; the account says on whose behalf. */
export function readTraces(store: Store, page: PersonPage): OfPerson<'trace'>[] {
  return store
    .sql(
      `SELECT id AS seq, id AS traceId, account_id AS ofAccount, made_at AS at, author, source, tried_on AS triedOn, asked, outcome,
         found
       FROM traces WHERE debtor_id = :debtorId AND ${span(page, 'made_at', 'id')}`,
    )
    .all(bound(page)) as OfPerson<'trace'>[];
}

export function readReachChanges(store: Store, page: PersonPage): OfPerson<'reach'>[] {
  return store
    .sql(
      `SELECT r.id AS seq, r.id AS changeId, NULL AS ofAccount, r.at, r.author, r.from_status AS fromStatus,
         r.to_status AS toStatus, r.why,
         CASE WHEN r.phone_id IS NOT NULL THEN 'phone' WHEN r.address_id IS NOT NULL THEN 'address' ELSE 'email' END AS reach,
         coalesce(p.display, a.line1, e.address, '') AS what
       FROM reach_changes r LEFT JOIN phones p ON p.id = r.phone_id LEFT JOIN addresses a ON a.id = r.address_id
         LEFT JOIN emails e ON e.id = r.email_id
       WHERE r.debtor_id = :debtorId AND ${span(page, 'r.at', 'r.id')}`,
    )
    .all(bound(page)) as OfPerson<'reach'>[];
}
