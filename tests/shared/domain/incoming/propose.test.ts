import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  type MatchedItem,
  matchName,
  proposeAccounts,
} from '../../../../shared/domain/incoming/propose.ts';

const item = (change: Partial<MatchedItem> = {}): MatchedItem => ({
  amountCents: 10_000,
  receivedOn: '2026-11-18',
  payer: '',
  checkNumber: '',
  nameWords: [],
  statedNumbers: [],
  clientId: null,
  ...change,
});
const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  accountId: 1,
  debtorId: 1,
  accountNumber: 'AC-1001',
  debtorName: 'Mara Okafor',
  debtorKind: 'consumer',
  otherNames: [],
  clientId: 1,
  clientName: 'Lakeview Dental',
  status: 'active',
  balanceCents: 10_000,
  owedCents: change.balanceCents ?? 10_000,
  disputed: false,
  numberWords: [],
  debtorNumberWords: [],
  charges: [],
  instalment: null,
  promise: null,
  earlier: null,
  held: null,
  ...change,
});
const propose = (one: MatchedItem, candidates: Candidate[]) => proposeAccounts(one, candidates, (day) => day);
const best = (one: MatchedItem, ...candidates: Candidate[]) => propose(one, candidates)[0];

describe('what is certain', () => {
  const named = { numberWords: ['ac1001'] };
  it('is a number and the whole balance', () => {
    expect(best(item(), candidate(named))).toMatchObject({ certain: true, score: 90 });
  });
  it('is a name, an earlier payment and the sum', () => {
    const earlier = { count: 2, lastOn: '2026-10-18', lastCents: 10_000 };
    expect(best(item({ nameWords: ['mara', 'okafor'] }), candidate({ earlier }))?.certain).toBe(true);
  });
  it.each([
    ['the sum alone', item(), candidate()],
    ['a name and the sum', item({ nameWords: ['mara', 'okafor'] }), candidate()],
    ['a number alone', item({ amountCents: 4_321 }), candidate(named)],
    ['a disputed account', item(), candidate({ ...named, disputed: true })],
    ['a closed account', item(), candidate({ ...named, status: 'closed' })],
    ['more than is owed', item({ amountCents: 10_001 }), candidate(named)],
    ['a paid account', item(), candidate({ ...named, balanceCents: 0 })],
    ['the account of another client', item({ clientId: 2 }), candidate(named)],
    [
      'a name with another suffix',
      item({ nameWords: ['mara', 'okafor', 'sr'] }),
      candidate({ ...named, debtorName: 'Mara Okafor Jr' }),
    ],
  ])('is not %s', (_, one, other) => {
    expect(best(one, other)?.certain ?? false).toBe(false);
  });
  it('is none of two that come near each other', () => {
    const father = candidate({ ...named, accountId: 1 });
    const son = candidate({ ...named, accountId: 2, debtorId: 2, accountNumber: 'AC1001' });
    expect(propose(item(), [father, son]).map(({ certain }) => certain)).toEqual([false, false]);
  });
});

describe('what a proposal says', () => {
  it('names the invoices and pays them first', () => {
    const charges = [{ entryId: 7, reference: 'INV-1042', word: 'inv1042', openCents: 2_500 }];
    const found = best(item({ amountCents: 2_500 }), candidate({ charges }));
    expect(found?.shares).toEqual([{ accountId: 1, amountCents: 2_500, charges: [7] }]);
    expect(found?.because.map(({ text }) => text)).toEqual([
      'It names invoice INV-1042',
      '$25.00 is what is open of it',
    ]);
    expect(found?.certain).toBe(true);
  });
  it('tells what speaks against it', () => {
    const found = best(item(), candidate({ numberWords: ['ac1001'], disputed: true }));
    expect(found?.because.filter(({ agrees }) => !agrees)).toHaveLength(1);
  });
  it('is nothing for money that went out', () => {
    expect(propose(item({ amountCents: -10_000 }), [candidate({ numberWords: ['ac1001'] })])).toEqual([]);
  });
  it('leaves out what only a short number found', () => {
    expect(propose(item({ amountCents: 77 }), [candidate({ numberWords: ['101'] })])).toEqual([]);
  });
});

describe('one payment for several accounts', () => {
  it('is split over invoices it names together', () => {
    const one = candidate({
      charges: [{ entryId: 7, reference: 'A-77001', word: 'a77001', openCents: 4_000 }],
    });
    const other = candidate({
      accountId: 2,
      debtorId: 2,
      debtorName: 'Ben Birch',
      charges: [{ entryId: 8, reference: 'A-77002', word: 'a77002', openCents: 6_000 }],
    });
    expect(best(item(), one, other)).toMatchObject({
      certain: true,
      shares: [
        { accountId: 1, amountCents: 4_000, charges: [7] },
        { accountId: 2, amountCents: 6_000, charges: [8] },
      ],
    });
  });
  it('is split over all that one person owes, and shown for a look', () => {
    const one = candidate({ balanceCents: 3_000 });
    const other = candidate({ accountId: 2, balanceCents: 7_000 });
    const found = best(item({ nameWords: ['mara', 'okafor'] }), one, other);
    expect(found?.shares.map(({ amountCents }) => amountCents)).toEqual([3_000, 7_000]);
    expect(found?.certain).toBe(false);
  });
});

describe('names in the words of a bank', () => {
  const consumer = (debtorName: string) => ({ debtorName, debtorKind: 'consumer' as const, otherNames: [] });
  const business = (debtorName: string) => ({ debtorName, debtorKind: 'business' as const, otherNames: [] });
  it.each([
    [['okafor', 'mara'], consumer('Mara Okafor'), 'same'],
    [['okafor', 'mar'], consumer('Mara Okafor'), 'close'],
    [['smith', 'bob'], consumer('Robert Smith'), 'close'],
    [['okafor', 'dele'], consumer('Mara Okafor'), 'family'],
    [['mara'], consumer('Mara Okafor'), 'none'],
    [['garcia', 'lopez', 'ana'], consumer('GARCIA LOPEZ, ANA M'), 'same'],
    [['lopez', 'ana'], consumer('GARCIA LOPEZ, ANA M'), 'none'],
    [['acme', 'supply'], business('Acme Supply, Inc.'), 'same'],
    [['acme', 'suppl'], business('Acme Supply, Inc.'), 'close'],
    [['acme', 'tools'], business('Acme Supply, Inc.'), 'none'],
  ])('%o against %o is %s', (words, who, expected) => {
    expect(matchName(words, who)).toBe(expected);
  });
  it('knows former and other names', () => {
    expect(matchName(['mara', 'hill'], { ...consumer('Mara Okafor'), otherNames: ['Mara Hill'] })).toBe(
      'same',
    );
  });
});
