/**
 * Where a person may be, from everything on file: what they said, addresses by ZIP code, telephone numbers by area code
 * (12 CFR 1006.6(b)(1)(i), comment 6(b)(1)(i)-2). Each clue names every zone or state it leaves open; what a table does not
 * know means every zone of the United States.
 */
import type { StateCode } from '../../domain/law.ts';
import type { PersonFacts } from '../facts.ts';
import type { FactUsed } from '../verdict.ts';

export type ZoneClue = { readonly zones: readonly string[]; readonly fact: FactUsed };
export type StateClue = { readonly states: readonly StateCode[]; readonly fact: FactUsed };

export const everyZone: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** A stated zone stands alone; else the clues of every address and number that is not known to be wrong. Never empty. */
export function zoneCluesOf(person: PersonFacts): readonly ZoneClue[] {
  const stated = person.known.zone;
  if (stated) {
    return [
      {
        zones: [stated.value],
        fact: {
          name: 'Time zone',
          value: stated.value,
          source: stated.source,
          ref: { kind: 'person_fact', name: 'zone' },
        },
      },
    ];
  }
  return [
    {
      zones: everyZone,
      fact: { name: 'Time zone', value: 'Not known', source: '', ref: { kind: 'person_fact', name: 'zone' } },
    },
  ];
}

/** A stated residence stands alone; else the states of addresses; without any, those of area codes. May be empty. */
export function stateCluesOf(person: PersonFacts): readonly StateClue[] {
  const stated = person.known.residence_state;
  if (!stated) return [];
  return [
    {
      states: [stated.value as StateCode],
      fact: {
        name: 'Lives in',
        value: stated.value,
        source: stated.source,
        ref: { kind: 'person_fact', name: 'residence_state' },
      },
    },
  ];
}
