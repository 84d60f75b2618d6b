/**
 * The proof asked of the hours: every area code of the table with a ZIP code of every combination of zones, at every quarter
 * hour of the two weeks around each change of clocks in 2026 and 2027. What is expected is worked out by Intl, not by the
 * program’s own clock. Area codes with the same zones are asked once, in the name of all.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseView } from '../../../../shared/rules/case-view.ts';
import { hoursRule } from '../../../../shared/rules/contact/timing/hours.ts';
import { decide } from '../../../../shared/rules/decide.ts';
import type { AddressClue, PhoneClue } from '../../../../shared/rules/facts.ts';
import type { Finding } from '../../../../shared/rules/rule.ts';
import {
  everyAreaCode,
  everyUsZone,
  placeOfAreaCode,
  placeOfZip,
} from '../../../../shared/rules/time/zone-lookup.ts';
import { gateFacts } from '../../../builders/gate-facts.ts';

const quarter = 900_000;
const day = 86_400_000;

/** The Sundays on which American clocks are set. */
const changes = ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'];
const instants = changes.flatMap((change) => {
  const start = Date.parse(`${change}T00:00:00Z`) - 7 * day;
  return Array.from({ length: 14 * 96 + 1 }, (_, index) => start + index * quarter);
});

/** Minutes from midnight, by Intl. */
function wallMinutes(zone: string, at: readonly number[]): Uint16Array {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return Uint16Array.from(at, (instant) => {
    const [hour = '', minute = ''] = format.format(instant).split(':');
    return Number(hour) * 60 + Number(minute);
  });
}

const wall = new Map<string, Uint16Array>();
function wallOf(zone: string): Uint16Array {
  let minutes = wall.get(zone);
  if (!minutes) {
    minutes = wallMinutes(zone, instants);
    wall.set(zone, minutes);
  }
  return minutes;
}

function phone(code: string): PhoneClue {
  return { phoneId: 1, kind: 'mobile', status: 'current', number: `+1${code}5550144` };
}

function address(zip: string): AddressClue {
  return {
    addressId: 1,
    kind: 'home',
    status: 'current',
    city: '',
    region: '',
    postalCode: zip,
    country: '',
  };
}

/** One name for each different set of zones. */
function byZones(names: readonly string[], zonesOf: (name: string) => readonly string[] | undefined) {
  const found = new Map<string, { zones: readonly string[]; names: string[] }>();
  for (const name of names) {
    const zones = zonesOf(name);
    if (!zones) continue;
    const key = [...zones].sort().join();
    const group = found.get(key);
    if (group) group.names.push(name);
    else found.set(key, { zones, names: [name] });
  }
  return [...found.values()];
}

const areaCodes = [...everyAreaCode(), '999'];
const codeGroups = byZones(areaCodes, (code) => placeOfAreaCode(code)?.zones ?? everyUsZone);
const zipGroups = byZones(
  Array.from({ length: 100_000 }, (_, number) => number.toString().padStart(5, '0')),
  (zip) => placeOfZip(zip)?.zones,
);

function viewOf(phones: readonly PhoneClue[], addresses: readonly AddressClue[]): CaseView {
  return new CaseView(gateFacts({ person: { phones, addresses, known: {} } }));
}

function ask(view: CaseView, at: number): Finding {
  return hoursRule.check({ facts: view.facts, at, value: { from: 480, to: 1260 }, view });
}

describe('every area code with a ZIP code of each zone, each quarter hour around the changes of clocks', () => {
  it('covers every area code and every zone of the United States', () => {
    expect(codeGroups.flatMap(({ names }) => names)).toHaveLength(areaCodes.length);
    expect(areaCodes.length).toBeGreaterThan(440);
    for (const zone of everyUsZone) expect(zipGroups.some(({ zones }) => zones.includes(zone))).toBe(true);
  });

  it('allows no minute outside 8:00 to 21:00 in any candidate place, and every minute inside in all', () => {
    let wronglyAllowed = 0;
    let wronglyBlocked = 0;
    let allowed = 0;
    let wrongUntil = 0;
    const seen = new Set<string>();
    for (const codes of codeGroups) {
      for (const zips of zipGroups) {
        // Pairs that leave the same zones open are asked once.
        const key = [...new Set([...codes.zones, ...zips.zones])].sort().join();
        if (seen.has(key)) continue;
        seen.add(key);
        const view = viewOf([phone(codes.names[0] ?? '')], [address(zips.names[0] ?? '')]);
        const clocks = [...new Set([...codes.zones, ...zips.zones])].map(wallOf);
        for (let index = 0; index < instants.length; index += 1) {
          const at = instants[index] ?? 0;
          let open = true;
          for (const clock of clocks) {
            const minute = clock[index] ?? 0;
            if (minute < 480 || minute >= 1260) open = false;
          }
          const finding = ask(view, at);
          if (finding.result !== 'pass') {
            if (open) wronglyBlocked += 1;
            continue;
          }
          allowed += 1;
          if (!open) wronglyAllowed += 1;
          // No change of clocks falls into these hours, so the next quarter hours show when it ends.
          const last = clocks.map((clock) => 1260 - (clock[index] ?? 0));
          if (finding.until !== at + Math.min(...last) * 60_000) wrongUntil += 1;
        }
      }
    }
    expect({ wronglyAllowed, wronglyBlocked, wrongUntil }).toEqual({
      wronglyAllowed: 0,
      wronglyBlocked: 0,
      wrongUntil: 0,
    });
    expect(allowed).toBeGreaterThan(100_000);
  });

  it('holds for the verdict as a whole', () => {
    let wronglyAllowed = 0;
    for (const codes of codeGroups) {
      const code = codes.names.at(-1) ?? '';
      for (const zips of zipGroups) {
        const clocks = [...new Set([...codes.zones, ...zips.zones])].map(wallOf);
        for (let index = codes.names.length % 7; index < instants.length; index += 431) {
          const facts = gateFacts({
            now: instants[index] ?? 0,
            person: { phones: [phone(code)], addresses: [address(zips.names.at(-1) ?? '')], known: {} },
          });
          const { outcome } = decide(facts);
          const open = clocks.every((clock) => (clock[index] ?? 0) >= 480 && (clock[index] ?? 0) < 1260);
          if (!open && (outcome === 'allowed' || outcome === 'warning')) wronglyAllowed += 1;
        }
      }
    }
    expect(wronglyAllowed).toBe(0);
  });
});

const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
const anyPhone = fc
  .record({
    phoneId: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('mobile', 'home', 'work', 'other'),
    status: fc.constantFrom('current', 'unverified', 'wrong', 'disconnected', 'do_not_call'),
    number: fc.oneof(
      fc.constantFrom(...areaCodes).map((code) => `+1${code}5550144`),
      fc.constantFrom('+18005550144', '+442079460018', '+9991234567', '5550144', ''),
      fc.string(),
    ),
  })
  .map((clue): PhoneClue => clue as PhoneClue);
const anyAddress = fc
  .record({
    addressId: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('home', 'work', 'mailing', 'other'),
    status: fc.constantFrom('current', 'unverified', 'bad', 'former'),
    city: fc.constantFrom('', 'Springfield'),
    region: fc.constantFrom('', 'TX', 'Tennessee', 'AE', 'ON', 'PR', 'nowhere'),
    postalCode: fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map((number) => number.toString().padStart(5, '0')),
      fc.constantFrom('', '2139', '78701-1234', 'M5V 3L9', '0'),
    ),
    country: fc.constantFrom('', '', '', 'USA', 'Canada', 'Germany', 'Atlantis'),
  })
  .map((clue): AddressClue => clue as AddressClue);

describe('any file', () => {
  it('is never opened by one more address or number', () => {
    fc.assert(
      fc.property(
        fc.array(anyPhone, { maxLength: 3 }),
        fc.array(anyAddress, { maxLength: 3 }),
        fc.oneof(
          anyPhone.map((added) => ({ added })),
          anyAddress.map((place) => ({ place })),
        ),
        anyInstant,
        (phones, addresses, more, at) => {
          const before = viewOf(phones, addresses);
          // Something must be known before: an empty file means everywhere, and knowing more than nothing may open.
          fc.pre(before.zoneClues.some(({ fact }) => fact.ref?.kind !== 'person_fact'));
          const after = viewOf(
            'added' in more ? [...phones, more.added] : phones,
            'place' in more ? [...addresses, more.place] : addresses,
          );
          if (ask(before, at).result !== 'pass') expect(ask(after, at).result).not.toBe('pass');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('closes exactly when it says, and opens exactly when it says', () => {
    fc.assert(
      fc.property(
        fc.array(anyPhone, { maxLength: 3 }),
        fc.array(anyAddress, { maxLength: 2 }),
        anyInstant,
        (phones, addresses, at) => {
          const view = viewOf(phones, addresses);
          const finding = ask(view, at);
          if (finding.result === 'pass') {
            const until = finding.until ?? 0;
            expect(until).toBeGreaterThan(at);
            expect(ask(view, until - 1).result).toBe('pass');
            expect(ask(view, until).result).toBe('block');
          } else if (finding.clears !== null && 'at' in finding.clears) {
            const opens = finding.clears.at;
            expect(opens).toBeGreaterThan(at);
            expect(ask(view, opens - 1).result).toBe('block');
            expect(ask(view, opens).result).toBe('pass');
          } else {
            // Places with no hour in common: none in the next week either.
            for (let then = at; then < at + day; then += 4 * quarter)
              expect(ask(view, then).result).toBe('block');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
