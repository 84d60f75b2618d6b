/** Accounts themselves: one row a debt. What lists show of them stands in `summaries.ts`. */
import type { DebtType } from '../../../../shared/domain/account.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { ApplicationOrder } from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';

export type NewAccount = {
  readonly debtorId: number;
  readonly clientId: number;
  readonly number: string;
  readonly originalCreditor: string;
  readonly debtType: DebtType;
  readonly openedOn: Day;
  readonly placedOn: Day | null;
  readonly nextStepOn: Day | null;
  readonly nextStep: string | null;
  readonly importId: number | null;
  readonly createdAt: number;
};

export function insertAccount(store: Store, account: NewAccount): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO accounts (debtor_id, client_id, number, original_creditor, debt_type, opened_on, placed_on,
         next_step_on, next_step, import_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      account.debtorId,
      account.clientId,
      account.number,
      account.originalCreditor,
      account.debtType,
      account.openedOn,
      account.placedOn,
      account.nextStepOn,
      account.nextStep,
      account.importId,
      account.createdAt,
    );
  return Number(lastInsertRowid);
}

export type AccountRecord = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly clientId: number;
  readonly number: string;
  readonly originalCreditor: string;
  readonly debtType: DebtType;
  readonly openedOn: Day;
  readonly placedOn: Day | null;
  readonly closedAt: number | null;
  readonly closedReason: string | null;
  readonly nextStepOn: Day | null;
  readonly nextStep: string | null;
  readonly importId: number | null;
};

export function findAccount(store: Store, accountId: number): AccountRecord | null {
  const row = store
    .sql(
      `SELECT id AS accountId, debtor_id AS debtorId, client_id AS clientId, number,
         original_creditor AS originalCreditor, debt_type AS debtType, opened_on AS openedOn, placed_on AS placedOn,
         closed_at AS closedAt, closed_reason AS closedReason, next_step_on AS nextStepOn, next_step AS nextStep,
         import_id AS importId
       FROM accounts WHERE id = ?`,
    )
    .get(accountId);
  return (row as AccountRecord | undefined) ?? null;
}

export function isNumberTaken(store: Store, clientId: number, number: string): boolean {
  return (
    store.sql('SELECT 1 FROM accounts WHERE client_id = ? AND number = ?').get(clientId, number) !== undefined
  );
}

/**
 * The next free number of a client: one above its highest whole number, from 1001. Numbers of up to nine
 * digits count; longer ones are somebody else's references.
 */
export function nextNumber(store: Store, clientId: number): string {
  const highest = store
    .sql(
      `SELECT max(CAST(number AS INTEGER)) FROM accounts
       WHERE client_id = ? AND length(number) <= 9 AND number NOT GLOB '*[^0-9]*'`,
    )
    .pluck()
    .get(clientId) as number | null;
  return String(Math.max(1000, highest ?? 0) + 1);
}

export type AccountChange = {
  readonly accountId: number;
  readonly what: 'closed' | 'reopened' | 'next_step';
  /** Why it was closed, or what is to come next; empty when nothing is. */
  readonly text: string;
  /** The day of a next step. */
  readonly on: Day | null;
  readonly at: number;
  readonly author: string;
  readonly operationId: string;
};

/** The row of an account holds only how it stands; this is how it came to that. */
export function insertAccountChange(store: Store, change: AccountChange): void {
  store
    .sql(
      `INSERT INTO account_changes (account_id, what, text, on_day, at, author, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(change.accountId, change.what, change.text, change.on, change.at, change.author, change.operationId);
}

export function updateNextStep(store: Store, accountId: number, on: Day | null, text: string | null): void {
  store.sql('UPDATE accounts SET next_step_on = ?, next_step = ? WHERE id = ?').run(on, text, accountId);
}

export function updateClosed(
  store: Store,
  accountId: number,
  at: number | null,
  reason: string | null,
): void {
  store.sql('UPDATE accounts SET closed_at = ?, closed_reason = ? WHERE id = ?').run(at, reason, accountId);
}

export function accountsOfDebtor(store: Store, debtorId: number): number[] {
  return store
    .sql('SELECT id FROM accounts WHERE debtor_id = ? ORDER BY id')
    .pluck()
    .all(debtorId) as number[];
}

/** The same with their numbers. */
export function listAccountsOfDebtor(
  store: Store,
  debtorId: number,
): { readonly accountId: number; readonly number: string }[] {
  return store
    .sql('SELECT id AS accountId, number FROM accounts WHERE debtor_id = ? ORDER BY id')
    .all(debtorId) as { accountId: number; number: string }[];
}

/** Every account of the book. */
export function listAccountIds(store: Store): number[] {
  return store.sql('SELECT id FROM accounts ORDER BY id').pluck().all() as number[];
}

/** What a paper or an explanation calls an account by. */
export function findAccountName(
  store: Store,
  accountId: number,
): { readonly number: string; readonly debtorName: string } | null {
  const row = store
    .sql(
      `SELECT a.number, d.name AS debtorName FROM accounts a JOIN debtors d ON d.id = a.debtor_id WHERE a.id = ?`,
    )
    .get(accountId);
  return (row as { number: string; debtorName: string } | undefined) ?? null;
}

/** The account's own order of application; `null` follows its client's or the house's. */
export function findOwnOrder(store: Store, accountId: number): ApplicationOrder | null {
  const order = store.sql('SELECT application_order FROM accounts WHERE id = ?').pluck().get(accountId);
  return (order as ApplicationOrder | null | undefined) ?? null;
}

export function updateOwnOrder(store: Store, accountId: number, order: ApplicationOrder | null): void {
  store.sql('UPDATE accounts SET application_order = ? WHERE id = ?').run(order, accountId);
}

/** Whether a dispute holds the account on a day. */
export function isDisputed(store: Store, accountId: number, today: Day): boolean {
  return (
    store
      .sql(
        `SELECT 1 FROM holds WHERE account_id = ? AND kind = 'dispute' AND ended_at IS NULL
           AND (until_on IS NULL OR until_on >= ?)`,
      )
      .get(accountId, today) !== undefined
  );
}

export type HoldKind =
  | 'dispute'
  | 'request'
  | 'cease'
  | 'attorney'
  | 'bankruptcy'
  | 'deceased'
  | 'identity_theft'
  | 'medical'
  | 'hardship'
  | 'court'
  | 'house';

export type NewHold = {
  readonly accountId: number;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly source: string;
  readonly fromOn: Day;
  /** The last day of the hold; `null` until it is ended by hand. */
  readonly untilOn: Day | null;
  readonly contactId: number | null;
  readonly createdAt: number;
  /** The event that makes it and that it ends with. */
  readonly eventId?: number;
};

export function insertHold(store: Store, hold: NewHold): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO holds (account_id, kind, reason, source, from_on, until_on, contact_id, created_at, event_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      hold.accountId,
      hold.kind,
      hold.reason,
      hold.source,
      hold.fromOn,
      hold.untilOn,
      hold.contactId,
      hold.createdAt,
      hold.eventId ?? null,
    );
  return Number(lastInsertRowid);
}

export type HoldRow = {
  readonly holdId: number;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly source: string;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
};

/** A hold nobody has ended, whether or not its day has passed; `null` when there is none. */
export function findHold(
  store: Store,
  holdId: number,
): { accountId: number; kind: HoldKind; eventId: number | null } | null {
  const row = store
    .sql(
      'SELECT account_id AS accountId, kind, event_id AS eventId FROM holds WHERE id = ? AND ended_at IS NULL',
    )
    .get(holdId);
  return (row as { accountId: number; kind: HoldKind; eventId: number | null } | undefined) ?? null;
}

export function updateHoldEnd(store: Store, holdId: number, at: number, reason: string): void {
  store.sql('UPDATE holds SET ended_at = ?, ended_reason = ? WHERE id = ?').run(at, reason, holdId);
}

/** Ends every hold an event made that nobody has ended. */
export function endHoldsOfEvent(store: Store, eventId: number, at: number, reason: string): void {
  store
    .sql('UPDATE holds SET ended_at = ?, ended_reason = ? WHERE event_id = ? AND ended_at IS NULL')
    .run(at, reason, eventId);
}

/** Holds in force on a day, newest first. */
export function listHolds(store: Store, accountId: number, today: Day): HoldRow[] {
  return store
    .sql(
      `SELECT id AS holdId, kind, reason, source, from_on AS fromOn, until_on AS untilOn FROM holds
       WHERE account_id = ? AND ended_at IS NULL AND (until_on IS NULL OR until_on >= ?) ORDER BY from_on DESC, id DESC`,
    )
    .all(accountId, today) as HoldRow[];
}
