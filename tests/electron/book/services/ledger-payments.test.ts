/** Payments over accounts, directions, disputes, recoveries, returns, refunds, adjustments, and what is held until its day. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { insertHold } from '../../../../electron/book/store/queries/accounts.ts';
import { insertPolicy } from '../../../../electron/book/store/queries/policies.ts';
import { checkSummaries, refreshSummary } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { ApplicationOrder } from '../../../../shared/domain/ledger.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
/** Of one debtor, 100.00 each. */
let first: number;
let second: number;

beforeEach(async () => {
  desk = makeDesk();
  first = await desk.account({ number: 'A-1' });
  second = await desk.account({ number: 'A-2' });
  desk.store.db.exec(
    `UPDATE accounts SET debtor_id = (SELECT debtor_id FROM accounts WHERE id = ${first}) WHERE id = ${second}`,
  );
  refreshSummary(desk.store, second);
});
afterEach(() => {
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
});

type Payment = InputOf<'ledger.recordPayment'>;

const payment = (shares: Payment['shares'], change: Partial<Payment> = {}): Payment => ({
  shares,
  receivedOn: '2026-11-20',
  method: 'cheque',
  ...change,
});
const balances = async () => [await desk.balance(first), await desk.balance(second)];
const entriesOf = (accountId: number) =>
  desk.store.db
    .prepare(
      `SELECT kind, principal_cents + interest_cents + fees_cents + costs_cents AS cents FROM entries
       WHERE account_id = ? ORDER BY id`,
    )
    .all(accountId);

function dispute(accountId: number, change: { untilOn?: Day | null; fromOn?: Day } = {}): void {
  insertHold(desk.store, {
    accountId,
    kind: 'dispute',
    reason: 'Not my debt',
    source: 'Call',
    fromOn: '2026-11-01',
    untilOn: null,
    contactId: null,
    createdAt: desk.moment().now,
    ...change,
  });
  refreshSummary(desk.store, accountId);
}

describe('one payment over several accounts', () => {
  test('posts to each under one receipt and is taken back whole', async () => {
    const shares = [
      { accountId: first, amountCents: 4_000 },
      { accountId: second, amountCents: 6_000 },
    ];
    const { receiptId, entries } = await desk.get(
      'ledger.recordPayment',
      payment(shares, { reference: '1042' }),
    );
    expect(await balances()).toEqual([6_000, 4_000]);
    expect(
      desk.store.db.prepare('SELECT amount_cents FROM receipts WHERE id = ?').pluck().get(receiptId),
    ).toBe(10_000);
    const { effects } = await desk.get('ledger.takeBackPayment', {
      entryId: entries[1]?.entryId ?? 0,
      reason: 'Entered twice',
    });
    expect(effects.map(({ accountNumber, balanceCents }) => [accountNumber, balanceCents])).toEqual([
      ['A-2', 10_000],
      ['A-1', 10_000],
    ]);
    expect(await balances()).toEqual([10_000, 10_000]);
    expect(
      await desk.codeOf('ledger.takeBackPayment', { entryId: entries[0]?.entryId ?? 0, reason: 'Again' }),
    ).toBe('entry.already_reversed');
  });

  test('is refused as a whole, and posts nothing anywhere', async () => {
    const stranger = await desk.account({ number: 'B-1', debtorName: 'Somebody Else' });
    const before = desk.store.db.prepare('SELECT count(*) FROM entries').pluck().get();
    const shares = (accountId: number) => [
      { accountId: first, amountCents: 4_000 },
      { accountId, amountCents: 6_000 },
    ];
    expect(await desk.call('ledger.recordPayment', payment(shares(stranger)))).toMatchObject({
      error: { code: 'payment.other_debtor', params: { number: 'B-1' } },
    });
    expect(await desk.codeOf('ledger.recordPayment', payment(shares(first)))).toBe('payment.account_twice');
    expect(await desk.codeOf('ledger.recordPayment', payment(shares(999)))).toBe('account.not_found');
    const tooMuch = [
      { accountId: first, amountCents: 4_000 },
      { accountId: second, amountCents: 10_001 },
    ];
    expect(await desk.codeOf('ledger.recordPayment', payment(tooMuch))).toBe('payment.exceeds_balance');
    expect(desk.store.db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(before);
    expect(desk.store.db.prepare('SELECT count(*) FROM receipts').pluck().get()).toBe(0);
  });

  test('never reaches a disputed account unless the debtor named it', async () => {
    dispute(second);
    const shares = [{ accountId: second, amountCents: 100 }];
    expect(await desk.call('ledger.recordPayment', payment(shares))).toMatchObject({
      error: { code: 'payment.disputed', params: { number: 'A-2' } },
    });
    const named = payment(shares, { direction: { accounts: true } });
    expect(await desk.codeOf('ledger.recordPayment', named)).toBe('ok');
  });

  test.each([
    ['yesterday', '2026-11-19', 'ok'],
    ['today', '2026-11-20', 'payment.disputed'],
  ])('a dispute whose last day was %s', async (_, untilOn, code) => {
    dispute(second, { untilOn });
    const shares = [{ accountId: second, amountCents: 100 }];
    expect(await desk.codeOf('ledger.recordPayment', payment(shares))).toBe(code);
  });

  test('two windows at once: the same operation posts once, different ones both', async () => {
    const input = payment([{ accountId: first, amountCents: 1_000 }]);
    const operationId = randomUUID();
    const answers = await Promise.all([
      desk.call('ledger.recordPayment', input, operationId),
      desk.call('ledger.recordPayment', input, operationId),
      desk.call('ledger.recordPayment', input),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await desk.balance(first)).toBe(8_000);
  });
});

describe('where a payment goes', () => {
  const charge = (kind: 'fee' | 'cost' | 'interest', amountCents: number) =>
    desk.get('ledger.addCharge', {
      accountId: first,
      kind,
      amountCents,
      effectiveOn: '2026-08-01',
      dueOn: '2026-08-01',
      reference: '',
      basisKind: 'statute',
      basis: 'Section 12',
      memo: '',
    });
  const appliedOf = async (cents: number, change: Partial<Payment> = {}) => {
    const { effects } = await desk.get(
      'ledger.previewPayment',
      payment([{ accountId: first, amountCents: cents }], change),
    );
    return effects[0]?.applications.map((part) => [part.kind, part.cents]);
  };
  beforeEach(async () => {
    await charge('fee', 500);
    await charge('cost', 700);
    await charge('interest', 900);
  });

  test.each<[ApplicationOrder, (string | number)[][]]>([
    ['oldest_due_first', [['charge', 3_000]]],
    [
      'costs_fees_interest_principal',
      [
        ['cost', 700],
        ['fee', 500],
        ['interest', 900],
        ['charge', 900],
      ],
    ],
    [
      'interest_first',
      [
        ['interest', 900],
        ['charge', 2_100],
      ],
    ],
    ['principal_first', [['charge', 3_000]]],
    // 100.00, 9.00, 5.00 and 7.00 of 121.00.
    [
      'pro_rata',
      [
        ['charge', 2_479],
        ['interest', 223],
        ['fee', 124],
        ['cost', 174],
      ],
    ],
  ])('%s', async (order, expected) => {
    await desk.get('ledger.setOrder', { accountId: first, order });
    const sorted = (rows: (string | number)[][] | undefined) => rows?.map((row) => row.join(' ')).sort();
    expect(sorted(await appliedOf(3_000))).toEqual(sorted(expected));
    expect(await desk.get('ledger.terms', { accountId: first })).toMatchObject({
      ownOrder: order,
      order,
      orderFrom: 'account',
    });
  });

  test('the debtor’s direction goes before every order, then the order takes the rest', async () => {
    const { charges } = await desk.get('ledger.charges', { accountId: first });
    const fee = charges.find(({ kind }) => kind === 'fee')?.entryId ?? 0;
    expect(await appliedOf(600, { direction: { charges: [fee] } })).toEqual([
      ['fee', 500],
      ['charge', 100],
    ]);
    expect(await appliedOf(1_000, { direction: { component: 'interest' } })).toEqual([
      ['interest', 900],
      ['charge', 100],
    ]);
    const elsewhere = payment([{ accountId: second, amountCents: 100 }], { direction: { charges: [fee] } });
    expect(await desk.codeOf('ledger.previewPayment', elsewhere)).toBe('entry.not_found');
  });

  test('a client’s order holds before the house’s, an account’s before both', async () => {
    const clientId = (await desk.get('accounts.get', { accountId: first })).client.clientId;
    const policy = {
      leastPaymentCents: null,
      longestMonths: null,
      leastSettlementShare: null,
      mayGoBelow: '',
      returnedFeeCents: null,
      returnedFeeBasisKind: null,
      returnedFeeBasis: '',
      graceDays: null,
    };
    const made = { at: desk.moment().now, author: 'Desk' };
    const inForce = async () => {
      const { order, orderFrom } = await desk.get('ledger.terms', { accountId: first });
      return [order, orderFrom];
    };
    expect(await inForce()).toEqual(['oldest_due_first', 'standard']);
    insertPolicy(desk.store, null, { ...policy, applicationOrder: 'interest_first' }, made);
    expect(await inForce()).toEqual(['interest_first', 'house']);
    insertPolicy(desk.store, clientId, { ...policy, applicationOrder: 'pro_rata' }, made);
    expect(await inForce()).toEqual(['pro_rata', 'client']);
    await desk.get('ledger.setOrder', { accountId: first, order: 'principal_first' });
    expect(await inForce()).toEqual(['principal_first', 'account']);
    // What was posted by an order keeps it.
    await desk.pay(first, 100);
    await desk.get('ledger.setOrder', { accountId: first, order: null });
    const kept = desk.store.db
      .prepare(`SELECT application_order FROM entries WHERE kind = 'payment'`)
      .pluck();
    expect(kept.all()).toEqual(['principal_first']);
  });

  test('a card number is refused in every text', async () => {
    const number = '5555 5555 5555 4444';
    for (const change of [{ reference: number }, { memo: `paid by ${number}` }]) {
      const input = payment([{ accountId: first, amountCents: 100 }], change);
      expect(await desk.codeOf('ledger.recordPayment', input)).toBe('payment.card_number');
      expect(await desk.codeOf('ledger.previewPayment', input)).toBe('payment.card_number');
    }
  });

  test.each([
    ['after today', { effectiveOn: '2026-11-21' }, 'payment.in_future'],
    ['before the account', { effectiveOn: '2026-05-31' }, 'payment.before_account'],
    ['received after today', { receivedOn: '2026-11-21' }, 'payment.in_future'],
    ['earlier than it came in', { effectiveOn: '2026-10-01' }, 'ok'],
  ])('counting from a day %s', async (_, change, code) => {
    const input = payment([{ accountId: first, amountCents: 100 }], change);
    expect(await desk.codeOf('ledger.previewPayment', input)).toBe(code);
    expect(await desk.codeOf('ledger.recordPayment', input)).toBe(code);
  });
});

describe('a returned payment', () => {
  const returned = { on: '2026-11-20', chargeFee: true };

  test('goes with the fee its client’s policy allows, and with what allows it', async () => {
    insertPolicy(
      desk.store,
      null,
      {
        applicationOrder: null,
        leastPaymentCents: null,
        longestMonths: null,
        leastSettlementShare: null,
        mayGoBelow: '',
        returnedFeeCents: 2_500,
        returnedFeeBasisKind: 'contract',
        returnedFeeBasis: 'Clause 11',
        graceDays: null,
      },
      { at: desk.moment().now, author: 'Desk' },
    );
    const entryId = await desk.pay(first, 4_000);
    const { feeEntryId, effects } = await desk.get('ledger.takeBackPayment', {
      entryId,
      reason: 'Not sufficient funds',
      returned,
    });
    expect(effects[0]).toMatchObject({ balanceCents: 12_500, parts: { feesCents: 2_500 } });
    const fee = desk.store.db
      .prepare('SELECT kind, basis_kind, basis FROM entries WHERE id = ?')
      .get(feeEntryId);
    expect(fee).toEqual({ kind: 'fee', basis_kind: 'contract', basis: 'Clause 11' });
  });

  test('has no fee that nothing allows, and then nothing is taken back', async () => {
    const entryId = await desk.pay(first, 4_000);
    const input = { entryId, reason: 'Not sufficient funds', returned };
    expect(await desk.codeOf('ledger.takeBackPayment', input)).toBe('payment.returned_fee_not_allowed');
    expect(await desk.balance(first)).toBe(6_000);
    const plain = { ...input, returned: { ...returned, chargeFee: false } };
    expect(await desk.get('ledger.takeBackPayment', plain)).toMatchObject({ feeEntryId: null });
    expect(await desk.balance(first)).toBe(10_000);
  });

  test('is a payment, not a charge', async () => {
    const { charges } = await desk.get('ledger.charges', { accountId: first });
    const input = { entryId: charges[0]?.entryId ?? 0, reason: 'Mistake' };
    expect(await desk.codeOf('ledger.takeBackPayment', input)).toBe('entry.not_reversible');
  });
});

describe('an adjustment', () => {
  const adjust = {
    kind: 'adjustment',
    amountCents: 1_000,
    effectiveOn: '2026-11-20',
    reason: 'Goodwill',
    allowedBy: 'Dana Reyes',
  } as const;
  const codeOf = (change: Partial<InputOf<'ledger.adjust'>>) =>
    desk.codeOf('ledger.adjust', { ...adjust, accountId: first, ...change });

  test.each([
    ['all that is owed', { amountCents: 10_000 }, 'ok'],
    ['a cent more', { amountCents: 10_001 }, 'adjustment.exceeds'],
    ['of a component that has less', { component: 'fees' }, 'adjustment.exceeds'],
    ['up without a component', { direction: 'up' }, 'adjustment.needs_component'],
    ['up', { direction: 'up', component: 'costs' }, 'ok'],
    ['a discount up', { kind: 'discount', direction: 'up', component: 'fees' }, 'call.invalid_input'],
    ['of no sum', { amountCents: null }, 'call.invalid_input'],
    ['ahead', { effectiveOn: '2026-11-21' }, 'charge.in_future'],
    ['with a card number', { reason: '4111111111111111' }, 'payment.card_number'],
  ] as const)('%s', async (_, change, code) => {
    expect(await codeOf(change)).toBe(code);
  });

  test('of all kinds is kept by its kind, reason and who allowed it', async () => {
    for (const kind of ['credit', 'discount', 'adjustment', 'settlement', 'write_off'] as const) {
      await desk.get('ledger.adjust', { ...adjust, accountId: first, kind });
    }
    expect(await desk.balance(first)).toBe(5_000);
    expect(
      desk.store.db
        .prepare(`SELECT DISTINCT memo, allowed_by FROM entries WHERE kind <> 'charge' AND account_id = ?`)
        .all(first),
    ).toEqual([{ memo: 'Goodwill', allowed_by: 'Dana Reyes' }]);
  });

  test('the write-off of everything takes the accrued interest with it', async () => {
    await desk.get('ledger.setTerms', {
      accountId: first,
      fromOn: '2026-07-01',
      method: 'simple',
      rate: '36.5',
      confirmHighRate: true,
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    });
    // 142 days at 10 cents.
    const { effect } = await desk.get('ledger.adjust', {
      ...adjust,
      accountId: first,
      kind: 'write_off',
      amountCents: null,
    });
    expect(effect).toMatchObject({ balanceCents: 0, unappliedCents: 0, interest: [{ cents: 1_420 }] });
  });
});

describe('money after a write-off', () => {
  const writeOff = () =>
    desk.get('ledger.adjust', {
      accountId: first,
      kind: 'write_off',
      amountCents: null,
      effectiveOn: '2026-11-10',
      reason: 'Not collectible',
      allowedBy: 'Dana Reyes',
    });

  test('is a recovery of what is charged again for it, both taken back together', async () => {
    await writeOff();
    const entryId = await desk.pay(first, 3_000);
    expect(entriesOf(first)).toEqual([
      { kind: 'charge', cents: 10_000 },
      { kind: 'write_off', cents: -10_000 },
      { kind: 'adjustment', cents: 3_000 },
      { kind: 'recovery', cents: -3_000 },
    ]);
    expect(await desk.balance(first)).toBe(0);
    expect(await desk.get('accounts.get', { accountId: first })).toMatchObject({
      unappliedCents: 0,
      lastPaymentCents: 3_000,
    });
    const reversed = await desk.get('ledger.reverse', { entryId, reason: 'Returned' });
    expect(reversed.balanceCents).toBe(0);
    expect(entriesOf(first).slice(4)).toHaveLength(2);
    const again = await desk.get('ledger.reverse', { entryId: reversed.entryId, reason: 'Not returned' });
    expect(again.balanceCents).toBe(0);
    expect(await desk.get('accounts.get', { accountId: first })).toMatchObject({ unappliedCents: 0 });
  });

  test('beyond what was written off is asked about', async () => {
    await writeOff();
    await desk.pay(first, 3_000);
    const more = payment([{ accountId: first, amountCents: 7_001 }]);
    expect(await desk.call('ledger.recordPayment', more)).toMatchObject({
      error: { code: 'payment.exceeds_balance', params: { balanceCents: 7_000 } },
    });
    await desk.pay(first, 7_000);
    expect(await desk.balance(first)).toBe(0);
  });

  test('stays when the write-off is taken back: what was charged again goes with it', async () => {
    const { entryId } = await writeOff();
    await desk.pay(first, 3_000);
    expect(await desk.get('ledger.reverse', { entryId, reason: 'Found' })).toMatchObject({
      balanceCents: 7_000,
    });
  });
});

describe('a refund', () => {
  const refund = { effectiveOn: '2026-11-20', method: 'cheque', reason: 'Paid twice' } as const;

  test('gives waiting credit back, never more', async () => {
    await desk.pay(first, 10_700, { allowOverpayment: true });
    const much = { ...refund, accountId: first, amountCents: 701 };
    expect(await desk.call('ledger.refund', much)).toMatchObject({
      error: { code: 'refund.exceeds_credit', params: { creditCents: 700 } },
    });
    const { balanceCents } = await desk.get('ledger.refund', { ...much, amountCents: 700 });
    expect(balanceCents).toBe(0);
    expect(await desk.get('accounts.get', { accountId: first })).toMatchObject({
      unappliedCents: 0,
      paidCents: 10_000,
      chargedCents: 10_000,
    });
    expect(await desk.codeOf('ledger.refund', { ...much, amountCents: 1 })).toBe('refund.exceeds_credit');
  });
});

describe('a payment held until its day', () => {
  const held = {
    amountCents: 5_000,
    method: 'cheque',
    reference: '1042',
    datedOn: '2026-12-10',
    receivedOn: '2026-11-20',
    memo: '',
  } as const;
  const hold = (change: Partial<InputOf<'ledger.holdPayment'>> = {}) =>
    desk.get('ledger.holdPayment', { ...held, accountId: first, ...change });
  const list = async () => (await desk.get('ledger.heldPayments', { accountId: first })).held;
  const goTo = (day: Day) => desk.pass(Date.parse(`${day}T15:00:00Z`) - desk.moment().now);

  test.each([
    ['on the day it came in', { datedOn: '2026-11-20' }, 'held.not_post_dated'],
    ['the day after', { datedOn: '2026-11-21' }, 'ok'],
    ['received ahead', { receivedOn: '2026-11-21' }, 'payment.in_future'],
    ['with a card number', { memo: '4111 1111 1111 1111' }, 'payment.card_number'],
  ])('dated %s', async (_, change, code) => {
    expect(await desk.codeOf('ledger.holdPayment', { ...held, accountId: first, ...change })).toBe(code);
  });

  test.each([
    ['five days ahead needs no notice', '2026-11-25', null, null],
    ['six days ahead', '2026-11-26', '2026-11-12', '2026-11-23'],
    // Thanksgiving, 26 November, and the weekends do not count.
    ['three weeks ahead', '2026-12-10', '2026-11-25', '2026-12-07'],
  ])('%s', async (_, datedOn, noticeFrom, noticeTo) => {
    await hold({ datedOn });
    expect(await list()).toMatchObject([{ noticeFrom, noticeTo, state: 'held' }]);
  });

  test('rings for its notice and on its day, and is silent when it ended', async () => {
    const { heldPaymentId } = await hold();
    const reminders = async () =>
      (await desk.get('reminders.list', { accountId: first, until: null, limit: 50 })).reminders.map(
        ({ text }) => text.split(' ')[0],
      );
    expect(await reminders()).toEqual(['Send', 'Deposit']);
    await desk.get('ledger.endHeld', { heldPaymentId, as: 'given_back', reason: 'Asked for it' });
    expect(await reminders()).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'given_back' }]);
    expect(await desk.codeOf('ledger.endHeld', { heldPaymentId, as: 'cancelled', reason: 'x' })).toBe(
      'held.not_held',
    );
  });

  test('is deposited on its day with a notice in its window, as a payment of that day', async () => {
    const { heldPaymentId } = await hold();
    const deposit = (depositedOn: Day) => desk.codeOf('ledger.depositHeld', { heldPaymentId, depositedOn });
    expect(await deposit('2026-11-20')).toBe('held.before_date');
    expect(await desk.codeOf('ledger.noteHeldNotice', { heldPaymentId, noticeOn: '2026-11-20' })).toBe(
      'held.notice_outside',
    );
    goTo('2026-12-10');
    expect(await deposit('2026-12-10')).toBe('held.notice_missing');
    await desk.get('ledger.noteHeldNotice', { heldPaymentId, noticeOn: '2026-12-08' });
    expect(await deposit('2026-12-10')).toBe('held.notice_outside');
    await desk.get('ledger.noteHeldNotice', { heldPaymentId, noticeOn: '2026-12-07' });
    expect(await deposit('2026-12-11')).toBe('payment.in_future');
    expect(await deposit('2026-12-10')).toBe('ok');
    expect(await desk.balance(first)).toBe(5_000);
    expect(await list()).toMatchObject([{ state: 'deposited', noticeOn: '2026-12-07' }]);
    expect(await deposit('2026-12-10')).toBe('held.not_held');
    const received = desk.store.db.prepare(
      `SELECT effective_on, received_on FROM entries WHERE kind = 'payment'`,
    );
    expect(received.get()).toEqual({ effective_on: '2026-12-10', received_on: '2026-11-20' });
  });

  test('more than is owed by then is asked about', async () => {
    const { heldPaymentId } = await hold({ datedOn: '2026-11-22', amountCents: 10_000 });
    await desk.pay(first, 9_000);
    goTo('2026-11-23');
    const input = { heldPaymentId, depositedOn: '2026-11-23' };
    expect(await desk.codeOf('ledger.depositHeld', input)).toBe('payment.exceeds_balance');
    expect(await desk.codeOf('ledger.depositHeld', { ...input, allowOverpayment: true })).toBe('ok');
  });
});

describe('a promise', () => {
  test('counts what came in for it, each cent once, also after it went back', async () => {
    const record = (amountCents: number, dueOn: Day) =>
      desk.get('promises.record', { accountId: first, amountCents, dueOn });
    await record(3_000, '2026-11-25');
    await record(2_000, '2026-12-05');
    desk.pass(dayMs);
    const entryId = await desk.pay(first, 4_000);
    const received = () =>
      desk.store.db.prepare('SELECT received_cents FROM promises ORDER BY due_on').pluck().all();
    expect(received()).toEqual([3_000, 1_000]);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'Returned' });
    expect(received()).toEqual([0, 0]);
  });
});

describe('nothing is ever changed', () => {
  test.each(['entries', 'applications', 'receipts', 'terms', 'judgments', 'posting_days'])(
    '%s refuse UPDATE and DELETE after every path',
    async (table) => {
      await desk.get('ledger.setTerms', {
        accountId: first,
        fromOn: '2026-07-01',
        method: 'simple',
        rate: '10',
        compounding: null,
        dayCount: 'actual_365',
        capCents: null,
        basisKind: 'contract',
        basis: 'Clause 4',
      });
      await desk.get('ledger.postInterest', { accountId: first, on: '2026-08-01', reason: 'Statement' });
      const entryId = await desk.pay(first, 100, { receivedOn: '2026-09-01' });
      await desk.pay(first, 100, { receivedOn: '2026-11-20', effectiveOn: '2026-07-15' });
      await desk.get('ledger.takeBackPayment', { entryId, reason: 'Returned' });
      await desk.get('ledger.enterJudgment', {
        accountId: first,
        judgedOn: '2026-11-01',
        court: 'County Court',
        caseNumber: '',
        award: { principalCents: 9_000, interestCents: 0, feesCents: 0, costsCents: 100 },
        interestOn: 'principal',
        rate: '5',
        dayCount: 'actual_365',
        startOn: '2026-11-01',
        basis: 'Order',
      });
      const before = desk.store.db.prepare(`SELECT * FROM ${table}`).all();
      expect(before.length).toBeGreaterThan(0);
      const columns = Object.keys(before[0] as object).filter(
        (name) =>
          ![
            'id',
            'operation_id',
            'withdrawn_at',
            'withdrawn_reason',
            'vacated_at',
            'vacated_reason',
          ].includes(name),
      );
      for (const column of columns) {
        expect(() => desk.store.db.exec(`UPDATE ${table} SET ${column} = ${column}`), column).toThrow(
          /append-only/,
        );
      }
      expect(() => desk.store.db.exec(`DELETE FROM ${table}`)).toThrow(/append-only|FOREIGN KEY/);
      expect(() => desk.store.db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow();
      expect(desk.store.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
    },
  );
});
