/**
 * The automatic stay: from the filing on, known or not, every act to collect what was owed before it stops, whoever the office
 * is and whatever the debt. What is left is the attorney, the trustee and the court. A co-debtor’s filing under chapter 12 or 13
 * protects this person too, for consumer debts. An ended case is not yet a free one: it may have ended in a discharge.
 */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, type Objection, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { aroseAfter, type Reach, reachOf } from './bankruptcy-reach.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, everyOffice, isCollecting, isOwnSide } from './scopes.ts';

function caseFact(event: LegalEvent): FactUsed {
  const { chapter, caseNumber, court, codebtor } = event.detail;
  const parts = [
    codebtor === true ? 'filed by a co-debtor' : '',
    chapter === undefined ? 'chapter not recorded' : `chapter ${chapter}`,
    caseNumber === undefined || caseNumber === '' ? '' : `case ${caseNumber}`,
    court === undefined ? '' : court,
  ];
  return eventFact('Bankruptcy filed', event, parts.filter((part) => part !== '').join(', '));
}

type CoDebtor = { readonly binding: readonly LegalEvent[]; readonly unclear: readonly LegalEvent[] };

/** 11 U.S.C. 1201 and 1301. */
function coDebtorCases(view: CaseView, at: number): CoDebtor {
  const binding: LegalEvent[] = [];
  const unclear: LegalEvent[] = [];
  if (!view.isConsumerDebt) return { binding, unclear };
  for (const event of view.eventsOf('bankruptcy', at)) {
    if (event.detail.codebtor !== true) continue;
    if (event.accountId === null && aroseAfter(view.facts.debt, event.on)) continue;
    const { chapter } = event.detail;
    if (chapter === '12' || chapter === '13') binding.push(event);
    else if (chapter === undefined) unclear.push(event);
  }
  return { binding, unclear };
}

const lifts = 'the case to end or the court to lift the stay';

/** What the stay leaves of this contact. */
function stayed(view: CaseView, binding: readonly LegalEvent[]): Finding {
  const { to, purpose, direction } = view.facts.act;
  const facts = () => binding.map(caseFact);
  const clears = clearsAfter(view, binding, lifts);
  const warn = (text: string): Objection => ({
    result: 'warn',
    text: () => text,
    facts,
    clears,
    force: 'caution',
  });
  if (isOwnSide(to) || purpose === 'confirm_opt_out') return { result: 'pass', facts };
  if (to === 'attorney' || to === 'trustee') {
    return isCollecting(purpose)
      ? warn('A bankruptcy case is open. Speak about the case only; a demand for payment breaks the stay.')
      : { result: 'pass', facts };
  }
  if (direction === 'in') {
    return warn(
      'A bankruptcy case is open. Listen and answer, ask for the case number and the attorney, and neither ask for a payment nor take one.',
    );
  }
  if (purpose === 'legal_process') {
    return {
      result: 'undetermined',
      text: () =>
        'A bankruptcy case is open. Papers of that case may be served; any other suit or step against the person may not. Say which it is.',
      facts,
      clears,
    };
  }
  if (!isCollecting(purpose) && purpose !== 'verification' && purpose !== 'original_creditor_answer') {
    return warn('A bankruptcy case is open. Nothing in this message may ask for payment.');
  }
  const someoneElses = binding.every(({ detail }) => detail.codebtor === true);
  return {
    result: 'block',
    text: () =>
      someoneElses
        ? 'A co-debtor of this debt filed for bankruptcy. While that case runs, this debt may not be collected from anyone who owes it with them.'
        : 'A bankruptcy case is open. From the day of filing every act to collect an older debt is forbidden; write to the attorney or the trustee instead.',
    facts,
    clears,
  };
}

/** Nobody has said whether the case reaches this debt or this person: what the stay would stop, nobody can allow. */
function unclear(view: CaseView, reach: Reach, codebtor: CoDebtor): Finding {
  const events = [...reach.elsewhere, ...codebtor.unclear];
  if (events.length === 0) return pass;
  const stopped = stayed(view, events);
  if (stopped.result === 'pass' || stopped.result === 'warn') return stopped;
  const elsewhere = reach.elsewhere.length > 0;
  return {
    result: 'undetermined',
    text: () =>
      elsewhere
        ? 'A bankruptcy is on file with another debt of this person, and a filing reaches every debt from before it. Record it for every debt; if the court has let this one go, record the case with this debt and the day it ended.'
        : 'A co-debtor filed for bankruptcy, but the chapter is not on file. Under chapter 12 or 13 this person is protected too.',
    facts: stopped.facts,
    clears: elsewhere
      ? { waitsFor: 'somebody to record whether the bankruptcy reaches this debt' }
      : clearsAfter(view, codebtor.unclear, 'the chapter of the bankruptcy to be recorded'),
  };
}

/** The case is over for this debt, and nothing says how it ended. */
function ended(view: CaseView, at: number): Finding | null {
  const over = view
    .everyEventOf('bankruptcy')
    .filter(
      ({ detail, endedOn, accountId, on }) =>
        detail.codebtor !== true &&
        endedOn !== null &&
        endedOn <= view.officeDay(at) &&
        !(accountId === null && aroseAfter(view.facts.debt, on)),
    );
  // The discharge has a rule of its own.
  if (over.length === 0 || reachOf(view, 'discharge', at).binding.length > 0) return null;
  if (!isCollecting(view.facts.act.purpose) || isOwnSide(view.facts.act.to)) return null;
  return {
    result: 'warn',
    text: () =>
      'A bankruptcy case has ended. If it ended in a discharge, record the discharge: the debt may then not be collected. After a dismissal, ask counsel before going on.',
    facts: () => over.map(caseFact),
    clears: { waitsFor: 'the outcome of the case to be checked' },
    force: 'caution',
  };
}

export const bankruptcyStayRule = contactRule<null>({
  id: 'bankruptcy.stay',
  code: 'BANKRUPTCY_STAY',
  step: 'bankruptcy',
  title: 'No bankruptcy case stops collection',
  subject: 'bankruptcy and service',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '11 U.S.C. 362(a)(1), (6), 362(k), 1201, 1301; 12 CFR 1006.26(b)',
    readOn: '2026-11-21',
    confidence: 'known',
  },
  scope: everyOffice,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (!facts.events.some(({ kind }) => kind === 'bankruptcy')) return pass;
    const reach = reachOf(view, 'bankruptcy', at);
    const codebtor = coDebtorCases(view, at);
    const binding = [...reach.binding, ...codebtor.binding];
    const open = binding.length > 0 ? stayed(view, binding) : pass;
    if (open.result === 'block' || open.result === 'undetermined') return open;
    const doubt = unclear(view, reach, codebtor);
    if (doubt.result === 'undetermined' || (doubt.result === 'warn' && open.result === 'pass')) return doubt;
    if (open.result === 'warn') return open;
    if (reach.younger.length > 0 && isCollecting(facts.act.purpose) && !isOwnSide(facts.act.to)) {
      return {
        result: 'warn',
        text: () =>
          'A bankruptcy case is open, but every day on file for this debt lies after the filing. The stay is about older debts; ask counsel, because what the person owns and earns may belong to the case.',
        facts: () => [
          ...reach.younger.map(caseFact),
          { name: 'Account opened', value: facts.debt.openedOn, source: '', ref: { kind: 'account' } },
        ],
        clears: clearsAfter(view, reach.younger, lifts),
        force: 'caution',
      };
    }
    return ended(view, at) ?? open;
  },
});
