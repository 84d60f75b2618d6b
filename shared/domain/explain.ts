/**
 * What a figure is made of: every charge, every segment of interest, every payment with how it was applied, in the order of
 * the days they count from, with the balance after each, ending at the figure to the cent.
 */
import { type PostingReason, perDiemOf, type Segment } from './accrual.ts';
import type { Day } from './days.ts';
import { countedDays, roundHalfUp, type Unrounded, unroundedText } from './interest.ts';
import {
  type ApplicationOrder,
  addComponents,
  type Components,
  type EntryKind,
  isRelief,
  noComponents,
  totalOf,
} from './ledger.ts';
import {
  type Judgment,
  type LedgerFacts,
  type LedgerKey,
  type PrimaryEntry,
  replay,
  storedThrough,
} from './replay.ts';

export type ExplainedSegment = {
  readonly fromOn: Day;
  readonly toOn: Day;
  /** As the terms count them. */
  readonly days: number;
  readonly baseCents: number;
  readonly terms: Segment['terms'];
  /** Cents to eight decimals. */
  readonly unrounded: string;
  /** Its part of the rounded sum; the segments of a line add up to it. */
  readonly roundedCents: number;
  readonly capped: boolean;
};

export type ExplainedApplication = {
  /** The charge it met, or the day of the posted interest it met, or the judgment. */
  readonly charge: LedgerKey;
  readonly kind: EntryKind;
  readonly dueOn: Day | null;
  readonly parts: Components;
  readonly cents: number;
};

export type ExplainedLine<E extends PrimaryEntry = PrimaryEntry> =
  | {
      readonly line: 'charge';
      readonly on: Day;
      readonly entry: E;
      readonly cents: number;
      readonly balanceCents: number;
    }
  | {
      readonly line: 'interest';
      readonly on: Day;
      readonly because: PostingReason | 'accrued';
      readonly segments: readonly ExplainedSegment[];
      readonly unrounded: string;
      readonly cents: number;
      readonly balanceCents: number;
    }
  | {
      readonly line: 'relief';
      readonly on: Day;
      readonly entry: E;
      readonly order: ApplicationOrder;
      readonly directed: boolean;
      readonly applications: readonly ExplainedApplication[];
      /** What no charge has taken by the day asked for. */
      readonly unappliedCents: number;
      readonly cents: number;
      readonly balanceCents: number;
    }
  | {
      readonly line: 'judgment';
      readonly on: Day;
      readonly judgment: Judgment;
      readonly before: Components;
      readonly cents: number;
      readonly balanceCents: number;
    };

export type Explained<E extends PrimaryEntry = PrimaryEntry> = {
  readonly asOf: Day;
  readonly lines: readonly ExplainedLine<E>[];
  /** Posted and accrued; credit is taken off the principal. */
  readonly parts: Components;
  readonly totalCents: number;
  /** Of the interest, what has accrued since the last posting or compounding day. */
  readonly accruedCents: number;
  /** Of the interest, what no entry of the ledger holds yet: accrued, and compounded since the last posting that is stored. */
  readonly unpostedCents: number;
  readonly unappliedCents: number;
  /** One more day's interest. */
  readonly perDiem: { readonly unrounded: string; readonly cents: number };
};

/**
 * The figure of the end of a day, past or future, with everything it is made of; the lines' sums add up to it. Interest is
 * counted up to the day, the day itself left out.
 */
export function explain<E extends PrimaryEntry>(facts: LedgerFacts<E>, asOf: Day): Explained<E> {
  const replayed = replay(facts, { through: asOf });
  const charges = new Map(replayed.charges.map((charge) => [charge.key, charge]));
  const kinds = new Map(facts.entries.map((entry) => [entry.entryId, entry.kind]));
  const kindOf = (key: LedgerKey): EntryKind =>
    typeof key === 'number'
      ? (kinds.get(key) ?? 'charge')
      : key.startsWith('interest:')
        ? 'interest'
        : 'judgment';
  const applied = new Map<LedgerKey, ExplainedApplication[]>();
  for (const { relief, charge, parts } of replayed.allocations) {
    const application = {
      charge,
      kind: kindOf(charge),
      dueOn: charges.get(charge)?.dueOn ?? null,
      parts,
      cents: totalOf(parts),
    };
    const list = applied.get(relief);
    if (list) list.push(application);
    else applied.set(relief, [application]);
  }

  const lines: ExplainedLine<E>[] = [];
  let balanceCents = 0;
  for (const step of replayed.steps) {
    if (step.step === 'interest') {
      const { on, because, segments, unrounded, cents } = step.posting;
      balanceCents += cents;
      lines.push({
        line: 'interest',
        on,
        because,
        segments: explainSegments(segments),
        unrounded: unroundedText(unrounded),
        cents,
        balanceCents,
      });
    } else if (step.step === 'judgment') {
      const { judgment, before } = step;
      const cents = totalOf(judgment.award) - totalOf(before);
      balanceCents += cents;
      lines.push({ line: 'judgment', on: judgment.judgedOn, judgment, before, cents, balanceCents });
    } else {
      const { entry } = step;
      const cents = totalOf(entry.parts);
      balanceCents += cents;
      const on = entry.effectiveOn;
      if (isRelief(entry.kind, cents)) {
        lines.push({
          line: 'relief',
          on,
          entry,
          order: entry.order ?? 'oldest_due_first',
          directed: entry.direction !== null,
          applications: applied.get(entry.entryId) ?? [],
          unappliedCents: replayed.unplaced.get(entry.entryId) ?? 0,
          cents,
          balanceCents,
        });
      } else {
        lines.push({ line: 'charge', on, entry, cents, balanceCents });
      }
    }
  }
  const { accrual } = replayed;
  const accruedCents = roundHalfUp(accrual.unrounded);
  if (accrual.segments.length > 0) {
    balanceCents += accruedCents;
    lines.push({
      line: 'interest',
      on: asOf,
      because: 'accrued',
      segments: explainSegments(accrual.segments),
      unrounded: unroundedText(accrual.unrounded),
      cents: accruedCents,
      balanceCents,
    });
  }
  const horizon = storedThrough(facts);
  const unpostedCents = replayed.postings.reduce(
    (sum, { on, cents }) => (on > horizon ? sum + cents : sum),
    accruedCents,
  );
  const perDiem = perDiemOf(accrual);
  const parts = addComponents(replayed.parts, { ...noComponents, interestCents: accruedCents });
  return {
    asOf,
    lines,
    parts,
    totalCents: totalOf(parts),
    accruedCents,
    unpostedCents,
    unappliedCents: replayed.unappliedCents,
    perDiem: { unrounded: unroundedText(perDiem), cents: roundHalfUp(perDiem) },
  };
}

/** Each segment's part of the rounded sum is what it adds to the sum before it, so that the parts add up. */
function explainSegments(segments: readonly Segment[]): ExplainedSegment[] {
  let sum: Unrounded = 0n;
  return segments.map(({ fromOn, toOn, baseCents, terms, unrounded, capped }) => {
    const before = roundHalfUp(sum);
    sum += unrounded;
    return {
      fromOn,
      toOn,
      days: countedDays(terms.dayCount, fromOn, toOn),
      baseCents,
      terms,
      unrounded: unroundedText(unrounded),
      roundedCents: roundHalfUp(sum) - before,
      capped,
    };
  });
}
