/**
 * How a balance came about, in plain sentences: to be read aloud on the telephone, by a reader of the screen, or on paper.
 * One sentence or two for each line of the explanation, in its order; the last ones say what the balance is.
 */
import type { Explanation, ExplanationLine } from '../../contract/ledger.ts';
import { spellDay } from '../../domain/days.ts';
import type { ApplicationOrder } from '../../domain/ledger.ts';
import { formatDollars } from '../../domain/money.ts';
import { basisKindWords } from '../../text/labels.ts';
import {
  balanceParts,
  chargeWords,
  daysWords,
  exactDollars,
  type InterestLine,
  type JudgmentLine,
  partsWords,
  type ReliefLine,
  rateWords,
  reliefWords,
} from './figure-words.ts';

export function explanationSentences(explanation: Explanation): readonly string[] {
  const { asOf, totalCents, lines, perDiem, takenBack } = explanation;
  const parts = balanceParts(explanation).map(({ name, cents }) => `${name} ${formatDollars(cents)}`);
  const daily = /^[0.]*$/.test(perDiem.unrounded)
    ? 'No interest accrues on it at present.'
    : `Each day from then on adds ${formatDollars(perDiem.cents)} of interest.`;
  return [
    ...lines.map(sentenceOf),
    ...takenBack.map(
      ({ kind, on, cents, reason }) =>
        `${chargeWords(kind, '', '')} of ${formatDollars(Math.abs(cents))} on ${spellDay(on)} was taken back${
          reason === '' ? '' : ` (${reason})`
        } and is not counted.`,
    ),
    `So on ${spellDay(asOf)} the balance is ${formatDollars(totalCents)}${parts.length < 2 ? '' : `: ${parts.join(', ')}`}. ${daily}`,
  ];
}

function sentenceOf(line: ExplanationLine): string {
  const words =
    line.line === 'charge'
      ? chargeSentence(line)
      : line.line === 'interest'
        ? interestSentence(line)
        : line.line === 'relief'
          ? reliefSentence(line)
          : judgmentSentence(line);
  return `${words} The balance was then ${formatDollars(line.balanceCents)}.`;
}

function chargeSentence(line: Extract<ExplanationLine, { line: 'charge' }>): string {
  const due = line.dueOn === null || line.dueOn === line.on ? '' : `, due on ${spellDay(line.dueOn)}`;
  const basis = line.basis === '' ? '' : ` It rests on: ${basisWords(line.basisKind, line.basis)}.`;
  return `On ${spellDay(line.on)} ${formatDollars(line.cents)} was added (${chargeWords(line.kind, line.reference, line.memo)})${due}.${basis}`;
}

/** `Statute: RCW 19.52.010`. */
export function basisWords(basisKind: string, basis: string): string {
  const name = Object.hasOwn(basisKindWords, basisKind)
    ? basisKindWords[basisKind as keyof typeof basisKindWords]
    : '';
  return name === '' || basisKind === 'unstated' ? basis : `${name.toLowerCase()}, ${basis}`;
}

/** Why a posting of interest ends on its day. */
export const becauseWords: Readonly<Record<InterestLine['because'], string>> = {
  payment: 'posted before the payment of that day',
  compounding: 'added to the sum that bears interest',
  judgment: 'posted before the judgment',
  posted: 'posted by hand',
  accrued: 'accrued by that day and not posted yet',
};

function interestSentence(line: InterestLine): string {
  const segments = line.segments.map(
    (segment) =>
      `from ${spellDay(segment.fromOn)} to ${spellDay(segment.toOn)}, ${daysWords(segment.days)} on ${formatDollars(segment.baseCents)} at ${rateWords(segment)}: ${exactDollars(segment.unrounded)}${segment.capped ? ', stopped at the agreed limit' : ''}`,
  );
  return `Interest by ${spellDay(line.on)}: ${segments.join('; ')}. Rounded to the cent that is ${formatDollars(line.cents)}, ${becauseWords[line.because]}.`;
}

const orderPhrases: Readonly<Record<ApplicationOrder, string>> = {
  oldest_due_first: 'to what was due first',
  costs_fees_interest_principal: 'to costs, then fees, interest and principal',
  interest_first: 'to interest, then principal, fees and costs',
  principal_first: 'to principal, then interest, fees and costs',
  pro_rata: 'to all parts in proportion',
};

/** By what a payment was applied. */
export function orderWords({ order, directed }: Pick<ReliefLine, 'order' | 'directed'>): string {
  return directed ? `as directed, the rest ${orderPhrases[order]}` : orderPhrases[order];
}

function reliefSentence(line: ReliefLine): string {
  const met = line.applications.map(
    ({ kind, reference, dueOn, cents, parts }) =>
      `${formatDollars(cents)} to ${chargeWords(kind, reference, '')}${dueOn === null ? '' : ` due ${spellDay(dueOn)}`} (${partsWords(parts)})`,
  );
  if (line.unappliedCents !== 0)
    met.push(`${formatDollars(line.unappliedCents)} waits as credit for later charges`);
  const allowed = line.allowedBy === '' ? '' : ` It was allowed by ${line.allowedBy}.`;
  const why = line.memo === '' ? '' : ` (${line.memo})`;
  return `On ${spellDay(line.on)} ${formatDollars(-line.cents)} was taken off: ${reliefWords(line)}${why}.${
    met.length === 0 ? '' : ` It was applied ${orderWords(line)}: ${met.join('; ')}.`
  }${allowed}`;
}

function judgmentSentence(line: JudgmentLine): string {
  const number = line.caseNumber === '' ? '' : `, case ${line.caseNumber}`;
  return `On ${spellDay(line.on)} ${line.court}${number} gave judgment: ${partsWords(line.award) || 'nothing'}. That takes the place of what was owed before: ${partsWords(line.before) || 'nothing'}.`;
}
