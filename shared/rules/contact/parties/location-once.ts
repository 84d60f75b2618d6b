/**
 * Whom the office asked once where the person can be reached, it does not ask again, unless they say so or there is good reason
 * to think that the first answer was wrong or short and that they know better now. It is one time for each person asked, about
 * whichever debt; a call nobody answered is an attempt and not a time. Where either name is missing, nobody can tell whether it
 * is the same person.
 */
import { spellDay } from '../../../domain/days.ts';
import { foldWords } from '../../../domain/names.ts';
import type { CaseView } from '../../case-view.ts';
import type { PriorContact } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { saidSomething } from '../stopping/events.ts';
import { always, collectorsOnConsumers, isOutsider } from '../stopping/scopes.ts';

/** Somebody else was asked: whom the office turned to, or who picked up the person’s own telephone and was asked then. */
function wasAsked({ to, purpose, outcome }: PriorContact): boolean {
  return isOutsider(to) || (to === 'debtor' && purpose === 'locate' && outcome === 'third_party');
}

/** They asked to be contacted again, or were the last to get in touch. */
function asksAgain(view: CaseView, at: number, name: string, last: PriorContact): boolean {
  const { contacts, events } = view.facts;
  const recorded = events.some(
    (event) =>
      event.kind === 'answer_wanted' &&
      view.isInForce(event, at) &&
      foldWords(event.detail.name ?? '') === name &&
      (event.at === null ? event.on >= view.officeDay(last.at) : event.at >= last.at),
  );
  return (
    recorded ||
    contacts.some(
      (contact) =>
        contact.direction === 'in' &&
        contact.at > last.at &&
        contact.at <= at &&
        isOutsider(contact.to) &&
        foldWords(contact.partyName) === name,
    )
  );
}

export const locationOnceRule = contactRule<null>({
  id: 'reg-f.location.once',
  code: 'LOCATION_ALREADY_COMMUNICATED',
  step: 'third_party',
  title: 'Each person is asked once where the debtor is',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.10(c); 15 U.S.C. 1692b(3)', readOn: '2026-11-21', confidence: 'text' },
  scope: { ...collectorsOnConsumers, directions: 'out' },
  values: always,
  timed: false,
  check({ facts, at, view }): Finding {
    const { act, contacts } = facts;
    if (act.purpose !== 'locate' || !isOutsider(act.to)) return pass;
    const earlier = contacts.filter(
      (contact) =>
        contact.direction === 'out' && contact.at <= at && wasAsked(contact) && saidSomething(contact),
    );
    if (earlier.length === 0) return pass;
    const used = (asked: readonly PriorContact[]) => (): readonly FactUsed[] => [
      { name: 'Contact with', value: act.partyName || 'nobody named', source: '', ref: null },
      ...asked.map(
        (contact): FactUsed => ({
          name: 'Asked already',
          value: `${contact.partyName || 'somebody not named'}, ${spellDay(view.officeDay(contact.at))}`,
          source: '',
          ref: { kind: 'contact', id: contact.contactId },
        }),
      ),
    ];
    const name = foldWords(act.partyName);
    if (name === '') {
      return {
        result: 'undetermined',
        text: () =>
          'Others were asked already where this person can be reached. Enter who this is, so that nobody is asked twice.',
        facts: used(earlier),
        clears: { waitsFor: 'the name of the person to be asked' },
      };
    }
    const same = earlier.filter((contact) => foldWords(contact.partyName) === name);
    const last = same.at(-1);
    if (last !== undefined) {
      if (asksAgain(view, at, name, last)) return { result: 'pass', facts: used(same) };
      return {
        result: 'block',
        text: () =>
          `${act.partyName} was asked already where this person can be reached and may be asked only once. If they asked for another call, or there is good reason to think that the first answer was wrong and that they know better now, record it under their name as an answer that is wanted, with the reason.`,
        facts: used(same),
        clears: { waitsFor: 'them to ask for it, or a reason to think the first answer was wrong' },
      };
    }
    const nameless = earlier.filter((contact) => foldWords(contact.partyName) === '');
    if (nameless.length === 0) return { result: 'pass', facts: used(earlier) };
    return {
      result: 'undetermined',
      text: () =>
        'Somebody was asked already where this person can be reached, and who it was is not on file. Add the name to that contact.',
      facts: used(nameless),
      clears: { waitsFor: 'the name to be added to the earlier contact' },
    };
  },
});
