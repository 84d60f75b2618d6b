import { describe, expect, it } from 'vitest';
import {
  cleanIncoming,
  looksReturned,
  makeRowIds,
  methodOf,
} from '../../../../shared/domain/incoming/incoming.ts';
import { nameWordsIn, numbersIn, payerKeyOf } from '../../../../shared/domain/incoming/incoming-words.ts';
import { makeIncomingItem } from '../../../builders/incoming.ts';

describe('money that went out', () => {
  const out = (memo: string, method = '') =>
    looksReturned(makeIncomingItem({ amountCents: -5_000, memo, method }));
  it.each([
    'RETURNED ITEM CHK 1042',
    'ACH RETURN R01 NSF',
    'Chargeback 8831',
    'DEPOSITED ITEM RETURNED UNPAID',
    'RTN CHECK',
  ])('reads like a deposit taken back: %s', (memo) => expect(out(memo)).toBe(true));
  it.each(['RETURNED ITEM FEE', 'OFFICE SUPPLY STORE 114', 'SERVICE CHARGE', 'RENT NOVEMBER'])(
    'reads like nothing of a debtor’s: %s',
    (memo) => expect(out(memo)).toBe(false),
  );
  it('is none when money came in', () => {
    expect(looksReturned(makeIncomingItem({ memo: 'RETURNED ITEM', amountCents: 5_000 }))).toBe(false);
  });
});

describe('what is kept of an item', () => {
  it('holds no card number, in its texts nor in what else the file says', () => {
    const kept = cleanIncoming(
      makeIncomingItem({
        memo: 'CARD 4111 1111 1111 1111   web',
        payer: 'Ana 4111111111111111',
        details: { facts: [{ label: 'Card', value: '4111-1111-1111-1111' }] },
      }),
    );
    expect(JSON.stringify(kept)).not.toMatch(/4111.?1111.?1111/);
    expect(kept.memo).toBe('CARD ending 1111 web');
  });
});

describe('ids of rows without one', () => {
  it('keeps equal rows apart and knows each again in a file that overlaps', () => {
    const first = makeRowIds();
    const row = makeIncomingItem({ memo: 'Deposit' });
    const ids = [first(row), first(row), first({ ...row, amountCents: 5 })];
    expect(new Set(ids).size).toBe(3);
    const second = makeRowIds();
    expect([second(row), second({ ...row, memo: ' deposit ' })]).toEqual(ids.slice(0, 2));
  });
});

describe('how it was paid', () => {
  it.each([
    [{ checkNumber: '1042' }, 'cheque'],
    [{ method: 'DIRECTDEP' }, 'ach'],
    [{ memo: 'Zelle from Ana' }, 'online'],
    [{ memo: 'STRIPE TRANSFER' }, 'card'],
    [{ kind: 'remittance' as const, memo: 'EFT' }, 'insurance'],
    [{ memo: 'Deposit' }, 'other'],
  ])('%o is %s', (change, method) => {
    expect(methodOf(makeIncomingItem(change))).toBe(method);
  });
});

describe('the words of an item', () => {
  it('finds numbers as search keeps them, and neither days nor the item’s own sum', () => {
    const numbers = numbersIn(
      makeIncomingItem({ amountCents: 12_345, memo: 'INV-01042 paid 11/18/2026 123.45 acct 0000777' }),
    );
    expect(numbers).toEqual(expect.arrayContaining(['inv01042', '1042', '777']));
    expect(numbers).not.toContain('2026');
    expect(numbers).not.toContain('123');
  });
  it('finds names among the bank’s own words', () => {
    expect(
      nameWordsIn(makeIncomingItem({ memo: 'ACH CREDIT PPD ID: 99 DES:PAYMENT INDN:MARA OKAFOR' })),
    ).toEqual(['mara', 'okafor']);
  });
  it('knows a payer again whatever number stands beside the name', () => {
    const key = payerKeyOf(makeIncomingItem({ memo: 'ACH DEP OKAFOR MARA 000123' }));
    expect(key).toBe('mara okafor');
    expect(payerKeyOf(makeIncomingItem({ memo: 'Mara Okafor payment 000124' }))).toBe(key);
    expect(payerKeyOf(makeIncomingItem({ memo: 'DEPOSIT 123' }))).toBe('');
  });
});
