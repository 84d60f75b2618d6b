/** Every list over the sample office: what leaves is what the screen shows, whole, with each column under a heading of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { composeExportPaper } from '../../../../electron/book/services/export-errands.ts';
import { fillSampleOffice } from '../../../../electron/book/services/sample-office.ts';
import { accountFilter } from '../../../../shared/contract/accounts.ts';
import { calendarKinds } from '../../../../shared/contract/calendar.ts';
import { listAsked } from '../../../../shared/contract/exports.ts';
import { parseCents } from '../../../builders/cents.ts';
import { makeDesk } from '../../../builders/desk.ts';
import { type ExportDesk, type ListAsked, makeExportDesk } from '../../../builders/export-desk.ts';
import { insertBankImport, insertReceived } from '../../../builders/incoming.ts';
import { makeTestStore } from '../../../builders/store.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: ExportDesk;
let accountId: number;
beforeAll(async () => {
  const store = makeTestStore();
  const moment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'Desk' };
  store.transaction(() => fillSampleOffice(store, moment));
  desk = makeExportDesk(makeDesk(store));
  // The account with most entries has every kind of line.
  accountId = store
    .sql('SELECT account_id FROM entries GROUP BY account_id ORDER BY count(*) DESC, account_id LIMIT 1')
    .pluck()
    .get() as number;
});
afterAll(() => desk.dispose());

const sum = (rows: readonly Record<string, string>[], heading: string) =>
  rows.reduce((cents, row) => cents + parseCents(row[heading] ?? ''), 0);

describe('the lists of the sample office', () => {
  it('have one table for each kind of list, readable whole, on paper too', async () => {
    const strategyId = (await desk.get('strategies.list', {})).strategies[0]?.strategyId ?? 0;
    const importId = (await desk.get('imports.list', {})).imports[0]?.importId ?? 0;
    const asked: Record<string, ListAsked> = {
      accounts: { list: 'accounts', filter: accountFilter.parse({}), sort: 'name', descending: false },
      timeline: { list: 'timeline', accountId, scope: 'debtor', kinds: [] },
      contacts: { list: 'contacts', accountId, scope: 'debtor' },
      ledger: { list: 'ledger', accountId },
      today: { list: 'today', kind: null },
      calendar: { list: 'calendar', from: '2026-11-01', to: '2026-12-31', kinds: [...calendarKinds] },
      plans: { list: 'plans', kind: null, state: 'all' },
      promises: { list: 'promises', state: 'all' },
      letters: { list: 'letters', accountId: null },
      mail: { list: 'mail' },
      waiting: { list: 'waiting' },
      aging: { list: 'aging', clientId: null },
      payoff: { list: 'payoff', asOf: '2026-12-31' },
      notes: { list: 'notes', text: 'the' },
      rules: { list: 'rules', ruleIds: null },
      strategies: { list: 'strategies' },
      members: { list: 'members', strategyId, state: null, step: null },
      incoming: { list: 'incoming', state: 'all', flow: 'in', text: '', heldAt: null, importId: null },
      import_remarks: { list: 'import_remarks', importId, about: 'refused' },
      trial_remarks: {
        list: 'trial_remarks',
        about: 'doubts',
        fileName: 'march.csv',
        columnNames: ['Name', 'Amount'],
        rows: [{ line: 7, column: 'Amount', value: 'x', reason: 'No sum.', cells: ['Ana', 'x'] }],
        more: 2,
      },
      imports: { list: 'imports' },
      exports: { list: 'exports' },
    };
    // Complete: a list of the contract that is missing here fails.
    expect(Object.keys(asked).sort()).toEqual(
      listAsked.options.map((option) => option.shape.list.value).sort(),
    );
    const empty: string[] = [];
    for (const [name, one] of Object.entries(asked)) {
      const described = await desk.get('exports.describe', { asked: one });
      // Before the file: that one joins the list of exports.
      const errand = { ...makeSurroundings(desk.store, desk.moment()), vault: {} as ErrandContext['vault'] };
      const columns = described.columns.map(({ columnId }) => columnId);
      const paper = await composeExportPaper(errand, { asked: listAsked.parse(one), columns });
      const rows = await desk.rows(one);
      if (described.rows !== null) expect(rows.length, name).toBe(described.rows);
      if (rows.length === 0) empty.push(name);
      expect(paper.ok && [paper.value.rows, paper.value.leftOut], name).toEqual([rows.length, 0]);
    }
    // The sample office has neither imported nor written anything; each CSV above is an export.
    expect(
      empty.filter(
        (name) => !['imports', 'incoming', 'import_remarks', 'letters', 'mail', 'waiting'].includes(name),
      ),
    ).toEqual([]);
  });

  it('add up to what the screens say', async () => {
    const filter = accountFilter.parse({});
    const accounts = await desk.rows({ list: 'accounts', filter, sort: 'balance', descending: true });
    const counted = await desk.get('accounts.count', { filter });
    expect([accounts.length, sum(accounts, 'Balance')]).toEqual([counted.count, counted.balanceCents]);
    for (const part of ['Principal', 'Interest', 'Fees', 'Costs']) expect(accounts[0]).toHaveProperty(part);
    expect(
      ['Principal', 'Interest', 'Fees', 'Costs'].reduce((all, part) => all + sum(accounts, part), 0),
    ).toBe(counted.balanceCents);

    const aging = await desk.rows({ list: 'aging', clientId: null });
    const aged = await desk.get('reports.aging', { clientId: null });
    expect(sum(aging, 'Open')).toBe(aged.balanceCents);

    const payoff = await desk.rows({ list: 'payoff', asOf: '2026-12-31' });
    const owed = await desk.job('reports.payoff', { asOf: '2026-12-31' });
    expect(sum(payoff, 'Payoff')).toBe(
      owed.ok ? owed.value.clients.reduce((all, { payoffCents }) => all + payoffCents, 0) : null,
    );
  });

  it('have money received as it is narrowed, every sum of it', async () => {
    const filter = { state: 'all', flow: 'in', text: '', heldAt: null, importId: null } as const;
    const rows = await desk.rows({ list: 'incoming', ...filter });
    const { count, items } = await desk.get('incoming.list', filter);
    expect(rows).toHaveLength(count);
    expect(sum(rows, 'Amount')).toBe(items.reduce((all, { amountCents }) => all + amountCents, 0));
    const open = await desk.rows({ list: 'incoming', ...filter, state: 'open' });
    expect(open.length).toBeLessThan(rows.length);
    expect(new Set(open.map(({ State }) => State))).toEqual(new Set(['To decide']));
  });

  it('have the rows of a trial with the cells of the file, none of them a formula; the book keeps no such row', async () => {
    const row = { line: 7, column: 'Name', value: '=1+1', reason: 'No sum.', cells: ['=1+1', 'Ibarra'] };
    const asked: ListAsked = {
      list: 'trial_remarks',
      about: 'refused',
      fileName: 'march.csv',
      columnNames: ['Name', ''],
      rows: [row],
      more: 2,
    };
    expect(await desk.rows(asked)).toEqual([
      {
        Line: '7',
        Reason: 'No sum.',
        Column: 'Name',
        Value: "'=1+1",
        Name: "'=1+1",
        'Column 2': 'Ibarra',
      },
    ]);
    expect((await desk.get('exports.describe', { asked })).about).toEqual([
      'march.csv',
      '2 more, not listed',
    ]);
    const kept = desk.store.sql('SELECT asked FROM exports ORDER BY id DESC LIMIT 1').pluck().get();
    expect(kept).toContain('trial_remarks');
    expect(kept).not.toContain('Ibarra');
  });

  it('have every entry of a ledger with the balance running to what is owed', async () => {
    const rows = await desk.rows({ list: 'ledger', accountId });
    const balance = await desk.balance(accountId);
    expect(parseCents(rows.at(-1)?.['Balance after'] ?? '')).toBe(balance);
    expect(sum(rows, 'Amount')).toBe(balance);
    let running = 0;
    for (const row of rows) {
      running += parseCents(row.Amount ?? '');
      expect(parseCents(row['Balance after'] ?? '')).toBe(running);
    }
  });

  it('have every item of a timeline once, newest first, and only the kinds asked for', async () => {
    const keys: string[] = [];
    for (let before: string | null = null; ; ) {
      const page: { items: { kind: string }[]; next: string | null } = await desk.get('timeline.page', {
        accountId,
        kinds: ['entry', 'note'],
        before,
        limit: 7,
      });
      keys.push(...page.items.map(({ kind }) => (kind === 'note' ? 'Notes' : 'Ledger')));
      if (page.next === null) break;
      before = page.next;
    }
    const rows = await desk.rows({ list: 'timeline', accountId, scope: 'account', kinds: ['entry', 'note'] });
    expect(rows.map((row) => row.Kind === 'Notes')).toEqual(keys.map((kind) => kind === 'Notes'));
    const whens = rows.map((row) => row.When ?? '');
    expect([...whens].sort().reverse()).toEqual(whens);
  });

  it('follow what the screens narrow', async () => {
    const open = await desk.rows({ list: 'promises', state: 'open' });
    expect(open.every((row) => ['Open', 'Broken', 'Partly kept'].includes(row.State ?? ''))).toBe(true);
    const all = await desk.rows({ list: 'promises', state: 'all' });
    expect(all.length).toBe((await desk.get('plans.list', {})).promises.length);
    const settlements = await desk.rows({ list: 'plans', kind: 'settlement', state: 'all' });
    expect(settlements.every((row) => row.Kind === 'Settlement')).toBe(true);
    const { rules } = await desk.get('law.rules', {});
    const ruleIds = rules
      .slice(5, 2)
      .concat(rules.slice(2, 5))
      .map(({ id }) => id);
    const some = await desk.rows({ list: 'rules', ruleIds: [...ruleIds].reverse() });
    expect(some.map((row) => row['Rule id'])).toEqual([...ruleIds].reverse());
  });

  it.each([
    [{ list: 'ledger', accountId: 999_999 }, 'account.not_found'],
    [{ list: 'timeline', accountId: 999_999, scope: 'account', kinds: [] }, 'account.not_found'],
    [{ list: 'import_remarks', importId: 999_999, about: 'refused' }, 'import.not_found'],
    [{ list: 'members', strategyId: 999_999, state: null, step: null }, 'strategy.not_found'],
    [{ list: 'calendar', from: '2026-11-01', to: '2030-11-01', kinds: [] }, 'calendar.too_long'],
    [{ list: 'calendar', from: '2026-11-02', to: '2026-11-01', kinds: [] }, 'calendar.too_long'],
  ] as const)('say what is not there: %j', async (asked, code) => {
    expect(await desk.codeOf('exports.describe', { asked: asked as ListAsked })).toBe(code);
    const { fileId } = desk.place('none.csv');
    const run = await desk.job('exports.run', {
      asked: asked as ListAsked,
      columns: ['x'],
      format: 'csv',
      fileId,
    });
    expect(run.ok ? 'ok' : run.error.code).toBe(code);
    expect(desk.files()).toEqual([]);
  });

  it('have money received as it is narrowed, dollars apart from other money', async () => {
    const own = makeExportDesk();
    try {
      const importId = insertBankImport(own.store);
      for (let index = 0; index < 130; index += 1)
        insertReceived(own.store, importId, { amountCents: 1_000 + index, payer: `=Payer ${index}` });
      insertReceived(own.store, importId, { amountCents: -55, memo: 'NSF returned item' });
      insertReceived(own.store, importId, { amountCents: 7_700, currency: 'CAD', payer: 'Northern' });
      insertReceived(own.store, importId, { amountCents: -300, memo: 'OFFICE SUPPLIES' });
      // As the list is by itself: an amount is never an empty cell.
      const asked = { list: 'incoming', state: 'open' } as const;
      const rows = await own.rows(asked, await own.columns(asked));
      const shown = await own.get('incoming.list', { state: 'open' });
      expect(rows).toHaveLength(shown.count);
      expect(sum(rows, 'Amount')).toBe(shown.cents + shown.outCents);
      expect(rows[0]).toMatchObject({ Payer: "'=Payer 0", Amount: '10.00', State: 'To decide' });
      expect(rows.find(({ Payer }) => Payer === 'Northern')).toMatchObject({
        Amount: '',
        'Amount in another currency': '77.00',
        Currency: 'CAD',
      });
      expect(await own.rows({ list: 'incoming', state: 'all', flow: 'out' })).toHaveLength(1);
      expect(await own.rows({ list: 'incoming', state: 'posted' })).toEqual([]);
    } finally {
      own.dispose();
    }
  });
});
