/** Money: what each posting does to the balance, its components, what stays open, and what is refused. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { totalOf } from '../../../../shared/domain/ledger.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

const charge = {
  kind: 'charge',
  effectiveOn: '2026-11-01',
  dueOn: '2026-12-01',
  reference: '',
  basis: '',
  memo: '',
} as const;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const openOf = async () =>
  (await desk.get('ledger.charges', { accountId })).charges.map((row) => row.openCents);
const facts = () => desk.get('accounts.get', { accountId });

describe('payments', () => {
  test('meet the oldest due charge first, and in it costs before fees before principal', async () => {
    await desk.get('ledger.addCharge', { ...charge, accountId, amountCents: 2_000, dueOn: '2026-06-15' });
    await desk.get('ledger.addCharge', {
      ...charge,
      accountId,
      kind: 'fee',
      amountCents: 500,
      dueOn: '2026-06-20',
      basisKind: 'contract',
      basis: 'Clause 7',
    });
    const paid = await desk.get('ledger.recordPayment', {
      shares: [{ accountId, amountCents: 3_000 }],
      receivedOn: '2026-11-20',
      method: 'cash',
      reference: '',
      memo: '',
    });
    const effect = paid.entries[0]?.effect;
    expect(effect?.applications.map((part) => [part.dueOn, part.cents])).toEqual([
      ['2026-06-15', 2_000],
      ['2026-06-20', 500],
      ['2026-07-01', 500],
    ]);
    expect(effect?.balanceCents).toBe(9_500);
    const { balance, oldestDueOn } = await facts();
    expect(balance).toMatchObject({ principalCents: 9_500, feesCents: 0 });
    expect(oldestDueOn).toBe('2026-07-01');
  });

  test('beyond the balance are asked about first, then kept as credit that meets the next charge', async () => {
    const refused = await desk.call('ledger.recordPayment', {
      shares: [{ accountId, amountCents: 10_001 }],
      receivedOn: '2026-11-20',
      method: 'cash',
      reference: '',
      memo: '',
    });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'payment.exceeds_balance', params: { balanceCents: 10_000 } },
    });
    await desk.pay(accountId, 10_700, { allowOverpayment: true });
    expect(await facts()).toMatchObject({
      status: 'credit',
      unappliedCents: 700,
      balance: { balanceCents: -700 },
    });
    await desk.get('ledger.addCharge', {
      ...charge,
      accountId,
      kind: 'cost',
      amountCents: 1_000,
      basisKind: 'court_order',
      basis: 'Order of 3 March',
    });
    expect(await openOf()).toEqual([0, 300]);
    // The credit sat on principal and met a cost: both come out as what is really open.
    expect(await facts()).toMatchObject({
      unappliedCents: 0,
      balance: { principalCents: 0, costsCents: 300, balanceCents: 300 },
    });
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test.each([
    ['tomorrow', { receivedOn: '2026-11-21' }, 'payment.in_future'],
    ['today', { receivedOn: '2026-11-20' }, 'ok'],
    ['the day the account was opened', { receivedOn: '2026-06-01' }, 'ok'],
    ['the day before it was opened', { receivedOn: '2026-05-31' }, 'payment.before_account'],
    ['with a card number as reference', { reference: '4111 1111 1111 1111' }, 'payment.card_number'],
    ['with a card number in the memo', { memo: 'read out 4111111111111111 by phone' }, 'payment.card_number'],
    ['with the last four digits', { reference: 'card 1111' }, 'ok'],
  ])('received %s', async (_, change, code) => {
    const input = {
      shares: [{ accountId, amountCents: 100 }],
      receivedOn: '2026-11-20',
      method: 'card' as const,
      ...change,
    };
    expect(await desk.codeOf('ledger.recordPayment', input)).toBe(code);
  });

  test('are taken in on a closed account, to which nothing can be charged', async () => {
    await desk.get('accounts.close', { accountId, reason: 'Returned to client' });
    await desk.pay(accountId, 4_000);
    expect(await desk.balance(accountId)).toBe(6_000);
    expect(await desk.codeOf('ledger.addCharge', { ...charge, accountId, amountCents: 1 })).toBe(
      'account.closed',
    );
  });

  test('show up in the facts', async () => {
    await desk.pay(accountId, 2_500, { receivedOn: '2026-11-18' });
    await desk.pay(accountId, 1_000, { receivedOn: '2026-11-15' });
    expect(await facts()).toMatchObject({
      chargedCents: 10_000,
      paidCents: 3_500,
      lastPaymentOn: '2026-11-18',
      lastPaymentCents: 2_500,
    });
  });
});

describe('charges', () => {
  test.each(['fee', 'cost'] as const)(
    'a %s needs the clause, statute or order that allows it',
    async (kind) => {
      expect(await desk.codeOf('ledger.addCharge', { ...charge, accountId, kind, amountCents: 100 })).toBe(
        'entry.needs_basis',
      );
      expect(
        await desk.codeOf('ledger.addCharge', {
          ...charge,
          accountId,
          kind,
          amountCents: 100,
          basisKind: 'contract',
          basis: 'Clause 7',
        }),
      ).toBe('ok');
    },
  );

  test('beyond what can be counted exactly are refused', async () => {
    const much = 10_000_000_001 - 10_000;
    expect(await desk.codeOf('ledger.addCharge', { ...charge, accountId, amountCents: much })).toBe(
      'money.out_of_range',
    );
    expect(await desk.balance(accountId)).toBe(10_000);
  });

  test('to an account that is not there', async () => {
    expect(await desk.codeOf('ledger.addCharge', { ...charge, accountId: 999, amountCents: 1 })).toBe(
      'account.not_found',
    );
    expect(await desk.codeOf('ledger.charges', { accountId: 999 })).toBe('account.not_found');
  });
});

describe('taking back', () => {
  test('a payment opens what it had met and leaves both entries in the ledger', async () => {
    const entryId = await desk.pay(accountId, 10_000);
    expect((await facts()).status).toBe('paid');
    const reversed = await desk.get('ledger.reverse', { entryId, reason: 'Cheque returned' });
    expect(reversed.balanceCents).toBe(10_000);
    expect(await openOf()).toEqual([10_000]);
    expect(await facts()).toMatchObject({
      status: 'active',
      lastPaymentOn: null,
      paidCents: 0,
      daysPastDue: 142,
    });
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['entry'] });
    expect(
      items.map(
        (item) => item.kind === 'entry' && [item.entryKind, item.amountCents, item.balanceAfterCents],
      ),
    ).toEqual([
      ['reversal', 10_000, 10_000],
      ['payment', -10_000, 0],
      ['charge', 10_000, 10_000],
    ]);
    expect(items[1]).toMatchObject({ reversedByEntryId: reversed.entryId });
  });

  test('with a card number for a reason is refused before it is written', async () => {
    const accountId = await desk.account();
    const entryId = await desk.pay(accountId, 4_000);
    const reason = 'Card 4111 1111 1111 1111 declined';
    expect(await desk.codeOf('ledger.reverse', { entryId, reason })).toBe('payment.card_number');
    expect(await desk.balance(accountId)).toBe(6_000);
  });

  test('twice is refused', async () => {
    const entryId = await desk.pay(accountId, 100);
    await desk.get('ledger.reverse', { entryId, reason: 'Returned' });
    expect(await desk.codeOf('ledger.reverse', { entryId, reason: 'Again' })).toBe('entry.already_reversed');
    expect(await desk.codeOf('ledger.reverse', { entryId: 999, reason: 'Nothing' })).toBe('entry.not_found');
  });

  test('a reversal posts the same again, once, and that can be taken back in its turn', async () => {
    const entryId = await desk.pay(accountId, 4_000, { reference: '1042' });
    const first = await desk.get('ledger.reverse', { entryId, reason: 'Wrong account' });
    const again = await desk.get('ledger.reverse', { entryId: first.entryId, reason: 'It was right' });
    expect(again.balanceCents).toBe(6_000);
    expect(await openOf()).toEqual([6_000]);
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['entry'] });
    expect(items[0]).toMatchObject({ entryKind: 'payment', amountCents: -4_000, reference: '1042' });
    expect(await desk.codeOf('ledger.reverse', { entryId: first.entryId, reason: 'Twice' })).toBe(
      'entry.already_reversed',
    );
    await desk.get('ledger.reverse', { entryId: again.entryId, reason: 'Wrong after all' });
    expect(await desk.balance(accountId)).toBe(10_000);
    expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  });

  test('a charge with money on it lets the money meet what else is open', async () => {
    const fee = await desk.get('ledger.addCharge', {
      ...charge,
      accountId,
      kind: 'fee',
      amountCents: 500,
      dueOn: '2026-06-10',
      basisKind: 'contract',
      basis: 'Clause 7',
    });
    await desk.pay(accountId, 700);
    expect(await openOf()).toEqual([0, 9_800]);
    await desk.get('ledger.reverse', { entryId: fee.entryId, reason: 'Mistake' });
    expect(await facts()).toMatchObject({
      chargedCents: 10_000,
      balance: { feesCents: 0, principalCents: 9_300 },
    });
    expect(await openOf()).toEqual([0, 9_300]);
  });

  test('a payment whose credit has moved to a fee takes the move back, too', async () => {
    const payment = await desk.pay(accountId, 10_600, { allowOverpayment: true });
    await desk.get('ledger.addCharge', {
      ...charge,
      accountId,
      kind: 'fee',
      amountCents: 400,
      basisKind: 'contract',
      basis: 'Clause 7',
    });
    await desk.get('ledger.reverse', { entryId: payment, reason: 'Cheque returned' });
    expect(await facts()).toMatchObject({
      unappliedCents: 0,
      balance: { principalCents: 10_000, feesCents: 400, balanceCents: 10_400 },
    });
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('one payment lets the credit of another meet what opened', async () => {
    const first = await desk.pay(accountId, 10_000);
    await desk.pay(accountId, 3_000, { allowOverpayment: true });
    await desk.get('ledger.reverse', { entryId: first, reason: 'Returned' });
    expect(await openOf()).toEqual([7_000]);
    expect((await facts()).unappliedCents).toBe(0);
  });
});

describe('appending only', () => {
  test('the same operation posts once and answers the same; other content under its id is refused', async () => {
    const operationId = randomUUID();
    const input = {
      shares: [{ accountId, amountCents: 300 }],
      receivedOn: '2026-11-20',
      method: 'cash' as const,
    };
    const first = await desk.call('ledger.recordPayment', input, operationId);
    desk.pass(dayMs);
    expect(await desk.call('ledger.recordPayment', input, operationId)).toEqual(first);
    expect(await desk.balance(accountId)).toBe(9_700);
    const other = await desk.call('ledger.recordPayment', { ...input, memo: 'Other' }, operationId);
    expect(other).toMatchObject({ ok: false, error: { code: 'call.operation_reused' } });
  });

  test.each(['entries', 'applications', 'notes', 'contacts', 'audit'])(
    '%s can be neither changed nor deleted, nor replaced',
    async (table) => {
      await desk.pay(accountId, 100);
      await desk.get('notes.add', { accountId, text: 'Kept' });
      await desk.get('contacts.record', {
        accountId,
        channel: 'call',
        direction: 'out',
        outcome: 'busy',
        phoneId: null,
        at: desk.moment().now,
        decision: { kind: 'happened' },
        seconds: null,
        text: '',
      });
      const before = desk.store.db.prepare(`SELECT * FROM ${table}`).all();
      expect(before.length).toBeGreaterThan(0);
      const column =
        (Object.keys(before[0] as object) as string[]).find((name) => name !== 'id' && name !== 'seq') ?? '';
      for (const sql of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `UPDATE ${table} SET rowid = rowid + 100`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
        `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET ${column} = ${column}`,
      ]) {
        expect(() => desk.store.db.exec(sql), sql).toThrow();
      }
      expect(desk.store.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
    },
  );
});

/** Whatever is posted in whatever order, no cent is made or lost and every figure agrees with the entries. */
test('random days of postings keep every sum', async () => {
  const operation = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('charge' as const),
        cents: fc.integer({ min: 1, max: 50_000 }),
        kind: fc.constantFrom('charge', 'fee', 'cost'),
        days: fc.integer({ min: -60, max: 60 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('pay' as const), cents: fc.integer({ min: 1, max: 60_000 }) }),
    },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('reverse' as const), which: fc.nat() }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 25 }), async (operations) => {
      const own = makeDesk();
      const id = await own.account();
      let expected = 10_000;
      for (const step of operations) {
        own.pass(1_000);
        if (step.what === 'charge') {
          const dueOn = new Date(Date.UTC(2026, 10, 20) + step.days * dayMs).toISOString().slice(0, 10);
          await own.get('ledger.addCharge', {
            ...charge,
            accountId: id,
            kind: step.kind as 'fee',
            amountCents: step.cents,
            dueOn,
            basisKind: 'contract',
            basis: 'Clause',
          });
          expected += step.cents;
        } else if (step.what === 'pay') {
          await own.pay(id, step.cents, { allowOverpayment: true });
          expected -= step.cents;
        } else {
          const entries = own.store.db
            .prepare(
              'SELECT id, principal_cents + interest_cents + fees_cents + costs_cents AS total FROM entries ORDER BY id',
            )
            .all() as { id: number; total: number }[];
          const entry = entries[step.which % entries.length];
          const result = await own.call('ledger.reverse', { entryId: entry?.id ?? 1, reason: 'Mistake' });
          if (result.ok) expected -= entry?.total ?? 0;
        }
        expect(await own.balance(id)).toBe(expected);
      }
      expect([...checkSummaries(own.store), ...checkLedger(own.store)]).toEqual([]);
      const { balance, unappliedCents } = await own.get('accounts.get', { accountId: id });
      const { charges } = await own.get('ledger.charges', { accountId: id });
      const open = charges.reduce((sum, row) => sum + row.openCents, 0);
      // What is open less what waits as credit is the balance, and credit waits only when nothing is open.
      expect(open - unappliedCents).toBe(expected);
      expect(open === 0 || unappliedCents === 0).toBe(true);
      const { balanceCents, ...parts } = balance;
      expect(totalOf(parts)).toBe(balanceCents);
      const aging = await own.get('reports.aging', { clientId: null });
      expect(aging.buckets.reduce((sum, bucket) => sum + bucket.openCents, 0) + aging.unappliedCents).toBe(
        expected,
      );
      if (unappliedCents === 0)
        expect([parts.principalCents, parts.feesCents, parts.costsCents].every((part) => part >= 0)).toBe(
          true,
        );
      own.store.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
