/** Once an attorney is known to act on this debt, and can be reached, only the attorney is asked where the person is. */
import { contactRule, type Finding, pass } from '../../rule.ts';
import { clearsAfter } from '../stopping/events.ts';
import { attorneyFact, representationOf } from '../stopping/representation.ts';
import { always, collectorsOnConsumers, isOutsider } from '../stopping/scopes.ts';

export const locationAttorneyRule = contactRule<null>({
  id: 'reg-f.location.attorney',
  code: 'LOCATION_ATTORNEY_KNOWN',
  step: 'third_party',
  title: 'No attorney is known who could be asked instead',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.10(b)(5); 15 U.S.C. 1692b(6)', readOn: '2026-11-21', confidence: 'text' },
  scope: { ...collectorsOnConsumers, directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const { act } = facts;
    if (facts.events.length === 0 || act.purpose !== 'locate' || !isOutsider(act.to)) return pass;
    const attorneys = view.eventsOf('attorney', at);
    if (attorneys.length === 0) return pass;
    const used = () => attorneys.map(attorneyFact);
    if (attorneys.some((event) => representationOf(event) === 'reachable')) {
      return {
        result: 'block',
        text: () =>
          'An attorney acts for this person on this debt. Ask the attorney and nobody else where the person is.',
        facts: used,
        clears: clearsAfter(
          view,
          attorneys,
          'the attorney to stop acting, or not to answer in a reasonable time',
        ),
      };
    }
    if (attorneys.every((event) => representationOf(event) === 'unreachable')) {
      return { result: 'pass', facts: used };
    }
    return {
      result: 'undetermined',
      text: () =>
        'The person has an attorney for this debt. Does the office know, or can it readily find, the attorney’s name and address? If so, nobody else may be asked where the person is.',
      facts: used,
      clears: { waitsFor: 'somebody to record whether the attorney can be found' },
    };
  },
});
