/**
 * Where a person may be, from everything on file: what they said, addresses by ZIP code, telephone numbers by area code
 * (12 CFR 1006.6(b)(1)(i), comment 6(b)(1)(i)-2). Each clue names every zone or state it leaves open, and the person may be
 * in any zone of any clue. A clue that the tables do not know leaves every zone of the United States open; one that points to
 * nobody knows where abroad leaves the whole world open, so that no hour is right until somebody says which zone it is.
 *
 * A clue stops counting when the book knows better: a zone the consumer stated stands alone, an address that is former or
 * bad and a number that is somebody else’s say nothing. A number out of service or not to be called still says where its
 * owner may be.
 */
import { isDomesticCountry } from '../../domain/address.ts';
import { type StateCode, stateCodes } from '../../domain/law.ts';
import type { AddressClue, PersonFacts, PhoneClue } from '../facts.ts';
import type { FactUsed } from '../verdict.ts';
import { isZone } from './local-time.ts';
import { militaryRegions, stateNames, stateOfRegion } from './state-names.ts';
import {
  everyUsZone,
  isPlacelessAreaCode,
  placeOfAreaCode,
  placeOfZip,
  zonesAbroad,
  zonesOfCountry,
  zonesOfState,
} from './zone-lookup.ts';

export type ZoneClue = { readonly zones: readonly string[]; readonly fact: FactUsed };
export type StateClue = { readonly states: readonly StateCode[]; readonly fact: FactUsed };

export const everyZone: readonly string[] = everyUsZone;

/** Somewhere abroad: these have no minute between 8:00 and 21:00 in common. */
const anywhere: readonly string[] = [
  ...everyUsZone,
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Pacific/Auckland',
];

/** A stated zone stands alone; else the clues of every address and number that is not known to be wrong. Never empty. */
export function zoneCluesOf(person: PersonFacts): readonly ZoneClue[] {
  const stated = person.known.zone;
  if (stated && isStatedZone(stated.value)) {
    const ref = { kind: 'person_fact', name: 'zone' } as const;
    const fact = { name: 'Time zone', value: stated.value, source: stated.source, ref };
    return [{ zones: [stated.value], fact }];
  }
  const clues: ZoneClue[] = [];
  const residence = person.known.residence_state;
  if (residence) {
    const zones = zonesOfState(residence.value);
    const ref = { kind: 'person_fact', name: 'residence_state' } as const;
    if (zones)
      clues.push({
        zones,
        fact: { name: 'Lives in', value: stateName(residence.value), source: residence.source, ref },
      });
  }
  for (const address of person.addresses) {
    if (!isBelieved(address)) continue;
    const place = placeOfAddress(address);
    if (place) clues.push({ zones: place.zones, fact: addressFact(address, place.note) });
  }
  for (const phone of person.phones) {
    const place = phone.status === 'wrong' ? null : placeOfPhone(phone);
    if (place) clues.push({ zones: place.zones, fact: phoneFact(phone, place.note) });
  }
  return clues.length > 0 ? clues : nowhere;
}

const nowhere: readonly ZoneClue[] = [
  {
    zones: everyZone,
    fact: {
      name: 'Time zone',
      value: 'Not known: nothing on file says where the debtor is',
      source: '',
      ref: { kind: 'person_fact', name: 'zone' },
    },
  },
];

/** Whether anything on file says where the person is; without it the clues are every zone there is. */
export function saysWhere(clues: readonly ZoneClue[]): boolean {
  return clues !== nowhere;
}

/** A stated residence stands alone; else the states of addresses; without any, those of area codes. May be empty. */
export function stateCluesOf(person: PersonFacts): readonly StateClue[] {
  const stated = person.known.residence_state;
  if (stated && isState(stated.value)) {
    const ref = { kind: 'person_fact', name: 'residence_state' } as const;
    const fact = { name: 'Lives in', value: stateName(stated.value), source: stated.source, ref };
    return [{ states: [stated.value], fact }];
  }
  const clues: StateClue[] = [];
  for (const address of person.addresses) {
    const place = isBelieved(address) ? placeOfAddress(address) : null;
    if (place && place.states.length > 0)
      clues.push({ states: place.states, fact: addressFact(address, place.note) });
  }
  if (clues.length > 0) return clues;
  for (const phone of person.phones) {
    const place = phone.status === 'wrong' ? null : placeOfPhone(phone);
    if (place && place.states.length > 0)
      clues.push({ states: place.states, fact: phoneFact(phone, place.note) });
  }
  return clues;
}

// ---- what was said -------------------------------------------------------------------------------------------

const statedZones = new Map<string, boolean>();

/** A zone that does not exist is no statement: the other clues hold. */
function isStatedZone(zone: string): boolean {
  let known = statedZones.get(zone);
  if (known === undefined) {
    known = isZone(zone);
    if (statedZones.size > 1000) statedZones.clear();
    statedZones.set(zone, known);
  }
  return known;
}

const states: ReadonlySet<string> = new Set(stateCodes);

function isState(code: string): code is StateCode {
  return states.has(code);
}

function stateName(code: string): string {
  return stateNames[code] ?? code;
}

// ---- where an address or a number points ----------------------------------------------------------------------

/** `note`: what is to be said beside the clue; empty when nothing is. */
type Pointed = {
  readonly zones: readonly string[];
  readonly states: readonly StateCode[];
  readonly note: string;
};

function isBelieved({ status }: AddressClue): boolean {
  return status === 'current' || status === 'unverified';
}

const mostKept = 50_000;
const placesByAddress = new Map<string, Pointed | null>();

function placeOfAddress(address: AddressClue): Pointed | null {
  const key = `${address.postalCode}|${address.region}|${address.country}|${address.city === '' ? '' : 'c'}`;
  let place = placesByAddress.get(key);
  if (place === undefined) {
    place = readAddress(address);
    if (placesByAddress.size >= mostKept) placesByAddress.clear();
    placesByAddress.set(key, place);
  }
  return place;
}

/** `null` for an address without any place in it. */
function readAddress({ postalCode, region, country, city }: AddressClue): Pointed | null {
  if ([postalCode, region, country, city].every((part) => part.trim() === '')) return null;
  return isDomesticCountry(country)
    ? domesticPlace(postalCode, region)
    : foreignPlace(postalCode, region, country);
}

function domesticPlace(postalCode: string, region: string): Pointed {
  const state = stateOfRegion(region);
  const zip = zipOf(postalCode, state);
  const place = zip === null ? null : placeOfZip(zip);
  const stateZones = state === null ? null : zonesOfState(state);
  if (place) {
    if (place.states.length === 0)
      return { zones: everyZone, states: [], note: 'armed forces: where the debtor is, is not known' };
    if (state === null || stateZones === null || place.states.includes(state))
      return pointed(place.zones, place.states, '');
    const note = `the ZIP code is in ${place.states.map(stateName).join(' or ')}, not in ${stateName(state)}: both count`;
    return pointed([...place.zones, ...stateZones], [...place.states, state], note);
  }
  if (militaryRegions.has(region.trim().toUpperCase()))
    return { zones: everyZone, states: [], note: 'armed forces: where the debtor is, is not known' };
  if (state !== null && stateZones !== null) {
    const note =
      postalCode.trim() === ''
        ? 'no ZIP code: the whole state counts'
        : 'ZIP code not known: the whole state counts';
    return pointed(stateZones, [state], note);
  }
  return { zones: everyZone, states: [], note: 'neither ZIP code nor state known: every U.S. zone counts' };
}

function pointed(zones: readonly string[], codes: readonly string[], note: string): Pointed {
  return { zones: [...new Set(zones)], states: [...new Set(codes)].filter(isState), note };
}

/** Five digits. A code that lost its leading zeros in a spreadsheet is taken when it then lies in the state named. */
function zipOf(postalCode: string, state: string | null): string | null {
  const written = /^\s*(\d{3,5})(?:\s*-?\s*\d{4})?\s*$/.exec(postalCode)?.[1];
  if (written === undefined) return null;
  if (written.length === 5) return written;
  const padded = written.padStart(5, '0');
  return state !== null && placeOfZip(padded)?.states.includes(state) ? padded : null;
}

function foreignPlace(postalCode: string, region: string, country: string): Pointed {
  const zones = zonesOfCountry(country);
  // A country that a clerk mistook the field for: the ZIP code of the state says it is here, and both count.
  const state = stateOfRegion(region);
  const zip = state === null ? null : zipOf(postalCode, state);
  const here = zip === null || state === null ? null : placeOfZip(zip);
  if (here && state !== null && here.states.includes(state)) {
    const note = 'a ZIP code and state of the United States in another country: both count';
    return pointed([...here.zones, ...(zones ?? anywhere)], here.states, note);
  }
  if (zones) return { zones, states: [], note: zones.length > 1 ? 'every zone of the country counts' : '' };
  return { zones: anywhere, states: [], note: 'country not known: say which time zone it is' };
}

function placeOfPhone({ number }: PhoneClue): Pointed | null {
  const code = areaCodeOf(number);
  if (code !== null) {
    const place = placeOfAreaCode(code);
    if (place) return { zones: place.zones, states: place.states.filter(isState), note: '' };
    if (isPlacelessAreaCode(code)) return null;
    return { zones: everyZone, states: [], note: `area code ${code} not known: every U.S. zone counts` };
  }
  const digits = number.replace(/\D/g, '');
  if (digits === '') return null;
  if (!number.trimStart().startsWith('+'))
    return { zones: everyZone, states: [], note: 'no area code: every U.S. zone counts' };
  const zones = zonesAbroad(digits);
  if (zones) return { zones, states: [], note: zones.length > 1 ? 'every zone of the country counts' : '' };
  return { zones: anywhere, states: [], note: 'country code not known: say which time zone it is' };
}

/** The area code of a number of the North American plan; `null` for any other. */
function areaCodeOf(number: string): string | null {
  // The book’s own form, first and fast.
  if (number.length === 12 && number.startsWith('+1')) return number.slice(2, 5);
  const digits = number.replace(/\D/g, '');
  if (digits.length === 11 && digits.startsWith('1')) return digits.slice(1, 4);
  return digits.length === 10 && !number.trimStart().startsWith('+') ? digits.slice(0, 3) : null;
}

// ---- facts -----------------------------------------------------------------------------------------------------

const addressNames = {
  home: 'Home address',
  work: 'Work address',
  mailing: 'Mailing address',
  other: 'Address',
} as const;

function addressFact(address: AddressClue, note: string): FactUsed {
  const { kind, status, addressId, city, region, postalCode, country } = address;
  const value = [city, region, postalCode, country].filter((part) => part !== '').join(' ');
  const source = [status === 'unverified' ? 'not verified' : '', note]
    .filter((part) => part !== '')
    .join('; ');
  return { name: addressNames[kind], value, source, ref: { kind: 'address', id: addressId } };
}

const phoneNames = {
  mobile: 'Mobile number',
  home: 'Home number',
  work: 'Work number',
  other: 'Phone number',
} as const;

function phoneFact({ kind, phoneId, number }: PhoneClue, note: string): FactUsed {
  return {
    name: phoneNames[kind],
    value: phoneWords(number),
    source: note,
    ref: { kind: 'phone', id: phoneId },
  };
}

/** As people read a number of the North American plan; others as they stand. */
export function phoneWords(number: string): string {
  if (number.length !== 12 || !number.startsWith('+1')) return number;
  return `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;
}
