import { addDays, spellDay, toEpochDay } from '../../../domain/days.ts';
import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { eventFact } from '../../states/event-fact.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import { inState, isHeldBack } from './bound.ts';

/** While the appeal runs and sixty days after it, the day it ended not counted. */
export const deInsuranceAppealRule = contactRule<{ readonly days: number }>({
  id: 'de.insurance-appeal',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Delaware: medical debt waits for an insurance appeal and sixty days more',
  subject: 'medical debt',
  jurisdiction: 'DE',
  force: 'prohibition',
  source: text('6 Del. C. 2504J-2509J', '2026-02'),
  scope: inState('DE', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { days: 60 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!isMedicalDebt(view) || !isHeldBack(view, at)) return pass;
    const appeals = view.everyEventOf('insurance_appeal');
    if (appeals.length === 0) return pass;
    const pending = appeals.filter((appeal) => view.isInForce(appeal, at));
    if (pending.length > 0) {
      return {
        result: 'block',
        text: () =>
          `An insurance appeal about this bill is pending. Delaware allows nothing to collect a medical debt until it is decided and ${value.days} days have passed.`,
        facts: () => pending.map((appeal) => eventFact('Insurance appeal', appeal)),
        clears: { waitsFor: `the insurance appeal to be decided and ${value.days} days to pass` },
      };
    }
    let latest: string | null = null;
    for (const { endedOn, detail } of appeals) {
      const ended = endedOn ?? detail.untilOn ?? null;
      if (ended !== null && ended <= view.officeDay(at) && (latest === null || ended > latest))
        latest = ended;
    }
    if (latest === null) return pass;
    const ended = latest;
    const day = toEpochDay(ended) + value.days + 1;
    let opens = instantOfLocal(facts.zone, day, 0);
    for (const zone of view.zones) opens = Math.max(opens, instantOfLocal(zone, day, 0));
    if (at >= opens) return pass;
    return {
      result: 'block',
      text: () =>
        `An insurance appeal about this bill ended on ${spellDay(ended)}. Delaware allows nothing to collect a medical debt for ${value.days} days after that, through ${spellDay(addDays(ended, value.days))}.`,
      facts: () => appeals.map((appeal) => eventFact('Insurance appeal', appeal)),
      clears: { at: opens },
    };
  },
});
