/** Making, closing and changing accounts and the people who owe. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;

beforeEach(() => {
  desk = makeDesk();
});

const facts = (accountId: number) => desk.get('accounts.get', { accountId });

describe('a new account', () => {
  test('belongs to the office itself when no client is named, is numbered, owes its first charge and is found', async () => {
    const first = await desk.account({
      debtorName: 'Ana Garcia',
      phone: '5125550144',
      line1: '1 Elm St',
      city: 'Austin',
    });
    const second = await desk.account();
    expect(await facts(first)).toMatchObject({
      number: '1001',
      client: { name: 'Harbor Lane Recovery' },
      status: 'active',
      balance: { principalCents: 10_000, balanceCents: 10_000 },
      oldestDueOn: '2026-07-01',
      daysPastDue: 142,
      debtor: {
        name: 'Ana Garcia',
        phones: [{ display: '(512) 555-0144' }],
        addresses: [{ line1: '1 Elm St', city: 'Austin' }],
      },
    });
    expect((await facts(second)).number).toBe('1002');
    expect(await desk.get('clients.list', {})).toMatchObject({
      clients: [{ name: 'Harbor Lane Recovery', accounts: 2 }],
    });
    expect((await desk.get('accounts.find', { text: 'garc' })).hits).toMatchObject([{ accountId: first }]);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('takes the next number above its client’s own whole numbers', async () => {
    await desk.account({ number: '20417' });
    await desk.account({ number: 'A-99999' });
    await desk.account({ number: '123456789012' });
    expect((await facts(await desk.account())).number).toBe('20418');
  });

  test.each([
    ['a number in use', { number: '77' }, 'account.number_taken'],
    ['a client that is not there', { clientId: 99 }, 'client.not_found'],
    ['a phone that is none', { phone: '12' }, 'phone.invalid'],
  ])('with %s is refused and leaves nothing behind', async (_, change, code) => {
    await desk.account({ number: '77' });
    const count = () =>
      desk.store.db
        .prepare('SELECT (SELECT count(*) FROM debtors) + (SELECT count(*) FROM phones) AS n')
        .get();
    const before = count();
    await expect(desk.account(change)).rejects.toThrow(code);
    expect(count()).toEqual(before);
  });

  test('due tomorrow is not past due today', async () => {
    const accountId = await desk.account({ dueOn: '2026-11-21' });
    expect((await facts(accountId)).daysPastDue).toBe(0);
    desk.pass(2 * dayMs);
    expect((await facts(accountId)).daysPastDue).toBe(1);
  });
});

test('a next step is set, shown in the list and taken away', async () => {
  const accountId = await desk.account();
  await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-11-25', nextStep: 'Call again' });
  expect(await facts(accountId)).toMatchObject({ nextStepOn: '2026-11-25', nextStep: 'Call again' });
  const { rows } = await desk.get('accounts.list', { filter: {}, sort: 'nextStep', descending: false });
  expect(rows).toMatchObject([{ nextStepOn: '2026-11-25', nextStep: 'Call again' }]);
  await desk.get('accounts.setNextStep', { accountId, nextStepOn: null, nextStep: null });
  expect((await desk.get('accounts.count', { filter: { withoutNextStep: true } })).count).toBe(1);
});

test('closing ends plan, reminders and next step, so that nothing rings; reopening opens the account alone', async () => {
  const accountId = await desk.account();
  await desk.get('plans.start', {
    accountId,
    terms: { totalCents: 900, count: 3, frequency: 'weekly', firstOn: '2026-12-01' },
  });
  await desk.get('reminders.set', { accountId, text: 'Call', dueAt: desk.moment().now + dayMs });
  await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-11-25', nextStep: 'Call' });
  await desk.get('accounts.close', { accountId, reason: 'Returned to client' });
  expect(await facts(accountId)).toMatchObject({
    status: 'closed',
    closedReason: 'Returned to client',
    nextStepOn: null,
  });
  expect((await desk.get('plans.get', { accountId })).plan).toMatchObject({ state: 'cancelled' });
  expect((await desk.get('reminders.list', { accountId, until: null, limit: 9 })).reminders).toEqual([]);
  expect(await desk.codeOf('accounts.close', { accountId, reason: 'Again' })).toBe('account.closed');
  await desk.get('accounts.reopen', { accountId });
  expect(await facts(accountId)).toMatchObject({ status: 'active', closedAt: null, closedReason: null });
});

test('ending a hold lets the account go on, keeps why, and works once', async () => {
  const accountId = await desk.account();
  await desk.get('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome: 'disputed',
    phoneId: null,
    at: desk.moment().now,
    decision: { kind: 'happened' },
    seconds: null,
    text: '',
  });
  const [hold] = (await facts(accountId)).holds;
  const holdId = hold?.holdId ?? 0;
  expect((await facts(accountId)).status).toBe('hold');
  await desk.get('accounts.endHold', { holdId, reason: 'Proof of the debt sent and accepted' });
  expect(await facts(accountId)).toMatchObject({ status: 'active', holds: [] });
  const { items } = await desk.get('timeline.page', { accountId, kinds: ['note'], limit: 5 });
  expect(items).toMatchObject([{ text: 'Hold ended (dispute): Proof of the debt sent and accepted' }]);
  expect(await desk.codeOf('accounts.endHold', { holdId, reason: 'Again' })).toBe('hold.not_found');
  expect(await desk.codeOf('accounts.endHold', { holdId: 999, reason: 'None' })).toBe('hold.not_found');
});

describe('the debtor', () => {
  test('renamed shows the new name on every account and keeps the old one in search', async () => {
    const accountId = await desk.account({ debtorName: 'Mara Okafor' });
    const { debtorId } = (await facts(accountId)).debtor;
    await desk.get('debtors.rename', { debtorId, kind: 'business', name: 'Okafor Imports LLC' });
    const { rows } = await desk.get('accounts.list', {
      filter: { text: 'mara' },
      sort: 'name',
      descending: false,
    });
    expect(rows).toMatchObject([{ accountId, debtorName: 'Okafor Imports LLC' }]);
  });

  test('keeps a bad address and a number that is wrong, marked', async () => {
    const accountId = await desk.account({ phone: '5125550144', line1: '1 Elm St', city: 'Austin' });
    const { debtor } = await facts(accountId);
    const addressId = debtor.addresses[0]?.addressId ?? 0;
    const phoneId = debtor.phones[0]?.phoneId ?? 0;
    await desk.get('debtors.setAddressStatus', { addressId, status: 'bad' });
    await desk.get('debtors.addAddress', {
      debtorId: debtor.debtorId,
      kind: 'home',
      line1: '2 Oak St',
      line2: '',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      country: '',
      source: 'call',
    });
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'do_not_call' });
    const after = (await facts(accountId)).debtor;
    expect(after.addresses.map((address) => [address.line1, address.status])).toEqual([
      ['2 Oak St', 'current'],
      ['1 Elm St', 'bad'],
    ]);
    expect(after.phones).toMatchObject([{ phoneId, status: 'do_not_call' }]);
    const { rows } = await desk.get('accounts.list', { filter: {}, sort: 'name', descending: false });
    expect(rows[0]?.phone).toBeNull();
  });

  test('has no number twice', async () => {
    const accountId = await desk.account({ phone: '5125550144' });
    const { debtorId, phones } = (await facts(accountId)).debtor;
    const { phoneId } = await desk.get('debtors.addPhone', {
      debtorId,
      kind: 'mobile',
      number: '+1 512 555 0144',
      source: '',
    });
    expect(phoneId).toBe(phones[0]?.phoneId);
    expect((await facts(accountId)).debtor.phones).toMatchObject([{ status: 'current' }]);
  });

  test.each([
    ['debtors.rename', { debtorId: 9, kind: 'consumer', name: 'X' }, 'debtor.not_found'],
    ['debtors.addPhone', { debtorId: 9, kind: 'home', number: '5125550144', source: '' }, 'debtor.not_found'],
    ['debtors.setPhoneStatus', { phoneId: 9, status: 'wrong' }, 'phone.not_found'],
    ['debtors.setAddressStatus', { addressId: 9, status: 'bad' }, 'address.not_found'],
    ['accounts.get', { accountId: 9 }, 'account.not_found'],
  ] as const)('%s for nobody', async (call, input, code) => {
    expect(await desk.codeOf(call, input as never)).toBe(code);
  });
});

test('drafts are kept, written over and dropped, without a trace in the audit', async () => {
  await desk.get('drafts.save', { key: 'note:1', text: 'Half a' });
  await desk.get('drafts.save', { key: 'note:1', text: 'Half a sentence' });
  expect(await desk.get('drafts.load', { key: 'note:1' })).toEqual({ text: 'Half a sentence' });
  await desk.get('drafts.drop', { key: 'note:1' });
  expect(await desk.get('drafts.load', { key: 'note:1' })).toEqual({ text: null });
  expect(desk.store.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0);
});

test('an account is not closed over a cheque in the drawer', async () => {
  const accountId = await desk.account();
  const dated = {
    datedOn: '2026-12-01',
    receivedOn: desk.today(),
    amountCents: 4_000,
    method: 'cheque',
  } as const;
  const { heldPaymentId } = await desk.get('ledger.holdPayment', {
    accountId,
    ...dated,
    reference: '',
    memo: '',
  });
  const close = () => desk.call('accounts.close', { accountId, reason: 'Returned to client' });
  expect(await close()).toEqual({
    ok: false,
    error: { code: 'account.holds_payments', params: { count: 1 } },
  });
  expect((await desk.get('reminders.list', { accountId, until: null, limit: 9 })).reminders).toHaveLength(2);
  await desk.get('ledger.endHeld', { heldPaymentId, as: 'given_back', reason: 'To the debtor' });
  expect((await close()).ok).toBe(true);
});
