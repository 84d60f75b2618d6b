/**
 * Random lives of accounts through the calls, over real SQLite, beside a model that knows only sums. Every operation
 * may be sent twice, as a window does that lost its answer; whatever was refused must have written nothing. The pure
 * domain is tried far more often in `tests/shared/domain/ledger-model.test.ts`.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAccountLedger, checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { BookCallName, InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { compoundings, dayCounts } from '../../../../shared/domain/interest.ts';
import { applicationOrders, componentNames, totalOf } from '../../../../shared/domain/ledger.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';

const openedOn: Day = '2025-01-31';
// Through the day the desk is at, 20 November 2026.
const day = fc.integer({ min: 0, max: 658 }).map((days) => addDays(openedOn, days));
const cents = fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.constantFrom(1, 2, 100, 50_000_000));
const component = fc.option(fc.constantFrom(...componentNames), { nil: null });
const pick = fc.nat({ max: 100_000 });
const basis = { basisKind: 'contract', basis: 'Agreement, clause 4' } as const;

type Life = {
  readonly desk: Desk;
  readonly accountId: number;
  /** Entries posted by hand, with what each moved the balance by. */
  readonly posted: { readonly entryId: number; readonly cents: number }[];
  readonly terms: number[];
  readonly judgments: number[];
  owedCents: number;
  readonly again: boolean;
};

type Turn = { readonly name: string; run(life: Life): Promise<boolean> };

/** Sends a command, perhaps twice under one id; the second time must answer the same and write nothing. */
async function send<C extends BookCallName>(
  life: Life,
  call: C,
  input: InputOf<C>,
): Promise<OutputOf<C> | null> {
  const { desk } = life;
  const rows = () => desk.store.db.prepare('SELECT count(*) AS n FROM entries').get();
  const before = rows();
  const operationId = randomUUID();
  const first = await desk.call(call, input, operationId);
  const after = rows();
  if (!first.ok) {
    expect(after).toEqual(before);
    return null;
  }
  if (life.again) {
    expect(await desk.call(call, input, operationId)).toEqual(first);
    expect(rows()).toEqual(after);
  }
  return first.value;
}

function turn(name: string, run: Turn['run']): Turn {
  return Object.assign({ name, run }, { [fc.toStringMethod]: () => name });
}

function note(life: Life, entryId: number | undefined, moved: number): boolean {
  if (entryId === undefined) return false;
  life.posted.push({ entryId, cents: moved });
  life.owedCents += moved;
  return true;
}

const charge = fc
  .tuple(day, cents, fc.constantFrom('charge' as const, 'fee' as const, 'cost' as const))
  .map(([effectiveOn, amountCents, kind]) =>
    turn(`${kind} ${effectiveOn} ${amountCents}`, async (life) => {
      const reason = kind === 'charge' ? { basis: '' } : basis;
      const input = {
        accountId: life.accountId,
        kind,
        amountCents,
        effectiveOn,
        dueOn: effectiveOn,
        reference: '',
      };
      const done = await send(life, 'ledger.addCharge', { ...input, memo: '', ...reason });
      return note(life, done?.entryId, amountCents);
    }),
  );
const payment = fc
  .tuple(day, cents, component, fc.boolean())
  .map(([receivedOn, amountCents, only, directed]) =>
    turn(`payment ${receivedOn} ${amountCents} ${directed ? only : ''}`, async (life) => {
      const { accountId } = life;
      const done = await send(life, 'ledger.recordPayment', {
        shares: [{ accountId, amountCents }],
        receivedOn,
        method: 'cash',
        direction: directed && only ? { component: only } : null,
        allowOverpayment: true,
      });
      return note(life, done?.entries[0]?.entryId, -amountCents);
    }),
  );
const adjustment = fc
  .tuple(
    day,
    cents,
    fc.constantFrom('credit' as const, 'discount' as const, 'adjustment' as const, 'settlement' as const),
    component,
    fc.boolean(),
  )
  .map(([effectiveOn, amountCents, kind, only, up]) =>
    turn(`${kind} ${effectiveOn} ${amountCents} ${only} ${up}`, async (life) => {
      const direction = kind === 'adjustment' && up && only ? 'up' : 'down';
      const done = await send(life, 'ledger.adjust', {
        accountId: life.accountId,
        kind,
        amountCents,
        direction,
        component: only,
        effectiveOn,
        reason: 'Goodwill',
        allowedBy: 'R. Voss',
      });
      return note(life, done?.entryId, direction === 'up' ? amountCents : -amountCents);
    }),
  );
const refund = fc.tuple(day, cents).map(([effectiveOn, amountCents]) =>
  turn(`refund ${effectiveOn} ${amountCents}`, async (life) => {
    const input = {
      accountId: life.accountId,
      amountCents,
      effectiveOn,
      method: 'cheque',
      reason: 'Paid too much',
    } as const;
    const done = await send(life, 'ledger.refund', input);
    return note(life, done?.entryId, amountCents);
  }),
);
const reversal = pick.map((which) =>
  turn(`take back ${which}`, async (life) => {
    const one = life.posted[which % Math.max(1, life.posted.length)];
    if (!one) return false;
    const done = await send(life, 'ledger.reverse', { entryId: one.entryId, reason: 'Entered by mistake' });
    return note(life, done?.entryId, -one.cents);
  }),
);
const terms = fc
  .record({
    fromOn: day,
    method: fc.constantFrom('simple' as const, 'simple' as const, 'compound' as const, 'none' as const),
    rate: fc.constantFrom('5', '8.25', '12', '24.99'),
    every: fc.constantFrom(...compoundings),
    dayCount: fc.constantFrom(...dayCounts),
    capCents: fc.option(fc.constantFrom(0, 250, 40_000), { nil: null, freq: 4 }),
  })
  .map(({ every, ...row }) =>
    turn(`terms ${JSON.stringify(row)} ${every}`, async (life) => {
      const compounding = row.method === 'compound' ? every : null;
      const rate = row.method === 'none' ? '0' : row.rate;
      const input = { accountId: life.accountId, ...row, rate, compounding, ...basis };
      const done = await send(life, 'ledger.setTerms', input);
      if (done) life.terms.push(done.termsId);
      return done !== null;
    }),
  );
const withdrawal = pick.map((which) =>
  turn(`withdraw terms ${which}`, async (life) => {
    const termsId = life.terms[which % Math.max(1, life.terms.length)];
    if (termsId === undefined) return false;
    return (await send(life, 'ledger.withdrawTerms', { termsId, reason: 'No agreement was found' })) !== null;
  }),
);
const postingDay = day.map((on) =>
  turn(`post interest ${on}`, async (life) => {
    const { accountId } = life;
    return (await send(life, 'ledger.postInterest', { accountId, on, reason: 'Statement' })) !== null;
  }),
);
const judgment = fc
  .tuple(day, cents, fc.constantFrom('principal' as const, 'award' as const))
  .map(([judgedOn, sum, on]) =>
    turn(`judgment ${judgedOn} ${sum} ${on}`, async (life) => {
      const done = await send(life, 'ledger.enterJudgment', {
        accountId: life.accountId,
        judgedOn,
        court: 'County court',
        caseNumber: '',
        award: { principalCents: sum, interestCents: 300, feesCents: 0, costsCents: 4_500 },
        interestOn: on,
        rate: '9',
        dayCount: 'actual_365',
        startOn: judgedOn,
        basis: 'Order of the court',
      });
      if (done) life.judgments.push(done.judgmentId);
      return done !== null;
    }),
  );
const vacation = pick.map((which) =>
  turn(`vacate judgment ${which}`, async (life) => {
    const judgmentId = life.judgments[which % Math.max(1, life.judgments.length)];
    if (judgmentId === undefined) return false;
    return (await send(life, 'ledger.vacateJudgment', { judgmentId, reason: 'Appeal' })) !== null;
  }),
);
const order = fc.option(fc.constantFrom(...applicationOrders), { nil: null }).map((by) =>
  turn(`order ${by}`, async (life) => {
    return (await send(life, 'ledger.setOrder', { accountId: life.accountId, order: by })) !== null;
  }),
);
const explanation = day.map((asOf) =>
  turn(`explain ${asOf}`, async ({ desk, accountId }) => {
    const explained = await desk.get('ledger.explain', { accountId, asOf });
    expect(explained.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(explained.totalCents);
    expect(totalOf(explained.parts)).toBe(explained.totalCents);
    return true;
  }),
);
const turns = fc.array(
  fc.record({
    turn: fc.oneof(
      { arbitrary: payment, weight: 5 },
      { arbitrary: charge, weight: 3 },
      { arbitrary: reversal, weight: 4 },
      { arbitrary: terms, weight: 3 },
      { arbitrary: adjustment, weight: 3 },
      { arbitrary: explanation, weight: 2 },
      { arbitrary: refund, weight: 1 },
      { arbitrary: withdrawal, weight: 1 },
      { arbitrary: postingDay, weight: 1 },
      { arbitrary: judgment, weight: 1 },
      { arbitrary: vacation, weight: 1 },
      { arbitrary: order, weight: 1 },
    ),
    again: fc.boolean(),
  }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Interest and judgments in force: what nobody typed as a sum of this account. */
function derivedCents(desk: Desk, accountId: number): number {
  const row = desk.store.db
    .prepare(
      `SELECT coalesce(sum(principal_cents + interest_cents + fees_cents + costs_cents), 0) AS cents FROM entries e
       WHERE account_id = ? AND derived = 1 AND kind IN ('interest', 'merger', 'judgment')
         AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)`,
    )
    .get(accountId) as { cents: number };
  return row.cents;
}

/** What was forgiven of interest that terms or judgments then took away, owed again with what is left of the forgiveness. */
function forgivenAgainCents(desk: Desk, accountId: number): number {
  const cents = desk.store.db
    .prepare(
      `SELECT coalesce(sum(principal_cents + interest_cents + fees_cents + costs_cents), 0) FROM entries
       WHERE account_id = :accountId AND derived = 0 AND operation_id IN
         (SELECT operation_id FROM entries
          WHERE account_id = :accountId AND kind = 'reversal' AND memo = 'Forgiven more than was owed')`,
    )
    .pluck()
    .get({ accountId });
  return cents as number;
}

it('keeps every cent through 5,000 random operations over real SQLite, retried ones once', async () => {
  const desk = makeDesk();
  let operations = 0;
  await fc.assert(
    fc.asyncProperty(turns, async (list) => {
      const amountCents = 250_000;
      const accountId = await desk.account({ openedOn, dueOn: openedOn, amountCents });
      const life = { desk, accountId, posted: [], terms: [], judgments: [], owedCents: amountCents };
      const state: Life = { ...life, again: false };
      for (const { turn: one, again } of list) {
        const now: Life = Object.assign(state, { again });
        if (await one.run(now)) operations += 1;
        expect(checkAccountLedger(desk.store, accountId), one.name).toEqual([]);
        const owed = state.owedCents + derivedCents(desk, accountId) + forgivenAgainCents(desk, accountId);
        expect(await desk.balance(accountId), one.name).toBe(owed);
      }
    }),
    { seed: 20_261_122, numRuns: 280 },
  );
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  expect(operations).toBeGreaterThanOrEqual(5_000);
}, 180_000);
