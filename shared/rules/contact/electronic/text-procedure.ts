/**
 * Which numbers may be texted without answering for who else reads them: 12 CFR 1006.6(d)(5). The consumer texted this office from
 * the number about the debt, or agreed to texts; and within sixty days they texted again or agreed anew, or a complete and
 * accurate database (the FCC’s) showed that the number was not given to somebody else since. Speaking on a number opens
 * nothing. Sixty days are counted by the person’s calendar; on the sixty-first the number is stale.
 */
import { toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { instantOfLocal, localEpochDay } from '../../time/local-time.ts';
import type { FactUsed } from '../../verdict.ts';
import { addressEventsOf, directConsents, wasClosedAfter } from './address-events.ts';

export type TextDays = { readonly freshDays: number };

/** What opened the number once: the day it did in each zone, or the one day of an event without an hour. */
type Opening = { readonly at: number | null; readonly on: string | null; readonly fact: FactUsed };

function dayIn(zone: string, { at, on }: Pick<Opening, 'at' | 'on'>): number {
  return at === null ? toEpochDay(on ?? '') : localEpochDay(zone, at);
}

/** The instant freshness from a day ends, in the zone where it ends first. */
function staleFrom(view: CaseView, opening: Pick<Opening, 'at' | 'on'>, days: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const zone of view.zones) {
    first = Math.min(first, instantOfLocal(zone, dayIn(zone, opening) + days + 1, 0));
  }
  return first;
}

/** The consumer’s last text from the number about the debt, not followed by a request to stop. */
function lastText(view: CaseView, at: number): Opening | null {
  const { act, contacts } = view.facts;
  for (let index = contacts.length - 1; index >= 0; index -= 1) {
    const contact = contacts[index];
    if (contact?.channel !== 'text' || contact.direction !== 'in' || contact.phoneId !== act.phoneId)
      continue;
    if (!view.isAboutDebt(contact)) continue;
    if (wasClosedAfter(view, contact.at, at)) return null;
    return {
      at: contact.at,
      on: null,
      fact: {
        name: 'Last text from this number',
        value: view.officeDay(contact.at),
        source: '',
        ref: { kind: 'contact', id: contact.contactId },
      },
    };
  }
  return null;
}

function lastConsent(view: CaseView, at: number): Opening | null {
  const newest = directConsents(view, 'text', at).reduce<LegalEvent | null>(
    (latest, event) => (latest === null || event.on >= latest.on ? event : latest),
    null,
  );
  if (newest === null) return null;
  return {
    at: newest.at,
    on: newest.on,
    fact: {
      name: 'Consent to texts',
      value: newest.on,
      source: newest.source,
      ref: { kind: 'event', id: newest.eventId },
    },
  };
}

/** The newest look into the database. */
function lastCheck(view: CaseView, at: number): LegalEvent | null {
  return addressEventsOf(view, 'reassigned_check', at).reduce<LegalEvent | null>(
    (latest, event) => (latest === null || event.on >= latest.on ? event : latest),
    null,
  );
}

function checkFact(check: LegalEvent): FactUsed {
  const { reassigned } = check.detail;
  return {
    name: 'Number looked up',
    value: `${check.on}: ${reassigned === undefined ? 'answer not recorded' : reassigned ? 'reassigned' : 'not reassigned'}`,
    source: check.source,
    ref: { kind: 'event', id: check.eventId },
  };
}

export const textProcedureRule = contactRule<TextDays>({
  id: 'reg-f.text.procedure',
  code: 'ELECTRONIC_PROCEDURE_NOT_MET',
  step: 'electronic',
  title: 'A number is texted only while it is known to be the consumer’s',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(d)(3), (d)(5)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'The procedures are a safe harbor; not sending outside it is a convention of this program.',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['text'], directions: 'out' },
  values: [{ from: '2021-11-30', until: null, value: { freshDays: 60 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || act.purpose === 'confirm_opt_out') return pass;
    if (act.phoneId === null) {
      return {
        result: 'undetermined',
        text: () => 'It is not said which number the text goes to.',
        facts: () => [],
        clears: { waitsFor: 'the number to be chosen' },
      };
    }
    const check = lastCheck(view, at);
    const openings = [lastText(view, at), lastConsent(view, at)].filter((opening) => opening !== null);
    if (openings.length === 0) {
      return {
        result: 'block',
        text: () =>
          'The consumer neither texted this office from this number about the debt nor agreed to texts. Talking on it is not enough.',
        facts: () => [
          {
            name: 'Phone',
            value: facts.person.phones.find(({ phoneId }) => phoneId === act.phoneId)?.number ?? '',
            source: '',
            ref: { kind: 'phone', id: act.phoneId ?? 0 },
          },
        ],
        clears: { waitsFor: 'the consumer’s consent to texts' },
      };
    }
    let until = 0;
    let fresh: Opening | null = null;
    for (const opening of openings) {
      // A number given to somebody else is theirs, whatever was said on it before.
      if (check?.detail.reassigned === true && view.zones.some((zone) => !isNewer(zone, opening, check)))
        continue;
      const own = staleFrom(view, opening, value.freshDays);
      const checked =
        check?.detail.reassigned === false &&
        view.zones.every((zone) => dayIn(zone, check) >= dayIn(zone, opening))
          ? staleFrom(view, check, value.freshDays)
          : 0;
      const ends = Math.max(own, checked);
      if (at < ends && ends > until) {
        until = ends;
        fresh = opening;
      }
    }
    const used = () => [...openings.map(({ fact }) => fact), ...(check === null ? [] : [checkFact(check)])];
    if (fresh !== null) {
      return {
        result: 'pass',
        until,
        text: () =>
          `The consumer opened this number to texts, and within ${value.freshDays} days it was known to be theirs.`,
        facts: used,
      };
    }
    if (check?.detail.reassigned === true) {
      return {
        result: 'block',
        text: () =>
          'The number was given to somebody else. Texts to it would tell a stranger of the debt; correct the number on file.',
        facts: used,
        clears: { waitsFor: 'the consumer to text from the number or to agree to it anew' },
      };
    }
    return {
      result: 'block',
      text: () =>
        `More than ${value.freshDays} days have passed since the number was last known to be the consumer’s. Look it up in the Reassigned Numbers Database, or ask for consent again.`,
      facts: used,
      clears: { waitsFor: 'a clean look-up of the number, a text from it, or renewed consent' },
    };
  },
});

function isNewer(zone: string, opening: Opening, check: LegalEvent): boolean {
  return dayIn(zone, opening) > dayIn(zone, check);
}
