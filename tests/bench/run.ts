/**
 * `npm run bench`: builds deterministic encrypted books of 2,500, 25,000 and 100,000 accounts (about ten
 * activities each) and prints, for each kind of work, the time through the book worker beside the raw driver
 * doing the same on a copy of the same file in the same run (an open book takes no second connection). Absolute times change with the machine; the ratio is what to hold.
 *
 * `npm run bench -- 2500 25000` picks sizes; `--book-only` leaves out the rows that need a window,
 * `--letters-only` everything but the letters, `--exchange-only` everything but files in and out.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths } from '../../shared/domain/days.ts';
import { amountForCount, countForAmount, lastInstalmentOf } from '../../shared/domain/plan.ts';
import { exchangeFigures } from './exchange.ts';
import { measureLetters } from './letters.ts';
import { makeBenchBook } from './make-book.ts';
import { type Figure, measureAfter, measureBeside, type Work } from './measure.ts';
import { openRaw } from './raw-driver.ts';
import { measureStrategies } from './strategies.ts';
import { measureWindow } from './window.ts';
import { type BookWorker, startBookWorker } from './worker-client.ts';

export const benchMoment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'bench' };
const folder = join(import.meta.dirname, '../../out/bench');

type Row = { work: string; raw: Figure | null; worker: Figure; goalMs: number | null; unit?: string };

const args = process.argv.slice(2);
const bookOnly = args.includes('--book-only');
const lettersOnly = args.includes('--letters-only');
const exchangeOnly = args.includes('--exchange-only');
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
if (sizes.length === 0 && !lettersOnly && !exchangeOnly) sizes.push(2_500, 25_000, 100_000);

const allOpen = { statuses: ['active', 'promise', 'plan', 'hold'] as const };
/** The index a careful hand would name; left to itself the planner of a file without statistics sorts the open ones. */
const byName = 'summaries_by_name';
const openSql = "status IN ('active', 'promise', 'plan', 'hold')";
/** Every hold of the book is a dispute, and no payment goes there. */
const undisputedSql = "status IN ('active', 'promise', 'plan')";

for (const size of sizes) {
  const book = await prepare(size);
  const rows: Row[] = [];
  const worker = await startBookWorker({ booksFolder: book.booksFolder, sqliteBinding: null }, benchMoment);
  await worker.errand('vault.open', { bookId: book.bookId, passphrase: book.passphrase });
  const raw = openRaw(book.rawPath, book.key);
  await measureClocks(worker, raw, rows);
  await measureReads(worker, raw, rows, size);
  await measureWrites(worker, raw, rows);
  await measureLedger(worker, raw, rows);
  await measureImport(worker, raw, size, book.userData);
  for (const line of await measureStrategies(worker)) console.log(line);
  raw.close();
  await worker.stop();
  print(size, rows);
}
if (!lettersOnly && !exchangeOnly) await measurePlans();
if (!lettersOnly) for (const figure of exchangeFigures) for (const line of await figure()) console.log(line);
if (!bookOnly && !exchangeOnly) for (const line of await measureLetters()) console.log(line);
if (!bookOnly && !lettersOnly && !exchangeOnly) {
  const largest = Math.max(...sizes);
  for (const line of await measureWindow(await prepare(largest))) console.log(line);
}

/** A fresh copy of the book of a size, so that one run's writes do not feed the next. */
async function prepare(size: number) {
  mkdirSync(folder, { recursive: true });
  return makeBenchBook({ accounts: size, folder, moment: benchMoment });
}

async function measureReads(worker: BookWorker, raw: ReturnType<typeof openRaw>, rows: Row[], size: number) {
  const list = (input: object) =>
    worker.query('accounts.list', {
      filter: {},
      sort: 'name',
      descending: false,
      limit: 100,
      ...input,
    } as never);
  const count = (filter: object) => worker.query('accounts.count', { filter: filter as never });
  const beside = async (
    work: string,
    goalMs: number | null,
    runs: number,
    rawWork: Work | null,
    workerWork: Work,
  ) => {
    rows.push({ work, ...(await measureBeside(runs, rawWork, workerWork)), goalMs });
  };

  await beside(
    'first page, open accounts by name',
    3,
    200,
    () =>
      raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} ORDER BY name_sort, account_id LIMIT 100`,
      ),
    () => list({ filter: allOpen }),
  );
  // Deep pages by keyset: both walk the list as a person scrolling does.
  let after: string | null = null;
  let place: { name_sort: string; account_id: number } = { name_sort: '', account_id: 0 };
  await beside(
    'deep page, open accounts by name (keyset)',
    3,
    Math.min(200, Math.floor(size / 200)),
    () => {
      const page = raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} AND (name_sort, account_id) > (?, ?)
         ORDER BY name_sort, account_id LIMIT 100`,
        [place.name_sort, place.account_id],
      ) as (typeof place)[];
      place = page.at(-1) ?? { name_sort: '', account_id: 0 };
    },
    async () => {
      const page = (await list({ filter: allOpen, after })) as { next: string | null };
      after = page.next;
    },
  );
  const jump = Math.floor(size / 2);
  await beside(
    'jump to the middle (offset)',
    null,
    100,
    () =>
      raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} ORDER BY name_sort, account_id LIMIT 100 OFFSET ?`,
        [jump],
      ),
    () => list({ filter: allOpen, offset: jump }),
  );
  // The worker has totals by client and status; the raw driver counts the rows.
  await beside(
    'count and sum of the open accounts',
    5,
    200,
    () =>
      raw.all(
        `SELECT count(*), sum(balance_cents) FROM account_summaries INDEXED BY summaries_by_client_id WHERE ${openSql}`,
      ),
    () => count(allOpen),
  );
  await beside(
    'count and sum of a range of balances',
    5,
    200,
    (run) =>
      raw.all(
        `SELECT count(*), sum(balance_cents) FROM account_summaries INDEXED BY summaries_by_balance
         WHERE ${openSql} AND balance_cents >= ?`,
        [100_000 + run],
      ),
    (run) => count({ ...allOpen, balanceFromCents: 100_000 + run }),
  );
  await beside(
    'filter by balance, sort by last contact',
    60,
    40,
    () =>
      raw.all(
        `SELECT * FROM account_summaries WHERE ${openSql} AND balance_cents >= 20000
         ORDER BY coalesce(last_contact_at, 0) DESC, account_id DESC LIMIT 100`,
      ),
    () => list({ filter: { ...allOpen, balanceFromCents: 20_000 }, sort: 'lastContact', descending: true }),
  );
  await beside(
    'filter by days past due and balance, sort by number',
    60,
    40,
    () =>
      raw.all(
        `SELECT * FROM account_summaries WHERE oldest_due_on BETWEEN '2026-09-21' AND '2026-10-20' AND balance_cents >= 200000
         ORDER BY number, account_id LIMIT 100`,
      ),
    () =>
      list({
        filter: { daysPastDueFrom: 31, daysPastDueTo: 60, balanceFromCents: 200_000 },
        sort: 'number',
      }),
  );

  // Other people each time, so that no page of the index is the last one read.
  const people = (
    raw.all(
      `SELECT debtor_name, number FROM account_summaries WHERE debtor_name LIKE '% %' AND account_id % ? = 0 ORDER BY account_id`,
      [Math.max(1, Math.floor(size / 97))],
    ) as { debtor_name: string; number: string }[]
  ).map(({ debtor_name, number }) => ({
    number,
    words: debtor_name.split(/[^\p{L}]+/u).filter((word) => word.length > 2),
  }));
  const texts = (write: (person: { number: string; words: string[] }) => string | undefined) =>
    people.map(write).filter((text) => text !== undefined && text !== '') as string[];
  for (const [work, typed, goalMs, runs] of [
    [
      'search, two words',
      texts(({ words }) => (words.length > 1 ? words.slice(0, 2).join(' ') : undefined)),
      5,
      200,
    ],
    ['search, a beginning of four letters', texts(({ words }) => words.at(-1)?.slice(0, 4)), 5, 200],
    ['search, an account number', texts(({ number }) => number), 5, 200],
    ['search, one letter', [...'sgabmkrlopqtu'], 40, 40],
    ['search, one digit (every account has some)', [...'1523'], 40, 40],
  ] as const) {
    const text = (run: number) => typed[run % typed.length] ?? 'a';
    const match = (run: number) =>
      text(run)
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' ');
    await beside(
      `${work}: the first page by name`,
      goalMs,
      runs,
      (run) =>
        raw.all(
          `SELECT s.* FROM account_search f JOIN account_summaries s ON s.account_id = f.rowid
           WHERE account_search MATCH ? ORDER BY s.name_sort, s.account_id LIMIT 100`,
          [match(run)],
        ),
      (run) => list({ filter: { text: text(run) } }),
    );
    await beside(
      `${work}: count and sum`,
      null,
      runs,
      (run) =>
        raw.all(
          `SELECT count(*), sum(s.balance_cents) FROM account_search f JOIN account_summaries s ON s.account_id = f.rowid
           WHERE account_search MATCH ?`,
          [match(run)],
        ),
      (run) => count({ text: text(run) }),
    );
  }

  const some = (run: number) => 1 + ((run * 7919) % size);
  await beside(
    'open an account with its timeline',
    5,
    200,
    (run) => {
      const id = some(run);
      raw.all('SELECT * FROM account_summaries WHERE account_id = ?', [id]);
      raw.all('SELECT * FROM entries WHERE account_id = ? ORDER BY effective_on DESC LIMIT 50', [id]);
      raw.all('SELECT * FROM contacts WHERE account_id = ? ORDER BY at DESC LIMIT 50', [id]);
      raw.all('SELECT * FROM notes WHERE account_id = ? ORDER BY at DESC LIMIT 50', [id]);
    },
    (run) =>
      Promise.all([
        worker.query('accounts.get', { accountId: some(run) }),
        worker.query('timeline.page', { accountId: some(run) }),
      ]),
  );
  const note = (run: number) =>
    worker.command('notes.add', { accountId: some(run), text: 'Looked at the file' } as never);
  const today = () => worker.query('today.list', {});
  rows.push({
    work: 'Today after a change',
    raw: null,
    worker: await measureAfter(40, note, today),
    goalMs: 20,
  });
  await beside('Today, nothing changed since', 20, 40, null, today);
  const progress = () => worker.query('desk.progress', {});
  rows.push({
    work: 'how the day stands, after a change',
    raw: null,
    worker: await measureAfter(40, note, progress),
    goalMs: 20,
  });
  // The raw driver adds up the ledger; the worker keeps what is open of each charge.
  await beside(
    'aging totals of the whole book',
    80,
    20,
    () =>
      raw.all(
        `SELECT CASE WHEN e.due_on IS NULL THEN -1
             ELSE CAST(min(5, max(0, (julianday('2026-11-20') - julianday(e.due_on) + 29) / 30)) AS INTEGER) END AS bucket,
           count(*), sum(e.principal_cents - coalesce(a.paid, 0))
         FROM entries e LEFT JOIN (SELECT charge_entry_id, sum(principal_cents) AS paid FROM applications GROUP BY charge_entry_id) a
           ON a.charge_entry_id = e.id
         WHERE e.kind IN ('charge', 'fee', 'cost', 'interest') GROUP BY 1`,
      ),
    () => worker.query('reports.aging', { clientId: null }),
  );
}

/**
 * A new book’s clocks all wait. Working them out reads every fact, asks every rule and writes the list's columns; a second time
 * nothing differs, so what is left is the verdicts. The raw driver reads the same million rows without doing anything with them.
 */
async function measureClocks(worker: BookWorker, raw: ReturnType<typeof openRaw>, rows: Row[]) {
  const facts = [
    'accounts',
    'account_summaries',
    'addresses',
    'phones',
    'emails',
    'contacts',
    'legal_events',
    'holds',
  ];
  const readAll = () => {
    for (const table of facts) raw.all(`SELECT * FROM ${table}`);
  };
  const first = performance.now();
  await worker.job('law.refreshClocks', { whole: true });
  console.log(
    `clocks of a new book, written for the first time: ${(performance.now() - first).toFixed(0)} ms`,
  );
  rows.push({
    work: 'verdicts of all accounts, clocks kept',
    ...(await measureBeside(5, readAll, () => worker.job('law.refreshClocks', { whole: true }))),
    goalMs: 5_000,
  });
  const callable = { callableNow: true };
  rows.push({
    work: 'callable now: count and sum',
    ...(await measureBeside(200, null, () => worker.query('accounts.count', { filter: callable as never }))),
    goalMs: 10,
  });
  for (const sort of ['nextCall', 'name'] as const) {
    rows.push({
      work: `callable now: the first page by ${sort === 'name' ? 'name' : 'next call'}`,
      ...(await measureBeside(200, null, () =>
        worker.query('accounts.list', { filter: callable, sort, descending: false, limit: 100 } as never),
      )),
      goalMs: 10,
    });
  }
  const accountId = await makeMuchCalled(worker);
  rows.push({
    work: 'a verdict with every reason, 300 prior contacts',
    ...(await measureBeside(500, null, () =>
      worker.query('law.verdict', { accountId, act: { channel: 'call' } }),
    )),
    goalMs: 1,
  });
}

/** Somebody who was called three hundred times in a year. */
async function makeMuchCalled(worker: BookWorker): Promise<number> {
  const { accountId } = await worker.command('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Much Called',
    number: 'CALLED-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'consumer_services',
    openedOn: '2025-06-01',
    amountCents: 80_000,
    dueOn: '2025-07-01',
    phone: '512-555-0144',
    line1: '12 Elm St',
    line2: '',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  const { debtor } = await worker.query('accounts.get', { accountId });
  for (let call = 300; call > 0; call -= 1) {
    await worker.command('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: call % 9 === 0 ? 'right_party' : 'no_answer',
      phoneId: debtor.phones[0]?.phoneId ?? null,
      at: benchMoment.now - call * 28 * 3_600_000,
      seconds: null,
      text: '',
      decision: { kind: 'happened' },
    });
  }
  return accountId;
}

/** The raw driver writes the bare rows of the same event in one transaction; the worker checks, audits and keeps the lists. */
async function measureWrites(worker: BookWorker, raw: ReturnType<typeof openRaw>, rows: Row[]) {
  const accounts = raw.all(
    `SELECT account_id, debtor_id, (SELECT id FROM entries e WHERE e.account_id = s.account_id AND kind = 'charge' LIMIT 1) AS charge_id
     FROM account_summaries s WHERE ${undisputedSql} AND balance_cents > 100000 ORDER BY account_id LIMIT 400`,
  ) as { account_id: number; debtor_id: number; charge_id: number }[];
  const pick = (run: number) => {
    const account = accounts[run % accounts.length];
    if (!account) throw new Error('no open account to write to');
    return account;
  };
  const { now } = benchMoment;
  const insertNote = `INSERT INTO notes (account_id, text, author, at) VALUES (?, ?, 'raw', ?)`;
  const inTransaction = (work: () => void) => {
    raw.exec('BEGIN IMMEDIATE');
    work();
    raw.exec('COMMIT');
  };
  rows.push({
    work: 'record a note',
    ...(await measureBeside(
      200,
      (run) => raw.run(insertNote, [pick(run).account_id, 'Spoke briefly; will call again on Friday.', now]),
      (run) =>
        worker.command('notes.add', {
          accountId: pick(run).account_id,
          text: 'Spoke briefly; will call again on Friday.',
        }),
    )),
    goalMs: 5,
  });
  rows.push({
    work: 'record a call with its note',
    ...(await measureBeside(
      200,
      (run) =>
        inTransaction(() => {
          const { account_id, debtor_id } = pick(run);
          raw.run(
            `INSERT INTO contacts (account_id, debtor_id, channel, direction, outcome, at, zone, seconds, author, recorded_at)
             VALUES (?, ?, 'call', 'out', 'right_party', ?, 'UTC', 95, 'raw', ?)`,
            [account_id, debtor_id, now - 60_000, now],
          );
          raw.run(insertNote, [account_id, 'Asked for a statement.', now]);
        }),
      (run) =>
        worker.command('contacts.record', {
          accountId: pick(run).account_id,
          channel: 'call',
          direction: 'out',
          outcome: 'right_party',
          phoneId: null,
          at: now - 60_000,
          seconds: 95,
          text: 'Asked for a statement.',
          decision: { kind: 'happened' },
        }),
    )),
    goalMs: 5,
  });
  rows.push({
    work: 'record a payment',
    ...(await measureBeside(
      200,
      (run) =>
        inTransaction(() => {
          const { account_id, charge_id } = pick(run);
          raw.run(
            `INSERT INTO entries (account_id, kind, effective_on, posted_at, principal_cents, method, author, operation_id)
             VALUES (?, 'payment', '2026-11-20', ?, -125, 'cheque', 'raw', 'raw')`,
            [account_id, now],
          );
          raw.run(
            `INSERT INTO applications (entry_id, charge_entry_id, principal_cents, rule)
             VALUES (last_insert_rowid(), ?, 125, 'oldest_due_first')`,
            [charge_id],
          );
        }),
      (run) =>
        worker.command('ledger.recordPayment', {
          shares: [{ accountId: pick(run).account_id, amountCents: 125 }],
          receivedOn: '2026-11-20',
          method: 'cheque',
          reference: String(run),
        }),
    )),
    goalMs: 5,
  });
  const trios = (
    raw.all(
      `SELECT s.debtor_id, json_group_array(s.account_id) AS accounts FROM account_summaries s
       WHERE ${undisputedSql} AND s.balance_cents > 50000
       GROUP BY s.debtor_id HAVING count(*) = 3 ORDER BY s.debtor_id LIMIT 100`,
    ) as { accounts: string }[]
  ).map(({ accounts }) => JSON.parse(accounts) as number[]);
  const trio = (run: number) => {
    const found = trios[run % trios.length];
    if (!found) throw new Error('nobody owes on three accounts');
    return found;
  };
  rows.push({
    work: 'record a payment over three accounts',
    ...(await measureBeside(
      100,
      (run) =>
        inTransaction(() => {
          for (const accountId of trio(run)) {
            raw.run(
              `INSERT INTO entries (account_id, kind, effective_on, posted_at, principal_cents, method, author, operation_id)
               VALUES (?, 'payment', '2026-11-20', ?, -125, 'cheque', 'raw', 'raw')`,
              [accountId, now],
            );
            raw.run(
              `INSERT INTO applications (entry_id, charge_entry_id, principal_cents, rule)
               SELECT last_insert_rowid(), min(id), 125, 'oldest_due_first' FROM entries
               WHERE account_id = ? AND kind = 'charge'`,
              [accountId],
            );
          }
        }),
      (run) =>
        worker.command('ledger.recordPayment', {
          shares: trio(run).map((accountId) => ({ accountId, amountCents: 125 })),
          receivedOn: '2026-11-20',
          method: 'cheque',
          reference: String(run),
        }),
    )),
    goalMs: 5,
  });
}

/** An account with a hundred charges, a hundred payments and the interest posted with each, explained a month from now. */
async function measureLedger(worker: BookWorker, raw: ReturnType<typeof openRaw>, rows: Row[]) {
  const { accountId } = await worker.command('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Long Ledger',
    number: 'LONG-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'loan',
    openedOn: '2016-01-04',
    amountCents: 5_000_000,
    dueOn: '2016-01-04',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  await worker.command('ledger.setTerms', {
    accountId,
    fromOn: '2016-01-04',
    method: 'simple',
    rate: '9',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Agreement, clause 4',
  });
  for (let month = 0; month < 99; month += 1) {
    const on = addMonths('2016-02-10', month);
    await worker.command('ledger.addCharge', {
      accountId,
      kind: 'charge',
      amountCents: 7_500,
      effectiveOn: on,
      dueOn: addMonths(on, 1),
      reference: `M-${month}`,
      basis: '',
      memo: '',
    });
    await worker.command('ledger.recordPayment', {
      shares: [{ accountId, amountCents: 45_000 }],
      receivedOn: addMonths('2016-02-20', month),
      method: 'ach',
    });
  }
  rows.push({
    work: 'explain an account of 300 entries',
    ...(await measureBeside(100, null, () =>
      worker.query('ledger.explain', { accountId, asOf: '2026-12-20' }),
    )),
    goalMs: 3,
  });
  // The raw driver adds up what is posted; the worker adds the interest of every account up to the day.
  rows.push({
    work: 'payoff of all accounts as of a day',
    ...(await measureBeside(
      10,
      () =>
        raw.all(
          `SELECT a.client_id, count(DISTINCT a.id),
             sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents)
           FROM accounts a JOIN entries e ON e.account_id = a.id GROUP BY a.client_id`,
        ),
      () => worker.job('reports.payoff', { asOf: '2026-12-31' }),
    )),
    goalMs: 600,
  });
}

/** Parse to commit, all checks included, in rows a second. */
async function measureImport(
  worker: BookWorker,
  raw: ReturnType<typeof openRaw>,
  size: number,
  into: string,
) {
  const count = Math.min(size, 100_000);
  const lines = ['Customer ID,Customer,Invoice,Invoice date,Due date,Amount'];
  for (let row = 0; row < count; row += 1) {
    const person = row % Math.ceil(count / 8);
    const month = String((row % 12) + 1).padStart(2, '0');
    const cents = 1_000 + ((row * 37) % 90_000);
    lines.push(
      `IMP-${person},"Imported Person ${person}",INV-${row},${month}/05/2026,${month}/25/2026,${(cents / 100).toFixed(2)}`,
    );
  }
  const path = join(into, `import-${size}.csv`);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  const fileId = crypto.randomUUID();
  await worker.errand('files.register', { fileId, path, use: 'read' });
  const began = performance.now();
  const preview = await worker.job('imports.preview', { fileId, reading: {} });
  const previewMs = performance.now() - began;
  const plan = {
    reading: preview.reading,
    mapping: preview.mapping,
    clientId: null,
    clientName: 'Imported client',
    debtType: 'other' as const,
    debtorKind: 'guess' as const,
    settledMeansPaid: false,
  };
  const { fileSha256 } = preview;
  const dryMs = await timeOf(() => worker.job('imports.dryRun', { fileId, fileSha256, plan }));
  const runMs = await timeOf(() => worker.job('imports.run', { fileId, fileSha256, plan }));
  // The same people, accounts and charges into the same encrypted file by bare statements in one transaction: no
  // reading, no checks, no matching, no summaries, no search.
  const people = Math.ceil(count / 8);
  const first = 10_000_000;
  const rawMs = await timeOf(async () => {
    raw.exec('BEGIN IMMEDIATE');
    for (let person = 0; person < people; person += 1) {
      const key = first + person;
      raw.run(
        `INSERT INTO debtors (id, kind, name, name_sort, reference, created_at) VALUES (?, 'consumer', ?, ?, ?, ?)`,
        [key, `Imported Person ${person}`, `imported person ${person}`, `IMP-${person}`, benchMoment.now],
      );
      raw.run(
        `INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
         VALUES (?, ?, 1, ?, 'other', '2026-01-05', ?)`,
        [key, key, `IMP-${person}`, benchMoment.now],
      );
    }
    for (let row = 0; row < count; row += 1) {
      raw.run(
        `INSERT INTO entries (account_id, kind, effective_on, posted_at, due_on, principal_cents, reference, author, operation_id)
         VALUES (?, 'charge', '2026-01-05', ?, '2026-01-25', ?, ?, 'raw', 'raw-import')`,
        [first + Math.floor(row / 8), benchMoment.now, 1_000 + row, `INV-${row}`],
      );
    }
    raw.exec('COMMIT');
  });
  // And what the book keeps of them besides, again by bare statements with ready values: summaries, open charges, search.
  const lastEntry = (raw.all('SELECT max(id) AS id FROM entries')[0] as { id: number }).id - count;
  const keptMs = await timeOf(async () => {
    raw.exec('BEGIN IMMEDIATE');
    for (let person = 0; person < people; person += 1) {
      const key = first + person;
      raw.run(
        `INSERT INTO account_summaries (account_id, debtor_id, client_id, debtor_name, name_sort, client_name, number, status,
           principal_cents, interest_cents, fees_cents, costs_cents, balance_cents, oldest_due_on)
         VALUES (?, ?, 1, ?, ?, 'Imported client', ?, 'active', ?, 0, 0, 0, ?, '2026-01-25')`,
        [
          key,
          key,
          `Imported Person ${person}`,
          `person ${person}  imported`,
          `IMP-${person}`,
          8_000 + person,
          8_000 + person,
        ],
      );
    }
    // On its own: a statement with triggers in between would make full-text search write out what it has each time.
    for (let person = 0; person < people; person += 1) {
      const key = first + person;
      const references = Array.from(
        { length: 8 },
        (_, row) => `inv ${person * 8 + row} inv${person * 8 + row}`,
      );
      raw.run('INSERT INTO account_search (rowid, names, numbers, phones, places) VALUES (?, ?, ?, ?, ?)', [
        key,
        `imported person ${person}`,
        `imp ${person} imp${person} ${references.join(' ')}`,
        '',
        '',
      ]);
    }
    for (let row = 0; row < count; row += 1) {
      raw.run(
        `INSERT INTO open_charges (account_id, entry_id, client_id, due_on, open_cents) VALUES (?, ?, 1, ?, ?)`,
        [
          first + Math.floor(row / 8),
          lastEntry + row + 1,
          `2026-${String((row % 12) + 1).padStart(2, '0')}-25`,
          1_000 + row,
        ],
      );
    }
    raw.exec('COMMIT');
  });
  const perSecond = (ms: number) => `${Math.round(count / (ms / 1000)).toLocaleString('en-US')} rows/s`;
  const share = (ms: number) => `${((ms / runMs) * 100).toFixed(0)} %`;
  console.log(
    `\nimport of ${count.toLocaleString('en-US')} rows: preview ${previewMs.toFixed(0)} ms, dry run ${dryMs.toFixed(0)} ms, ` +
      `parse to commit ${runMs.toFixed(0)} ms (${perSecond(runMs)})\n` +
      `  raw driver, people, accounts and charges: ${rawMs.toFixed(0)} ms (${perSecond(rawMs)}); share ${share(rawMs)}\n` +
      `  raw driver, with summaries, open charges and search: ${(rawMs + keptMs).toFixed(0)} ms (${perSecond(rawMs + keptMs)}); share ${share(rawMs + keptMs)}`,
  );
  rmSync(path);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measurePlans() {
  const plans = 400_000;
  let checksum = 0;
  const ms = await timeOf(async () => {
    for (let run = 0; run < plans; run += 1) {
      const total = 10_000 + ((run * 7919) % 900_000);
      const amount = amountForCount(total, 2 + (run % 58));
      if (!amount.ok) continue;
      const count = countForAmount(total, amount.value);
      if (!count.ok) continue;
      checksum += lastInstalmentOf({ totalCents: total, count: count.value, amountCents: amount.value });
    }
  });
  console.log(
    `payment plans (amount, count and last instalment): ${Math.round(plans / (ms / 1000)).toLocaleString('en-US')} a second ` +
      `(goal 500,000; checksum ${checksum})`,
  );
}

function print(size: number, rows: readonly Row[]) {
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));
  console.log(`\n${size.toLocaleString('en-US')} accounts (times in ms)`);
  console.log('| work | raw median | raw p95 | worker median | worker p95 | p95 ratio | goal p95 |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const ratio = row.raw ? (row.worker.p95Ms / row.raw.p95Ms).toFixed(1) : '';
    console.log(
      `| ${row.work} | ${ms(row.raw?.medianMs)} | ${ms(row.raw?.p95Ms)} | ${ms(row.worker.medianMs)} | ` +
        `${ms(row.worker.p95Ms)} | ${ratio} | ${size === 100_000 ? (row.goalMs ?? '') : ''} |`,
    );
  }
}
