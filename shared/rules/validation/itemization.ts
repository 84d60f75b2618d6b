/**
 * The itemization of a validation notice: what was owed on the itemization date and what was added and taken off since
 * (12 CFR 1006.34(c)(2)(vii) to (ix), (b)(3)), drawn from the ledger and equal to its balance to the cent.
 *
 * Both ends are read from the same explanation of the ledger, so interest that runs, payments entered late, reversals (which
 * count from the day of what they take back), judgments and refunds come out the same on the notice and on the account. Where the
 * ledger begins after the date, the sum owed on it is a stated fact, and the opening entries say what was charged in between.
 */
import type { Day } from '../../domain/days.ts';
import { type Explained, type ExplainedLine, explain } from '../../domain/explain.ts';
import { addComponents, type Components, noComponents } from '../../domain/ledger.ts';
import { formatDollars } from '../../domain/money.ts';
import type { LedgerFacts } from '../../domain/replay.ts';

export type ItemizationFault = {
  readonly code:
    | 'VALIDATION_FIELD_MISSING'
    | 'VALIDATION_ITEMIZATION_DATE_INCONSISTENT'
    | 'VALIDATION_ITEMIZATION_NOT_EXPLAINED';
  readonly text: string;
};

export type Itemization = {
  readonly itemizationOn: Day;
  readonly asOf: Day;
  /** What was owed at the end of the itemization date; `null` when neither the ledger nor a stated sum says. */
  readonly owedThenCents: number | null;
  /** Where that sum comes from. */
  readonly owedThenFrom: 'ledger' | 'stated' | 'nothing';
  readonly interestCents: number;
  /** Fees and costs. */
  readonly feesCents: number;
  /** Payments and credits, less what was paid back; never below 0. */
  readonly paidCents: number;
  /** What came onto the account since and is neither interest nor a fee, so that the notice has no line for it. */
  readonly otherCents: number;
  /** What is owed now: the ledger’s balance with interest up to `asOf`. */
  readonly owedNowCents: number;
  /** Things to put right before a notice can carry these figures. */
  readonly faults: readonly ItemizationFault[];
  /** What the reader should know of how the figures came about. */
  readonly remarks: readonly string[];
};

/** The fields of the notice in words; never blank (1006.34(c)(2)(viii)). */
export type ItemizationRow = {
  readonly label: string;
  readonly cents: number;
  readonly sign: '' | '+' | '-';
};

type Flow = { charged: Components; relieved: Components };

function partsOfLine(line: ExplainedLine): Components {
  switch (line.line) {
    case 'charge':
      return line.entry.parts;
    case 'interest':
      return { ...noComponents, interestCents: line.cents };
    case 'judgment':
      return {
        principalCents: line.judgment.award.principalCents - line.before.principalCents,
        interestCents: line.judgment.award.interestCents - line.before.interestCents,
        feesCents: line.judgment.award.feesCents - line.before.feesCents,
        costsCents: line.judgment.award.costsCents - line.before.costsCents,
      };
    case 'relief':
      // Where it went is another matter: on the notice a payment is a payment.
      return { ...noComponents, principalCents: line.cents };
  }
}

function above(cents: number): number {
  return cents > 0 ? cents : 0;
}

function below(cents: number): number {
  return cents < 0 ? -cents : 0;
}

/** Everything that moved the balance up to the day explained, by whether it came on or went off. */
function flowOf(explained: Explained, wanted: (line: ExplainedLine) => boolean): Flow {
  let charged = noComponents;
  let relieved = noComponents;
  for (const line of explained.lines) {
    if (!wanted(line)) continue;
    const parts = partsOfLine(line);
    // A refund gives back what a payment took off.
    if (line.line === 'charge' && line.entry.kind === 'refund') {
      relieved = addComponents(relieved, {
        ...noComponents,
        principalCents: -line.cents,
      });
      continue;
    }
    charged = addComponents(charged, {
      principalCents: above(parts.principalCents),
      interestCents: above(parts.interestCents),
      feesCents: above(parts.feesCents),
      costsCents: above(parts.costsCents),
    });
    relieved = addComponents(relieved, {
      principalCents: below(parts.principalCents),
      interestCents: below(parts.interestCents),
      feesCents: below(parts.feesCents),
      costsCents: below(parts.costsCents),
    });
  }
  return { charged, relieved };
}

function totalRelief({ relieved }: Flow): number {
  return relieved.principalCents + relieved.interestCents + relieved.feesCents + relieved.costsCents;
}

function firstDayOf(facts: LedgerFacts): Day | null {
  let first: Day | null = null;
  for (const { effectiveOn } of facts.entries) if (first === null || effectiveOn < first) first = effectiveOn;
  for (const { judgedOn } of facts.judgments) if (first === null || judgedOn < first) first = judgedOn;
  return first;
}

/**
 * The itemization as of a day. `statedCents` is the sum owed on the itemization date as the creditor or an earlier record states
 * it; it is used where the ledger begins later, and held against the ledger where it does not.
 */
export function itemizationOf(
  facts: LedgerFacts,
  itemizationOn: Day,
  asOf: Day,
  statedCents: number | null = null,
): Itemization {
  const now = explain(facts, asOf);
  const faults: ItemizationFault[] = [];
  const remarks: string[] = [];
  if (itemizationOn > asOf) {
    faults.push({
      code: 'VALIDATION_ITEMIZATION_DATE_INCONSISTENT',
      text: 'The itemization date lies in the future. Choose a day on or before the day of the notice.',
    });
  }

  const firstOn = firstDayOf(facts);
  const reaches = firstOn !== null && firstOn <= itemizationOn;
  // What the ledger held at the end of the date; everything by later lines, and interest beyond what had accrued by then.
  const then = reaches ? explain(facts, itemizationOn) : null;
  const openingOn = reaches ? null : firstOn;
  const isOpening = (line: ExplainedLine) =>
    openingOn !== null && line.line === 'charge' && line.on === openingOn && line.entry.kind !== 'refund';
  const opening = flowOf(now, isOpening).charged;
  const since = flowOf(
    now,
    (line) => line.line !== 'interest' && line.on > itemizationOn && !isOpening(line),
  );

  let interestCents = since.charged.interestCents + interestOf(now) - (then === null ? 0 : interestOf(then));
  let feesCents = since.charged.feesCents + since.charged.costsCents;
  let paidCents = totalRelief(since);
  let otherCents = since.charged.principalCents;
  let owedThenCents: number | null = null;
  let owedThenFrom: Itemization['owedThenFrom'] = 'nothing';

  if (then !== null) {
    owedThenCents = then.totalCents;
    owedThenFrom = 'ledger';
    if (statedCents !== null && statedCents !== then.totalCents) {
      remarks.push(
        `The account’s file states ${formatDollars(statedCents)} for the itemization date; the ledger holds ${formatDollars(then.totalCents)}, and that is what the notice shows.`,
      );
    }
  } else if (statedCents !== null) {
    owedThenCents = statedCents;
    owedThenFrom = 'stated';
    // What the opening entries add to the stated sum was charged in between; what they fall short of it was paid.
    const openingCents =
      opening.principalCents + opening.interestCents + opening.feesCents + opening.costsCents;
    let gap = openingCents - statedCents;
    if (gap < 0) {
      paidCents -= gap;
      gap = 0;
      remarks.push(
        `The ledger begins ${formatDollars(statedCents - openingCents)} below the sum stated for the itemization date. The difference is shown as paid or credited; check it against the creditor’s records.`,
      );
    }
    const asInterest = Math.min(gap, above(opening.interestCents));
    const asFees = Math.min(gap - asInterest, above(opening.feesCents) + above(opening.costsCents));
    interestCents += asInterest;
    feesCents += asFees;
    otherCents += gap - asInterest - asFees;
    remarks.push(
      `The ledger begins on ${openingOn ?? asOf}, after the itemization date: the sum owed on that date is the one stated on the account.`,
    );
  } else {
    // Without a sum for the date, the opening entries are what it is reckoned from; the field itself stays open.
    faults.push({
      code: 'VALIDATION_FIELD_MISSING',
      text: 'The ledger begins after the itemization date. State what was owed on that date, or choose a date the ledger covers.',
    });
  }

  // The notice adds interest and fees and takes off payments; what is negative belongs on the other side.
  if (interestCents < 0) {
    paidCents -= interestCents;
    interestCents = 0;
  }
  if (paidCents < 0) {
    otherCents -= paidCents;
    paidCents = 0;
    remarks.push('More was paid back to the debtor since the itemization date than was paid or credited.');
  }
  if (otherCents > 0) {
    const judged = now.lines.some((line) => line.line === 'judgment' && line.on > itemizationOn);
    faults.push({
      code: 'VALIDATION_ITEMIZATION_NOT_EXPLAINED',
      text: judged
        ? `A judgment after the itemization date added ${formatDollars(otherCents)} that is neither interest nor a fee. Use the judgment date as the itemization date.`
        : `${formatDollars(otherCents)} came onto the account after the itemization date and is neither interest nor a fee. Choose a later itemization date, or correct the sum owed on it.`,
    });
  }
  return {
    itemizationOn,
    asOf,
    owedThenCents,
    owedThenFrom,
    interestCents,
    feesCents,
    paidCents,
    otherCents,
    owedNowCents: now.totalCents,
    faults,
    remarks,
  };
}

function interestOf(explained: Explained): number {
  return explained.lines.reduce((sum, line) => (line.line === 'interest' ? sum + line.cents : sum), 0);
}

/** Whether the figures add up to what is owed now; what is not known adds up to nothing. */
export function isReconciled(table: Itemization): boolean {
  return (
    table.owedThenCents !== null &&
    table.owedThenCents + table.interestCents + table.feesCents - table.paidCents + table.otherCents ===
      table.owedNowCents
  );
}

/** The rows in the order of the model form, every field filled. */
export function itemizationRows(
  table: Itemization,
  spell: (day: Day) => string,
): readonly ItemizationRow[] | null {
  if (table.owedThenCents === null || table.faults.length > 0 || !isReconciled(table)) return null;
  return [
    { label: `As of ${spell(table.itemizationOn)}, you owed:`, cents: table.owedThenCents, sign: '' },
    { label: 'You were charged this amount in interest:', cents: table.interestCents, sign: '+' },
    { label: 'You were charged this amount in fees:', cents: table.feesCents, sign: '+' },
    {
      label: 'You paid or were credited this amount toward the debt:',
      cents: table.paidCents,
      sign: '-',
    },
    { label: 'Total amount of the debt now:', cents: table.owedNowCents, sign: '' },
  ];
}
