/**
 * The discharge: a court’s permanent order not to collect, binding every office. A lien may survive it; then the property may be
 * spoken of, never the person’s duty to pay. A debt that arose after the discharge is not touched by it.
 */
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { reachOf } from './bankruptcy-reach.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, everyOffice, isCollecting, isOwnSide } from './scopes.ts';

function isSecured({ detail }: LegalEvent): boolean {
  return detail.secured === true;
}

export const bankruptcyDischargeRule = contactRule<null>({
  id: 'bankruptcy.discharge',
  code: 'BANKRUPTCY_DISCHARGED',
  step: 'bankruptcy',
  title: 'The debt was not discharged in bankruptcy',
  subject: 'bankruptcy and service',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '11 U.S.C. 524(a)(2), (c)', readOn: '2026-11-21', confidence: 'known' },
  scope: everyOffice,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (!facts.events.some(({ kind }) => kind === 'discharge')) return pass;
    const { binding, elsewhere } = reachOf(view, 'discharge', at);
    const { to, purpose, direction } = facts.act;
    const used = () =>
      [...binding, ...elsewhere].map((event) =>
        eventFact('Discharge in bankruptcy', event, isSecured(event) ? 'secured by property' : ''),
      );
    if (binding.length === 0 && elsewhere.length === 0) return pass;
    if (isOwnSide(to) || purpose === 'confirm_opt_out') return { result: 'pass', facts: used };
    const clears = clearsAfter(view, [...binding, ...elsewhere], 'the court to revoke the discharge');
    const isDemand = isCollecting(purpose) || purpose === 'verification' || purpose === 'legal_process';
    const secured = binding.length > 0 && binding.every(isSecured);
    if (direction === 'out' && isDemand) {
      if (binding.length === 0) {
        return {
          result: 'undetermined',
          text: () =>
            'A discharge is on file with another debt of this person. Record it for every debt it covers; if this one was left out, record it with this debt and the day it ended for it.',
          facts: used,
          clears: { waitsFor: 'somebody to record whether the discharge reaches this debt' },
        };
      }
      if (secured && (purpose === 'remedy_notice' || purpose === 'legal_process')) {
        return {
          result: 'warn',
          text: () =>
            'The debt was discharged; only the lien is left. This may be about the property alone and may not ask the person to pay.',
          facts: used,
          clears,
          force: 'caution',
        };
      }
      return {
        result: 'block',
        text: () =>
          secured
            ? 'The debt was discharged in bankruptcy. Only the property that secures it may be spoken of, in a notice of a remedy or a court paper, and the person may not be asked to pay.'
            : 'The debt was discharged in bankruptcy. A court order forbids, for good, every act to collect it from the person.',
        facts: used,
        clears,
      };
    }
    return {
      result: 'warn',
      text: () => 'A discharge in bankruptcy is on file. Answer what is asked; ask for no payment.',
      facts: used,
      clears,
      force: 'caution',
    };
  },
});
