/** 12 CFR 1006.26(b): no suit and no threat of one on a debt whose period of limitation has run, known or not. */
import { spellDay } from '../../../domain/days.ts';
import type { StateCode } from '../../../domain/law.ts';
import { mayBeBarred } from '../../limitation/dates.ts';
import type { LimitationInput } from '../../limitation/facts.ts';
import { contactRule, pass } from '../../rule.ts';
import { always } from '../stopping/scopes.ts';
import { endOfDay, limitationAt, limitationFacts } from './limitation-at.ts';

/** Cal. Code Civ. Proc. 337(d): once the period has run nobody brings a suit, whoever collects. */
const barringStates: readonly StateCode[] = ['CA'];

function isBarredByState({ states }: LimitationInput): boolean {
  return states.some((state) => barringStates.includes(state));
}

export const timeBarredSuitRule = contactRule<null>({
  id: 'reg-f.limitation.suit',
  code: 'TIME_BARRED_SUIT_OR_THREAT',
  step: 'content',
  title: 'No suit is threatened on a debt that may be too old to sue on',
  subject: 'limitation',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.26(b); Cal. Code Civ. Proc. 337(d)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'California’s section was read in a mirror (2026).',
  },
  scope: { roles: 'anyone', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }) {
    const { act } = facts;
    if (act.content.threatensSuit !== true && act.purpose !== 'legal_process') return pass;
    // A proof of claim in bankruptcy is excepted, however old the debt (1006.26(b)).
    if (act.to === 'trustee' && act.purpose === 'legal_process') return pass;
    const found = limitationAt(view, at);
    const { dates, input } = found;
    // A judgment is enforced, not sued on anew; papers of that enforcement are the court’s matter.
    if (dates.of === 'judgment' && act.purpose === 'legal_process') return pass;
    if (dates.state === 'not_barred')
      return dates.earliestLastDay === null
        ? pass
        : { result: 'pass', until: endOfDay(view, dates.earliestLastDay) };
    const answer = {
      facts: () => limitationFacts(view, found),
      // The rule binds collectors; an office of another kind is held to it too, and may say why not, unless a state bars it.
      ...(view.bindsCollectors || facts.office.role === null || isBarredByState(input)
        ? {}
        : { force: 'house' as const }),
    };
    if (dates.state === 'barred')
      return {
        ...answer,
        result: 'block',
        text: () =>
          `The last day to sue was ${spellDay(dates.latestLastDay ?? input.today)} at the latest. A suit, or words that threaten one, are not allowed.`,
        clears: null,
      };
    const text = () =>
      dates.of === 'judgment'
        ? 'How long the judgment may be enforced is not on file. Do not announce steps on it before counsel has said so.'
        : !mayBeBarred(dates, input.today)
          ? 'The period that applies is not verified. Until counsel has confirmed it, no suit may be brought or threatened.'
          : dates.earliestLastDay === null
            ? 'The last day to sue cannot be worked out from what is on file. Until it can, no suit may be brought or threatened.'
            : `The period may have run on ${spellDay(dates.earliestLastDay)}. Until it is certain that it has not, no suit may be brought or threatened.`;
    return {
      ...answer,
      result: 'block',
      text,
      clears: { waitsFor: 'the facts of the limitation period to be filled in or confirmed by counsel' },
    };
  },
});
