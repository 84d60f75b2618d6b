// The library: everything is in it, in words, and it says what applies to which office.
import { describe, expect, it } from 'vitest';
import { noHousePolicy, officeRoles, stateCodes } from '../../../../shared/domain/law.ts';
import { shippedLaw } from '../../../../shared/rules/law-book.ts';
import { appliesTo, type LibraryEntry, libraryOf } from '../../../../shared/rules/library.ts';
import { valueWords } from '../../../../shared/rules/value-words.ts';

const library = libraryOf(shippedLaw);

function entry(id: string): LibraryEntry {
  const found = library.find((one) => one.id === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

const creditor = { role: 'first_party_creditor', house: noHousePolicy } as const;
const agency = { role: 'third_party_collector', house: noHousePolicy } as const;

describe('the rule library', () => {
  it('has every rule and every entry of every state, each once', () => {
    const ids = library.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of shippedLaw.contactRules) expect(ids).toContain(id);
    for (const state of stateCodes) {
      const code = state.toLowerCase();
      for (const part of ['period.written', 'period.oral', 'licence', 'judgment-interest']) {
        expect(ids).toContain(`state.${code}.${part}`);
      }
    }
    expect(entry('state.dc.expiry').text).toContain('does not revive');
    expect(ids).toContain('state.ct.time-barred-notice');
    expect(ids).toContain('state.wa.medical');
    expect(ids).toContain('state.fl.binds-creditors');
  });

  it('takes in what else is handed to it', () => {
    const note = { ...entry('dc.visits'), id: 'reg-f.validation-period' };
    expect(libraryOf(shippedLaw, [note]).map(({ id }) => id)).toContain('reg-f.validation-period');
  });

  it('says everything in words', () => {
    for (const { id, title, text, values } of library) {
      expect(title, id).not.toBe('');
      expect(text, id).toMatch(/\.$/);
      for (const { words } of values) {
        expect(words, id).not.toMatch(/[{}[\]_]|undefined|NaN/);
        expect(words, id).not.toBe('');
      }
    }
  });

  it('has a source everywhere but where no licence is known', () => {
    const without = library.filter(({ source }) => source === null).map(({ id }) => id);
    expect(without.length).toBeGreaterThan(0);
    for (const id of without) expect(id).toMatch(/^state\.[a-z]{2}\.licence$/);
  });

  it('shows what a rule said before and says now', () => {
    expect(entry('fl.hours').values.map(({ from, until }) => [from, until])).toEqual([
      ['0001-01-01', '2025-05-15'],
      ['2025-05-16', null],
    ]);
    expect(entry('nyc.three-in-seven').values).toEqual([
      { from: '2026-09-01', until: null, words: 'At most 3 in 7 days.' },
    ]);
  });
});

describe('what applies', () => {
  it('answers for every entry and every role, with a reason', () => {
    for (const role of [null, ...officeRoles]) {
      for (const one of library) {
        const { applies, as, why } = appliesTo(one, { role, house: noHousePolicy });
        expect(as === null, one.id).toBe(!applies);
        expect(why, one.id).toMatch(/\.$/);
      }
    }
  });

  it('does not drown a creditor in the rules of agencies, and offers them', () => {
    const seven = entry('reg-f.calls.seven-in-seven');
    expect(appliesTo(seven, agency)).toMatchObject({ applies: true, as: 'law' });
    expect(appliesTo(seven, creditor)).toMatchObject({ applies: false, as: null });
    const keeps = { ...creditor, house: { ...noHousePolicy, keepsRegulationF: true } };
    expect(appliesTo(seven, keeps)).toMatchObject({ applies: true, as: 'house' });
  });

  it('holds an office that has not said who it is to everything', () => {
    const unknown = { role: null, house: noHousePolicy };
    expect(appliesTo(entry('wa.three-a-week'), unknown)).toMatchObject({ applies: true, as: 'law' });
  });

  it('tells state rules for agencies from those that bind creditors', () => {
    expect(appliesTo(entry('wa.three-a-week'), creditor).applies).toBe(false);
    expect(appliesTo(entry('dc.calls.four-in-seven'), creditor)).toMatchObject({ applies: true, as: 'law' });
    expect(appliesTo(entry('ma.household'), agency).applies).toBe(false);
    expect(appliesTo(entry('state.tx.licence'), creditor).applies).toBe(false);
    expect(appliesTo(entry('state.tx.licence'), agency).why).toContain('Texas');
  });

  it('shows a house rule once the office has laid it down', () => {
    const hours = entry('house.hours');
    expect(appliesTo(hours, agency).applies).toBe(false);
    const house = { ...noHousePolicy, latest: 1080 };
    expect(appliesTo(hours, { ...agency, house })).toMatchObject({ applies: true, as: 'house' });
  });
});

describe('values in words', () => {
  it.each([
    [null, 'In force.'],
    [{ max: 4, days: 7 }, 'At most 4 in 7 days.'],
    [{ most: 2, days: 1 }, 'At most 2 in 1 day.'],
    [{ from: 480, to: 1260 }, 'From 8:00 AM until 9:00 PM.'],
    [{ hours: 72 }, '72 hours.'],
    [{ days: 7, askingConsent: 1 }, '7 days; asking consent: 1.'],
    [{ own: { max: 2, days: 7 }, on: true }, 'Own: at most 2 in 7 days; on: yes.'],
    [{ channels: ['call', 'text'] }, 'Channels: call, text.'],
  ])('%j', (value, words) => {
    expect(valueWords(value)).toBe(words);
  });
});
