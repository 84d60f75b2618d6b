/**
 * Overshadowing: while the validation period runs, nothing may contradict or drown the right to dispute (12 CFR 1006.38(b);
 * 15 U.S.C. 1692g(b)). A letter’s text is read for demands to pay at once, deadlines before the period ends, and threats of suit.
 * It finds words, not meaning: what it finds is to be looked at, and what it does not find is not thereby right.
 */
import { addDays, type Day, isDay, spellDay, toDay } from '../../domain/days.ts';
import { addBusinessDays } from '../../domain/holidays.ts';
import type { Source } from '../../domain/law.ts';

export type OvershadowingFinding = {
  readonly code: 'OVERSHADOWING';
  readonly kind: 'pay_now' | 'early_deadline' | 'suit_threat' | 'rights_denied';
  /** The words as they stand in the text. */
  readonly words: string;
  /** Where they begin, in characters. */
  readonly at: number;
  readonly why: string;
  readonly source: Source;
};

const source: Source = {
  cite: '12 CFR 1006.38(b)(1); 15 U.S.C. 1692g(b)',
  readOn: '2026-11-21',
  confidence: 'text',
};

type Pattern = {
  readonly kind: OvershadowingFinding['kind'];
  readonly words: RegExp;
  readonly why: string;
};

const payNow =
  'A demand to pay at once contradicts the right to dispute for the rest of the validation period. Ask for payment without a deadline, or wait until the period has ended.';
const suit =
  'A threat of suit or of its means drowns the right to dispute while the validation period runs. Leave it out, or wait until the period has ended.';
const denied =
  'The debtor may dispute by mail, by telephone and to the end of the validation period, and needs no reason or paper for it.';

const patterns: readonly Pattern[] = [
  {
    kind: 'pay_now',
    words:
      /\b(?:pay(?:ment)?(?: (?:in full|the (?:full |total )?(?:balance|amount|debt)|this (?:debt|bill|balance|amount)|us|is (?:due|required|expected|demanded)))?|remit(?:tance)?|due(?: and payable)?|demand(?:ed)?)\s+(?:now\b|immediately|at once|today|right away|without (?:further )?delay|upon receipt|on receipt)/gi,
    why: payNow,
  },
  { kind: 'pay_now', words: /\bimmediate(?:ly)? (?:payment|pay|remit|full payment)\b/gi, why: payNow },
  {
    kind: 'pay_now',
    words: /\b(?:final|last) (?:notice|demand|opportunity|chance|warning)\b/gi,
    why: payNow,
  },
  {
    kind: 'pay_now',
    words: /\b(?:act|call|respond) (?:now|immediately|today|at once)\b/gi,
    why: payNow,
  },
  {
    kind: 'suit_threat',
    words:
      /\b(?:will|shall|may|intend to|are going to|have no choice but to|be forced to) (?:sue|file (?:a )?(?:suit|lawsuit|legal action)|take (?:you to court|legal action)|commence (?:suit|legal (?:action|proceedings))|pursue (?:legal|all legal)|garnish|attach|levy|seize|place a lien)\b/gi,
    why: suit,
  },
  {
    kind: 'suit_threat',
    words:
      /\b(?:legal action|lawsuit|suit|legal proceedings|garnishment) (?:will|may|shall|can|could) (?:be|follow|result|commence)\b/gi,
    why: suit,
  },
  {
    kind: 'suit_threat',
    words:
      /\b(?:to avoid|avoid|prevent) (?:a |any |further )?(?:legal (?:action|proceedings)|lawsuit|suit|garnishment|court)\b/gi,
    why: suit,
  },
  {
    kind: 'suit_threat',
    words:
      /\b(?:turned over|referred|forwarded|sent) to (?:an |our )?(?:attorney|lawyer|legal department|law firm)\b/gi,
    why: suit,
  },
  {
    kind: 'rights_denied',
    words:
      /\b(?:disputes? (?:will not|cannot|can not) be (?:accepted|considered)|you (?:may not|cannot|can not|no longer have the right to) dispute|disputes? must (?:include|be accompanied|be supported))\b/gi,
    why: denied,
  },
];

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `by March 3, 2026`, `before 3/3/2026`, `no later than 2026-03-03`, `on or before Mar 3`. */
const deadline =
  /\b(?:by|before|until|no later than|not later than|on or before|prior to)\s+(?:(?:the )?(\d{4}-\d{2}-\d{2})|(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})|(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?)\b/gi;
const within =
  /\bwithin\s+(?:the next\s+)?(\d{1,3}|one|two|three|five|seven|ten|fourteen|fifteen|twenty|thirty|forty-eight|twenty-four)\s*(?:\(\d{1,3}\)\s*)?(business |calendar )?(hours?|days?|weeks?)\b/gi;

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'forty-eight': 48,
};

function dayOfMatch(match: RegExpMatchArray, writtenOn: Day): Day | null {
  const [, iso, month, day, year, monthName, dayOfMonth, namedYear] = match;
  let found: Day | null = null;
  if (iso !== undefined) found = iso;
  else if (month !== undefined && day !== undefined && year !== undefined)
    found = toDay(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
  else if (monthName !== undefined && dayOfMonth !== undefined) {
    const index = months.findIndex((name) => name.startsWith(monthName.toLowerCase().slice(0, 3)));
    const thisYear = Number(writtenOn.slice(0, 4));
    found = toDay(namedYear === undefined ? thisYear : Number(namedYear), index + 1, Number(dayOfMonth));
    // A date without a year is the next one of its kind.
    if (namedYear === undefined && found < writtenOn)
      found = toDay(thisYear + 1, index + 1, Number(dayOfMonth));
  }
  return found !== null && isDay(found) ? found : null;
}

/**
 * What to look at in a text that goes out on `writtenOn` while the validation period runs to `endsOn`, in the order of the text; empty
 * once the period has ended. The end date itself is no early deadline: the notice names it.
 */
export function overshadowingIn(text: string, writtenOn: Day, endsOn: Day): readonly OvershadowingFinding[] {
  if (writtenOn > endsOn) return [];
  const found: OvershadowingFinding[] = [];
  const add = (kind: OvershadowingFinding['kind'], words: string, at: number, why: string) =>
    found.push({ code: 'OVERSHADOWING', kind, words: words.trim(), at, why, source });
  for (const { kind, words, why } of patterns) {
    for (const match of text.matchAll(words)) add(kind, match[0], match.index, why);
  }
  const early = `A deadline before the validation period ends on ${spellDay(endsOn)} contradicts the right to dispute until then. Name no date, or a later one.`;
  for (const match of text.matchAll(deadline)) {
    const on = dayOfMatch(match, writtenOn);
    if (on !== null && on < endsOn) add('early_deadline', match[0], match.index, early);
  }
  for (const match of text.matchAll(within)) {
    const count = numbers[(match[1] ?? '').toLowerCase()] ?? Number(match[1]);
    const unit = (match[3] ?? '').toLowerCase();
    const days = unit.startsWith('hour') ? count / 24 : unit.startsWith('week') ? count * 7 : count;
    const lastOn = match[2]?.startsWith('business')
      ? addBusinessDays(writtenOn, days)
      : addDays(writtenOn, Math.floor(days));
    if (lastOn < endsOn) add('early_deadline', match[0], match.index, early);
  }
  return found.sort((a, b) => a.at - b.at);
}
