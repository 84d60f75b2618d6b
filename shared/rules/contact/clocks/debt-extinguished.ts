/** In a few states the end of the period ends the debt itself: then there is nothing left to collect. */
import { spellDay } from '../../../domain/days.ts';
import { extinguishedBy } from '../../limitation/limitation.ts';
import { contactRule, pass } from '../../rule.ts';
import { always, isCollecting, isOwnSide } from '../stopping/scopes.ts';
import { endOfDay, limitationAt, limitationFacts } from './limitation-at.ts';

export const debtExtinguishedRule = contactRule<null>({
  id: 'state.limitation.extinguished',
  code: 'DEBT_EXTINGUISHED',
  step: 'debt_state',
  title: 'The debt has not ended with its period of limitation',
  subject: 'limitation',
  jurisdiction: 'states',
  force: 'prohibition',
  source: {
    cite: 'Miss. Code 15-1-3; Wis. Stat. 893.05',
    readOn: '2025-06',
    confidence: 'known',
    note: 'Mississippi read 2026-02; Wisconsin not read anew.',
  },
  scope: { roles: 'anyone', debts: 'any', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }) {
    if (!isCollecting(facts.act.purpose) || isOwnSide(facts.act.to)) return pass;
    const found = limitationAt(view, at);
    const { input, dates } = found;
    let ending = 0;
    for (const state of input.states) if (view.laws[state]?.expiry?.extinguishes) ending += 1;
    const ended = extinguishedBy(dates, input, ending);
    if (ended === 'no') {
      return ending === 0 || dates.of === 'judgment' || dates.earliestLastDay === null
        ? pass
        : { result: 'pass', until: endOfDay(view, dates.earliestLastDay) };
    }
    const names = () =>
      input.states
        .filter((state) => view.laws[state]?.expiry?.extinguishes)
        .map((state) => view.laws[state].name)
        .join(' and ');
    if (ended === 'yes')
      return {
        result: 'block',
        text: () =>
          `The period of limitation has run, and in ${names()} the debt itself ends with it. It may no longer be collected.`,
        facts: () => limitationFacts(view, found),
        clears: null,
      };
    return {
      result: 'undetermined',
      text: () =>
        dates.earliestLastDay === null
          ? `In ${names()} a debt ends with its period of limitation, and the last day cannot be worked out from what is on file.`
          : `In ${names()} a debt ends with its period of limitation, which may have run on ${spellDay(dates.earliestLastDay)}.`,
      facts: () => limitationFacts(view, found),
      clears: { waitsFor: 'the facts of the limitation period to be filled in' },
    };
  },
});
