/**
 * An office that collects its own debts in its own name is not bound by Regulation F, so a request to stop, an attorney, a
 * dispute or a death does not close its way by federal law. Going on as if nothing had been said can still be unfair, and many
 * states bind creditors: it is told what is on file and asked to weigh it. Where the debtor’s state binds creditors, a request
 * that such laws mostly obey leaves the answer open: the stricter reading. An office that keeps to Regulation F has the rules
 * themselves and is not told twice.
 */
import type { LegalEventKind } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { GateFacts, LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { StateLaw } from '../../states/state-laws.ts';
import { isRequestAbout } from '../timing/act-scope.ts';
import { clearsAfter, eventFact, eventsOfPerson } from './events.ts';
import { always, isCollecting, isOwnSide } from './scopes.ts';

const heeded: ReadonlyMap<LegalEventKind, string> = new Map([
  ['cease_written', 'Written request to stop'],
  ['cease_oral', 'Spoken request to stop'],
  ['refusal_written', 'Written refusal to pay'],
  ['attorney', 'Attorney'],
  ['original_creditor_request', 'Request for the original creditor'],
  ['opt_out', 'Request not to be reached so'],
  ['inconvenient_time', 'Inconvenient times'],
  ['only_time', 'Only at these times'],
  ['inconvenient_place', 'Inconvenient place'],
  ['employer_prohibits', 'Employer does not allow it'],
]);

/** Said of one way, number or place: nothing to heed where this contact goes another. */
const scoped: readonly LegalEventKind[] = [
  'opt_out',
  'inconvenient_time',
  'only_time',
  'inconvenient_place',
  'employer_prohibits',
];

/** What such a law of a state mostly forbids outright, as the federal one does. */
const grave: readonly LegalEventKind[] = [
  'cease_written',
  'refusal_written',
  'attorney',
  'employer_prohibits',
];

function isAboutThis({ kind, scope }: LegalEvent, facts: GateFacts): boolean {
  if (!scoped.includes(kind)) return true;
  const placed = kind === 'employer_prohibits' ? { ...scope, place: 'work' as const } : scope;
  return isRequestAbout(placed, facts);
}

/** States whose collection law binds creditors too, and which the debtor may live in. */
function bindingStates(view: CaseView): readonly StateLaw[] {
  return view.states.flatMap((state) => {
    const law = view.laws[state];
    return law?.bindsCreditors ? [law] : [];
  });
}

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
          view.isInForce(event, at) &&
          isAboutThis(event, facts),
      ),
      ...(facts.act.to === 'debtor' ? eventsOfPerson(view, 'deceased', at) : []),
    ];
    if (events.length === 0) return pass;
    const states = events.some(({ kind }) => grave.includes(kind)) ? bindingStates(view) : [];
    if (states.length > 0 && isCollecting(facts.act.purpose)) {
      return {
        result: 'undetermined',
        text: () =>
          `Regulation F does not bind this office, but ${states
            .map(
              ({ name, bindsCreditors }) => `the collection law of ${name} (${bindsCreditors?.cite ?? ''})`,
            )
            .join(
              ' and ',
            )} binds creditors too, and what is on file may forbid this contact. Ask counsel, or keep to it.`,
        facts: () => events.map((event) => eventFact(heeded.get(event.kind) ?? 'Death', event)),
        clears: clearsAfter(view, events, 'counsel’s answer, or the request to be taken back'),
      };
    }
    return {
      result: 'warn',
      text: () =>
        'Regulation F does not bind this office, but what is on file asks for care: going on as if it had not been said may be unfair, and the state may forbid it. Decide, and note why.',
      facts: () => events.map((event) => eventFact(heeded.get(event.kind) ?? 'Death', event)),
      clears: clearsAfter(view, events, 'the request to be taken back'),
    };
  },
});
