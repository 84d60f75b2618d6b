import { describe, expect, it } from 'vitest';
import type { AddressClue, KnownFact, PersonFacts, PhoneClue } from '../../../../shared/rules/facts.ts';
import { everyZone, stateCluesOf, zoneCluesOf } from '../../../../shared/rules/time/places.ts';

const eastern = 'America/New_York';
const central = 'America/Chicago';
const pacific = 'America/Los_Angeles';

function address(parts: Partial<AddressClue>): AddressClue {
  return {
    addressId: 1,
    kind: 'home',
    status: 'current',
    city: '',
    region: '',
    postalCode: '',
    country: '',
    ...parts,
  };
}

function phone(number: string, parts: Partial<PhoneClue> = {}): PhoneClue {
  return { phoneId: 2, kind: 'mobile', status: 'current', number, ...parts };
}

function said(value: string): KnownFact {
  return { value, source: 'Said on the phone', since: '2026-11-02' };
}

function person(parts: Partial<PersonFacts>): PersonFacts {
  return { debtorId: 1, kind: 'consumer', addresses: [], phones: [], emails: [], known: {}, ...parts };
}

function zonesOf(parts: Partial<PersonFacts>): string[] {
  return [...new Set(zoneCluesOf(person(parts)).flatMap(({ zones }) => zones))].sort();
}

function statesOf(parts: Partial<PersonFacts>): string[] {
  return [...new Set(stateCluesOf(person(parts)).flatMap(({ states }) => states))].sort();
}

const everywhere = [...everyZone].sort();
const austin = address({ city: 'Austin', region: 'TX', postalCode: '78701' });

describe('zones', () => {
  it('of a stated zone stand alone', () => {
    expect(
      zonesOf({ addresses: [austin], phones: [phone('+12135550144')], known: { zone: said(pacific) } }),
    ).toEqual([pacific]);
  });

  it('of a stated zone that does not exist count for nothing', () => {
    expect(zonesOf({ addresses: [austin], known: { zone: said('Central Time') } })).toEqual([central]);
  });

  it('of a stated state are added to the others', () => {
    expect(zonesOf({ addresses: [austin], known: { residence_state: said('CA') } })).toEqual([
      central,
      pacific,
    ]);
    expect(zonesOf({ known: { residence_state: said('TN') } })).toEqual([central, eastern]);
  });

  it('of every address and number count together', () => {
    expect(zonesOf({ addresses: [austin], phones: [phone('+12135550144'), phone('+12125550144')] })).toEqual([
      central,
      pacific,
      eastern,
    ]);
  });

  it('name the address and the number they come from', () => {
    const clues = zoneCluesOf(
      person({ addresses: [austin], phones: [phone('+12135550144', { phoneId: 7 })] }),
    );
    expect(clues.map(({ fact }) => [fact.name, fact.value, fact.ref])).toEqual([
      ['Home address', 'Austin TX 78701', { kind: 'address', id: 1 }],
      ['Mobile number', '(213) 555-0144', { kind: 'phone', id: 7 }],
    ]);
  });

  it.each([
    ['current', [central]],
    ['unverified', [central]],
    ['bad', everywhere],
    ['former', everywhere],
  ] as const)('of an address that is %s', (status, zones) => {
    expect(zonesOf({ addresses: [{ ...austin, status }] })).toEqual(zones);
  });

  it.each([
    ['current', [pacific]],
    ['unverified', [pacific]],
    ['disconnected', [pacific]],
    ['do_not_call', [pacific]],
    ['wrong', everywhere],
  ] as const)('of a number that is %s', (status, zones) => {
    expect(zonesOf({ phones: [phone('+12135550144', { status })] })).toEqual(zones);
  });

  it('of a toll-free number are none: it points nowhere', () => {
    expect(zonesOf({ addresses: [austin], phones: [phone('+18005550144')] })).toEqual([central]);
    expect(zonesOf({ phones: [phone('+18005550144')] })).toEqual(everywhere);
  });

  it.each(['+19995550144', '9995550144', '555-0144'])('of %s are all: nobody knows where', (number) => {
    expect(zonesOf({ addresses: [austin], phones: [phone(number)] })).toEqual(everywhere);
  });

  it.each(['+12135550144', '12135550144', '2135550144', '(213) 555-0144', '1 213 555 0144'])(
    'of %s are read whatever its form',
    (number) => {
      expect(zonesOf({ phones: [phone(number)] })).toEqual([pacific]);
    },
  );

  it('of a number abroad are those of its country', () => {
    expect(zonesOf({ phones: [phone('+442079460018')] })).toContain('Europe/London');
    expect(zonesOf({ phones: [phone('+14165550144')] })).toEqual(['America/Toronto']);
  });

  it('of an empty file are all', () => {
    expect(zonesOf({})).toEqual(everywhere);
    expect(zoneCluesOf(person({}))[0]?.fact.value).toContain('Not known');
    expect(zonesOf({ addresses: [address({})] })).toEqual(everywhere);
  });
});

describe('addresses', () => {
  it.each([
    ['a ZIP code with four more digits', { postalCode: '78701-1234' }, [central]],
    ['the same without a dash', { postalCode: '787011234' }, [central]],
    ['a lost zero, with the state', { postalCode: '2139', region: 'MA' }, [eastern]],
    ['no ZIP code: the whole state', { region: 'Tennessee' }, [central, eastern]],
    [
      'a ZIP code nobody knows: the whole state',
      { postalCode: '00000', region: 'tx' },
      [central, 'America/Denver'],
    ],
    ['a ZIP code of another state: both', { postalCode: '78701', region: 'CA' }, [central, pacific]],
    ['a country of the United States', { postalCode: '78701', country: 'USA' }, [central]],
    ['Germany', { postalCode: '10115', city: 'Berlin', country: 'Germany' }, ['Europe/Berlin']],
  ])('with %s', (_what, parts, zones) => {
    expect(zonesOf({ addresses: [address(parts)] })).toEqual([...zones].sort());
  });

  it.each([
    ['only a city', { city: 'Springfield' }],
    ['a lost zero and no state', { postalCode: '2139' }],
    ['a post office of the forces by ZIP code', { postalCode: '09012' }],
    ['a post office of the forces by region', { city: 'APO', region: 'AE' }],
  ])('with %s leave every zone open', (_what, parts) => {
    expect(zonesOf({ addresses: [address(parts)] })).toEqual(everywhere);
    expect(statesOf({ addresses: [address(parts)] })).toEqual([]);
  });

  it('in a country nobody can read leave the world open, and say so', () => {
    const [clue] = zoneCluesOf(person({ addresses: [address({ country: 'Frnace' })] }));
    expect(clue?.zones.length).toBeGreaterThan(everyZone.length);
    expect(clue?.fact.source).toContain('country not known');
  });

  it('with a state and ZIP code of the United States in another country count both', () => {
    const zones = zonesOf({ addresses: [address({ postalCode: '90012', region: 'CA', country: 'CA' })] });
    expect(zones).toEqual(expect.arrayContaining([pacific, 'America/Toronto']));
  });
});

describe('states', () => {
  it('stated stand alone', () => {
    expect(statesOf({ addresses: [austin], known: { residence_state: said('NY') } })).toEqual(['NY']);
  });

  it('stated that do not exist count for nothing', () => {
    expect(statesOf({ addresses: [austin], known: { residence_state: said('Texas!') } })).toEqual(['TX']);
  });

  it('are those of every believed address, and of numbers only when no address has one', () => {
    const work = address({ addressId: 3, kind: 'work', postalCode: '10001', region: 'NY' });
    expect(statesOf({ addresses: [austin, work], phones: [phone('+12135550144')] })).toEqual(['NY', 'TX']);
    expect(
      statesOf({ addresses: [{ ...austin, status: 'former' }], phones: [phone('+12135550144')] }),
    ).toEqual(['CA']);
    expect(statesOf({ phones: [phone('+12135550144', { status: 'wrong' })] })).toEqual([]);
  });

  it('of territories and other countries are none', () => {
    expect(statesOf({ addresses: [address({ postalCode: '00901', region: 'PR' })] })).toEqual([]);
    expect(statesOf({ phones: [phone('+14165550144')] })).toEqual([]);
  });

  it('that disagree with the ZIP code both count', () => {
    expect(statesOf({ addresses: [address({ postalCode: '78701', region: 'California' })] })).toEqual([
      'CA',
      'TX',
    ]);
  });
});
