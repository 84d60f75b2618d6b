/**
 * What a letter must not say: threats and untrue statements, each with its source. English and Spanish are both read in every letter.
 *
 * A rule finds words and not meaning, so it is written around who does what to whom, and leaves alone what is denied (“you cannot
 * be arrested for this debt”). What is unlawful whatever the facts are stops the letter; what may be lawful where it is true is shown for a
 * person to read once more.
 */
import { collectorRoles, type Source } from '../../domain/law.ts';
import { known, text } from '../states/entry.ts';
import { englishPatterns as en, englishDenials as enNot } from './forbidden-english.ts';
import { spanishPatterns as es, spanishDenials as esNot } from './forbidden-spanish.ts';
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { type Place, sentenceAround, sentencesOf } from './letter-text.ts';
import { smallLetters } from './phrase.ts';

type Severity = LetterFinding['severity'];

export type ForbiddenRule = {
  readonly code: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** `null`: nothing is wrong with it in this letter. */
  readonly severity: (letter: LetterToCheck) => Severity | null;
  readonly english: readonly RegExp[];
  readonly spanish: readonly RegExp[];
  /** A sentence that says this is left alone. */
  readonly unless?: RegExp;
  /** All of it is forbidden although, or because, it holds a “not”. */
  readonly saysNot?: true;
  /** So are these alone. */
  readonly denials?: readonly RegExp[];
  readonly why: string;
  readonly source: Source;
};

const readOn = '2026-11-22';

export const isCollector = (letter: LetterToCheck): boolean =>
  letter.role === null || collectorRoles.includes(letter.role);
const isConsumer = (letter: LetterToCheck): boolean => letter.debtor === 'consumer';
const bound = (letter: LetterToCheck): boolean => isConsumer(letter) && isCollector(letter);

const always = (): Severity => 'stop';
/** What only Regulation F and the states’ acts forbid outright; others are to look at it. */
const stopsCollectors = (letter: LetterToCheck): Severity => (bound(letter) ? 'stop' : 'look');
const stopsConsumers = (letter: LetterToCheck): Severity => (isConsumer(letter) ? 'stop' : 'look');
const looksForCollectors = (letter: LetterToCheck): Severity | null => (bound(letter) ? 'look' : null);
const looksForConsumers = (letter: LetterToCheck): Severity | null => (isConsumer(letter) ? 'look' : null);

export const forbiddenRules: readonly ForbiddenRule[] = [
  {
    code: 'THREAT_OF_ARREST',
    title: 'Arrest, prison or police',
    severity: always,
    english: en.arrest,
    spanish: es.arrest,
    why: 'Nobody is arrested for owing a debt, and saying or hinting it is forbidden. Take it out.',
    source: text('15 U.S.C. 1692e(4); 12 CFR 1006.18(b)(3)', readOn),
  },
  {
    code: 'ACCUSES_OF_CRIME',
    title: 'Saying that the debtor committed a crime',
    severity: always,
    english: en.crime,
    spanish: es.crime,
    denials: [...enNot.crime, ...esNot.crime],
    unless: /victim|v[ií]ctima|identity theft|robo de identidad|did not (?:open|make|authori[sz]e)/iu,
    why: 'Not paying is no crime. To accuse the debtor of one, or to threaten prosecution, is forbidden. Take it out.',
    source: text('15 U.S.C. 1692e(7), (5); 12 CFR 1006.18(b)(1)(iv), (c)(1)', readOn),
  },
  {
    code: 'THREAT_OF_VIOLENCE',
    title: 'Violence or harm',
    severity: always,
    english: en.violence,
    spanish: es.violence,
    why: 'A threat of harm to a person, their property or their name is forbidden. Take it out.',
    source: text('15 U.S.C. 1692d(1); 12 CFR 1006.14(c)', readOn),
  },
  {
    code: 'ABUSIVE_WORDS',
    title: 'Insults and profane words',
    severity: always,
    english: en.abuse,
    spanish: es.abuse,
    why: 'Insults and profane words have no place in a letter about a debt and are forbidden. Take them out.',
    source: text('15 U.S.C. 1692d(2); 12 CFR 1006.14(d)', readOn),
  },
  {
    code: 'THREAT_OF_SEIZURE',
    title: 'Garnishment, liens and seizure without a judgment',
    severity: (letter) => {
      if (letter.judgment) return null;
      if (letter.debtor === 'business' || letter.role === 'law_office') return 'look';
      return 'stop';
    },
    english: en.seizure,
    spanish: es.seizure,
    unless:
      /\b(?:only (?:after|with|if)|unless) (?:\w+ ){0,4}(?:judgment|court)|protected|exempt|prevent .{0,40}from being taken|protegid/iu,
    why: 'Without a judgment nobody may garnish wages, freeze an account or take property for this debt, so it must not be announced. Take it out, or record the judgment.',
    source: text('15 U.S.C. 1692e(4), (5); 12 CFR 1006.18(b)(3), (c)(1)', readOn),
  },
  {
    code: 'TIME_BARRED_THREAT',
    title: 'A threat of suit where the time to sue has passed, or may have',
    severity: (letter) => {
      if (letter.timeBarred === 'no' || letter.judgment) return null;
      return isConsumer(letter) ? 'stop' : 'look';
    },
    english: en.suit,
    spanish: es.suit,
    unless: /\blimits? how long|\btoo old to\b|\bif you are sued\b|cu[aá]nto tiempo/iu,
    why: 'The time to sue on this debt has passed, or may have, and then a suit must not be threatened. Take it out.',
    source: text('12 CFR 1006.26(b)', readOn),
  },
  {
    code: 'THREAT_OF_SUIT',
    title: 'Saying that a suit will come',
    severity: (letter) =>
      letter.timeBarred === 'no' &&
      !letter.judgment &&
      bound(letter) &&
      letter.role !== 'law_office' &&
      !letter.debtBuyer
        ? 'look'
        : null,
    english: en.suitCertain,
    spanish: es.suit,
    why: 'Say that a suit will follow only if the creditor may sue, has decided to, and it is your office’s to say. Otherwise take it out.',
    source: text('15 U.S.C. 1692e(5); 12 CFR 1006.18(c)(1)', readOn),
  },
  {
    code: 'THREAT_TO_TELL_OTHERS',
    title: 'Telling the employer, family or neighbors',
    severity: stopsConsumers,
    english: en.others,
    spanish: es.others,
    why: 'The debt must not be told to the debtor’s employer, family, neighbors or friends, and it must not be threatened. Take it out.',
    source: text('15 U.S.C. 1692c(b), 1692e(5); 12 CFR 1006.6(d)(1)', readOn),
  },
  {
    code: 'THREAT_TO_PUBLISH',
    title: 'Publishing the debt or the debtor’s name',
    severity: stopsConsumers,
    english: en.publish,
    spanish: es.publish,
    why: 'A list or a publication of people who are said not to pay is forbidden, and so is the threat of it. Take it out.',
    source: text('15 U.S.C. 1692d(3); 12 CFR 1006.14(e)', readOn),
  },
  {
    code: 'THREAT_TO_CREDIT',
    title: 'Ruin of credit',
    severity: stopsConsumers,
    english: en.creditRuin,
    spanish: es.creditRuin,
    saysNot: true,
    why: 'What a report to a credit bureau does cannot be foretold, and to frighten with it is misleading. Say, where it is so, that the account may be reported.',
    source: known('15 U.S.C. 1692e(5), (10); 12 CFR 1006.18(d); 12 U.S.C. 5531, 5536', readOn),
  },
  {
    code: 'CREDIT_REPORT_AS_PRESSURE',
    title: 'Reporting to a credit bureau as a means of pressure, or a promise about credit',
    severity: looksForConsumers,
    english: en.creditPressure,
    spanish: es.creditPressure,
    why: 'Say this only if your office or the creditor reports, means to, and the days the law asks for have passed. A payment must not be sold as a repair of credit.',
    source: known('15 U.S.C. 1692e(5), (8), (10); 12 CFR 1006.30(a)', readOn),
  },
  {
    code: 'LOOKS_LIKE_GOVERNMENT',
    title: 'Seeming to be a government, or approved by one',
    severity: always,
    english: en.government,
    spanish: es.government,
    why: 'A letter must not seem to come from a government or a court’s officer, or to be approved by one. Take it out.',
    source: text('15 U.S.C. 1692e(1), (9); 12 CFR 1006.18(b)(1)(i)', readOn),
  },
  {
    code: 'LOOKS_LIKE_LEGAL_PROCESS',
    title: 'Seeming to be a paper of a court',
    severity: (letter) => (letter.judgment ? 'look' : 'stop'),
    english: en.process,
    spanish: es.process,
    why: 'A letter must not look like a summons, an order or another paper of a court. Name it by what it is.',
    source: text('15 U.S.C. 1692e(9), (13); 12 CFR 1006.18(b)(1)(vii)', readOn),
  },
  {
    code: 'ATTORNEY_IMPLIED',
    title: 'An attorney who is not at work on it',
    severity: (letter) => {
      if (letter.role === 'law_office' || letter.to === 'attorney') return null;
      return bound(letter) ? 'stop' : 'look';
    },
    english: en.attorney,
    spanish: es.attorney,
    unless: /\byour (?:\w+ )?(?:attorney|lawyer|counsel|legal)|\bsu abogad|represent(?:s|ing|ed)? you/iu,
    why: 'A letter must not suggest that an attorney or a legal department is at work on the account when none is. Take it out.',
    source: text('15 U.S.C. 1692e(3); 12 CFR 1006.18(b)(1)(iii)', readOn),
  },
  {
    code: 'ATTORNEY_REVIEW_CLAIMED',
    title: 'A lawyer’s review',
    severity: (letter) => (letter.role === 'law_office' && isConsumer(letter) ? 'look' : null),
    english: en.attorneyReview,
    spanish: [],
    why: 'Say so only if a lawyer of the office really read this account before the letter went.',
    source: known('15 U.S.C. 1692e(3), (10)', readOn),
  },
  {
    code: 'ATTORNEY_NEXT',
    title: 'Handing the account to an attorney',
    severity: looksForCollectors,
    english: en.attorneyNext,
    spanish: es.attorneyNext,
    unless: /\byour (?:\w+ )?(?:attorney|lawyer)|\bsu abogad/iu,
    why: 'Say so only if the creditor means to hand the account to an attorney. Otherwise take it out.',
    source: text('15 U.S.C. 1692e(5); 12 CFR 1006.18(c)(1)', readOn),
  },
  {
    code: 'FALSE_URGENCY_HOURS',
    title: 'A deadline of hours',
    severity: (letter) =>
      isConsumer(letter) && letter.asksForMoney ? (isCollector(letter) ? 'stop' : 'look') : null,
    english: en.hours,
    spanish: es.hours,
    unless: /\bwe (?:will|shall|must|reply|answer|post|send)\b/iu,
    why: 'A letter has days on its way: a deadline of hours only frightens. Name a day the debtor can keep.',
    source: known('15 U.S.C. 1692e(10); 12 CFR 1006.18(d)', readOn),
  },
  {
    code: 'FALSE_URGENCY',
    title: 'Urgency: last notices, immediate action, offers never made again',
    severity: looksForCollectors,
    english: en.urgency,
    spanish: es.urgency,
    denials: [...enNot.urgency, ...esNot.urgency],
    why: 'Say this only if it is so: a last notice after which another follows, or an offer that is made again, is untrue.',
    source: known('15 U.S.C. 1692e(10); 12 CFR 1006.18(d)', readOn),
  },
  {
    code: 'THREAT_OF_DEPORTATION',
    title: 'Immigration and citizenship',
    severity: always,
    english: en.immigration,
    spanish: es.immigration,
    why: 'A debt has nothing to do with citizenship or immigration, and a threat with it is forbidden. Take it out.',
    source: text('15 U.S.C. 1692e(5); D.C. Code 28-3814', readOn),
  },
  {
    code: 'THREAT_TO_LIVELIHOOD',
    title: 'Children, work, licenses and benefits',
    severity: always,
    english: en.livelihood,
    spanish: es.livelihood,
    unless:
      /\bif you (?:have )?los[et]\b|\b(?:have |has |recently )?lost (?:your|my|a|the) job|\bshould you lose/iu,
    why: 'Not paying costs nobody their children, work, license or care, and saying so is a threat of what cannot be done. Take it out.',
    source: text('15 U.S.C. 1692e(5); 12 CFR 1006.18(c)(1)', readOn),
  },
  {
    code: 'THREAT_TO_SERVICEMEMBER',
    title: 'The debtor’s commander or clearance',
    severity: always,
    english: en.military,
    spanish: [],
    why: 'A servicemember’s command must not be told of the debt, and it must not be threatened. Take it out.',
    source: known('15 U.S.C. 1692c(b), 1692e(5); 50 U.S.C. 3919', readOn),
  },
  {
    code: 'RIGHTS_LOST_BY_SALE',
    title: 'Losing rights or defenses, or a sale as a threat',
    severity: stopsConsumers,
    english: en.sale,
    spanish: es.sale,
    why: 'A sale or hand-over of the debt takes no right or defense from the debtor, and nobody else may do more than the law allows. Take it out.',
    source: text('15 U.S.C. 1692e(6), (12); 12 CFR 1006.18(b)(1)(v), (vi)', readOn),
  },
  {
    code: 'LOOKS_LIKE_BUREAU',
    title: 'Seeming to be a credit bureau',
    severity: stopsCollectors,
    english: en.bureau,
    spanish: [],
    why: 'A collector must not say or suggest that it is a credit bureau or works for one. Take it out.',
    source: text('15 U.S.C. 1692e(16); 12 CFR 1006.18(b)(1)(ii)', readOn),
  },
  {
    code: 'RIGHTS_DENIED',
    title: 'Denying or narrowing the right to dispute',
    severity: stopsCollectors,
    english: en.rightsDenied,
    spanish: es.rightsDenied,
    saysNot: true,
    why: 'The debtor may dispute by mail, by telephone and at any time, needs no reason or paper for it, and admits nothing by not doing it. Take it out.',
    source: text('15 U.S.C. 1692g(a), (c), 1692e(10); 12 CFR 1006.38', readOn),
  },
  {
    code: 'DISPUTE_IN_WRITING_ONLY',
    title: 'Asking for disputes in writing only',
    severity: looksForCollectors,
    english: en.writingOnly,
    spanish: [],
    why: 'Only the stop of collection needs a dispute in writing. That the debt is assumed valid does not: use the words of the model form.',
    source: known('15 U.S.C. 1692g(a)(3); 12 CFR 1006.34(c)(3)(iii)', readOn),
  },
  {
    code: 'BANKRUPTCY_MISSTATED',
    title: 'What bankruptcy does',
    severity: looksForConsumers,
    english: en.bankruptcy,
    spanish: [],
    saysNot: true,
    why: 'What bankruptcy does to this debt is for a court to say. Take it out.',
    source: known('15 U.S.C. 1692e(2)(A), (10); 11 U.S.C. 524, 727', readOn),
  },
  {
    code: 'FEES_ANNOUNCED',
    title: 'Fees and costs to be added',
    severity: looksForConsumers,
    english: en.fees,
    spanish: es.fees,
    why: 'A fee, interest or cost may be added only where the agreement expressly says so or a law permits it; a fee for paying is forbidden to collectors in most cases.',
    source: text('15 U.S.C. 1692f(1); 12 CFR 1006.22(b)', readOn),
  },
  {
    code: 'POSTDATED_ASKED',
    title: 'Asking for postdated checks',
    severity: looksForCollectors,
    english: en.postdated,
    spanish: es.postdated,
    why: 'A check dated more than five days ahead needs a notice three to ten business days before it is deposited. Ask for payments on their days instead.',
    source: text('15 U.S.C. 1692f(2)-(4); 12 CFR 1006.22(c)', readOn),
  },
  {
    code: 'TAX_THREAT',
    title: 'The tax office as a threat',
    severity: stopsConsumers,
    english: en.tax,
    spanish: es.tax,
    why: 'A debt that is owed is no matter for the tax office. Say nothing of it, except where a forgiven part has to be reported and by whom.',
    source: known('15 U.S.C. 1692e(5), (10); 26 CFR 1.6050P-1', readOn),
  },
  {
    code: 'PERSONAL_LIABILITY_IMPLIED',
    title: 'Who acts for an estate is made to answer for it',
    severity: (letter) => (letter.to === 'representative' ? 'stop' : null),
    english: en.liable,
    spanish: es.liable,
    why: 'Who acts for the estate does not owe the debt, and the letter must not suggest it. Speak of the estate.',
    source: known('15 U.S.C. 1692e(2)(A), (10); 12 CFR 1006.18(b)(2)(i)', readOn),
  },
  {
    code: 'TIME_BARRED_AS_ENFORCEABLE',
    title: 'An old debt as if it could be enforced',
    severity: (letter) =>
      letter.timeBarred !== 'no' && !letter.judgment && isConsumer(letter) ? 'look' : null,
    english: en.enforceable,
    spanish: es.enforceable,
    denials: [...enNot.enforceable, ...esNot.enforceable],
    why: 'The time to sue has passed, or may have: words that make the debt sound enforceable mislead. Ask for payment without them.',
    source: known('15 U.S.C. 1692e(2)(A), (10); 12 CFR 1006.26', readOn),
  },
  {
    code: 'MEDICAL_DETAIL',
    title: 'What the debtor was treated for',
    severity: (letter) => (letter.medical ? 'look' : null),
    english: en.medical,
    spanish: es.medical,
    why: 'A letter about a medical bill names the account, the provider, days and sums, and nothing of the illness or treatment. Take it out if it is that.',
    source: known('45 CFR 164.502(b), 164.514(d)', readOn),
  },
  {
    code: 'SOCIAL_SECURITY_NUMBER',
    title: 'A Social Security number',
    severity: always,
    english: en.ssn,
    spanish: [],
    saysNot: true,
    why: 'This looks like a whole Social Security number, which must not be mailed. Take it out, or keep its last four digits.',
    source: known('Cal. Civ. Code 1798.85; like laws of other states', readOn),
  },
];

const denial =
  /\b(?:not|never|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wouldn't|nobody|no one|none of|neither|nor|without|no longer|no|nothing|rather than|instead of|unable to|refrain from|prohibit\w*|(?:stop|stopped|cease|end) (?:calling|contacting|writing|telephoning)|forbid\w*|forbidden|illegal|unlawful)\b|(?<!\p{L})(?:nunca|jamás|sin|ni|tampoco|nadie|prohíbe|prohibido)(?!\p{L})/iu;
/** “If you do not pay …”: this “not” denies nothing of what follows. */
const conditional =
  /(?:\b(?:if|when|since|because|as|should|until|unless)\b|(?<!\p{L})(?:si|cuando|como|porque|hasta que)(?!\p{L}))[^,;:]*?(?:\bnot\b|n't\b|\bno\b|\bnever\b)/giu;
/** “No choice but to sue” denies nothing either. */
const noChoice = /\bno (?:other )?(?:choice|option|alternative)\b/giu;
const clauseEnd = /[,;:()\n]|\s-\s|\b(?:or|and|but|because|so|o|y|pero)\b/giu;

/** Whether the words found are denied, in them or right before them. */
function isDenied(text: string, place: Place, sentence: Place): boolean {
  const before = text.slice(Math.max(sentence.at, place.at - 60), place.at).replace(conditional, ' , ');
  const clause = before.split(clauseEnd).at(-1) ?? '';
  // A list is denied as a whole: “we cannot sue you or garnish your wages”.
  const listed =
    /\b(?:cannot|can not|will not|may not|must not|never|won't|can't|no pueden|no podemos)\b[^,;:.]*\b(?:or|nor|o|ni)\s+(?:\w+\s+){0,2}$/iu;
  if (denial.test(clause) || listed.test(before)) return true;
  const found = text.slice(place.at, place.end).replace(conditional, ' ').replace(noChoice, ' ');
  return denial.test(found);
}

/** What the letter says that it must not, in the order of the text. Names of people and offices and prescribed wording are blank in `text`. */
export function forbiddenIn(letter: LetterToCheck, text: string): readonly (LetterFinding & Place)[] {
  const found: (LetterFinding & Place)[] = [];
  const sentences = sentencesOf(text);
  const small = smallLetters(text);
  for (const rule of forbiddenRules) {
    const severity = rule.severity(letter);
    if (severity === null) continue;
    for (const sentence of sentences) {
      const words = text.slice(sentence.at, sentence.end);
      const inSmall = small.slice(sentence.at, sentence.end);
      if (rule.unless?.test(words)) continue;
      for (const pattern of [...rule.english, ...rule.spanish, ...(rule.denials ?? [])]) {
        const saysNot = rule.saysNot === true || rule.denials?.includes(pattern) === true;
        // What looks at capitals (`ICE`, `Esq.`) says so by folding nothing itself.
        for (const match of (pattern.unicode ? words : inSmall).matchAll(pattern)) {
          const place = { at: sentence.at + match.index, end: sentence.at + match.index + match[0].length };
          if (!saysNot && isDenied(text, place, sentence)) continue;
          found.push({
            code: rule.code,
            severity,
            why: rule.why,
            words: letter.text.slice(place.at, place.end),
            sentence: sentenceAround(letter.text, place),
            textId: null,
            source: rule.source,
            ...place,
          });
        }
      }
    }
  }
  return found;
}
