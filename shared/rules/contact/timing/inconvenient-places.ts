import { spellDay } from '../../../domain/days.ts';
import type { GateFacts, LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { allOf, anyOf, closedWhile, closesAt, opensAt, type Pattern } from '../../time/windows.ts';
import type { FactUsed } from '../../verdict.ts';
import { requestsOf, whileInForce } from './event-span.ts';
import { permissionOf } from './permission.ts';

/** So far ahead the end of a request is looked for. */
const mostDays = 3660;

/** How the number or address of the contact stands to a place. */
type Standing = 'there' | 'elsewhere' | 'not_chosen' | 'unsure';

/** Post and landlines belong to a place; mobiles, email and social media do not. */
function standingOf({ act, person }: GateFacts, place: 'home' | 'work'): Standing {
  switch (act.channel) {
    case 'call':
    case 'voicemail':
    case 'text': {
      if (act.phoneId === null) return 'not_chosen';
      const phone = person.phones.find(({ phoneId }) => phoneId === act.phoneId);
      if (!phone) return 'not_chosen';
      if (phone.kind === place) return 'there';
      return phone.kind === 'other' ? 'unsure' : 'elsewhere';
    }
    case 'letter':
    case 'visit': {
      const address = person.addresses.find(({ addressId }) => addressId === act.addressId);
      if (!address) return 'not_chosen';
      if (address.kind === place) return 'there';
      return address.kind === 'home' || address.kind === 'work' ? 'elsewhere' : 'unsure';
    }
    default:
      return 'elsewhere';
  }
}

const placeWords = { home: 'at home', work: 'at work' } as const;

function factOf(event: LegalEvent): FactUsed {
  const place = event.scope.place;
  return {
    name: 'Inconvenient place',
    value: `${place === null ? 'Not said which' : place === 'home' ? 'Home' : 'Work'}, said on ${spellDay(event.on)}`,
    source: event.source,
    ref: { kind: 'event', id: event.eventId },
  };
}

/** Open while the request does not bind. */
function afterwards(events: readonly LegalEvent[], patterns: ReadonlyMap<LegalEvent, Pattern>): Pattern {
  return allOf(events.flatMap((event) => patterns.get(event) ?? []).map(closedWhile));
}

/**
 * A place the consumer called inconvenient is closed. “Not at home”, without more, closes mail and landlines of the home;
 * mobiles and email belong to no place.
 */
export const inconvenientPlacesRule = contactRule<null>({
  id: 'reg-f.inconvenient-places',
  code: 'PLACE_INCONVENIENT',
  step: 'place',
  title: 'Not at a place the debtor said is inconvenient',
  subject: 'time and place',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(b)(1)(ii); comments 6(b)(1)(ii)-1 and -2; 15 U.S.C. 1692c(a)(1)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || !view.isWithConsumer) return pass;
    const requests = requestsOf(view, 'inconvenient_place').filter(
      ({ scope }) => scope.place === null || standingOf(facts, scope.place) !== 'elsewhere',
    );
    if (requests.length === 0) return pass;
    const patterns = new Map(requests.map((event) => [event, whileInForce(event, view, 'longest')]));
    const bound = requests.filter((event) => patterns.get(event)?.isOpen(at));
    if (bound.length === 0) {
      const begins = closesAt(afterwards(requests, patterns), at, mostDays);
      return begins === null ? pass : { result: 'pass', until: begins };
    }
    const permission = permissionOf(view);
    if (permission?.pattern.isOpen(at)) {
      const open = anyOf([afterwards(requests, patterns), permission.pattern]);
      const until = closesAt(open, at, mostDays);
      const text = () => permission.text;
      return { result: 'pass', text, facts: () => permission.facts, ...(until === null ? {} : { until }) };
    }
    const standings = bound.map(({ scope }) =>
      scope.place === null ? 'not_chosen' : standingOf(facts, scope.place),
    );
    const closed = bound.filter((_, index) => standings[index] === 'there');
    const unclear = bound.filter((_, index) => standings[index] === 'not_chosen');
    const [event] = closed.length > 0 ? closed : unclear.length > 0 ? unclear : bound;
    const place = event?.scope.place ?? null;
    const where = place === null ? 'somewhere' : placeWords[place];
    const said = () => `On ${spellDay(event?.on ?? '')} the debtor asked not to be contacted ${where}.`;
    const used = () => bound.map(factOf);
    if (closed.length > 0) {
      const until = opensAt(
        permission === null
          ? afterwards(closed, patterns)
          : anyOf([afterwards(closed, patterns), permission.pattern]),
        at,
        mostDays,
      );
      return {
        result: 'block',
        text: () => `${said()} This ${thingOf(facts)} belongs to that place.`,
        facts: used,
        clears: until === null ? { waitsFor: 'the debtor to say that the place suits again' } : { at: until },
      };
    }
    if (unclear.length > 0) {
      return {
        result: 'undetermined',
        text: () =>
          place === null
            ? `${said()} Which place that is, was not recorded.`
            : `${said()} It is not chosen yet where this contact goes.`,
        facts: used,
        clears: {
          waitsFor:
            place === null
              ? 'the inconvenient place to be recorded'
              : `the ${thingOf(facts)} to be used to be chosen`,
        },
      };
    }
    return {
      result: 'warn',
      text: () =>
        `${said()} Make sure that this ${thingOf(facts)} does not belong to that place: its kind does not say.`,
      facts: used,
      clears: null,
    };
  },
});

function thingOf({ act }: GateFacts): string {
  return act.channel === 'letter' || act.channel === 'visit' ? 'address' : 'number';
}
