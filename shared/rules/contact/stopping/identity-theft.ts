/**
 * Identity theft. Once a bureau has blocked the debt as stolen (section 605B of the Fair Credit Reporting Act) it may not be
 * sold, passed on or placed; that it is not collected from the person either is this program’s cautious reading. A theft report
 * without a block leaves open who owes: nobody can say the contact is right until it was looked into. A bare claim warns.
 */
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, everyOffice, isCollecting, isOwnSide } from './scopes.ts';

function isBlocked({ detail }: LegalEvent): boolean {
  return detail.blocked605b === true;
}

function hasReport({ detail }: LegalEvent): boolean {
  return detail.report === true;
}

export const identityTheftRule = contactRule<null>({
  id: 'fcra.identity-theft',
  code: 'IDENTITY_THEFT_BLOCK',
  step: 'debt_state',
  title: 'No sign that the debt is a thief’s',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '15 U.S.C. 1681c-2, 1681m(f), (g), 1681s-2(a)(6)',
    readOn: '2026-11-21',
    confidence: 'known',
    note: 'The statute forbids sale, transfer and placement after a block; stopping contact as well is the cautious reading.',
  },
  scope: everyOffice,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const events = view.eventsOf('identity_theft', at);
    if (events.length === 0) return pass;
    const used = () =>
      events.map((event) =>
        eventFact(
          'Identity theft',
          event,
          isBlocked(event)
            ? 'blocked by a bureau'
            : hasReport(event)
              ? 'with a theft report'
              : 'claimed by the person',
        ),
      );
    const { act } = facts;
    if (isOwnSide(act.to) || !(isCollecting(act.purpose) || act.purpose === 'legal_process')) {
      return { result: 'pass', facts: used };
    }
    const clears = clearsAfter(
      view,
      events,
      'the identity theft to be looked into and the event to be ended',
    );
    if (act.direction === 'in') {
      return {
        result: 'warn',
        text: () =>
          'The person says this debt is a thief’s. Listen, note what they say and tell the creditor; ask for no payment.',
        facts: used,
        clears,
      };
    }
    if (events.some(isBlocked)) {
      return {
        result: 'block',
        text: () =>
          'A credit bureau blocked this debt as the result of identity theft. It may not be collected from this person, sold or placed.',
        facts: used,
        clears,
      };
    }
    if (events.some(hasReport)) {
      return {
        result: 'undetermined',
        text: () =>
          'The person sent an identity theft report, so it is open who owes this debt. Tell the creditor, send the person what they ask for, and look into it first.',
        facts: used,
        clears,
      };
    }
    return {
      result: 'warn',
      text: () =>
        'The person says this debt is a thief’s. Tell the creditor, and send the person the papers on the debt if they ask for them.',
      facts: used,
      clears,
      force: 'caution',
    };
  },
});
