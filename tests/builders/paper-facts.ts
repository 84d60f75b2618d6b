/** Facts for papers of figures, from the real ledger: a valid default that a test changes where it matters. */
import type { Explanation } from '../../shared/contract/ledger.ts';
import type { PlanFacts } from '../../shared/contract/plans.ts';
import type { Terms } from '../../shared/domain/accrual.ts';
import type { Day } from '../../shared/domain/days.ts';
import { explain } from '../../shared/domain/explain.ts';
import { type Components, noComponents } from '../../shared/domain/ledger.ts';
import type { LedgerFacts, LedgerKey, PrimaryEntry } from '../../shared/domain/replay.ts';
import type { PaperParties } from '../../shared/templates/papers/paper-sheet.ts';
import { makeLetterData } from './letter-data.ts';

export type TestEntry = PrimaryEntry & {
  readonly reference: string;
  readonly memo: string;
  readonly basis: string;
};

export function makeParties(change: Partial<PaperParties> = {}): PaperParties {
  const { today, sample, sender, debtor, account } = makeLetterData();
  return { today, sample, sender, debtor, account, ...change };
}

export function charge(entryId: number, on: Day, cents: number, change: Partial<TestEntry> = {}): TestEntry {
  return {
    entryId,
    kind: 'charge',
    effectiveOn: on,
    dueOn: on,
    parts: { ...noComponents, principalCents: cents },
    order: null,
    direction: null,
    reference: `INV-${entryId}`,
    memo: '',
    basis: '',
    ...change,
  };
}

export function payment(entryId: number, on: Day, cents: number, change: Partial<TestEntry> = {}): TestEntry {
  return {
    ...charge(entryId, on, -cents),
    kind: 'payment',
    dueOn: null,
    order: 'costs_fees_interest_principal',
    reference: `${1000 + entryId}`,
    ...change,
  };
}

export const eightPercent: Terms = {
  fromOn: '2025-01-01',
  method: 'simple',
  rate: '8',
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basis: 'Agreement section 4',
};

/** Two charges with interest at 8 %, a fee, two payments. */
export function makeLedger(change: Partial<LedgerFacts<TestEntry>> = {}): LedgerFacts<TestEntry> {
  return {
    entries: [
      charge(1, '2025-11-01', 98_000, { memo: 'Crown, upper left' }),
      charge(2, '2025-12-04', 2500, {
        kind: 'fee',
        parts: { ...noComponents, feesCents: 2500 },
        reference: '',
        memo: 'Returned check',
        basis: 'Agreement section 9',
      }),
      payment(3, '2026-01-15', 20_000),
      charge(4, '2026-02-01', 12_345),
      payment(5, '2026-02-20', 5000),
    ],
    terms: [eightPercent],
    judgments: [],
    postingDays: [],
    ...change,
  };
}

/** An explanation as the book answers it. */
export function explanationOf(
  facts: LedgerFacts<TestEntry>,
  asOf: Day,
  change: Partial<Explanation> = {},
): Explanation {
  const { lines, ...figures } = explain(facts, asOf);
  const referenceOf = (key: LedgerKey) =>
    facts.entries.find(({ entryId }) => entryId === key)?.reference ?? '';
  return {
    accountId: 1,
    accountNumber: '1042',
    debtorName: 'Rosa Delgado',
    takenBack: [],
    ...figures,
    lines: lines.map((line): Explanation['lines'][number] => {
      const { on, cents, balanceCents } = line;
      if (line.line === 'interest') {
        const segments = line.segments.map(({ terms, ...segment }) => ({
          ...segment,
          rate: terms.rate,
          method: terms.method,
          dayCount: terms.dayCount,
          basis: terms.basis,
        }));
        return { ...line, segments };
      }
      if (line.line === 'judgment') {
        const { judgmentId, award, basis } = line.judgment;
        return {
          line: 'judgment',
          on,
          judgmentId,
          court: 'Dover District Court',
          caseNumber: '26-CV-17',
          before: line.before,
          award,
          basis,
          cents,
          balanceCents,
        };
      }
      const { entryId, kind, reference, memo, dueOn, parts, basis } = line.entry;
      if (line.line === 'charge') {
        return {
          line: 'charge',
          on,
          entryId,
          kind,
          reference,
          memo,
          dueOn,
          basisKind: basis === '' ? '' : 'contract',
          basis,
          parts,
          cents,
          balanceCents,
        };
      }
      return {
        line: 'relief',
        on,
        entryId,
        kind,
        method: kind === 'payment' ? 'cheque' : null,
        reference,
        memo,
        allowedBy: '',
        order: line.order,
        directed: line.directed,
        applications: line.applications.map((application) => ({
          chargeEntryId: typeof application.charge === 'number' ? application.charge : 900,
          reference: referenceOf(application.charge),
          kind: application.kind,
          dueOn: application.dueOn,
          cents: application.cents,
          parts: application.parts,
        })),
        unappliedCents: line.unappliedCents,
        cents,
        balanceCents,
      };
    }),
    ...change,
  };
}

/** Twelve monthly instalments of $100, the first paid, the second in part. */
export function makePlan(change: Partial<PlanFacts> = {}): PlanFacts {
  return {
    planId: 7,
    accountId: 1,
    debtorName: 'Rosa Delgado',
    accountNumber: '1042',
    kind: 'plan',
    accounts: [{ accountId: 1, number: '1042', balanceCents: 120_000 }],
    state: 'active',
    endedReason: null,
    frequency: 'monthly',
    totalCents: 120_000,
    paidCents: 14_000,
    startedOn: '2026-01-05',
    nextDueOn: '2026-03-01',
    nextAmountCents: 6000,
    missed: 0,
    pausedUntil: null,
    version: 1,
    settlement: null,
    instalments: Array.from({ length: 12 }, (_, index) => ({
      number: index + 1,
      dueOn: `2026-${(index + 1).toString().padStart(2, '0')}-28`,
      amountCents: 10_000,
      paidCents: index === 0 ? 10_000 : index === 1 ? 4000 : 0,
      state: index === 0 ? ('paid' as const) : index === 1 ? ('partly_paid' as const) : ('upcoming' as const),
    })),
    ...change,
  };
}

export function partsOfPrincipal(cents: number): Components {
  return { ...noComponents, principalCents: cents };
}
