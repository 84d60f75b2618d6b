/** Whether the debtor lives in New York City, whose own rules bind from there on. */
import type { CaseView } from '../case-view.ts';
import type { AddressClue } from '../facts.ts';
import type { FactUsed } from '../verdict.ts';

export type InCity = 'yes' | 'no' | 'unknown';

/** ZIP codes of the five boroughs, both ends inclusive; those shared with Nassau County (11001, 11040) are taken for the city. */
const zips: readonly (readonly [from: number, to: number])[] = [
  [10001, 10314],
  [10451, 10475],
  [11001, 11001],
  [11004, 11005],
  [11040, 11040],
  [11101, 11256],
  [11351, 11499],
  [11690, 11697],
];

const names: ReadonlySet<string> = new Set([
  'new york',
  'new york city',
  'nyc',
  'manhattan',
  'brooklyn',
  'bronx',
  'the bronx',
  'queens',
  'staten island',
]);

function isYork(region: string): boolean {
  const name = region.trim().toLowerCase();
  return name === 'ny' || name === 'new york';
}

function placeOf({ city, region, postalCode }: AddressClue): InCity | null {
  const five = /^\s*(\d{5})/.exec(postalCode)?.[1];
  if (five !== undefined) {
    const zip = Number(five);
    return zips.some(([from, to]) => zip >= from && zip <= to) ? 'yes' : isYork(region) ? 'no' : null;
  }
  if (!isYork(region)) return null;
  const name = city.trim().toLowerCase();
  if (names.has(name)) return 'yes';
  return name === '' ? 'unknown' : 'no';
}

/** What the debtor said holds; else any address in the city. A debtor of the state without an address in it is not known. */
export function livesInNewYorkCity(view: CaseView): InCity {
  const { person, debt } = view.facts;
  const said = person.known.new_york_city?.value;
  if (said === 'yes' || said === 'no') return said;
  if (debt.known.locality?.value.trim().toLowerCase() === 'new york city') return 'yes';
  let answer: InCity | null = null;
  for (const address of person.addresses) {
    if (address.status === 'bad' || address.status === 'former') continue;
    const place = placeOf(address);
    if (place === 'yes') return 'yes';
    if (place !== null && answer !== 'unknown') answer = place;
  }
  return answer ?? 'unknown';
}

export function cityFact(view: CaseView, city: InCity): FactUsed {
  const said = view.facts.person.known.new_york_city;
  return {
    name: 'Lives in New York City',
    value: city === 'unknown' ? 'Not known' : city === 'yes' ? 'Yes' : 'No',
    source: said?.source ?? '',
    ref: { kind: 'person_fact', name: 'new_york_city' },
  };
}
