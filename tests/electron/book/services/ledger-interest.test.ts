/** Interest, backdating, judgments and explanations through the calls, each held against its replay at the end. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Explanation } from '../../../../shared/contract/ledger.ts';
import { addDays } from '../../../../shared/domain/days.ts';
import { totalOf } from '../../../../shared/domain/ledger.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  // 10,000.00 due on 1 January 2026.
  accountId = await desk.account({ openedOn: '2026-01-01', dueOn: '2026-01-01', amountCents: 1_000_000 });
});
afterEach(() => {
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
});

const terms = {
  fromOn: '2026-01-01',
  method: 'simple',
  rate: '7.3',
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basisKind: 'contract',
  basis: 'Agreement, clause 4',
} as const satisfies Partial<InputOf<'ledger.setTerms'>>;

const setTerms = (change: Partial<InputOf<'ledger.setTerms'>> = {}) =>
  desk.get('ledger.setTerms', { ...terms, accountId, ...change });
const explain = (asOf: string, knownOn: string | null = null) =>
  desk.get('ledger.explain', { accountId, asOf, knownOn });
const balance = async () => (await desk.get('accounts.get', { accountId })).balance;
/** Of what is posted as interest and stands, day by day. */
const posted = () =>
  desk.store.db
    .prepare(
      `SELECT effective_on AS "on", interest_cents AS cents FROM entries e
       WHERE kind = 'interest' AND derived = 1 AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)
       ORDER BY effective_on`,
    )
    .all();

function addsUp(explanation: Explanation): void {
  expect(explanation.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(explanation.totalCents);
  expect(totalOf(explanation.parts)).toBe(explanation.totalCents);
  for (const line of explanation.lines) {
    if (line.line !== 'interest') continue;
    expect(line.segments.reduce((sum, segment) => sum + segment.roundedCents, 0)).toBe(line.cents);
  }
}

describe('interest', () => {
  test('is posted with a payment, rounded once, and the payment meets it', async () => {
    await setTerms();
    // 100 days at 2.00 a day.
    const { entries } = await desk.get('ledger.recordPayment', {
      shares: [{ accountId, amountCents: 50_000 }],
      receivedOn: '2026-04-11',
      method: 'cheque',
    });
    const effect = entries[0]?.effect;
    expect(effect?.interest).toEqual([{ on: '2026-04-11', cents: 20_000 }]);
    expect(effect?.balanceCents).toBe(970_000);
    expect(posted()).toEqual([{ on: '2026-04-11', cents: 20_000 }]);
    // By due day: the principal fell due before the interest.
    expect(await balance()).toMatchObject({ principalCents: 950_000, interestCents: 20_000 });
  });

  test('a backdated payment takes back what was posted too much and says so', async () => {
    await setTerms();
    await desk.pay(accountId, 50_000, { receivedOn: '2026-04-11' });
    const preview = await desk.get('ledger.previewPayment', {
      shares: [{ accountId, amountCents: 500_000 }],
      receivedOn: '2026-11-20',
      effectiveOn: '2026-02-20',
      method: 'cheque',
    });
    const before = desk.store.db.prepare('SELECT * FROM entries').all();
    const { entries } = await desk.get('ledger.recordPayment', {
      shares: [{ accountId, amountCents: 500_000 }],
      receivedOn: '2026-11-20',
      effectiveOn: '2026-02-20',
      method: 'cheque',
    });
    const effect = entries[0]?.effect;
    // 50 days at 2.00, then 50 days at 1.00 on the half that is left.
    expect(posted()).toEqual([
      { on: '2026-02-20', cents: 10_000 },
      { on: '2026-04-11', cents: 5_000 },
    ]);
    expect(effect?.changes).toEqual([
      { what: 'interest_lower', on: '2026-04-11', beforeCents: 20_000, afterCents: 5_000 },
    ]);
    const { applications: _, ...shown } = effect ?? {};
    const { applications: __, ...previewed } = preview.effects[0] ?? {};
    expect(previewed).toEqual(shown);
    // Nothing that stood was changed.
    expect(desk.store.db.prepare('SELECT * FROM entries').all().slice(0, before.length)).toEqual(before);
    addsUp(await explain('2026-11-20'));
  });

  test('entered in either order, two payments give the same figures', async () => {
    const other = await desk.account({
      openedOn: '2026-01-01',
      dueOn: '2026-01-01',
      amountCents: 1_000_000,
    });
    for (const id of [accountId, other])
      await setTerms({ accountId: id, method: 'compound', compounding: 'monthly' });
    const early = { receivedOn: '2026-03-03' };
    const late = { receivedOn: '2026-07-19' };
    await desk.pay(accountId, 123_456, early);
    await desk.pay(accountId, 234_567, late);
    await desk.pay(other, 234_567, late);
    await desk.pay(other, 123_456, early);
    const facts = await Promise.all(
      [accountId, other].map((id) => desk.get('ledger.explain', { accountId: id, asOf: '2027-02-28' })),
    );
    expect(facts[0]?.parts).toEqual(facts[1]?.parts);
    expect(facts[0]?.totalCents).toBe(facts[1]?.totalCents);
  });

  test('terms from the same day replace the earlier; withdrawing them gives back what they posted', async () => {
    await setTerms();
    await desk.pay(accountId, 50_000, { receivedOn: '2026-04-11' });
    const { termsId, effect } = await setTerms({ rate: '3.65' });
    expect(effect.changes).toContainEqual({
      what: 'interest_lower',
      on: '2026-04-11',
      beforeCents: 20_000,
      afterCents: 10_000,
    });
    const read = await desk.get('ledger.terms', { accountId });
    expect(read.terms.map(({ rate }) => rate)).toEqual(['3.65']);
    await desk.get('ledger.withdrawTerms', { termsId, reason: 'No agreement was found' });
    expect(posted()).toEqual([]);
    expect(await balance()).toMatchObject({ principalCents: 950_000, interestCents: 0 });
    expect(await desk.codeOf('ledger.withdrawTerms', { termsId, reason: 'Again' })).toBe('terms.not_found');
  });

  test.each([
    ['36 %', '36', {}, 'ok'],
    ['just above', '36.000001', {}, 'rate.confirm'],
    ['confirmed', '60', { confirmHighRate: true }, 'ok'],
    ['400 %', '400', { confirmHighRate: true }, 'rate.too_high'],
    ['compound without a rhythm', '5', { method: 'compound' }, 'terms.needs_compounding'],
    ['a card number as basis', '5', { basis: '4111 1111 1111 1111' }, 'payment.card_number'],
  ] as const)('at %s', async (_, rate, change, code) => {
    expect(await desk.codeOf('ledger.setTerms', { ...terms, accountId, rate, ...change })).toBe(code);
  });

  test('can be posted by hand, once a day, and not ahead', async () => {
    await setTerms();
    const asked = { accountId, on: '2026-04-11', reason: 'Statement' };
    const { effect } = await desk.get('ledger.postInterest', asked);
    expect(effect.balanceCents).toBe(1_020_000);
    expect((await desk.get('ledger.postInterest', asked)).effect.balanceCents).toBe(1_020_000);
    expect(await desk.codeOf('ledger.postInterest', { ...asked, on: '2026-11-21' })).toBe('charge.in_future');
    expect(await desk.codeOf('ledger.postInterest', { ...asked, on: '2025-12-31' })).toBe(
      'charge.before_account',
    );
  });

  test('posted by the terms is never taken back by hand', async () => {
    await setTerms();
    await desk.pay(accountId, 50_000, { receivedOn: '2026-04-11' });
    const { charges } = await desk.get('ledger.charges', { accountId });
    const interest = charges.find(({ kind }) => kind === 'interest');
    expect(
      await desk.call('ledger.reverse', { entryId: interest?.entryId ?? 0, reason: 'No' }),
    ).toMatchObject({
      error: { code: 'entry.not_reversible', params: { kind: 'interest' } },
    });
  });

  test('stops with terms of none and never beyond its cap', async () => {
    await setTerms({ capCents: 15_000 });
    expect((await explain('2026-04-11')).accruedCents).toBe(15_000);
    await setTerms({ fromOn: '2026-01-11', method: 'none', rate: '0' });
    const stopped = await explain('2026-04-11');
    expect(stopped.accruedCents).toBe(2_000);
    expect(stopped.perDiem.cents).toBe(0);
  });
});

describe('an explanation', () => {
  test('of any day adds up, past and to come, and its per diem is a day more', async () => {
    await setTerms({ method: 'compound', compounding: 'monthly' });
    await desk.pay(accountId, 50_000, { receivedOn: '2026-04-11' });
    for (const day of ['2025-12-31', '2026-01-01', '2026-02-28', '2026-04-11', '2026-11-20', '2029-02-28']) {
      addsUp(await explain(day));
    }
    const [today, tomorrow] = [await explain('2026-11-20'), await explain('2026-11-21')];
    expect(Math.abs(tomorrow.totalCents - today.totalCents - today.perDiem.cents)).toBeLessThanOrEqual(1);
    expect((await explain('2025-12-31')).totalCents).toBe(0);
  });

  test('as it was known leaves out what was entered later', async () => {
    await setTerms();
    const before = await explain('2026-11-20');
    desk.pass(3 * dayMs);
    const entryId = await desk.pay(accountId, 50_000, { receivedOn: '2026-04-11' });
    desk.pass(3 * dayMs);
    await desk.get('ledger.reverse', { entryId, reason: 'Wrong account' });
    expect(await explain('2026-11-20', '2026-11-20')).toEqual(before);
    expect((await explain('2026-11-20', '2026-11-23')).totalCents).toBeLessThan(before.totalCents - 50_000);
    const now = await explain('2026-11-20');
    expect(now.totalCents).toBe(before.totalCents);
    expect(now.takenBack).toMatchObject([{ kind: 'payment', cents: -50_000, reason: 'Wrong account' }]);
  });
});

describe('a judgment', () => {
  const judgment = {
    judgedOn: '2026-04-11',
    court: 'Cook County Circuit Court',
    caseNumber: '2026-L-104',
    award: { principalCents: 900_000, interestCents: 10_000, feesCents: 30_000, costsCents: 20_000 },
    interestOn: 'award',
    rate: '3.65',
    dayCount: 'actual_365',
    startOn: '2026-04-11',
    basis: 'Order of 11 April 2026',
  } as const;

  test('stands in the place of what was owed, with its own rate, and vacated gives it back', async () => {
    await setTerms();
    await desk.pay(accountId, 50_000, { receivedOn: '2026-02-20' });
    const before = await explain('2026-04-11');
    const { judgmentId, effect } = await desk.get('ledger.enterJudgment', { ...judgment, accountId });
    expect(effect.balanceCents).toBe(960_000);
    const after = await explain('2026-04-21');
    addsUp(after);
    // Ten days at 3.65 % of 9,600.00.
    expect(after.accruedCents).toBe(960);
    const read = await desk.get('ledger.terms', { accountId });
    expect(totalOf(read.judgments[0]?.before ?? before.parts)).toBe(before.totalCents);
    expect(await desk.codeOf('ledger.enterJudgment', { ...judgment, accountId })).toBe('judgment.exists');
    await desk.pay(accountId, 100_000, { receivedOn: '2026-05-01' });
    await desk.get('ledger.vacateJudgment', { judgmentId, reason: 'Set aside on appeal' });
    expect((await explain('2026-04-11')).totalCents).toBe(before.totalCents);
    expect(await desk.codeOf('ledger.vacateJudgment', { judgmentId, reason: 'Again' })).toBe(
      'judgment.not_found',
    );
    const vacated = await desk.get('ledger.terms', { accountId });
    expect(vacated.judgments[0]).toMatchObject({ vacatedReason: 'Set aside on appeal' });
    expect(totalOf(vacated.judgments[0]?.before ?? before.parts)).toBe(before.totalCents);
  });

  test.each([
    ['interest from the day before', { startOn: '2026-04-10' }, 'judgment.start_before'],
    ['ahead', { judgedOn: '2026-11-21', startOn: '2026-11-21' }, 'charge.in_future'],
    ['before the account', { judgedOn: '2025-12-31' }, 'charge.before_account'],
    ['400 %', { rate: '400' }, 'rate.too_high'],
    ['a rate to confirm', { rate: '40' }, 'rate.confirm'],
  ] as const)('%s', async (_, change, code) => {
    expect(await desk.codeOf('ledger.enterJudgment', { ...judgment, accountId, ...change })).toBe(code);
  });

  test('a payment backdated before it is taken into what was owed before', async () => {
    await setTerms();
    await desk.get('ledger.enterJudgment', { ...judgment, accountId });
    await desk.pay(accountId, 50_000, { receivedOn: '2026-02-20' });
    const read = await desk.get('ledger.terms', { accountId });
    expect(read.judgments[0]?.before.principalCents).toBe(950_000);
    expect((await explain('2026-04-11')).totalCents).toBe(960_000);
  });
});

describe('the payoff of the whole book', () => {
  const payoff = async (asOf: string) => {
    const { clients } = await desk.get('reports.payoff', { asOf });
    return clients[0];
  };

  test('is what each account’s explanation says, on days before, on and after what happened', async () => {
    const other = await desk.account({ openedOn: '2026-03-01', dueOn: '2026-04-01', amountCents: 70_001 });
    await setTerms({ method: 'compound', compounding: 'monthly', capCents: 80_000 });
    await setTerms({ accountId: other, fromOn: '2027-01-01', dayCount: 'actual_actual' });
    await desk.pay(accountId, 50_000, { receivedOn: '2026-06-11' });
    for (const asOf of ['2026-02-01', '2026-06-10', '2026-06-11', '2026-11-20', '2028-03-01']) {
      const sums = await Promise.all(
        [accountId, other].map((id) => desk.get('ledger.explain', { accountId: id, asOf })),
      );
      expect([asOf, (await payoff(asOf))?.payoffCents]).toEqual([
        asOf,
        sums.reduce((sum, { totalCents }) => sum + totalCents, 0),
      ]);
    }
  });
});

/** Entered in any order, taken back and posted again: what is stored is always what the replay says, and a preview what is posted. */
test('random lives of an account', async () => {
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-10', days));
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('pay' as const),
        on: day,
        cents: fc.integer({ min: 1, max: 400_000 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('charge' as const),
        on: day,
        cents: fc.integer({ min: 1, max: 300_000 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('terms' as const),
        on: day,
        method: fc.constantFrom('none', 'simple', 'compound'),
        rate: fc.constantFrom('3', '9.75', '24'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('reverse' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('credit' as const),
        on: day,
        cents: fc.integer({ min: 1, max: 50_000 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('judgment' as const),
        on: day,
        cents: fc.integer({ min: 0, max: 900_000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('post' as const), on: day }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const own = makeDesk();
      const id = await own.account({ openedOn: '2026-01-01', dueOn: '2026-02-01', amountCents: 500_000 });
      for (const one of steps) {
        own.pass(1_000);
        if (one.what === 'pay') {
          const input = {
            shares: [{ accountId: id, amountCents: one.cents }],
            receivedOn: '2026-11-20',
            effectiveOn: one.on,
            method: 'cash' as const,
            allowOverpayment: true,
          };
          const preview = await own.get('ledger.previewPayment', input);
          const { entries } = await own.get('ledger.recordPayment', input);
          const parts = (effect: (typeof preview.effects)[number] | undefined) => ({
            ...effect,
            applications: effect?.applications.map(({ chargeEntryId: _, ...part }) => part),
          });
          expect(parts(preview.effects[0])).toEqual(parts(entries[0]?.effect));
        } else if (one.what === 'charge') {
          await own.get('ledger.addCharge', {
            accountId: id,
            kind: 'charge',
            amountCents: one.cents,
            effectiveOn: one.on,
            dueOn: one.on,
            reference: '',
            basis: '',
            memo: '',
          });
        } else if (one.what === 'terms') {
          await own.get('ledger.setTerms', {
            ...terms,
            accountId: id,
            fromOn: one.on,
            method: one.method,
            rate: one.rate,
            compounding: one.method === 'compound' ? 'monthly' : null,
          });
        } else if (one.what === 'credit') {
          await own.call('ledger.adjust', {
            accountId: id,
            kind: 'credit',
            amountCents: one.cents,
            effectiveOn: one.on,
            reason: 'Goodwill',
            allowedBy: 'Dana Reyes',
          });
        } else if (one.what === 'judgment') {
          await own.call('ledger.enterJudgment', {
            accountId: id,
            judgedOn: one.on,
            court: 'County Court',
            caseNumber: '',
            award: { principalCents: one.cents, interestCents: 100, feesCents: 0, costsCents: 50 },
            interestOn: 'award',
            rate: '5',
            dayCount: 'actual_365',
            startOn: one.on,
            basis: 'Order',
          });
        } else if (one.what === 'post') {
          await own.get('ledger.postInterest', { accountId: id, on: one.on, reason: 'Statement' });
        } else {
          const ids = own.store.db.prepare('SELECT id FROM entries ORDER BY id').pluck().all() as number[];
          await own.call('ledger.reverse', { entryId: ids[one.which % ids.length] ?? 1, reason: 'Mistake' });
        }
        expect([...checkSummaries(own.store), ...checkLedger(own.store)]).toEqual([]);
      }
      const today = await own.get('ledger.explain', { accountId: id, asOf: '2026-11-20' });
      addsUp(today);
      const { clients } = await own.get('reports.payoff', { asOf: '2026-11-20' });
      expect(clients[0]?.payoffCents).toBe(today.totalCents);
      own.store.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
