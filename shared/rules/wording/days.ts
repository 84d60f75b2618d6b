/**
 * Every day in a letter computes: it exists, its weekday is right, it is a day the facts know, and a day to do something by has not
 * passed. English and Spanish, spelled or in figures.
 */
import { type Day, isDay, spellDay, toDay, weekdayOf } from '../../domain/days.ts';
import { known, text as readText } from '../states/entry.ts';
import { validationEnd } from '../validation/period.ts';
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { type Place, sentenceAround } from './letter-text.ts';

const source = known('15 U.S.C. 1692e(2)(A), (10); 12 CFR 1006.18(b)(2), (d)', '2026-11-22');
const validationSource = readText('12 CFR 1006.34(b)(5), (c)(3)', '2026-11-21');

const months = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
] as const;
const weekdays = [
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miércoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sábado'],
  ['sunday', 'domingo'],
] as const;

const month = `(?:${months.flat().join('|')})\\.?`;
const weekday = `(?:${weekdays.flat().join('|')})`;
const dayPattern = new RegExp(
  [
    `(?:(?<weekday>${weekday}),?\\s+)?(?<!\\p{L})(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?`,
    `(?:(?<diaSemana>${weekday}),?\\s+)?(?<dia>\\d{1,2})\\s+(?<de>de\\s+)?(?<mes>${month})(?:\\s+(?:de\\s+|del\\s+)?(?<ano>\\d{4}))?`,
    '(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})',
    '(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2})',
  ]
    .map((one) => `(?<![\\p{L}\\d/$.-])(?:${one})(?![\\p{L}\\d/-])`)
    .join('|'),
  'giu',
);

export type DayInText = Place & {
  /** `null`: there is no such day. */
  readonly day: Day | null;
  readonly hasYear: boolean;
  /** 1 Monday to 7 Sunday; `null` where none is written. */
  readonly weekday: number | null;
};

function indexOf(list: readonly (readonly string[])[], word: string): number {
  const plain = word.toLowerCase().replace(/\.$/, '');
  return list.findIndex((names) => names.includes(plain)) + 1;
}

/** The days in a text. One without a year is the next of its kind from `from` on. */
export function daysOf(text: string, from: Day): readonly DayInText[] {
  return [...text.matchAll(dayPattern)].flatMap((match): DayInText[] => {
    const part = match.groups ?? {};
    const named = part.month ?? part.mes;
    const number = Number(part.day ?? part.dia ?? part.isoDay ?? part.d);
    const inYear = named === undefined ? Number(part.isoMonth ?? part.m) : indexOf(months, named);
    const written = part.year ?? part.ano ?? part.isoYear ?? part.y;
    // “May 5” is a day, “may 5 of them” is none: without a year or a “de” the month has to be spelled as a name.
    if (written === undefined && named !== undefined && !/^\p{Lu}/u.test(named) && part.de === undefined)
      return [];
    const year =
      written === undefined ? Number(from.slice(0, 4)) : Number(written) + (written.length === 2 ? 2000 : 0);
    const day = dayOrNull(year, inYear, number);
    const next =
      written === undefined && day !== null && day < from ? dayOrNull(year + 1, inYear, number) : day;
    const dayWord = part.weekday ?? part.diaSemana;
    return [
      {
        at: match.index,
        end: match.index + match[0].length,
        day: next,
        hasYear: written !== undefined,
        weekday: dayWord === undefined ? null : indexOf(weekdays, dayWord),
      },
    ];
  });
}

function dayOrNull(year: number, inYear: number, number: number): Day | null {
  if (inYear < 1 || inYear > 12 || number < 1 || number > 31) return null;
  const day = `${String(year).padStart(4, '0')}-${String(inYear).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
  return isDay(day) ? toDay(year, inYear, number) : null;
}

/** Words before a day that make it a day to do something by. */
const deadline =
  /(?:\b(?:by|before|until|no later than|not later than|on or before|prior to|good through|through|expires(?: on)?|ends(?: on)?|valid (?:until|to|through)|reach(?:es)? us by)|(?<!\p{L})(?:antes del?|hasta el?|a más tardar el?|para el|vence el))\s+(?:the\s+)?$/iu;
/** The debtor is to do something in the sentence; otherwise a day before may lie in the past (“paid before June 1”). */
const asks =
  /\b(?:please|pay|call|contact|write|send|remit|respond|reply|return|must|need to|should|reach|expires?|offer|dispute)\b|(?<!\p{L})(?:pag(?:ue|ar)|llam(?:e|ar)|escrib(?:a|ir)|env(?:íe|iar)|oferta|debe|disput(?:e|ar))(?!\p{L})/iu;

export function daysIn(letter: LetterToCheck, text: string): readonly (LetterFinding & Place)[] {
  const knownDays = new Set<Day>([letter.writtenOn, ...letter.days.map(({ day }) => day)]);
  if (letter.validationEndsOn !== null) knownDays.add(letter.validationEndsOn);
  for (const value of Object.values(letter.fill))
    for (const { day } of daysOf(value, letter.writtenOn)) if (day !== null) knownDays.add(day);
  const found: (LetterFinding & Place)[] = [];
  for (const one of daysOf(text, letter.writtenOn)) {
    const sentence = sentenceAround(text, one);
    const before = text.slice(Math.max(0, one.at - 40), one.at);
    const isDeadline = deadline.test(before);
    const finding = {
      words: letter.text.slice(one.at, one.end),
      sentence: sentenceAround(letter.text, one),
      textId: null,
      source,
      at: one.at,
      end: one.end,
    };
    if (one.day === null) {
      found.push({
        ...finding,
        code: 'DAY_IMPOSSIBLE',
        severity: 'stop',
        why: 'There is no such day. Correct it, or use the field that holds it.',
      });
      continue;
    }
    if (one.weekday !== null && one.weekday !== weekdayOf(one.day)) {
      found.push({
        ...finding,
        code: 'WEEKDAY_WRONG',
        severity: 'stop',
        why: `${spellDay(one.day)} falls on another day of the week. Correct the weekday or the day.`,
      });
      continue;
    }
    if (isDeadline && asks.test(sentence) && one.day < letter.writtenOn) {
      found.push({
        ...finding,
        code: 'DEADLINE_PAST',
        severity: 'stop',
        why: `This day to act by had passed when the letter was written on ${spellDay(letter.writtenOn)}. Name a later one.`,
      });
      continue;
    }
    if (!knownDays.has(one.day))
      found.push({
        ...finding,
        code: 'DAY_NOT_COMPUTED',
        severity: isDeadline && asks.test(sentence) ? 'stop' : 'look',
        why: 'The facts of the account hold no such day. Use a field that computes it, so that it is right for every letter, or take it out.',
      });
  }
  return [...found, ...validationEndIn(letter)];
}

/** The end of the validation period as the notice prints it is not earlier than the law allows. */
function validationEndIn(letter: LetterToCheck): readonly (LetterFinding & Place)[] {
  if (letter.stage !== 'first_notice' || letter.validationEndsOn === null) return [];
  const earliest = validationEnd(letter.writtenOn);
  if (letter.validationEndsOn >= earliest) return [];
  return [
    {
      code: 'VALIDATION_END_EARLY',
      severity: 'stop',
      why: `The end of the validation period in this notice is ${spellDay(letter.validationEndsOn)}, and by mail it is ${spellDay(earliest)} at the earliest. Make the letter anew.`,
      words: '',
      sentence: '',
      textId: null,
      source: validationSource,
      at: letter.text.length,
      end: letter.text.length,
    },
  ];
}
