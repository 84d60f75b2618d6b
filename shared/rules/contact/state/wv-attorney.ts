import { toEpochDay } from '../../../domain/days.ts';
import type { LegalEvent } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import { inState } from './bound.ts';

const hourMs = 3_600_000;

/**
 * Seventy-two hours after written notice that a lawyer represents the debtor; a notice without an hour came at the start of
 * its day. Whom Regulation F binds has to stop at once, by its own rule.
 */
export const wvAttorneyRule = contactRule<{ readonly hours: number }>({
  id: 'wv.attorney',
  code: 'ATTORNEY_REPRESENTED',
  step: 'attorney',
  title: 'West Virginia: no contact 72 hours after written notice of an attorney',
  subject: 'stopping contact',
  jurisdiction: 'WV',
  force: 'prohibition',
  source: secondary('W. Va. Code 46A-2-128(e)', '2026-11-21'),
  scope: inState('WV', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { hours: 72 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || act.purpose === 'legal_process') return pass;
    const notices = view.eventsOf('attorney', at).filter(({ detail }) => detail.written !== false);
    if (notices.length === 0) return pass;
    const bindsFrom = (notice: LegalEvent) =>
      (notice.at ?? instantOfLocal(facts.zone, toEpochDay(notice.on), 0)) + value.hours * hourMs;
    const binding = notices.filter((notice) => bindsFrom(notice) <= at);
    if (binding.length === 0) return { result: 'pass', until: Math.min(...notices.map(bindsFrom)) };
    return {
      result: 'block',
      text: () =>
        `A lawyer represents the debtor. ${value.hours} hours after written notice of that, West Virginia allows contact with the lawyer only.`,
      facts: () => binding.map((notice) => eventFact('Attorney', notice)),
      clears: { waitsFor: 'the attorney to stop representing the debtor' },
    };
  },
});
