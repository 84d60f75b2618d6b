/**
 * The one way anything reaches the ledger of an account. New primary entries, entries taken back, and changed terms or judgments
 * all end the same: the account is replayed with them, and what the stored ledger lacks to say the same is added to it. Nothing
 * stored is ever changed.
 *
 * `reckon` computes without writing, so that a preview cannot differ from the posting; `post` writes what it computed, then
 * what follows the ledger: promises, the state of interest, plans, the summary.
 */
import { accrualStateOf } from '../../../shared/domain/accrual-state.ts';
import {
  type ApplicationChange,
  changeApplications,
  changeDerived,
  type DerivedChanges,
  type DerivedEntry,
  interestChanges,
  reallocationOf,
  type StoredApplication,
  type StoredDerived,
} from '../../../shared/domain/corrections.ts';
import type { Day } from '../../../shared/domain/days.ts';
import {
  type ApplicationRule,
  addComponents,
  type Components,
  type Direction,
  isRelief,
  negative,
  noComponents,
  totalOf,
} from '../../../shared/domain/ledger.ts';
import { assertInRange } from '../../../shared/domain/money.ts';
import {
  type LedgerFacts,
  type LedgerKey,
  type PrimaryEntry,
  type Replayed,
  replay,
} from '../../../shared/domain/replay.ts';
import type { CommandContext } from '../context.ts';
import { saveAccrual } from '../store/queries/accruals.ts';
import {
  type EntryRow,
  insertApplication,
  insertEntry,
  listApplications,
  type NewEntry,
} from '../store/queries/entries.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { followIncoming } from './incoming-postings.ts';
import {
  derivedInForce,
  factsOf,
  partsOf,
  readLedger,
  reversalsOf,
  reversedBy,
  type StoredLedger,
  storedReversals,
  sumOf,
} from './ledger-facts.ts';
import { settlePlan } from './settle-plan.ts';
import { settlePromises } from './settle-promises.ts';

/** A new entry as a person states it. Of one that lowers the balance only the sum counts: how it is spread is derived. */
export type NewPrimary = Omit<
  NewEntry,
  | 'accountId'
  | 'postedAt'
  | 'author'
  | 'operationId'
  | 'reversesEntryId'
  | 'importId'
  | 'derived'
  | 'judgmentId'
>;

export type LedgerChange = {
  /** Posted in this order. A direction may name one before it by `newEntryId` of its place. */
  readonly add?: readonly NewPrimary[];
  readonly takeBack?: readonly { readonly entryId: number; readonly reason: string }[];
};

/** What stands for the id an entry of a change will get, until it is posted: above every id of the account. */
export function newEntryId(ledger: StoredLedger, place: number): number {
  return lastIdOf(ledger) + 1 + place;
}

function lastIdOf({ entries }: StoredLedger): number {
  return entries.at(-1)?.entryId ?? 0;
}

export type Reckoned = {
  readonly accountId: number;
  readonly ledger: StoredLedger;
  readonly facts: LedgerFacts;
  readonly replayed: Replayed;
  readonly change: { readonly add: readonly NewPrimary[]; readonly takeBack: readonly TakenBack[] };
  readonly derived: DerivedChanges;
  readonly applied: readonly StoredApplication[];
  readonly before: { readonly balanceCents: number; readonly unappliedCents: number };
  readonly balanceCents: number;
};

type TakenBack = { readonly entry: EntryRow; readonly reason: string };

/**
 * What a change makes of an account's ledger; nothing is written. Entries to take back must be of the account and stand. Throws
 * `MoneyOutOfRange` where the balance would be no sum.
 */
export function reckon(
  store: Store,
  accountId: number,
  change: LedgerChange,
  ledger: StoredLedger = readLedger(store, accountId),
): Reckoned {
  const byId = new Map(ledger.entries.map((entry) => [entry.entryId, entry]));
  const takeBack = (change.takeBack ?? []).map(({ entryId, reason }): TakenBack => {
    const entry = byId.get(entryId);
    if (!entry) throw new Error('an entry to take back is not of this account');
    return { entry, reason };
  });
  const add = change.add ?? [];
  const gone = new Set(takeBack.map(({ entry }) => entry.entryId));
  const stored = factsOf(ledger);
  const restored = restoredBy(add, ledger, byId);
  const facts: LedgerFacts = {
    ...stored,
    entries: [
      ...stored.entries
        .filter(({ entryId }) => !gone.has(entryId))
        .map((entry) =>
          entry.direction && restored.size > 0
            ? { ...entry, direction: renamed(entry.direction, restored) }
            : entry,
        ),
      ...add.map(
        (entry, place): PrimaryEntry => ({
          entryId: newEntryId(ledger, place),
          kind: entry.kind,
          effectiveOn: entry.effectiveOn,
          dueOn: entry.dueOn,
          parts: partsOf(entry),
          order: entry.applicationOrder ?? null,
          direction: entry.direction ? renamed(entry.direction, restored) : null,
        }),
      ),
    ],
  };
  const replayed = replay(facts, { through: null });
  assertInRange(totalOf(replayed.parts));
  const applied = ledger.entries.length === 0 ? [] : listApplications(store, accountId);
  return {
    accountId,
    ledger,
    facts,
    replayed,
    change: { add, takeBack },
    derived: changeDerived(derivedInForce(ledger), replayed),
    applied,
    before: { balanceCents: totalOf(sumOf(ledger.entries)), unappliedCents: unappliedIn(ledger, applied) },
    balanceCents: totalOf(replayed.parts),
  };
}

/** Which new entry stands for one that was taken back and is posted again, for directions that name it. */
function restoredBy(
  add: readonly NewPrimary[],
  ledger: StoredLedger,
  byId: ReadonlyMap<number, EntryRow>,
): Map<number, number> {
  const restored = new Map<number, number>();
  for (const [place, { restoresEntryId }] of add.entries()) {
    const original = restoresEntryId ? byId.get(restoresEntryId)?.reversesEntryId : null;
    if (typeof original === 'number') restored.set(original, newEntryId(ledger, place));
  }
  return restored;
}

function unappliedIn(ledger: StoredLedger, applied: readonly StoredApplication[]): number {
  const reversals = reversalsOf(ledger.entries);
  const reliefs = new Set<number>();
  let unappliedCents = 0;
  for (const entry of ledger.entries) {
    const cents = totalOf(entry);
    if (!isRelief(entry.kind, cents) || reversals.has(entry.entryId)) continue;
    reliefs.add(entry.entryId);
    unappliedCents -= cents;
  }
  for (const application of applied) {
    if (reliefs.has(application.entryId)) unappliedCents -= totalOf(application);
  }
  return unappliedCents;
}

/** How much more waits as credit after the change than before: what nothing open could take. */
export function overpaidBy({ before, replayed }: Reckoned): number {
  return replayed.unappliedCents - before.unappliedCents;
}

/** What each place of a change was spread on. */
export function allocationsOf(reckoned: Reckoned, place: number) {
  const key = newEntryId(reckoned.ledger, place);
  return reckoned.replayed.allocations.filter(({ relief }) => relief === key);
}

/** The components a new entry gets: a charge its own, a relief what it was spread on and its rest as principal. */
function partsOfNew(reckoned: Reckoned, place: number, entry: NewPrimary): Components {
  if (!isRelief(entry.kind, totalOf(entry))) return partsOf(entry);
  const unplaced = reckoned.replayed.unplaced.get(newEntryId(reckoned.ledger, place)) ?? 0;
  const met = sumOf(allocationsOf(reckoned, place).map(({ parts }) => parts));
  return negative(addComponents(met, { ...noComponents, principalCents: unplaced }));
}

export type Posted = {
  /** Ids of the added entries, in their order. */
  readonly entryIds: readonly number[];
  readonly reversalIds: readonly number[];
  /** The stored entry of a line of the replay. */
  idOf(key: LedgerKey): number;
};

const reckonedAnew = 'Reckoned anew after an entry of an earlier day, a correction or changed terms';

/**
 * Writes what was reckoned. Call it in the transaction it was reckoned in, with nothing posted to the account in between. What an
 * import posts is marked with it, all that follows from it too, so that it can go again.
 */
export function post(context: CommandContext, reckoned: Reckoned, importId: number | null = null): Posted {
  const posted = write(context, reckoned, importId);
  follow(context, reckoned.accountId);
  return posted;
}

/**
 * Takes entries back and posts others in their place, which may restore what stood on them: `add` gets the reversals in the order of
 * `takeBack`. Nothing follows before both are written, so that a plan does not end because nothing was owed for a moment.
 */
export function postInPlace(
  context: CommandContext,
  accountId: number,
  takeBack: NonNullable<LedgerChange['takeBack']>,
  add: (reversalIds: readonly number[], ledger: StoredLedger) => readonly NewPrimary[],
  importId: number | null,
): Posted {
  const { store } = context;
  const { reversalIds } = write(context, reckon(store, accountId, { takeBack }), importId);
  const ledger = readLedger(store, accountId);
  const posted = write(
    context,
    reckon(store, accountId, { add: add(reversalIds, ledger) }, ledger),
    importId,
  );
  follow(context, accountId);
  return posted;
}

/**
 * The same for several accounts at once: all of it is written before anything follows, because a plan over them may be kept by the
 * first share and post to an account whose own share was already reckoned.
 */
export function postTogether(context: CommandContext, all: readonly Reckoned[]): Posted[] {
  const posted = all.map((reckoned) => write(context, reckoned));
  for (const { accountId } of all) follow(context, accountId);
  return posted;
}

function write(context: CommandContext, reckoned: Reckoned, importId: number | null = null): Posted {
  const { store } = context;
  const { accountId, ledger, change, derived, replayed } = reckoned;
  const common = {
    ...noComponents,
    accountId,
    postedAt: context.now,
    dueOn: null,
    reference: '',
    method: null,
    basis: '',
    memo: '',
    author: context.author,
    reversesEntryId: null,
    operationId: context.operationId,
    importId,
  };
  const moved: Components[] = ledger.entries.map(partsOf);
  const insert = (entry: NewEntry): number => {
    moved.push(partsOf(entry));
    return insertEntry(store, entry);
  };
  const reverse = (entry: EntryRow | StoredDerived, memo: string, isDerived: boolean): number => {
    const parts = negative('parts' in entry ? entry.parts : partsOf(entry));
    return insert({
      ...common,
      ...parts,
      kind: 'reversal',
      effectiveOn: entry.effectiveOn,
      memo,
      reversesEntryId: entry.entryId,
      derived: isDerived,
    });
  };

  const reversed = storedReversals(ledger);
  const byId = new Map(ledger.entries.map((entry) => [entry.entryId, entry]));
  const reversalIds = change.takeBack.map(({ entry, reason }) => {
    const reversalId = reverse(entry, reason, false);
    reversed.push(reversedBy(reversalId, entry));
    return reversalId;
  });

  // Added entries were reckoned under the ids that would follow; entries of other accounts may have taken those.
  const ids = new Map<LedgerKey, number>(derived.kept);
  const provisional = new Map<number, number>();
  const entryIds = change.add.map((entry, place) => {
    const entryId = insert({
      ...common,
      ...entry,
      ...partsOfNew(reckoned, place, entry),
      direction: entry.direction ? renamed(entry.direction, provisional) : null,
    });
    provisional.set(newEntryId(ledger, place), entryId);
    return entryId;
  });

  for (const entry of derived.takeBack) {
    const row = byId.get(entry.entryId);
    if (!row) throw new Error('a derived entry is not of this account');
    reversed.push(reversedBy(reverse(entry, reckonedAnew, true), row));
  }
  for (const entry of derived.post) ids.set(entry.key, insert({ ...common, ...derivedRow(entry) }));

  const idOf = (key: LedgerKey): number => {
    const id = typeof key === 'number' ? (provisional.get(key) ?? key) : ids.get(key);
    if (id === undefined) throw new Error('a line of the replay has no entry');
    return id;
  };
  const changes = changeApplications(replayed, { stored: reckoned.applied, reversals: reversed, idOf });
  const orders = ordersOf(reckoned, provisional);
  const respread = new Set(changes.filter(({ parts }) => totalOf(parts) < 0).map(({ entryId }) => entryId));
  for (const one of changes)
    insertApplication(store, { ...one, ...one.parts, rule: ruleOf(one, orders, respread), importId });

  const reallocated = reallocationOf(sumOf(moved), replayed.parts);
  if (reallocated !== null) {
    insert({
      ...common,
      ...reallocated,
      kind: 'reallocation',
      effectiveOn: context.today,
      memo: 'Moved between principal, interest, fees and costs',
      derived: true,
    });
  }
  const state = accrualStateOf(reckoned.facts);
  saveAccrual(store, accountId, state && { ...state, postedCents: reckoned.balanceCents });
  if (settlePromises(store, accountId)) context.changed('plans', [accountId]);
  followIncoming(context, change.takeBack, change.add, entryIds);
  return { entryIds, reversalIds, idOf };
}

function renamed(direction: Direction, ids: ReadonlyMap<number, number>): Direction {
  return { ...direction, charges: direction.charges.map((id) => ids.get(id) ?? id) };
}

const derivedMemos = {
  interest: 'Interest by the terms in force',
  merger: 'What was owed before the judgment',
  judgment: 'Award of the court',
} as const;

function derivedRow(entry: DerivedEntry) {
  return {
    ...entry.parts,
    kind: entry.kind,
    effectiveOn: entry.effectiveOn,
    dueOn: entry.dueOn,
    judgmentId: entry.judgmentId,
    memo: derivedMemos[entry.kind],
    derived: true,
  };
}

/** The order each relief goes by, by its stored id. */
function ordersOf(
  reckoned: Reckoned,
  provisional: ReadonlyMap<number, number>,
): Map<number, ApplicationRule> {
  const orders = new Map<number, ApplicationRule>();
  for (const { entryId, order } of reckoned.facts.entries) {
    orders.set(provisional.get(entryId) ?? entryId, order ?? 'oldest_due_first');
  }
  return orders;
}

/** By what an application was made: also credit that waited goes by its order; what moves from charge to charge was spread anew. */
function ruleOf(
  change: ApplicationChange,
  orders: ReadonlyMap<number, ApplicationRule>,
  respread: ReadonlySet<number>,
): ApplicationRule {
  const order = orders.get(change.entryId);
  if (order === undefined) return 'reversal';
  if (respread.has(change.entryId)) return 'spread_anew';
  return change.directed ? 'directed' : order;
}

/** Brings up to date what follows from the ledger of an account: its plan, what lists show. */
function follow(context: CommandContext, accountId: number): void {
  const { store } = context;
  settlePlan(context, accountId, (other, change) => post(context, reckon(store, other, change)));
  refreshSummary(store, accountId);
  context.changed('ledger', [accountId]);
}

/** Brings the stored ledger of an account to what its primary entries say: after terms, judgments or an import changed. */
export function rederive(context: CommandContext, accountId: number): Posted {
  return post(context, reckon(context.store, accountId, {}));
}

export type Effect = {
  readonly balanceBeforeCents: number;
  readonly balanceCents: number;
  readonly interest: readonly { readonly on: Day; readonly cents: number }[];
  readonly parts: Components;
  readonly unappliedCents: number;
  readonly applications: readonly {
    readonly charge: LedgerKey;
    readonly parts: Components;
    readonly cents: number;
  }[];
  readonly changes: readonly {
    readonly what: 'interest_lower' | 'interest_higher' | 'spread_anew';
    readonly on: Day;
    readonly beforeCents: number;
    readonly afterCents: number;
  }[];
};

/** What a change does to an account, for telling it before or after it is posted. */
export function effectOf(reckoned: Reckoned): Effect {
  const { derived, replayed, ledger, change } = reckoned;
  const interest = interestChanges(derived.takeBack, derived.post);
  const added = new Set(change.add.map((_, place) => newEntryId(ledger, place)));
  return {
    balanceBeforeCents: reckoned.before.balanceCents,
    balanceCents: reckoned.balanceCents,
    interest: interest
      .filter(({ beforeCents }) => beforeCents === 0)
      .map(({ on, afterCents }) => ({ on, cents: afterCents })),
    parts: replayed.parts,
    unappliedCents: replayed.unappliedCents,
    applications: replayed.allocations
      .filter(({ relief }) => typeof relief === 'number' && added.has(relief))
      .map(({ charge, parts }) => ({ charge, parts, cents: totalOf(parts) })),
    changes: [
      ...interest
        .filter(({ beforeCents, afterCents }) => beforeCents !== 0 && beforeCents !== afterCents)
        .map(
          (one) =>
            ({
              ...one,
              what: one.afterCents < one.beforeCents ? 'interest_lower' : 'interest_higher',
            }) as const,
        ),
      ...spreadAnew(reckoned),
    ],
  };
}

/** Payments of before that now meet other things, with what of each lowers the principal before and after. */
function spreadAnew({ facts, replayed, applied, ledger, derived }: Reckoned) {
  const keyOf = new Map<number, LedgerKey>();
  for (const [key, id] of derived.kept) keyOf.set(id, key);
  // Interest of the same day stands for the same line, whatever it comes to now.
  for (const { entryId, kind, effectiveOn } of derived.takeBack) {
    if (kind === 'interest') keyOf.set(entryId, `interest:${effectiveOn}`);
  }
  const known = new Set(ledger.entries.map(({ entryId }) => entryId));
  const was = new Map<number, Map<LedgerKey, Components>>();
  for (const { entryId, chargeEntryId, ...parts } of applied) {
    const met = was.get(entryId) ?? new Map<LedgerKey, Components>();
    was.set(entryId, met);
    met.set(keyOf.get(chargeEntryId) ?? chargeEntryId, parts);
  }
  const is = new Map<number, Map<LedgerKey, Components>>();
  for (const { relief, charge, parts } of replayed.allocations) {
    if (typeof relief !== 'number' || !known.has(relief)) continue;
    const met = is.get(relief) ?? new Map<LedgerKey, Components>();
    is.set(relief, met);
    met.set(charge, parts);
  }
  const none: ReadonlyMap<LedgerKey, Components> = new Map();
  return facts.entries.flatMap((entry) => {
    if (!known.has(entry.entryId) || !isRelief(entry.kind, totalOf(entry.parts))) return [];
    const before = was.get(entry.entryId) ?? none;
    const after = is.get(entry.entryId) ?? none;
    const lost = [...before].some(([charge, parts]) => {
      const now = after.get(charge) ?? noComponents;
      return (
        now.principalCents < parts.principalCents ||
        now.interestCents < parts.interestCents ||
        now.feesCents < parts.feesCents ||
        now.costsCents < parts.costsCents
      );
    });
    if (!lost) return [];
    const principal = (met: ReadonlyMap<LedgerKey, Components>) =>
      [...met.values()].reduce((sum, parts) => sum + parts.principalCents, 0);
    return [
      {
        what: 'spread_anew' as const,
        on: entry.effectiveOn,
        beforeCents: principal(before),
        afterCents: principal(after),
      },
    ];
  });
}
