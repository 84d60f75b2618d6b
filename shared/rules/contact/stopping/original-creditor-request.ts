/**
 * A written request, within the validation period, for the original creditor’s name and address stops all collection until the
 * answer is sent: the name and address, or, where it is the current creditor, that it is and where the notice said so. The
 * answer is a contact recorded with that purpose; where it went out another way, the event is ended.
 */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { clearsAfter, eventFact, isSince } from './events.ts';
import { always, collectorsOnConsumers, isCollecting, isOwnSide } from './scopes.ts';
import { periodFact, takenAsTimely, timingOf, validationPeriodOf } from './timely.ts';

function isAnswered(view: CaseView, request: LegalEvent, at: number): boolean {
  return view.facts.contacts.some(
    (contact) =>
      contact.purpose === 'original_creditor_answer' &&
      contact.direction === 'out' &&
      contact.at <= at &&
      // It must be sent in a form the person can keep.
      (contact.channel === 'letter' || contact.channel === 'email' || contact.channel === 'text') &&
      view.isAboutDebt(contact) &&
      isSince(view, contact, request),
  );
}

export const originalCreditorRequestRule = contactRule<null>({
  id: 'reg-f.original-creditor-request',
  code: 'ORIGINAL_CREDITOR_REQUEST_PENDING',
  step: 'dispute',
  title: 'No request for the original creditor waits for an answer',
  subject: 'disputes',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.38(c); 15 U.S.C. 1692g(b)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0) return pass;
    const { act } = facts;
    if (isOwnSide(act.to) || act.to === 'trustee') return pass;
    const open = view
      .eventsOf('original_creditor_request', at)
      .filter((request) => !isAnswered(view, request, at));
    if (open.length === 0) return pass;
    const period = validationPeriodOf(view, at);
    const used = () => [
      ...open.map((event) => eventFact('Request for the original creditor', event)),
      periodFact(period),
    ];
    const isStep = act.purpose === 'legal_process' && view.debtFact('litigation') !== 'yes';
    if (!isStep && (!isCollecting(act.purpose) || act.purpose === 'validation_notice')) {
      return { result: 'pass', facts: used };
    }
    const inTime = open.filter((request) => timingOf(request, period) === 'in_time');
    const written = inTime.filter(({ detail }) => detail.written === true);
    const unclear = inTime.filter(({ detail }) => detail.written === undefined);
    const clears = clearsAfter(
      view,
      written.length > 0 ? written : open,
      'the original creditor’s name and address to be sent',
    );
    if (written.length === 0 && unclear.length === 0) {
      return {
        result: 'warn',
        text: () =>
          'The person asked who the original creditor is, though not in writing within the validation period. Collection may go on; answering is still right.',
        facts: used,
        clears,
        force: 'caution',
      };
    }
    if (act.direction === 'in') {
      return {
        result: 'warn',
        text: () =>
          'The person asked who the original creditor is and waits for the answer. Ask for no payment until it is sent.',
        facts: used,
        clears,
        force: 'caution',
      };
    }
    if (written.length === 0) {
      return {
        result: 'undetermined',
        text: () =>
          `The person asked who the original creditor is. Was it in writing? If so, all collection stops until the answer is sent.${takenAsTimely(period)}`,
        facts: used,
        clears: { waitsFor: 'somebody to record whether the request was in writing' },
      };
    }
    return {
      result: 'block',
      text: () =>
        `The person asked in writing for the original creditor’s name and address. All collection stops until the answer is sent.${takenAsTimely(period)}`,
      facts: used,
      clears,
    };
  },
});
