/**
 * Service in the armed forces stops no letter, but it changes what may be charged and sued for, and nobody may go to a
 * commander about a debt. A person’s service is recorded once and holds for every debt; a request for relief may come up to 180
 * days after it, so the caution runs that long.
 */
import { addDays, type Day } from '../../../domain/days.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { clearsAfter, eventFact, eventsOfPerson } from './events.ts';
import { always, everyOffice, isOwnSide } from './scopes.ts';

/** 50 U.S.C. 3937(b)(1). */
const daysToAsk = 180;

function lastDayOf({ detail }: LegalEvent): Day | null {
  return detail.to === undefined ? null : addDays(detail.to, daysToAsk);
}

export const servicememberRule = contactRule<null>({
  id: 'scra.servicemember',
  code: 'SERVICEMEMBER',
  step: 'review',
  title: 'Not in military service',
  subject: 'bankruptcy and service',
  jurisdiction: 'US',
  force: 'caution',
  source: { cite: '50 U.S.C. 3919, 3931, 3936, 3937', readOn: '2026-11-21', confidence: 'known' },
  scope: everyOffice,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const status = facts.person.known.military;
    const isActive = status?.value === 'active';
    if (facts.events.length === 0 && !isActive) return pass;
    const today = view.officeDay(at);
    const events = eventsOfPerson(view, 'servicemember', at).filter((event) => {
      const last = lastDayOf(event);
      return last === null || today <= last;
    });
    if (events.length === 0 && !isActive) return pass;
    if (isOwnSide(facts.act.to)) return pass;
    const used = (): readonly FactUsed[] => [
      ...events.map((event) =>
        eventFact(
          'Military service',
          event,
          [
            event.detail.from === undefined ? '' : `from ${event.detail.from}`,
            event.detail.to === undefined ? '' : `to ${event.detail.to}`,
          ]
            .filter((part) => part !== '')
            .join(' '),
        ),
      ),
      ...(status !== undefined && isActive
        ? [
            {
              name: 'Military status',
              value: 'In active service',
              source: status.source,
              ref: { kind: 'person_fact', name: 'military' } as const,
            },
          ]
        : []),
    ];
    const clears = clearsAfter(view, events, 'the service to end');
    if (facts.act.to === 'employer' && facts.act.direction === 'out') {
      return {
        result: 'undetermined',
        text: () =>
          'The person is recorded as serving in the armed forces. A commander or unit may not be contacted about a debt; say whether this employer is one.',
        facts: used,
        clears,
      };
    }
    return {
      result: 'warn',
      text: () =>
        'The person is recorded as serving in the armed forces. Check that no more than 6% a year is charged on what they owed before service, take no default judgment without an affidavit on their status, and do not go to a commander.',
      facts: used,
      clears,
    };
  },
});
