import { spellDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import {
  allOf,
  anyOf,
  closedWhile,
  closesAt,
  opensAt,
  type Pattern,
  spansIn,
  spansOfWeek,
} from '../../time/windows.ts';
import { weeklyWords } from '../../time/zone-words.ts';
import type { FactUsed } from '../../verdict.ts';
import { isRequestAbout } from './act-scope.ts';
import { requestsOf, whileInForce } from './event-span.ts';
import { permissionOf } from './permission.ts';

/** So far ahead an hour the consumer left open is looked for. */
const mostDays = 400;

function hoursOf({ detail }: LegalEvent) {
  return { days: detail.days ?? [], fromMinute: detail.fromMinute, toMinute: detail.toMinute };
}

/** Open while none of the clocks the consumer may live by stands in the hours ruled out. */
function outside(event: LegalEvent, view: CaseView): Pattern {
  const spans = spansOfWeek(hoursOf(event));
  const inForce = whileInForce(event, view, 'longest');
  const shut = anyOf(view.zones.map((zone) => spansIn(zone, spans)));
  return closedWhile(allOf([inForce, shut]));
}

/** Open while every clock stands in hours the consumer named, or none of the statements binds. */
function within(events: readonly LegalEvent[], view: CaseView): Pattern {
  const bound = events.map((event) => whileInForce(event, view, 'longest'));
  const named = events.map((event, index) => {
    const spans = spansOfWeek(hoursOf(event));
    const inForce = bound[index] ?? whileInForce(event, view, 'longest');
    return allOf([inForce, ...view.zones.map((zone) => spansIn(zone, spans))]);
  });
  return anyOf([closedWhile(anyOf(bound)), ...named]);
}

/** What was said on one day is one statement: mornings, and Saturdays as well. Statements of different days all hold. */
function byDay(events: readonly LegalEvent[]): LegalEvent[][] {
  const days = new Map<string, LegalEvent[]>();
  for (const event of events) days.set(event.on, [...(days.get(event.on) ?? []), event]);
  return [...days.values()];
}

type Statement = { readonly events: readonly LegalEvent[]; readonly pattern: Pattern };

function statementsOf(view: CaseView): Statement[] {
  const about = (event: LegalEvent) => isRequestAbout(event.scope, view.facts);
  const ruledOut = requestsOf(view, 'inconvenient_time').filter(about);
  const only = requestsOf(view, 'only_time').filter(about);
  return [
    ...ruledOut.map((event) => ({ events: [event], pattern: outside(event, view) })),
    ...byDay(only).map((events) => ({ events, pattern: within(events, view) })),
  ];
}

function words(event: LegalEvent): string {
  const { days, fromMinute, toMinute } = hoursOf(event);
  return weeklyWords(days, fromMinute, toMinute);
}

function saidText({ events }: Statement): string {
  const [first] = events;
  if (!first) return '';
  const said = `On ${spellDay(first.on)} the debtor asked`;
  const hours = events.map(words).join('; ');
  return first.kind === 'only_time'
    ? `${said} to be contacted only at these times: ${hours}.`
    : `${said} not to be contacted at these times: ${hours}.`;
}

function factOf(event: LegalEvent): FactUsed {
  return {
    name: event.kind === 'only_time' ? 'Only at these times' : 'Inconvenient times',
    value: words(event),
    source: event.source,
    ref: { kind: 'event', id: event.eventId },
  };
}

/**
 * A time the consumer called inconvenient, or left out of those they named, is closed until they say otherwise, whatever the
 * federal hours are; notes that came with the debt are reason enough to know.
 */
export const designatedTimesRule = contactRule<null>({
  id: 'reg-f.designated-times',
  code: 'TIME_CONSUMER_DESIGNATED',
  step: 'time',
  title: 'Not at times the debtor said are inconvenient',
  subject: 'time and place',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(b)(1)(i); comments 6(b)(1)-1 and -2; 15 U.S.C. 1692c(a)(1)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['call', 'voicemail', 'email', 'text', 'visit', 'social', 'other'],
    directions: 'out',
  },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }): Finding {
    if (facts.events.length === 0 || !view.isWithConsumer) return pass;
    const statements = statementsOf(view);
    if (statements.length === 0) return pass;
    const kept = allOf(statements.map(({ pattern }) => pattern));
    const used = () => statements.flatMap(({ events }) => events.map(factOf));
    if (kept.isOpen(at)) {
      const until = closesAt(kept, at, mostDays);
      const text = () => `${statements.map(saidText).join(' ')} It is none of the times to be kept free.`;
      return { result: 'pass', text, facts: used, ...(until === null ? {} : { until }) };
    }
    const permission = permissionOf(view);
    const open = permission === null ? kept : anyOf([kept, permission.pattern]);
    if (permission?.pattern.isOpen(at)) {
      const until = closesAt(open, at, mostDays);
      const text = () => permission.text;
      return { result: 'pass', text, facts: () => permission.facts, ...(until === null ? {} : { until }) };
    }
    const clearsAt = opensAt(open, at, mostDays);
    const broken = statements.filter(({ pattern }) => !pattern.isOpen(at));
    return {
      result: 'block',
      text: () =>
        `${broken.map(saidText).join(' ')} That holds until the debtor says otherwise${
          clearsAt === null
            ? ', and leaves no time open: ask when it suits when the debtor next gets in touch'
            : ''
        }.`,
      facts: used,
      clears: clearsAt === null ? { waitsFor: 'the debtor to name a time that suits' } : { at: clearsAt },
    };
  },
});
