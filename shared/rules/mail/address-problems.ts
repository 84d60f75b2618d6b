/**
 * What keeps the post from delivering to an address, and how to put it right. A `stop` keeps letters from being made; a `look` is
 * for a person to read once more. Unknown is not taken for wrong: a street is never judged, a ZIP code of no area is.
 *
 * Sources: Publication 28, Postal Addressing Standards (see `address-form.ts`); International Mail Manual 122 for foreign
 * addresses; the ZIP table of `../time`. Read 2026-11-22.
 */
import { isDomesticCountry, type PostalAddress } from '../../domain/address.ts';
import { militaryRegions, stateNames, stateOfRegion } from '../time/state-names.ts';
import { placeOfZip, zonesOfCountry } from '../time/zone-lookup.ts';
import {
  hasOtherScript,
  hasUnprintable,
  isMilitaryCity,
  isMilitaryLine,
  militaryStateOfZip,
  readBoxLine,
  readZip,
} from './address-form.ts';

export type AddressProblemCode =
  | 'STREET_MISSING'
  | 'CITY_MISSING'
  | 'STATE_MISSING'
  | 'STATE_UNKNOWN'
  | 'ZIP_MISSING'
  | 'ZIP_SHAPE'
  | 'ZIP_UNKNOWN'
  | 'ZIP_OTHER_STATE'
  | 'MILITARY_CITY'
  | 'MILITARY_STATE'
  | 'MILITARY_COUNTRY'
  | 'MILITARY_STREET'
  | 'BOX_INCOMPLETE'
  | 'BOX_WRITTEN'
  | 'TWO_PLACES'
  | 'NO_NUMBER'
  | 'COUNTRY_UNKNOWN'
  | 'COUNTRY_IS_STATE'
  | 'UNPRINTABLE'
  | 'OTHER_SCRIPT';

export type AddressProblem = {
  readonly code: AddressProblemCode;
  readonly severity: 'stop' | 'look';
  readonly field: keyof PostalAddress;
  /** What is wrong, in a sentence. */
  readonly text: string;
  /** What to do. */
  readonly fix: string;
  /** Parts that would put it right, where that is sure enough to offer. */
  readonly instead: Partial<PostalAddress> | null;
};

type Problem = Omit<AddressProblem, 'instead'> & { readonly instead?: Partial<PostalAddress> };

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** In the order of the fields; empty when the post can deliver there. */
export function addressProblems(address: PostalAddress): readonly AddressProblem[] {
  const problems: Problem[] = [...lettersOf(address)];
  if (tidy(address.line1) === '' && tidy(address.line2) === '')
    problems.push({
      code: 'STREET_MISSING',
      severity: 'stop',
      field: 'line1',
      text: 'The street or box is missing.',
      fix: 'Type the street and number, or the PO box.',
    });
  if (tidy(address.city) === '')
    problems.push({
      code: 'CITY_MISSING',
      severity: 'stop',
      field: 'city',
      text: 'The city is missing.',
      fix: 'Type the city as the post writes it.',
    });
  problems.push(...(isDomesticCountry(address.country) ? domesticOf(address) : foreignOf(address)));
  return problems.map(({ instead = null, ...problem }) => ({ ...problem, instead }));
}

/** Whether letters may go there. */
export function canBeMailed(address: PostalAddress): boolean {
  return !addressProblems(address).some(({ severity }) => severity === 'stop');
}

/** What stops it, in one text; empty when nothing does. */
export function whyNotMailed(address: PostalAddress): string {
  return addressProblems(address)
    .filter(({ severity }) => severity === 'stop')
    .map(({ text, fix }) => `${text} ${fix}`)
    .join(' ');
}

const fields = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const;

function* lettersOf(address: PostalAddress): Generator<Problem> {
  for (const field of fields) {
    if (hasUnprintable(address[field]))
      yield {
        code: 'UNPRINTABLE',
        severity: 'stop',
        field,
        text: 'Some letters here do not print.',
        fix: 'Type this part once more by hand.',
      };
    else if (field !== 'country' && isDomesticCountry(address.country) && hasOtherScript(address[field]))
      yield {
        code: 'OTHER_SCRIPT',
        severity: 'look',
        field,
        text: 'The post in the United States reads Latin letters only.',
        fix: 'Write this part in Latin letters if you know how.',
      };
  }
}

function domesticOf(address: PostalAddress): Problem[] {
  const region = tidy(address.region).replace(/\.$/, '');
  const upper = region.toUpperCase();
  if (militaryRegions.has(upper) || isMilitaryCity(address.city)) return militaryOf(address);
  const state = stateOfRegion(region);
  const problems = streetOf(address);
  const zip = readZip(address.postalCode);
  const place = zip === null ? null : placeOfZip(zip.slice(0, 5));
  const only = place?.states.length === 1 ? place.states[0] : undefined;
  if (region === '')
    problems.push({
      code: 'STATE_MISSING',
      severity: 'stop',
      field: 'region',
      text: 'The state is missing.',
      fix: only === undefined ? 'Type its two letters.' : `The ZIP code lies in ${nameOf(only)}.`,
      ...(only === undefined ? {} : { instead: { region: only } }),
    });
  else if (state === null)
    problems.push({
      code: 'STATE_UNKNOWN',
      severity: 'stop',
      field: 'region',
      text: `“${region}” is no state of the United States.`,
      fix:
        only === undefined
          ? 'Type the two letters of the state, or the country if the address is abroad.'
          : `The ZIP code lies in ${nameOf(only)}.`,
      ...(only === undefined ? {} : { instead: { region: only } }),
    });
  problems.push(...zipOf(address, state, zip));
  return problems;
}

function nameOf(state: string): string {
  return stateNames[state] ?? state;
}

function zipOf(address: PostalAddress, state: string | null, zip: string | null): Problem[] {
  const written = tidy(address.postalCode);
  const base = { severity: 'stop', field: 'postalCode' } as const;
  if (written === '')
    return [{ ...base, code: 'ZIP_MISSING', text: 'The ZIP code is missing.', fix: 'Type its five digits.' }];
  if (zip === null) {
    // A table of figures drops the zero at the beginning.
    const digits = written.replace(/\D/g, '');
    const padded = digits.length === 4 || digits.length === 8 ? readZip(`0${digits}`) : null;
    const fits = padded !== null && state !== null && statesOfZip(padded).includes(state);
    return [
      {
        ...base,
        code: 'ZIP_SHAPE',
        text: 'A ZIP code has five digits, or five and four.',
        fix: fits
          ? 'Its first digit, a zero, seems to be lost.'
          : 'Look it up, or compare it with the source.',
        ...(fits ? { instead: { postalCode: padded } } : {}),
      },
    ];
  }
  const states = statesOfZip(zip);
  if (states.length === 0)
    return militaryStateOfZip(zip) === null
      ? [
          {
            ...base,
            code: 'ZIP_UNKNOWN',
            text: `There is no area with the ZIP code ${zip}.`,
            fix: 'Compare it with the source.',
          },
        ]
      : [
          {
            ...base,
            code: 'MILITARY_CITY',
            field: 'city',
            text: `The ZIP code ${zip} is one of the armed forces.`,
            fix: 'Write APO, FPO or DPO in place of the city and AA, AE or AP in place of the state.',
          },
        ];
  if (state === null || states.includes(state)) return [];
  const lies = states.map(nameOf).join(' or ');
  // At a border the table knows one side of a town; further off no slip of the table explains it.
  const severity = statesAround(zip).has(state) ? 'look' : 'stop';
  return [
    {
      ...base,
      severity,
      code: 'ZIP_OTHER_STATE',
      text: `The ZIP code ${zip} lies in ${lies}, not in ${nameOf(state)}.`,
      fix: 'Find out which of the two is right.',
    },
  ];
}

/** The states codes of the same three digits lie in. */
function statesAround(zip: string): ReadonlySet<string> {
  const start = zip.slice(0, 3);
  const around = Array.from({ length: 100 }, (_, index) =>
    statesOfZip(`${start}${index.toString().padStart(2, '0')}`),
  );
  return new Set(around.flat());
}

function statesOfZip(zip: string): readonly string[] {
  return placeOfZip(zip.slice(0, 5))?.states ?? [];
}

function streetOf(address: PostalAddress): Problem[] {
  const problems: Problem[] = [];
  const read = { line1: readBoxLine(address.line1), line2: readBoxLine(address.line2) };
  for (const field of ['line1', 'line2'] as const) {
    const found = read[field];
    if (found === null) continue;
    if (found.kind === 'incomplete') {
      problems.push({
        code: 'BOX_INCOMPLETE',
        severity: 'stop',
        field,
        text:
          found.what === 'box'
            ? 'The number of the PO box is missing.'
            : 'A rural route needs its number and the number of the box.',
        fix: found.what === 'box' ? 'Write it as PO Box 7.' : 'Write it as RR 2 BOX 14, or HC 68 BOX 23.',
      });
    } else if (tidy(address[field]).toUpperCase() !== found.written.toUpperCase()) {
      problems.push({
        code: 'BOX_WRITTEN',
        severity: 'look',
        field,
        text: `The post writes this as ${found.written}.`,
        fix: 'Written so it is read by machine.',
        instead: { [field]: found.written },
      });
    }
  }
  const first = tidy(address.line1);
  const second = tidy(address.line2);
  const isStreet = (line: string, box: unknown) => box === null && /^\d/.test(line);
  if (
    (read.line1 !== null && isStreet(second, read.line2)) ||
    (read.line2 !== null && isStreet(first, read.line1))
  )
    problems.push({
      code: 'TWO_PLACES',
      severity: 'look',
      field: 'line2',
      text: 'Two places stand here, and the post delivers to the lower one.',
      fix: 'Leave one of them out, or put the one meant last.',
    });
  if (
    read.line1 === null &&
    read.line2 === null &&
    (first !== '' || second !== '') &&
    !/\d/.test(`${first}${second}`)
  )
    problems.push({
      code: 'NO_NUMBER',
      severity: 'look',
      field: 'line1',
      text: 'There is no house number.',
      fix: 'Add it if the house has one.',
    });
  return problems;
}

function militaryOf(address: PostalAddress): Problem[] {
  const problems: Problem[] = [];
  const region = tidy(address.region).toUpperCase();
  const zip = readZip(address.postalCode);
  const right = zip === null ? null : militaryStateOfZip(zip);
  if (!isMilitaryCity(address.city))
    problems.push({
      code: 'MILITARY_CITY',
      severity: 'stop',
      field: 'city',
      text: `“${region}” is for mail to the armed forces, and “${tidy(address.city)}” is none of their post offices.`,
      fix: 'Write APO, FPO or DPO in place of the city, or the state in place of these letters.',
    });
  if (!militaryRegions.has(region))
    problems.push({
      code: 'MILITARY_STATE',
      severity: 'stop',
      field: 'region',
      text: `With ${tidy(address.city).toUpperCase()} the state is AA, AE or AP.`,
      fix: right === null ? 'Compare it with the source.' : `The ZIP code ${zip} belongs to ${right}.`,
      ...(right === null ? {} : { instead: { region: right } }),
    });
  else if (right !== null && right !== region)
    problems.push({
      code: 'MILITARY_STATE',
      severity: 'stop',
      field: 'region',
      text: `The ZIP code ${zip} belongs to ${right}, not to ${region}.`,
      fix: 'Find out which of the two is right.',
      instead: { region: right },
    });
  if (zip === null || right === null)
    problems.push({
      code: tidy(address.postalCode) === '' ? 'ZIP_MISSING' : 'ZIP_SHAPE',
      severity: 'stop',
      field: 'postalCode',
      text: 'The ZIP code is none of the armed forces’.',
      fix: 'They begin with 340, with 090 to 099, or with 962 to 966.',
    });
  const lines = [address.line1, address.line2].filter((line) => tidy(line) !== '');
  if (lines.length > 0 && !lines.some(isMilitaryLine))
    problems.push({
      code: 'MILITARY_STREET',
      severity: 'look',
      field: 'line1',
      text: 'Military mail names a unit and a box, not a street.',
      fix: 'Write it as PSC 802 BOX 74, UNIT 2050 BOX 4190, CMR 1250, or the name of the ship.',
    });
  return problems;
}

function foreignOf(address: PostalAddress): Problem[] {
  const country = tidy(address.country);
  const state = stateOfRegion(country);
  const base = { field: 'country' } as const;
  if (isMilitaryCity(address.city))
    return [
      {
        ...base,
        code: 'MILITARY_COUNTRY',
        severity: 'stop',
        text: 'Mail to the armed forces names no country; with one it goes through a foreign post.',
        fix: 'Leave the country empty.',
        instead: { country: '' },
      },
    ];
  // Georgia is both.
  if (state !== null && zonesOfCountry(country) === null)
    return [
      {
        ...base,
        code: 'COUNTRY_IS_STATE',
        severity: 'stop',
        text: `${nameOf(state)} is a state here, not a country.`,
        fix: 'Leave the country empty for the United States.',
        instead: { country: '', ...(tidy(address.region) === '' ? { region: state } : {}) },
      },
    ];
  if (isTerritory(country))
    return [
      {
        ...base,
        code: 'COUNTRY_IS_STATE',
        severity: 'stop',
        text: `${nameOf(state ?? '')} gets domestic mail.`,
        fix: 'Write it as the state, with its ZIP code, and leave the country empty.',
        instead: { country: '', region: state ?? '' },
      },
    ];
  if (zonesOfCountry(country) === null)
    return [
      {
        ...base,
        code: 'COUNTRY_UNKNOWN',
        severity: 'look',
        text: `No country is known as “${country}”.`,
        fix: 'Write its full name in English, as the last line of the address.',
      },
    ];
  return [];
}

const territories: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'VI', 'FM', 'MH', 'PW']);

function isTerritory(country: string): boolean {
  // Two letters alone name countries: PR and GU mean the same either way, VI and AS do not hurt.
  const state = stateOfRegion(country);
  return state !== null && territories.has(state);
}
