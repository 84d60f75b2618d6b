/**
 * A request to stop that was only spoken does not close the debt by law; it mostly closes the medium it was made in, which is
 * recorded as an opt-out. An office may hold itself to it as if it were written, one that Regulation F does not bind as well.
 */
import { contactRule, type Finding, pass } from '../../rule.ts';
import { afterRequestToStop } from './cease-exceptions.ts';
import { clearsAfter, eventFact } from './events.ts';
import { always, everyOffice } from './scopes.ts';

export const ceaseOralRule = contactRule<null>({
  id: 'reg-f.cease.oral',
  code: 'CEASE_COMMUNICATION',
  step: 'cease',
  title: 'No spoken request to stop',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '12 CFR 1006.6(c), 1006.14(h)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'Only a written request stops contact by law. The house policy treats a spoken one alike.',
  },
  scope: { ...everyOffice, debts: 'consumer' },
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const { honorsOralCease } = facts.office.house;
    if (!honorsOralCease && !view.keepsRegulationF) return pass;
    const requests = view.eventsOf('cease_oral', at);
    if (requests.length === 0 || !view.isWithConsumer) return pass;
    const used = () => requests.map((event) => eventFact('Spoken request to stop', event));
    const clears = clearsAfter(view, requests, 'the person to take the request back');
    if (!honorsOralCease) {
      return {
        result: 'warn',
        text: () =>
          'The person said they do not want to be contacted. Only a written request stops contact by law, but what they said closes at least the way it was said: record that as an opt-out.',
        facts: used,
        clears,
      };
    }
    const finding = afterRequestToStop(view, at, requests, {
      blocked:
        'The person said they do not want to be contacted about this debt, and this office treats that as a written request.',
      facts: used,
      clears,
    });
    return finding.result === 'block' || finding.result === 'undetermined'
      ? { ...finding, force: 'house' }
      : finding;
  },
});
