/** What is known of a debt and a person: each with its source, the newest holds, and no slip of the hand becomes law. */
import { beforeEach, expect, test } from 'vitest';
import type { DebtFactName, PersonFactName } from '../../../../shared/domain/law.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

/** 20 November 2026. */
let desk: Desk;
let accountId: number;
let debtorId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
  debtorId = (await desk.get('accounts.get', { accountId })).debtor.debtorId;
});

const law = () => desk.get('law.account', { accountId });
const ofDebt = (name: DebtFactName, value: string, source = 'Contract') =>
  desk.codeOf('law.setDebtFact', { accountId, name, value, source });
const ofPerson = (name: PersonFactName, value: string) =>
  desk.codeOf('law.setPersonFact', { debtorId, name, value, source: 'Said on the phone' });

test('the newest holds, with who said so and since when; an empty one takes it back', async () => {
  expect(await ofDebt('governing_state', 'TX')).toBe('ok');
  desk.pass(dayMs);
  expect(await ofDebt('governing_state', 'NM', 'Counsel')).toBe('ok');
  expect((await law()).debtFacts).toEqual({
    governing_state: {
      value: 'NM',
      source: 'Counsel',
      since: '2026-11-21',
      madeAt: desk.moment().now,
      author: 'Desk',
    },
  });
  expect(await ofDebt('governing_state', '')).toBe('ok');
  expect((await law()).debtFacts).toEqual({});
  // Nothing is erased.
  expect(desk.store.sql('SELECT count(*) FROM debt_facts').pluck().get()).toBe(3);
  expect(() => desk.store.db.exec('DELETE FROM debt_facts')).toThrow('append-only');
  // Nothing was said that could be taken back.
  expect(await ofDebt('form', '')).toBe('ok');
  expect(desk.store.sql('SELECT count(*) FROM debt_facts').pluck().get()).toBe(3);
});

test('facts of a person are of every debt, and move where they may be', async () => {
  expect(await ofPerson('residence_state', 'NM')).toBe('ok');
  expect(await ofPerson('zone', 'America/Denver')).toBe('ok');
  const { personFacts, zones, states, places } = await law();
  expect(personFacts).toMatchObject({ residence_state: { value: 'NM' }, zone: { value: 'America/Denver' } });
  expect([zones, states]).toEqual([['America/Denver'], ['NM']]);
  expect(places).toMatchObject([
    { zones: ['America/Denver'], clue: 'Time zone: America/Denver', source: 'Said on the phone' },
  ]);
  expect(
    await desk.codeOf('law.setPersonFact', { debtorId: 99, name: 'language', value: 'x', source: 'y' }),
  ).toBe('debtor.not_found');
});

test.each<[DebtFactName, string, string]>([
  ['defaulted_on', '2026-02-28', 'ok'],
  ['defaulted_on', '2026-02-29', 'fact.invalid'],
  ['defaulted_on', '2026-11-20', 'ok'],
  ['defaulted_on', '2026-11-21', 'fact.invalid'],
  ['defaulted_on', '1800-01-01', 'fact.invalid'],
  ['governing_state', 'tx', 'fact.invalid'],
  ['governing_state', 'PR', 'fact.invalid'],
  ['form', 'credit_card', 'ok'],
  ['form', 'creditcard', 'fact.invalid'],
  ['itemized_cents', '0', 'ok'],
  ['itemized_cents', '12345', 'ok'],
  ['itemized_cents', '-1', 'fact.invalid'],
  ['itemized_cents', '12.5', 'fact.invalid'],
  ['itemized_cents', '1e5', 'fact.invalid'],
  ['itemized_cents', '9999999999999999', 'fact.invalid'],
  ['litigation', 'yes', 'ok'],
  ['litigation', 'true', 'fact.invalid'],
  ['purpose', 'business', 'ok'],
  ['purpose', '__proto__', 'fact.invalid'],
  ['locality', 'New York City', 'ok'],
  ['locality', 'NYC', 'fact.invalid'],
  ['current_creditor', 'Tidewater Dental', 'ok'],
  ['current_creditor', 'two\nlines', 'fact.invalid'],
])('%s: “%s” is %s', async (name, value, code) => {
  expect(await ofDebt(name, value)).toBe(code);
});

test.each<[PersonFactName, string, string]>([
  ['zone', 'America/Chicago', 'ok'],
  ['zone', 'America/Nowhere', 'fact.invalid'],
  ['zone', '+05:00', 'fact.invalid'],
  ['zone', 'Etc/GMT+5', 'fact.invalid'],
  ['zone', 'UTC', 'fact.invalid'],
  ['military', 'active', 'ok'],
  ['military', 'maybe', 'fact.invalid'],
  ['new_york_city', 'no', 'ok'],
])('%s: “%s” is %s', async (name, value, code) => {
  expect(await ofPerson(name, value)).toBe(code);
});

test('a business debt is no consumer debt, once it is said', async () => {
  expect((await law()).consumerDebt).toBe(true);
  await ofDebt('purpose', 'business');
  expect((await law()).consumerDebt).toBe(false);
});

test('of an account that is not there nothing can be known', async () => {
  expect(
    await desk.codeOf('law.setDebtFact', { accountId: 99, name: 'form', value: 'oral', source: 'x' }),
  ).toBe('account.not_found');
  expect(await desk.codeOf('law.account', { accountId: 99 })).toBe('account.not_found');
});
