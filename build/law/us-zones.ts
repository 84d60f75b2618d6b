// The zones of the United States by state and territory, and which names of them tell the same time.

/**
 * Names that have told the same time as the second since 2020 at the latest, and are written as it: fewer zones, faster
 * verdicts, the same minutes. The generator compares every pair over the years before it writes. Only zones of the United
 * States are merged, whose dates are one law (15 U.S.C. 260a); what a Canadian province does to its clock is its own affair.
 */
export const sameTime: Readonly<Record<string, string>> = {
  'America/Detroit': 'America/New_York',
  'America/Kentucky/Louisville': 'America/New_York',
  'America/Kentucky/Monticello': 'America/New_York',
  'America/Indiana/Indianapolis': 'America/New_York',
  'America/Indiana/Marengo': 'America/New_York',
  'America/Indiana/Vevay': 'America/New_York',
  'America/Indiana/Vincennes': 'America/New_York',
  'America/Indiana/Petersburg': 'America/New_York',
  'America/Indiana/Winamac': 'America/New_York',
  'America/Indiana/Knox': 'America/Chicago',
  'America/Indiana/Tell_City': 'America/Chicago',
  'America/Menominee': 'America/Chicago',
  'America/North_Dakota/Center': 'America/Chicago',
  'America/North_Dakota/New_Salem': 'America/Chicago',
  'America/North_Dakota/Beulah': 'America/Chicago',
  'America/Boise': 'America/Denver',
  'America/Juneau': 'America/Anchorage',
  'America/Sitka': 'America/Anchorage',
  'America/Metlakatla': 'America/Anchorage',
  'America/Yakutat': 'America/Anchorage',
  'America/Nome': 'America/Anchorage',
  'America/St_Thomas': 'America/Puerto_Rico',
  'Pacific/Saipan': 'Pacific/Guam',
};

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const arizona = 'America/Phoenix';
const pacific = 'America/Los_Angeles';

/** Official zones (49 CFR part 71; 15 U.S.C. 260a to 267), for states, territories and the freely associated states. */
export const officialZones: Readonly<Record<string, readonly string[]>> = {
  AK: ['America/Anchorage', 'America/Adak'],
  AL: [central],
  AR: [central],
  AZ: [arizona, mountain],
  CA: [pacific],
  CO: [mountain],
  CT: [eastern],
  DC: [eastern],
  DE: [eastern],
  FL: [eastern, central],
  GA: [eastern],
  HI: ['Pacific/Honolulu'],
  IA: [central],
  ID: [mountain, pacific],
  IL: [central],
  IN: [eastern, central],
  KS: [central, mountain],
  KY: [eastern, central],
  LA: [central],
  MA: [eastern],
  MD: [eastern],
  ME: [eastern],
  MI: [eastern, central],
  MN: [central],
  MO: [central],
  MS: [central],
  MT: [mountain],
  NC: [eastern],
  ND: [central, mountain],
  NE: [central, mountain],
  NH: [eastern],
  NJ: [eastern],
  NM: [mountain],
  NV: [pacific, mountain],
  NY: [eastern],
  OH: [eastern],
  OK: [central],
  OR: [pacific, mountain],
  PA: [eastern],
  RI: [eastern],
  SC: [eastern],
  SD: [central, mountain],
  TN: [eastern, central],
  TX: [central, mountain],
  UT: [mountain],
  VA: [eastern],
  VT: [eastern],
  WA: [pacific],
  WI: [central],
  WV: [eastern],
  WY: [mountain],
  AS: ['Pacific/Pago_Pago'],
  GU: ['Pacific/Guam'],
  MP: ['Pacific/Guam'],
  PR: ['America/Puerto_Rico'],
  VI: ['America/Puerto_Rico'],
  PW: ['Pacific/Palau'],
  FM: ['Pacific/Chuuk', 'Pacific/Pohnpei', 'Pacific/Kosrae'],
  MH: ['Pacific/Majuro'],
};

/** Armed forces in Europe, the Americas and the Pacific: post offices of the forces are nowhere in particular. */
export const militaryStates: readonly string[] = ['AA', 'AE', 'AP'];

/**
 * Every zone of the United States: what is meant when nothing says where. Palau, Micronesia and the Marshall Islands have
 * ZIP codes and are states of their own.
 */
export const everyUsZone: readonly string[] = [
  eastern,
  central,
  mountain,
  arizona,
  pacific,
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
];

/**
 * Places that keep another clock than the official one in practice, or where two clocks hang side by side. The second zone
 * is one more to satisfy. None of it is official, and a town may change its habit.
 */
export const clocksInPractice: readonly {
  readonly where: string;
  readonly zone: string;
  readonly zips: readonly string[];
}[] = [
  {
    where:
      'Alabama along the Chattahoochee: Phenix City, Smiths Station, Lanett, Valley and around keep Eastern time',
    zone: eastern,
    zips: ['36854', '36856', '36863', '36867', '36868', '36869', '36870', '36874', '36875', '36877'],
  },
  {
    where:
      'Nevada: Jackpot, Jarbidge, Mountain City and Owyhee keep Mountain time; West Wendover does so officially',
    zone: mountain,
    zips: ['89825', '89826', '89831', '89832', '89883'],
  },
  { where: 'Hyder, Alaska, keeps the Pacific time of its neighbour', zone: pacific, zips: ['99923'] },
  { where: 'Kenton, Oklahoma, keeps Mountain time', zone: mountain, zips: ['73946'] },
  {
    where: 'Culberson County, Texas, beside the Mountain zone of El Paso and Hudspeth',
    zone: mountain,
    zips: ['79847', '79855'],
  },
  {
    where: 'Wake Island, served by a ZIP code of Hawaii',
    zone: 'Pacific/Majuro',
    zips: ['96898'],
  },
  {
    where: 'Midway, served by ZIP codes of Hawaii, keeps the time of American Samoa',
    zone: 'Pacific/Pago_Pago',
    zips: ['96558'],
  },
];

/**
 * Arizona keeps no daylight saving time, the Navajo Nation does, and the Hopi villages inside it do not. ZIP codes cross
 * those lines: all that touch the Navajo Nation get both. ZIP codes that begin with 865 get both in any case.
 */
export const navajoZips: readonly string[] = [
  '86016',
  '86020',
  '86025',
  '86028',
  '86029',
  '86030',
  '86031',
  '86032',
  '86033',
  '86034',
  '86035',
  '86036',
  '86039',
  '86040',
  '86042',
  '86043',
  '86044',
  '86045',
  '86047',
  '86053',
  '86054',
];
