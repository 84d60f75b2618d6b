/**
 * `npm run bench`: builds deterministic encrypted books of 2,500, 25,000 and 100,000 accounts (about ten
 * activities each) and prints, for each kind of work, the time through the book worker beside the raw driver
 * doing the same on a copy of the same file in the same run (an open book takes no second connection). Absolute times change with the machine; the ratio is what to hold.
 *
 * `npm run bench -- 2500 25000` picks sizes; `--book-only` leaves out the rows that need a window.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amountForCount, countForAmount, lastInstalmentOf } from '../../shared/domain/plan.ts';
import { makeBenchBook } from './make-book.ts';
import { type Figure, measure } from './measure.ts';
import { openRaw } from './raw-driver.ts';
import { measureWindow } from './window.ts';
import { type BookWorker, startBookWorker } from './worker-client.ts';

export const benchMoment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'bench' };
const folder = join(import.meta.dirname, '../../out/bench');

type Row = { work: string; raw: Figure | null; worker: Figure; goalMs: number | null; unit?: string };

const args = process.argv.slice(2);
const bookOnly = args.includes('--book-only');
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
if (sizes.length === 0) sizes.push(2_500, 25_000, 100_000);

const allOpen = { statuses: ['active', 'promise', 'plan', 'hold'] as const };
/** The index a careful hand would name; left to itself the planner of a file without statistics sorts the open ones. */
const byName = 'summaries_by_name';
const openSql = "status IN ('active', 'promise', 'plan', 'hold')";

for (const size of sizes) {
  const book = await prepare(size);
  const rows: Row[] = [];
  const worker = await startBookWorker({ booksFolder: book.booksFolder, sqliteBinding: null }, benchMoment);
  await worker.errand('vault.open', { bookId: book.bookId, passphrase: book.passphrase });
  const raw = openRaw(book.rawPath, book.key);
  await measureReads(worker, raw, rows, size);
  await measureWrites(worker, raw, rows);
  await measureImport(worker, raw, size, book.userData);
  raw.close();
  await worker.stop();
  print(size, rows);
}
await measurePlans();
if (!bookOnly) {
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

  rows.push({
    work: 'first page, open accounts by name',
    raw: await measure(200, () =>
      raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} ORDER BY name_sort, account_id LIMIT 100`,
      ),
    ),
    worker: await measure(200, () => list({ filter: allOpen })),
    goalMs: 3,
  });

  // Deep pages by keyset: walk the list as a person scrolling does.
  let after: string | null = null;
  const deep = await measure(Math.min(200, Math.floor(size / 200)), async () => {
    const page = (await list({ filter: allOpen, after })) as { next: string | null };
    after = page.next;
  });
  const middle = raw.all(
    'SELECT name_sort, account_id FROM account_summaries ORDER BY name_sort, account_id LIMIT 1 OFFSET ?',
    [Math.floor(size / 2)],
  )[0] as { name_sort: string; account_id: number };
  rows.push({
    work: 'deep page, open accounts by name (keyset)',
    raw: await measure(200, () =>
      raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} AND (name_sort, account_id) > (?, ?)
         ORDER BY name_sort, account_id LIMIT 100`,
        [middle.name_sort, middle.account_id],
      ),
    ),
    worker: deep,
    goalMs: 3,
  });
  const jump = Math.floor(size / 2);
  rows.push({
    work: 'jump to the middle (offset)',
    raw: await measure(100, () =>
      raw.all(
        `SELECT * FROM account_summaries INDEXED BY ${byName} WHERE ${openSql} ORDER BY name_sort, account_id LIMIT 100 OFFSET ?`,
        [jump],
      ),
    ),
    worker: await measure(100, () => list({ filter: allOpen, offset: jump })),
    goalMs: null,
  });
  rows.push({
    work: 'count and sum of a filter',
    raw: await measure(200, () => raw.all(`SELECT count(*) FROM account_summaries WHERE ${openSql}`)),
    worker: await measure(200, () => worker.query('accounts.count', { filter: allOpen as never })),
    goalMs: 5,
  });
  rows.push({
    work: 'filter and sort without an index of its own',
    raw: await measure(40, () =>
      raw.all(
        `SELECT * FROM account_summaries WHERE ${openSql} AND balance_cents >= 20000
         ORDER BY coalesce(last_contact_at, 0) DESC, account_id DESC LIMIT 100`,
      ),
    ),
    worker: await measure(40, () =>
      list({ filter: { ...allOpen, balanceFromCents: 20_000 }, sort: 'lastContact', descending: true }),
    ),
    goalMs: 60,
  });

  const names = raw.all(
    'SELECT debtor_name, number FROM account_summaries ORDER BY account_id LIMIT 1 OFFSET 77',
  )[0] as {
    debtor_name: string;
    number: string;
  };
  const words = names.debtor_name.split(/[ ,]+/).filter((word) => word.length > 2);
  const twoWords = words.slice(0, 2).join(' ');
  const prefix = (words[0] ?? 'smith').slice(0, 4);
  for (const [work, text, match, goalMs, runs] of [
    [
      'search, two words',
      twoWords,
      words
        .slice(0, 2)
        .map((word) => `"${word}"`)
        .join(' '),
      5,
      200,
    ],
    ['search, a prefix of four letters', prefix, `"${prefix}"*`, 5, 200],
    ['search, an account number', names.number, `"${names.number}"`, 5, 200],
    ['search, one letter', prefix.slice(0, 1), `"${prefix.slice(0, 1)}"*`, 40, 40],
  ] as const) {
    rows.push({
      work,
      raw: await measure(runs, () =>
        raw.all(
          `SELECT s.* FROM account_search f JOIN account_summaries s ON s.account_id = f.rowid
           WHERE account_search MATCH ? LIMIT 100`,
          [match],
        ),
      ),
      worker: await measure(runs, () => list({ filter: { text } })),
      goalMs,
    });
  }

  rows.push({
    work: 'open an account with its timeline',
    raw: await measure(200, (run) => {
      const id = 1 + ((run * 7919) % size);
      raw.all('SELECT * FROM account_summaries WHERE account_id = ?', [id]);
      raw.all('SELECT * FROM entries WHERE account_id = ? ORDER BY effective_on DESC LIMIT 50', [id]);
      raw.all('SELECT * FROM contacts WHERE account_id = ? ORDER BY at DESC LIMIT 50', [id]);
      raw.all('SELECT * FROM notes WHERE account_id = ? ORDER BY at DESC LIMIT 50', [id]);
    }),
    worker: await measure(200, async (run) => {
      const accountId = 1 + ((run * 7919) % size);
      await Promise.all([
        worker.query('accounts.get', { accountId }),
        worker.query('timeline.page', { accountId }),
      ]);
    }),
    goalMs: 5,
  });
  rows.push({
    work: 'Today',
    raw: null,
    worker: await measure(30, () => worker.query('today.list', {})),
    goalMs: null,
  });
  rows.push({
    work: 'aging totals of the whole book',
    raw: await measure(10, () =>
      raw.all(
        `SELECT CASE WHEN e.due_on IS NULL THEN -1 ELSE min(5, max(0, (julianday('2026-11-20') - julianday(e.due_on)) / 30)) END AS b,
           count(*), sum(e.principal_cents - coalesce(a.paid, 0))
         FROM entries e LEFT JOIN (SELECT charge_entry_id, sum(principal_cents) AS paid FROM applications GROUP BY charge_entry_id) a
           ON a.charge_entry_id = e.id
         WHERE e.kind IN ('charge', 'fee', 'cost', 'interest') GROUP BY 1`,
      ),
    ),
    worker: await measure(10, () => worker.query('reports.aging', { clientId: null })),
    goalMs: 80,
  });
}

async function measureWrites(worker: BookWorker, raw: ReturnType<typeof openRaw>, rows: Row[]) {
  const accounts = raw.all(
    `SELECT account_id FROM account_summaries WHERE ${openSql} AND balance_cents > 100000 ORDER BY account_id LIMIT 400`,
  ) as { account_id: number }[];
  const pick = (run: number) => accounts[run % accounts.length]?.account_id ?? 1;
  const insert = `INSERT INTO notes (account_id, text, author, at) VALUES (?, ?, 'raw', ?)`;
  const rawFigure = await measure(200, (run) =>
    raw.run(insert, [pick(run), 'A note of the raw driver.', benchMoment.now]),
  );
  rows.push({
    work: 'record a note',
    raw: rawFigure,
    worker: await measure(200, (run) =>
      worker.command('notes.add', {
        accountId: pick(run),
        text: 'Spoke briefly; will call again on Friday.',
      }),
    ),
    goalMs: 5,
  });
  rows.push({
    work: 'record a call with its note',
    raw: rawFigure,
    worker: await measure(200, (run) =>
      worker.command('contacts.record', {
        accountId: pick(run),
        channel: 'call',
        direction: 'out',
        outcome: 'right_party',
        phoneId: null,
        at: benchMoment.now - 60_000,
        seconds: 95,
        text: 'Asked for a statement.',
      }),
    ),
    goalMs: 5,
  });
  rows.push({
    work: 'record a payment',
    raw: rawFigure,
    worker: await measure(200, (run) =>
      worker.command('ledger.recordPayment', {
        accountId: pick(run),
        amountCents: 125,
        receivedOn: '2026-11-20',
        method: 'cheque',
        reference: String(run),
        memo: '',
      }),
    ),
    goalMs: 5,
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
  const rawMs = await timeOf(async () => {
    raw.exec('BEGIN IMMEDIATE');
    const first = 10_000_000;
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
        [first + (row % people), benchMoment.now, 1_000 + row, `INV-${row}`],
      );
    }
    raw.exec('COMMIT');
  });
  const perSecond = (ms: number) => `${Math.round(count / (ms / 1000)).toLocaleString('en-US')} rows/s`;
  console.log(
    `import of ${count.toLocaleString('en-US')} rows: preview ${previewMs.toFixed(0)} ms, dry run ${dryMs.toFixed(0)} ms, ` +
      `parse to commit ${runMs.toFixed(0)} ms (${perSecond(runMs)}); bare inserts by the raw driver ${rawMs.toFixed(0)} ms (${perSecond(rawMs)}); share ${((rawMs / runMs) * 100).toFixed(0)} %`,
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
