/** Print runs and the letters in them. What may follow what is said in `shared/domain/print-run.ts`; here it is only kept. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { RunLetter, RunLetterState, RunSort, RunState } from '../../../../shared/domain/print-run.ts';
import type { Store } from '../store.ts';

export type RunRecord = {
  readonly runId: number;
  /** JSON of what was asked for. */
  readonly source: string;
  readonly name: string;
  readonly sort: RunSort;
  /** JSON of the print setup it is made with. */
  readonly setup: string;
  readonly state: RunState;
  readonly madeAt: number;
  readonly author: string;
  readonly endedAt: number | null;
};

const runColumns =
  'id AS runId, source, name, sort, setup, state, made_at AS madeAt, author, ended_at AS endedAt';

export function insertRun(
  store: Store,
  run: Pick<RunRecord, 'source' | 'name' | 'sort' | 'setup' | 'madeAt' | 'author'>,
): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO print_runs (source, name, sort, setup, state, made_at, author) VALUES (?, ?, ?, ?, 'making', ?, ?)`,
    )
    .run(run.source, run.name, run.sort, run.setup, run.madeAt, run.author);
  return Number(lastInsertRowid);
}

export type NewRunLetter = {
  readonly place: number;
  readonly accountId: number;
  readonly templateId: number;
  readonly queueId: number | null;
  /** Why it does not go; empty for one that is to be made. */
  readonly why: string;
};

export function insertRunLetter(store: Store, runId: number, letter: NewRunLetter): void {
  const { place, accountId, templateId, queueId, why } = letter;
  store
    .sql(
      `INSERT INTO print_run_letters (run_id, place, account_id, template_id, queue_id, why, state)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(runId, place, accountId, templateId, queueId, why, why === '' ? 'planned' : 'left_out');
}

export function findRun(store: Store, runId: number): RunRecord | null {
  const row = store.sql(`SELECT ${runColumns} FROM print_runs WHERE id = ?`).get(runId);
  return (row as RunRecord | undefined) ?? null;
}

export function updateRunState(store: Store, runId: number, state: RunState, endedAt: number | null): void {
  store.sql('UPDATE print_runs SET state = ?, ended_at = ? WHERE id = ?').run(state, endedAt, runId);
}

export function updateRunSetup(store: Store, runId: number, setup: string): void {
  store.sql('UPDATE print_runs SET setup = ? WHERE id = ?').run(setup, runId);
}

export type RunLetterRecord = RunLetter & {
  readonly accountId: number;
  readonly templateId: number;
  readonly templateCode: string;
  readonly queueId: number | null;
  readonly letterId: number | null;
  readonly sentAt: number | null;
  readonly firstSheet: number | null;
  readonly sheets: number | null;
};

/** All letters of a run in their order. */
export function readRunLetters(store: Store, runId: number): RunLetterRecord[] {
  return store
    .sql(
      `SELECT r.place, r.state, r.tries, r.why, r.account_id AS accountId, r.template_id AS templateId, t.code AS templateCode,
         r.queue_id AS queueId, r.letter_id AS letterId, r.sent_at AS sentAt, r.first_sheet AS firstSheet, r.sheets
       FROM print_run_letters r JOIN templates t ON t.id = r.template_id WHERE r.run_id = ? ORDER BY r.place`,
    )
    .all(runId) as RunLetterRecord[];
}

export function updateRunLetter(
  store: Store,
  runId: number,
  { place, state, tries, why }: Pick<RunLetter, 'place' | 'state' | 'tries' | 'why'>,
): void {
  store
    .sql('UPDATE print_run_letters SET state = ?, tries = ?, why = ? WHERE run_id = ? AND place = ?')
    .run(state, tries, why, runId, place);
}

/** Which kept letter it became; `null` when it is to be made anew. */
export function updateRunLetterId(store: Store, runId: number, place: number, letterId: number | null): void {
  store
    .sql('UPDATE print_run_letters SET letter_id = ? WHERE run_id = ? AND place = ?')
    .run(letterId, runId, place);
}

export type RunSheets = { readonly place: number; readonly firstSheet: number; readonly sheets: number };

/** Where it lies in the stack of the document it goes out with, and when that went to the printer. */
export function updateRunLetterSent(
  store: Store,
  runId: number,
  { place, firstSheet, sheets }: RunSheets,
  sentAt: number,
): void {
  store
    .sql(
      'UPDATE print_run_letters SET first_sheet = ?, sheets = ?, sent_at = ? WHERE run_id = ? AND place = ?',
    )
    .run(firstSheet, sheets, sentAt, runId, place);
}

/** Gives every letter named its new place; `places` holds the old ones in the new order, all of the run. */
export function renumberRun(store: Store, runId: number, places: readonly number[]): void {
  // In two steps, since two letters may not stand at one place in between.
  const away = store.sql('UPDATE print_run_letters SET place = -place WHERE run_id = ?');
  const back = store.sql('UPDATE print_run_letters SET place = ? WHERE run_id = ? AND place = ?');
  away.run(runId);
  for (const [index, place] of places.entries()) back.run(index + 1, runId, -place);
}

export type RunCounts = Readonly<Record<RunLetterState, number>>;

const noCounts: RunCounts = {
  planned: 0,
  left_out: 0,
  made: 0,
  sent_to_printer: 0,
  printed: 0,
  spoilt: 0,
  dropped: 0,
};

export function countsOfRun(store: Store, runId: number): RunCounts {
  const rows = store
    .sql('SELECT state, count(*) FROM print_run_letters WHERE run_id = ? GROUP BY state')
    .raw()
    .all(runId) as [RunLetterState, number][];
  return { ...noCounts, ...Object.fromEntries(rows) };
}

/** Runs that are not over, oldest first. */
export function listOpenRuns(store: Store): RunRecord[] {
  return store
    .sql(
      `SELECT ${runColumns} FROM print_runs INDEXED BY print_runs_open WHERE state NOT IN ('settled', 'dropped') ORDER BY id`,
    )
    .all() as RunRecord[];
}

/** Runs that are over, newest first. */
export function listEndedRuns(store: Store, before: number | null, limit: number): RunRecord[] {
  return store
    .sql(
      `SELECT ${runColumns} FROM print_runs WHERE id < ? AND state IN ('settled', 'dropped') ORDER BY id DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as RunRecord[];
}

export type RunLetterRow = RunLetterRecord & {
  readonly debtorName: string;
  readonly number: string;
  readonly clientName: string;
  readonly templateName: string;
  /** As the letter states it; what is owed now for one that is not made. */
  readonly balanceCents: number;
  readonly pages: number | null;
  readonly savedAt: number | null;
  /** The letter waits still: another run can take it. */
  readonly waits: 0 | 1;
};

/** The letters of a run as people read them. */
export function listRunLetters(store: Store, runId: number): RunLetterRow[] {
  return store
    .sql(
      `SELECT r.place, r.state, r.tries, r.why, r.account_id AS accountId, r.template_id AS templateId, t.code AS templateCode,
         r.queue_id AS queueId, r.letter_id AS letterId, r.sent_at AS sentAt, r.first_sheet AS firstSheet, r.sheets,
         s.debtor_name AS debtorName, s.number, s.client_name AS clientName, t.name AS templateName,
         coalesce(l.balance_cents, s.balance_cents) AS balanceCents, l.pages, l.saved_at AS savedAt,
         EXISTS (SELECT 1 FROM print_queue q WHERE q.account_id = r.account_id AND q.template_code = t.code
           AND q.state = 'waiting' AND q.letter_id IS NULL) AS waits
       FROM print_run_letters r
       JOIN templates t ON t.id = r.template_id
       JOIN account_summaries s ON s.account_id = r.account_id
       LEFT JOIN letters l ON l.id = r.letter_id
       WHERE r.run_id = ? ORDER BY r.place`,
    )
    .all(runId) as RunLetterRow[];
}

export type OpenPlace = { readonly runId: number; readonly name: string };

const isOpen = `r.state IN ('planned', 'made', 'sent_to_printer', 'spoilt')`;

/** The open run a kept letter is in. */
export function findOpenRunOfLetter(store: Store, letterId: number): OpenPlace | null {
  const row = store
    .sql(
      `SELECT p.id AS runId, p.name FROM print_run_letters r JOIN print_runs p ON p.id = r.run_id
       WHERE r.letter_id = ? AND ${isOpen} LIMIT 1`,
    )
    .get(letterId);
  return (row as OpenPlace | undefined) ?? null;
}

/** The open run a letter that waits is in. */
export function findOpenRunOfQueued(store: Store, queueId: number): OpenPlace | null {
  const row = store
    .sql(
      `SELECT p.id AS runId, p.name FROM print_run_letters r JOIN print_runs p ON p.id = r.run_id
       WHERE r.queue_id = ? AND ${isOpen} LIMIT 1`,
    )
    .get(queueId);
  return (row as OpenPlace | undefined) ?? null;
}

/** The open run that has a letter of this code for the account. */
export function findOpenRunOfCode(store: Store, accountId: number, templateCode: string): OpenPlace | null {
  const row = store
    .sql(
      `SELECT p.id AS runId, p.name FROM print_run_letters r JOIN print_runs p ON p.id = r.run_id
       JOIN templates t ON t.id = r.template_id
       WHERE r.account_id = ? AND t.code = ? AND ${isOpen} LIMIT 1`,
    )
    .get(accountId, templateCode);
  return (row as OpenPlace | undefined) ?? null;
}

/** What a letter of a run was made with, to hold it against the account before it is printed. */
export function findMadeWith(
  store: Store,
  letterId: number,
): { readonly madeAt: number; readonly balanceCents: number; readonly pages: number } | null {
  const row = store
    .sql('SELECT made_at AS madeAt, balance_cents AS balanceCents, pages FROM letters WHERE id = ?')
    .get(letterId);
  return (row as { madeAt: number; balanceCents: number; pages: number } | undefined) ?? null;
}

export type RunAccount = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly clientName: string;
  readonly balanceCents: number;
};

/** What the list of a run says of its accounts, by id. */
export function readRunAccounts(store: Store, accountIds: readonly number[]): Map<number, RunAccount> {
  const rows = store
    .sql(
      `SELECT s.account_id AS accountId, a.debtor_id AS debtorId, s.debtor_name AS debtorName, s.number,
         s.client_name AS clientName, s.balance_cents AS balanceCents
       FROM json_each(?) j CROSS JOIN account_summaries s ON s.account_id = j.value JOIN accounts a ON a.id = s.account_id`,
    )
    .all(JSON.stringify(accountIds)) as RunAccount[];
  return new Map(rows.map((row) => [row.accountId, row]));
}

export type WaitingForRun = {
  readonly queueId: number;
  readonly accountId: number;
  readonly templateCode: string;
  readonly memberId: number | null;
  readonly letterId: number | null;
  readonly wantedOn: Day;
};

/** Letters that wait, in the order they were wanted. */
export function listWaitingForRun(store: Store, limit: number): WaitingForRun[] {
  return store
    .sql(
      `SELECT id AS queueId, account_id AS accountId, template_code AS templateCode, member_id AS memberId,
         letter_id AS letterId, wanted_on AS wantedOn
       FROM print_queue INDEXED BY print_queue_waiting WHERE state = 'waiting' ORDER BY wanted_on, id LIMIT ?`,
    )
    .all(limit) as WaitingForRun[];
}

/** What a piece of ordinary mail cost last; `null` until one was entered. */
export function findLastPostage(store: Store): number | null {
  const cents = store
    .sql(
      `SELECT postage_cents FROM mailings WHERE class = 'first_class' AND postage_cents > 0 AND withdrawn_at IS NULL
       ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get();
  return (cents as number | undefined) ?? null;
}

/** Runs whose document was on its way to the printer when the program ended. */
export function listPrintingRuns(store: Store): number[] {
  return store
    .sql(`SELECT id FROM print_runs INDEXED BY print_runs_open WHERE state = 'printing'
      AND state NOT IN ('settled', 'dropped') ORDER BY id`)
    .pluck()
    .all() as number[];
}
