/**
 * After a death only the spouse, the parent of a minor or whoever acts for the estate may be spoken with about the debt, and
 * none of them may be led to think that they owe it themselves. Validation goes to a person named. A death is the person’s, so
 * it binds for every debt, whichever it was recorded with.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { clearsAfter, eventFact, eventsOfPerson } from './events.ts';
import { always, collectorsOnConsumers, isCollecting } from './scopes.ts';

export const deceasedRule = contactRule<null>({
  id: 'reg-f.deceased',
  code: 'DECEASED_WRONG_PERSON',
  step: 'deceased',
  title: 'The person may be spoken with about the debt',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(a)(1), (2), (4), 1006.34(a)(1); 15 U.S.C. 1692c(d)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || !view.isWithConsumer) return pass;
    const events = eventsOfPerson(view, 'deceased', at);
    if (events.length === 0) return pass;
    const { act } = facts;
    const used = (): readonly FactUsed[] => [
      ...events.map((event) =>
        eventFact(
          'Death',
          event,
          event.detail.diedOn === undefined ? 'day not recorded' : `died ${event.detail.diedOn}`,
        ),
      ),
      ...(act.to === 'debtor'
        ? []
        : [{ name: 'Contact with', value: act.partyName || 'nobody named', source: '', ref: null }]),
    ];
    const clears = clearsAfter(view, events, 'the report of the death to prove wrong');
    if (act.to === 'debtor') {
      return {
        result: act.direction === 'in' ? 'warn' : 'block',
        text: () =>
          act.direction === 'in'
            ? 'This person is recorded as deceased. Find out who is calling and whether they act for the estate before saying anything about the debt.'
            : 'This person is recorded as deceased. Speak with the spouse, the parent of a minor, or whoever acts for the estate, and choose that person here.',
        facts: used,
        clears,
      };
    }
    if (act.purpose === 'validation_notice' && act.partyName.trim() === '') {
      return {
        result: 'undetermined',
        text: () =>
          'After a death the validation notice goes to a person by name who may act for the estate. Enter the name.',
        facts: used,
        clears: { waitsFor: 'the name of the person who acts for the estate' },
      };
    }
    if (!isCollecting(act.purpose)) return { result: 'pass', facts: used };
    return {
      result: 'warn',
      text: () =>
        act.to === 'parent'
          ? 'The debtor has died. A parent may be spoken with only if the debtor was a minor, and may not be led to think that they must pay from their own money.'
          : 'The debtor has died. Do not suggest that the person you speak with must pay from their own money; the estate owes the debt.',
      facts: used,
      clears,
      force: 'caution',
    };
  },
});
