import { addDays, spellDay, toEpochDay } from '../../../domain/days.ts';
import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { secondary } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import { inState, isHeldBack } from './bound.ts';

/** Counted from the day after the notice was mailed; the first day to act is the sixtieth after it. */
export const nvMedicalRule = contactRule<{ readonly days: number }>({
  id: 'nv.medical-notice',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Nevada: medical debt waits sixty days after a mailed notice',
  subject: 'medical debt',
  jurisdiction: 'NV',
  force: 'prohibition',
  source: secondary('NRS 649.366-.369', '2026'),
  scope: inState('NV', 'agencies', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 60 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!isMedicalDebt(view) || !isHeldBack(view, at)) return pass;
    const notice = view.eventsOf('medical_notice', at)[0];
    if (notice === undefined) {
      return {
        result: 'block',
        text: () =>
          `Nevada allows nothing to collect a medical debt until ${value.days} days after a notice was mailed to the debtor. No such notice is on record.`,
        facts: () => [{ name: 'Medical debt notice', value: 'None on record', source: '', ref: null }],
        clears: { waitsFor: `the Nevada notice to be mailed and ${value.days} days to pass` },
      };
    }
    const mailed = notice.detail.sentOn ?? notice.on;
    const day = toEpochDay(mailed) + value.days;
    let opens = instantOfLocal(facts.zone, day, 0);
    for (const zone of view.zones) opens = Math.max(opens, instantOfLocal(zone, day, 0));
    if (at >= opens) return pass;
    return {
      result: 'block',
      text: () =>
        `Nevada allows nothing to collect a medical debt until ${value.days} days after the notice was mailed: from ${spellDay(addDays(mailed, value.days))}.`,
      facts: () => [eventFact('Medical debt notice', notice)],
      clears: { at: opens },
    };
  },
});
