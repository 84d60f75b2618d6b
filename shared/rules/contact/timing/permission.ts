/**
 * What lifts the rules on times and places: the consumer’s own prior consent, given straight to this office in a lawful
 * contact, or the leave of a court (15 U.S.C. 1692c(a); 12 CFR 1006.6(b)(4)). Consent that an earlier collector or the
 * creditor passed on lifts nothing.
 */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { allOf, anyOf, type Pattern, spansIn, spansOfWeek } from '../../time/windows.ts';
import type { FactUsed } from '../../verdict.ts';
import { isPermissionFor } from './act-scope.ts';
import { whileInForce } from './event-span.ts';

export type Permission = {
  readonly pattern: Pattern;
  readonly text: string;
  readonly facts: readonly FactUsed[];
};

function lifts({ kind, detail }: LegalEvent): boolean {
  return (
    kind === 'court_permission' ||
    (kind === 'consent' && detail.consent === 'contact' && detail.direct === true)
  );
}

/** Consent to hours of the week holds in those hours, by every clock the consumer may live by. */
function patternOf(event: LegalEvent, view: CaseView): Pattern {
  const { days, fromMinute, toMinute } = event.detail;
  const inForce = whileInForce(event, view, 'shortest');
  if ((days === undefined || days.length === 0) && fromMinute === undefined && toMinute === undefined)
    return inForce;
  const spans = spansOfWeek({ days: days ?? [], fromMinute, toMinute });
  return allOf([inForce, ...view.zones.map((zone) => spansIn(zone, spans))]);
}

/** `null` when nothing permits this contact at any time. */
export function permissionOf(view: CaseView): Permission | null {
  const { facts } = view;
  const given = facts.events.filter(
    (event) =>
      lifts(event) &&
      (event.accountId === null || event.accountId === facts.debt.accountId) &&
      isPermissionFor(event.scope, facts),
  );
  if (given.length === 0) return null;
  const byCourt = given.some(({ kind }) => kind === 'court_permission');
  return {
    pattern: anyOf(given.map((event) => patternOf(event, view))),
    text: byCourt
      ? 'A court permitted this contact.'
      : 'The consumer agreed to this contact, directly with this office.',
    facts: given.map((event) => ({
      name: event.kind === 'court_permission' ? 'Permission of a court' : 'Consent to be contacted',
      value: event.on,
      source: event.source,
      ref: { kind: 'event', id: event.eventId },
    })),
  };
}
