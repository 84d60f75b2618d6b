/** The explanation of a balance on paper: every line with what it is made of, and the same in sentences to be read out. */
import type { ExplanationLine } from '../../contract/ledger.ts';
import { spellDay, spellDayShort } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { basisWords, becauseWords, explanationSentences, orderWords } from './explanation-words.ts';
import {
  balanceParts,
  chargeWords,
  daysWords,
  exactDollars,
  partsWords,
  rateWords,
  reliefWords,
} from './figure-words.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { ExplanationFacts } from './paper-facts.ts';
import { type PaperSheet, reachSentence, subjectTable } from './paper-sheet.ts';

export function explanationPage({ parties, explanation }: ExplanationFacts): PaperSheet {
  const { asOf, totalCents, lines, takenBack } = explanation;
  const body = html`${subjectTable(parties, [
    ['As of', spellDay(asOf)],
    ['Balance', formatDollars(totalCents), 'due'],
  ])}
<h2>What the balance is made of</h2>
<table class="figures narrow">
<thead><tr><th scope="col">Part</th><th scope="col" class="sum">Amount</th></tr></thead>
<tbody>${balanceParts(explanation).map(
    ({ name, cents }) =>
      html`<tr><th scope="row">${name}</th><td class="sum">${formatDollars(cents)}</td></tr>`,
  )}
<tr class="total"><th scope="row">Balance</th><td class="sum">${formatDollars(totalCents)}</td></tr>
</tbody>
</table>
<h2>How it came about</h2>
<table class="figures">
<colgroup><col style="width: 21mm"><col><col style="width: 24mm"><col style="width: 24mm"></colgroup>
<thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col" class="sum">Amount</th><th scope="col" class="sum">Balance</th></tr></thead>
<tbody>${lines.map(lineRow)}
${lines.length === 0 ? html`<tr><td></td><td colspan="3">Nothing was posted by that day.</td></tr>` : nothingMore}
<tr class="total"><td class="day">${spellDayShort(asOf)}</td><td colspan="2">Balance</td><td class="sum">${formatDollars(totalCents)}</td></tr>
</tbody>
</table>
${
  takenBack.length === 0
    ? nothingMore
    : html`<h2>Taken back, and not counted above</h2>
<ul class="said">${takenBack.map(
        ({ on, kind, cents, reason }) =>
          html`<li>${spellDayShort(on)}: ${chargeWords(kind, '', '')}, ${formatDollars(Math.abs(cents))}${
            reason === '' ? '' : html` (${typed(reason)})`
          }</li>`,
      )}</ul>`
}
<h2>How interest is counted</h2>
<p class="small">Interest runs on the principal that is due, from the first day named up to the second, which is not counted:
the day a payment counts from bears no interest on what it paid. Each stretch is reckoned exactly; the stretches of one
posting are added up and rounded to the cent once, half a cent up.</p>
<h2>In words</h2>
<ol class="said">${explanationSentences(explanation).map((sentence) => html`<li>${typed(sentence)}</li>`)}</ol>
<p class="small">If you believe a line is wrong, tell us which and why. ${reachSentence(parties)}</p>`;
  return { title: 'Explanation of the balance', parties, mailed: true, body };
}

function lineRow(line: ExplanationLine): Markup {
  const { what, details } = wordsOf(line);
  const under =
    details.length === 0
      ? nothingMore
      : html`<div class="under">${details.map((detail) => html`<span>${typed(detail)}</span>`)}</div>`;
  const open = details.length > 12 ? html`<tr class="long">` : html`<tr>`;
  return html`${open}<td class="day">${spellDayShort(line.on)}</td><td>${typed(what)}${under}</td><td class="sum">${formatDollars(
    line.cents,
  )}</td><td class="sum">${formatDollars(line.balanceCents)}</td></tr>`;
}

function wordsOf(line: ExplanationLine): { readonly what: string; readonly details: readonly string[] } {
  switch (line.line) {
    case 'charge':
      return {
        what: chargeWords(line.kind, line.reference, line.memo),
        details: [
          line.dueOn === null ? '' : `Due ${spellDayShort(line.dueOn)}`,
          line.basis === '' ? '' : `Rests on ${basisWords(line.basisKind, line.basis)}`,
        ].filter(Boolean),
      };
    case 'interest':
      return {
        what: `Interest, ${becauseWords[line.because]}`,
        details: [
          ...line.segments.map(
            (segment) =>
              `${spellDayShort(segment.fromOn)} to ${spellDayShort(segment.toOn)}: ${daysWords(segment.days)} on ${formatDollars(segment.baseCents)} at ${rateWords(segment)} = ${exactDollars(segment.unrounded)}, here ${formatDollars(segment.roundedCents)}${segment.capped ? ' (stopped at the agreed limit)' : ''}${segment.basis === '' ? '' : `; ${segment.basis}`}`,
          ),
          `Together ${exactDollars(line.unrounded)}, rounded to ${formatDollars(line.cents)}`,
        ],
      };
    case 'relief':
      return {
        what: `${reliefWords(line)}${line.memo === '' ? '' : `: ${line.memo}`}`,
        details: [
          line.allowedBy === '' ? '' : `Allowed by ${line.allowedBy}`,
          line.applications.length === 0 ? '' : `Applied ${orderWords(line)}`,
          ...line.applications.map(
            ({ kind, reference, dueOn, cents, parts }) =>
              `${formatDollars(cents)} to ${chargeWords(kind, reference, '')}${dueOn === null ? '' : ` due ${spellDayShort(dueOn)}`} (${partsWords(parts)})`,
          ),
          line.unappliedCents === 0
            ? ''
            : `${formatDollars(line.unappliedCents)} waits as credit for later charges`,
        ].filter(Boolean),
      };
    case 'judgment':
      return {
        what: `Judgment, ${line.court}${line.caseNumber === '' ? '' : `, ${line.caseNumber}`}`,
        details: [
          `Awarded: ${partsWords(line.award) || 'nothing'}`,
          `In place of what was owed on ${spellDay(line.on)}: ${partsWords(line.before) || 'nothing'}`,
          `Rests on ${line.basis}`,
        ],
      };
  }
}
