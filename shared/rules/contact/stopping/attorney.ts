/**
 * Who has an attorney for this debt is spoken with through the attorney, once the office knows it and knows, or can readily
 * find, the name and address. It ends when the attorney agrees to direct contact or does not answer within a reasonable time:
 * the event is then ended, with the reason. Consent given straight to this office afterwards and a court’s permission lift it.
 */
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, type Objection, pass } from '../../rule.ts';
import { awaitsAnswer, clearsAfter, courtPermission, directConsent, eventFact } from './events.ts';
import { attorneyFact, attorneysElsewhere, representationOf } from './representation.ts';
import { always, collectorsOnConsumers } from './scopes.ts';

const ends = 'the attorney to agree to direct contact, to stop acting, or not to answer in a reasonable time';

function permitted(view: CaseView, at: number, attorney: LegalEvent): Finding {
  return {
    result: 'pass',
    text: () => 'An attorney acts for the person, but contact with the person is expressly permitted.',
    facts: () => {
      const court = courtPermission(view, at);
      if (court !== null) return [attorneyFact(attorney), eventFact('Permission of a court', court)];
      const consent = directConsent(view, ['contact'], at, attorney.on);
      return [
        attorneyFact(attorney),
        ...(consent === null ? [] : [eventFact('Consent to contact', consent)]),
      ];
    },
  };
}

export const attorneyRule = contactRule<null>({
  id: 'reg-f.attorney',
  code: 'ATTORNEY_REPRESENTED',
  step: 'attorney',
  title: 'No attorney acts for the person on this debt',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(b)(2), (b)(4); 15 U.S.C. 1692c(a)(2)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'What a reasonable time is, is not laid down. This program suggests 30 days and asks for a reason; South Carolina says ten days.',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || !view.isWithConsumer) return pass;
    const { purpose, direction } = facts.act;
    const warn = (text: string, used: Objection['facts'], clears: Objection['clears']): Objection => ({
      result: 'warn',
      text: () => text,
      facts: used,
      clears,
      force: 'caution',
    });
    const standing = view
      .eventsOf('attorney', at)
      .filter(
        (event) =>
          courtPermission(view, at) === null && directConsent(view, ['contact'], at, event.on) === null,
      );
    if (standing.length === 0) {
      const elsewhere = attorneysElsewhere(view, at);
      if (elsewhere.length > 0) {
        return warn(
          'An attorney acts for this person on another debt. Ask whether the attorney acts on this one too, and go through the attorney if so.',
          () => elsewhere.map(attorneyFact),
          { waitsFor: 'somebody to record whether the attorney acts on this debt' },
        );
      }
      const lifted = view.eventsOf('attorney', at).at(-1);
      return lifted === undefined ? pass : permitted(view, at, lifted);
    }
    const used = () => standing.map(attorneyFact);
    const clears = clearsAfter(view, standing, ends);
    const reachable = standing.some((event) => representationOf(event) === 'reachable');
    if (!reachable && standing.every((event) => representationOf(event) === 'unreachable')) {
      return warn(
        'The person has an attorney, but the office has recorded that the name and address cannot readily be found. Ask the person for them first.',
        used,
        clears,
      );
    }
    if (direction === 'in') {
      return warn(
        'An attorney acts for this person. Answer this message alone, ask for the attorney’s name and address if they are missing, and do not come back to it.',
        used,
        clears,
      );
    }
    if (purpose === 'legal_process' || purpose === 'required_by_law') {
      return warn(
        'An attorney acts for this person. Send the person only what a law or a court says must go to them; everything else goes to the attorney.',
        used,
        clears,
      );
    }
    if (purpose === 'confirm_opt_out' || (purpose === 'answer_request' && awaitsAnswer(view, at, standing))) {
      return warn(
        'An attorney acts for this person. Answer the message they sent, and nothing more.',
        used,
        clears,
      );
    }
    if (!reachable) {
      return {
        result: 'undetermined',
        text: () =>
          'The person has an attorney for this debt. Does the office know, or can it readily find, the attorney’s name and address? Record it: if so, the person may not be contacted.',
        facts: used,
        clears: { waitsFor: 'somebody to record whether the attorney can be found' },
      };
    }
    return {
      result: 'block',
      text: () => 'An attorney acts for this person on this debt. Contact the attorney, not the person.',
      facts: used,
      clears,
    };
  },
});
