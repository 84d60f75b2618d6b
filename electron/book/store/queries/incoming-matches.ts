/** What of the book an item of money received may be about: accounts, promises, plans and payments that touch its words or sum. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../../shared/domain/debtor.ts';
import type { Store } from '../store.ts';

const total = (row: string) =>
  `(${row}.principal_cents + ${row}.interest_cents + ${row}.fees_cents + ${row}.costs_cents)`;
const standing = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = ${row}.id)`;
const listed = (json: string) => `(SELECT value FROM json_each(${json}))`;
/** Nothing but letters and digits comes in here, so quotation marks are enough. */
const quoted = (word: string) => `"${word.replaceAll('"', '')}"`;

function search(store: Store, match: string, limit: number): number[] {
  return store
    .sql('SELECT rowid FROM account_search WHERE account_search MATCH ? LIMIT ?')
    .pluck()
    .all(match, limit) as number[];
}

/** Accounts known by one of these numbers: their own, the debtor's with the client, or one of a charge. */
export function findAccountsByNumbers(store: Store, words: readonly string[], limit: number): number[] {
  if (words.length === 0) return [];
  return search(store, `numbers : (${words.map(quoted).join(' OR ')})`, limit);
}

const mostNameWords = 6;

/** Accounts whose debtor's name holds two of these words, or the only one; short words also as the beginning of one. */
export function findAccountsByNames(store: Store, words: readonly string[], limit: number): number[] {
  const first = words.slice(0, mostNameWords);
  const term = (word: string) => (word.length < 5 && word.length > 2 ? `${quoted(word)}*` : quoted(word));
  const [only] = first;
  if (only === undefined) return [];
  if (first.length === 1) return search(store, `names : ${term(only)}`, limit);
  const pairs = first.flatMap((one, index) =>
    first.slice(index + 1).map((other) => `(${term(one)} AND ${term(other)})`),
  );
  return search(store, `names : (${pairs.join(' OR ')})`, limit);
}

/** Open accounts that owe exactly so much. */
export function findAccountsByBalance(store: Store, cents: number, limit: number): number[] {
  return store
    .sql(
      `SELECT account_id FROM account_summaries INDEXED BY summaries_by_balance
       WHERE balance_cents = ? AND status <> 'closed' ORDER BY account_id LIMIT ?`,
    )
    .pluck()
    .all(cents, limit) as number[];
}

/** Accounts of plans in force with an instalment of this sum within these days. */
export function findAccountsByInstalment(
  store: Store,
  cents: number,
  { from, to }: { readonly from: Day; readonly to: Day },
  limit: number,
): number[] {
  return store
    .sql(
      `SELECT DISTINCT p.account_id FROM instalments n
       CROSS JOIN plan_versions v ON v.id = n.plan_version_id
       CROSS JOIN plans p ON p.id = v.plan_id AND p.ended_at IS NULL
       WHERE n.due_on BETWEEN ? AND ? AND n.amount_cents = ?
         AND v.version = (SELECT max(x.version) FROM plan_versions x WHERE x.plan_id = p.id) LIMIT ?`,
    )
    .pluck()
    .all(from, to, cents, limit) as number[];
}

export type OpenPromise = {
  readonly accountId: number;
  readonly dueOn: Day;
  readonly missingCents: number;
  readonly payer: string;
};

/** Promises of these days that are not met: of these accounts, or of this sum wherever they are. */
export function listOpenPromises(
  store: Store,
  asked: {
    readonly accountIds: readonly number[];
    readonly cents: number;
    readonly from: Day;
    readonly to: Day;
  },
): OpenPromise[] {
  const { accountIds, ...rest } = asked;
  const of = (
    where: string,
  ) => `SELECT account_id AS accountId, due_on AS dueOn, amount_cents - received_cents AS missingCents, payer
    FROM promises WHERE cancelled_at IS NULL AND due_on BETWEEN :from AND :to AND amount_cents > received_cents AND ${where}`;
  return store
    .sql(
      `${of(`account_id IN ${listed(':accountIds')}`)} UNION ${of('amount_cents - received_cents = :cents')}
       ORDER BY dueOn LIMIT 60`,
    )
    .all({ ...rest, accountIds: JSON.stringify(accountIds) }) as OpenPromise[];
}

export type HeldCheck = {
  readonly heldPaymentId: number;
  readonly accountId: number;
  readonly cents: number;
  readonly reference: string;
  readonly datedOn: Day;
};

/** Checks kept for later of this sum. */
export function listHeldOfSum(store: Store, cents: number, limit: number): HeldCheck[] {
  return store
    .sql(
      `SELECT id AS heldPaymentId, account_id AS accountId, amount_cents AS cents, reference, dated_on AS datedOn
       FROM held_payments WHERE state = 'held' AND amount_cents = ? ORDER BY dated_on LIMIT ?`,
    )
    .all(cents, limit) as HeldCheck[];
}

export type EarlierPayments = {
  readonly accountId: number;
  readonly count: number;
  readonly lastOn: Day;
  readonly lastCents: number;
};

/** On which accounts money of the same payer was put before, as long as it stands there. */
export function listEarlierOfPayer(store: Store, payerKey: string, butNot: number): EarlierPayments[] {
  if (payerKey === '') return [];
  const rows = store
    .sql(
      `SELECT p.account_id AS accountId, i.received_on AS lastOn, p.amount_cents AS lastCents
       FROM incoming i JOIN incoming_postings p ON p.incoming_id = i.id
       WHERE i.payer_key = ? AND i.id <> ? AND p.taken_back_at IS NULL AND p.how <> 'returned'
       ORDER BY i.received_on DESC, p.id DESC LIMIT 200`,
    )
    .all(payerKey, butNot) as Omit<EarlierPayments, 'count'>[];
  const found = new Map<number, { -readonly [K in keyof EarlierPayments]: EarlierPayments[K] }>();
  for (const row of rows) {
    const one = found.get(row.accountId);
    if (one) one.count += 1;
    else found.set(row.accountId, { ...row, count: 1 });
  }
  return [...found.values()];
}

export type CandidateRow = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly accountNumber: string;
  readonly debtorName: string;
  readonly debtorKind: DebtorKind;
  readonly debtorReference: string;
  readonly clientId: number;
  readonly clientName: string;
  readonly status: string;
  readonly balanceCents: number;
  readonly disputed: boolean;
};

export function listCandidateRows(store: Store, accountIds: readonly number[], today: Day): CandidateRow[] {
  const rows = store
    .sql(
      `SELECT s.account_id AS accountId, s.debtor_id AS debtorId, s.number AS accountNumber, s.debtor_name AS debtorName,
         d.kind AS debtorKind, d.reference AS debtorReference, s.client_id AS clientId, s.client_name AS clientName, s.status,
         s.balance_cents AS balanceCents,
         EXISTS (SELECT 1 FROM holds h WHERE h.account_id = s.account_id AND h.kind = 'dispute' AND h.ended_at IS NULL
           AND (h.until_on IS NULL OR h.until_on >= :today)) AS disputed
       FROM account_summaries s JOIN debtors d ON d.id = s.debtor_id
       WHERE s.account_id IN ${listed(':accountIds')}`,
    )
    .all({ accountIds: JSON.stringify(accountIds), today }) as (Omit<CandidateRow, 'disputed'> & {
    disputed: number;
  })[];
  return rows.map((row) => ({ ...row, disputed: row.disputed === 1 }));
}

/** Other accounts of the same people that owe something. */
export function listAccountsBeside(store: Store, debtorIds: readonly number[], limit: number): number[] {
  return store
    .sql(
      `SELECT account_id FROM account_summaries
       WHERE debtor_id IN ${listed('?')} AND balance_cents > 0 AND status <> 'closed' LIMIT ?`,
    )
    .pluck()
    .all(JSON.stringify(debtorIds), limit) as number[];
}

/** Former names and aliases. */
export function listOtherNames(
  store: Store,
  debtorIds: readonly number[],
): { debtorId: number; name: string }[] {
  return store
    .sql(
      `SELECT debtor_id AS debtorId, name FROM former_names WHERE debtor_id IN ${listed(':ids')}
       UNION SELECT debtor_id, name FROM aliases WHERE debtor_id IN ${listed(':ids')} LIMIT 400`,
    )
    .all({ ids: JSON.stringify(debtorIds) }) as { debtorId: number; name: string }[];
}

export type NamedCharge = {
  readonly accountId: number;
  readonly entryId: number;
  readonly reference: string;
  readonly openCents: number;
};

/** Charges that have a number of their own, with what is open of each. */
export function listReferences(store: Store, accountIds: readonly number[]): NamedCharge[] {
  return store
    .sql(
      `SELECT e.account_id AS accountId, e.id AS entryId, e.reference, coalesce(o.open_cents, 0) AS openCents
       FROM entries e LEFT JOIN open_charges o ON o.account_id = e.account_id AND o.entry_id = e.id
       WHERE e.account_id IN ${listed('?')} AND e.kind IN ('charge', 'fee', 'cost', 'interest') AND e.reference <> ''
         AND ${standing('e')} ORDER BY e.id LIMIT 4000`,
    )
    .all(JSON.stringify(accountIds)) as NamedCharge[];
}

// ---- payments that are in the ledger already ------------------------------------------------------------------

export type RecordedEntry = {
  /** What was taken in together; a payment without a receipt stands alone. */
  readonly together: string;
  readonly togetherCents: number;
  readonly entryId: number;
  readonly accountId: number;
  readonly accountNumber: string;
  readonly debtorId: number;
  readonly debtorName: string;
  readonly debtorKind: DebtorKind;
  readonly receivedOn: Day;
  readonly reference: string;
  readonly memo: string;
  readonly amountCents: number;
};

/**
 * Payments of these days that stand, by what was taken in together: of this sum, or of less with one of these numbers as reference.
 * `unlinked` leaves out those an item stands for already.
 */
export function listRecorded(
  store: Store,
  asked: {
    readonly from: Day;
    readonly to: Day;
    readonly cents: number;
    readonly numbers: readonly string[];
    readonly unlinked: boolean;
    readonly limit: number;
  },
): RecordedEntry[] {
  const { numbers, unlinked, ...rest } = asked;
  const free = unlinked
    ? 'AND NOT EXISTS (SELECT 1 FROM incoming_postings p WHERE p.entry_id = e.id AND p.taken_back_at IS NULL)'
    : '';
  const together = "iif(e.receipt_id IS NULL, 'e' || e.id, 'r' || e.receipt_id)";
  const stands = `e.kind IN ('payment', 'recovery') AND ${standing('e')} ${free}`;
  const groups = store
    .sql(
      `SELECT ${together} AS together, sum(-${total('e')}) AS cents, max(lower(e.reference) IN ${listed(':numbers')}) AS named
       FROM entries e INDEXED BY entries_by_day WHERE e.effective_on BETWEEN :from AND :to AND ${stands}
       GROUP BY together HAVING cents = :cents OR (named AND cents < :cents)
       ORDER BY cents = :cents DESC, named DESC, max(e.effective_on) DESC LIMIT :limit`,
    )
    .all({ ...rest, numbers: JSON.stringify(numbers) }) as { together: string; cents: number }[];
  if (groups.length === 0) return [];
  const idsOf = (kind: string) =>
    JSON.stringify(
      groups.flatMap((group) => (group.together.startsWith(kind) ? Number(group.together.slice(1)) : [])),
    );
  const cents = new Map(groups.map((group) => [group.together, group.cents]));
  const rows = store
    .sql(
      `SELECT ${together} AS together, e.id AS entryId, e.account_id AS accountId, s.number AS accountNumber,
         s.debtor_id AS debtorId, s.debtor_name AS debtorName, d.kind AS debtorKind,
         coalesce(e.received_on, e.effective_on) AS receivedOn, e.reference, e.memo, -${total('e')} AS amountCents
       FROM entries e JOIN account_summaries s ON s.account_id = e.account_id JOIN debtors d ON d.id = s.debtor_id
       WHERE (e.id IN ${listed(':ids')} OR e.receipt_id IN ${listed(':receipts')}) AND ${stands} ORDER BY e.id`,
    )
    .all({ ids: idsOf('e'), receipts: idsOf('r') }) as Omit<RecordedEntry, 'togetherCents'>[];
  return rows.map((row) => ({ ...row, togetherCents: cents.get(row.together) ?? row.amountCents }));
}

// ---- for the sample office ---------------------------------------------------------------------------------------

/** Active accounts that are owed for and not disputed, in the order they were made. */
export function listSampleAccounts(
  store: Store,
  today: Day,
): {
  accountId: number;
  number: string;
  debtorName: string;
  balanceCents: number;
  debtType: string;
}[] {
  return store
    .sql(
      `SELECT s.account_id AS accountId, s.number, s.debtor_name AS debtorName, s.balance_cents AS balanceCents,
         a.debt_type AS debtType
       FROM account_summaries s JOIN accounts a ON a.id = s.account_id
       WHERE s.status = 'active' AND s.balance_cents > 5000 AND a.opened_on < date(:today, '-30 days')
         AND NOT EXISTS (SELECT 1 FROM terms t WHERE t.account_id = s.account_id)
         AND (SELECT count(*) FROM account_summaries o WHERE o.name_sort = s.name_sort) = 1
       ORDER BY s.account_id LIMIT 400`,
    )
    .all({ today }) as ReturnType<typeof listSampleAccounts>;
}

/** The last payments by check or transfer that stand, newest first. */
export function listSamplePayments(
  store: Store,
  today: Day,
): { amountCents: number; debtorName: string; reference: string; daysAgo: number }[] {
  return store
    .sql(
      `SELECT -${total('e')} AS amountCents, s.debtor_name AS debtorName, e.reference,
         CAST(julianday(:today) - julianday(e.effective_on) AS INTEGER) AS daysAgo
       FROM entries e INDEXED BY entries_by_day JOIN account_summaries s ON s.account_id = e.account_id
       WHERE e.kind IN ('payment', 'recovery') AND e.effective_on BETWEEN date(:today, '-60 days') AND :today AND ${standing('e')}
       ORDER BY e.effective_on DESC, e.id LIMIT 2`,
    )
    .all({ today }) as ReturnType<typeof listSamplePayments>;
}
