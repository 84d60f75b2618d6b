/**
 * An office that collects its own debts in its own name is not bound by Regulation F, so a request to stop, an attorney, a
 * dispute or a death does not close its way by federal law. Going on as if nothing had been said can still be unfair, and many
 * states bind creditors: it is told what is on file and asked to weigh it. An office that keeps to Regulation F has the rules
 * themselves and is not told twice.
 */
import type { LegalEventKind } from '../../../domain/law.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { clearsAfter, eventFact, eventsOfPerson } from './events.ts';
import { always, isOwnSide } from './scopes.ts';

const heeded: ReadonlyMap<LegalEventKind, string> = new Map([
  ['cease_written', 'Written request to stop'],
  ['cease_oral', 'Spoken request to stop'],
  ['refusal_written', 'Written refusal to pay'],
  ['attorney', 'Attorney'],
  ['original_creditor_request', 'Request for the original creditor'],
]);

export const heededRequestsRule = contactRule<null>({
  id: 'udaap.requests',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'Nothing the person asked for is passed over',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '12 U.S.C. 5531, 5536; 15 U.S.C. 45',
    readOn: '2026-11-21',
    confidence: 'known',
    note: 'No closed list: what is unfair is judged case by case.',
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
    if (facts.events.length === 0 || view.keepsRegulationF) return pass;
    if (isOwnSide(facts.act.to) || facts.act.to === 'attorney' || facts.act.to === 'trustee') return pass;
    const events = [
      ...facts.events.filter(
        (event) =>
          heeded.has(event.kind) &&
          (event.accountId === null || event.accountId === facts.debt.accountId) &&
          view.isInForce(event, at),
      ),
      ...(facts.act.to === 'debtor' ? eventsOfPerson(view, 'deceased', at) : []),
    ];
    if (events.length === 0) return pass;
    return {
      result: 'warn',
      text: () =>
        'Regulation F does not bind this office, but what is on file asks for care: going on as if it had not been said may be unfair, and the state may forbid it. Decide, and note why.',
      facts: () => events.map((event) => eventFact(heeded.get(event.kind) ?? 'Death', event)),
      clears: clearsAfter(view, events, 'the request to be taken back'),
    };
  },
});
