import { describe, expect, it } from 'vitest';
import { offsetAt } from '../../../../shared/rules/time/local-time.ts';
import { stateNames, stateOfRegion } from '../../../../shared/rules/time/state-names.ts';
import {
  everyAreaCode,
  everyUsZone,
  isPlacelessAreaCode,
  placeOfAreaCode,
  placeOfZip,
  zonesAbroad,
  zonesOfCountry,
  zonesOfState,
} from '../../../../shared/rules/time/zone-lookup.ts';

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const arizona = 'America/Phoenix';
const pacific = 'America/Los_Angeles';
const atlantic = 'America/Puerto_Rico';

const zonesOf = (zip: string) => [...(placeOfZip(zip)?.zones ?? [])].sort();
const sorted = (...zones: string[]) => zones.sort();

describe('ZIP codes', () => {
  it.each([
    // Named in the survey of packages: wrong or missing in one table or the other.
    ['42301', 'Owensboro KY', [central]],
    ['47708', 'Evansville IN', [central]],
    ['99546', 'Adak AK', ['America/Adak']],
    ['89883', 'West Wendover NV', [mountain, pacific]],
    ['96799', 'American Samoa', ['Pacific/Pago_Pago']],
    // Counties that a coarser map put into the next zone.
    ['58801', 'Williston ND', [central]],
    ['83873', 'Wallace ID', [pacific]],
    ['49935', 'Iron River MI', [central]],
    // Split states, away from the line.
    ['99501', 'Anchorage AK', ['America/Anchorage']],
    ['32501', 'Pensacola FL', [central]],
    ['32301', 'Tallahassee FL', [eastern]],
    ['83702', 'Boise ID', [mountain]],
    ['83814', 'Coeur d’Alene ID', [pacific]],
    ['46204', 'Indianapolis IN', [eastern]],
    ['46402', 'Gary IN', [central]],
    ['67735', 'Goodland KS', [mountain]],
    ['67202', 'Wichita KS', [central]],
    ['40202', 'Louisville KY', [eastern]],
    ['42001', 'Paducah KY', [central]],
    ['48226', 'Detroit MI', [eastern]],
    ['49801', 'Iron Mountain MI', [central]],
    ['69361', 'Scottsbluff NE', [mountain]],
    ['68102', 'Omaha NE', [central]],
    ['89501', 'Reno NV', [pacific]],
    ['58601', 'Dickinson ND', [mountain]],
    ['58102', 'Fargo ND', [central]],
    ['97201', 'Portland OR', [pacific]],
    ['57701', 'Rapid City SD', [mountain]],
    ['57104', 'Sioux Falls SD', [central]],
    ['37902', 'Knoxville TN', [eastern]],
    ['37402', 'Chattanooga TN', [eastern]],
    ['37201', 'Nashville TN', [central]],
    ['79901', 'El Paso TX', [mountain]],
    ['78701', 'Austin TX', [central]],
    // No daylight saving time.
    ['85001', 'Phoenix AZ', [arizona]],
    ['96813', 'Honolulu HI', ['Pacific/Honolulu']],
    ['00901', 'San Juan PR', [atlantic]],
    ['00801', 'St. Thomas VI', [atlantic]],
    ['96910', 'Guam', ['Pacific/Guam']],
    ['96950', 'Saipan MP', ['Pacific/Guam']],
  ])('%s, %s', (zip, _place, zones) => {
    expect(zonesOf(zip)).toEqual([...zones].sort());
  });

  it.each([
    ['67731', 'Bird City KS, beside the Mountain counties', central],
    ['97914', 'Ontario OR, beside Idaho', mountain],
    ['97910', 'Jordan Valley OR', mountain],
    ['83549', 'Riggins ID, on the Salmon River', mountain],
    ['83549', 'Riggins ID, on the Salmon River', pacific],
    ['36867', 'Phenix City AL, which keeps Eastern time', eastern],
    ['36867', 'Phenix City AL, which keeps Eastern time', central],
    ['89825', 'Jackpot NV, which keeps Mountain time', mountain],
    ['73946', 'Kenton OK, which keeps Mountain time', mountain],
    ['99923', 'Hyder AK, which keeps Pacific time', pacific],
    ['99923', 'Hyder AK, officially', 'America/Anchorage'],
    ['32456', 'Port St. Joe FL, in a divided county', eastern],
    ['32465', 'Wewahitchka FL, in a divided county', central],
  ])('%s, %s: %s among them', (zip, _place, zone) => {
    expect(zonesOf(zip)).toContain(zone);
  });

  it('have both clocks of Arizona wherever they touch the Navajo Nation', () => {
    const all = [
      '86045',
      '86033',
      '86044',
      '86042',
      ...Array.from({ length: 100 }, (_, n) => `${86500 + n}`),
    ];
    for (const zip of all) expect(zonesOf(zip)).toEqual(sorted(mountain, arizona));
  });

  it('of the armed forces are nowhere in particular: every zone, no state', () => {
    for (const zip of ['09012', '09898', '34001', '34099', '96201', '96602']) {
      expect(zonesOf(zip)).toEqual([...everyUsZone].sort());
      expect(placeOfZip(zip)?.states).toEqual([]);
    }
  });

  it('that no list names have what their first three digits have', () => {
    expect(placeOfZip('78700')).toEqual({ zones: [central], states: ['TX'] });
    // 424 is western Kentucky, Central throughout.
    expect(zonesOf('42499')).toEqual([central]);
    // 798 is El Paso and the far west of Texas, on both sides of the line.
    expect(zonesOf('79899')).toEqual(expect.arrayContaining([mountain]));
  });

  it('of areas that do not exist are not known', () => {
    expect(placeOfZip('00000')).toBeNull();
    expect(placeOfZip('')?.zones ?? null).toBeNull();
    expect(placeOfZip('ABCDE')).toBeNull();
    expect(placeOfZip('100000')).toBeNull();
  });

  it('never have a zone that is none of their state', () => {
    for (let number = 0; number < 100_000; number += 1) {
      const place = placeOfZip(number.toString().padStart(5, '0'));
      if (!place || place.states.length === 0) continue;
      const allowed = place.states.flatMap((state) => zonesOfState(state) ?? []);
      expect(place.zones.length).toBeGreaterThan(0);
      if (!place.zones.every((zone) => allowed.includes(zone)))
        expect({ number, zones: place.zones }).toEqual({ number, zones: allowed });
    }
  });

  it('name a state that exists', () => {
    for (let number = 0; number < 100_000; number += 7)
      for (const state of placeOfZip(number.toString().padStart(5, '0'))?.states ?? [])
        expect(stateNames).toHaveProperty(state);
  });
});

describe('area codes', () => {
  it.each([
    ['850', [central, eastern], ['FL']],
    ['423', [central, eastern], ['TN']],
    ['812', [central, eastern], ['IN']],
    ['219', [central, eastern], ['IN']],
    ['605', [central, mountain], ['SD']],
    ['208', [mountain, pacific], ['ID']],
    ['928', [mountain, arizona], ['AZ']],
    ['775', [mountain, pacific], ['NV']],
    ['907', ['America/Adak', 'America/Anchorage'], ['AK']],
    ['520', [arizona], ['AZ']],
    ['364', [central, eastern], ['KY']],
    ['689', [eastern], ['FL']],
    ['212', [eastern], ['NY']],
    ['202', [eastern], ['DC']],
    ['787', [atlantic], ['PR']],
    ['671', ['Pacific/Guam'], ['GU']],
    ['684', ['Pacific/Pago_Pago'], ['AS']],
    // Newer than the map: as the code it lies over.
    ['729', [central, eastern], ['TN']],
    ['924', [central], ['MN']],
    ['357', [pacific], ['CA']],
    // Canada and the Caribbean point to their own zones and to no state.
    ['416', ['America/Toronto'], []],
    ['604', ['America/Vancouver'], []],
    ['876', ['America/Jamaica'], []],
  ])('%s', (code, zones, states) => {
    const place = placeOfAreaCode(code);
    expect(place?.zones).toEqual(expect.arrayContaining(zones));
    expect(place?.states).toEqual(expect.arrayContaining(states));
    if (states.length === 0) expect(place?.states).toEqual([]);
  });

  it.each(['800', '888', '877', '866', '855', '844', '833', '822', '500', '521', '588', '700', '710', '900'])(
    '%s points nowhere',
    (code) => {
      expect(isPlacelessAreaCode(code)).toBe(true);
      expect(placeOfAreaCode(code)).toBeNull();
    },
  );

  it('that are not in service are not known', () => {
    for (const code of ['999', '000', '911', '555', '']) expect(placeOfAreaCode(code)).toBeNull();
  });

  it('number more than four hundred, all with a zone, those of states with their zones', () => {
    const codes = everyAreaCode();
    expect(codes.length).toBeGreaterThan(440);
    for (const code of codes) {
      const place = placeOfAreaCode(code);
      expect(place?.zones.length).toBeGreaterThan(0);
      const states = place?.states ?? [];
      const allowed = states.flatMap((state) => zonesOfState(state) ?? []);
      if (states.length > 0 && code !== '907')
        expect({ code, odd: place?.zones.filter((zone) => !allowed.includes(zone)) }).toEqual({
          code,
          odd: [],
        });
    }
  });
});

describe('states and countries', () => {
  it('have every zone of the split states', () => {
    const split = {
      AK: ['America/Adak', 'America/Anchorage', pacific],
      AL: [central, eastern],
      AZ: [mountain, arizona],
      FL: [central, eastern],
      ID: [mountain, pacific],
      IN: [central, eastern],
      KS: [central, mountain],
      KY: [central, eastern],
      MI: [central, eastern],
      ND: [central, mountain],
      NE: [central, mountain],
      NV: [mountain, pacific],
      OK: [central, mountain],
      OR: [mountain, pacific],
      SD: [central, mountain],
      TN: [central, eastern],
      TX: [central, mountain],
    };
    for (const [state, zones] of Object.entries(split))
      expect([...(zonesOfState(state) ?? [])].sort()).toEqual([...zones].sort());
  });

  it('are all there', () => {
    for (const state of Object.keys(stateNames)) expect(zonesOfState(state)?.length).toBeGreaterThan(0);
    expect(zonesOfState('XX')).toBeNull();
    expect(zonesOfState('toString')).toBeNull();
  });

  it('are read as they are written', () => {
    expect(stateOfRegion(' texas ')).toBe('TX');
    expect(stateOfRegion('tx')).toBe('TX');
    expect(stateOfRegion('Washington, DC')).toBeNull();
    expect(stateOfRegion('District of Columbia')).toBe('DC');
    expect(stateOfRegion('Ontario')).toBeNull();
    expect(stateOfRegion('constructor')).toBeNull();
  });

  it('abroad go by name or calling code', () => {
    expect(zonesOfCountry('Germany')).toEqual(['Europe/Berlin']);
    expect(zonesOfCountry('deutschland')).toEqual(['Europe/Berlin']);
    expect(zonesOfCountry('England')).toContain('Europe/London');
    expect(zonesOfCountry('México')).toContain('America/Mexico_City');
    expect(zonesOfCountry('Canada')).toEqual(
      expect.arrayContaining(['America/Toronto', 'America/Vancouver']),
    );
    expect(zonesOfCountry('Atlantis')).toBeNull();
    expect(zonesAbroad('442079460018')).toContain('Europe/London');
    expect(zonesAbroad('61491570006')).toEqual(
      expect.arrayContaining(['Australia/Perth', 'Australia/Sydney']),
    );
    expect(zonesAbroad('999123')).toBeNull();
  });

  it('name only zones this program knows', () => {
    const zones = new Set([
      ...everyUsZone,
      ...everyAreaCode().flatMap((code) => placeOfAreaCode(code)?.zones ?? []),
      ...['7', '20', '44', '52', '55', '61', '62', '81', '86', '91', '998'].flatMap(
        (code) => zonesAbroad(code) ?? [],
      ),
    ]);
    for (const zone of zones) expect(() => offsetAt(zone, 0)).not.toThrow();
  });
});
