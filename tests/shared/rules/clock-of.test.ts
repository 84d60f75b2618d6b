/** The clock of a list against the verdict in words, and that it says the same for as long as it claims to. */
import { describe, expect, it } from 'vitest';
import { type ContactClock, clockOf, decide } from '../../../shared/rules/decide.ts';
import type { GateFacts } from '../../../shared/rules/facts.ts';
import { startOfLocalDayAfter } from '../../../shared/rules/time/local-time.ts';
import { makeRandom } from '../../bench/fill-book.ts';
import { chicago, gateFacts, legalEvent, priorCall, tuesday } from '../../builders/gate-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;

const california = { value: 'America/Los_Angeles', source: 'Said so', since: '2026-09-02' };

const cases: [string, GateFacts][] = [
  ['lawful now', gateFacts()],
  ['at night', gateFacts({ now: tuesday + 12 * hour })],
  ['early in another zone', gateFacts({ now: tuesday - 3 * hour, person: { known: { zone: california } } })],
  ['without a profile', gateFacts({ office: { role: null } })],
  ['after a conversation', gateFacts({ contacts: [priorCall(tuesday - day, { outcome: 'right_party' })] })],
  [
    'after seven calls, at night',
    gateFacts({
      now: tuesday + 12 * hour,
      contacts: Array.from({ length: 7 }, (_, call) => priorCall(tuesday - (7 - call) * 5 * hour)),
    }),
  ],
  ['an hour after a call', gateFacts({ contacts: [priorCall(tuesday - hour / 2)] })],
  ['asked to stop', gateFacts({ events: [legalEvent('cease_written', '2026-11-02')] })],
  [
    'asked to stop, at night',
    gateFacts({ now: tuesday + 12 * hour, events: [legalEvent('cease_written', '2026-11-02')] }),
  ],
  [
    'a bankruptcy',
    gateFacts({ events: [legalEvent('bankruptcy', '2026-11-02', { detail: { chapter: '7' } })] }),
  ],
  [
    'not in the morning',
    gateFacts({
      events: [
        legalEvent('inconvenient_time', '2026-11-02', {
          detail: { days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 840 },
        }),
      ],
    }),
  ],
  [
    'the office keeps later hours',
    gateFacts({ office: { house: { ...gateFacts().office.house, earliest: 780 } } }),
  ],
  ['a closed debt', gateFacts({ debt: { closed: true, closedReason: 'Returned to client' } })],
];

/** What is stored of a clock: an open span is open, whenever it was asked about. */
function kept({ changesAt: _, ...clock }: ContactClock, now: number) {
  return { ...clock, opensAt: clock.opensAt !== null && clock.opensAt <= now ? 'open' : clock.opensAt };
}

describe.each(cases)('%s', (_, facts) => {
  const clock = clockOf(facts);
  const verdict = decide(facts);

  it('opens at the verdict’s first lawful minute, and is then what the verdict is then', () => {
    expect(clock.opensAt).toBe(verdict.earliestAt);
    if (clock.opensAt === null) {
      expect(['blocked', 'undetermined']).toContain(clock.outcome);
      expect(verdict.reasons.map(({ code }) => code)).toContain(clock.code);
      return;
    }
    const then = decide({ ...facts, now: clock.opensAt });
    expect(clock.outcome).toBe(then.outcome);
    expect(clock.closesAt).toBe(then.until);
  });

  it('never gives the hour as its reason', () => {
    const standing = verdict.reasons.find(({ code }) => code === clock.code);
    expect(standing?.step).not.toBe('time');
  });

  it('says the same until its time runs out', () => {
    const random = makeRandom(7);
    const end = Math.min(
      clock.changesAt ?? Number.MAX_SAFE_INTEGER,
      startOfLocalDayAfter(chicago, facts.now, 1),
    );
    const moments = [
      facts.now + 60_000,
      end - 1,
      ...Array.from({ length: 20 }, () => facts.now + random() * day),
    ];
    for (const moment of moments.map(Math.floor).filter((at) => at > facts.now && at < end)) {
      // A span that opened since is the same span.
      expect(kept(clockOf({ ...facts, now: moment }), moment)).toEqual(kept(clock, moment));
    }
  });
});

it('has no reason for a call that only the hour holds up', () => {
  expect(clockOf(gateFacts({ now: tuesday + 12 * hour })).code).toBe(clockOf(gateFacts()).code);
});

it('tells what lifts only with time, and from when', () => {
  const spoken = gateFacts({ contacts: [priorCall(tuesday, { outcome: 'right_party' })] });
  expect(clockOf(spoken)).toMatchObject({
    code: 'CALL_FREQ_AFTER_CONVERSATION',
    opensAt: Date.UTC(2026, 10, 24, 14, 0),
  });
});
