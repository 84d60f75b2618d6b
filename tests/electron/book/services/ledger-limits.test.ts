/** Figures past what an account or a sum can be, and interest over a judgment: what is refused, and what must still go through. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});

const basis = { basisKind: 'contract', basis: 'Agreement §4' } as const;
const monthly = {
  fromOn: '2026-07-01',
  method: 'compound',
  rate: '100',
  compounding: 'monthly',
  dayCount: 'actual_365',
  capCents: null,
  confirmHighRate: true,
  ...basis,
} as const;
const plain = {
  method: 'simple',
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  ...basis,
} as const;
const stop = { ...plain, method: 'none', rate: '0' } as const;

describe('a figure no sum can be', () => {
  test('is said of a day far off, and counted by the payoff report beside other accounts', async () => {
    const large = await desk.account({ amountCents: 100_000 });
    const other = await desk.account({ amountCents: 5_000 });
    await desk.get('ledger.setTerms', { accountId: large, ...monthly });
    const asOf = '2060-01-01';
    expect(await desk.codeOf('ledger.explain', { accountId: large, asOf })).toBe('money.out_of_range');
    const promise = { accountId: large, amountCents: 100, dueOn: asOf };
    expect(await desk.codeOf('promises.record', promise)).toBe('money.out_of_range');
    expect((await desk.get('reports.payoff', { asOf })).clients).toMatchObject([
      { accounts: 2, outOfRange: 1, postedCents: 5_000, payoffCents: 5_000 },
    ]);
    expect((await desk.get('ledger.explain', { accountId: other, asOf })).totalCents).toBe(5_000);
    expect((await desk.get('reports.payoff', { asOf: desk.today() })).clients[0]?.outOfRange).toBe(0);
  });

  test('is not reached by terms: they are refused, and nothing changes', async () => {
    const accountId = await desk.account({
      amountCents: 100_000,
      openedOn: '1960-01-01',
      dueOn: '1960-01-01',
    });
    const terms = { accountId, ...monthly, fromOn: '1960-01-01' };
    expect(await desk.codeOf('ledger.setTerms', terms)).toBe('money.out_of_range');
    expect((await desk.get('ledger.terms', { accountId })).terms).toEqual([]);
    expect((await desk.get('plans.basis', { accountIds: [accountId] })).owedCents).toBe(100_000);
    await desk.get('ledger.setTerms', { ...terms, ...plain, rate: '10' });
  });
});

describe('an account as large as one may be', () => {
  const most = 10_000_000_000;

  test('bears no interest on top', async () => {
    const accountId = await desk.account({ amountCents: most });
    const terms = { accountId, ...plain, fromOn: '2026-07-01', rate: '10' };
    expect(await desk.codeOf('ledger.setTerms', terms)).toBe('money.out_of_range');
    expect(await desk.codeOf('ledger.setTerms', { ...terms, fromOn: '2027-01-01' })).toBe('ok');
  });

  test('takes in and gives back money when interest has led it past that; nothing else is added', async () => {
    const accountId = await desk.account({ amountCents: most });
    await desk.get('ledger.setTerms', { accountId, ...plain, fromOn: '2026-11-21', rate: '10' });
    desk.pass(60 * dayMs);
    const entryId = await desk.pay(accountId, 100);
    expect(await desk.balance(accountId)).toBeGreaterThan(most);
    expect(await desk.codeOf('ledger.postInterest', { accountId, on: desk.today(), reason: 'x' })).toBe(
      'money.out_of_range',
    );
    expect(
      await desk.codeOf('ledger.addCharge', {
        accountId,
        kind: 'charge',
        amountCents: 1,
        effectiveOn: desk.today(),
        dueOn: desk.today(),
        reference: '',
        basis: '',
        memo: '',
      }),
    ).toBe('money.out_of_range');
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    await desk.get('ledger.setTerms', { accountId, ...stop, fromOn: '2026-12-01' });
    const writeOff = {
      kind: 'write_off',
      amountCents: null,
      reason: 'Lost',
      allowedBy: 'The board',
    } as const;
    await desk.get('ledger.adjust', { accountId, ...writeOff, effectiveOn: desk.today() });
    expect(await desk.balance(accountId)).toBe(0);
    expect(checkLedger(desk.store)).toEqual([]);
  });
});

describe('terms after a judgment', () => {
  const judgment = {
    judgedOn: '2026-10-01',
    court: 'County Court',
    caseNumber: '',
    award: { principalCents: 100_000, interestCents: 0, feesCents: 0, costsCents: 0 },
    interestOn: 'award',
    rate: '9',
    dayCount: 'actual_365',
    startOn: '2026-10-01',
    basis: '28 U.S.C. 1961',
  } as const;
  const accrued = async (accountId: number, asOf: string) =>
    (await desk.get('ledger.explain', { accountId, asOf })).totalCents - 100_000;

  test('stop its interest from their day on, and begin it again at their own rate', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.enterJudgment', { accountId, ...judgment });
    await desk.get('ledger.setTerms', { accountId, ...stop, fromOn: '2026-11-01' });
    // 100,000 x 9 % x 31 / 365
    expect(await accrued(accountId, '2026-12-01')).toBe(764);
    await desk.get('ledger.setTerms', { accountId, ...plain, rate: '5', fromOn: '2026-12-01' });
    // and 5 % x 31 / 365 more: 1,189.04 together
    expect(await accrued(accountId, '2027-01-01')).toBe(1_189);
    expect((await desk.get('reports.payoff', { asOf: '2027-01-01' })).clients[0]?.payoffCents).toBe(101_189);
    expect(checkLedger(desk.store)).toEqual([]);
  });

  test('set for a day before its interest starts leave it none', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.enterJudgment', { accountId, ...judgment, startOn: '2026-10-31' });
    await desk.get('ledger.setTerms', { accountId, ...stop, fromOn: '2026-10-15' });
    expect(await accrued(accountId, '2026-12-01')).toBe(0);
  });

  test('that were agreed before it merge in it, whatever day they are from, and are back when it is vacated', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.setTerms', { accountId, ...stop, fromOn: '2026-11-01' });
    desk.pass(1000);
    const { judgmentId } = await desk.get('ledger.enterJudgment', { accountId, ...judgment });
    // 9 % x 61 / 365
    expect(await accrued(accountId, '2026-12-01')).toBe(1_504);
    desk.pass(1000);
    await desk.get('ledger.setTerms', { accountId, ...plain, rate: '12', fromOn: '2026-11-11' });
    await desk.get('ledger.vacateJudgment', { judgmentId, reason: 'On appeal' });
    // 12 % x 20 / 365: the terms of before the judgment, then those of after it
    expect(await accrued(accountId, '2026-12-01')).toBe(658);
    expect(checkLedger(desk.store)).toEqual([]);
  });
});

describe('what was forgiven of interest that is not owed any more', () => {
  const forgive = { amountCents: null, reason: 'Lost', allowedBy: 'The board' } as const;
  const yearly = { ...plain, fromOn: '2026-07-01', rate: '12' } as const;
  const withdraw = async (accountId: number) => {
    const termsId = (await desk.get('ledger.terms', { accountId })).terms[0]?.termsId ?? 0;
    await desk.get('ledger.withdrawTerms', { termsId, reason: 'No basis' });
    expect(checkLedger(desk.store)).toEqual([]);
  };

  test('is no credit', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.setTerms', { accountId, ...yearly });
    await desk.get('ledger.adjust', { accountId, kind: 'write_off', ...forgive, effectiveOn: desk.today() });
    await withdraw(accountId);
    expect(await desk.balance(accountId)).toBe(0);
    expect((await desk.get('accounts.get', { accountId })).status).not.toBe('credit');
    const { lines } = await desk.get('ledger.explain', { accountId, asOf: desk.today() });
    expect(lines.at(-1)).toMatchObject({ kind: 'write_off', cents: -100_000, balanceCents: 0 });
  });

  test('nor is it after a recovery', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.setTerms', { accountId, ...yearly });
    await desk.get('ledger.adjust', { accountId, kind: 'write_off', ...forgive, effectiveOn: desk.today() });
    await desk.pay(accountId, 30_000);
    await withdraw(accountId);
    expect(await desk.balance(accountId)).toBe(0);
  });

  test('while money beyond all that was charged is', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    await desk.get('ledger.setTerms', { accountId, ...yearly });
    await desk.pay(accountId, 104_000);
    await desk.get('ledger.adjust', {
      accountId,
      kind: 'discount',
      ...forgive,
      amountCents: 600,
      effectiveOn: desk.today(),
    });
    await withdraw(accountId);
    expect(await desk.balance(accountId)).toBe(-4_000);
  });
});

test('a closed account is charged no fee for a payment that came back; the payment is taken back without it', async () => {
  const policy = {
    applicationOrder: null,
    leastPaymentCents: null,
    longestMonths: null,
    leastSettlementShare: null,
    mayGoBelow: '',
    returnedFeeCents: 2_500,
    returnedFeeBasisKind: 'contract',
    returnedFeeBasis: 'Agreement §7',
    graceDays: null,
  } as const;
  await desk.get('policies.set', { clientId: null, policy });
  const accountId = await desk.account();
  const entryId = await desk.pay(accountId, 4_000);
  await desk.get('accounts.close', { accountId, reason: 'Returned to client' });
  const back = (chargeFee: boolean) =>
    desk.codeOf('ledger.takeBackPayment', {
      entryId,
      reason: 'No funds',
      returned: { on: desk.today(), chargeFee },
    });
  expect(await back(true)).toBe('payment.returned_fee_closed');
  expect(await back(false)).toBe('ok');
  expect(await desk.balance(accountId)).toBe(10_000);
});
