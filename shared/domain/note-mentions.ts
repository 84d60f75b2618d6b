/**
 * Sums and days mentioned in a note, and what they suggest: “will pay $200 on Friday” a promise, “call back next Tuesday” a
 * reminder. It only suggests, and it prefers silence: a number without a sign of money or of a day (an account or telephone number, a
 * year, a fraction, an address) is none, what is told of the past is none, and what was refused is none.
 *
 * A day without a year is the next one; one that would lie ten months off was meant as past. Weeks begin on Monday: “next
 * Tuesday” is the one of the week to come, a bare “Friday” the next one, never today.
 */
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysInMonth,
  isDay,
  latestDay,
  toDay,
  weekdayOf,
} from './days.ts';
import { mostOnAccountCents } from './money.ts';

export type Suggestion =
  | { readonly kind: 'promise'; readonly amountCents: number; readonly day: Day; readonly sentence: string }
  | { readonly kind: 'reminder'; readonly day: Day; readonly sentence: string };

type DayFound = { readonly day: Day; readonly from: number; readonly to: number };
type SumFound = { readonly cents: number; readonly from: number; readonly to: number };

/** Only the end of a long text is looked at: what is being typed now. */
const lookedAt = 4_000;
const farDays = 300;

/** What the last sentences of a note suggest, the latest first; each sentence suggests once at most. */
export function suggestionsOf(text: string, today: Day): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const sentence of sentencesOf(text.slice(-lookedAt))) {
    const suggestion = suggestionOf(sentence, today);
    if (suggestion !== null) found.unshift(suggestion);
  }
  return found;
}

/** A full stop ends a sentence unless a digit or a short month stands around it. */
function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<=[!?;\n])|(?<=(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|no|approx|appt))\.)(?=\s)/i,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const paying =
  /\b(?:pay|pays|paying|send|sends|sending|mail|mails|mailing|bring|brings|bringing|drop(?:s|ping)? off|deposit|deposits|transfer|transfers|wire|wires|promis(?:e|es|ed|ing)|ptp|commit(?:s|ted)? to|agree[sd]? to|make a payment|post ?date[sd]?)\b/i;
const paid =
  /\b(?:(?<!\bgets? |\bgetting |\bbe )paid|sent|mailed|brought|dropped off|deposited|transferred|wired|cleared|bounced|returned|received|posted)\b/i;
const acting =
  /\b(?:be called|call|calls|callback|calling|call ?back|try|retry|follow|follow-up|remind|reminder|check|review|ring|reach|contact|speak|talk|meet|visit|see|wait|hold|diary|diarize|revisit|again|appointment|appt|hearing|court date|payday|gets paid|get paid|starts?|back (?:in|at|from)|returns?|available|discuss|confirm|verify|send|mail|fax|e-?mail|bring)\b/i;
const acted =
  /\b(?:(?<!\bbe )called|tried|left|spoke|talked|said on|told|followed|reminded|checked|reviewed|reached|contacted|met|visited|saw|waited|was|were|had|did|got|came|went|missed|since|ago|last|previous|prior|yesterday|born|dob|dated|old)\b/i;
const refusing =
  /\b(?:not|never|cannot|can't|cant|won't|wont|wouldn't|couldn't|didn't|doesn't|don't|isn't|unable|refus\w+|declin\w+|no longer|without)\b/i;
const often =
  /^\s*(?:\/\s*(?:mo|month|week|wk|day)\b|(?:a|per|each|every|an)\s+(?:month|week|day|year|other|two|paycheck|payday)|weekly|biweekly|monthly|every\b|installments?\b|instalments?\b|payments?\b)/i;

function suggestionOf(sentence: string, today: Day): Suggestion | null {
  const days = daysOf(sentence, today).filter(
    ({ day, from }) => day >= today && day <= latestDay && !toldOfThePast(sentence.slice(0, from)),
  );
  const ahead = days[0];
  if (ahead === undefined) return null;
  const sums = sumsOf(sentence);
  const sum = sums[0];
  if (sum !== undefined) {
    // Of two sums or a sum again and again nobody can tell which is due then.
    const clear = sums.length === 1 && days.length === 1 && !often.test(sentence.slice(sum.to));
    const promised = paying.test(sentence) && !paid.test(sentence) && !refusing.test(sentence);
    if (clear && promised) return { kind: 'promise', amountCents: sum.cents, day: ahead.day, sentence };
  }
  const bothWords = acting.test(sentence) || paying.test(sentence);
  return bothWords && ahead.day > today ? { kind: 'reminder', day: ahead.day, sentence } : null;
}

/** Whether the verb nearest before a day tells of something that took place. */
function toldOfThePast(before: string): boolean {
  const lastOf = (pattern: RegExp) => {
    let at = -1;
    for (const match of before.matchAll(new RegExp(pattern, 'gi'))) at = match.index;
    return at;
  };
  const past = Math.max(lastOf(acted), lastOf(paid));
  const future = Math.max(
    lastOf(acting),
    lastOf(paying),
    lastOf(/\b(?:will|shall|going to|wants? to|plans? to|can|asked|asks)\b/),
  );
  return past > future;
}

// ---- sums ---------------------------------------------------------------------------------------------------------

const figure = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.\d{2})?`;
/** Nothing that makes it a part of a longer number or word. */
const sumPatterns = [
  new RegExp(
    String.raw`(?<![\w$.,-])(?:US)?\$\s?(${figure})(?![\w,]*\d|\s?(?:k|m)\b|\.\d|\s?-\s?\$?\d|\s?%)`,
    'gi',
  ),
  new RegExp(String.raw`(?<![\w$.,#/-])(${figure})\s?(?:dollars|bucks|usd)\b`, 'gi'),
  // A bare figure only right behind the paying.
  new RegExp(
    String.raw`\b(?:pay|pays|paying|send|sends|sending|mail|bring|brings|deposit|promises?|promised|ptp|payment of|check for)\s+(?:(?:about|at least|another)\s+)?(${figure})(?=\s+(?:on|by|before|this|next|in|tomorrow|today|mon|tue|wed|thu|fri|sat|sun)|[.,;]?\s*$|\s+(?:down|then)\b)`,
    'gi',
  ),
];

function sumsOf(sentence: string): SumFound[] {
  const found = new Map<number, SumFound>();
  for (const pattern of sumPatterns) {
    for (const match of sentence.matchAll(pattern)) {
      const written = match[1] ?? '';
      const cents = Math.round(Number(written.replaceAll(',', '')) * 100);
      const isYear =
        /^(?:19|20)\d\d$/.test(written) && !match[0].includes('$') && !/dollars|bucks|usd/i.test(match[0]);
      if (cents <= 0 || cents > mostOnAccountCents || isYear) continue;
      const from = match.index + match[0].indexOf(written);
      found.set(from, { cents, from, to: match.index + match[0].length });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

// ---- days ---------------------------------------------------------------------------------------------------------

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const weekdayShort = 'mon|tues?|wed|thurs?|thu|fri|sat|sun';
const weekdayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const numberWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const count = `(\\d{1,3}|an?|${numberWords.join('|')}|couple(?: of)?|a couple(?: of)?)`;
/** Words after which two figures with a stroke are a day and not a fraction. */
const leading = String.raw`\b(?:on|by|before|until|till|til|due|for|from|starting|begins?|after|around|again|back|of|${weekdayNames}|${weekdayShort})\.?,?\s+(?:the\s+)?`;
/** Nothing that makes it a part of a longer number. */
const apart = String.raw`(?![\w/-]*\d|[\w/])`;

type Reader = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray, today: Day) => Day | null };

const readers: readonly Reader[] = [
  { pattern: /(?<![\w/-])(\d{4}-\d{2}-\d{2})(?![\w/-])/g, read: ([, day = '']) => (isDay(day) ? day : null) },
  {
    pattern: /(?<![\w/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\w/-])/g,
    read: ([, month, day, year = '']) =>
      dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day),
  },
  {
    pattern: new RegExp(`${leading}(\\d{1,2})/(\\d{1,2})${apart}`, 'gi'),
    read: ([, month, day], today) => withoutYear(Number(month), Number(day), today),
  },
  {
    pattern: new RegExp(
      String.raw`\b(${monthNames})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\w/-]*\d)\b`,
      'gi',
    ),
    read: ([, month = '', day, year], today) =>
      year === undefined
        ? withoutYear(monthOf(month), Number(day), today)
        : dayOf(Number(year), monthOf(month), day),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\w/.-])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${monthNames})\b\.?(?!\s+(?:st|street|ave|avenue|rd|road|ln|lane|dr|drive|blvd|ct|court|way)\b)(?:,?\s+(\d{4}))?`,
      'gi',
    ),
    read: ([, day, month = '', year], today) =>
      year === undefined
        ? withoutYear(monthOf(month), Number(day), today)
        : dayOf(Number(year), monthOf(month), day),
  },
  {
    pattern: /\b(?:on|by|before|until|till|after|around|for)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+of\b)/gi,
    read: ([, day], today) => ofTheMonth(Number(day), today),
  },
  {
    pattern: new RegExp(
      String.raw`(?:\b(next|this|coming|last|past)\s+|\b(?:on|by|before|until|till|til|for|after|every|each)\s+)?\b(${weekdayNames})\b(\s+(?:after\s+next|last|ago))?`,
      'gi',
    ),
    read: (match, today) =>
      /\b(?:every|each)\s/i.test(match[0])
        ? null
        : weekdayDay(match[1] ?? '', match[2] ?? '', match[3] ?? '', today),
  },
  {
    // Short names only where a word before says that a day is meant: “sat down”, “fri” in a name.
    pattern: new RegExp(
      String.raw`\b(next|this|coming|on|by|before|until|till|back|again)\s+(${weekdayShort})\b(?!\.?\w)`,
      'gi',
    ),
    read: ([, word = '', name = ''], today) =>
      weekdayDay(/next|this|coming/i.test(word) ? word : '', name, '', today),
  },
  { pattern: /\bday after tomorrow\b/gi, read: (_, today) => addDays(today, 2) },
  { pattern: /(?<!day after )\btomorrow\b/gi, read: (_, today) => addDays(today, 1) },
  { pattern: /\b(?:today|tonight|this afternoon|this evening)\b/gi, read: (_, today) => today },
  {
    pattern: new RegExp(
      String.raw`\b(?:in|within)\s+${count}\s+(day|week|month)s?\b(?!\s+(?:old|ago))`,
      'gi',
    ),
    read: ([, many = '', unit = ''], today) => later(many, unit, today),
  },
  {
    pattern: new RegExp(String.raw`\b${count}\s+(day|week|month)s?\s+from\s+(?:today|now)\b`, 'gi'),
    read: ([, many = '', unit = ''], today) => later(many, unit, today),
  },
  { pattern: /\bnext week\b/gi, read: (_, today) => addDays(today, 8 - weekdayOf(today)) },
  {
    pattern: /\b(?:by |at )?(?:the )?end of (?:the|this) week\b/gi,
    read: (_, today) => addDays(today, (5 - weekdayOf(today) + 7) % 7),
  },
  { pattern: /\bend of (?:the|this) month\b/gi, read: (_, today) => endOfMonth(today) },
  {
    pattern: /\b(?:the )?(?:first|1st) of (?:the|next) month\b/gi,
    read: (_, today) => addMonths(`${today.slice(0, 8)}01`, 1),
  },
];

/** Days of a sentence in their order; where two readings overlap the longer holds. */
function daysOf(sentence: string, today: Day): DayFound[] {
  const found: DayFound[] = [];
  for (const { pattern, read } of readers) {
    for (const match of sentence.matchAll(pattern)) {
      const day = read(match, today);
      if (day !== null) found.push({ day, from: match.index, to: match.index + match[0].length });
    }
  }
  found.sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: DayFound[] = [];
  for (const one of found) {
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  }
  kept.sort((a, b) => a.from - b.from);
  // “Friday, November 27” is one day said twice.
  return kept.filter(({ day, from }, index) => {
    const before = kept[index - 1];
    if (!before) return true;
    return !(before.day === day && /^[\s,(]*(?:the\s+)?$/.test(sentence.slice(before.to, from)));
  });
}

function dayOf(
  year: number,
  month: number | string | undefined,
  day: string | number | undefined,
): Day | null {
  const written = toDay(year, Number(month), Number(day));
  return isDay(written) ? written : null;
}

/** The next such day; `null` when it was rather meant as past. */
function withoutYear(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const next = [dayOf(year, month, day), dayOf(year + 1, month, day)].find(
    (one) => one !== null && one >= today,
  );
  return next && daysBetween(today, next) <= farDays ? next : null;
}

function monthOf(name: string): number {
  return monthStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function ofTheMonth(day: number, today: Day): Day | null {
  if (day < 1 || day > 31) return null;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const within = (ofYear: number, ofMonth: number) =>
    toDay(ofYear, ofMonth, Math.min(day, daysInMonth(ofYear, ofMonth)));
  const here = within(year, month);
  if (here >= today) return here;
  return month === 12 ? within(year + 1, 1) : within(year, month + 1);
}

function weekdayDay(word: string, name: string, after: string, today: Day): Day | null {
  const said = word.toLowerCase();
  const tail = after.trim().toLowerCase();
  if (said === 'last' || said === 'past' || tail === 'last' || tail === 'ago') return null;
  const wanted = weekdayStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const monday = addDays(today, 1 - weekdayOf(today));
  const plain = addDays(today, (wanted - weekdayOf(today) + 7) % 7 || 7);
  if (tail !== '') return addDays(monday, 14 + wanted - 1);
  if (said !== 'next') return plain;
  return addDays(monday, 7 + wanted - 1);
}

function later(many: string, unit: string, today: Day): Day | null {
  const word = many.toLowerCase();
  const times = /^\d+$/.test(word)
    ? Number(word)
    : word.includes('couple')
      ? 2
      : word === 'a' || word === 'an'
        ? 1
        : numberWords.indexOf(word) + 1;
  if (times < 1) return null;
  if (unit.toLowerCase() === 'month') return times > 24 ? null : addMonths(today, times);
  const days = times * (unit.toLowerCase() === 'week' ? 7 : 1);
  return days > 730 ? null : addDays(today, days);
}

function endOfMonth(today: Day): Day {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return toDay(year, month, daysInMonth(year, month));
}
