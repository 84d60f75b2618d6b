/**
 * The ledger derived from what was entered: interest posted by the terms, payments spread over what was open on their day,
 * a judgment in the place of what was owed before it.
 *
 * Only primary entries go in (charges, payments, adjustments, terms, judgments, days of posting), in force and in any
 * order; they are taken by the day they count from, so a payment entered late gives the same ledger as one entered in time. What
 * is stored as derived must always equal what comes out here (`corrections.ts` finds the difference). On one day charges come first, then
 * interest, then what lowers the balance in the order of its entries, then a judgment.
 */
import {
  type Accrual,
  advance,
  beginAccrual,
  type Posting,
  type PostingReason,
  postInterest,
  type Terms,
} from './accrual.ts';
import { type Day, fromEpochDay, toEpochDay } from './days.ts';
import type { DayCount } from './interest.ts';
import {
  type ApplicationOrder,
  addComponents,
  byDueDay,
  type Components,
  type Direction,
  type EntryKind,
  isRelief,
  noComponents,
  type OpenCharge,
  spreadInOrder,
  totalOf,
} from './ledger.ts';
import type { Rate } from './rate.ts';

export type PrimaryEntry = {
  /** Entries not posted yet take ids above all others. */
  readonly entryId: number;
  readonly kind: EntryKind;
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  /** Of what lowers the balance only the sum counts; how it is spread is derived. */
  readonly parts: Components;
  readonly order: ApplicationOrder | null;
  readonly direction: Direction | null;
};

export type Judgment = {
  readonly judgmentId: number;
  readonly judgedOn: Day;
  readonly award: Components;
  /** What bears interest: the award's principal, or all of it. */
  readonly interestOn: 'principal' | 'award';
  readonly rate: Rate;
  readonly dayCount: DayCount;
  /** Not before `judgedOn`. */
  readonly startOn: Day;
  readonly basis: string;
};

export type LedgerFacts<E extends PrimaryEntry = PrimaryEntry> = {
  /** Entries in force: neither a reversal nor taken back by one, nor derived. */
  readonly entries: readonly E[];
  /** Soonest first, one a day. */
  readonly terms: readonly Terms[];
  /** In force, soonest first. */
  readonly judgments: readonly Judgment[];
  /** Days up to which interest was posted by hand. */
  readonly postingDays: readonly Day[];
};

/** An entry by its id, or one that is derived by what it stands for. */
export type LedgerKey = number | `interest:${Day}` | `merger:${number}` | `judgment:${number}`;

export type ReplayedCharge = {
  readonly key: LedgerKey;
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly parts: Components;
  readonly open: Components;
};

export type Allocation = {
  readonly relief: LedgerKey;
  readonly charge: LedgerKey;
  readonly parts: Components;
  readonly directed: boolean;
};

export type JudgedStep = { readonly judgment: Judgment; readonly before: Components };

export type Step<E> =
  | { readonly step: 'entry'; readonly entry: E }
  | { readonly step: 'interest'; readonly posting: Posting }
  | ({ readonly step: 'judgment' } & JudgedStep);

export type Replayed<E extends PrimaryEntry = PrimaryEntry> = {
  /** What happened, in order. */
  readonly steps: readonly Step<E>[];
  readonly postings: readonly Posting[];
  readonly judged: readonly JudgedStep[];
  readonly charges: readonly ReplayedCharge[];
  readonly allocations: readonly Allocation[];
  /** What of each relief no charge could take. */
  readonly unplaced: ReadonlyMap<LedgerKey, number>;
  readonly unappliedCents: number;
  /** What is open, credit taken off the principal. Accrued interest that is not posted is not in it. */
  readonly parts: Components;
  /** Where interest stands at the end. */
  readonly accrual: Accrual;
};

type Tally = { principalCents: number; interestCents: number; feesCents: number; costsCents: number };

type Charge = OpenCharge & {
  readonly key: LedgerKey;
  readonly parts: Components;
  readonly open: Tally;
  /** What of it bears interest: nothing, its principal, all of it, or posted interest by compounding. */
  readonly bearing: 'none' | 'principal' | 'award' | 'interest';
  readonly bearsFrom: number;
  compounded: boolean;
};

type Relief = {
  readonly key: LedgerKey;
  readonly order: ApplicationOrder;
  readonly direction: Direction | null;
  readonly isPayment: boolean;
  unplaced: number;
};

export type ReplayOptions = {
  /**
   * The last day taken in, with interest accrued up to it and every compounding day until then. `null`: everything, with
   * interest posted only as far as it is stored, to the last payment, judgment or posting by hand.
   */
  readonly through: Day | null;
};

/**
 * Derives the ledger. Order of entries on one day follows their ids. What it is given was checked when posted, so it fails only by
 * throwing `MoneyOutOfRange`, where what bears interest grows past what a sum can be.
 */
export function replay<E extends PrimaryEntry>(
  facts: LedgerFacts<E>,
  { through }: ReplayOptions,
): Replayed<E> {
  const last = through === null ? Number.POSITIVE_INFINITY : toEpochDay(through);
  const taken = (day: Day) => through === null || day <= through;
  const entries = facts.entries.filter((entry) => taken(entry.effectiveOn)).sort(byDayThenKind);
  const judgments = facts.judgments.filter((judgment) => taken(judgment.judgedOn));
  const postingDays = facts.postingDays.filter(taken).map(toEpochDay);

  const steps: Step<E>[] = [];
  const postings: Posting[] = [];
  const judged: JudgedStep[] = [];
  const charges: Charge[] = [];
  const reliefs: Relief[] = [];
  const allocations = new Map<
    string,
    { relief: LedgerKey; charge: LedgerKey; parts: Components; directed: boolean }
  >();
  let open: Charge[] = [];
  let waiting: Relief[] = [];
  let underJudgment = false;
  // Charges that are derived have no entry yet to break ties by; they come after the entries of their day. Their numbers
  // are none that an entry has or a direction names.
  let lineId = 2 ** 52;
  const byLine = new Map<number, Charge>();

  const days = eventDays(entries, judgments, postingDays);
  const accrual = beginAccrual(days[0] ?? (through === null ? 0 : last), facts.terms);
  const postThrough = through === null ? horizonOf(entries, judgments, postingDays) : last;

  const addCharge = (charge: Charge) => {
    charges.push(charge);
    byLine.set(charge.entryId, charge);
    if (totalOf(charge.open) > 0) {
      const at = open.findLastIndex((one) => byDueDay(one, charge) < 0);
      open.splice(at + 1, 0, charge);
    }
    if (charge.bearing === 'principal' || charge.bearing === 'award') {
      if (charge.bearsFrom <= accrual.at) accrual.principalCents += bearingOf(charge);
      else {
        const at = accrual.ahead.findIndex((one) => one.on > charge.bearsFrom);
        const one = {
          on: charge.bearsFrom,
          open: {
            get principalCents() {
              return bearingOf(charge);
            },
          },
        };
        accrual.ahead.splice(at < 0 ? accrual.ahead.length : at, 0, one);
      }
    }
  };
  const addPosting = (posting: Posting | null) => {
    if (posting === null) return;
    postings.push(posting);
    steps.push({ step: 'interest', posting });
    lineId += 1;
    addCharge({
      key: `interest:${posting.on}`,
      entryId: lineId,
      effectiveOn: posting.on,
      dueOn: posting.on,
      parts: { ...noComponents, interestCents: posting.cents },
      open: { ...noComponents, interestCents: posting.cents },
      bearing: 'interest',
      bearsFrom: 0,
      compounded: false,
    });
  };
  const options = {
    postThrough,
    onPosting: (posting: Posting) => {
      addPosting(posting);
      place();
    },
    onCompounded: () => {
      for (const charge of open) if (charge.bearing === 'interest') charge.compounded = true;
    },
  };

  const place = () => {
    if (waiting.length === 0 || open.length === 0) return;
    for (const relief of waiting) {
      const { applications, unappliedCents } = spreadInOrder(
        relief.unplaced,
        open,
        relief.order,
        relief.direction,
        relief.isPayment,
      );
      if (applications.length === 0) continue;
      relief.unplaced = unappliedCents;
      let met = false;
      for (const { chargeEntryId, parts } of applications) {
        const charge = byLine.get(chargeEntryId);
        if (!charge) continue;
        meet(charge, parts, relief.key, isDirectedAt(relief.direction, charge.key));
        met ||= totalOf(charge.open) === 0;
      }
      if (met) open = open.filter((charge) => totalOf(charge.open) > 0);
    }
    waiting = waiting.filter((relief) => relief.unplaced > 0);
  };
  const meet = (charge: Charge, parts: Components, relief: LedgerKey, directed: boolean) => {
    const bore = bearingOf(charge);
    charge.open.principalCents -= parts.principalCents;
    charge.open.interestCents -= parts.interestCents;
    charge.open.feesCents -= parts.feesCents;
    charge.open.costsCents -= parts.costsCents;
    if (charge.bearing === 'interest') {
      if (charge.compounded) accrual.compoundedCents -= parts.interestCents;
      else accrual.joiningCents -= parts.interestCents;
    } else if (charge.bearing !== 'none' && charge.bearsFrom <= accrual.at) {
      accrual.principalCents -= bore - bearingOf(charge);
    }
    const pair = `${relief}>${charge.key}`;
    const before = allocations.get(pair);
    if (before) before.parts = addComponents(before.parts, parts);
    else allocations.set(pair, { relief, charge: charge.key, parts, directed });
  };

  let index = 0;
  let judgment = 0;
  for (const day of days) {
    advance(accrual, day, options);
    const on = fromEpochDay(day);
    const lowering: E[] = [];
    for (; index < entries.length && entries[index]?.effectiveOn === on; index += 1) {
      const entry = entries[index];
      if (!entry) break;
      if (isRelief(entry.kind, totalOf(entry.parts))) {
        lowering.push(entry);
        continue;
      }
      steps.push({ step: 'entry', entry });
      addCharge({
        key: entry.entryId,
        entryId: entry.entryId,
        effectiveOn: on,
        dueOn: entry.dueOn,
        parts: entry.parts,
        open: { ...entry.parts },
        bearing: underJudgment || entry.kind === 'refund' ? 'none' : 'principal',
        bearsFrom: toEpochDay(entry.dueOn ?? on),
        compounded: false,
      });
    }
    const judging = judgments[judgment]?.judgedOn === on ? judgments[judgment] : undefined;
    const because: PostingReason | null =
      lowering.length > 0 ? 'payment' : judging ? 'judgment' : postingDays.includes(day) ? 'posted' : null;
    if (because !== null) addPosting(postInterest(accrual, because));
    for (const entry of lowering) {
      steps.push({ step: 'entry', entry });
      const relief: Relief = {
        key: entry.entryId,
        order: entry.order ?? 'oldest_due_first',
        direction: entry.direction,
        isPayment: entry.kind === 'payment' || entry.kind === 'recovery',
        unplaced: -totalOf(entry.parts),
      };
      reliefs.push(relief);
      waiting.push(relief);
    }
    place();
    if (judging) {
      judgment += 1;
      const before = open.reduce<Components>((sum, charge) => addComponents(sum, charge.open), noComponents);
      for (const charge of open) meet(charge, { ...charge.open }, `merger:${judging.judgmentId}`, false);
      open = [];
      const step = { judgment: judging, before };
      judged.push(step);
      steps.push({ step: 'judgment', ...step });
      mergeInto(accrual, judging, facts.terms);
      underJudgment = true;
      lineId += 1;
      addCharge({
        key: `judgment:${judging.judgmentId}`,
        entryId: lineId,
        effectiveOn: on,
        dueOn: judging.startOn,
        parts: judging.award,
        open: { ...judging.award },
        bearing: judging.interestOn,
        bearsFrom: toEpochDay(judging.startOn),
        compounded: false,
      });
      // Its terms may begin on this very day.
      advance(accrual, day, options);
      place();
    }
  }
  if (through !== null) advance(accrual, last, options);

  const unplaced = new Map(
    reliefs.filter((relief) => relief.unplaced > 0).map((relief) => [relief.key, relief.unplaced]),
  );
  const unappliedCents = reliefs.reduce((sum, relief) => sum + relief.unplaced, 0);
  const standing = charges.reduce<Components>((sum, charge) => addComponents(sum, charge.open), noComponents);
  return {
    steps,
    postings,
    judged,
    charges,
    allocations: [...allocations.values()],
    unplaced,
    unappliedCents,
    parts: { ...standing, principalCents: standing.principalCents - unappliedCents },
    accrual,
  };
}

/**
 * Pre-judgment terms end, the part of a cent that accrued under them with them; the judgment's begin on their day. Terms set
 * over the judgment's interest stand in its place from their own day on, on the same base: a stop ends it, a later row begins again.
 */
function mergeInto(accrual: Accrual, judgment: Judgment, terms: readonly Terms[]): void {
  const over = terms.filter((row) => row.overJudgment && row.fromOn >= judgment.judgedOn);
  const own: Terms = {
    fromOn: judgment.startOn,
    method: 'simple',
    rate: judgment.rate,
    compounding: null,
    dayCount: judgment.dayCount,
    capCents: null,
    basis: judgment.basis,
  };
  accrual.current = null;
  accrual.unrounded = 0n;
  accrual.underCurrent = 0n;
  accrual.capLeft = null;
  accrual.segments = [];
  accrual.principalCents = 0;
  accrual.compoundedCents = 0;
  accrual.joiningCents = 0;
  accrual.ahead = [];
  // The award bears nothing before `startOn`: what was set before it leaves the judgment's own rate no day.
  accrual.next = over.some(({ fromOn }) => fromOn <= judgment.startOn) ? over : [own, ...over];
}

function bearingOf(charge: Charge): number {
  return charge.bearing === 'award'
    ? totalOf(charge.open)
    : charge.bearing === 'principal'
      ? charge.open.principalCents
      : 0;
}

function isDirectedAt(direction: Direction | null, charge: LedgerKey): boolean {
  return (
    direction !== null && (direction.charges.length === 0 || direction.charges.some((one) => one === charge))
  );
}

function byDayThenKind(a: PrimaryEntry, b: PrimaryEntry): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.entryId - b.entryId;
}

function eventDays(
  entries: readonly PrimaryEntry[],
  judgments: readonly Judgment[],
  postingDays: readonly number[],
): number[] {
  const days = new Set(postingDays);
  for (const { effectiveOn } of entries) days.add(toEpochDay(effectiveOn));
  for (const { judgedOn } of judgments) days.add(toEpochDay(judgedOn));
  return [...days].sort((a, b) => a - b);
}

/** The last day through which interest is stored as posted; before every day when none is. */
export function storedThrough(facts: LedgerFacts): Day {
  const horizon = horizonOf(facts.entries, facts.judgments, facts.postingDays.map(toEpochDay));
  return Number.isFinite(horizon) ? fromEpochDay(horizon) : '0000-00-00';
}

function horizonOf(
  entries: readonly PrimaryEntry[],
  judgments: readonly Judgment[],
  postingDays: readonly number[],
): number {
  let horizon = Math.max(Number.NEGATIVE_INFINITY, ...postingDays);
  for (const { judgedOn } of judgments) horizon = Math.max(horizon, toEpochDay(judgedOn));
  for (const entry of entries) {
    if (isRelief(entry.kind, totalOf(entry.parts)))
      horizon = Math.max(horizon, toEpochDay(entry.effectiveOn));
  }
  return horizon;
}
