/** Whether a rule binds this office, debt, person and contact, and if not, why: in words the profile and the verdict show. */

import type { CaseView } from './case-view.ts';
import type { ContactAct, OfficeFacts } from './facts.ts';
import type { RuleScope } from './rule.ts';

const collectors = 'Regulation F does not bind an office that collects its own debts in its own name.';

/** Whether rules for these roles bind the office at all. */
export function bindsOffice(scope: RuleScope, office: OfficeFacts, keepsRegulationF: boolean): boolean {
  if (scope.roles === 'anyone') return true;
  // An office that has not said who it is, is held to everything.
  if (office.role === null) return true;
  if (scope.roles === 'collectors') return keepsRegulationF;
  return scope.roles.includes(office.role);
}

/** Whether rules about these channels and directions are about such a contact. */
export function concernsContact(
  scope: RuleScope,
  channel: ContactAct['channel'],
  direction: ContactAct['direction'],
): boolean {
  if (scope.directions === 'out' && direction === 'in') return false;
  return scope.channels === 'all' || scope.channels.includes(channel);
}

/** `null` when the rule binds. */
export function whyNotBinding(scope: RuleScope, view: CaseView): string | null {
  const { office, act } = view.facts;
  if (!bindsOffice(scope, office, view.keepsRegulationF)) {
    return scope.roles === 'collectors' ? collectors : 'It does not bind an office of this kind.';
  }
  if (scope.debts === 'consumer' && !view.isConsumerDebt) return 'The debt is a business debt.';
  if (scope.directions === 'out' && act.direction === 'in') return 'The other side began this contact.';
  if (scope.channels !== 'all' && !scope.channels.includes(act.channel))
    return 'It is about other kinds of contact.';
  if (scope.states !== 'all') {
    const { states } = scope;
    if (!view.states.some((state) => states.includes(state))) return 'The debtor does not live there.';
  }
  return null;
}
