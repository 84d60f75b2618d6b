/**
 * The explanation of a figure in plain sentences: to be read out on the phone, copied into a message, or followed by a
 * screen reader. The same figures as the table's, none left out.
 */
import type { Explanation, ExplanationLine } from '../../../../shared/contract/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  applicationOrderWords,
  basisKindWords,
  dayCountWords,
  entryKindWords,
  paymentMethodWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { sumGroupWords, sumUp } from './balance-sum.ts';
import { partsWords } from './effect-words.ts';

type LineOf<K extends ExplanationLine['line']> = Extract<ExplanationLine, { line: K }>;
type Segment = LineOf<'interest'>['segments'][number];

/** Paragraphs, in order; the last says the figure again. */
export function explanationSentences(explanation: Explanation): string[] {
  const { debtorName, accountNumber, asOf, lines, parts, perDiem, takenBack } = explanation;
  const total = formatDollars(explanation.totalCents);
  const said = [
    `Account ${accountNumber} of ${debtorName}. At the end of ${dayWords(asOf)}, ${total} ${explanation.totalCents < 0 ? 'stands in credit' : 'is owed'}.`,
    ...lines.map(lineSentence),
  ];
  for (const entry of takenBack) {
    said.push(
      `Left out, because it was taken back: ${entryKindWords[entry.kind].toLowerCase()} of ${formatDollars(Math.abs(entry.cents))} of ${dayWords(entry.on)}${entry.reason === '' ? '' : ` (${entry.reason})`}.`,
    );
  }
  const sums = sumUp(explanation);
  if (sums.length > 1) {
    said.push(
      `Together: ${sums.map(({ group, cents }) => `${sumGroupWords[group].toLowerCase()} ${formatDollars(cents)}`).join(', ')}. That makes ${total}.`,
    );
  }
  const made = partsWords(parts);
  if (made !== '') said.push(`Of the ${total}: ${made}.`);
  if (explanation.unappliedCents > 0)
    said.push(
      `${formatDollars(explanation.unappliedCents)} came in that no charge could take; it waits as credit.`,
    );
  said.push(
    perDiem.cents === 0
      ? 'No interest is being added by the day.'
      : `Each further day adds about ${formatDollars(perDiem.cents)} of interest.`,
  );
  return said;
}

function lineSentence(line: ExplanationLine): string {
  const day = dayWords(line.on);
  const after = `Balance ${formatDollars(line.balanceCents)}.`;
  switch (line.line) {
    case 'charge': {
      const of = line.reference === '' ? '' : ` ${line.reference}`;
      const due = line.dueOn === null || line.dueOn === line.on ? '' : `, due ${dayWords(line.dueOn)}`;
      return `${day}: ${entryKindWords[line.kind]}${of} of ${formatDollars(line.cents)}${due}.${basisSentence(line)}${line.memo === '' ? '' : ` ${stopped(line.memo)}`} ${after}`;
    }
    case 'interest':
      return `${day}: Interest of ${formatDollars(line.cents)}, ${becauseWords[line.because]}. ${line.segments.map(segmentSentence).join(' ')} ${after}`;
    case 'relief':
      return `${day}: ${entryKindWords[line.kind]} of ${formatDollars(Math.abs(line.cents))}${line.method === null ? '' : ` (${paymentMethodWords[line.method].toLowerCase()}${line.reference === '' ? '' : `, ${line.reference}`})`}.${line.allowedBy === '' ? '' : ` Allowed by ${stopped(line.allowedBy)}`} ${appliedSentence(line)} ${after}`;
    case 'judgment':
      return `${day}: Judgment of ${line.court}${line.caseNumber === '' ? '' : `, case ${line.caseNumber}`}. Before it ${partsOrNothing(line.before)} was owed; the court awarded ${partsOrNothing(line.award)}. Allowed by ${stopped(line.basis)} ${after}`;
  }
}

/** Why a stretch of interest ends where it does. */
export const becauseWords: Readonly<Record<LineOf<'interest'>['because'], string>> = {
  payment: 'posted because money came in',
  compounding: 'added to the sum it runs on',
  judgment: 'posted up to the judgment',
  posted: 'posted by hand',
  accrued: 'accrued and not posted yet',
};

function segmentSentence(segment: Segment): string {
  const days = `${segment.days} ${segment.days === 1 ? 'day' : 'days'}`;
  return `From ${dayWords(segment.fromOn)} to ${dayWords(segment.toOn)}, ${days} on ${formatDollars(segment.baseCents)} at ${segment.rate} % a year (${dayCountWords[segment.dayCount]}): ${formatDollars(segment.roundedCents)}${segment.capped ? ', where the cap was reached' : ''}.`;
}

/** Who or what allows it: ` Contract clause: Agreement §4.`; empty where nothing must. */
export function basisSentence(line: { readonly basisKind: string; readonly basis: string }): string {
  if (line.basis === '') return '';
  return line.basisKind === ''
    ? ` Allowed by ${stopped(line.basis)}`
    : ` ${wordOf(basisKindWords, line.basisKind)}: ${stopped(line.basis)}`;
}

/** How a payment met what was open, rule first. */
export function appliedSentence(line: LineOf<'relief'>): string {
  const rule = `${line.directed ? 'As directed, then by ' : ''}${applicationOrderWords[line.order]}`;
  const met = line.applications.map(
    (one) =>
      `${formatDollars(one.cents)} to ${one.reference === '' ? entryKindWords[one.kind].toLowerCase() : one.reference}${one.dueOn === null ? '' : ` due ${dayWords(one.dueOn)}`} (${partsWords(one.parts)})`,
  );
  const credit = line.unappliedCents > 0 ? [`${formatDollars(line.unappliedCents)} waits as credit`] : [];
  const all = [...met, ...credit];
  return all.length === 0 ? '' : `${rule}: ${all.join('; ')}.`;
}

function partsOrNothing(parts: LineOf<'judgment'>['award']): string {
  const words = partsWords(parts);
  return words === '' ? 'nothing' : words;
}

function stopped(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
