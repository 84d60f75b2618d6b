/** What is written when stored and replayed differ. Whole lives of accounts are in `ledger-model.test.ts`. */
import { expect, it } from 'vitest';
import {
  changeApplications,
  changeDerived,
  interestChanges,
  reallocationOf,
  type StoredDerived,
} from '../../../shared/domain/corrections.ts';
import { type Components, noComponents } from '../../../shared/domain/ledger.ts';
import {
  type LedgerFacts,
  type LedgerKey,
  type PrimaryEntry,
  replay,
} from '../../../shared/domain/replay.ts';

function parts(change: Partial<Components>): Components {
  return { ...noComponents, ...change };
}

const charge: PrimaryEntry = {
  entryId: 1,
  kind: 'charge',
  effectiveOn: '2025-01-01',
  dueOn: null,
  parts: parts({ principalCents: 36_500 }),
  order: null,
  direction: null,
};
const payment: PrimaryEntry = {
  ...charge,
  entryId: 2,
  kind: 'payment',
  effectiveOn: '2025-01-21',
  parts: parts({ principalCents: -1_000 }),
  order: 'interest_first',
};
const facts: LedgerFacts = {
  entries: [charge, payment],
  terms: [
    {
      fromOn: '2025-01-01',
      method: 'simple',
      rate: '10',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basis: 'Clause 4',
    },
  ],
  judgments: [
    {
      judgmentId: 5,
      judgedOn: '2025-02-10',
      award: parts({ principalCents: 36_000 }),
      interestOn: 'award',
      rate: '9',
      dayCount: 'actual_365',
      startOn: '2025-03-01',
      basis: 'Order of the court',
    },
  ],
  postingDays: [],
};
const replayed = replay(facts, { through: null });
const interest: StoredDerived = {
  entryId: 11,
  kind: 'interest',
  effectiveOn: '2025-01-21',
  parts: parts({ interestCents: 200 }),
  judgmentId: null,
};
const before = parts({ principalCents: 35_700, interestCents: 196 });

it('posts everything derived when nothing is stored, in order of the days', () => {
  const { takeBack, post, kept } = changeDerived([], replayed);
  expect(takeBack).toEqual([]);
  expect(kept.size).toBe(0);
  expect(post).toEqual([
    {
      key: 'interest:2025-01-21',
      kind: 'interest',
      effectiveOn: '2025-01-21',
      dueOn: '2025-01-21',
      parts: parts({ interestCents: 200 }),
      judgmentId: null,
    },
    {
      key: 'interest:2025-02-10',
      kind: 'interest',
      effectiveOn: '2025-02-10',
      dueOn: '2025-02-10',
      parts: parts({ interestCents: 196 }),
      judgmentId: null,
    },
    {
      key: 'merger:5',
      kind: 'merger',
      effectiveOn: '2025-02-10',
      dueOn: null,
      parts: parts({ principalCents: -before.principalCents, interestCents: -before.interestCents }),
      judgmentId: 5,
    },
    {
      key: 'judgment:5',
      kind: 'judgment',
      effectiveOn: '2025-02-10',
      dueOn: '2025-03-01',
      parts: parts({ principalCents: 36_000 }),
      judgmentId: 5,
    },
  ]);
});

it('keeps what is right, takes back what is not, and leaves entries that are no line of a replay alone', () => {
  const wrongSum = { ...interest, entryId: 12, effectiveOn: '2025-02-10' };
  const wrongDay = { ...interest, entryId: 13, effectiveOn: '2025-02-11' };
  const award: StoredDerived = {
    entryId: 14,
    kind: 'judgment',
    effectiveOn: '2025-02-10',
    parts: parts({ principalCents: 36_000 }),
    judgmentId: 5,
  };
  const movedMerger: StoredDerived = { ...award, entryId: 15, kind: 'merger', effectiveOn: '2025-02-09' };
  const loose: StoredDerived = { ...interest, entryId: 16, kind: 'reallocation' };
  const odd: StoredDerived = { ...award, entryId: 17, kind: 'reallocation' };
  const { takeBack, post, kept } = changeDerived(
    [interest, wrongSum, wrongDay, award, movedMerger, loose, odd],
    replayed,
  );
  expect(takeBack.map(({ entryId }) => entryId)).toEqual([12, 13, 15]);
  expect([...kept]).toEqual([
    ['interest:2025-01-21', 11],
    ['judgment:5', 14],
  ]);
  expect(post.map(({ key }) => key)).toEqual(['interest:2025-02-10', 'merger:5']);
});

it('takes back a merger of the right sum that stands on another day', () => {
  const merger: StoredDerived = {
    entryId: 15,
    kind: 'merger',
    effectiveOn: '2025-02-09',
    parts: parts({ principalCents: -before.principalCents, interestCents: -before.interestCents }),
    judgmentId: 5,
  };
  expect(changeDerived([merger], replayed).takeBack).toEqual([merger]);
  expect(changeDerived([{ ...merger, effectiveOn: '2025-02-10' }], replayed).takeBack).toEqual([]);
});

it.each<[string, Partial<Components>]>([
  ['principal', { principalCents: 1, interestCents: 199 }],
  ['interest', { interestCents: 201 }],
  ['fees', { interestCents: 200, feesCents: 1 }],
  ['costs', { interestCents: 200, costsCents: 1 }],
])('sees a difference in %s', (_, change) => {
  const { takeBack } = changeDerived([{ ...interest, parts: parts(change) }], replayed);
  expect(takeBack).toHaveLength(1);
});

it('moves applications by their difference and leaves out what is right', () => {
  const ids = new Map<LedgerKey, number>([
    ['interest:2025-01-21', 11],
    ['interest:2025-02-10', 12],
    ['merger:5', 15],
    ['judgment:5', 14],
  ]);
  const idOf = (key: LedgerKey) => (typeof key === 'number' ? key : (ids.get(key) ?? 0));
  const merged = [
    { entryId: 15, chargeEntryId: 1, ...parts({ principalCents: 35_700 }) },
    { entryId: 15, chargeEntryId: 12, ...parts({ interestCents: 196 }) },
  ];
  const changes = changeApplications(replayed, {
    stored: [
      ...merged,
      // Met the charge in full when it was posted; a reversal has moved another payment's back.
      { entryId: 2, chargeEntryId: 1, ...parts({ principalCents: 1_000 }) },
      { entryId: 3, chargeEntryId: 1, ...parts({ principalCents: 50 }) },
      { entryId: 4, chargeEntryId: 1, ...parts({ principalCents: -50 }) },
    ],
    reversals: [
      { entryId: 4, reverses: 3, isCharge: false, parts: parts({ principalCents: -50 }) },
      { entryId: 9, reverses: 8, isCharge: true, parts: parts({ feesCents: 25 }) },
    ],
    idOf,
  });
  expect(changes).toEqual([
    { entryId: 2, chargeEntryId: 11, parts: parts({ interestCents: 200 }), directed: false },
    { entryId: 2, chargeEntryId: 1, parts: parts({ principalCents: -200 }), directed: false },
    { entryId: 9, chargeEntryId: 8, parts: parts({ feesCents: 25 }), directed: false },
  ]);
});

it('keeps with a change that the debtor directed it, at what was named', () => {
  const directed = { ...payment, direction: { charges: [1], component: null } };
  const other = { ...charge, entryId: 6, parts: parts({ principalCents: 10 }), effectiveOn: '2025-01-05' };
  const big = { ...directed, parts: parts({ principalCents: -36_505 }) };
  const { allocations } = replay(
    { entries: [charge, other, big], terms: [], judgments: [], postingDays: [] },
    { through: null },
  );
  const changes = changeApplications(
    { ...replayed, allocations },
    { stored: [], reversals: [], idOf: (key) => Number(key) },
  );
  expect(changes).toEqual([
    { entryId: 2, chargeEntryId: 1, parts: parts({ principalCents: 36_500 }), directed: true },
    { entryId: 2, chargeEntryId: 6, parts: parts({ principalCents: 5 }), directed: false },
  ]);
});

it('moves between components what sums to nothing, and refuses what does not', () => {
  const stored = parts({ principalCents: 300 });
  expect(reallocationOf(stored, stored)).toBeNull();
  expect(reallocationOf(stored, parts({ principalCents: 100, interestCents: 200 }))).toEqual(
    parts({ principalCents: -200, interestCents: 200 }),
  );
  expect(() => reallocationOf(stored, parts({ principalCents: 301 }))).toThrow(
    'the ledger is off by 1 cents',
  );
});

it('tells day by day what interest was and has become, soonest first', () => {
  const { post } = changeDerived([], replayed);
  const late = { ...interest, effectiveOn: '2025-04-01' };
  const merger: StoredDerived = { ...late, kind: 'merger', judgmentId: 5, effectiveOn: '2025-05-01' };
  expect(interestChanges([late, interest, merger], post)).toEqual([
    { on: '2025-01-21', beforeCents: 200, afterCents: 200 },
    { on: '2025-02-10', beforeCents: 0, afterCents: 196 },
    { on: '2025-04-01', beforeCents: 200, afterCents: 0 },
  ]);
});

it('stores interest through the last payment and no compounding day after it', () => {
  const [terms] = facts.terms;
  if (!terms) throw new Error('no terms');
  const fee: PrimaryEntry = {
    ...charge,
    entryId: 3,
    kind: 'fee',
    effectiveOn: '2025-06-15',
    parts: parts({ feesCents: 1 }),
  };
  const given: LedgerFacts = {
    entries: [charge, { ...payment, effectiveOn: '2025-02-15' }, fee],
    terms: [{ ...terms, method: 'compound', compounding: 'monthly' }],
    judgments: [],
    postingDays: [],
  };
  const days = (through: string | null) => replay(given, { through }).postings.map(({ on }) => on);
  expect(days(null)).toEqual(['2025-02-01', '2025-02-15']);
  expect(days('2025-04-30')).toEqual(['2025-02-01', '2025-02-15', '2025-03-01', '2025-04-01']);
});

it.each<[string, Partial<LedgerFacts>, string[]]>([
  ['a posting by hand', { postingDays: ['2025-03-15'] }, ['2025-02-01', '2025-03-01', '2025-03-15']],
  [
    'a judgment',
    { judgments: facts.judgments.map((one) => ({ ...one, judgedOn: '2025-02-10', startOn: '2025-02-10' })) },
    ['2025-02-01', '2025-02-10'],
  ],
  ['nothing', {}, []],
])('stores interest through %s', (_, change, days) => {
  const fee: PrimaryEntry = { ...charge, entryId: 3, kind: 'fee', effectiveOn: '2025-06-15' };
  const terms = facts.terms.map((one) => ({
    ...one,
    method: 'compound' as const,
    compounding: 'monthly' as const,
  }));
  const given: LedgerFacts = { entries: [charge, fee], terms, judgments: [], postingDays: [], ...change };
  expect(replay(given, { through: null }).postings.map(({ on }) => on)).toEqual(days);
});

it.each<[string, PrimaryEntry['direction'], boolean]>([
  ['a component of any charge', { charges: [], component: 'principal' }, true],
  ['this charge among others', { charges: [9, 1], component: null }, true],
  ['another charge', { charges: [9], component: null }, false],
  ['nothing', null, false],
])('marks what a payment directed at %s meets', (_, direction, directed) => {
  const given = { entries: [charge, { ...payment, direction }], terms: [], judgments: [], postingDays: [] };
  expect(replay(given, { through: null }).allocations.map((one) => one.directed)).toEqual([directed]);
});
