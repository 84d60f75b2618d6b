/** A patient’s dispute under the No Surprises Act pauses collection, whoever collects. */
import { isDay, spellDay } from '../../../domain/days.ts';
import { noSurprisesSource, oddities } from '../../medical/no-surprises.ts';
import { contactRule, pass } from '../../rule.ts';
import { always, isCollecting, isOwnSide } from '../stopping/scopes.ts';

export const noSurprisesRule = contactRule<null>({
  id: 'us.no-surprises.dispute',
  code: 'NSA_DISPUTE_PENDING',
  step: 'review',
  title: 'No dispute under the No Surprises Act is pending',
  subject: 'medical debt',
  jurisdiction: 'US',
  force: 'prohibition',
  source: noSurprisesSource,
  scope: { roles: 'anyone', debts: 'any', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }) {
    if (facts.events.length === 0 || !isCollecting(facts.act.purpose) || isOwnSide(facts.act.to)) return pass;
    const pending = view.eventsOf('no_surprises_dispute', at).at(-1);
    if (pending === undefined) return pass;
    const { known } = facts.debt;
    const billedOn = known.first_bill_on?.value;
    const over = known.good_faith_over_cents?.value;
    const odd = () =>
      oddities(
        pending,
        billedOn !== undefined && isDay(billedOn) ? billedOn : null,
        over !== undefined && /^\d+$/.test(over) ? Number(over) : null,
      );
    return {
      result: 'block',
      text: () =>
        [
          `Since ${spellDay(pending.on)} a dispute about the bill and its good-faith estimate is pending. Until it is decided the bill may be neither collected nor collection threatened, and no late fee added.`,
          ...odd(),
          ...(odd().length > 0 ? ['If the dispute was refused for that, record its end.'] : []),
        ].join(' '),
      facts: () => [
        {
          name: 'Dispute under the No Surprises Act',
          value: spellDay(pending.on),
          source: pending.source,
          ref: { kind: 'event', id: pending.eventId },
        },
      ],
      clears: { waitsFor: 'the dispute to be decided' },
    };
  },
});
