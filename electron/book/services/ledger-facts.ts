/**
 * One account's ledger as it is stored, read in a few statements, and what of it goes into the replay: primary entries in
 * force, terms, judgments and days of posting. Entries, terms and judgments of a later day than one is asked about can be
 * left out, so that a figure can be had as the book stood then.
 */
import type { Terms } from '../../../shared/domain/accrual.ts';
import type { ApplicationFacts, StoredDerived } from '../../../shared/domain/corrections.ts';
import {
  addComponents,
  type Components,
  type Direction,
  isRelief,
  noComponents,
  totalOf,
} from '../../../shared/domain/ledger.ts';
import type { Judgment, LedgerFacts, PrimaryEntry } from '../../../shared/domain/replay.ts';
import { type EntryRow, listEntries } from '../store/queries/entries.ts';
import { type JudgmentRecord, listJudgments } from '../store/queries/judgments.ts';
import { listPostingDays, listTerms, type PostingDay, type TermsRecord } from '../store/queries/terms.ts';
import type { Store } from '../store/store.ts';

/** An entry with everything a reader wants to know of it besides what the replay needs. */
export type LedgerEntry = PrimaryEntry & { readonly row: EntryRow };

export type StoredLedger = {
  readonly entries: readonly EntryRow[];
  readonly terms: readonly TermsRecord[];
  readonly judgments: readonly JudgmentRecord[];
  readonly postingDays: readonly PostingDay[];
};

export function readLedger(store: Store, accountId: number): StoredLedger {
  return {
    entries: listEntries(store, accountId),
    terms: listTerms(store, accountId),
    judgments: listJudgments(store, accountId),
    postingDays: listPostingDays(store, accountId),
  };
}

/** The ledger as it stood before an instant: what was posted, made, withdrawn or vacated from then on had not happened. */
export function ledgerBefore(ledger: StoredLedger, instant: number): StoredLedger {
  return {
    entries: ledger.entries.filter(({ postedAt }) => postedAt < instant),
    terms: ledger.terms
      .filter(({ madeAt }) => madeAt < instant)
      .map((terms) =>
        terms.withdrawnAt !== null && terms.withdrawnAt >= instant ? { ...terms, withdrawnAt: null } : terms,
      ),
    judgments: ledger.judgments
      .filter(({ madeAt }) => madeAt < instant)
      .map((judgment) =>
        judgment.vacatedAt !== null && judgment.vacatedAt >= instant
          ? { ...judgment, vacatedAt: null, vacatedReason: null }
          : judgment,
      ),
    postingDays: ledger.postingDays.filter(({ madeAt }) => madeAt < instant),
  };
}

/** The reversal of each entry that was taken back. */
export function reversalsOf(entries: readonly EntryRow[]): Map<number, EntryRow> {
  const reversals = new Map<number, EntryRow>();
  for (const entry of entries) {
    if (entry.reversesEntryId !== null) reversals.set(entry.reversesEntryId, entry);
  }
  return reversals;
}

/** Charged again because money came in for what was written off: only then has an adjustment a receipt. */
export function isChargedAgain({ kind, receiptId }: EntryRow): boolean {
  return kind === 'adjustment' && receiptId !== null;
}

export function partsOf({ principalCents, interestCents, feesCents, costsCents }: Components): Components {
  return { principalCents, interestCents, feesCents, costsCents };
}

export function sumOf(entries: readonly Components[]): Components {
  return entries.reduce<Components>(addComponents, noComponents);
}

/**
 * What goes into the replay. An entry that was taken back and posted again goes by the id of the new one; a direction that names
 * the first means the second.
 */
export function factsOf(ledger: StoredLedger): LedgerFacts<LedgerEntry> {
  const reversals = reversalsOf(ledger.entries);
  const restored = restoredOf(ledger.entries);
  const follow = (id: number): number => {
    const next = restored.get(id);
    return next === undefined ? id : follow(next);
  };
  const entries: LedgerEntry[] = [];
  for (const row of ledger.entries) {
    if (row.derived || row.kind === 'reversal' || reversals.has(row.entryId)) continue;
    entries.push({
      entryId: row.entryId,
      kind: row.kind,
      effectiveOn: row.effectiveOn,
      dueOn: row.dueOn,
      parts: partsOf(row),
      order: row.applicationOrder,
      direction: row.direction && followed(row.direction, follow),
      row,
    });
  }
  const judgments = ledger.judgments.filter(({ vacatedAt }) => vacatedAt === null);
  return {
    entries,
    terms: ledger.terms
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((row) => toTerms(row, judgments)),
    judgments: judgments.map(toJudgment),
    postingDays: ledger.postingDays.map(({ onDay }) => onDay),
  };
}

function restoredOf(entries: readonly EntryRow[]): Map<number, number> {
  const restored = new Map<number, number>();
  if (!entries.some(({ restoresEntryId }) => restoresEntryId !== null)) return restored;
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  for (const { entryId, restoresEntryId } of entries) {
    const reversed = restoresEntryId === null ? null : byId.get(restoresEntryId)?.reversesEntryId;
    if (typeof reversed === 'number') restored.set(reversed, entryId);
  }
  return restored;
}

function followed(direction: Direction, follow: (id: number) => number): Direction {
  return { ...direction, charges: direction.charges.map(follow) };
}

/** Whoever sets terms after a judgment was entered, from its day on, means its interest; what was agreed before merged in it. */
function toTerms(row: TermsRecord, judgments: readonly JudgmentRecord[]): Terms {
  const { fromOn, method, rate, compounding, dayCount, capCents, basis, madeAt } = row;
  const terms = { fromOn, method, rate, compounding, dayCount, capCents, basis };
  return judgments.some((judgment) => fromOn >= judgment.judgedOn && madeAt >= judgment.madeAt)
    ? { ...terms, overJudgment: true }
    : terms;
}

function toJudgment(record: JudgmentRecord): Judgment {
  const { judgmentId, judgedOn, award, interestOn, rate, dayCount, startOn, basis } = record;
  return { judgmentId, judgedOn, award, interestOn, rate, dayCount, startOn, basis };
}

/** Derived entries that still stand, reallocations left out: those are never wrong by themselves. */
export function derivedInForce(ledger: StoredLedger): StoredDerived[] {
  const reversals = reversalsOf(ledger.entries);
  return ledger.entries
    .filter(
      (row) =>
        row.derived && row.kind !== 'reversal' && row.kind !== 'reallocation' && !reversals.has(row.entryId),
    )
    .map((row) => ({
      entryId: row.entryId,
      kind: row.kind,
      effectiveOn: row.effectiveOn,
      parts: partsOf(row),
      judgmentId: row.judgmentId,
    }));
}

export type StoredReversal = ApplicationFacts['reversals'][number];

/** Every stored reversal with what it takes back, for the applications. */
export function storedReversals({ entries }: StoredLedger): StoredReversal[] {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  return entries.flatMap(({ entryId, reversesEntryId }) => {
    const entry = reversesEntryId === null ? undefined : byId.get(reversesEntryId);
    return entry ? [reversedBy(entryId, entry)] : [];
  });
}

export function reversedBy(reversalId: number, entry: EntryRow): StoredReversal {
  const parts = partsOf(entry);
  const isCharge = entry.kind !== 'reallocation' && !isRelief(entry.kind, totalOf(parts));
  return { entryId: reversalId, reverses: entry.entryId, isCharge, parts };
}
