/**
 * Puts together a limited-content message: the one voicemail that says nothing of a debt and is therefore no communication about
 * one (12 CFR 1006.2(j)). It may hold a business name that does not suggest collection, a request to reply, whom to ask for and
 * a number; and a salutation, the day and time, good times to reply, and that any representative can help. One word more and
 * it is an ordinary message. So there is no field for free text, and what is typed is held against what a field may hold.
 *
 * Wording a state prescribes for messages does not belong in it: with it, it is an ordinary message.
 */
import { spellDay } from '../domain/days.ts';
import { readPhone } from '../domain/phone.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { localDay, localMinute, localWeekday } from './time/local-time.ts';

/** Without the consumer’s name: whoever else hears the message learns not even that. */
export const salutations = ['none', 'hello', 'good_day'] as const;
export type Salutation = (typeof salutations)[number];

/** When a reply suits: minutes from midnight. Days 1 Monday to 7 Sunday; none means any day. */
export type ReplyTimes = {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
};

export type LimitedContentFields = {
  readonly businessName: string;
  /** Somebody looked at a name whose words may or may not suggest collection, and says it does not. */
  readonly nameConfirmed: boolean;
  /** Whom to ask for: natural persons, at least one. */
  readonly contactNames: readonly string[];
  readonly callBackNumber: string;
  readonly salutation?: Salutation;
  /** The call’s day and hour, said by the clock of the zone. */
  readonly calledAt?: { readonly at: number; readonly zone: string };
  readonly replyTimes?: ReplyTimes;
  /** Say that any representative can answer. */
  readonly anyRepresentative?: boolean;
};

/** Words that tell a listener what the business does. A name with one of them cannot be used. */
const suggestsDebt =
  /\b(?:collect(?:s|ed|ing|ions?|ors?)?|debts?|debtors?|recover(?:y|ies|ing|ed|s)?|receivables?|arrears?|delinquen\w*|overdue|past[ -]?due|charge[ -]?offs?|repo(?:s|ssess\w*)?|garnish\w*|judge?ments?|skip[ -]?trac\w*|bad checks?|credit (?:bureau|control|adjust\w*|protect\w*)|bill collect\w*)\b/i;

/** Words that may hint at it and may not; a person has to say. */
const mayHint =
  /\b(?:accounts?|acceptance|adjust\w*|assets?|attorneys?|billing|capital|claims?|credit|enforce\w*|financ\w*|fund(?:s|ing)?|law|lawyers?|legal|loans?|loss|payments?|portfolio|resol\w*|revenue|settle\w*|solutions?)\b/i;

/** A department is no natural person, and often says what it is for. */
const department =
  /\b(?:department|dept|division|desk|team|unit|office|services?|group|agents?|manager|officer)\b/i;

const nameShape = /^[\p{L}\p{M}\d][\p{L}\p{M}\d .,'’&-]{0,79}$/u;
const personShape = /^\p{L}[\p{L}\p{M} .'’-]{1,59}$/u;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function weekdayName(day: number): string {
  return weekdays[day - 1] ?? '';
}

function clockWords(minute: number): string {
  const hour = Math.floor(minute / 60);
  const rest = minute % 60;
  const minutes = rest === 0 ? '' : `:${rest.toString().padStart(2, '0')}`;
  return `${((hour + 11) % 12) + 1}${minutes} ${hour % 24 < 12 ? 'AM' : 'PM'}`;
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

function dayWords(days: readonly number[]): string {
  const named = [...new Set(days)].sort((a, b) => a - b);
  if (named.length === 0 || named.length === 7) return 'any day';
  if (named.join('') === '12345') return 'any weekday';
  return listed(named.map(weekdayName), 'or');
}

/** Whether a business name can be used; `limited.name_unclear` where a person has to say so. */
export function checkBusinessName(name: string, confirmed: boolean): Result<string> {
  const said = name.trim().replace(/\s+/g, ' ');
  if (said === '') return fail('limited.field_empty', { field: 'business name' });
  const debt = suggestsDebt.exec(said);
  if (debt) return fail('limited.name_suggests_debt', { name: said, word: debt[0] });
  if (!nameShape.test(said)) return fail('limited.not_a_name', { name: said });
  const hint = mayHint.exec(said);
  if (hint && !confirmed) return fail('limited.name_unclear', { name: said, word: hint[0] });
  return ok(said);
}

function checkPerson(name: string): Result<string> {
  const said = name.trim().replace(/\s+/g, ' ');
  if (said === '') return fail('limited.field_empty', { field: 'name of the person to ask for' });
  if (
    !personShape.test(said) ||
    said.split(' ').length > 4 ||
    department.test(said) ||
    suggestsDebt.test(said)
  )
    return fail('limited.not_a_person', { name: said });
  return ok(said);
}

function checkTimes({ days, fromMinute, toMinute }: ReplyTimes): boolean {
  return (
    days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    Number.isInteger(fromMinute) &&
    Number.isInteger(toMinute) &&
    fromMinute >= 0 &&
    toMinute <= 1440 &&
    fromMinute < toMinute
  );
}

function numberWords(text: string): string | null {
  const phone = readPhone(text);
  // An extension is typed behind a number, and with a number of letters anything could be said.
  return phone === null || !/^[\d\s()+.,x#-]+$/i.test(text.trim()) ? null : phone.display;
}

/** The words to leave, or what keeps them from being a limited-content message. */
export function limitedContentMessage(fields: LimitedContentFields): Result<string> {
  const business = checkBusinessName(fields.businessName, fields.nameConfirmed);
  if (!business.ok) return business;
  if (fields.contactNames.length === 0)
    return fail('limited.field_empty', { field: 'name of the person to ask for' });
  const people: string[] = [];
  for (const name of fields.contactNames) {
    const person = checkPerson(name);
    if (!person.ok) return person;
    people.push(person.value);
  }
  const number = numberWords(fields.callBackNumber);
  if (number === null) return fail('limited.number', { text: fields.callBackNumber });
  const { calledAt, replyTimes, salutation } = fields;
  if (replyTimes !== undefined && !checkTimes(replyTimes)) return fail('limited.times');
  const sentences: string[] = [];
  if (salutation === 'hello') sentences.push('Hello.');
  if (salutation === 'good_day') sentences.push('Good day.');
  const called =
    calledAt === undefined
      ? ''
      : `, calling on ${weekdayName(localWeekday(calledAt.zone, calledAt.at))}, ${spellDay(localDay(calledAt.zone, calledAt.at))} at ${clockWords(localMinute(calledAt.zone, calledAt.at))}`;
  const opening = `This is ${business.value}${called}`;
  // A name that ends in a stop, as “Inc.” does, brings its own.
  sentences.push(opening.endsWith('.') ? opening : `${opening}.`);
  sentences.push(`Please call ${listed(people, 'or')} back at ${number}.`);
  if (replyTimes !== undefined) {
    sentences.push(
      `A good time is ${dayWords(replyTimes.days)} from ${clockWords(replyTimes.fromMinute)} to ${clockWords(replyTimes.toMinute)}.`,
    );
  }
  if (fields.anyRepresentative) sentences.push('Any representative can help you.');
  return ok(sentences.join(' '));
}
