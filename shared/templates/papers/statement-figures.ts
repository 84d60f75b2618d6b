/**
 * The lines of a statement from two explanations: the day before the period and its last day. Lines go by effective day.
 *
 * Interest that had accrued before the period but was posted in it already stands in the opening balance, so the first
 * postings are shown less by that sum; what has accrued by the closing day and is not posted yet is the last line. So
 * opening + lines = closing, each a balance `explain` gives. Where they do not meet, no statement is made.
 */
import type { Explanation, ExplanationLine } from '../../contract/ledger.ts';
import { type Day, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { fail, ok, type Result } from '../../errors/result.ts';
import { chargeWords, type InterestLine, partsWords, rateWords, reliefWords } from './figure-words.ts';

export type StatementLine = {
  readonly on: Day;
  readonly what: string;
  /** What more there is to say; empty for nothing. */
  readonly detail: string;
  /** Up for charges and interest, down for payments and credits. */
  readonly cents: number;
  /** After this line. */
  readonly balanceCents: number;
  readonly sort: 'charge' | 'interest' | 'relief' | 'judgment';
};

export type StatementFigures = {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly openingCents: number;
  /** Of the opening balance, interest that was not posted yet. */
  readonly openingAccruedCents: number;
  readonly lines: readonly StatementLine[];
  /** By sort; together with the opening balance they make the closing one. */
  readonly sums: Readonly<Record<StatementLine['sort'], number>>;
  readonly closingCents: number;
  readonly closingAccruedCents: number;
  readonly takenBack: readonly { readonly on: Day; readonly what: string; readonly reason: string }[];
};

/**
 * `opening` is the explanation as of the day before `fromOn`, `closing` as of the last day of the period, both of one
 * account. Returns `paper.not_reconciling` (`differenceCents`) when the lines do not lead from one to the other.
 */
export function statementFigures(
  opening: Explanation,
  closing: Explanation,
  fromOn: Day,
): Result<StatementFigures> {
  let balanceCents = opening.totalCents;
  let alreadyCents = opening.accruedCents;
  const sums = { charge: 0, interest: 0, relief: 0, judgment: 0 };
  const lines: StatementLine[] = [];
  for (const line of closing.lines) {
    if (line.on < fromOn) continue;
    const openedCents = line.line === 'interest' ? Math.min(alreadyCents, line.cents) : 0;
    alreadyCents -= openedCents;
    const cents = line.cents - openedCents;
    balanceCents += cents;
    sums[line.line] += cents;
    if (line.line === 'interest' && line.cents === 0) continue;
    lines.push({ on: line.on, ...wordsOf(line, fromOn, openedCents), cents, balanceCents, sort: line.line });
  }
  const differenceCents = closing.totalCents - balanceCents;
  if (differenceCents !== 0 || alreadyCents !== 0)
    return fail('paper.not_reconciling', { differenceCents: differenceCents || alreadyCents });
  return ok({
    fromOn,
    toOn: closing.asOf,
    openingCents: opening.totalCents,
    openingAccruedCents: opening.accruedCents,
    lines,
    sums,
    closingCents: closing.totalCents,
    closingAccruedCents: closing.accruedCents,
    takenBack: closing.takenBack
      .filter(({ on }) => on >= fromOn)
      .map(({ on, kind, cents, reason }) => ({
        on,
        what: `${chargeWords(kind, '', '')} of ${formatDollars(Math.abs(cents))}`,
        reason,
      })),
  });
}

function wordsOf(
  line: ExplanationLine,
  fromOn: Day,
  openedCents: number,
): { readonly what: string; readonly detail: string } {
  switch (line.line) {
    case 'charge':
      return {
        what: chargeWords(line.kind, line.reference, line.memo),
        detail: [
          line.dueOn === null ? '' : `due ${spellDayShort(line.dueOn)}`,
          line.basis === '' ? '' : line.basis,
        ]
          .filter(Boolean)
          .join('; '),
      };
    case 'interest':
      return interestWords(line, fromOn, openedCents);
    case 'relief':
      return {
        what: reliefWords(line),
        detail: [
          appliedWords(line.applications.map(({ parts }) => parts)),
          line.unappliedCents === 0 ? '' : `${formatDollars(line.unappliedCents)} kept as credit`,
        ]
          .filter(Boolean)
          .join('; '),
      };
    case 'judgment':
      return {
        what: `Judgment, ${line.court}${line.caseNumber === '' ? '' : `, ${line.caseNumber}`}`,
        detail: `awarded: ${partsWords(line.award)}; it takes the place of ${partsWords(line.before) || 'nothing owed'}`,
      };
  }
}

function appliedWords(applied: readonly Parameters<typeof partsWords>[0][]): string {
  const sum = applied.reduce(
    (a, b) => ({
      principalCents: a.principalCents + b.principalCents,
      interestCents: a.interestCents + b.interestCents,
      feesCents: a.feesCents + b.feesCents,
      costsCents: a.costsCents + b.costsCents,
    }),
    { principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 },
  );
  const words = partsWords(sum);
  return words === '' ? '' : `applied to ${words}`;
}

function interestWords(line: InterestLine, fromOn: Day, openedCents: number) {
  const first = line.segments[0];
  const last = line.segments.at(-1);
  const what = line.because === 'accrued' ? 'Interest accrued, not posted yet' : 'Interest';
  if (!first || !last) return { what, detail: '' };
  const inOpening =
    openedCents === 0
      ? ''
      : `${formatDollars(line.cents)} in all, of which ${formatDollars(openedCents)} accrued before ${spellDayShort(fromOn)} and stands in the opening balance`;
  const rates = new Set(line.segments.map(rateWords));
  const rate = rates.size === 1 ? ` at ${rateWords(first)}` : '';
  return {
    what: `${what}, ${spellDayShort(first.fromOn)} to ${spellDayShort(last.toOn)}${rate}`,
    detail: inOpening,
  };
}
