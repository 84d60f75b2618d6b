/** The one way a call reaches the book: what is answered when it is repeated, refused or fails. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { runCall } from '../../../electron/book/run-call.ts';
import { findBrokenLink } from '../../../electron/book/store/queries/audit.ts';
import type { Change } from '../../../shared/contract/events.ts';
import { type Desk, makeDesk } from '../../builders/desk.ts';
import { makeSurroundings } from '../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;
let announced: Change[];

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
  announced = [];
});

const audited = () => desk.store.sql('SELECT count(*) FROM audit').pluck().get();
const around = (change: Partial<ReturnType<typeof makeSurroundings>> = {}) => ({
  ...makeSurroundings(desk.store, desk.moment()),
  announce: (changes: readonly Change[]) => void announced.push(...changes),
  incident: () => 'abcd1234',
  ...change,
});
const payment = (amountCents: number) => ({
  shares: [{ accountId, amountCents }],
  receivedOn: desk.today(),
  effectiveOn: null,
  method: 'cheque',
  reference: '',
  memo: '',
  direction: null,
  allowOverpayment: false,
});

test('a repeated operation posts once, answers as it did, and announces nothing again', async () => {
  const operationId = randomUUID();
  const first = await runCall('ledger.recordPayment', payment(4_000), operationId, around());
  expect(announced.length).toBeGreaterThan(0);
  announced = [];
  desk.pass(60_000);
  expect(await runCall('ledger.recordPayment', payment(4_000), operationId, around())).toEqual(first);
  expect(announced).toEqual([]);
  expect(await desk.balance(accountId)).toBe(6_000);
});

test('the same operation id with another sum or for another call is refused', async () => {
  const operationId = randomUUID();
  await runCall('ledger.recordPayment', payment(4_000), operationId, around());
  const refused = { ok: false, error: { code: 'call.operation_reused', params: {} } };
  expect(await runCall('ledger.recordPayment', payment(4_001), operationId, around())).toEqual(refused);
  const note = { accountId, text: 'Called', addendumTo: null };
  expect(await runCall('notes.add', note, operationId, around())).toEqual(refused);
  expect(await desk.balance(accountId)).toBe(6_000);
});

test('a refused command leaves no trace and may be tried again under its id', async () => {
  const operationId = randomUUID();
  const before = audited();
  const over = await runCall('ledger.recordPayment', payment(10_001), operationId, around());
  expect(over).toMatchObject({ ok: false, error: { code: 'payment.exceeds_balance' } });
  expect(audited()).toBe(before);
  expect(announced).toEqual([]);
  expect(await runCall('ledger.recordPayment', payment(10_000), operationId, around())).toMatchObject({
    ok: true,
  });
});

test('a command that breaks half-way takes everything back and becomes an incident', async () => {
  const before = audited();
  const handlers = {
    ...around().handlers,
    'notes.add': (...[context, input]: Parameters<ReturnType<typeof around>['handlers']['notes.add']>) => {
      around().handlers['notes.add'](context, input);
      throw new Error('of Mara Okafor');
    },
  };
  const note = { accountId, text: 'Called', addendumTo: null };
  const failed = await runCall('notes.add', note, randomUUID(), around({ handlers }));
  expect(failed).toEqual({ ok: false, error: { code: 'call.failed', params: { incident: 'abcd1234' } } });
  expect(desk.store.sql('SELECT count(*) FROM notes').pluck().get()).toBe(0);
  expect(audited()).toBe(before);
  expect(announced).toEqual([]);
});

test('a moment without a zone is an incident, never a rejected promise', async () => {
  const moment = { ...desk.moment(), zone: 'Mars/Olympus' };
  expect(await runCall('clients.list', {}, null, around({ moment }))).toMatchObject({
    ok: false,
    error: { code: 'call.failed' },
  });
});

test('without a book there is nothing to call, and no command goes without an operation id', async () => {
  expect(await runCall('clients.list', {}, null, around({ store: null }))).toMatchObject({
    error: { code: 'book.not_open' },
  });
  expect(await runCall('ledger.recordPayment', payment(1), null, around())).toMatchObject({
    error: { code: 'call.invalid_input' },
  });
});

test('every command stands in the audit, and a changed row shows', async () => {
  await desk.pay(accountId, 1_000);
  await desk.pay(accountId, 2_000);
  expect(findBrokenLink(desk.store)).toBeNull();
  desk.store.db.exec('DROP TRIGGER audit_keep_update');
  desk.store.db.exec("UPDATE audit SET author = 'Nobody' WHERE seq = 2");
  expect(findBrokenLink(desk.store)).toBe(2);
});

test('a card number is refused in any text of a command, and cut out of what is half-typed', async () => {
  const text = 'charge 4111.1111.1111.1111';
  const address = { line1: '', line2: '', city: '', region: '', postalCode: '' };
  const made = {
    debtorKind: 'consumer',
    debtorName: text,
    number: '',
    clientId: null,
    phone: '',
    ...address,
  } as const;
  const calls = [
    desk.codeOf('notes.add', { accountId, text }),
    desk.codeOf('accounts.close', { accountId, reason: text }),
    desk.codeOf('accounts.setNextStep', { accountId, nextStepOn: '2026-12-01', nextStep: text }),
    desk.codeOf('reminders.set', { accountId, text, dueAt: desk.moment().now + 1000 }),
    desk.codeOf('accounts.create', {
      ...made,
      originalCreditor: '',
      debtType: 'medical',
      openedOn: '2026-06-01',
      amountCents: 1,
      dueOn: '2026-06-01',
    }),
  ];
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['payment.card_number']));
  const saved = async (draft: string) => {
    await desk.get('drafts.save', { key: 'note:1', text: draft });
    return (await desk.get('drafts.load', { key: 'note:1' })).text;
  };
  expect(await saved(`${text} cvv 123, he said`)).toBe('charge ending 1111 cvv not kept, he said');
  expect(await saved('{"memo":"4111111111111111","charges":[4111,1111,1111,1111]}')).toBe(
    '{"memo":"ending 1111","charges":[4111,1111,1111,1111]}',
  );
  expect(await saved('4111111111111111')).toBe('ending 1111');
});
