/** A plan that lives: versions that stay, payments and bounces across them, reminders that move along, several accounts. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { takeDueReminders } from '../../../../electron/book/services/due-reminders.ts';
import { insertPlan, insertPlanVersion } from '../../../../electron/book/store/queries/plans.ts';
import { checkSummaries, refreshSummary } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { scheduleOf } from '../../../../shared/domain/plan.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const terms = { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-12-01' } as const;
const start = async (change: Partial<InputOf<'plans.start'>['terms']> = {}) =>
  (await desk.get('plans.start', { accountId, terms: { ...terms, ...change } })).planId;
const plan = async (of = accountId) => {
  const found = (await desk.get('plans.get', { accountId: of })).plan;
  if (!found) throw new Error('no plan');
  return found;
};
const parts = async () =>
  (await plan()).instalments.map((part) => [part.number, part.dueOn, part.amountCents, part.paidCents]);
const status = async (of = accountId) => (await desk.get('accounts.get', { accountId: of })).status;
/** Those that will ring, of misses too, which no list shows before. */
const reminders = async (of = accountId) =>
  desk.store
    .sql(`SELECT text FROM reminders WHERE account_id = ? AND state = 'open' ORDER BY due_at, id`)
    .pluck()
    .all(of) as string[];
const change = async (planId: number, what: InputOf<'plans.change'>['change']) =>
  desk.get('plans.change', { planId, change: what, reason: 'Asked on the phone' });
const instalmentOn = () =>
  desk.store
    .sql('SELECT account_id, instalment_on FROM account_summaries WHERE instalment_on IS NOT NULL')
    .raw()
    .all();

async function take(): Promise<string[]> {
  const around = makeSurroundings(desk.store, desk.moment()) as unknown as ErrandContext;
  const taken = await takeDueReminders(around, {
    missedBefore: desk.moment().now,
    operationId: randomUUID(),
  });
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.map(({ text }) => text);
}

describe('a change makes the next version', () => {
  test('a skipped instalment follows after the last, reminders move along, and the first version stays', async () => {
    const planId = await start();
    desk.pass(1_000);
    await desk.pay(accountId, 3_000);
    expect(await change(planId, { change: 'skip', number: 2 })).toEqual({ version: 2 });
    expect(await parts()).toEqual([
      [1, '2027-02-01', 3_000, 0],
      [2, '2027-03-01', 3_000, 0],
    ]);
    expect(await plan()).toMatchObject({ version: 2, totalCents: 9_000, paidCents: 3_000, state: 'active' });
    expect(instalmentOn()).toEqual([[accountId, '2027-02-01']]);
    expect(await reminders()).toEqual([
      'Instalment 1 of 2, $30.00, due 1 Feb 2027',
      'Instalment 1 of 2 was missed: $30.00 was due 1 Feb 2027',
      'Instalment 2 of 2, $30.00, due 1 Mar 2027',
      'Instalment 2 of 2 was missed: $30.00 was due 1 Mar 2027',
    ]);
    const { versions } = await desk.get('plans.versions', { planId });
    expect(
      versions.map(({ version, reason, totalCents, receivedBeforeCents, instalments }) => [
        version,
        reason,
        totalCents,
        receivedBeforeCents,
        instalments.map(({ dueOn }) => dueOn),
      ]),
    ).toEqual([
      [1, 'Agreed', 9_000, 0, ['2026-12-01', '2027-01-01', '2027-02-01']],
      [2, 'Asked on the phone', 6_000, 3_000, ['2027-02-01', '2027-03-01']],
    ]);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('a preview says the same and writes nothing', async () => {
    const planId = await start();
    const asked = { change: 'redate', nextOn: '2026-12-15' } as const;
    const preview = await desk.get('plans.previewChange', { planId, change: asked });
    expect((await plan()).version).toBe(1);
    await change(planId, asked);
    expect((await plan()).instalments.map(({ dueOn }) => dueOn)).toEqual(
      preview.instalments.map(({ dueOn }) => dueOn),
    );
    expect(preview).toMatchObject({ totalCents: 9_000, instalments: [{ dueOn: '2026-12-15' }, {}, {}] });
  });

  test('a pause leaves nothing due and nothing rung until its end', async () => {
    const planId = await start();
    await change(planId, { change: 'pause', until: '2027-03-01' });
    expect(await plan()).toMatchObject({ pausedUntil: '2027-03-01', nextDueOn: '2027-03-01' });
    desk.pass(100 * dayMs);
    expect([desk.today(), await take(), (await plan()).missed]).toEqual(['2027-02-28', [], 0]);
    desk.pass(dayMs);
    expect(await take()).toEqual(['Instalment 1 of 3, $30.00, due 1 Mar 2027']);
    expect((await plan()).pausedUntil).toBeNull();
  });

  test('what was missed is caught up with the next one', async () => {
    const planId = await start();
    expect(await desk.codeOf('plans.change', { ...caughtUp, planId })).toBe('plan.nothing_missed');
    desk.pass(15 * dayMs);
    expect((await plan()).missed).toBe(1);
    await desk.get('plans.change', { ...caughtUp, planId });
    expect(await parts()).toEqual([
      [1, '2027-01-01', 6_000, 0],
      [2, '2027-02-01', 3_000, 0],
    ]);
    expect((await plan()).missed).toBe(0);
  });
  const caughtUp = {
    change: { change: 'catch_up', how: 'with_next', over: null },
    reason: 'Agreed',
  } as const;

  test('new terms must come to what is left, and start today or later', async () => {
    const planId = await start();
    desk.pass(1_000);
    await desk.pay(accountId, 4_000);
    const amend = (totalCents: number, firstOn: string) =>
      desk.call('plans.change', {
        planId,
        change: {
          change: 'amend',
          terms: { totalCents, count: 5, frequency: 'weekly', firstOn },
        },
        reason: 'New job, paid weekly',
      });
    expect(await amend(9_000, '2026-12-04')).toMatchObject({
      error: { code: 'plan.not_adding_up', params: { totalCents: 5_000 } },
    });
    expect(await amend(5_000, '2026-11-19')).toMatchObject({ error: { code: 'plan.before_today' } });
    expect(await amend(5_000, '2026-12-04')).toMatchObject({ ok: true });
    expect(await plan()).toMatchObject({ totalCents: 9_000, paidCents: 4_000, frequency: 'weekly' });
    const { offers } = await desk.get('offers.list', { accountId });
    expect(offers[0]).toMatchObject({ outcome: 'accepted', totalCents: 5_000, madeBy: 'office' });
  });

  test.each([
    ['a plan that is none', { planId: 99 }, 'plan.not_found'],
    ['a day gone by', { change: { change: 'redate', nextOn: '2026-11-19' } }, 'plan.before_today'],
    ['a pause until yesterday', { change: { change: 'pause', until: '2026-11-19' } }, 'plan.before_today'],
    ['an instalment that is none', { change: { change: 'skip', number: 9 } }, 'plan.nothing_to_skip'],
  ] as const)('refuses %s', async (_, what, code) => {
    const planId = await start();
    const change = { change: 'skip', number: 1 } as const;
    expect(await desk.codeOf('plans.change', { planId, change, reason: 'x', ...what })).toBe(code);
  });

  test('a retried change is one version', async () => {
    const planId = await start();
    const input = { planId, change: { change: 'skip', number: 1 }, reason: 'Illness' } as const;
    const operationId = randomUUID();
    const first = await desk.call('plans.change', input, operationId);
    expect(await desk.call('plans.change', input, operationId)).toEqual(first);
    expect((await plan()).version).toBe(2);
  });

  test('an ended plan is not changed', async () => {
    const planId = await start();
    await desk.get('plans.cancel', { planId, reason: 'Moved away' });
    expect(await plan()).toMatchObject({ state: 'cancelled', endedReason: 'Moved away' });
    expect(
      await desk.codeOf('plans.change', { planId, change: { change: 'skip', number: 1 }, reason: 'x' }),
    ).toBe('plan.not_active');
  });
});

describe('payments across versions', () => {
  test('meet the version in force, and complete it', async () => {
    const planId = await start();
    desk.pass(1_000);
    await desk.pay(accountId, 4_000);
    await change(planId, { change: 'pause', until: '2027-01-01' });
    expect(await parts()).toEqual([
      [1, '2027-01-01', 2_000, 0],
      [2, '2027-02-01', 3_000, 0],
    ]);
    desk.pass(1_000);
    await desk.pay(accountId, 5_000);
    expect(await plan()).toMatchObject({ state: 'completed', paidCents: 9_000, missed: 0 });
    expect(await reminders()).toEqual([]);
  });

  test('one of before the change that bounces is owed with the next instalment, and with the next version', async () => {
    const planId = await start();
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 3_000);
    await change(planId, { change: 'skip', number: 2 });
    desk.pass(1_000);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await plan()).toMatchObject({ totalCents: 9_000, paidCents: 0, state: 'active' });
    await desk.pay(accountId, 4_000);
    expect((await parts()).map((part) => part[3])).toEqual([1_000, 0]);
    await change(planId, { change: 'redate', nextOn: '2026-12-20' });
    expect(await parts()).toEqual([
      [1, '2026-12-20', 2_000, 0],
      [2, '2027-01-20', 3_000, 0],
    ]);
    expect(await plan()).toMatchObject({ totalCents: 9_000, paidCents: 4_000 });
  });

  test('a bounce before anything else came is not lost in the next version', async () => {
    const planId = await start();
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 3_000);
    await change(planId, { change: 'skip', number: 2 });
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    await change(planId, { change: 'redate', nextOn: '2026-12-20' });
    expect(await plan()).toMatchObject({ totalCents: 9_000, paidCents: 0 });
    expect((await parts()).map((part) => part[2])).toEqual([6_000, 3_000]);
  });
});

describe('reminders', () => {
  test('of a paid instalment go silent with the payment and come back when it bounces', async () => {
    await start();
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 4_000);
    expect(await reminders()).toEqual([
      'Instalment 2 of 3, $20.00 of $30.00, due 1 Jan 2027',
      'Instalment 2 of 3 was missed: $20.00 of $30.00 was due 1 Jan 2027',
      'Instalment 3 of 3, $30.00, due 1 Feb 2027',
      'Instalment 3 of 3 was missed: $30.00 was due 1 Feb 2027',
    ]);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await reminders()).toHaveLength(6);
    expect((await reminders())[0]).toBe('Instalment 1 of 3, $30.00, due 1 Dec 2026');
  });

  test('of a miss are listed only once there is one', async () => {
    await start();
    const listed = async () =>
      (await desk.get('reminders.list', { accountId, until: null, limit: 100 })).reminders.length;
    expect(await listed()).toBe(3);
    desk.pass(15 * dayMs);
    expect(await listed()).toBe(4);
  });

  test('that a person put away stay away', async () => {
    await start();
    const { reminders: open } = await desk.get('reminders.list', { accountId, until: null, limit: 1 });
    await desk.get('reminders.cancel', { reminderId: open[0]?.reminderId ?? 0 });
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 4_000);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await reminders()).toHaveLength(5);
  });

  test('say that one was missed on the morning after its grace, instead of that it is due', async () => {
    await start();
    desk.pass(15 * dayMs);
    expect(desk.today()).toBe('2026-12-05');
    expect(await take()).toEqual([
      'Instalment 1 of 3, $30.00, due 1 Dec 2026',
      'Instalment 1 of 3 was missed: $30.00 was due 1 Dec 2026',
    ]);
    expect(await reminders()).not.toContain('Instalment 1 of 3, $30.00, due 1 Dec 2026');
    expect(await reminders()).toContain('Instalment 1 of 3 was missed: $30.00 was due 1 Dec 2026');
  });

  test('of a plan made before instalments were kept with them work as they did', async () => {
    const schedule = scheduleOf(terms);
    if (!schedule.ok) throw new Error(schedule.error.code);
    const made = { accountId, startedOn: desk.today(), madeAt: desk.moment().now, author: 'Desk' };
    const planId = insertPlan(desk.store, made);
    insertPlanVersion(desk.store, { ...terms, planId, version: 1, madeAt: made.madeAt }, schedule.value);
    refreshSummary(desk.store, accountId);
    desk.pass(1_000);
    await desk.pay(accountId, 3_000);
    expect(await plan()).toMatchObject({ paidCents: 3_000, nextDueOn: '2027-01-01' });
    await change(planId, { change: 'skip', number: 2 });
    expect((await plan()).instalments.map(({ dueOn }) => dueOn)).toEqual(['2027-02-01', '2027-03-01']);
    desk.pass(1_000);
    await desk.pay(accountId, 6_000);
    expect((await plan()).state).toBe('completed');
  });
});

describe('with interest', () => {
  beforeEach(() =>
    desk.get('ledger.setTerms', {
      accountId,
      fromOn: '2026-11-10',
      method: 'simple',
      rate: '12',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    }),
  );

  test('a plan is reckoned from the balance with what has accrued', async () => {
    const basis = await desk.get('plans.basis', { accountIds: [accountId] });
    // Ten days of 100.00 at 12 % are 32.9 cents.
    expect(basis).toMatchObject({
      today: '2026-11-20',
      owedCents: 10_033,
      interest: { rate: '12', dayCount: 'actual_365', fromOn: '2026-11-20', baseCents: 10_000 },
      mixedTerms: false,
    });
    expect(await desk.codeOf('plans.start', { accountId, terms: { ...terms, totalCents: 10_034 } })).toBe(
      'plan.over_balance',
    );
    await start({ totalCents: 10_033, interest: basis.interest });
    const { totalCents, instalments } = await plan();
    expect(totalCents).toBe(instalments.reduce((sum, part) => sum + part.amountCents, 0));
    expect(totalCents).toBeGreaterThan(10_033);
    // Paid on its days, it ends with nothing owed.
    for (const { dueOn, amountCents } of instalments) {
      desk.pass(Date.parse(dueOn) - Date.parse(desk.today()));
      // The ledger rounds when it posts, a plan for every instalment: a cent each may be between them at the end.
      const { owedCents } = await desk.get('plans.basis', { accountIds: [accountId] });
      expect(amountCents - owedCents).toBeLessThanOrEqual(instalments.length);
      await desk.pay(accountId, Math.min(amountCents, owedCents));
    }
    expect(await plan()).toMatchObject({ state: 'completed' });
    expect(await desk.balance(accountId)).toBe(0);
  });

  test('one that is paid off early is completed, though less came than planned', async () => {
    const { interest } = await desk.get('plans.basis', { accountIds: [accountId] });
    await start({ totalCents: 10_033, interest });
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 10_033);
    expect(await plan()).toMatchObject({ state: 'completed', endedReason: 'Nothing is owed any more' });
    desk.pass(dayMs);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 0 });
    expect(await status()).toBe('plan');
  });

  test('instalments the interest eats up are refused with the least that pays it off', async () => {
    const asked = {
      totalCents: 10_033,
      count: 600,
      frequency: 'monthly',
      amountCents: 90,
      firstOn: '2026-12-01',
    } as const;
    const { interest } = await desk.get('plans.basis', { accountIds: [accountId] });
    for (const reckoned of [interest, null]) {
      const result = await desk.call('plans.start', { accountId, terms: { ...asked, interest: reckoned } });
      expect(result).toMatchObject({ ok: false, error: { code: 'plan.never_pays_off' } });
      if (result.ok) continue;
      expect(result.error.params).toMatchObject({ leastCents: expect.any(Number) });
    }
  });
});

describe('over several accounts of a debtor', () => {
  let other: number;
  beforeEach(async () => {
    other = await accountBeside(desk, accountId, { number: 'B-2', amountCents: 5_000 });
    desk.pass(1_000);
  });
  const startBoth = async () =>
    (
      await desk.get('plans.start', {
        accountId,
        alsoAccountIds: [other],
        terms: { ...terms, totalCents: 15_000 },
      })
    ).planId;
  const payBoth = (first: number, second: number) =>
    desk.get('ledger.recordPayment', {
      shares: [
        { accountId, amountCents: first },
        { accountId: other, amountCents: second },
      ],
      receivedOn: desk.today(),
      method: 'cheque',
      reference: '',
      memo: '',
    });

  test('every account shows it, instalments are counted once, and payments on any count', async () => {
    await startBoth();
    expect([await status(), await status(other)]).toEqual(['plan', 'plan']);
    expect(instalmentOn()).toEqual([[accountId, '2026-12-01']]);
    expect((await plan(other)).accounts.map((one) => one.accountId)).toEqual([accountId, other]);
    desk.pass(1_000);
    await desk.pay(other, 5_000);
    expect(await plan()).toMatchObject({ paidCents: 5_000, nextDueOn: '2027-01-01' });
    // The account the plan is kept with shows it, too.
    expect(instalmentOn()).toEqual([[accountId, '2027-01-01']]);
    expect((await desk.get('plans.list', {})).plans).toHaveLength(1);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('one payment over both completes it, and taking it back lets both run on', async () => {
    await startBoth();
    desk.pass(1_000);
    const paid = await payBoth(10_000, 5_000);
    expect((await plan()).state).toBe('completed');
    expect([await status(), await status(other)]).toEqual(['paid', 'paid']);
    await desk.get('ledger.takeBackPayment', { entryId: paid.entries[1]?.entryId ?? 0, reason: 'No funds' });
    expect((await plan()).state).toBe('active');
    expect([await status(), await status(other)]).toEqual(['plan', 'plan']);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('an account that is paid and closed leaves it running with the others', async () => {
    await startBoth();
    desk.pass(1_000);
    await desk.pay(accountId, 10_000);
    await desk.get('accounts.close', { accountId, reason: 'Paid' });
    expect(await plan(other)).toMatchObject({ state: 'active', accountId: other, paidCents: 10_000 });
    expect(instalmentOn()).toEqual([[other, '2027-02-01']]);
    expect(await reminders(other)).toHaveLength(2);
    expect(await status(other)).toBe('plan');
    const { planId } = await plan(other);
    const moved = { change: 'redate', nextOn: '2027-02-10' } as const;
    expect(await desk.codeOf('plans.previewChange', { planId, change: moved })).toBe('ok');
    expect(await desk.codeOf('plans.basis', { accountIds: [accountId, other] })).toBe('ok');
    await desk.pay(other, 5_000);
    expect((await plan(other)).state).toBe('completed');
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('one that is closed while it owes ends it', async () => {
    await startBoth();
    await desk.get('accounts.close', { accountId: other, reason: 'Returned to the client' });
    expect(await plan()).toMatchObject({ state: 'cancelled', endedReason: 'The account was closed' });
    expect(await status()).toBe('active');
    expect(await reminders()).toEqual([]);
  });

  test('is refused over another debtor’s account, a closed one, and one that is in a plan', async () => {
    const strange = await desk.account({ number: 'S', debtorName: 'Ines Quarles' });
    const start = (alsoAccountIds: number[]) =>
      desk.codeOf('plans.start', { accountId, alsoAccountIds, terms });
    expect(await start([strange])).toBe('plan.other_debtor');
    const closed = await accountBeside(desk, accountId, { number: 'B-3' });
    await desk.get('accounts.close', { accountId: closed, reason: 'Returned' });
    expect(await start([closed])).toBe('account.closed');
    expect(await start([77])).toBe('account.not_found');
    await desk.get('plans.start', { accountId: other, terms: { ...terms, totalCents: 5_000 } });
    expect(await start([other])).toBe('plan.exists');
    expect(await start([])).toBe('ok');
    // And in one that is kept with another account.
    const third = await accountBeside(desk, accountId, { number: 'B-4' });
    expect(await desk.codeOf('plans.start', { accountId: third, alsoAccountIds: [accountId], terms })).toBe(
      'plan.exists',
    );
  });
});
