/** An event as it is typed, and what is recorded of it: only the particulars its kind has. */
import { z } from 'zod';
import { contactChannels } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { consentKinds, legalEventKinds } from '../../../../shared/domain/law.ts';
import { parseMoney } from '../../../../shared/domain/money.ts';
import { optionalWords, requiredLine, typedDay } from '../forms/schemas.ts';
import { parseTypedTime } from '../forms/typed-time.ts';
import { consentFields, type EventField, eventForms, isAboutPerson } from './event-kinds.ts';

const yesNo = z.enum(['', 'yes', 'no']);
const line = z.string().max(2200);

export const eventFields = z.strictObject({
  kind: z.enum(legalEventKinds).nullable(),
  on: line,
  allDebts: z.boolean(),
  source: line,
  document: line,
  memo: line,
  /** An id as text; empty for none. */
  channel: z.enum(['', ...contactChannels]),
  phoneId: z.string().max(20),
  emailId: z.string().max(20),
  addressId: z.string().max(20),
  place: z.enum(['', 'home', 'work']),
  consent: z.enum(['', ...consentKinds]),
  direct: yesNo,
  written: yesNo,
  disputedAmount: line,
  duplicative: yesNo,
  name: line,
  firm: line,
  address: line,
  phone: line,
  reach: z.enum(['', 'known', 'findable', 'not_found']),
  chapter: z.enum(['', '7', '9', '11', '12', '13']),
  caseNumber: line,
  court: line,
  codebtor: yesNo,
  secured: yesNo,
  days: z.array(z.string().max(1)).max(7),
  fromTime: line,
  toTime: line,
  untilOn: line,
  diedOn: line,
  report: yesNo,
  blocked605b: yesNo,
  from: line,
  to: line,
  sentOn: line,
  optOutBy: line,
  endsOn: line,
  how: line,
  electronic: yesNo,
  complete: yesNo,
  reassigned: yesNo,
  route: z.enum(['', 'spoke', 'mailed', 'sent']),
  form: z.enum(['', 'payment', 'signed_writing', 'oral', 'promise']),
});
export type EventFields = z.output<typeof eventFields>;

export const blankEvent: EventFields = {
  kind: null,
  on: 'today',
  allDebts: false,
  source: '',
  document: '',
  memo: '',
  channel: '',
  phoneId: '',
  emailId: '',
  addressId: '',
  place: '',
  consent: '',
  direct: '',
  written: '',
  disputedAmount: '',
  duplicative: '',
  name: '',
  firm: '',
  address: '',
  phone: '',
  reach: '',
  chapter: '',
  caseNumber: '',
  court: '',
  codebtor: '',
  secured: '',
  days: [],
  fromTime: '',
  toTime: '',
  untilOn: '',
  diedOn: '',
  report: '',
  blocked605b: '',
  from: '',
  to: '',
  sentOn: '',
  optOutBy: '',
  endsOn: '',
  how: '',
  electronic: '',
  complete: '',
  reassigned: '',
  route: '',
  form: '',
};

/** A blank form for a kind, with what it is usually about. */
export function eventOf(kind: EventFields['kind'], before: EventFields = blankEvent): EventFields {
  return { ...before, kind, allDebts: kind !== null && isAboutPerson(kind) };
}

/** Which particulars are asked for. */
export function shownFields(fields: Pick<EventFields, 'kind' | 'consent'>): readonly EventField[] {
  if (fields.kind === null) return [];
  return fields.kind === 'consent' ? consentFields(fields.consent) : eventForms[fields.kind].fields;
}

/** Days that lie ahead as a rule, so that a day without a year leans that way. */
export const daysAhead: readonly EventField[] = ['untilOn', 'to', 'optOutBy', 'endsOn'];

const needed: Readonly<Partial<Record<EventField, string>>> = {
  consent: 'Choose what the consent is for.',
  reassigned: 'Say what the check found.',
  route: 'Choose how the debtor was told.',
  form: 'Choose how it was acknowledged.',
};

const choices = ['consent', 'reassigned', 'route', 'form'] as const;

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** What to record, or at each field why not yet. */
export function eventSchema(today: Day) {
  return eventFields.transform((fields, context) => {
    const shown = shownFields(fields);
    const has = (field: EventField) => shown.includes(field);
    const refuse = (path: keyof EventFields, message: string): never => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const take = <T>(path: keyof EventFields, schema: z.ZodType<T>): T => {
      const read = schema.safeParse(fields[path]);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const kind = fields.kind ?? refuse('kind', 'Choose what happened.');
    const on = take(
      'on',
      typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day lies ahead. An event is recorded once it has happened.' },
      }),
    );
    const source = take(
      'source',
      requiredLine(300, 'Say where this is known from: a letter, a call, a court.'),
    );
    const document = take('document', optionalWords(300));
    const memo = take('memo', optionalWords(2000));
    for (const field of choices) {
      const message = needed[field];
      if (has(field) && fields[field] === '' && message !== undefined) refuse(field, message);
    }
    const yes = (
      field:
        | 'direct'
        | 'written'
        | 'duplicative'
        | 'codebtor'
        | 'secured'
        | 'report'
        | 'blocked605b'
        | 'electronic'
        | 'complete'
        | 'reassigned',
    ) => (has(field) && fields[field] !== '' ? { [field]: fields[field] === 'yes' } : {});
    const words = (
      field: 'name' | 'firm' | 'address' | 'phone' | 'caseNumber' | 'court' | 'how',
      most = 200,
    ) => {
      if (!has(field)) return {};
      const text = take(field, optionalWords(most));
      return text === '' ? {} : { [field]: text };
    };
    const day = (field: 'untilOn' | 'diedOn' | 'from' | 'to' | 'sentOn' | 'optOutBy' | 'endsOn') => {
      if (!has(field) || fields[field].trim() === '') return {};
      return {
        [field]: take(field, typedDay(today, { leaning: daysAhead.includes(field) ? 'ahead' : 'behind' })),
      };
    };
    if (kind === 'attorney' && fields.reach === 'known' && fields.name.trim() === '')
      refuse('name', 'Type the attorney’s name.');
    if (kind === 'creditor_email_notice' && fields.sentOn.trim() === '')
      refuse('sentOn', 'Type the day the creditor sent it.');
    if (kind === 'creditor_email_notice' && fields.optOutBy.trim() === '')
      refuse('optOutBy', 'Type the last day to opt out; the notice names it.');
    const needsEmail = kind === 'creditor_email_notice' || kind === 'prior_collector_email';
    if (needsEmail && fields.emailId === '') refuse('emailId', 'Choose the e-mail address.');
    if (kind === 'reassigned_check' && fields.phoneId === '') refuse('phoneId', 'Choose the number.');
    const either = kind === 'third_party_disclosure' || kind === 'employer_provided';
    if (either && fields.phoneId === '' && fields.emailId === '')
      refuse('phoneId', 'Choose the number or the e-mail address.');
    if (
      kind === 'opt_out' &&
      fields.channel === '' &&
      fields.phoneId === '' &&
      fields.emailId === '' &&
      fields.addressId === ''
    )
      refuse('channel', 'Choose the channel, the number or the address they opted out of.');
    if (kind === 'inconvenient_place' && fields.place === '' && fields.phoneId === '')
      refuse('place', 'Choose the place or its number.');
    const window = timesOf(fields, has('hours'), refuse);
    let disputedCents: number | null = null;
    if (has('disputedAmount') && fields.disputedAmount.trim() !== '') {
      const sum = parseMoney(fields.disputedAmount);
      if (!sum.ok || sum.value < 1)
        refuse('disputedAmount', 'Type the sum that is disputed, or leave it empty for all of it.');
      else disputedCents = sum.value;
    }
    const idOf = (text: string) => (text === '' ? null : Number(text));
    const reaches = has('reaches');
    return {
      kind,
      allDebts: fields.allDebts,
      on,
      source,
      document,
      memo,
      scope: {
        channel: (has('channel') || reaches) && fields.channel !== '' ? fields.channel : null,
        phoneId: has('phoneId') || reaches ? idOf(fields.phoneId) : null,
        emailId: has('emailId') || reaches ? idOf(fields.emailId) : null,
        addressId: reaches ? idOf(fields.addressId) : null,
        place: has('place') && fields.place !== '' ? fields.place : null,
      },
      detail: {
        ...(has('consent') && fields.consent !== '' ? { consent: fields.consent } : {}),
        ...(has('reach') && fields.reach !== '' ? { reach: fields.reach } : {}),
        ...(has('chapter') && fields.chapter !== '' ? { chapter: fields.chapter } : {}),
        ...(has('route') && fields.route !== '' ? { route: fields.route } : {}),
        ...(has('form') && fields.form !== '' ? { form: fields.form } : {}),
        ...(has('days') && fields.days.length > 0
          ? { days: fields.days.map(Number).sort((a, b) => a - b) }
          : {}),
        ...window,
        ...(disputedCents === null ? {} : { disputedCents }),
        ...yes('direct'),
        ...yes('written'),
        ...yes('duplicative'),
        ...yes('codebtor'),
        ...yes('secured'),
        ...yes('report'),
        ...yes('blocked605b'),
        ...yes('electronic'),
        ...yes('complete'),
        ...yes('reassigned'),
        ...words('name'),
        ...words('firm'),
        ...words('address', 300),
        ...words('phone', 60),
        ...words('caseNumber', 80),
        ...words('court'),
        ...words('how'),
        ...(kind === 'validation_notice' && fields.how === 'electronic' ? { electronic: true } : {}),
        ...day('untilOn'),
        ...day('diedOn'),
        ...day('from'),
        ...day('to'),
        ...day('sentOn'),
        ...day('optOutBy'),
        ...day('endsOn'),
      },
    };
  });
}

/** The hours of a wish: both ends or neither, and neither only where days are named. */
function timesOf(
  fields: EventFields,
  asked: boolean,
  refuse: (path: keyof EventFields, message: string) => unknown,
): { fromMinute?: number; toMinute?: number } {
  if (!asked) return {};
  const [from, to] = [fields.fromTime.trim(), fields.toTime.trim()];
  if (from === '' && to === '') {
    if (fields.days.length === 0) refuse('fromTime', 'Choose the days of the week, the hours, or both.');
    return {};
  }
  const begins = parseTypedTime(from);
  const midnight = /^(midnight|24:?00)$/i.test(to);
  const ends = midnight ? '24:00' : parseTypedTime(to);
  if (begins === null) refuse('fromTime', 'Type when it begins, for example 9 or 5pm.');
  if (ends === null) refuse('toTime', 'Type when it ends, for example 12, 9pm or midnight.');
  if (begins === null || ends === null) return {};
  const [fromMinute, toMinute] = [minuteOf(begins), minuteOf(ends)];
  if (toMinute <= fromMinute)
    refuse('toTime', 'It ends before it begins. For hours past midnight record two events.');
  return { fromMinute, toMinute };
}
