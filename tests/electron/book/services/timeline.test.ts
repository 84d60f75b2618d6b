/** The line of everything on an account: complete, in order, the same in pages of any length. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

async function pages(limit: number, kinds: TimelineKind[] = []): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  let before: string | null = null;
  do {
    const page: { items: TimelineItem[]; next: string | null } = await desk.get('timeline.page', {
      accountId,
      kinds,
      before,
      limit,
    });
    items.push(...page.items);
    before = page.next;
  } while (before !== null);
  return items;
}

const call = (change: object = {}) =>
  desk.get('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome: 'right_party',
    phoneId: null,
    at: desk.moment().now,
    decision: { kind: 'happened' },
    seconds: 30,
    text: '',
    ...change,
  });

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

test('the same in pages of one, two or fifty, though much happens in one instant', async () => {
  for (let round = 0; round < 4; round += 1) {
    await desk.get('notes.add', { accountId, text: `Note ${round}` });
    await call({ text: `Said ${round}` });
    await desk.pay(accountId, 100 + round);
    await desk.get('promises.record', { accountId, amountCents: 500, dueOn: '2026-12-20' });
    await desk.get('reminders.set', { accountId, text: 'Call', dueAt: desk.moment().now + dayMs });
    if (round % 2 === 1) desk.pass(1_000);
  }
  await desk.get('plans.start', {
    accountId,
    terms: { totalCents: 900, count: 3, frequency: 'weekly', firstOn: '2026-12-01' },
  });
  const whole = await pages(200);
  // The opening charge, five things a round, and the plan.
  expect(whole).toHaveLength(1 + 4 * 5 + 1);
  expect(new Set(whole.map((item) => item.key)).size).toBe(whole.length);
  expect(whole.every((item, index) => item.at <= (whole[index - 1]?.at ?? item.at))).toBe(true);
  for (const limit of [1, 2, 7, 50]) expect(await pages(limit)).toEqual(whole);
  const notes = await pages(2, ['note']);
  expect(notes).toEqual(whole.filter((item) => item.kind === 'note'));
});

test('each entry shows the balance after it', async () => {
  for (const cents of [1_000, 2_000, 3_000]) {
    desk.pass(1_000);
    await desk.pay(accountId, cents, { receivedOn: '2026-11-10' });
  }
  const entries = await pages(2, ['entry']);
  expect(entries.map((item) => item.kind === 'entry' && item.balanceAfterCents)).toEqual([
    4_000, 7_000, 9_000, 10_000,
  ]);
  expect(entries[0]).toMatchObject({
    entryKind: 'payment',
    amountCents: -3_000,
    method: 'cheque',
    applications: [{ cents: 3_000 }],
  });
});

test('interest posted for a payment stands before it, so that the balances follow the explanation', async () => {
  await desk.get('ledger.setTerms', {
    accountId,
    fromOn: '2026-01-01',
    method: 'simple',
    rate: '7.3',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Agreement §5',
  });
  await desk.pay(accountId, 4_000);
  const entries = (await pages(2, ['entry'])).flatMap((item) => (item.kind === 'entry' ? [item] : []));
  expect(entries.slice(0, 2).map((entry) => entry.entryKind)).toEqual(['payment', 'interest']);
  const interestCents = entries[1]?.amountCents ?? 0;
  expect(interestCents).toBeGreaterThan(0);
  expect(entries.map((entry) => entry.balanceAfterCents)).toEqual([
    6_000 + interestCents,
    10_000 + interestCents,
    10_000,
  ]);
});

test('what was said stands with its contact, not as a note of its own', async () => {
  await call({ text: 'Will pay on Friday' });
  expect(await pages(50, ['note'])).toEqual([]);
  expect(await pages(50, ['contact'])).toMatchObject([
    { text: 'Will pay on Friday', outcome: 'right_party', seconds: 30 },
  ]);
});

test('an addendum names its note and belongs to the same account', async () => {
  const { noteId } = await desk.get('notes.add', { accountId, text: 'Born 1970' });
  await desk.get('notes.add', { accountId, text: 'No: 1971', addendumTo: noteId });
  expect(
    (await pages(50, ['note'])).find((item) => item.kind === 'note' && item.addendumTo === noteId),
  ).toBeDefined();
  const other = await desk.account({ number: 'Other' });
  expect(await desk.codeOf('notes.add', { accountId: other, text: 'x', addendumTo: noteId })).toBe(
    'call.invalid_input',
  );
});

test('a cursor that is none is refused', async () => {
  for (const before of ['', 'x', '1.2', '1.2.3.4', '-1.2.3']) {
    expect(await desk.codeOf('timeline.page', { accountId, before })).toBe('call.invalid_input');
  }
});

describe('everything that surrounds the work', () => {
  const at = () => desk.moment().now;
  const debtorOf = (id: number) =>
    desk.store.sql('SELECT debtor_id FROM accounts WHERE id = ?').pluck().get(id) as number;

  test('each kind stands in the line with its own facts, in pages of any length', async () => {
    const debtorId = debtorOf(accountId);
    const { sql } = desk.store;
    const insert = sql.bind(desk.store);
    desk.pass(1_000);
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: false,
      kind: 'dispute',
      on: '2026-11-20',
      scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
      detail: { written: true },
      source: 'Letter of the debtor',
    });
    desk.pass(1_000);
    insert(
      `INSERT INTO attachments (account_id, debtor_id, name, kind, media_type, on_day, bytes, sha256, added_at, author, operation_id, content)
       VALUES (?, ?, 'dispute.pdf', 'dispute', 'application/pdf', '2026-11-19', 3, 'x', ?, 'Desk', 'o', x'010203')`,
    ).run(accountId, debtorId, at());
    insert(
      `INSERT INTO traces (debtor_id, account_id, source, tried_on, outcome, found, made_at, author, operation_id)
       VALUES (?, ?, 'directory', '2026-11-20', 'found', 'A new number', ?, 'Desk', 'o')`,
    ).run(debtorId, accountId, at());
    const { phoneId } = await desk.get('debtors.addPhone', {
      debtorId,
      kind: 'mobile',
      number: '512 555 0134',
      source: '',
    });
    insert(
      `INSERT INTO reach_changes (debtor_id, phone_id, from_status, to_status, why, at, author, operation_id)
       VALUES (?, ?, 'unverified', 'current', 'Answered', ?, 'Desk', 'o')`,
    ).run(debtorId, phoneId, at());
    desk.pass(1_000);
    await desk.get('accounts.setNextStep', {
      accountId,
      nextStep: 'Answer the dispute',
      nextStepOn: '2026-12-01',
    });
    desk.pass(1_000);
    await desk.get('debtors.rename', { debtorId, kind: 'consumer', name: 'Mara Okafor-Bell' });
    await desk.get('accounts.close', { accountId, reason: 'Returned to the client' });
    desk.pass(1_000);
    await desk.get('accounts.reopen', { accountId });

    const whole = await pages(200);
    const kinds = new Set(whole.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['attachment', 'change', 'entry', 'event', 'reach', 'trace']),
    );
    // The event stands for the hold it made; asked for alone, the hold is there.
    expect(kinds.has('hold')).toBe(false);
    expect(await pages(50, ['hold'])).toMatchObject([{ holdKind: 'dispute' }]);
    expect((await pages(50, ['change'])).map((item) => item.kind === 'change' && item.what)).toEqual([
      'reopened',
      expect.stringMatching(/closed|renamed/),
      expect.stringMatching(/closed|renamed/),
      'next_step',
    ]);
    expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
    for (const limit of [1, 3, 50]) expect(await pages(limit)).toEqual(whole);
  });

  test('from a day backwards, and towards now again, the same line', async () => {
    for (let round = 0; round < 30; round += 1) {
      await desk.get('notes.add', { accountId, text: `Note ${round}` });
      desk.pass(dayMs);
    }
    const whole = await pages(200);
    const page = await desk.get('timeline.page', { accountId, until: '2026-12-01', limit: 5 });
    // The twelfth day from 20 November on.
    expect(page.items[0]).toMatchObject({ text: 'Note 11' });
    const seen = [...page.items];
    let previous = page.previous;
    while (previous !== null) {
      const newer: { items: TimelineItem[]; previous: string | null } = await desk.get('timeline.page', {
        accountId,
        after: previous,
        limit: 4,
      });
      seen.unshift(...newer.items);
      previous = newer.previous;
    }
    let next = page.next;
    while (next !== null) {
      const older: { items: TimelineItem[]; next: string | null } = await desk.get('timeline.page', {
        accountId,
        before: next,
        limit: 4,
      });
      seen.push(...older.items);
      next = older.next;
    }
    expect(seen).toEqual(whole);
    expect(await desk.codeOf('timeline.page', { accountId, until: '1990-01-01' })).toBe('ok');
  });

  test('of the whole debtor: the line of every account, what is not of this one under its number', async () => {
    const other = await accountBeside(desk, accountId, { number: 'Second' });
    await desk.get('notes.add', { accountId, text: 'Of the first' });
    desk.pass(1_000);
    await desk.get('notes.add', { accountId: other, text: 'Of the second' });
    const own = await desk.get('timeline.page', { accountId, kinds: ['note'] });
    expect(own.items).toMatchObject([{ text: 'Of the first', account: null }]);
    const both = await desk.get('timeline.page', { accountId, kinds: ['note'], scope: 'debtor' });
    expect(both.items).toMatchObject([
      { text: 'Of the second', account: { accountId: other, number: 'Second' } },
      { text: 'Of the first', account: { accountId } },
    ]);
  });

  test('a call tells the script that was followed, how far, and when the right party was confirmed', async () => {
    await call({ direction: 'in' });
    const contactId = desk.store.sql('SELECT max(id) FROM contacts').pluck().get() as number;
    const body = JSON.stringify({
      exits: [{ id: 'done', label: 'Promise made', outcome: 'promise_to_pay' }],
    });
    desk.store
      .sql(
        `INSERT INTO scripts (kind, code, origin, version, name, body, made_at, author)
         VALUES ('script', 'first-call', 'shipped', 3, 'First call', ?, 1, '')`,
      )
      .run(body);
    desk.store
      .sql(
        `INSERT INTO script_runs (account_id, contact_id, script_id, started_at, ended_at, party, confirmed_at, exit, path, ticks,
           author, operation_id) VALUES (?, ?, 1, ?, ?, 'right_party', ?, 'done', '[]', '[]', 'Desk', 'o')`,
      )
      .run(accountId, contactId, at(), at(), at());
    expect((await pages(5, ['contact']))[0]).toMatchObject({
      conversation: true,
      script: {
        name: 'First call',
        version: 3,
        party: 'right_party',
        confirmedAt: at(),
        exit: 'Promise made',
      },
    });
  });
});
