/** What an outcome brings with it: holds, marked numbers, the last contact in the list. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({ phone: '(512) 555-0144' });
});

const contact = (change: Partial<InputOf<'contacts.record'>> = {}): InputOf<'contacts.record'> => ({
  accountId,
  channel: 'call',
  direction: 'out',
  outcome: 'no_answer',
  phoneId: null,
  at: desk.moment().now,
  seconds: null,
  text: '',
  ...change,
});
const facts = () => desk.get('accounts.get', { accountId });

describe('an outcome that stops the work', () => {
  test.each([
    ['disputed', 'dispute'],
    ['asked_to_stop', 'cease'],
    ['attorney', 'attorney'],
    ['bankruptcy', 'bankruptcy'],
    ['deceased', 'deceased'],
  ] as const)('%s holds the account', async (outcome, kind) => {
    await desk.get('contacts.record', contact({ outcome }));
    await desk.get('contacts.record', contact({ outcome }));
    const { status, holds } = await facts();
    expect(status).toBe('hold');
    expect(holds.map((hold) => hold.kind)).toEqual([kind]);
  });

  test.each(['no_answer', 'right_party', 'refused', 'callback'] as const)('%s does not', async (outcome) => {
    await desk.get('contacts.record', contact({ outcome }));
    expect((await facts()).holds).toEqual([]);
  });
});

test.each([
  ['wrong_number', 'wrong'],
  ['disconnected', 'disconnected'],
] as const)('%s marks the number and takes it out of the list', async (outcome, status) => {
  const phoneId = (await facts()).debtor.phones[0]?.phoneId ?? 0;
  await desk.get('contacts.record', contact({ outcome, phoneId }));
  expect((await facts()).debtor.phones).toMatchObject([{ phoneId, status }]);
  const { rows } = await desk.get('accounts.list', { filter: {}, sort: 'name', descending: false });
  expect(rows[0]).toMatchObject({ phone: null, lastContactOutcome: outcome });
});

test('the latest by its own time is the last contact, whatever was written down last', async () => {
  const { now } = desk.moment();
  await desk.get('contacts.record', contact({ at: now - dayMs, outcome: 'right_party' }));
  await desk.get('contacts.record', contact({ at: now - 2 * dayMs, outcome: 'busy' }));
  expect(await facts()).toMatchObject({ lastContactAt: now - dayMs, lastContactOutcome: 'right_party' });
});

test('neither a time to come nor somebody else’s number is taken', async () => {
  const other = await desk.account({ number: 'Other', phone: '512 555 0177' });
  const phoneId = (await desk.get('accounts.get', { accountId: other })).debtor.phones[0]?.phoneId ?? 0;
  expect(await desk.codeOf('contacts.record', contact({ phoneId }))).toBe('phone.not_found');
  expect(await desk.codeOf('contacts.record', contact({ at: desk.moment().now + dayMs }))).toBe(
    'call.invalid_input',
  );
  expect(await desk.codeOf('contacts.record', contact({ accountId: 99 }))).toBe('account.not_found');
});
