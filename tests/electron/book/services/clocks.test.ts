/** The clocks of accounts in a real book: what a command leaves, what waits, and that what is kept is what the rules say. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { freshenClocks } from '../../../../electron/book/jobs/clocks.ts';
import { runCall } from '../../../../electron/book/run-call.ts';
import { checkClocks, freshenSlice, mostAtOnce } from '../../../../electron/book/services/clocks.ts';
import { countWaiting, findWaitingAfter, listDirty } from '../../../../electron/book/store/queries/clocks.ts';
import { refreshAllSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { AccountRow } from '../../../../shared/contract/accounts.ts';
import { type BookCallName, contract, type InputOf } from '../../../../shared/contract/contract.ts';
import type { Change } from '../../../../shared/contract/events.ts';
import { noHousePolicy } from '../../../../shared/domain/law.ts';
import { makeRandom } from '../../../bench/fill-book.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { importMoment, makeImportDesk } from '../../../builders/import-desk.ts';
import { makeTestStore } from '../../../builders/store.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

const hourMs = 3_600_000;
/** Friday, 20 November 2026, nine in the morning in Chicago and Austin. */
const nine = Date.UTC(2026, 10, 20, 15, 0);

let desk: Desk;
beforeEach(async () => {
  desk = makeDesk(makeTestStore(), nine);
  await beCollector(desk);
  await desk.get('law.refreshClocks', { whole: false });
});

async function beCollector(of: Desk, house: Partial<typeof noHousePolicy> = {}): Promise<void> {
  await of.get('law.setProfile', {
    role: 'third_party_collector',
    state: 'TX',
    house: { ...noHousePolicy, ...house },
  });
  await of.get('law.setLicence', { state: 'TX', kind: 'bond', number: 'B-1', basis: '', renewsOn: null });
}

let phones = 0;

/** Somebody in Austin who may be called from eight to nine. */
function austin(change: Partial<InputOf<'accounts.create'>> = {}): Promise<number> {
  phones += 1;
  return desk.account({
    debtType: 'consumer_services',
    clientId: null,
    line1: '12 Elm St',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    phone: `512-555-${String(100 + (phones % 100)).padStart(4, '0')}`,
    ...change,
  });
}

async function rows(filter: InputOf<'accounts.list'>['filter'] = {}): Promise<AccountRow[]> {
  return (await desk.get('accounts.list', { filter, sort: 'number', descending: false, limit: 200 })).rows;
}

async function rowOf(accountId: number): Promise<AccountRow> {
  const row = (await rows()).find((one) => one.accountId === accountId);
  if (!row) throw new Error('not in the list');
  return row;
}

const callable = async () => (await rows({ callableNow: true })).map(({ accountId }) => accountId);

/** A call as it came about, whatever the rules think of it. */
async function called(accountId: number, outcome: InputOf<'contacts.record'>['outcome'] = 'no_answer') {
  const { debtor } = await desk.get('accounts.get', { accountId });
  await desk.get('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome,
    phoneId: debtor.phones[0]?.phoneId ?? null,
    at: desk.moment().now,
    seconds: null,
    text: '',
    decision: { kind: 'happened' },
  } as InputOf<'contacts.record'>);
}

function different() {
  return checkClocks(desk.store, { ...desk.moment(), today: desk.today() });
}

/** What the background would do until nothing waits. */
const refresh = () => desk.get('law.refreshClocks', { whole: false });

describe('a new account', () => {
  it('has its clocks at once: callable in the debtor’s hours, until nine in the evening', async () => {
    const account = await austin();
    expect((await rowOf(account)).call).toMatchObject({
      opensAt: nine,
      closesAt: nine + 12 * hourMs,
      used: 0,
    });
    expect(['allowed', 'warning']).toContain((await rowOf(account)).call.outcome);
    expect(await callable()).toEqual([account]);
    expect(await desk.get('accounts.count', { filter: { callableNow: true } })).toMatchObject({ count: 1 });
    expect(different()).toEqual([]);
  });

  it('may be called from eight when it is night, and that is no reason beside the hour', async () => {
    desk.pass(14 * hourMs);
    const account = await austin();
    const { call } = await rowOf(account);
    expect(call).toMatchObject({ opensAt: nine + 23 * hourMs });
    expect(['allowed', 'warning']).toContain(call.outcome);
    expect(call.code).not.toBe('TIME_WINDOW');
    expect(await callable()).toEqual([]);
  });

  it('without a number nobody wrote down as wrong cannot be called', async () => {
    const account = await austin({ phone: '' });
    expect((await rowOf(account)).call).toEqual({
      outcome: 'undetermined',
      code: 'NO_PHONE',
      opensAt: null,
      closesAt: null,
      used: 0,
    });
  });

  it('takes the better of two numbers', async () => {
    const account = await austin();
    const { debtor } = await desk.get('accounts.get', { accountId: account });
    const number = { debtorId: debtor.debtorId, kind: 'home', source: 'call' } as const;
    await desk.get('debtors.addPhone', { ...number, number: '512-555-0199' });
    const first = debtor.phones[0]?.phoneId ?? 0;
    await desk.get('debtors.setPhoneStatus', { phoneId: first, status: 'do_not_call' });
    expect(await callable()).toEqual([account]);
    for (const { phoneId } of (await desk.get('accounts.get', { accountId: account })).debtor.phones) {
      await desk.get('debtors.setPhoneStatus', { phoneId, status: 'wrong' });
    }
    expect((await rowOf(account)).call.code).toBe('NO_PHONE');
  });
});

describe('a call recorded', () => {
  it('moves the clocks of its debt and leaves those of strangers', async () => {
    const account = await austin();
    const stranger = await austin();
    const before = await rowOf(stranger);
    await called(account);
    expect((await rowOf(account)).call.used).toBe(1);
    expect(await rowOf(stranger)).toEqual(before);
    expect(listDirty(desk.store, 10)).toEqual([]);
  });

  it('counts for one debt only, while a conversation closes that debt for seven days', async () => {
    const account = await austin();
    const other = await accountBeside(desk, account, { debtType: 'consumer_services' });
    await refresh();
    await called(account, 'right_party');
    expect((await rowOf(account)).call).toMatchObject({
      used: 1,
      code: 'CALL_FREQ_AFTER_CONVERSATION',
      opensAt: Date.UTC(2026, 10, 27, 14, 0),
    });
    expect((await rowOf(other)).call.used).toBe(0);
    expect(await callable()).toEqual([other]);
    expect(different()).toEqual([]);
  });

  it.each([
    [6, nine],
    [7, Date.UTC(2026, 10, 27, 14, 0)],
    [8, Date.UTC(2026, 10, 27, 14, 0)],
  ])('%i calls in a day', async (calls, opensAt) => {
    const account = await austin();
    for (let call = 0; call < calls; call += 1) await called(account);
    expect((await rowOf(account)).call).toMatchObject({ used: calls, opensAt });
  });
});

describe('time', () => {
  it('closes an open span to the minute, and tells nothing of the next before it is worked out', async () => {
    const account = await austin();
    desk.pass(12 * hourMs - 1);
    expect(await callable()).toEqual([account]);
    desk.pass(1);
    expect(await callable()).toEqual([]);
    expect((await rowOf(account)).call.outcome).toBeNull();
    await refresh();
    expect((await rowOf(account)).call.opensAt).toBe(nine + 23 * hourMs);
    desk.pass(11 * hourMs - 1);
    await refresh();
    expect(await callable()).toEqual([]);
    desk.pass(1);
    expect(await callable()).toEqual([account]);
  });

  it('lets calls go out of the count day by day', async () => {
    const account = await austin();
    await called(account);
    desk.pass(6 * dayMs);
    await refresh();
    expect((await rowOf(account)).call.used).toBe(1);
    desk.pass(dayMs);
    await refresh();
    expect((await rowOf(account)).call.used).toBe(0);
    expect(different()).toEqual([]);
  });

  it('ends a dated hold at the office’s midnight', async () => {
    const account = await austin();
    desk.store
      .sql(
        `INSERT INTO holds (account_id, kind, reason, source, from_on, until_on, created_at)
         VALUES (?, 'hardship', 'Lost the job', 'call', '2026-11-20', '2026-11-21', 0)`,
      )
      .run(account);
    await refresh();
    expect((await rowOf(account)).call).toMatchObject({ outcome: 'blocked', code: 'HOLD', opensAt: null });
    desk.pass(dayMs);
    await refresh();
    expect(await callable()).toEqual([]);
    desk.pass(dayMs);
    await refresh();
    expect(await callable()).toEqual([account]);
  });
});

describe('what every account rests on', () => {
  it('empties “callable now” when it changes, and fills it as the book is worked through', async () => {
    const accounts = [await austin(), await austin(), await austin()];
    expect(await callable()).toEqual(accounts);
    await beCollector(desk, { earliest: 600 });
    expect(await callable()).toEqual([]);
    expect((await rows()).map(({ call }) => call.outcome)).toEqual([null, null, null]);
    expect((await desk.get('today.list', {})).items.every(({ call }) => call?.outcome === null)).toBe(true);
    expect(countWaiting(desk.store, desk.moment().now)).toBe(3);
    const { accounts: looked } = await refresh();
    expect(looked).toBe(3);
    expect(await callable()).toEqual([]);
    expect((await rowOf(accounts[0] ?? 0)).call.opensAt).toBe(nine + hourMs);
    expect(countWaiting(desk.store, desk.moment().now)).toBe(0);
    expect(different()).toEqual([]);
  });

  it('is asked for the whole book, too', async () => {
    await austin();
    expect(await desk.get('law.refreshClocks', { whole: true })).toEqual({ accounts: 1 });
    expect(findWaitingAfter(desk.store)).toBeNull();
  });

  it('waits for all of it when the summaries are made anew', async () => {
    await austin();
    desk.store.transaction(() => refreshAllSummaries(desk.store));
    expect(await callable()).toEqual([]);
    await refresh();
    expect(await callable()).toHaveLength(1);
    expect(different()).toEqual([]);
  });
});

describe('what others are told', () => {
  const announced = async (call: BookCallName, input: unknown): Promise<readonly Change[]> => {
    const changes: Change[] = [];
    const around = {
      ...makeSurroundings(desk.store, desk.moment()),
      announce: (some: readonly Change[]) => void changes.push(...some),
    };
    const done = await runCall(call, contract[call].input.parse(input), crypto.randomUUID(), around);
    expect(done).toMatchObject({ ok: true });
    return changes;
  };

  it('is which accounts have other clocks after a command, and nothing after one that moved none', async () => {
    const account = await austin();
    await austin();
    const { debtor } = await desk.get('accounts.get', { accountId: account });
    const phoneId = debtor.phones[0]?.phoneId ?? 0;
    const changes = await announced('debtors.setPhoneStatus', { phoneId, status: 'do_not_call' });
    expect(changes).toContainEqual({ subject: 'law', accountIds: [account] });
    expect(changes).toContainEqual({ subject: 'accounts', accountIds: [account] });
    const note = await announced('notes.add', { accountId: account, text: 'Works nights.' });
    expect(note.filter(({ subject }) => subject === 'law')).toEqual([]);
  });

  it('is that all may have, when they are left to the background', async () => {
    const account = await austin();
    for (let index = 0; index < mostAtOnce; index += 1) await accountBeside(desk, account);
    const { debtor } = await desk.get('accounts.get', { accountId: account });
    const phoneId = debtor.phones[0]?.phoneId ?? 0;
    expect(await announced('debtors.setPhoneStatus', { phoneId, status: 'wrong' })).toContainEqual({
      subject: 'law',
      accountIds: null,
    });
  });

  it('stands beside reminders and on Today', async () => {
    const account = await austin();
    await desk.get('reminders.set', { accountId: account, text: 'Call back', dueAt: nine + hourMs });
    await desk.get('reminders.set', { accountId: null, text: 'Order envelopes', dueAt: nine + hourMs });
    desk.pass(2 * hourMs);
    const { call } = await rowOf(account);
    expect(call.opensAt).toBe(nine);
    const { reminders } = await desk.get('reminders.list', { accountId: null, until: null, limit: 10 });
    expect(reminders.map((reminder) => reminder.call)).toEqual([call, null]);
    const { items } = await desk.get('today.list', {});
    expect(items.filter(({ accountId }) => accountId === account).map((item) => item.call)).toEqual([call]);
    expect(items.find(({ accountId }) => accountId === null)?.call).toBeNull();
  });

  it('is asked for slice by slice while a book is open', async () => {
    await austin();
    desk.store.db.exec('UPDATE clock_state SET after_account_id = 0');
    const errand = { store: desk.store, moment: desk.moment() } as ErrandContext;
    expect(await freshenClocks(errand, null)).toMatchObject({ ok: true, value: { looked: 1 } });
    expect(await freshenClocks({ ...errand, store: null }, null)).toMatchObject({
      error: { code: 'book.not_open' },
    });
  });
});

it('lets the work go on over a date on file that is none', async () => {
  const account = await austin();
  for (const name of ['defaulted_on', 'charged_off_on', 'last_charge_on', 'itemization_on']) {
    desk.store
      .sql(
        `INSERT INTO debt_facts (account_id, name, value, source, since_on, made_at, author, operation_id)
         VALUES (?, ?, 'last spring', 'An old file', '2026-11-01', 0, 'Desk', 'op')`,
      )
      .run(account, name);
  }
  await called(account);
  expect((await rowOf(account)).call.used).toBe(1);
  expect(different()).toEqual([]);
});

describe('many at once', () => {
  it('are left to the background by a command, and are not callable until it came by', async () => {
    const account = await austin();
    for (let index = 0; index < mostAtOnce; index += 1) await accountBeside(desk, account);
    await refresh();
    await called(account, 'right_party');
    expect(listDirty(desk.store, 1_000)).toHaveLength(mostAtOnce + 1);
    expect(await callable()).toEqual([]);
    await refresh();
    expect(await desk.get('accounts.count', { filter: { callableNow: true } })).toMatchObject({
      count: mostAtOnce,
    });
  });

  it('are worked through in slices that end on time, whatever is gone meanwhile', async () => {
    for (let index = 0; index < 90; index += 1) await austin();
    desk.store.db.exec(
      'UPDATE clock_state SET after_account_id = 0; INSERT INTO clock_dirty VALUES (900001)',
    );
    const context = { ...desk.moment(), store: desk.store, today: desk.today() };
    let ticks = 0;
    const slices = [];
    do slices.push(freshenSlice(context, 1, () => ticks++));
    while (!slices.at(-1)?.done);
    expect(slices.map(({ looked }) => looked)).toEqual([1, 80, 10, 0]);
    expect(listDirty(desk.store, 10)).toEqual([]);
  });
});

describe('an import', () => {
  const header = 'Customer ID,Customer,Phone,City,State,Zip,Invoice,Invoice date,Due date,Amount';
  const line = (person: number, invoice: number, phone: string) =>
    `C-${person},Imported Person ${person},${phone},Austin,TX,78701,INV-${invoice},05/05/2026,06/05/2026,10.00`;

  it('marks what it made or added to once, and leaves many to the background', async () => {
    const imports = makeImportDesk(desk.store);
    const lines = Array.from({ length: mostAtOnce + 20 }, (_, person) => line(person, person, ''));
    expect((await imports.write(imports.file([header, ...lines].join('\n')))).ok).toBe(true);
    expect(listDirty(desk.store, 1_000)).toHaveLength(mostAtOnce + 20);
    desk.pass(importMoment.now - desk.moment().now);
    await refresh();
    expect((await rows()).every(({ call }) => call.code === 'NO_PHONE')).toBe(true);

    // A number for somebody the book knows.
    const more = imports.file([header, line(3, 9_001, '512-555-0133')].join('\n'), 'more.csv');
    const clientId = (await desk.get('clients.list', {})).clients.find(
      ({ accounts }) => accounts > 0,
    )?.clientId;
    expect((await imports.write(more, { clientId: clientId ?? null })).ok).toBe(true);
    expect(await callable()).toHaveLength(1);
    expect(different()).toEqual([]);
  });
});

it('keeps what the rules say through whatever happens', async () => {
  const random = makeRandom(41);
  const below = (limit: number) => Math.floor(random() * limit);
  const accounts: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    const first = accounts[0];
    accounts.push(index % 4 === 3 && first ? await accountBeside(desk, first) : await austin());
  }
  const happenings: ((account: number) => Promise<unknown>)[] = [
    (account) => called(account),
    (account) => called(account, 'right_party'),
    (account) => called(account, 'wrong_number'),
    (account) => called(account, 'busy'),
    (account) => desk.pay(account, 100 + below(200)),
    (account) => desk.call('accounts.close', { accountId: account, reason: 'Returned to client' }),
    (account) => desk.call('accounts.reopen', { accountId: account }),
    async (account) => {
      const { debtor } = await desk.get('accounts.get', { accountId: account });
      const number = ['312-555-0101', '808-555-0102', '213-555-0103'][below(3)] ?? '';
      await desk.call('debtors.addPhone', {
        debtorId: debtor.debtorId,
        kind: 'work',
        number,
        source: 'call',
      });
    },
    async (account) => {
      const holds = (await desk.get('accounts.get', { accountId: account })).holds;
      const hold = holds[0];
      if (hold) await desk.call('accounts.endHold', { holdId: hold.holdId, reason: 'Looked at' });
    },
    async () => desk.pass((1 + below(9)) * hourMs),
    async () => beCollector(desk, { callsInSevenDays: 2 + below(4) }),
    async () => refresh(),
  ];
  for (let step = 0; step < 120; step += 1) {
    await happenings[below(happenings.length)]?.(accounts[below(accounts.length)] ?? 0);
    expect(different()).toEqual([]);
  }
  await refresh();
  expect(different()).toEqual([]);
  expect(countWaiting(desk.store, desk.moment().now)).toBe(0);
});

it('counts the calls of a loan for the others of its group at once', async () => {
  const first = await austin({ debtType: 'loan' });
  const second = await accountBeside(desk, first, { number: 'Second', debtType: 'loan' });
  await desk.get('law.refreshClocks', { whole: false });
  for (let call = 0; call < 7; call += 1) {
    desk.pass(60_000);
    await called(first);
  }
  desk.pass(hourMs);
  await desk.get('law.refreshClocks', { whole: false });
  expect(await callable()).toEqual([second]);
  const group = { name: 'student_loan_group', value: 'G-1', source: 'The servicer' } as const;
  await desk.get('law.setDebtFact', { accountId: second, ...group });
  await desk.get('law.setDebtFact', { accountId: first, ...group });
  expect(await callable()).toEqual([]);
  expect(checkClocks(desk.store, { ...desk.moment(), today: desk.today() })).toEqual([]);
});
