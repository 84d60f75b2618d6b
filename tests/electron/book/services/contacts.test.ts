/** What an outcome brings with it: holds, marked numbers, the last contact in the list. */
import { beforeEach, describe, expect, test } from 'vitest';
import { insertHold } from '../../../../electron/book/store/queries/accounts.ts';
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
  decision: { kind: 'happened' },
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

describe('a number nobody may call', () => {
  const phone = async () => (await facts()).debtor.phones[0];

  beforeEach(async () => {
    await desk.get('debtors.setPhoneStatus', {
      phoneId: (await phone())?.phoneId ?? 0,
      status: 'do_not_call',
    });
  });

  test('stays so when somebody adds it once more', async () => {
    const { debtorId } = (await facts()).debtor;
    await desk.get('debtors.addPhone', { debtorId, kind: 'mobile', number: '512-555-0144', source: 'File' });
    expect((await facts()).debtor.phones).toMatchObject([{ status: 'do_not_call' }]);
  });

  test('stays so when it turns out to be wrong or dead', async () => {
    const phoneId = (await phone())?.phoneId ?? 0;
    await desk.get('contacts.record', contact({ outcome: 'wrong_number', phoneId }));
    expect(await phone()).toMatchObject({ status: 'do_not_call' });
  });

  test('is set free by hand only', async () => {
    const phoneId = (await phone())?.phoneId ?? 0;
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'current' });
    expect(await phone()).toMatchObject({ status: 'current' });
  });
});

test('a hold that ends by itself does not stand in for one that does not', async () => {
  insertHold(desk.store, {
    accountId,
    kind: 'dispute',
    reason: 'Disputed in a letter',
    source: 'Letter',
    fromOn: '2026-11-01',
    untilOn: '2026-11-21',
    contactId: null,
    createdAt: 0,
  });
  await desk.get('contacts.record', contact({ outcome: 'disputed' }));
  desk.pass(5 * dayMs);
  expect((await facts()).status).toBe('hold');
});
