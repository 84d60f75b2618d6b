/**
 * A debt that was sold or called back is somebody else’s to collect. Questions may still be answered and notices that a law
 * requires may be sent; a step in court on a debt the office no longer has may not.
 */
import { contactRule, pass } from '../../rule.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, everyOffice, isCollecting, isOwnSide } from './scopes.ts';

export const movedOnRule = contactRule<null>({
  id: 'debt.moved-on',
  code: 'DEBT_CLOSED',
  step: 'debt_state',
  title: 'The debt is still this office’s to collect',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.18(a), (b)(2); 15 U.S.C. 1692e, 1692f; 12 U.S.C. 5531',
    readOn: '2026-11-21',
    confidence: 'known',
    note: 'Creditors collecting their own debts are held to it as an unfair or deceptive practice.',
  },
  scope: everyOffice,
  values: always,
  timed: true,
  check({ facts, at, view }) {
    if (facts.events.length === 0) return pass;
    const sold = view.eventsOf('debt_sold', at);
    const recalled = view.eventsOf('debt_recalled', at);
    if (sold.length === 0 && recalled.length === 0) return pass;
    const used = () => [
      ...sold.map((event) => eventFact('Debt sold', event)),
      ...recalled.map((event) => eventFact('Debt called back', event)),
    ];
    const { purpose, to, direction } = facts.act;
    const isStep = isCollecting(purpose) || purpose === 'legal_process';
    if (!isStep || isOwnSide(to)) return { result: 'pass', facts: used };
    const what = sold.length > 0 ? 'was sold' : 'was called back by the creditor';
    return {
      result: direction === 'in' ? 'warn' : 'block',
      text: () =>
        direction === 'in'
          ? `This debt ${what}. Tell the person who has it now; ask for no payment.`
          : `This debt ${what} and is not this office’s to collect any more.`,
      facts: used,
      clears: clearsAfter(view, [...sold, ...recalled], 'the debt to be placed with this office again'),
    };
  },
});
