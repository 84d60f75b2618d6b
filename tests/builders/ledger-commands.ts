/**
 * Random days in the life of an account, for fast-check: everything that can be posted, on any effective day, in any
 * order. Beside the ledger runs a model that knows only sums; after every operation the two must agree to the cent.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Terms } from '../../shared/domain/accrual.ts';
import { accrualStateOf, figureAt } from '../../shared/domain/accrual-state.ts';
import { addDays, type Day } from '../../shared/domain/days.ts';
import { explain } from '../../shared/domain/explain.ts';
import { compoundings, dayCounts } from '../../shared/domain/interest.ts';
import {
  addComponents,
  applicationOrders,
  type Components,
  componentNames,
  type EntryKind,
  isRelief,
  negative,
  noComponents,
  totalOf,
} from '../../shared/domain/ledger.ts';
import { type Judgment, replay } from '../../shared/domain/replay.ts';
import { MemoryLedger, type MemoryRow } from './memory-ledger.ts';

/** What is known without knowing how anything is spread or what interest comes to. */
type LedgerModel = {
  /** Charges less reliefs in force, judgments and derived interest left aside. */
  owedCents: number;
  /** Payments and recoveries in force. */
  moneyInCents: number;
};

type LedgerCommand = fc.Command<LedgerModel, MemoryLedger>;

/** Counts what really ran; a command whose turn makes no sense is skipped and not counted. */
type Tally = { operations: number };

/** A turn that makes no sense, as a refund where no credit waits. */
const skipped = 'skipped';

const firstDay: Day = '2023-12-01';
const day = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 900 }).map((days) => addDays(firstDay, days)), weight: 3 },
  {
    arbitrary: fc.constantFrom<Day>('2024-01-31', '2024-02-29', '2024-03-31', '2024-12-31', '2025-02-28'),
    weight: 2,
  },
);
const cents = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 200_000 }), weight: 6 },
  { arbitrary: fc.constantFrom(1, 2, 3, 99, 100), weight: 2 },
  { arbitrary: fc.constant(1_000_000_000), weight: 1 },
);
const order = fc.constantFrom(...applicationOrders);
const component = fc.constantFrom(...componentNames);
const pick = fc.nat({ max: 1_000_000 });

function partsOf(name: (typeof componentNames)[number], sum: number): Components {
  return { ...noComponents, [`${name}Cents`]: sum };
}

function check(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(sentence);
}

function checkSame(got: unknown, want: unknown, sentence: string): void {
  if (!isDeepStrictEqual(got, want))
    throw new Error(`${sentence}: ${JSON.stringify(got)} is not ${JSON.stringify(want)}`);
}

function names(parts: Components): readonly number[] {
  return [parts.principalCents, parts.interestCents, parts.feesCents, parts.costsCents];
}

/** Everything that must be true of a ledger at rest. */
function checkLedger(ledger: MemoryLedger, model: LedgerModel): void {
  const replayed = replay(ledger.facts(), { through: null });
  checkSame(ledger.stored(), replayed.parts, 'the entries add up to the replay');
  checkSame(ledger.settle(), 0, 'a ledger at rest needs no correction');

  const grown = replayed.postings.reduce((sum, posting) => sum + posting.cents, 0);
  const judged = replayed.judged.reduce(
    (sum, { judgment, before }) => sum + totalOf(judgment.award) - totalOf(before),
    0,
  );
  checkSame(totalOf(replayed.parts), model.owedCents + grown + judged, 'no cent is made or lost');

  let used = 0;
  const isMoney = new Set<unknown>();
  for (const row of ledger.primaries()) {
    if (row.kind !== 'payment' && row.kind !== 'recovery') continue;
    isMoney.add(row.entryId);
    used += replayed.unplaced.get(row.entryId) ?? 0;
  }
  for (const { relief, parts } of replayed.allocations) if (isMoney.has(relief)) used += totalOf(parts);
  checkSame(used, model.moneyInCents, 'money in is money accounted for');

  const met = new Map<number, Components>();
  const placed = new Map<number, number>();
  for (const { entryId, chargeEntryId, ...parts } of ledger.applications) {
    met.set(chargeEntryId, addComponents(met.get(chargeEntryId) ?? noComponents, parts));
    const relief = ledger.rows.find((row) => row.entryId === entryId)?.reverses ?? entryId;
    placed.set(relief, (placed.get(relief) ?? 0) + totalOf(parts));
  }
  for (const row of ledger.rows) {
    if (row.kind === 'reversal' || row.kind === 'reallocation') continue;
    const inForce = ledger.isInForce(row);
    if (isRelief(row.kind, totalOf(row.parts))) {
      const sum = placed.get(row.entryId) ?? 0;
      if (!inForce) checkSame(sum, 0, 'what was taken back meets nothing');
      else check(sum >= 0 && sum <= -totalOf(row.parts), 'a relief is not applied beyond its sum');
      continue;
    }
    const taken = names(met.get(row.entryId) ?? noComponents);
    const whole = names(row.parts);
    if (!inForce) checkSame(taken, whole, 'a charge taken back is met by its reversal');
    else
      check(
        taken.every((part, index) => part >= 0 && part <= (whole[index] ?? 0)),
        `a charge is met between nothing and its sum: ${taken} of ${whole}`,
      );
  }
}

/** Every line adds to the balance, and the last balance is the figure. */
function checkExplanation(ledger: MemoryLedger, asOf: Day): void {
  const facts = ledger.facts();
  const explained = explain(facts, asOf);
  let balance = 0;
  for (const line of explained.lines) {
    balance += line.cents;
    checkSame(line.balanceCents, balance, `each line adds to the balance on ${line.on}`);
    if (line.line === 'interest') {
      const sum = line.segments.reduce((whole, segment) => whole + segment.roundedCents, 0);
      checkSame(sum, line.cents, 'segments add up to their line');
    }
    if (line.line === 'relief') {
      const sum = line.applications.reduce((whole, application) => whole + application.cents, 0);
      checkSame(sum + line.unappliedCents, -line.cents, 'a payment is all applied or waiting');
    }
  }
  checkSame(balance, explained.totalCents, 'the lines add up to the figure');
  checkSame(totalOf(explained.parts), explained.totalCents, 'the components add up to the figure');
  const state = accrualStateOf(facts);
  if (state && asOf >= state.fromOn) {
    const figure = figureAt(state.state, asOf, totalOf(ledger.stored()));
    checkSame(figure, explained.totalCents, 'the kept state gives the same figure');
  }
}

/** The same events posted in another order, under the ids they had, come to the same figures. */
function checkOrderOfPosting(ledger: MemoryLedger, seed: number): void {
  const other = new MemoryLedger(ledger.rows.length);
  const rows = ledger.primaries();
  const shuffled = rows
    .map((row, index) => ({ row, rank: ((index + 1) * (seed % 9973) + seed) % 10_007 }))
    .sort((a, b) => a.rank - b.rank);
  if (seed % 2 === 0) other.terms = ledger.terms;
  other.postingDays = ledger.postingDays;
  for (const { row } of shuffled) other.post({ ...row, parts: asEntered(row) });
  other.terms = ledger.terms;
  other.judgments = ledger.judgments;
  other.settle();
  const figuresOf = (one: MemoryLedger) => {
    const { parts, postings, unappliedCents } = replay(one.facts(), { through: null });
    return { parts, unappliedCents, postings: postings.map(({ on, cents: sum }) => [on, sum]) };
  };
  checkSame(figuresOf(other), figuresOf(ledger), 'the order of posting changes nothing');
  checkSame(other.stored(), ledger.stored(), 'the order of posting changes no component');
}

/** Of a relief only its sum was entered. */
function asEntered(row: MemoryRow): Components {
  const total = totalOf(row.parts);
  return isRelief(row.kind, total) ? { ...noComponents, principalCents: total } : row.parts;
}

function count(model: LedgerModel, kind: EntryKind, sum: number): void {
  model.owedCents += sum;
  if (kind === 'payment' || kind === 'recovery') model.moneyInCents -= sum;
}

/** All that an account can live through. */
function ledgerCommands(tally: Tally): fc.Arbitrary<LedgerCommand>[] {
  const command = (
    name: string,
    run: (ledger: MemoryLedger, model: LedgerModel) => unknown,
    ready: (ledger: MemoryLedger) => boolean = () => true,
  ): LedgerCommand => ({
    // The model knows no rows, so whether a turn makes sense is seen when it comes.
    check: () => true,
    run: (model, ledger) => {
      if (!ready(ledger) || run(ledger, model) === skipped) return;
      checkLedger(ledger, model);
      tally.operations += 1;
    },
    toString: () => name,
  });
  const post = (kind: EntryKind, effectiveOn: Day, parts: Components, more: object = {}): LedgerCommand =>
    command(
      `${kind} ${effectiveOn} ${names(parts)} ${JSON.stringify(more)}`,
      (ledger, model) => {
        ledger.post({ kind, effectiveOn, parts, ...more });
        count(model, kind, totalOf(parts));
      },
      // Sums stay where an account's may be, far from the end of what a number holds.
      (ledger) => Math.abs(totalOf(ledger.stored())) < 50_000_000_000,
    );
  const chargesOf = (ledger: MemoryLedger) =>
    ledger.primaries().filter((row) => !isRelief(row.kind, totalOf(row.parts)));

  const charge = fc
    .tuple(day, cents, fc.option(fc.nat({ max: 60 }), { nil: null }), fc.nat({ max: 9 }))
    .map(([on, sum, dueIn, mixed]) =>
      post(
        'charge',
        on,
        mixed === 0
          ? { principalCents: sum, interestCents: 700, feesCents: 25, costsCents: 1 }
          : partsOf('principal', sum),
        { dueOn: dueIn === null ? null : addDays(on, dueIn) },
      ),
    );
  const cost = fc
    .tuple(day, cents, fc.constantFrom(['fee', 'fees'], ['cost', 'costs'], ['interest', 'interest']))
    .map(([on, sum, [kind, name]]) =>
      post(kind as EntryKind, on, partsOf(name as 'fees', sum), { dueOn: on }),
    );
  const payment = fc
    .tuple(day, cents, order, fc.constantFrom<EntryKind>('payment', 'payment', 'payment', 'recovery'))
    .map(([on, sum, by, kind]) => post(kind, on, partsOf('principal', -sum), { order: by }));
  const directed = fc
    .tuple(day, cents, order, pick, fc.option(component, { nil: null }), fc.boolean())
    .map(([on, sum, by, which, only, isPayment]) =>
      command(
        `directed ${isPayment ? 'payment' : 'credit'} ${on} ${sum} ${by} ${which} ${only}`,
        (ledger, model) => {
          const open = chargesOf(ledger);
          const named = open[which % open.length]?.entryId;
          const charges = named === undefined || (only !== null && which % 3 === 0) ? [] : [named];
          const kind = isPayment ? 'payment' : 'credit';
          const direction = { charges, component: only };
          const parts = partsOf('principal', -sum);
          ledger.post({ kind, effectiveOn: on, parts, order: by, direction });
          count(model, kind, -sum);
        },
        (ledger) => chargesOf(ledger).length > 0,
      ),
    );
  const adjustment = fc
    .tuple(
      day,
      cents,
      order,
      fc.constantFrom<EntryKind>('credit', 'discount', 'settlement', 'adjustment'),
      component,
      fc.boolean(),
    )
    .map(([on, sum, by, kind, name, up]) =>
      kind === 'adjustment' && up
        ? post(kind, on, partsOf(name, sum))
        : post(kind, on, partsOf('principal', -sum), { order: by }),
    );
  const writeOff = fc.tuple(day, order).map(([on, by]) =>
    command(`write off ${on}`, (ledger, model) => {
      const owed = explain(ledger.facts(), on).totalCents;
      if (owed <= 0) return skipped;
      ledger.post({ kind: 'write_off', effectiveOn: on, parts: partsOf('principal', -owed), order: by });
      count(model, 'write_off', -owed);
      return 'posted';
    }),
  );
  const refund = fc.tuple(day, pick).map(([on, part]) =>
    command(`refund ${on}`, (ledger, model) => {
      const waiting = replay(ledger.facts(), { through: on }).unappliedCents;
      if (waiting <= 0) return skipped;
      const sum = 1 + (part % waiting);
      ledger.post({ kind: 'refund', effectiveOn: on, parts: partsOf('principal', sum) });
      count(model, 'refund', sum);
      return 'posted';
    }),
  );
  const reversal = pick.map((which) =>
    command(
      `take back ${which}`,
      (ledger, model) => {
        const rows = ledger.primaries();
        const row = rows[which % rows.length];
        if (!row) return skipped;
        ledger.post({
          kind: 'reversal',
          effectiveOn: row.effectiveOn,
          parts: negative(row.parts),
          reverses: row.entryId,
        });
        count(model, row.kind, -totalOf(row.parts));
        return 'posted';
      },
      (ledger) => ledger.primaries().length > 0,
    ),
  );
  const restore = pick.map((which) =>
    command(`post again ${which}`, (ledger, model) => {
      const gone = ledger.rows.filter((row) => !row.derived && ledger.reversalOf(row.entryId) !== undefined);
      const row = gone[which % Math.max(1, gone.length)];
      if (!row) return skipped;
      const { kind, effectiveOn, dueOn, order: by, direction } = row;
      ledger.post({ kind, effectiveOn, dueOn, order: by, direction, parts: asEntered(row) });
      count(model, kind, totalOf(row.parts));
      return 'posted';
    }),
  );
  const terms = fc
    .record({
      fromOn: day,
      method: fc.constantFrom('simple' as const, 'simple' as const, 'compound' as const, 'none' as const),
      rate: fc.constantFrom('5', '8.25', '12', '24.99', '0.000001', '100'),
      every: fc.constantFrom(...compoundings),
      dayCount: fc.constantFrom(...dayCounts),
      capCents: fc.option(fc.constantFrom(0, 1, 250, 40_000), { nil: null, freq: 4 }),
    })
    .map(({ every, ...row }) =>
      command(`terms ${JSON.stringify(row)} ${every}`, (ledger) => {
        const compounding = row.method === 'compound' ? every : null;
        const next: Terms = { ...row, compounding, basis: 'Agreement, clause 4' };
        ledger.terms = [...ledger.terms.filter((one) => one.fromOn !== row.fromOn), next].sort((a, b) =>
          a.fromOn < b.fromOn ? -1 : 1,
        );
        ledger.settle();
      }),
    );
  const withdrawal = pick.map((which) =>
    command(
      `withdraw terms ${which}`,
      (ledger) => {
        ledger.terms = ledger.terms.filter((_, index) => index !== which % ledger.terms.length);
        ledger.settle();
      },
      (ledger) => ledger.terms.length > 0,
    ),
  );
  const postingDay = day.map((on) =>
    command(`post interest ${on}`, (ledger) => {
      if (!ledger.postingDays.includes(on)) ledger.postingDays = [...ledger.postingDays, on].sort();
      ledger.settle();
    }),
  );
  const judgment = fc
    .record({ judgedOn: day, sum: cents, costs: fc.nat({ max: 9_000 }), later: fc.constantFrom(0, 0, 1, 30) })
    .chain(({ judgedOn, sum, costs, later }) =>
      fc
        .record({
          interestOn: fc.constantFrom('principal' as const, 'award' as const),
          rate: fc.constantFrom('0', '4.5', '9'),
          dayCount: fc.constantFrom(...dayCounts),
        })
        .map((row) =>
          command(
            `judgment ${judgedOn} ${sum} ${costs} ${later} ${JSON.stringify(row)}`,
            (ledger) => {
              const entered: Judgment = {
                ...row,
                judgmentId:
                  1 +
                  ledger.judgments.reduce((most, one) => Math.max(most, one.judgmentId), 0) +
                  ledger.rows.length,
                judgedOn,
                award: { principalCents: sum, interestCents: costs % 7, feesCents: 0, costsCents: costs },
                startOn: addDays(judgedOn, later),
                basis: 'Order of the court',
              };
              ledger.judgments = [...ledger.judgments, entered].sort((a, b) =>
                a.judgedOn < b.judgedOn ? -1 : 1,
              );
              ledger.settle();
            },
            (ledger) =>
              ledger.judgments.length < 2 && ledger.judgments.every((one) => one.judgedOn !== judgedOn),
          ),
        ),
    );
  const vacation = pick.map((which) =>
    command(
      `vacate judgment ${which}`,
      (ledger) => {
        ledger.judgments = ledger.judgments.filter((_, index) => index !== which % ledger.judgments.length);
        ledger.settle();
      },
      (ledger) => ledger.judgments.length > 0,
    ),
  );
  const explanation = fc
    .integer({ min: -30, max: 1_500 })
    .map((days) => addDays(firstDay, days))
    .map((asOf) => command(`explain ${asOf}`, (ledger) => checkExplanation(ledger, asOf)));
  return [
    charge,
    charge,
    cost,
    payment,
    payment,
    payment,
    directed,
    adjustment,
    writeOff,
    refund,
    reversal,
    reversal,
    restore,
    terms,
    terms,
    withdrawal,
    postingDay,
    judgment,
    vacation,
    explanation,
    explanation,
  ];
}

/**
 * Lives through random accounts until so many operations ran; gives how many ran. A failure names the shortest life
 * that shows it, with the seed to see it again.
 */
export function liveThroughAccounts(operations: number, seed: number): number {
  const tally: Tally = { operations: 0 };
  const commands = fc.commands(ledgerCommands(tally), { maxCommands: 24, size: 'max' });
  for (let round = 0; tally.operations < operations; round += 1) {
    fc.assert(
      fc.property(commands, fc.nat({ max: 1_000_000 }), (life, order) => {
        const ledger = new MemoryLedger();
        const model: LedgerModel = { owedCents: 0, moneyInCents: 0 };
        fc.modelRun(() => ({ model, real: ledger }), life);
        checkExplanation(ledger, addDays(firstDay, order % 1_500));
        checkOrderOfPosting(ledger, order);
      }),
      { seed: seed + round, numRuns: 500 },
    );
  }
  return tally.operations;
}
