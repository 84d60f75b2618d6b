/**
 * A written request to stop, or a written refusal to pay, closes the debt to every further contact with the consumer from the
 * moment it is received. Neither consent nor time lifts it; only the consumer, by taking it back, and then the event is ended.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import { afterRequestToStop } from './cease-exceptions.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, collectorsOnConsumers, isOutsider } from './scopes.ts';

export const ceaseRule = contactRule<null>({
  id: 'reg-f.cease',
  code: 'CEASE_COMMUNICATION',
  step: 'cease',
  title: 'No written request to stop',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(c); 15 U.S.C. 1692c(c)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'One message for each exception is the cautious reading.',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0) return pass;
    const stops = view.eventsOf('cease_written', at);
    const refusals = view.eventsOf('refusal_written', at);
    if (stops.length === 0 && refusals.length === 0) return pass;
    const requests = [...stops, ...refusals];
    const used = () => [
      ...stops.map((event) => eventFact('Written request to stop', event)),
      ...refusals.map((event) => eventFact('Written refusal to pay', event)),
    ];
    const clears = clearsAfter(view, requests, 'the person to take the request back');
    if (!view.isWithConsumer) {
      if (!isOutsider(facts.act.to) || facts.act.direction === 'in') return pass;
      return {
        result: 'warn',
        text: () =>
          'The person has asked not to be contacted, so there is little left to find them for. Ask nobody about them unless it is to serve papers.',
        facts: used,
        clears,
        force: 'caution',
      };
    }
    return afterRequestToStop(view, at, requests, {
      blocked:
        stops.length > 0
          ? 'The person asked in writing not to be contacted about this debt. From the day it was received nothing may be said or sent to them about it.'
          : 'The person wrote that they refuse to pay this debt. From the day it was received nothing may be said or sent to them about it.',
      facts: used,
      clears,
    });
  },
});
