/** Money that came in and waits for its account, and where it went. */

import type { Day } from '../../../../shared/domain/days.ts';
import {
  cleanIncoming,
  type IncomingDetails,
  type IncomingItem,
  type IncomingKind,
  type IncomingState,
  looksReturned,
} from '../../../../shared/domain/incoming/incoming.ts';
import { payerKeyOf } from '../../../../shared/domain/incoming/incoming-words.ts';
import type { Store } from '../store.ts';

export type NewIncoming = IncomingItem & {
  readonly importId: number;
  /** Line or record of the file. */
  readonly line: number;
};

/**
 * Card numbers are cut on the way. `null` when an item with its id is there already: it adds nothing. Items without an id always
 * go in; give them one by `makeRowIds`.
 */
export function insertIncoming(store: Store, row: NewIncoming): number | null {
  const item = cleanIncoming(row);
  const { changes, lastInsertRowid } = store
    .sql(
      `INSERT INTO incoming (import_id, line, kind, held_at, external_id, received_on, amount_cents, currency, payer, reference,
         check_number, memo, method, details, payer_key, is_return)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, held_at, external_id) WHERE external_id <> '' DO NOTHING`,
    )
    .run(
      row.importId,
      row.line,
      item.kind,
      item.heldAt,
      item.externalId,
      item.receivedOn,
      item.amountCents,
      item.currency,
      item.payer,
      item.reference,
      item.checkNumber,
      item.memo,
      item.method,
      JSON.stringify(item.details satisfies IncomingDetails),
      payerKeyOf(item),
      looksReturned(item) ? 1 : 0,
    );
  return changes === 0 ? null : Number(lastInsertRowid);
}

/** Whether an item of this id is there already, for a dry run. `heldAt` as it is kept (at most 120 characters, card numbers cut). */
export function hasIncoming(
  store: Store,
  { kind, heldAt, externalId }: { kind: IncomingKind; heldAt: string; externalId: string },
): boolean {
  const kept = cleanIncoming({ ...blank, kind, heldAt, externalId });
  const found = store
    .sql(`SELECT 1 FROM incoming WHERE kind = ? AND held_at = ? AND external_id = ? AND external_id <> ''`)
    .pluck()
    .get(kept.kind, kept.heldAt, kept.externalId);
  return found !== undefined;
}

const blank: IncomingItem = {
  kind: 'bank',
  heldAt: '',
  externalId: '',
  receivedOn: '',
  amountCents: 0,
  currency: '',
  payer: '',
  reference: '',
  checkNumber: '',
  memo: '',
  method: '',
  details: {},
};

// ---- reading ------------------------------------------------------------------------------------------------

/** A posting that still stands for its money; what the bank took back is dealt with all the same. */
const counts = "(p.taken_back_at IS NULL OR p.taken_back_as = 'returned')";

const settled = `coalesce((SELECT sum(p.amount_cents) FROM incoming_postings p WHERE p.incoming_id = i.id AND ${counts}), 0)`;
const openCents = `iif(i.state = 'set_aside', 0, i.amount_cents - ${settled})`;

export type IncomingRecord = {
  readonly incomingId: number;
  readonly importId: number;
  readonly line: number;
  readonly kind: IncomingKind;
  readonly heldAt: string;
  readonly receivedOn: Day;
  readonly amountCents: number;
  readonly openCents: number;
  readonly currency: string;
  readonly payer: string;
  readonly reference: string;
  readonly checkNumber: string;
  readonly memo: string;
  readonly methodText: string;
  readonly details: IncomingDetails;
  readonly payerKey: string;
  readonly isReturn: boolean;
  readonly state: IncomingState;
  readonly setAsideReason: string;
  readonly decidedAt: number | null;
  readonly author: string;
  readonly fileName: string;
};

const columns = `i.id AS incomingId, i.import_id AS importId, i.line, i.kind, i.held_at AS heldAt, i.received_on AS receivedOn,
  i.amount_cents AS amountCents, ${openCents} AS openCents, i.currency, i.payer, i.reference, i.check_number AS checkNumber,
  i.memo, i.method AS methodText, i.details, i.payer_key AS payerKey, i.is_return AS isReturn, i.state,
  i.set_aside_reason AS setAsideReason, i.decided_at AS decidedAt, i.author,
  (SELECT m.file_name FROM imports m WHERE m.id = i.import_id) AS fileName`;

type IncomingSql = Omit<IncomingRecord, 'details' | 'isReturn'> & { details: string; isReturn: number };

function toRecord(row: unknown): IncomingRecord {
  const { details, isReturn, ...rest } = row as IncomingSql;
  return { ...rest, details: JSON.parse(details) as IncomingDetails, isReturn: isReturn === 1 };
}

export function findIncoming(store: Store, incomingId: number): IncomingRecord | null {
  const row = store.sql(`SELECT ${columns} FROM incoming i WHERE i.id = ?`).get(incomingId);
  return row === undefined ? null : toRecord(row);
}

export type IncomingFilter = {
  readonly state: IncomingState | 'all';
  readonly flow: 'in' | 'out';
  readonly text: string;
  readonly heldAt: string | null;
  readonly importId: number | null;
};

export type IncomingPlace = { readonly receivedOn: Day; readonly incomingId: number };

/** Deposits, and what the bank took back of them. */
const isIn = '(i.amount_cents > 0 OR i.is_return = 1)';

function conditionsOf(filter: IncomingFilter): { sql: string; values: Record<string, string | number> } {
  const found = [filter.flow === 'in' ? isIn : `NOT ${isIn}`];
  const values: Record<string, string | number> = {};
  if (filter.state !== 'all') {
    found.push('i.state = :state');
    values.state = filter.state;
  }
  if (filter.heldAt !== null) {
    found.push('i.held_at = :heldAt');
    values.heldAt = filter.heldAt;
  }
  if (filter.importId !== null) {
    found.push('i.import_id = :importId');
    values.importId = filter.importId;
  }
  const words = filter.text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  for (const [index, word] of words.entries()) {
    // A sum as people type it: without its sign and commas.
    const sum = /^-?\$?[\d,]+(\.\d{0,2})?$/.test(word) ? word.replace(/[-$,]/g, '') : word;
    values[`word${index}`] = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    values[`sum${index}`] = `${sum.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(`(i.payer || ' ' || i.reference || ' ' || i.check_number || ' ' || i.memo || ' ' || i.details LIKE :word${index} ESCAPE '\\'
      OR printf('%d.%02d', abs(i.amount_cents) / 100, abs(i.amount_cents) % 100) LIKE :sum${index} ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM incoming_postings p JOIN account_summaries s ON s.account_id = p.account_id
        WHERE p.incoming_id = i.id AND (s.number || ' ' || s.debtor_name) LIKE :word${index} ESCAPE '\\'))`);
  }
  return { sql: found.join(' AND '), values };
}

/** Oldest first while open, else newest first. */
export function listIncoming(
  store: Store,
  filter: IncomingFilter,
  after: IncomingPlace | null,
  limit: number,
): IncomingRecord[] {
  const { sql, values } = conditionsOf(filter);
  const up = filter.state === 'open';
  const beyond = after === null ? '' : `AND (i.received_on, i.id) ${up ? '>' : '<'} (:afterOn, :afterId)`;
  return store
    .sql(
      `SELECT ${columns} FROM incoming i WHERE ${sql} ${beyond}
       ORDER BY i.received_on ${up ? '' : 'DESC'}, i.id ${up ? '' : 'DESC'} LIMIT :limit`,
    )
    .all({
      ...values,
      limit,
      ...(after === null ? {} : { afterOn: after.receivedOn, afterId: after.incomingId }),
    })
    .map(toRecord);
}

/** How many a filter finds, and in US dollars what came in, what is open of that, and what went out (below zero). */
export function sumIncoming(
  store: Store,
  filter: IncomingFilter,
): { count: number; cents: number; openCents: number; outCents: number } {
  const { sql, values } = conditionsOf(filter);
  return store
    .sql(
      `SELECT count(*) AS count, coalesce(sum(iif(i.currency = 'USD' AND i.amount_cents > 0, i.amount_cents, 0)), 0) AS cents,
         coalesce(sum(iif(i.currency = 'USD' AND i.amount_cents > 0, ${openCents}, 0)), 0) AS openCents,
         coalesce(sum(iif(i.currency = 'USD' AND i.amount_cents < 0, i.amount_cents, 0)), 0) AS outCents
       FROM incoming i WHERE ${sql}`,
    )
    .get(values) as ReturnType<typeof sumIncoming>;
}

export type HeldTotals = {
  readonly heldAt: string;
  readonly kind: IncomingKind;
  readonly open: number;
  readonly openCents: number;
  readonly posted: number;
  readonly postedCents: number;
  readonly setAside: number;
  readonly setAsideCents: number;
};

/** Deposits and what was taken back of them, by where they are held; sums in US dollars. */
export function listHeldTotals(store: Store): HeldTotals[] {
  const sum = (state: IncomingState, cents: string) =>
    `coalesce(sum(iif(i.state = '${state}' AND i.currency = 'USD', ${cents}, 0)), 0)`;
  return store
    .sql(
      `SELECT i.held_at AS heldAt, i.kind, sum(i.state = 'open') AS open, ${sum('open', openCents)} AS openCents,
         sum(i.state = 'posted') AS posted, ${sum('posted', 'i.amount_cents')} AS postedCents,
         sum(i.state = 'set_aside') AS setAside, ${sum('set_aside', 'i.amount_cents')} AS setAsideCents
       FROM incoming i WHERE ${isIn} GROUP BY i.kind, i.held_at ORDER BY i.kind, i.held_at`,
    )
    .all() as HeldTotals[];
}

/** What waits: how many deposits, what is open of them in US dollars, since when; and how much went out besides. */
export function readWaiting(store: Store): {
  open: number;
  /** Of deposits. */
  openCents: number;
  returned: number;
  /** Of what the bank took back, below zero. */
  returnedCents: number;
  oldestOn: Day | null;
  out: number;
} {
  return store
    .sql(
      `SELECT coalesce(sum(${isIn}), 0) AS open,
         coalesce(sum(iif(i.amount_cents > 0 AND i.currency = 'USD', ${openCents}, 0)), 0) AS openCents,
         coalesce(sum(i.is_return), 0) AS returned,
         coalesce(sum(iif(i.is_return = 1 AND i.currency = 'USD', ${openCents}, 0)), 0) AS returnedCents,
         min(iif(${isIn}, i.received_on, NULL)) AS oldestOn, coalesce(sum(NOT ${isIn}), 0) AS out
       FROM incoming i WHERE i.state = 'open'`,
    )
    .get() as ReturnType<typeof readWaiting>;
}

// ---- deciding -----------------------------------------------------------------------------------------------

export function updateIncomingState(
  store: Store,
  incomingId: number,
  to: {
    readonly state: IncomingState;
    readonly reason: string;
    readonly at: number;
    readonly author: string;
  },
): void {
  store
    .sql('UPDATE incoming SET state = ?, set_aside_reason = ?, decided_at = ?, author = ? WHERE id = ?')
    .run(to.state, to.reason, to.at, to.author, incomingId);
}

export const postingWays = ['posted', 'linked', 'returned'] as const;
export type PostingWay = (typeof postingWays)[number];
export type TakenBackAs = 'reversed' | 'returned' | 'unlinked';

export type NewIncomingPosting = {
  readonly incomingId: number;
  readonly accountId: number;
  readonly entryId: number;
  readonly amountCents: number;
  readonly how: PostingWay;
  readonly because: string;
  readonly postedAt: number;
  readonly author: string;
};

export function insertIncomingPosting(store: Store, posting: NewIncomingPosting): void {
  store
    .sql(
      `INSERT INTO incoming_postings (incoming_id, account_id, entry_id, amount_cents, how, because, posted_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      posting.incomingId,
      posting.accountId,
      posting.entryId,
      posting.amountCents,
      posting.how,
      posting.because,
      posting.postedAt,
      posting.author,
    );
}

export type IncomingPostingRow = NewIncomingPosting & {
  readonly postingId: number;
  readonly accountNumber: string;
  readonly debtorName: string;
  readonly takenBackAt: number | null;
  readonly takenBackAs: TakenBackAs | null;
};

const postingColumns = `p.id AS postingId, p.incoming_id AS incomingId, p.account_id AS accountId, s.number AS accountNumber,
  s.debtor_name AS debtorName, p.entry_id AS entryId, p.amount_cents AS amountCents, p.how, p.because, p.posted_at AS postedAt,
  p.author, p.taken_back_at AS takenBackAt, p.taken_back_as AS takenBackAs`;
const postingRows = 'FROM incoming_postings p JOIN account_summaries s ON s.account_id = p.account_id';

/** Every posting of an item in the order it was made, those taken back among them. */
export function listPostingsOf(store: Store, incomingId: number): IncomingPostingRow[] {
  return store
    .sql(`SELECT ${postingColumns} ${postingRows} WHERE p.incoming_id = ? ORDER BY p.id`)
    .all(incomingId) as IncomingPostingRow[];
}

/** The postings an entry of the ledger stands for, newest first. */
export function listPostingsOfEntry(store: Store, entryId: number): IncomingPostingRow[] {
  return store
    .sql(`SELECT ${postingColumns} ${postingRows} WHERE p.entry_id = ? ORDER BY p.id DESC`)
    .all(entryId) as IncomingPostingRow[];
}

export function updatePostingTakenBack(store: Store, postingId: number, at: number, as: TakenBackAs): void {
  store
    .sql('UPDATE incoming_postings SET taken_back_at = ?, taken_back_as = ? WHERE id = ?')
    .run(at, as, postingId);
}

/** Where several items are posted, for their rows: at most `most` accounts each, with how many there are. */
export function listPostedOn(
  store: Store,
  incomingIds: readonly number[],
  most: number,
): Map<number, { count: number; first: { accountId: number; accountNumber: string; debtorName: string }[] }> {
  const rows = store
    .sql(
      `SELECT ${postingColumns} ${postingRows}
       WHERE p.incoming_id IN (SELECT value FROM json_each(?)) AND ${counts} ORDER BY p.id`,
    )
    .all(JSON.stringify(incomingIds)) as IncomingPostingRow[];
  const found = new Map<
    number,
    { count: number; first: { accountId: number; accountNumber: string; debtorName: string }[] }
  >();
  for (const { incomingId, accountId, accountNumber, debtorName } of rows) {
    const one = found.get(incomingId) ?? { count: 0, first: [] };
    found.set(incomingId, one);
    one.count += 1;
    if (one.first.length < most) one.first.push({ accountId, accountNumber, debtorName });
  }
  return found;
}
