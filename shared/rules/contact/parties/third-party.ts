/**
 * The debt is spoken of with the consumer, their attorney, the creditor, the lawyers and a bureau, and with nobody else. What
 * lifts it: the consumer’s consent given straight to this office, a court’s permission, and what a judgment in hand requires.
 * Asking where somebody lives is another matter and has rules of its own.
 */
import { foldWords } from '../../../domain/names.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { courtPermission, eventFact } from '../stopping/events.ts';
import { always, collectorsOnConsumers, isOutsider } from '../stopping/scopes.ts';

/** Consent to speak with this party: with anybody where it names none, else with the one it names. */
function consentToSpeak(view: CaseView, at: number): LegalEvent | null {
  const { act } = view.facts;
  const name = foldWords(act.partyName);
  return (
    view.consentsTo('third_party', at).find(({ detail, scope }) => {
      if (detail.direct !== true) return false;
      if (scope.channel !== null && scope.channel !== act.channel) return false;
      return detail.name === undefined || detail.name.trim() === '' || foldWords(detail.name) === name;
    }) ?? null
  );
}

export const thirdPartyRule = contactRule<null>({
  id: 'reg-f.third-party',
  code: 'THIRD_PARTY_PROHIBITED',
  step: 'third_party',
  title: 'The debt is not spoken of with others',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(d)(1), (2), 1006.10; 15 U.S.C. 1692b, 1692c(b)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: collectorsOnConsumers,
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const { act, debt } = facts;
    if (!isOutsider(act.to)) return pass;
    const party = (): FactUsed => ({
      name: 'Contact with',
      value: act.partyName || (act.to === 'employer' ? 'the employer' : 'somebody else, not named'),
      source: '',
      ref: null,
    });
    if (act.purpose === 'locate') {
      return {
        result: 'pass',
        text: () =>
          'Give your own name, say that you are confirming or correcting where the person can be reached, name your employer only if asked outright, and never say that a debt is owed.',
        facts: () => [party()],
      };
    }
    // It holds nothing but that the request is heard.
    if (act.purpose === 'confirm_opt_out') return pass;
    if (act.purpose === 'legal_process' && debt.judgedOn !== null) {
      return {
        result: 'pass',
        text: () => 'What is reasonably needed to carry out the judgment may be said to others.',
        facts: () => [
          party(),
          { name: 'Judgment', value: debt.judgedOn ?? '', source: '', ref: { kind: 'account' } },
        ],
      };
    }
    const permission = consentToSpeak(view, at) ?? courtPermission(view, at);
    if (permission !== null) {
      return {
        result: 'pass',
        facts: () => [
          party(),
          eventFact(
            permission.kind === 'consent' ? 'Consent to speak with another person' : 'Permission of a court',
            permission,
          ),
        ],
      };
    }
    if (act.direction === 'in') {
      return {
        result: 'warn',
        text: () =>
          'This is not the person who owes. Say nothing of a debt; take a message or ask where the person can be reached.',
        facts: () => [party()],
        clears: { waitsFor: 'the person’s consent to speak with this party' },
        force: 'caution',
      };
    }
    return {
      result: 'block',
      text: () =>
        'The debt may not be spoken of with anybody but the person, their attorney, the creditor and a credit bureau. Others may only be asked where the person can be reached.',
      facts: () => [party()],
      clears: { waitsFor: 'the person’s consent to speak with this party, or a court’s permission' },
    };
  },
});
