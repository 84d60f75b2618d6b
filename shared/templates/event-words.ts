/** An event the law attaches something to, as a list or a paper says it: its name, and its particulars in words. */
import type { LegalEventKind } from '../domain/law.ts';
import { formatDollars } from '../domain/money.ts';
import type { EventDetail } from '../rules/facts.ts';
import { dayWords } from '../text/day-words.ts';
import { consentKindWords, legalEventKindWords } from '../text/labels.ts';
import { minuteWords, weekdayName } from '../text/moment-words.ts';

export type NamedEvent = { readonly kind: LegalEventKind; readonly detail: EventDetail };

/** The event’s name, with what a consent is for. */
export function eventTitle({ kind, detail }: NamedEvent): string {
  if (kind === 'consent' && detail.consent !== undefined)
    return `Consent ${consentKindWords[detail.consent]}`;
  if (kind === 'bankruptcy' && detail.chapter !== undefined)
    return `${legalEventKindWords.bankruptcy}, chapter ${detail.chapter}`;
  return legalEventKindWords[kind];
}

const routes = { spoke: 'spoken with', mailed: 'by mail', sent: 'by an electronic message' } as const;
const forms = {
  payment: 'by a payment',
  signed_writing: 'in a signed writing',
  oral: 'by word of mouth',
  promise: 'by a promise to pay',
} as const;
const reaches = {
  known: 'can be reached',
  findable: 'name and address can be found',
  not_found: 'name and address could not be found',
} as const;

/** One phrase for each particular, in the order people look for them. */
export function detailWords({ kind, detail }: NamedEvent): readonly string[] {
  const said: string[] = [];
  const add = (phrase: string | undefined | false) => {
    if (phrase !== undefined && phrase !== false && phrase !== '') said.push(phrase);
  };
  const day = (label: string, value: string | undefined) =>
    add(value !== undefined && `${label} ${dayWords(value)}`);
  add(detail.written === undefined ? undefined : detail.written ? 'in writing' : 'not in writing');
  add(
    detail.direct === undefined
      ? undefined
      : detail.direct
        ? 'given to this office'
        : 'given to somebody else',
  );
  add(detail.disputedCents !== undefined && `${formatDollars(detail.disputedCents)} disputed`);
  add(detail.duplicative === true && 'same as one answered before');
  add(detail.name);
  add(detail.firm);
  add(detail.address);
  add(detail.phone);
  add(detail.reach !== undefined && reaches[detail.reach]);
  add(kind !== 'bankruptcy' && detail.chapter !== undefined && `chapter ${detail.chapter}`);
  add(detail.caseNumber !== undefined && `case ${detail.caseNumber}`);
  add(detail.court);
  add(detail.codebtor === true && 'filed by a co-debtor');
  add(detail.secured === undefined ? undefined : detail.secured ? 'secured debt' : 'not secured');
  add(timesWords(detail));
  day('died', detail.diedOn);
  add(detail.report === undefined ? undefined : detail.report ? 'report received' : 'no report yet');
  add(detail.blocked605b === true && 'blocked by a bureau');
  day('from', detail.from);
  day('to', detail.to);
  day('sent', detail.sentOn);
  add(detail.how);
  add(detail.electronic === true && 'electronically');
  day('last day to opt out', detail.optOutBy);
  day('ends', detail.endsOn);
  day('until', detail.untilOn);
  add(detail.complete === undefined ? undefined : detail.complete ? 'complete' : 'not complete');
  add(detail.reassigned === undefined ? undefined : detail.reassigned ? 'was reassigned' : 'not reassigned');
  add(detail.route !== undefined && routes[detail.route]);
  add(detail.form !== undefined && forms[detail.form]);
  return said;
}

/** `Mon, Tue, 9:00 AM to noon`; empty where no times are named. */
export function timesWords({
  days,
  fromMinute,
  toMinute,
}: Pick<EventDetail, 'days' | 'fromMinute' | 'toMinute'>): string {
  const named = (days ?? []).map((day) => weekdayName(day)).join(', ');
  const hours =
    fromMinute === undefined || toMinute === undefined
      ? ''
      : `${minuteWords(fromMinute)} to ${minuteWords(toMinute)}`;
  return [named, hours].filter((part) => part !== '').join(', ');
}
