/**
 * The clocks and documents of the law as the library shows them: what is no rule of contact but dated and sourced all the same.
 * Each says what the sums elsewhere reckon with; the numbers are theirs.
 */
import { collectorRoles, type Source } from '../../domain/law.ts';
import type { LibraryEntry } from '../library.ts';
import { type SpecialPeriod, specialPeriods } from '../limitation/special-periods.ts';
import { extraordinarySource, virginiaFrom, virginiaSource } from '../medical/extraordinary.ts';
import { minimumNecessary, noSurprisesSource } from '../medical/no-surprises.ts';
import { medicalBans } from '../reporting/medical-bans.ts';
import { retentionSource } from '../retention/retention.ts';
import { known, secondary, text } from '../states/entry.ts';
import { letterLines, prescribedTexts } from '../wording/prescribed.ts';
import { timeBarredNotices } from '../wording/time-barred.ts';

const readOn = '2026-11-21';
const start = '0001-01-01';
/** The day Regulation F’s rules of debt collection came into force. */
const regulationF = '2021-11-30';

/** A federal entry in one version. */
function federal(
  id: string,
  title: string,
  subject: LibraryEntry['subject'],
  roles: NonNullable<LibraryEntry['roles']>,
  source: Source,
  what: string,
  words: string,
  from = start,
): LibraryEntry {
  return {
    id,
    title,
    subject,
    jurisdiction: 'US',
    source,
    force: 'prohibition',
    text: what,
    values: [{ from, until: null, words }],
    roles,
  };
}

const federalClocks: readonly LibraryEntry[] = [
  federal(
    'clock.validation.due',
    'The validation notice follows within five days',
    'validation',
    'collectors',
    text('12 CFR 1006.34(a)(1)', readOn),
    'The notice is part of the first communication, or goes out within five calendar days after it. None is needed when the debt is paid by then.',
    '5 calendar days after the first communication',
  ),
  federal(
    'clock.validation.period',
    'The validation period',
    'validation',
    'collectors',
    text('12 CFR 1006.34(b)(5)', readOn),
    'It ends 30 days after the consumer received the notice. Receipt may be assumed five days after sending, Saturdays, Sundays and federal holidays not counted; Duebook leaves out the weekday on which offices close for a holiday, too. The end is not moved off a weekend.',
    '5 business days, then 30 calendar days',
    regulationF,
  ),
  federal(
    'clock.validation.itemization',
    'One itemization date, kept for the debtor and the debt',
    'validation',
    'collectors',
    text('12 CFR 1006.34(b)(3), (c)(2)(vi) to (ix)', readOn),
    'Last statement, charge-off, last payment, transaction or judgment date. What was owed then, interest, fees, and payments and credits since, each filled in, come to what is owed now.',
    'One of five dates; every field filled',
    regulationF,
  ),
  federal(
    'clock.validation.overshadowing',
    'Nothing drowns the right to dispute',
    'validation',
    'collectors',
    text('12 CFR 1006.38(b)(1); 15 U.S.C. 1692g(b)', readOn),
    'While the validation period runs, a letter demands no payment at once, sets no deadline before the period ends, and threatens no suit.',
    'To the end of the validation period',
  ),
  federal(
    'clock.limitation',
    'The last day to sue',
    'limitation',
    'anyone',
    text(
      '12 CFR 1006.26(b)',
      readOn,
      'How the days are counted follows common law and the statutes of the states.',
    ),
    'The same date so many years later; barred from the next day. The safe day takes the shortest period that may apply and no tolling. A debt that may be barred is treated as barred: no suit and no threat of one.',
    'By state and form of the debt',
  ),
  federal(
    'clock.limitation.service',
    'Military service is not counted',
    'limitation',
    'anyone',
    known('50 U.S.C. 3936', readOn),
    'The time of service is left out of a period of limitation. Duebook lengthens only the last possible day by it, never the safe one.',
    'The days of service',
  ),
  federal(
    'clock.limitation.bankruptcy',
    'A period that ends in bankruptcy',
    'limitation',
    'anyone',
    known('11 U.S.C. 108(c)', readOn),
    'It runs at least 30 days from notice that the stay ended.',
    '30 days after notice',
  ),
  federal(
    'clock.furnish.before',
    'Before a debt is reported',
    'credit reporting',
    'collectors',
    text('12 CFR 1006.30(a)', readOn),
    'Speak with the consumer about the debt, or write and wait 14 days, the day of sending the first, for the letter to come back. One that does begins the wait anew. A voicemail is not speaking.',
    '14 consecutive days',
    regulationF,
  ),
  federal(
    'clock.furnish.disputed',
    'A disputed debt is reported as disputed',
    'credit reporting',
    'anyone',
    text('12 CFR 1006.18(c)(2); 15 U.S.C. 1692e(8), 1681s-2(a)(3)', readOn),
    'However late or in whatever way the dispute came.',
    'From the dispute on',
  ),
  federal(
    'clock.furnish.obsolete',
    'The last day a debt may be reported',
    'credit reporting',
    'anyone',
    known('15 U.S.C. 1681c(a)(4), (c)(1)', readOn),
    'Seven years that begin 180 days after the first delinquency. Duebook stops a day earlier.',
    '180 days and 7 years, less a day',
  ),
  federal(
    'clock.furnish.delinquency',
    'The date of first delinquency is told to the bureau',
    'credit reporting',
    'anyone',
    known('15 U.S.C. 1681s-2(a)(5)', readOn),
    'Month and year the delinquency began that led to collection; never a later one.',
    '90 days after furnishing',
  ),
  federal(
    'clock.dispute.direct',
    'Disputes that come straight to the office',
    'credit reporting',
    'anyone',
    text('12 CFR 1022.43', readOn),
    'Look into it, tell the consumer the result, correct every bureau. One that is frivolous or irrelevant is answered with the reasons and what is missing.',
    '30 days, 45 if the consumer adds something within them; 5 business days when frivolous',
  ),
  federal(
    'clock.dispute.bureau',
    'Disputes that come through a bureau',
    'credit reporting',
    'anyone',
    known('15 U.S.C. 1681s-2(b)', readOn),
    'Look into it, answer the bureau, put it right everywhere.',
    'The bureau’s 30 days, sometimes 45',
  ),
  federal(
    'clock.hospital.wait',
    'Charitable hospitals wait',
    'medical debt',
    'anyone',
    extraordinarySource,
    'No suit, lien, garnishment, sale or report before 120 days from the first bill after discharge and 30 days from a notice that names the action. Applications for assistance are taken for 240 days and stop everything until decided.',
    '120, 30 and 240 days',
  ),
  federal(
    'clock.no-surprises',
    'A bill above its estimate is in dispute',
    'medical debt',
    'anyone',
    noSurprisesSource,
    'A bill of $400 or more over the good-faith estimate may be disputed within 120 days. Until it is decided there is no collection, no threat of it and no late fee.',
    '120 days; $400',
  ),
  federal(
    'clock.minimum-necessary',
    'Letters about care carry no more than they must',
    'medical debt',
    'anyone',
    minimumNecessary.source,
    `Letters: ${minimumNecessary.letters} Bureaus: ${minimumNecessary.bureaus}`,
    'Always',
  ),
  federal(
    'clock.retention',
    'What must be kept, and how long',
    'keeping records',
    'collectors',
    retentionSource,
    'Everything that shows compliance or the lack of it: three years after the last collection activity on the debt, recordings three years after the call. A litigation hold keeps it longer.',
    '3 years after the last activity',
    regulationF,
  ),
];

/** What single states add to the clocks. */
const stateClocks: readonly LibraryEntry[] = [
  {
    id: 'clock.dispute.NY',
    title: 'New York: after a dispute the debtor is told how to ask for substantiation',
    subject: 'disputes',
    jurisdiction: 'NY',
    source: secondary('23 NYCRR 1.4', readOn),
    force: 'prohibition',
    text: 'For charged-off debt, in 14 days when the dispute was spoken and in 21 when it was written. What is asked for is given within 60 days, and collection stops until then.',
    values: [{ from: start, until: null, words: '14, 21 and 60 days' }],
    roles: collectorRoles,
  },
  {
    id: 'clock.dispute.TX',
    title: 'Texas: a dispute is looked into and what is wrong is corrected',
    subject: 'disputes',
    jurisdiction: 'TX',
    source: known('Tex. Fin. Code 392.202', readOn),
    force: 'prohibition',
    text: 'Who collects for others has 30 days from the dispute.',
    values: [{ from: start, until: null, words: '30 days' }],
    roles: collectorRoles,
  },
  {
    id: 'clock.statement.DC',
    title: 'Washington, D.C.: documents asked for are given',
    subject: 'disputes',
    jurisdiction: 'DC',
    source: text('D.C. Code 28-3814', readOn),
    force: 'prohibition',
    text: 'Within 15 days of the request, and nothing is collected until then.',
    values: [{ from: start, until: null, words: '15 days' }],
    roles: 'anyone',
  },
  {
    id: 'clock.hospital.VA',
    title: 'Virginia: a wait before extraordinary steps on medical debt',
    subject: 'medical debt',
    jurisdiction: 'VA',
    source: virginiaSource,
    force: 'prohibition',
    text: 'No suit, lien, garnishment, sale or report before 120 days from the first bill and 30 days from a notice that names the step, whoever gave the care.',
    values: [{ from: virginiaFrom, until: null, words: '120 and 30 days' }],
    roles: 'anyone',
  },
];

function specialEntry(period: SpecialPeriod, index: number): LibraryEntry {
  const states = period.states === 'all' ? [] : period.states;
  const [state] = states;
  return {
    id: `clock.period.${state ?? 'us'}.${period.form}.${period.years}.${index}`,
    title: `${period.words}${period.side === 'latest' ? ' (possible)' : ''}`,
    subject: 'limitation',
    jurisdiction: state ?? 'US',
    source: period.source,
    force: 'prohibition',
    text:
      period.side === 'latest'
        ? `${period.words}. It may be argued for, so the debt does not count as barred before it; the safe last day takes no notice of it.`
        : `${period.words}.`,
    values: [{ from: start, until: null, words: `${period.years} years` }],
    roles: 'anyone',
  };
}

const whenWords = {
  first_writing: 'In the first writing.',
  every_request: 'With every request for payment, written or spoken.',
  before_payment: 'Before a payment is taken.',
  unknown: 'When it has to be given was not found.',
} as const;

/** Everything of the clocks and wordings, for `libraryOf`. */
export const clockRules: readonly LibraryEntry[] = [
  ...federalClocks,
  ...stateClocks,
  ...specialPeriods.map(specialEntry),
  ...medicalBans.map(
    ({ state, from, words, source }): LibraryEntry => ({
      id: `clock.medical-report.${state}`,
      title: 'Medical debt stays out of credit reports',
      subject: 'medical debt',
      jurisdiction: state,
      source,
      force: 'prohibition',
      text: words,
      values: [{ from, until: null, words: 'Not reported' }],
      roles: 'anyone',
    }),
  ),
  ...timeBarredNotices.map(
    ({ id, state, when, confirmed, source, binds }): LibraryEntry => ({
      id: `wording.${id}`,
      title: 'Notice about a debt that may be too old to sue on',
      subject: 'limitation',
      jurisdiction: state,
      source,
      force: 'prohibition',
      text: `${whenWords[when]} ${confirmed ? 'The wording was read in the law.' : 'The wording was not checked against the law: nothing in writing goes out until counsel has confirmed it.'}`,
      values: [
        { from: start, until: null, words: confirmed ? 'Wording confirmed' : 'Wording not confirmed' },
      ],
      roles: binds === 'collectors' ? 'collectors' : 'anyone',
    }),
  ),
  ...prescribedTexts.flatMap((prescribed): LibraryEntry[] =>
    (prescribed.states === 'all' ? (['US'] as const) : prescribed.states).map((jurisdiction) => ({
      id: `wording.${prescribed.id}.${jurisdiction}`,
      title: prescribed.title,
      subject: 'the message',
      jurisdiction,
      source: prescribed.source,
      force: 'prohibition',
      text: prescribed.text ?? 'No wording was found; the office supplies it.',
      values: [
        {
          from: start,
          until: null,
          words: prescribed.confirmed ? 'Wording as shown' : 'Wording to be confirmed by counsel',
        },
      ],
      roles: prescribed.binds,
    })),
  ),
  ...letterLines.map(
    ({ state, words, source }): LibraryEntry => ({
      id: `wording.letter-line.${state}`,
      title: 'A line of the office on letters',
      subject: 'the message',
      jurisdiction: state,
      source,
      force: 'caution',
      text: `${words}. The office supplies the exact text.`,
      values: [{ from: start, until: null, words: 'Text of the office' }],
      roles: 'anyone',
    }),
  ),
];
