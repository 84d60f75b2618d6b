/** The dated rules that are no rules of contact stand in the library, once each, with a source. */
import { expect, test } from 'vitest';
import { clockRules } from '../../../shared/rules/clocks/library.ts';
import { shippedLaw } from '../../../shared/rules/law-book.ts';
import { libraryOf } from '../../../shared/rules/library.ts';
import { medicalBans } from '../../../shared/rules/reporting/medical-bans.ts';
import { timeBarredNotices } from '../../../shared/rules/wording/time-barred.ts';

test('ids are used once, also beside the rules of contact and the states', () => {
  const ids = libraryOf(shippedLaw, clockRules).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every entry says what, since when, and who says so', () => {
  for (const { id, text, title, values, source } of clockRules) {
    expect(title, id).not.toBe('');
    expect(text.length, id).toBeGreaterThan(8);
    expect(values.length, id).toBeGreaterThan(0);
    expect(source?.cite, id).toBeTruthy();
  }
});

test('bans on reporting medical debt agree with the table of states', () => {
  for (const { state, source } of medicalBans) {
    const known = shippedLaw.states[state].medical;
    expect(known, state).not.toBeNull();
    expect(source.confidence, state).toBe(known?.source.confidence);
    expect(known?.words, state).toMatch(/report|furnish/i);
  }
  const told = Object.entries(shippedLaw.states)
    .filter(([, { medical }]) => medical !== null && /report|furnish/i.test(medical.words))
    .map(([state]) => state)
    // Nevada forbids it only for sixty days after a notice, which the gate of reporting counts.
    .filter((state) => state !== 'NV');
  expect(medicalBans.map(({ state }) => state).sort()).toEqual(told.sort());
});

test('every state whose table names a notice has one here', () => {
  const noticed = Object.entries(shippedLaw.states)
    .filter(([, { timeBarredNotice }]) => timeBarredNotice !== null)
    .map(([state]) => state);
  const have = new Set<string>(timeBarredNotices.map(({ state }) => state));
  expect(noticed.filter((state) => !have.has(state))).toEqual([]);
});
