/**
 * A dispute at an office Regulation F does not bind stops no contact by federal law, but whoever reports to a bureau must report
 * the debt as disputed and look into it. So it warns, until the dispute is answered or ended.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import { clearsAfter, eventFact, isNotLater } from './events.ts';
import { always, isOwnSide } from './scopes.ts';

export const disputeFlagRule = contactRule<null>({
  id: 'fcra.dispute-flag',
  code: 'FURNISH_DISPUTE_FLAG_REQUIRED',
  step: 'dispute',
  title: 'A dispute is looked into and reported as one',
  subject: 'disputes',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '15 U.S.C. 1681s-2(a)(3); 12 CFR 1022.43; 12 U.S.C. 5531',
    readOn: '2026-11-21',
    confidence: 'known',
  },
  scope: {
    roles: ['first_party_creditor', 'medical_provider'],
    debts: 'consumer',
    states: 'all',
    channels: 'all',
    directions: 'out',
  },
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || view.keepsRegulationF || isOwnSide(facts.act.to)) return pass;
    const sent = view.eventsOf('verification_sent', at);
    const open = view
      .eventsOf('dispute', at)
      .filter((dispute) => !sent.some((answer) => isNotLater(dispute, answer)));
    if (open.length === 0) return pass;
    return {
      result: 'warn',
      text: () =>
        'The person disputes this debt. Look into it before asking again, and if you report to a credit bureau, report it as disputed.',
      facts: () => open.map((event) => eventFact('Dispute', event)),
      clears: clearsAfter(view, open, 'the dispute to be answered'),
    };
  },
});
