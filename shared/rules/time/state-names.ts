/** States, the District of Columbia, territories and freely associated states, as addresses name them. */
import { stateNames as states } from '../../domain/state-names.ts';

export const stateNames: Readonly<Record<string, string>> = {
  ...states,
  AS: 'American Samoa',
  GU: 'Guam',
  MP: 'Northern Mariana Islands',
  PR: 'Puerto Rico',
  VI: 'Virgin Islands',
  FM: 'Federated States of Micronesia',
  MH: 'Marshall Islands',
  PW: 'Palau',
};

/** Post offices of the armed forces: the Americas, Europe and beyond, the Pacific. */
export const militaryRegions: ReadonlySet<string> = new Set(['AA', 'AE', 'AP']);

const byName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(stateNames).map(([code, name]) => [name.toUpperCase(), code] as const),
  ['WASHINGTON DC', 'DC'],
  ['WASHINGTON D.C.', 'DC'],
  ['D.C.', 'DC'],
  ['U.S. VIRGIN ISLANDS', 'VI'],
  ['US VIRGIN ISLANDS', 'VI'],
  ['MICRONESIA', 'FM'],
]);

/** The two letters of a state from what stands in an address, in any case; `null` when it is none. */
export function stateOfRegion(region: string): string | null {
  const written = region.trim().toUpperCase();
  if (Object.hasOwn(stateNames, written)) return written;
  return byName.get(written.replace(/\s+/g, ' ')) ?? null;
}
