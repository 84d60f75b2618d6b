// Countries by the names people type, for an address abroad: the calling code finds their zones.

import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/** Names and spellings beside the English one of the region list and the two-letter code. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  GB: ['UK', 'U.K.', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  MX: ['México', 'Mex'],
  CA: ['Can'],
  DE: ['Deutschland'],
  ES: ['España'],
  KR: ['Korea', 'Republic of Korea'],
  CZ: ['Czech Republic'],
  TR: ['Turkey'],
  MM: ['Myanmar', 'Burma'],
  CI: ['Ivory Coast'],
  CD: ['Democratic Republic of the Congo'],
  CG: ['Congo'],
  HK: ['Hong Kong'],
  MO: ['Macau', 'Macao'],
  NL: ['Holland', 'The Netherlands'],
  PS: ['Palestine'],
  RU: ['Russian Federation'],
  VN: ['Viet Nam'],
  BS: ['The Bahamas'],
  GM: ['The Gambia'],
  PH: ['The Philippines'],
  AE: ['UAE'],
  SZ: ['Swaziland'],
  MK: ['Macedonia'],
  IE: ['Republic of Ireland'],
};

/** A country of the North American plan has area codes instead; others their calling code. */
export type Country = {
  readonly code: string;
  readonly callingCode: string;
  /** In capitals. */
  readonly names: readonly string[];
};

export function countriesOf(): Country[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const write = (name: string) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toUpperCase();
  return getCountries()
    .filter((code) => code !== 'US')
    .sort()
    .map((code: CountryCode) => ({
      code,
      callingCode: getCountryCallingCode(code),
      names: [...new Set([code, names.of(code) ?? code, ...(otherNames[code] ?? [])].map(write))],
    }));
}

/** Countries of the North American numbering plan, which share the calling code 1. */
export const numberingPlanZones: Readonly<Record<string, readonly string[]>> = {
  AG: ['America/Antigua'],
  AI: ['America/Anguilla'],
  AS: ['Pacific/Pago_Pago'],
  BB: ['America/Barbados'],
  BM: ['Atlantic/Bermuda'],
  BS: ['America/Nassau'],
  CA: [
    'America/Edmonton',
    'America/Fort_Nelson',
    'America/Halifax',
    'America/Regina',
    'America/St_Johns',
    'America/Toronto',
    'America/Vancouver',
    'America/Whitehorse',
    'America/Winnipeg',
  ],
  DM: ['America/Dominica'],
  DO: ['America/Santo_Domingo'],
  GD: ['America/Grenada'],
  GU: ['Pacific/Guam'],
  JM: ['America/Jamaica'],
  KN: ['America/St_Kitts'],
  KY: ['America/Cayman'],
  LC: ['America/St_Lucia'],
  MP: ['Pacific/Guam'],
  MS: ['America/Montserrat'],
  PR: ['America/Puerto_Rico'],
  SX: ['America/Lower_Princes'],
  TC: ['America/Grand_Turk'],
  TT: ['America/Port_of_Spain'],
  VC: ['America/St_Vincent'],
  VG: ['America/Tortola'],
  VI: ['America/Puerto_Rico'],
};
