import { beforeEach, describe, expect, it } from 'vitest';
import { insertHold } from '../../../../electron/book/store/queries/accounts.ts';
import { deleteImported, findBuiltUpon } from '../../../../electron/book/store/queries/import-undo.ts';
import type { IncomingItem } from '../../../../shared/domain/incoming/incoming.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { dumpBook } from '../../../builders/import-desk.ts';
import { insertBankImport, insertReceived } from '../../../builders/incoming.ts';

let desk: Desk;
let importId: number;
beforeEach(() => {
  desk = makeDesk();
  importId = insertBankImport(desk.store);
});

const receive = (change: Partial<IncomingItem> = {}) => insertReceived(desk.store, importId, change);
const get = (incomingId: number) => desk.get('incoming.get', { incomingId });
const post = (incomingId: number, shares: { accountId: number; amountCents: number; charges?: number[] }[]) =>
  desk.get('incoming.post', { incomingId, shares, method: 'cheque' });
const stateOf = async (incomingId: number) => {
  const { state, openCents } = await get(incomingId);
  return [state, openCents];
};

describe('posting', () => {
  it('takes the money in on the bank’s day, with its number and words, and is dealt with', async () => {
    const accountId = await desk.account({ number: 'AC-1001' });
    const incomingId = receive({ memo: 'Deposit AC-1001', payer: 'M OKAFOR', checkNumber: '1042' });
    const { effects, openCents } = await post(incomingId, [{ accountId, amountCents: 10_000 }]);
    expect(effects).toMatchObject([{ accountId, balanceCents: 0 }]);
    expect(openCents).toBe(0);
    const { lines } = await desk.get('ledger.explain', { accountId, asOf: '2026-11-20' });
    expect(lines.find((line) => line.line === 'relief')).toMatchObject({
      on: '2026-11-18',
      reference: '1042',
      memo: 'M OKAFOR · Deposit AC-1001',
      method: 'cheque',
    });
    const { state, postings } = await get(incomingId);
    expect(state).toBe('posted');
    expect(postings).toMatchObject([
      { accountId, amountCents: 10_000, how: 'posted', because: expect.stringContaining('AC-1001') },
    ]);
  });

  it('leaves the rest open until it is posted or set aside', async () => {
    const accountId = await desk.account();
    const incomingId = receive({ amountCents: 12_000 });
    await post(incomingId, [{ accountId, amountCents: 10_000 }]);
    expect(await stateOf(incomingId)).toEqual(['open', 2_000]);
    expect(
      await desk.codeOf('incoming.post', {
        incomingId,
        shares: [{ accountId, amountCents: 2_001 }],
        method: 'cheque',
      }),
    ).toBe('incoming.exceeds_item');
    await desk.get('incoming.setAside', { incomingIds: [incomingId], reason: 'Not ours' });
    expect(await stateOf(incomingId)).toEqual(['set_aside', 0]);
    await desk.get('incoming.reopen', { incomingIds: [incomingId] });
    expect(await stateOf(incomingId)).toEqual(['open', 2_000]);
  });

  it('splits over accounts and debtors, a receipt for each debtor', async () => {
    const first = await desk.account();
    const beside = await accountBeside(desk, first, { amountCents: 5_000 });
    const other = await desk.account({ debtorName: 'Ben Birch', amountCents: 2_000 });
    const incomingId = receive({ amountCents: 17_000 });
    await post(incomingId, [
      { accountId: first, amountCents: 10_000 },
      { accountId: beside, amountCents: 5_000 },
      { accountId: other, amountCents: 2_000 },
    ]);
    expect(await Promise.all([first, beside, other].map((id) => desk.balance(id)))).toEqual([0, 0, 0]);
    const receipts = desk.store.sql('SELECT count(*) FROM receipts').pluck().get();
    expect(receipts).toBe(2);
  });

  it('is all or nothing: a share that may not be posted takes the others with it', async () => {
    const first = await desk.account();
    const other = await desk.account({ debtorName: 'Ben Birch', amountCents: 100 });
    const incomingId = receive({ amountCents: 10_200 });
    const before = dumpBook(desk.store);
    expect(
      await desk.codeOf('incoming.post', {
        incomingId,
        shares: [
          { accountId: first, amountCents: 10_000 },
          { accountId: other, amountCents: 200 },
        ],
        method: 'ach',
      }),
    ).toBe('payment.exceeds_balance');
    expect(dumpBook(desk.store)).toEqual(before);
  });

  it('asks about a disputed account, and goes on when the payer named it', async () => {
    const accountId = await desk.account();
    insertHold(desk.store, {
      accountId,
      kind: 'dispute',
      reason: 'Disputed in a letter',
      source: 'Letter',
      fromOn: '2026-11-01',
      untilOn: null,
      contactId: null,
      createdAt: 0,
    });
    const incomingId = receive();
    const input = { incomingId, shares: [{ accountId, amountCents: 10_000 }], method: 'ach' as const };
    expect(await desk.codeOf('incoming.post', input)).toBe('payment.disputed');
    expect(await desk.codeOf('incoming.preview', input)).toBe('payment.disputed');
    expect(await desk.codeOf('incoming.post', { ...input, named: true })).toBe('ok');
  });

  it('pays the charge first that the payer named', async () => {
    const accountId = await desk.account({ amountCents: 10_000 });
    const { entryId } = await desk.get('ledger.addCharge', {
      accountId,
      kind: 'charge',
      amountCents: 3_000,
      effectiveOn: '2026-09-01',
      dueOn: '2026-10-01',
      reference: 'INV-1042',
      basis: '',
      memo: '',
    });
    const incomingId = receive({ amountCents: 3_000, memo: 'pays inv-1042' });
    const { proposals } = await get(incomingId);
    expect(proposals[0]).toMatchObject({
      certain: true,
      shares: [{ accountId, amountCents: 3_000, charges: [{ entryId, reference: 'INV-1042' }] }],
    });
    await post(incomingId, [{ accountId, amountCents: 3_000, charges: [entryId] }]);
    const { charges } = await desk.get('ledger.charges', { accountId });
    expect(charges.map(({ openCents }) => openCents)).toEqual([10_000, 0]);
  });

  it('refuses money that went out, another currency, and what is dealt with', async () => {
    const accountId = await desk.account();
    const shares = [{ accountId, amountCents: 100 }];
    const codeOf = (incomingId: number) =>
      desk.codeOf('incoming.post', { incomingId, shares, method: 'ach' });
    expect(await codeOf(receive({ amountCents: -100 }))).toBe('incoming.not_a_deposit');
    expect(await codeOf(receive({ currency: 'EUR' }))).toBe('incoming.other_currency');
    const done = receive({ amountCents: 100 });
    await post(done, shares);
    expect(await codeOf(done)).toBe('incoming.not_open');
    expect(await codeOf(999)).toBe('incoming.not_found');
  });

  it('posts once for one operation', async () => {
    const accountId = await desk.account();
    const incomingId = receive({ amountCents: 5_000 });
    const input = { incomingId, shares: [{ accountId, amountCents: 2_000 }], method: 'ach' as const };
    const operation = '7b1f6d9a-2c34-4e58-9a6b-0d1e2f3a4b5c';
    await desk.call('incoming.post', input, operation);
    await desk.call('incoming.post', input, operation);
    expect(await desk.balance(accountId)).toBe(8_000);
  });
});

describe('taking back', () => {
  it('reverses every payment of the item, which waits again', async () => {
    const first = await desk.account();
    const other = await desk.account({ debtorName: 'Ben Birch' });
    const incomingId = receive({ amountCents: 15_000 });
    await post(incomingId, [
      { accountId: first, amountCents: 10_000 },
      { accountId: other, amountCents: 5_000 },
    ]);
    await desk.get('incoming.takeBack', { incomingId, reason: 'The wrong people' });
    expect(await Promise.all([first, other].map((id) => desk.balance(id)))).toEqual([10_000, 10_000]);
    expect(await stateOf(incomingId)).toEqual(['open', 15_000]);
    expect(await desk.codeOf('incoming.takeBack', { incomingId, reason: 'Again' })).toBe(
      'incoming.nothing_posted',
    );
  });

  it('follows a payment that is reversed on its account, and one that is posted again', async () => {
    const accountId = await desk.account();
    const incomingId = receive();
    await post(incomingId, [{ accountId, amountCents: 10_000 }]);
    const entryId = (await get(incomingId)).postings[0]?.entryId ?? 0;
    const { entryId: reversalId } = await desk.get('ledger.reverse', { entryId, reason: 'A slip' });
    expect(await stateOf(incomingId)).toEqual(['open', 10_000]);
    await desk.get('ledger.reverse', { entryId: reversalId, reason: 'It was right' });
    expect(await stateOf(incomingId)).toEqual(['posted', 0]);
    expect(await desk.balance(accountId)).toBe(0);
    // The payment posted again is taken back like the first.
    await desk.get('incoming.takeBack', { incomingId, reason: 'No' });
    expect(await desk.balance(accountId)).toBe(10_000);
    expect(await stateOf(incomingId)).toEqual(['open', 10_000]);
  });

  it('leaves an item dealt with whose payment the bank gave back', async () => {
    const accountId = await desk.account();
    const incomingId = receive();
    await post(incomingId, [{ accountId, amountCents: 10_000 }]);
    const entryId = (await get(incomingId)).postings[0]?.entryId ?? 0;
    await desk.get('ledger.takeBackPayment', {
      entryId,
      reason: 'No funds',
      returned: { on: '2026-11-20', chargeFee: false },
    });
    expect(await stateOf(incomingId)).toEqual(['posted', 0]);
    expect((await get(incomingId)).postings[0]).toMatchObject({ takenBackAs: 'returned' });
    expect(await desk.balance(accountId)).toBe(10_000);
  });
});

describe('what the bank took back', () => {
  it('offers the payment it returns and reverses it on its day; taking that back restores the payment', async () => {
    const accountId = await desk.account();
    const deposit = receive({ checkNumber: '1042', memo: 'Mara Okafor', receivedOn: '2026-11-10' });
    await post(deposit, [{ accountId, amountCents: 10_000 }]);
    const incomingId = receive({
      amountCents: -10_000,
      memo: 'RETURNED ITEM CHK 1042',
      receivedOn: '2026-11-19',
    });
    const { items } = await desk.get('incoming.list', { state: 'open' });
    expect(items.map(({ incomingId: id }) => id)).toEqual([incomingId]);
    const { recorded } = await get(incomingId);
    expect(recorded).toMatchObject([{ amountCents: 10_000, reference: '1042' }]);
    const entryId = recorded[0]?.entries[0]?.entryId ?? 0;
    await desk.get('incoming.postReturn', { incomingId, entryId, reason: 'Returned: no funds' });
    expect(await desk.balance(accountId)).toBe(10_000);
    expect(await stateOf(incomingId)).toEqual(['posted', 0]);
    expect(await stateOf(deposit)).toEqual(['posted', 0]);
    await desk.get('incoming.takeBack', { incomingId, reason: 'It was another check' });
    expect(await desk.balance(accountId)).toBe(0);
    expect(await stateOf(incomingId)).toEqual(['open', -10_000]);
    expect(await stateOf(deposit)).toEqual(['posted', 0]);
  });
  it('never takes back more than the bank did, and nothing for a deposit', async () => {
    const accountId = await desk.account();
    const entryId = await desk.pay(accountId, 10_000);
    const less = receive({ amountCents: -4_000, memo: 'RETURNED', receivedOn: '2026-11-20' });
    const input = { entryId, reason: 'Back' };
    expect(await desk.codeOf('incoming.postReturn', { incomingId: less, ...input })).toBe(
      'incoming.return_exceeds',
    );
    expect(await desk.codeOf('incoming.postReturn', { incomingId: receive(), ...input })).toBe(
      'incoming.not_a_return',
    );
  });
});

describe('a payment that was entered before', () => {
  it('is found by sum, number and name, and stands for the item without being posted again', async () => {
    const accountId = await desk.account();
    const entryId = await desk.pay(accountId, 10_000, { reference: '1042' });
    const incomingId = receive({ checkNumber: '1042', memo: 'OKAFOR MARA', receivedOn: '2026-11-20' });
    const { recorded } = await get(incomingId);
    expect(recorded[0]).toMatchObject({ score: 100, entries: [{ entryId, accountId }] });
    await desk.get('incoming.link', { incomingId, entryIds: [entryId] });
    expect(await desk.balance(accountId)).toBe(0);
    expect(await stateOf(incomingId)).toEqual(['posted', 0]);
    const twin = receive({ checkNumber: '1042', receivedOn: '2026-11-20' });
    expect(await desk.codeOf('incoming.link', { incomingId: twin, entryIds: [entryId] })).toBe(
      'incoming.entry_not_free',
    );
    expect((await get(twin)).recorded).toEqual([]);
    await desk.get('incoming.takeBack', { incomingId, reason: 'Another one' });
    expect(await desk.balance(accountId)).toBe(0);
    expect(await stateOf(incomingId)).toEqual(['open', 10_000]);
  });
  it('keeps the item out of what is posted together', async () => {
    const accountId = await desk.account({ number: 'AC-1001', amountCents: 20_000 });
    await desk.pay(accountId, 10_000, { reference: '1042' });
    receive({ memo: 'AC-1001', checkNumber: '1042', receivedOn: '2026-11-20' });
    const { matches } = await desk.get('incoming.match', {});
    expect(matches).toMatchObject([{ recorded: true, proposal: { certain: false } }]);
  });
});

describe('proposals from the book', () => {
  const bestOf = async (incomingId: number) => (await get(incomingId)).proposals[0];
  it('finds an account by its number, however the bank writes it', async () => {
    const accountId = await desk.account({ number: 'AC-001001' });
    const best = await bestOf(receive({ memo: 'WEB PMT AC001001 PPD' }));
    expect(best).toMatchObject({ certain: true, shares: [{ accountId }] });
  });
  it('finds a promise by its day and sum, a plan by its instalment', async () => {
    const promised = await desk.account({ amountCents: 30_000 });
    await desk.get('promises.record', {
      accountId: promised,
      amountCents: 4_400,
      dueOn: '2026-11-25',
      payer: '',
      method: null,
    });
    expect(await bestOf(receive({ amountCents: 4_400, memo: 'MARA OKAFOR' }))).toMatchObject({
      shares: [{ accountId: promised }],
      because: expect.arrayContaining([{ text: '$44.00 was promised for 25 Nov 2026', agrees: true }]),
    });
  });
  it('finds the account the same payer paid before', async () => {
    const accountId = await desk.account({ amountCents: 30_000 });
    await post(receive({ amountCents: 5_000, memo: 'ACH DEP DELE OKORO 0001' }), [
      { accountId, amountCents: 5_000 },
    ]);
    const best = await bestOf(receive({ amountCents: 5_000, memo: 'ACH DEP DELE OKORO 0002' }));
    expect(best?.shares[0]?.accountId).toBe(accountId);
    expect(best?.because[0]?.text).toMatch(/paid on it once before/);
  });
  it('counts the interest up to the day as owed', async () => {
    const accountId = await desk.account({ number: 'AC-1001' });
    await desk.get('ledger.setTerms', {
      accountId,
      fromOn: '2026-07-01',
      method: 'simple',
      rate: '12',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    });
    const { totalCents } = await desk.get('ledger.explain', { accountId, asOf: '2026-11-18' });
    expect(totalCents).toBeGreaterThan(10_000);
    const best = await bestOf(receive({ amountCents: totalCents, memo: 'AC-1001' }));
    expect(best).toMatchObject({ certain: true });
  });
  it('deposits the check that was kept for later', async () => {
    const accountId = await desk.account({ amountCents: 30_000 });
    await desk.get('ledger.holdPayment', {
      accountId,
      amountCents: 2_500,
      method: 'cheque',
      reference: '20881',
      datedOn: '2026-11-21',
      receivedOn: '2026-11-19',
      memo: '',
    });
    desk.pass(2 * dayMs);
    const incomingId = receive({ amountCents: 2_500, checkNumber: '20881', receivedOn: '2026-11-22' });
    const best = await bestOf(incomingId);
    expect(best?.heldPaymentId).not.toBeNull();
    await desk.get('incoming.post', {
      incomingId,
      shares: [{ accountId, amountCents: 2_500 }],
      method: 'cheque',
      heldPaymentId: best?.heldPaymentId ?? null,
    });
    const { held } = await desk.get('ledger.heldPayments', { accountId });
    expect(held.map(({ state }) => state)).toEqual(['deposited']);
    expect(await desk.balance(accountId)).toBe(27_500);
    expect(await stateOf(incomingId)).toEqual(['posted', 0]);
  });
  it('asks no bank file for its client: the account holds the money of all', async () => {
    const accountId = await desk.account({ number: 'AC-1001' });
    const best = (kind: 'bank' | 'file') =>
      bestOf(receive({ kind, memo: 'AC-1001 MARA OKAFOR', details: { clientId: 999 } }));
    expect(await best('bank')).toMatchObject({ certain: true, shares: [{ accountId }] });
    expect(await best('file')).toMatchObject({ certain: false, shares: [{ accountId }] });
  });
  it('does not take a run of digits within a number for the number', async () => {
    await desk.account({ number: 'INV-2026-15' });
    expect((await get(receive({ memo: 'payment 2026' }))).proposals).toHaveLength(1);
    expect(await bestOf(receive({ memo: 'payment 2026', amountCents: 77 }))).toBeUndefined();
  });
});

describe('the list', () => {
  it('narrows by state, place, text and sum, and pages', async () => {
    for (let index = 0; index < 105; index += 1)
      receive({ amountCents: 100 + index, memo: `Deposit ${index}` });
    receive({ amountCents: 77_777, memo: 'Rare', heldAt: 'Savings ••0001' });
    receive({ amountCents: -500, memo: 'Rent' });
    const first = await desk.get('incoming.list', { state: 'open' });
    expect([first.items.length, first.count]).toEqual([100, 106]);
    const rest = await desk.get('incoming.list', { state: 'open', after: first.next });
    expect([rest.items.length, rest.next]).toEqual([6, null]);
    const found = async (change: object) =>
      (await desk.get('incoming.list', { state: 'open', ...change })).items.map(({ memo }) => memo);
    expect(await found({ text: 'rare' })).toEqual(['Rare']);
    expect(await found({ text: '$777.77' })).toEqual(['Rare']);
    expect(await found({ heldAt: 'Savings ••0001' })).toEqual(['Rare']);
    expect(await found({ flow: 'out' })).toEqual(['Rent']);
    expect(await found({ text: '100%' })).toEqual([]);
  });
  it('finds what was posted by its account', async () => {
    const accountId = await desk.account({ number: 'AC-1001' });
    await post(receive(), [{ accountId, amountCents: 10_000 }]);
    const { items } = await desk.get('incoming.list', { state: 'posted', text: 'ac-1001' });
    expect(items).toMatchObject([{ postedOn: [{ accountId, debtorName: 'Mara Okafor' }] }]);
  });
  it('adds up what waits by where it is held', async () => {
    receive({ amountCents: 100 });
    receive({ amountCents: 200, heldAt: 'Savings ••0001' });
    const aside = receive({ amountCents: 400 });
    await desk.get('incoming.setAside', { incomingIds: [aside], reason: 'A transfer' });
    const totals = await desk.get('incoming.totals', {});
    expect(totals).toMatchObject({ open: 2, openCents: 300, setAside: 1 });
    expect(
      totals.held.map(({ heldAt, openCents, setAsideCents }) => [heldAt, openCents, setAsideCents]),
    ).toEqual([
      ['Checking ••4417', 100, 400],
      ['Savings ••0001', 200, 0],
    ]);
  });
});

describe('Today', () => {
  const reasons = async () =>
    (await desk.get('today.list', {})).items.filter(({ kind }) => kind === 'money_waiting');
  it('says once how much waits, until it is dealt with', async () => {
    expect(await reasons()).toEqual([]);
    const first = receive({ amountCents: 100 });
    const second = receive({ amountCents: 250, receivedOn: '2026-11-16' });
    receive({ amountCents: -900, memo: 'Rent' });
    expect(await reasons()).toMatchObject([
      { text: '2 deposits wait for their accounts', amountCents: 350, dueOn: '2026-11-16' },
    ]);
    await desk.get('incoming.setAside', { incomingIds: [first, second], reason: 'Transfers' });
    expect(await reasons()).toEqual([]);
  });
});

describe('taking the import back', () => {
  it('is refused while something is posted, and leaves nothing behind once that was taken back', async () => {
    const accountId = await desk.account();
    const incomingId = receive();
    expect(findBuiltUpon(desk.store, importId)).toBeNull();
    await post(incomingId, [{ accountId, amountCents: 10_000 }]);
    expect(await desk.codeOf('imports.undo', { importId })).toBe('import.built_upon');
    await desk.get('incoming.takeBack', { incomingId, reason: 'The wrong file' });
    await desk.get('imports.undo', { importId });
    expect(await desk.codeOf('incoming.get', { incomingId })).toBe('incoming.not_found');
  });
  it('gives the book back as it was', () => {
    const before = dumpBook(desk.store);
    const other = insertBankImport(desk.store, 'december.qfx');
    insertReceived(desk.store, other, { memo: 'Deposit' });
    deleteImported(desk.store, other, Date.UTC(2026, 10, 20));
    const after = dumpBook(desk.store);
    expect({ ...after, imports: [] }).toEqual({ ...before, imports: [] });
  });
});
