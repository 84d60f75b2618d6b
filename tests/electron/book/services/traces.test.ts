/** Looking for a person, and the marks on numbers and addresses with their history. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { accountBeside, type Desk, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;
let before = 0;
beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({
    phone: '5125550144',
    line1: '1 Elm Street',
    city: 'Austin',
    region: 'TX',
  });
  const { phones, addresses } = (await desk.get('accounts.get', { accountId })).debtor;
  const phoneId = phones[0]?.phoneId ?? 0;
  await desk.get('debtors.setPhoneStatus', { phoneId, status: 'current' });
  const addressId = addresses[0]?.addressId ?? 0;
  await desk.get('debtors.setAddressStatus', { addressId, status: 'current' });
  // What went before is no part of a test's history.
  desk.pass(60_000);
  before = 0;
  before = (await history()).length;
});

const facts = async () => (await desk.get('accounts.get', { accountId })).debtor;
const phoneOf = async (index = 0) => {
  const phone = (await facts()).phones[index];
  if (!phone) throw new Error('no phone');
  return phone;
};
const history = async () => {
  const { debtorId } = await facts();
  const { changes } = await desk.get('debtors.reachHistory', { debtorId });
  return changes.slice(0, changes.length - before);
};
const trace = (change: Partial<InputOf<'traces.record'>> = {}): InputOf<'traces.record'> => ({
  accountId,
  source: 'directory',
  triedOn: '2026-11-19',
  outcome: 'nothing',
  ...change,
});

describe('looking for a person', () => {
  test('keeps what was tried, for the person, whichever account it was done on', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2' });
    await desk.get('traces.record', trace({ asked: 'Mara Okafor, Austin' }));
    await desk.get('traces.record', trace({ accountId: other, source: 'courts', triedOn: '2026-11-18' }));
    const { traces } = await desk.get('traces.list', { accountId });
    expect(traces.map(({ source, asked }) => [source, asked])).toEqual([
      ['directory', 'Mara Okafor, Austin'],
      ['courts', ''],
    ]);
    expect(traces[1]?.accountNumber).toBe('B-2');
  });

  test('keeps what was found with where it was found, not verified until somebody answers', async () => {
    const kept = await desk.get(
      'traces.record',
      trace({
        source: 'client',
        outcome: 'found',
        phone: { kind: 'mobile', number: '(512) 555-0177' },
        address: { kind: 'home', line1: '9 Oak Lane', city: 'Waco', region: 'TX', postalCode: '76701' },
        email: 'mara@example.org',
      }),
    );
    const { phones, addresses, emails } = await facts();
    expect(phones.find(({ phoneId }) => phoneId === kept.phoneId)).toMatchObject({
      status: 'unverified',
      source: 'The client or original creditor, 19 Nov 2026',
    });
    expect(addresses.find(({ addressId }) => addressId === kept.addressId)).toMatchObject({
      status: 'unverified',
      line1: '9 Oak Lane',
    });
    expect(emails.find(({ emailId }) => emailId === kept.emailId)).toMatchObject({ status: 'unverified' });
  });

  test('a number that is known and in use stays in use; one that was wrong is worth a new try', async () => {
    const { phoneId } = await phoneOf();
    const found = trace({ outcome: 'found', phone: { kind: 'home', number: '512 555 0144' } });
    expect((await desk.get('traces.record', found)).phoneId).toBe(phoneId);
    expect(await phoneOf()).toMatchObject({ status: 'current' });
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'wrong' });
    await desk.get('traces.record', found);
    expect(await phoneOf()).toMatchObject({ status: 'unverified' });
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'do_not_call' });
    await desk.get('traces.record', found);
    expect(await phoneOf()).toMatchObject({ status: 'do_not_call' });
  });

  test('what cannot be kept takes the whole look back', async () => {
    const refused = trace({
      outcome: 'found',
      phone: { kind: 'home', number: '512 555 0188' },
      email: 'no address',
    });
    expect(await desk.codeOf('traces.record', refused)).toBe('email.invalid');
    expect((await facts()).phones).toHaveLength(1);
    expect((await desk.get('traces.list', { accountId })).traces).toEqual([]);
  });

  test('says no to a look that contradicts itself, lies ahead, or has no account', async () => {
    const phone = { kind: 'home', number: '512 555 0188' } as const;
    expect(await desk.codeOf('traces.record', trace({ phone }))).toBe('trace.found_nothing');
    expect(await desk.codeOf('traces.record', trace({ outcome: 'found' }))).toBe('trace.nothing_said');
    expect(await desk.codeOf('traces.record', trace({ triedOn: '2026-11-21' }))).toBe('event.future');
    expect(await desk.codeOf('traces.record', trace({ accountId: 999 }))).toBe('account.not_found');
    expect(await desk.codeOf('traces.record', trace({ found: '4111 1111 1111 1111' }))).toBe(
      'payment.card_number',
    );
  });

  test('the same operation again keeps it once, and nothing of it can be changed', async () => {
    const operation = randomUUID();
    await desk.call('traces.record', trace(), operation);
    await desk.call('traces.record', trace(), operation);
    expect((await desk.get('traces.list', { accountId })).traces).toHaveLength(1);
    expect(() => desk.store.db.exec(`UPDATE traces SET found = 'x'`)).toThrow(/append-only/);
    expect(() => desk.store.db.exec('DELETE FROM traces')).toThrow(/append-only/);
  });
});

describe('marks', () => {
  const call = async (change: Partial<InputOf<'contacts.record'>>) =>
    desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: 'wrong_number',
      phoneId: (await phoneOf()).phoneId,
      at: desk.moment().now,
      seconds: 20,
      text: '',
      ...change,
    });

  test('a wrong number keeps why it is marked, and a slip is taken back by another change', async () => {
    await call({});
    const [change] = await history();
    expect(change).toMatchObject({
      what: '(512) 555-0144',
      fromStatus: 'current',
      toStatus: 'wrong',
      why: 'Found out in a call',
      undoable: true,
    });
    const undone = await desk.get('debtors.undoReach', { changeId: change?.changeId ?? 0 });
    expect(await phoneOf()).toMatchObject({ status: 'current' });
    expect((await history()).map(({ toStatus, undoable }) => [toStatus, undoable])).toEqual([
      ['current', true],
      ['wrong', false],
    ]);
    // Once is enough, and the undo itself can be undone.
    expect(await desk.codeOf('debtors.undoReach', { changeId: change?.changeId ?? 0 })).toBe(
      'reach.changed_since',
    );
    await desk.get('debtors.undoReach', { changeId: undone.changeId ?? 0 });
    expect(await phoneOf()).toMatchObject({ status: 'wrong' });
  });

  test('only the newest of a number is taken back; another number’s change does not stand in its way', async () => {
    const { phoneId } = await phoneOf();
    const debtorId = (await facts()).debtorId;
    const second = await desk.get('debtors.addPhone', {
      debtorId,
      kind: 'work',
      number: '512 555 0190',
      source: '',
    });
    const first = await desk.get('debtors.setPhoneStatus', { phoneId, status: 'wrong', why: 'Heard it' });
    await desk.get('debtors.setPhoneStatus', { phoneId: second.phoneId, status: 'disconnected' });
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'disconnected' });
    expect(await desk.codeOf('debtors.undoReach', { changeId: first.changeId ?? 0 })).toBe(
      'reach.changed_since',
    );
    expect((await history()).map(({ undoable }) => undoable)).toEqual([true, true, false]);
    expect(await desk.get('debtors.setPhoneStatus', { phoneId, status: 'disconnected' })).toEqual({
      changeId: null,
    });
  });

  test('a mark by an opt-out is lifted by the end of the event and then by name, not here', async () => {
    const { phoneId } = await phoneOf();
    const { eventId } = await desk.get('law.recordEvent', {
      accountId,
      kind: 'opt_out',
      on: desk.today(),
      source: 'Letter of the debtor',
      scope: { phoneId },
      detail: {},
      allDebts: false,
    });
    const [change] = await history();
    expect(change).toMatchObject({ toStatus: 'do_not_call', undoable: false, heldByEvent: true });
    const changeId = change?.changeId ?? 0;
    expect(await desk.codeOf('debtors.undoReach', { changeId })).toBe('reach.held_by_event');
    expect(await phoneOf()).toMatchObject({ status: 'do_not_call' });
    await desk.get('law.withdrawEvent', { eventId, reason: 'Another number was meant' });
    await desk.get('debtors.undoReach', { changeId });
    expect(await phoneOf()).toMatchObject({ status: 'current' });
  });

  test('the history cannot be rewritten', async () => {
    await call({});
    expect(() => desk.store.db.exec(`UPDATE reach_changes SET why = 'x'`)).toThrow(/append-only/);
    expect(() => desk.store.db.exec('DELETE FROM reach_changes')).toThrow(/append-only/);
    expect(await desk.codeOf('debtors.undoReach', { changeId: 999 })).toBe('reach.not_found');
    expect(await desk.codeOf('debtors.reachHistory', { debtorId: 999 })).toBe('debtor.not_found');
  });
});
