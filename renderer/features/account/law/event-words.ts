/** An event as a list says it: what it is about, and its particulars in words. */
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { LegalEventRow } from '../../../../shared/contract/law.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  consentKindWords,
  contactChannelWords,
  legalEventKindWords,
} from '../../../../shared/text/labels.ts';
import { minuteWords, weekdayName } from '../../../../shared/text/moment-words.ts';

/** The event’s name, with what a consent is for. */
export function eventTitle({ kind, detail }: Pick<LegalEventRow, 'kind' | 'detail'>): string {
  if (kind === 'consent' && detail.consent !== undefined)
    return `Consent ${consentKindWords[detail.consent]}`;
  if (kind === 'bankruptcy' && detail.chapter !== undefined)
    return `${legalEventKindWords.bankruptcy}, chapter ${detail.chapter}`;
  return legalEventKindWords[kind];
}

/** What it is limited to, such as `Text message, (512) 555-0144`; empty when it is about everything. */
export function scopeWords({ scope }: Pick<LegalEventRow, 'scope'>, debtor: DebtorFacts): string {
  const phone = debtor.phones.find(({ phoneId }) => phoneId === scope.phoneId);
  const email = debtor.emails.find(({ emailId }) => emailId === scope.emailId);
  const address = debtor.addresses.find(({ addressId }) => addressId === scope.addressId);
  return [
    scope.channel === null ? '' : contactChannelWords[scope.channel],
    phone?.display ?? (scope.phoneId === null ? '' : 'one number'),
    email?.address ?? (scope.emailId === null ? '' : 'one e-mail address'),
    address?.line1 ?? (scope.addressId === null ? '' : 'one address'),
    scope.place === null ? '' : scope.place === 'home' ? 'at home' : 'at work',
  ]
    .filter((part) => part !== '')
    .join(', ');
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
export function detailWords({ kind, detail }: Pick<LegalEventRow, 'kind' | 'detail'>): readonly string[] {
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
}: Pick<LegalEventRow['detail'], 'days' | 'fromMinute' | 'toMinute'>): string {
  const named = (days ?? []).map((day) => weekdayName(day)).join(', ');
  const hours =
    fromMinute === undefined || toMinute === undefined
      ? ''
      : `${minuteWords(fromMinute)} to ${minuteWords(toMinute)}`;
  return [named, hours].filter((part) => part !== '').join(', ');
}
