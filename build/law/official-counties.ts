// The official time zone of a county. Zone lines follow county lines in most of the states they cross; counties that a line
// divides have none here.

import { officialZones } from './us-zones.ts';

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

/**
 * Counties by official zone (49 CFR part 71), for the states it divides along county lines: the named counties have the
 * named zone, all others the other. Counties that the line itself divides stand in `divided`.
 */
const dividedStates: Readonly<
  Record<string, { zone: string; named: string; others: string; divided?: string }>
> = {
  FL: {
    zone: central,
    named: 'Bay Calhoun Escambia Holmes Jackson Okaloosa Santa_Rosa Walton Washington',
    others: eastern,
    divided: 'Gulf',
  },
  IN: {
    zone: central,
    named: 'Gibson Jasper Lake LaPorte Newton Perry Porter Posey Spencer Starke Vanderburgh Warrick',
    others: eastern,
  },
  KS: { zone: mountain, named: 'Greeley Hamilton Sherman Wallace', others: central },
  KY: {
    zone: central,
    named:
      'Adair Allen Ballard Barren Breckinridge Butler Caldwell Calloway Carlisle Christian Clinton Crittenden Cumberland Daviess Edmonson Fulton Graves Grayson Green Hancock Hart Henderson Hickman Hopkins Livingston Logan Lyon McCracken McLean Marshall Metcalfe Monroe Muhlenberg Ohio Russell Simpson Todd Trigg Union Warren Webster',
    others: eastern,
  },
  MI: { zone: central, named: 'Dickinson Gogebic Iron Menominee', others: eastern },
  ND: {
    zone: mountain,
    named: 'Adams Billings Bowman Golden_Valley Grant Hettinger Slope Stark',
    others: central,
    divided: 'Dunn McKenzie Sioux',
  },
  NE: {
    zone: mountain,
    named:
      'Arthur Banner Box_Butte Chase Cheyenne Dawes Deuel Dundy Garden Grant Hooker Keith Kimball Morrill Perkins Scotts_Bluff Sheridan Sioux',
    others: central,
    divided: 'Cherry',
  },
  OR: { zone: mountain, named: '', others: pacific, divided: 'Malheur' },
  SD: {
    zone: mountain,
    named:
      'Bennett Butte Corson Custer Dewey Fall_River Haakon Harding Jackson Lawrence Meade Oglala_Lakota Shannon Pennington Perkins Ziebach',
    others: central,
    divided: 'Stanley',
  },
  TN: {
    zone: eastern,
    named:
      'Anderson Blount Bradley Campbell Carter Claiborne Cocke Grainger Greene Hamblen Hamilton Hancock Hawkins Jefferson Johnson Knox Loudon McMinn Meigs Monroe Morgan Polk Rhea Roane Scott Sevier Sullivan Unicoi Union Washington',
    others: central,
  },
  TX: { zone: mountain, named: 'El_Paso Hudspeth', others: central, divided: 'Culberson' },
  ID: {
    zone: pacific,
    named: 'Benewah Bonner Boundary Clearwater Kootenai Latah Lewis Nez_Perce Shoshone',
    others: mountain,
    divided: 'Idaho',
  },
};

/** `Bay County` in `FL`. `null` where the line divides the county, or the state in another way than by counties. */
export function officialZoneOf(state: string, county: string): string | null {
  const rule = dividedStates[state];
  if (rule === undefined) {
    const [only, ...others] = officialZones[state] ?? [];
    return only !== undefined && others.length === 0 ? only : null;
  }
  const name = county.replace(/ County$/, '').replaceAll(' ', '_');
  if (rule.divided?.split(' ').includes(name)) return null;
  return rule.named.split(' ').includes(name) ? rule.zone : rule.others;
}
