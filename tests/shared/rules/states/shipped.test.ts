import { describe, expect, it } from 'vitest';
import { type Source, stateCodes } from '../../../../shared/domain/law.ts';
import { text } from '../../../../shared/rules/states/entry.ts';
import { shippedStates } from '../../../../shared/rules/states/shipped.ts';

/** Every source of a state’s entry, by where it stands. */
function sourcesIn(value: unknown, path: string): [string, Source][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('cite' in value) return [[path, value as Source]];
  return Object.entries(value).flatMap(([key, part]) => sourcesIn(part, `${path}.${key}`));
}

describe('the table of states', () => {
  it('has all fifty states and the District of Columbia, in full', () => {
    expect(Object.keys(shippedStates).sort()).toEqual([...stateCodes].sort());
    for (const code of stateCodes) {
      const law = shippedStates[code];
      expect(law.name, code).not.toBe('');
      for (const form of ['written', 'oral', 'open_account', 'promissory_note'] as const) {
        expect(law.periods[form]?.years, `${code} ${form}`).toBeGreaterThan(0);
      }
      expect(law.licence, code).not.toBeNull();
      expect(law.judgmentInterest, code).not.toBeNull();
    }
  });

  it.each(stateCodes)('%s: every entry has a citation and the day it was read', (code) => {
    const sources = sourcesIn(shippedStates[code], code);
    expect(sources.length).toBeGreaterThanOrEqual(5);
    for (const [path, { cite, readOn }] of sources) {
      expect(cite.trim(), path).not.toBe('');
      expect(readOn, path).toMatch(/^20\d\d(-\d\d){0,2}$/);
    }
  });

  it.each([
    ['no citation', '', '2026-02'],
    ['a blank citation', '  ', '2026-02'],
    ['no day', 'Conn. Gen. Stat. 52-576', ''],
  ])('refuses an entry with %s', (_case, cite, readOn) => {
    expect(() => text(cite, readOn)).toThrow(/citation/);
  });

  it.each([
    ['CT', 'written', 6, 'text'],
    ['CT', 'oral', 3, 'text'],
    ['AR', 'medical', 2, 'secondary'],
    ['DC', 'promissory_note', 3, 'text'],
    ['FL', 'medical_facility', 3, 'text'],
    ['LA', 'services_rendered', 3, 'unverified'],
    ['OH', 'open_account', 6, 'secondary'],
    ['WY', 'oral', 8, 'text'],
    ['TX', 'promissory_note', 4, 'unverified'],
  ] as const)('%s, %s: %i years, read as %s', (code, form, count, confidence) => {
    const period = shippedStates[code].periods[form];
    expect(period?.years).toBe(count);
    expect(period?.source.confidence).toBe(confidence);
  });

  it('knows where the debt ends with its period, and where payment cannot revive it', () => {
    const ends = stateCodes.filter((code) => shippedStates[code].expiry?.extinguishes);
    expect(ends).toEqual(['MS', 'WI']);
    expect(shippedStates.NY.expiry?.revives).toBe(false);
    expect(shippedStates.NM.expiry?.revives).toBe(true);
    expect(shippedStates.TX.expiry?.debtBuyersOnly).toBe(true);
    expect(shippedStates.WA.expiry).toMatchObject({ revives: false, paymentRestarts: true });
  });

  it('says of a state without a known licence that none is known, not that none is needed', () => {
    expect(shippedStates.OH.licence).toMatchObject({ need: 'none_known', source: null });
    expect(shippedStates.TX.licence).toMatchObject({ need: 'bond' });
    expect(shippedStates.NY.licence).toMatchObject({ need: 'city' });
  });

  it('names the states whose collection law binds creditors', () => {
    expect(stateCodes.filter((code) => shippedStates[code].bindsCreditors !== null)).toHaveLength(22);
  });
});
