/**
 * Which email addresses may be used without answering for who else reads them: 12 CFR 1006.6(d)(3) and (4). One of three must
 * hold: the consumer used the address to write to this office about the debt or agreed to it; the creditor gave the notice of
 * (ii) and its time to object has run out; a collector before this one used it by the same rules.
 *
 * Recording the creditor’s notice says that it met (ii)(A) to (C): got from the consumer, used for the account, naming this office
 * and the address. Sending to an address that fits none is not forbidden in so many words; this program does not do it.
 */
import { addDays, daysBetween, toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import type { FactUsed } from '../../verdict.ts';
import { addressEventsOf, debtEventsOf, directConsents, wasClosedAfter } from './address-events.ts';
import { domainKindOf } from './email-domains.ts';

export type EmailNoticeDays = { readonly noticeDays: number };

/** What the person did with the address, or agreed to: (d)(4)(i). */
export function hasUsedOrAgreed(view: CaseView, at: number): boolean {
  const { act, contacts } = view.facts;
  if (act.emailId === null) return false;
  for (const contact of contacts) {
    if (contact.channel !== 'email' || contact.direction !== 'in' || contact.emailId !== act.emailId)
      continue;
    if (view.isAboutDebt(contact) && !wasClosedAfter(view, contact.at, at)) return true;
  }
  return directConsents(view, 'email', at).length > 0;
}

/** A collector before this one used it by (i) or (ii), the last one for this debt: (d)(4)(iii). */
export function cameFromCollector(view: CaseView, at: number): boolean {
  return (
    debtEventsOf(view, 'prior_collector_email', at).length > 0 &&
    addressEventsOf(view, 'opt_out', at).length === 0
  );
}

function addressOfAct(view: CaseView): string {
  const { act, person } = view.facts;
  return person.emails.find(({ emailId }) => emailId === act.emailId)?.address ?? '';
}

function noticeFact(notice: LegalEvent): FactUsed {
  const { sentOn, optOutBy } = notice.detail;
  return {
    name: 'Creditor’s notice',
    value: `Sent ${sentOn ?? 'on a day not recorded'}, to object by ${optOutBy ?? 'a day not recorded'}`,
    source: notice.source,
    ref: { kind: 'event', id: notice.eventId },
  };
}

function emailFact(view: CaseView): FactUsed {
  const { emailId } = view.facts.act;
  return {
    name: 'Email address',
    value: addressOfAct(view),
    source: '',
    ref: emailId === null ? { kind: 'person' } : { kind: 'email', id: emailId },
  };
}

/** The first instant at which the last day to object is over wherever the person may be. */
function objectionOver(view: CaseView, optOutBy: string): number {
  const next = toEpochDay(optOutBy) + 1;
  let over = 0;
  for (const zone of view.zones) over = Math.max(over, instantOfLocal(zone, next, 0));
  return over;
}

/** The creditor’s notice, judged; `null` when there is none. */
function judgeNotice(view: CaseView, at: number, { noticeDays }: EmailNoticeDays): Finding | null {
  const notices = debtEventsOf(view, 'creditor_email_notice', at);
  let found: Finding | null = null;
  for (const notice of notices) {
    const finding = judgeOneNotice(view, at, notice, noticeDays);
    if (finding.result === 'pass') return finding;
    // One that only has to run its time, or lacks a fact, is better than one that falls short.
    if (found === null || finding.result === 'undetermined' || hasInstant(finding)) found = finding;
  }
  return found;
}

function hasInstant(finding: Finding): boolean {
  return finding.result !== 'pass' && finding.clears !== null && 'at' in finding.clears;
}

function judgeOneNotice(view: CaseView, at: number, notice: LegalEvent, noticeDays: number): Finding {
  const { sentOn, optOutBy } = notice.detail;
  const facts = () => [noticeFact(notice), emailFact(view)];
  if (sentOn === undefined || optOutBy === undefined) {
    return {
      result: 'undetermined',
      text: () =>
        'The creditor’s notice about this email address is on file without the day it was sent or the last day to object.',
      facts,
      clears: { waitsFor: 'the days of the creditor’s notice to be recorded' },
    };
  }
  const given = daysBetween(sentOn, optOutBy);
  if (given < noticeDays) {
    return {
      result: 'block',
      text: () =>
        `The creditor’s notice left ${given} days to object; the rule asks for at least ${noticeDays}. The consumer’s own consent would open this address.`,
      facts,
      clears: { waitsFor: 'the consumer’s consent to email, or a new notice by the creditor' },
    };
  }
  const domain = domainKindOf(addressOfAct(view));
  if (domain === 'restricted') {
    return {
      result: 'block',
      text: () =>
        'A creditor’s notice does not open an address given by an employer, a school or the government. The consumer’s own consent would.',
      facts,
      clears: { waitsFor: 'the consumer’s consent to email, or another address' },
    };
  }
  if (domain === 'unknown' && notice.detail.complete !== true) {
    return {
      result: 'undetermined',
      text: () =>
        'A creditor’s notice opens only addresses of services open to the public, and Duebook does not know this one. Is it the employer’s address?',
      facts,
      clears: { waitsFor: 'it to be found out whether the address is open to the public' },
    };
  }
  const over = objectionOver(view, optOutBy);
  if (at < over) {
    return {
      result: 'block',
      text: () =>
        `The creditor told the consumer they may object to this address until ${optOutBy}. Email may begin the day after, ${addDays(optOutBy, 1)}.`,
      facts,
      clears: { at: over },
    };
  }
  return {
    result: 'pass',
    text: () => 'The creditor’s notice about this address has run its time without an objection.',
    facts,
  };
}

export const emailProcedureRule = contactRule<EmailNoticeDays>({
  id: 'reg-f.email.procedure',
  code: 'ELECTRONIC_PROCEDURE_NOT_MET',
  step: 'electronic',
  title: 'An email address is used only by one of the three procedures',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(d)(3), (d)(4)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'The procedures are a safe harbor; not sending outside it is a convention of this program.',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['email'], directions: 'out' },
  values: [{ from: '2021-11-30', until: null, value: { noticeDays: 35 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    // Others than the consumer are a matter of the rule on third parties.
    if (!view.isWithConsumer || act.purpose === 'confirm_opt_out') return pass;
    if (act.emailId === null) {
      return {
        result: 'undetermined',
        text: () => 'It is not said which email address the message goes to.',
        facts: () => [],
        clears: { waitsFor: 'the email address to be chosen' },
      };
    }
    if (hasUsedOrAgreed(view, at)) {
      return {
        result: 'pass',
        text: () => 'The consumer wrote from this address about the debt, or agreed to its use.',
      };
    }
    if (cameFromCollector(view, at)) {
      return {
        result: 'pass',
        text: () => 'The collector before this office used this address for the debt by the same rules.',
      };
    }
    // An address that was closed once is not opened by what the creditor wrote before.
    if (addressEventsOf(view, 'opt_out', at).length === 0) {
      const notice = judgeNotice(view, at, value);
      if (notice !== null) return notice;
    }
    return {
      result: 'block',
      text: () =>
        'Nothing on file lets this address be used for the debt: no message from it by the consumer, no consent, no notice by the creditor, no earlier collector who used it.',
      facts: () => [emailFact(view)],
      clears: { waitsFor: 'the consumer’s consent to email' },
    };
  },
});
