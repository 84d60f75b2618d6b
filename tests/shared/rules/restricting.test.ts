// A fact that restricts never sets free: whatever else is on file, adding one to it turns nothing into a contact that may be made.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactChannels, contactOutcomes } from '../../../shared/domain/contact.ts';
import { addDays } from '../../../shared/domain/days.ts';
import {
  contactParties,
  contactPurposes,
  type LegalEventKind,
  legalEventKinds,
  noHousePolicy,
  officeRoles,
} from '../../../shared/domain/law.ts';
import { decide } from '../../../shared/rules/decide.ts';
import type { EventDetail, LegalEvent, PriorContact } from '../../../shared/rules/facts.ts';
import { everywhere, gateFacts, tuesday } from '../../builders/gate-facts.ts';

/** Kinds that only ever stop something. */
const stopping: readonly LegalEventKind[] = [
  'cease_written',
  'cease_oral',
  'refusal_written',
  'attorney',
  'dispute',
  'original_creditor_request',
  'employer_prohibits',
  'bankruptcy',
  'discharge',
  'deceased',
  'identity_theft',
  'servicemember',
  'debt_sold',
  'debt_recalled',
];

/** Kinds that close a way, a place or a time, or that ask the office to wait. */
const limiting: readonly LegalEventKind[] = [
  'opt_out',
  'inconvenient_time',
  'inconvenient_place',
  'employer_provided',
  'third_party_disclosure',
  'no_surprises_dispute',
  'insurance_appeal',
  'litigation_hold',
];

const today = '2026-11-17';
const dayNear = fc.integer({ min: -60, max: 1 }).map((days) => addDays(today, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const detail: fc.Arbitrary<EventDetail> = fc.record({
  written: maybe(fc.boolean()),
  direct: maybe(fc.boolean()),
  consent: maybe(fc.constantFrom('contact', 'work', 'third_party', 'frequency')),
  disputedCents: maybe(fc.constantFrom(0, 10_000, 40_000, 50_000)),
  duplicative: maybe(fc.boolean()),
  name: maybe(fc.constantFrom('', 'Rita Moss', 'Lou Park')),
  address: maybe(fc.constantFrom('', '4 Court Square, Austin')),
  reach: maybe(fc.constantFrom('known', 'findable', 'not_found')),
  chapter: maybe(fc.constantFrom('7', '11', '13')),
  codebtor: maybe(fc.boolean()),
  secured: maybe(fc.boolean()),
  report: maybe(fc.boolean()),
  blocked605b: maybe(fc.boolean()),
  endsOn: maybe(dayNear),
  to: maybe(dayNear),
  days: maybe(fc.subarray([1, 2, 3, 4, 5, 6, 7])),
  fromMinute: maybe(fc.constantFrom(0, 600, 1_200)),
  toMinute: maybe(fc.constantFrom(60, 720, 1_440)),
});

function eventOf(kinds: readonly LegalEventKind[], eventId: fc.Arbitrary<number>, open: boolean) {
  return fc.record<LegalEvent>({
    eventId,
    kind: fc.constantFrom(...kinds),
    accountId: fc.constantFrom(1, 2, null),
    on: dayNear,
    at: fc.option(fc.integer({ min: -60, max: 1 }).map((hours) => tuesday + hours * 3_600_000)),
    endedOn: open ? fc.constant(null) : fc.option(dayNear, { freq: 3 }),
    scope: fc.record({
      channel: fc.option(fc.constantFrom(...contactChannels), { freq: 1 }),
      phoneId: fc.option(fc.constantFrom(1, 2), { freq: 1 }),
      emailId: fc.constant(null),
      addressId: fc.option(fc.constantFrom(1), { freq: 1 }),
      place: fc.option(fc.constantFrom('home', 'work'), { freq: 1 }),
    }),
    detail,
    source: fc.constant('A test'),
  });
}

const contact: fc.Arbitrary<PriorContact> = fc.record({
  contactId: fc.integer({ min: 1, max: 1_000 }),
  at: fc.integer({ min: 1, max: 1_400 }).map((hours) => tuesday - hours * 3_600_000),
  channel: fc.constantFrom(...contactChannels),
  direction: fc.constantFrom('in', 'out'),
  outcome: fc.constantFrom(...contactOutcomes),
  to: fc.constantFrom(...contactParties),
  partyName: fc.constantFrom('', 'Lou Park', 'Rita Moss'),
  phoneId: fc.constantFrom(null, 1, 2),
  emailId: fc.constant(null),
  purpose: fc.constantFrom(...contactPurposes),
  dialing: fc.constant('by_hand'),
  accountIds: fc.constantFrom([1], [2], [1, 2]),
});

const facts = fc
  .record({
    role: fc.constantFrom(...officeRoles, null),
    keepsRegulationF: fc.boolean(),
    honorsOralCease: fc.boolean(),
    act: fc.record({
      channel: fc.constantFrom(...contactChannels),
      direction: fc.constantFrom('out', 'out', 'out', 'in'),
      to: fc.constantFrom(...contactParties),
      partyName: fc.constantFrom('', 'Lou Park'),
      phoneId: fc.constantFrom(null, 1, 2),
      addressId: fc.constantFrom(null, 1),
      purpose: fc.constantFrom(...contactPurposes),
    } as const),
    balanceCents: fc.constantFrom(0, 50_000, 50_000, 50_000),
    openedOn: fc.constantFrom('2026-01-05', '2026-10-20'),
    oldestDueOn: fc.constantFrom('2026-02-05', null),
    judgedOn: fc.constantFrom(null, '2026-11-01'),
    business: fc.boolean(),
    litigation: fc.boolean(),
    events: fc.array(eventOf(legalEventKinds, fc.integer({ min: 1, max: 1_000 }), false), { maxLength: 5 }),
    contacts: fc.array(contact, { maxLength: 6 }),
  })
  .map((drawn) =>
    gateFacts({
      act: drawn.act,
      office: {
        role: drawn.role,
        house: {
          ...noHousePolicy,
          keepsRegulationF: drawn.keepsRegulationF,
          honorsOralCease: drawn.honorsOralCease,
        },
      },
      debt: {
        balanceCents: drawn.balanceCents,
        openedOn: drawn.openedOn,
        placedOn: null,
        oldestDueOn: drawn.oldestDueOn,
        judgedOn: drawn.judgedOn,
        known: {
          ...(drawn.business ? { purpose: { value: 'business', source: 'Contract', since: today } } : {}),
          ...(drawn.litigation ? { litigation: { value: 'yes', source: 'Docket', since: today } } : {}),
        },
      },
      person: {
        phones: [
          { phoneId: 1, kind: 'mobile', status: 'current', number: '+15125550144' },
          { phoneId: 2, kind: 'work', status: 'current', number: '+15125550145' },
        ],
      },
      events: drawn.events,
      contacts: drawn.contacts.toSorted((a, b) => a.at - b.at),
    }),
  );

it('adding what stops contact never frees what was blocked, nor allows what was not', () => {
  fc.assert(
    fc.property(
      facts,
      eventOf([...stopping, ...limiting], fc.constant(5_000), true),
      fc.nat(),
      (before, added, place) => {
        // The confirmation that a request is heard needs the request.
        fc.pre(added.kind !== 'opt_out' || before.act.purpose !== 'confirm_opt_out');
        const at = place % (before.events.length + 1);
        const after = { ...before, events: before.events.toSpliced(at, 0, added) };
        const was = decide(before);
        const is = decide(after);
        if (was.outcome === 'blocked') expect(is.outcome).toBe('blocked');
        else if (was.outcome !== 'allowed') expect(is.outcome).not.toBe('allowed');
        // Nor sooner. Where it was only unknown, what is added may be the answer that was missing.
        if (was.reasons.some(({ result }) => result === 'undetermined')) return;
        if (was.earliestAt === null) expect(is.earliestAt).toBeNull();
        else if (is.earliestAt !== null) expect(is.earliestAt).toBeGreaterThanOrEqual(was.earliestAt);
      },
    ),
    { numRuns: 10_000 },
  );
});

it('every kind that stops contact stops the plainest call of a collector, or warns of it', () => {
  for (const kind of stopping) {
    if (kind === 'employer_prohibits') continue;
    const event: LegalEvent = {
      eventId: 1,
      kind,
      accountId: null,
      on: today,
      at: null,
      endedOn: null,
      scope: everywhere,
      detail: { written: true, reach: 'known', blocked605b: true },
      source: 'A test',
    };
    const { outcome } = decide(gateFacts({ events: [event] }));
    expect(outcome, kind).toBe(kind === 'cease_oral' || kind === 'servicemember' ? 'warning' : 'blocked');
  }
});
