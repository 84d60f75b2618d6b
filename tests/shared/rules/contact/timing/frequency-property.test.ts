// What holds of every history of calls: an end of the wait is exact to the millisecond, and nothing that restricts sets free.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactOutcomes } from '../../../../../shared/domain/contact.ts';
import { addDays } from '../../../../../shared/domain/days.ts';
import { contactPurposes } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { GateFacts, LegalEvent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { everywhere, gateFacts, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const hour = 3_600_000;
const today = '2026-11-17';
const dayNear = fc.integer({ min: -20, max: 0 }).map((days) => addDays(today, days));
const instantNear = fc.integer({ min: 1, max: 500 }).map((hours) => tuesday - hours * hour);

const contact: fc.Arbitrary<PriorContact> = fc.record({
  contactId: fc.integer({ min: 1, max: 1_000 }),
  at: fc.oneof(
    instantNear,
    fc.integer({ min: 1, max: 200 }).map((hours) => tuesday - hours * hour),
  ),
  channel: fc.constantFrom('call', 'call', 'call', 'voicemail', 'text', 'email'),
  direction: fc.constantFrom('out', 'out', 'out', 'in'),
  outcome: fc.oneof(
    { weight: 3, arbitrary: fc.constant('no_answer' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...contactOutcomes) },
  ),
  to: fc.constantFrom('debtor', 'debtor', 'debtor', 'spouse'),
  partyName: fc.constant(''),
  phoneId: fc.constantFrom(1, 1, 2),
  emailId: fc.constantFrom(null, 5),
  purpose: fc.constantFrom(...contactPurposes),
  dialing: fc.constantFrom('by_hand', 'artificial_voice'),
  accountIds: fc.constantFrom([1], [1], [2], [1, 2], []),
});

/** A call nobody answered, of the last days: what fills the seven. */
const unanswered = fc
  .integer({ min: 1, max: 170 })
  .map((hours) => priorCall(tuesday - hours * hour, { contactId: 2_000 + hours }));

function eventOf(kinds: readonly LegalEvent['kind'][]): fc.Arbitrary<LegalEvent> {
  return fc.record({
    eventId: fc.integer({ min: 1, max: 1_000 }),
    kind: fc.constantFrom(...kinds),
    accountId: fc.constantFrom(1, null),
    on: dayNear,
    at: fc.option(instantNear),
    endedOn: fc.option(dayNear, { freq: 4 }),
    scope: fc.record({
      channel: fc.constantFrom(null, 'call', 'text', 'email'),
      phoneId: fc.constantFrom(null, null, 1, 2),
      emailId: fc.constant(null),
      addressId: fc.constant(null),
      place: fc.constant(null),
    }),
    detail: fc.record({
      consent: fc.constantFrom('frequency', 'frequency', 'automatic', 'text', 'email', 'esign'),
      direct: fc.constantFrom(true, true, false),
    }),
    source: fc.constant('A test'),
  });
}

const facts: fc.Arbitrary<GateFacts> = fc
  .record({
    channel: fc.constantFrom('call', 'call', 'voicemail', 'text', 'email'),
    direction: fc.constantFrom('out', 'out', 'out', 'in'),
    purpose: fc.constantFrom(...contactPurposes.filter((purpose) => purpose !== 'confirm_opt_out')),
    dialing: fc.constantFrom('by_hand', 'automatic', 'artificial_voice'),
    kind: fc.constantFrom('mobile', 'home'),
    anywhere: fc.boolean(),
    contacts: fc
      .tuple(fc.array(contact, { maxLength: 8 }), fc.array(unanswered, { maxLength: 9, size: 'max' }))
      .map(([any, calls]) => [...any, ...calls]),
    events: fc.array(eventOf(['consent', 'consent', 'opt_out', 'reassigned_check']), { maxLength: 3 }),
  } as const)
  .map((drawn) =>
    gateFacts({
      act: {
        channel: drawn.channel,
        direction: drawn.direction,
        purpose: drawn.purpose,
        dialing: drawn.dialing,
        emailId: drawn.channel === 'email' ? 5 : null,
      },
      person: {
        ...(drawn.anywhere ? { known: {}, addresses: [] } : {}),
        phones: [
          { phoneId: 1, kind: drawn.kind, status: 'current', number: '+15125550144' },
          { phoneId: 2, kind: 'work', status: 'current', number: '+12125550145' },
        ],
        emails: [{ emailId: 5, status: 'current', address: 'ana.vale@gmail.com' }],
      },
      contacts: drawn.contacts.toSorted((a, b) => a.at - b.at),
      events: drawn.events,
    }),
  );

const steps = ['frequency', 'opt_out', 'electronic', 'tcpa'];

/** The objections of these steps, by the rule that makes them. */
function objections(of: GateFacts): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const { ruleId, step, result, clears } of decide(of).reasons) {
    if (steps.includes(step) && result !== 'warn')
      found.set(ruleId, clears !== null && 'at' in clears ? clears.at : null);
  }
  return found;
}

it('every wait that ends by the clock ends at its instant, and not a millisecond sooner', () => {
  let [waits, full] = [0, 0];
  fc.assert(
    fc.property(facts, (drawn) => {
      for (const [ruleId, at] of objections(drawn)) {
        if (at === null) continue;
        waits += 1;
        if (ruleId === 'reg-f.calls.seven-in-seven') full += 1;
        expect(at).toBeGreaterThan(drawn.now);
        expect(objections({ ...drawn, now: at - 1 }).has(ruleId)).toBe(true);
        expect(objections({ ...drawn, now: at }).has(ruleId)).toBe(false);
      }
    }),
    { numRuns: 4_000 },
  );
  // The histories drawn reach both limits, not one alone.
  expect(waits).toBeGreaterThan(500);
  expect(full).toBeGreaterThan(50);
});

it('one more call, talk or request to stop frees nothing', () => {
  const added: fc.Arbitrary<Pick<GateFacts, 'contacts' | 'events'>> = fc.oneof(
    contact.map((one) => ({
      contacts: [{ ...one, channel: 'call' as const, direction: 'out' as const }],
      events: [],
    })),
    fc.record({ contacts: fc.constant([]), events: eventOf(['opt_out']).map((one) => [one]) }),
    fc.record({
      contacts: fc.constant([]),
      events: dayNear.map((on): LegalEvent[] => [
        {
          eventId: 5_000,
          kind: 'third_party_disclosure',
          accountId: null,
          on,
          at: null,
          endedOn: null,
          scope: everywhere,
          detail: {},
          source: 'A test',
        },
      ]),
    }),
  );
  fc.assert(
    fc.property(facts, added, (before, more) => {
      const after = {
        ...before,
        contacts: [...before.contacts, ...more.contacts].toSorted((a, b) => a.at - b.at),
        events: [...before.events, ...more.events],
      };
      const is = objections(after);
      for (const [ruleId, at] of objections(before)) {
        expect(is.has(ruleId)).toBe(true);
        const later = is.get(ruleId) ?? null;
        if (at !== null && later !== null) expect(later).toBeGreaterThanOrEqual(at);
      }
    }),
    { numRuns: 4_000 },
  );
});
