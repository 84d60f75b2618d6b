/** What ends a plan besides its last instalment, and that nobody is reminded of what is not owed. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { takeDueReminders } from '../../../../electron/book/services/due-reminders.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
  await desk.get('plans.start', {
    accountId,
    terms: { totalCents: 9_000, count: 3, frequency: 'weekly', firstOn: '2026-11-27' },
  });
});

const plan = async () => (await desk.get('plans.get', { accountId })).plan;
const open = async () =>
  (await desk.get('reminders.list', { accountId, until: null, limit: 100 })).reminders.map(
    ({ text }) => text,
  );
const today = async () =>
  (await desk.get('today.list', {})).items
    .filter((item) => item.accountId === accountId)
    .map(({ kind }) => kind);

async function take(): Promise<string[]> {
  const around = makeSurroundings(desk.store, desk.moment()) as unknown as ErrandContext;
  const taken = await takeDueReminders(around, {
    missedBefore: desk.moment().now,
    operationId: randomUUID(),
  });
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.map(({ text }) => text);
}

async function takeBackCharge(): Promise<void> {
  const { charges } = await desk.get('ledger.charges', { accountId });
  await desk.get('ledger.reverse', { entryId: charges[0]?.entryId ?? 0, reason: 'Charged by mistake' });
}

test('a charge taken back leaves nothing to pay: the plan ends and nobody asks for it', async () => {
  await takeBackCharge();
  expect(await plan()).toMatchObject({ state: 'cancelled', paidCents: 0 });
  expect(await open()).toEqual([]);
  desk.pass(30 * dayMs);
  expect(await today()).toEqual([]);
});

test('money of before the plan that settles the account ends it, too', async () => {
  await desk.pay(accountId, 10_000, { receivedOn: '2026-11-19' });
  expect(await plan()).toMatchObject({ state: 'cancelled', paidCents: 0 });
  expect(await open()).toEqual([]);
});

test('a plan that ended for want of debt stays ended when something new is charged', async () => {
  await takeBackCharge();
  await desk.get('ledger.addCharge', {
    accountId,
    kind: 'charge',
    amountCents: 5_000,
    effectiveOn: '2026-11-20',
    dueOn: '2026-12-20',
    reference: '',
    basis: '',
    memo: '',
  });
  expect(await plan()).toMatchObject({ state: 'cancelled' });
});

test('a payment that bounces after the account was closed does not start its plan again', async () => {
  const entryId = await desk.pay(accountId, 10_000);
  expect(await plan()).toMatchObject({ state: 'completed' });
  await desk.get('accounts.close', { accountId, reason: 'Paid' });
  desk.pass(dayMs);
  await desk.get('ledger.reverse', { entryId, reason: 'No funds' });
  expect(await plan()).toMatchObject({ state: 'cancelled' });
  expect(await open()).toEqual([]);
  expect(checkSummaries(desk.store)).toEqual([]);
});

test('an instalment paid ahead is not reminded of, one paid in part is', async () => {
  desk.pass(3 * dayMs);
  await desk.pay(accountId, 4_000);
  // The first one went silent when it was paid.
  expect(await open()).toHaveLength(2);
  desk.pass(4 * dayMs);
  expect(await take()).toEqual([]);
  expect(await today()).toEqual([]);
  desk.pass(7 * dayMs);
  expect(await take()).toEqual(['Instalment 2 of 3, $20.00 of $30.00, due 4 Dec 2026']);
});

test('one that is paid by money which has bounced since is reminded of, by its day however late', async () => {
  const entryId = await desk.pay(accountId, 3_000);
  await desk.get('ledger.reverse', { entryId, reason: 'No funds' });
  // Told on Monday what was due on Friday: it must not say today.
  desk.pass(10 * dayMs);
  expect([desk.today(), await take()]).toEqual([
    '2026-11-30',
    ['Instalment 1 of 3, $30.00, due 27 Nov 2026'],
  ]);
});

test('a first instalment due at once has no reminder; the others still stand for their own', async () => {
  const other = await desk.account({ number: 'AT-ONCE' });
  await desk.get('plans.start', {
    accountId: other,
    terms: { totalCents: 9_000, count: 3, frequency: 'weekly', firstOn: '2026-11-20' },
  });
  await desk.pay(other, 3_000);
  desk.pass(7 * dayMs);
  expect(await take()).toContain('Instalment 2 of 3, $30.00, due 27 Nov 2026');
});
