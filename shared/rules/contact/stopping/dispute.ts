/**
 * A written dispute received within the validation period stops collection of what is disputed until verification, or a copy of
 * the judgment, is sent. One that is late or spoken stops nothing by this rule, but from then on the debt is a disputed one. A
 * dispute that repeats an answered one still stops collection until it is answered.
 */
import { formatDollars } from '../../../domain/money.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, type Objection, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { clearsAfter, eventFact, isNotLater } from './events.ts';
import { always, collectorsOnConsumers, isCollecting, isOwnSide } from './scopes.ts';
import { periodFact, takenAsTimely, timingOf, validationPeriodOf } from './timely.ts';

/** Verification sent on or after the dispute answers it. */
function isAnswered(view: CaseView, dispute: LegalEvent, at: number): boolean {
  return view.eventsOf('verification_sent', at).some((sent) => isNotLater(dispute, sent));
}

function disputeFact(event: LegalEvent): FactUsed {
  const { written, disputedCents, duplicative } = event.detail;
  const how = written === true ? 'in writing' : written === false ? 'spoken' : 'not recorded how';
  const part = disputedCents === undefined ? '' : `, ${formatDollars(disputedCents)} of it`;
  return eventFact(
    'Dispute',
    event,
    `${how}${part}${duplicative === true ? ', repeats an earlier one' : ''}`,
  );
}

/** What is left to ask for, in cents; 0 when all of it is disputed. A part that is no part counts as the whole. */
function undisputedCents(disputes: readonly LegalEvent[], balanceCents: number): number {
  let disputed = 0;
  for (const { detail } of disputes) {
    const part = detail.disputedCents;
    if (part === undefined || part <= 0) return 0;
    disputed += part;
  }
  return Math.max(0, balanceCents - disputed);
}

export const disputeRule = contactRule<null>({
  id: 'reg-f.dispute',
  code: 'DISPUTE_PENDING_VERIFICATION',
  step: 'dispute',
  title: 'No written dispute waits for verification',
  subject: 'disputes',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.38(a)(1), (d)(2); 15 U.S.C. 1692g(b)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'That looking for the person and automatic reminders stop as well is the cautious reading.',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0) return pass;
    const { act, debt } = facts;
    if (isOwnSide(act.to) || act.to === 'trustee') return pass;
    const open = view.eventsOf('dispute', at).filter((dispute) => !isAnswered(view, dispute, at));
    if (open.length === 0) return pass;
    const period = validationPeriodOf(view, at);
    const inTime = open.filter(
      (dispute) => dispute.detail.written === true && timingOf(dispute, period) === 'in_time',
    );
    const unclear = open.filter(
      (dispute) => dispute.detail.written === undefined && timingOf(dispute, period) === 'in_time',
    );
    const used = () => [...open.map(disputeFact), periodFact(period)];
    const clears = clearsAfter(
      view,
      inTime.length > 0 ? inTime : open,
      'verification or a copy of the judgment to be sent',
    );
    const warn = (text: () => string, code?: string): Objection => ({
      result: 'warn',
      text,
      facts: used,
      clears,
      force: 'caution',
      ...(code === undefined ? {} : { code }),
    });
    const isStep = act.purpose === 'legal_process';
    if (!isStep && (!isCollecting(act.purpose) || act.purpose === 'validation_notice')) {
      return act.purpose === 'answer_request'
        ? warn(() => 'The debt is disputed. Answer what was asked; ask for no payment.')
        : { result: 'pass', facts: used };
    }
    if (inTime.length > 0) {
      if (act.direction === 'in') {
        return warn(
          () =>
            'This debt is disputed in writing. Listen and note what is said; ask for no payment until verification is sent.',
        );
      }
      if (isStep && view.debtFact('litigation') === 'yes') {
        return warn(
          () =>
            'This debt is disputed in writing and in suit. Do what the court requires; take no new step until verification is sent.',
        );
      }
      const left = undisputedCents(inTime, debt.balanceCents);
      if (left > 0 && unclear.length === 0) {
        return warn(
          () =>
            `A part of this debt is disputed in writing. Until verification is sent, only the undisputed ${formatDollars(left)} may be asked for.${takenAsTimely(period)}`,
        );
      }
      if (left === 0) {
        const duplicative = inTime.every(({ detail }) => detail.duplicative === true);
        return {
          result: 'block',
          text: () =>
            duplicative
              ? `A written dispute repeats one that was answered. Collection stops until it is answered too: a notice with brief reasons and the day of the earlier answer is enough.${takenAsTimely(period)}`
              : `The debt is disputed in writing. Collection stops until verification or a copy of the judgment is sent.${takenAsTimely(period)}`,
          facts: used,
          clears,
        };
      }
    }
    if (unclear.length > 0) {
      return {
        result: act.direction === 'in' ? 'warn' : 'undetermined',
        text: () =>
          `The debt is disputed. Was the dispute in writing? If so, collection stops until verification is sent.${takenAsTimely(period)}`,
        facts: used,
        clears: { waitsFor: 'somebody to record whether the dispute was in writing' },
      };
    }
    return warn(
      () =>
        'The debt is disputed, though not in writing within the validation period. Collection may go on, but report it only as disputed, put no payment for several debts toward it, and look into what the person says.',
      'FURNISH_DISPUTE_FLAG_REQUIRED',
    );
  },
});
