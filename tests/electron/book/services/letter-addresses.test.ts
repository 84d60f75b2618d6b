/** The address of a letter in a real book: one the post cannot deliver to stops it, says why, and is corrected in one step. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  findLetterAddress,
  noLetterAddress,
  readAddressLines,
} from '../../../../electron/book/services/letter-parties.ts';
import { findAccount } from '../../../../electron/book/store/queries/accounts.ts';
import { findDebtor } from '../../../../electron/book/store/queries/debtors.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;
let debtorId: number;

const home = {
  line1: '18 Mill Road',
  line2: '',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  country: '',
};

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
  debtorId = findAccount(desk.store, accountId)?.debtorId ?? 0;
});

const debtor = () => {
  const row = findDebtor(desk.store, debtorId);
  if (!row) throw new Error('no debtor');
  return row;
};
const add = (change: Partial<typeof home> & { replaces?: number; kind?: 'home' | 'mailing' } = {}) =>
  desk.get('debtors.addAddress', { debtorId, kind: 'home', source: '', ...home, ...change });

describe('an address the post cannot deliver to', () => {
  test('is named with what is wrong, while one that was never entered is missing', async () => {
    expect(noLetterAddress(desk.store, debtor())).toEqual({
      code: 'letter.no_address',
      params: { name: 'Mara Okafor' },
    });
    const { addressId } = await add({ postalCode: '78701' });
    expect(findLetterAddress(desk.store, debtor())).toBeNull();
    expect(noLetterAddress(desk.store, debtor())).toMatchObject({
      code: 'letter.address_bad',
      params: { addressId, why: expect.stringContaining('lies in Texas, not in New Hampshire') },
    });
  });

  test('gives way to another that is sound', async () => {
    await add({ kind: 'mailing', postalCode: '78701' });
    const { addressId } = await add({ line1: '4 Elm Street' });
    expect(findLetterAddress(desk.store, debtor())?.addressId).toBe(addressId);
  });

  test('is corrected in one step: the new one is written to, the old one stays and is marked', async () => {
    const { addressId: old } = await add({ postalCode: '3820' });
    const { addressId } = await add({ replaces: old });
    expect(findLetterAddress(desk.store, debtor())?.addressId).toBe(addressId);
    const { debtor: seen } = await desk.get('accounts.get', { accountId });
    expect(seen.addresses.find((one) => one.addressId === old)?.status).toBe('bad');
    const { changes } = await desk.get('debtors.reachHistory', { debtorId });
    expect(changes[0]).toMatchObject({ addressId: old, toStatus: 'bad', why: 'Corrected' });
  });

  test('of somebody else is not replaced', async () => {
    const { addressId } = await add();
    const other = findAccount(desk.store, await desk.account({ debtorName: 'Ivo Petrov' }))?.debtorId ?? 0;
    const input = { debtorId: other, kind: 'home', source: '', ...home, replaces: addressId } as const;
    expect(await desk.codeOf('debtors.addAddress', input)).toBe('address.not_found');
  });
});

test('one that does not fit the window says which it is', async () => {
  const { addressId } = await add({ city: 'Llanfair '.repeat(9).trim() });
  expect(readAddressLines(desk.store, debtor())).toMatchObject({
    ok: false,
    error: { code: 'letter.address_too_long', params: { addressId } },
  });
});
