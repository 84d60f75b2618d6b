import { toEpochDay } from '../../../domain/days.ts';
import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import { callsAndTexts, inState, isAtWork, mayBeAtWork, notChosen, workRequests } from './bound.ts';

/**
 * A request not to be called at work. A written one, and an oral one confirmed in writing (recorded as written), stands until
 * it is taken back; an oral one for ten days, the day it was made not counted.
 */
export const maWorkRule = contactRule<{ readonly oralDays: number }>({
  id: 'ma.work',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Massachusetts: no calls at work once the debtor has asked for that',
  subject: 'time and place',
  jurisdiction: 'MA',
  force: 'prohibition',
  source: secondary('940 CMR 7.04(1); 209 CMR 18.16', '2026-11-21'),
  scope: inState('MA', 'everyone', callsAndTexts),
  values: [{ from: '0001-01-01', until: null, value: { oralDays: 10 } }],
  timed: true,
  check({ facts, at, value, view }) {
    const unchosen = mayBeAtWork(view);
    if (!view.isWithConsumer || !(unchosen || isAtWork(view, facts.act))) return pass;
    let endsAt = at;
    const standing = workRequests(view, at).filter((request) => {
      if (request.detail.written !== false) {
        endsAt = Number.POSITIVE_INFINITY;
        return true;
      }
      const lapses = toEpochDay(request.on) + value.oralDays + 1;
      const ends = Math.max(
        instantOfLocal(facts.zone, lapses, 0),
        ...view.zones.map((zone) => instantOfLocal(zone, lapses, 0)),
      );
      if (ends <= at) return false;
      endsAt = Math.max(endsAt, ends);
      return true;
    });
    if (standing.length === 0) return pass;
    if (unchosen) return notChosen('Massachusetts', standing);
    return {
      result: 'block',
      text: () =>
        Number.isFinite(endsAt)
          ? `The debtor asked not to be called at work. In Massachusetts an oral request holds for ${value.oralDays} days, and longer if it is confirmed in writing.`
          : 'The debtor asked not to be called at work. In Massachusetts that holds until the debtor takes it back in writing.',
      facts: () => standing.map((request) => eventFact('Request about work', request)),
      clears: Number.isFinite(endsAt) ? { at: endsAt } : { waitsFor: 'the debtor to take the request back' },
    };
  },
});
