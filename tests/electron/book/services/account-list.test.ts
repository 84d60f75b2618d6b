/** The list against the simplest thing that could work: every row read, filtered and sorted here. */
import { beforeAll, describe, expect, test } from 'vitest';
import { countStatement, pageStatements } from '../../../../electron/book/store/queries/account-list.ts';
import type { Store } from '../../../../electron/book/store/store.ts';
import {
  type AccountRow,
  type AccountSort,
  accountFilter,
  accountSorts,
} from '../../../../shared/contract/accounts.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { fillBook } from '../../../bench/fill-book.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';

type Filter = InputOf<'accounts.list'>['filter'];

/** As the desk’s clock stands. */
const moment = { today: '2026-11-20', now: Date.UTC(2026, 10, 20, 15, 0) };

let desk: Desk;
let everything: AccountRow[];

async function readAll(
  filter: Filter,
  sort: AccountSort,
  descending: boolean,
  limit = 97,
): Promise<AccountRow[]> {
  const rows: AccountRow[] = [];
  let after: string | null = null;
  do {
    const page: { rows: AccountRow[]; next: string | null } = await desk.get('accounts.list', {
      filter,
      sort,
      descending,
      after,
      limit,
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

beforeAll(async () => {
  desk = makeDesk();
  fillBook(desk.store, { accounts: 3_000, moment: desk.moment() });
  await desk.get('law.refreshClocks', { whole: false });
  everything = await readAll({}, 'name', false, 500);
}, 120_000);

test('every account stands in the list once', () => {
  expect(everything).toHaveLength(3_000);
  expect(new Set(everything.map((row) => row.accountId)).size).toBe(3_000);
});

const keys: { readonly [S in AccountSort]: (row: AccountRow) => string | number } = {
  name: (row) =>
    desk.store.sql('SELECT name_sort FROM debtors WHERE id = ?').pluck().get(row.debtorId) as string,
  number: (row) => row.number,
  client: (row) => row.clientName,
  balance: (row) => row.balanceCents,
  daysPastDue: (row) => row.daysPastDue,
  status: (row) => row.status,
  nextStep: (row) => row.nextStepOn ?? '9999-12-31',
  lastContact: (row) => row.lastContactAt ?? 0,
  lastPayment: (row) => row.lastPaymentOn ?? '',
  nextCall: (row) => row.call.opensAt ?? Number.MAX_SAFE_INTEGER,
  callsUsed: (row) => row.call.used ?? 0,
  validationEnd: (row) => row.validationEndOn ?? '9999-12-31',
  limitation: (row) => row.limitationOn ?? '9999-12-31',
};

describe.each(accountSorts)('sorted by %s', (sort) => {
  test.each([false, true])(
    'descending %s, page after page, each row once and in order',
    async (descending) => {
      for (const filter of [
        {},
        { statuses: ['credit'] },
        { statuses: ['active', 'hold'], balanceFromCents: 50_000 },
        { callableNow: true },
      ] as Filter[]) {
        const rows = await readAll(filter, sort, descending);
        expect(new Set(rows.map((row) => row.accountId)).size).toBe(rows.length);
        const values = rows.map(keys[sort]);
        const ordered = values.every((value, index) => {
          const before = values[index - 1];
          return before === undefined || (descending ? before >= value : before <= value);
        });
        expect(ordered).toBe(true);
      }
    },
  );
});

function isCallable({ call: { opensAt, closesAt } }: AccountRow): boolean {
  return opensAt !== null && opensAt <= moment.now && (closesAt === null || closesAt > moment.now);
}

const filters: [string, Filter, (row: AccountRow) => boolean][] = [
  ['one status', { statuses: ['promise'] }, (row) => row.status === 'promise'],
  ['several', { statuses: ['active', 'plan'] }, (row) => row.status === 'active' || row.status === 'plan'],
  ['a client', { clientId: 2 }, (row) => row.clientName === 'Harbor Dental Group'],
  ['from days past due', { daysPastDueFrom: 31 }, (row) => row.daysPastDue >= 31],
  ['from 0 leaves all', { daysPastDueFrom: 0 }, () => true],
  ['to days past due', { daysPastDueTo: 30 }, (row) => row.daysPastDue <= 30],
  [
    'a span',
    { daysPastDueFrom: 31, daysPastDueTo: 60 },
    (row) => row.daysPastDue >= 31 && row.daysPastDue <= 60,
  ],
  [
    'a balance',
    { balanceFromCents: 10_000, balanceToCents: 20_000 },
    (row) => row.balanceCents >= 10_000 && row.balanceCents <= 20_000,
  ],
  ['nothing', { balanceFromCents: 900_000_000 }, () => false],
  [
    'all at once',
    { statuses: ['active'], clientId: 1, daysPastDueFrom: 1, balanceFromCents: 5_000 },
    (row) =>
      row.status === 'active' &&
      row.clientName === 'Lakeside Family Clinic' &&
      row.daysPastDue >= 1 &&
      row.balanceCents >= 5_000,
  ],
  ['callable now', { callableNow: true }, isCallable],
  [
    'callable now, of a client, past due',
    { callableNow: true, clientId: 2, daysPastDueFrom: 300 },
    (row) => isCallable(row) && row.clientName === 'Harbor Dental Group' && row.daysPastDue >= 300,
  ],
];

describe('filters', () => {
  test.each(filters)('%s', async (_, filter, keeps) => {
    const expected = everything.filter(keeps);
    const rows = await readAll(filter, 'name', false);
    expect(rows.map((row) => row.accountId)).toEqual(expected.map((row) => row.accountId));
    expect(await desk.get('accounts.count', { filter })).toEqual({
      count: expected.length,
      balanceCents: expected.reduce((sum, row) => sum + row.balanceCents, 0),
    });
  });

  test('without a next step: active or undated hold, and no day set', async () => {
    const rows = await readAll({ withoutNextStep: true }, 'balance', true);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.every((row) => row.nextStepOn === null && (row.status === 'active' || row.status === 'hold')),
    ).toBe(true);
    const expected = everything.filter(
      (row) => row.nextStepOn === null && (row.status === 'active' || row.status === 'hold'),
    );
    expect(rows).toHaveLength(expected.length);
    expect((await desk.get('accounts.count', { filter: { withoutNextStep: true } })).count).toBe(
      expected.length,
    );
  });

  test('a jump by offset lands where the pages do', async () => {
    const filter: Filter = { statuses: ['active'] };
    const rows = await readAll(filter, 'balance', true);
    const page = await desk.get('accounts.list', {
      filter,
      sort: 'balance',
      descending: true,
      offset: 1_000,
      limit: 50,
    });
    expect(page.rows).toEqual(rows.slice(1_000, 1_050));
  });

  test('a cursor of another order, or none at all, is refused', async () => {
    const { next } = await desk.get('accounts.list', { filter: {}, sort: 'name', descending: false });
    for (const [after, sort] of [
      [next, 'balance'],
      ['x', 'name'],
      ['W10', 'name'],
      ['', 'name'],
    ] as const) {
      expect(await desk.codeOf('accounts.list', { filter: {}, sort, descending: false, after })).toBe(
        'call.invalid_input',
      );
    }
  });
});

describe('search', () => {
  let id: number;
  beforeAll(async () => {
    id = await desk.account({
      debtorName: "Siobhán O'Toole-Nuñez",
      number: 'ZX-00417',
      phone: '(786) 555-0199 x3',
      line1: '1 Pier Rd',
      city: 'Quincytown',
      region: 'FL',
      postalCode: '33101',
    });
    const charge = {
      accountId: id,
      kind: 'charge',
      amountCents: 100,
      effectiveOn: '2026-11-01',
      dueOn: '2026-11-02',
      basis: '',
      memo: '',
    } as const;
    await desk.get('ledger.addCharge', { ...charge, reference: 'CLAIM/0088-B' });
  });

  test.each([
    "o'toole",
    'otoole',
    'toole',
    'siobhan o',
    'SIOBHÁN nunez',
    'nuñ',
    'toole-nunez',
    'zx-00417',
    'zx00417',
    '417',
    '00417',
    '786-555-0199',
    '(786) 555-0199',
    '7865550199',
    '1 786 555 0199',
    '5550199',
    'claim/0088',
    '0088-b',
    '88',
    'quincyt',
    'siobhan 417 quincytown',
  ])('%s finds the account', async (text) => {
    const { rows } = await desk.get('accounts.list', { filter: { text }, sort: 'name', descending: false });
    expect(rows.map((row) => row.accountId)).toContain(id);
    const { hits } = await desk.get('accounts.find', { text });
    // The palette shows twelve; a namesake by last name may fill them.
    if (rows.length <= 12) expect(hits.map((hit) => hit.accountId)).toContain(id);
    else expect(hits).toHaveLength(12);
    expect((await desk.get('accounts.count', { filter: { text } })).count).toBe(
      (await readAll({ text }, 'name', false)).length,
    );
  });

  test.each(['zx-00417 garcia', 'names:siobhan', '"siobhan toole" NEAR x', 'siobhan*xyz'])(
    '%s does not',
    async (text) => {
      const { rows } = await desk.get('accounts.list', { filter: { text }, sort: 'name', descending: false });
      expect(rows.map((row) => row.accountId)).not.toContain(id);
    },
  );

  test('punctuation alone filters nothing and breaks nothing', async () => {
    for (const text of ['"', '*', "';--", '(', '\\', '^', '{}:']) {
      expect((await desk.get('accounts.count', { filter: { text } })).count).toBe(3_001);
      expect((await desk.get('accounts.find', { text })).hits).toEqual([]);
    }
  });

  test('an exact number comes first among the hits', async () => {
    const row = everything[1_500];
    const { hits } = await desk.get('accounts.find', { text: row?.number ?? '' });
    expect(hits[0]?.accountId).toBe(row?.accountId);
  });

  test('a former name is still found, and a changed phone is', async () => {
    const { debtor } = await desk.get('accounts.get', { accountId: id });
    await desk.get('debtors.rename', { debtorId: debtor.debtorId, kind: 'consumer', name: 'Siobhán Farrow' });
    await desk.get('debtors.addPhone', {
      debtorId: debtor.debtorId,
      kind: 'work',
      number: '415 555 0123',
      source: 'call',
    });
    for (const text of ['toole', 'farrow', '415-555-0123']) {
      const { hits } = await desk.get('accounts.find', { text });
      expect(hits.map((hit) => hit.accountId)).toContain(id);
    }
  });
});

/** A page that sorts the whole book, or a count that fetches rows, would pass every test above and fail in use. */
describe('query plans of the whole-book queries', () => {
  const planOf = (store: Store, { sql, values }: { sql: string; values: readonly unknown[] }) =>
    (store.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[])
      .map((step) => step.detail)
      .join(' | ');

  test.each(accountSorts)('a page by %s walks its index and sorts nothing', (sort) => {
    const page = { filter: accountFilter.parse({}), sort, descending: false, offset: 0, limit: 100 };
    for (const after of [null, { key: '2026-01-01', accountId: 5 }]) {
      for (const { sql, values } of pageStatements(desk.store, { ...page, after }, moment)) {
        const plan = planOf(desk.store, { sql, values: [...values, 100, 0] });
        expect(plan).toMatch(/USING (COVERING )?INDEX summaries_by_/);
        expect(plan).not.toContain('TEMP B-TREE');
        // Further pages begin at their place instead of passing over what came before.
        if (after !== null) expect(plan).toMatch(/^SEARCH/);
      }
    }
  });

  test.each([
    [{ daysPastDueFrom: 30, daysPastDueTo: 60, statuses: ['active'] }],
    [{ balanceFromCents: 100, clientId: 1 }],
    [{ callableNow: true }],
    [{ callableNow: true, clientId: 1, statuses: ['active'], balanceFromCents: 100 }],
  ] as Filter[][])('the count of %j reads one covering index', (filter) => {
    expect(planOf(desk.store, countStatement(desk.store, accountFilter.parse(filter), moment))).toMatch(
      /USING COVERING INDEX/,
    );
  });

  test.each([
    [{}],
    [{ statuses: ['active'] }],
    [{ clientId: 2 }],
    [{ clientId: 2, statuses: ['active', 'plan'] }],
  ] as Filter[][])('the count of %j reads the totals', (filter) => {
    expect(planOf(desk.store, countStatement(desk.store, accountFilter.parse(filter), moment))).toMatch(
      /^S(CAN|EARCH) account_totals( USING PRIMARY KEY \(client_id=\?( AND status=\?)?\))?$/,
    );
  });

  test('the count of a search goes from what was found to its rows', () => {
    const filter = accountFilter.parse({ text: 'ga', statuses: ['active'] });
    expect(planOf(desk.store, countStatement(desk.store, filter, moment))).toBe(
      'SCAN account_search VIRTUAL TABLE INDEX 0:M4 | SEARCH account_summaries USING INTEGER PRIMARY KEY (rowid=?)',
    );
  });
});
