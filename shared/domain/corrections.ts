/**
 * What must be added to the stored ledger so that it again says what the replay says. Nothing stored is changed: interest that is no longer
 * right is taken back by its opposite and posted anew, applications are moved by their difference, and one entry of
 * nothing in all moves what then stands in the wrong component.
 */
import type { Day } from './days.ts';
import { addComponents, type Components, type EntryKind, negative, noComponents, totalOf } from './ledger.ts';
import type { LedgerKey, Replayed } from './replay.ts';

/** A derived entry in force, as it is stored. */
export type StoredDerived = {
  readonly entryId: number;
  readonly kind: EntryKind;
  readonly effectiveOn: Day;
  readonly parts: Components;
  readonly judgmentId: number | null;
};

export type DerivedEntry = {
  readonly key: LedgerKey;
  readonly kind: 'interest' | 'merger' | 'judgment';
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly parts: Components;
  readonly judgmentId: number | null;
};

export type DerivedChanges = {
  /** Entries that are no longer right. */
  readonly takeBack: readonly StoredDerived[];
  /** Entries to post, in order of their day. */
  readonly post: readonly DerivedEntry[];
  /** Which entry stands for each derived line that is right as it is. */
  readonly kept: ReadonlyMap<LedgerKey, number>;
};

function sameParts(a: Components, b: Components): boolean {
  return (
    a.principalCents === b.principalCents &&
    a.interestCents === b.interestCents &&
    a.feesCents === b.feesCents &&
    a.costsCents === b.costsCents
  );
}

function derivedOf(replayed: Replayed): DerivedEntry[] {
  const derived: DerivedEntry[] = [];
  for (const line of replayed.steps) {
    if (line.step === 'interest') {
      const { on, cents } = line.posting;
      derived.push({
        key: `interest:${on}`,
        kind: 'interest',
        effectiveOn: on,
        dueOn: on,
        parts: { ...noComponents, interestCents: cents },
        judgmentId: null,
      });
    } else if (line.step === 'judgment') {
      const { judgmentId, judgedOn, startOn, award } = line.judgment;
      derived.push(
        {
          key: `merger:${judgmentId}`,
          kind: 'merger',
          effectiveOn: judgedOn,
          dueOn: null,
          parts: negative(line.before),
          judgmentId,
        },
        {
          key: `judgment:${judgmentId}`,
          kind: 'judgment',
          effectiveOn: judgedOn,
          dueOn: startOn,
          parts: award,
          judgmentId,
        },
      );
    }
  }
  return derived;
}

/** Which derived entries stay, go and come. Stored reallocations are never wrong by themselves and take no part. */
export function changeDerived(stored: readonly StoredDerived[], replayed: Replayed): DerivedChanges {
  const wanted = new Map(derivedOf(replayed).map((entry) => [entry.key, entry]));
  const kept = new Map<LedgerKey, number>();
  const takeBack: StoredDerived[] = [];
  for (const entry of stored) {
    const key = keyOf(entry);
    const want = key === null ? undefined : wanted.get(key);
    if (
      key !== null &&
      want &&
      sameParts(want.parts, entry.parts) &&
      want.effectiveOn === entry.effectiveOn
    ) {
      kept.set(key, entry.entryId);
      wanted.delete(key);
    } else if (key !== null) {
      takeBack.push(entry);
    }
  }
  return { takeBack, post: [...wanted.values()], kept };
}

function keyOf({ kind, effectiveOn, judgmentId }: StoredDerived): LedgerKey | null {
  if (kind === 'interest') return `interest:${effectiveOn}`;
  if (judgmentId === null) return null;
  return kind === 'merger' ? `merger:${judgmentId}` : kind === 'judgment' ? `judgment:${judgmentId}` : null;
}

export type StoredApplication = Components & { readonly entryId: number; readonly chargeEntryId: number };

export type ApplicationChange = {
  readonly entryId: number;
  readonly chargeEntryId: number;
  readonly parts: Components;
  readonly directed: boolean;
};

export type ApplicationFacts = {
  /** Every stored row of the account. */
  readonly stored: readonly StoredApplication[];
  /** Of each reversal, the entry it takes back and what that entry is, for every kind that others can meet. */
  readonly reversals: readonly {
    readonly entryId: number;
    readonly reverses: number;
    readonly isCharge: boolean;
    readonly parts: Components;
  }[];
  /** The stored entry of a line of the replay. */
  idOf(key: LedgerKey): number;
};

/**
 * Differences between the stored applications and the replayed ones, one an entry and charge, none of nothing. A reversed
 * charge is met by its reversal in full and by nothing else; a reversed payment meets nothing.
 */
export function changeApplications(replayed: Replayed, facts: ApplicationFacts): ApplicationChange[] {
  const paymentOf = new Map<number, number>();
  const changes = new Map<
    string,
    { entryId: number; chargeEntryId: number; parts: Components; directed: boolean }
  >();
  const add = (entryId: number, chargeEntryId: number, parts: Components, directed: boolean) => {
    const pair = `${entryId}>${chargeEntryId}`;
    const change = changes.get(pair);
    if (change) {
      change.parts = addComponents(change.parts, parts);
      change.directed ||= directed;
    } else changes.set(pair, { entryId, chargeEntryId, parts, directed });
  };
  for (const { relief, charge, parts, directed } of replayed.allocations) {
    add(facts.idOf(relief), facts.idOf(charge), parts, directed);
  }
  for (const reversal of facts.reversals) {
    if (reversal.isCharge) add(reversal.entryId, reversal.reverses, reversal.parts, false);
    // What a reversal of a payment took back counts together with the payment.
    else paymentOf.set(reversal.entryId, reversal.reverses);
  }
  for (const { entryId, chargeEntryId, ...parts } of facts.stored) {
    add(paymentOf.get(entryId) ?? entryId, chargeEntryId, negative(parts), false);
  }
  return [...changes.values()].filter(({ parts }) => !sameParts(parts, noComponents));
}

/** What must move between components, `null` when nothing must. Throws when money was made or lost. */
export function reallocationOf(stored: Components, replayed: Components): Components | null {
  const moved = addComponents(replayed, negative(stored));
  if (totalOf(moved) !== 0) throw new Error(`the ledger is off by ${totalOf(moved)} cents`);
  return sameParts(moved, noComponents) ? null : moved;
}

/** Compares derived interest before and after, day by day, for telling what an earlier effective day changed. */
export function interestChanges(
  takeBack: readonly StoredDerived[],
  post: readonly DerivedEntry[],
): { on: Day; beforeCents: number; afterCents: number }[] {
  const days = new Map<Day, { beforeCents: number; afterCents: number }>();
  const at = (on: Day) => {
    const day = days.get(on) ?? { beforeCents: 0, afterCents: 0 };
    days.set(on, day);
    return day;
  };
  for (const { effectiveOn, kind, parts } of takeBack) {
    if (kind === 'interest') at(effectiveOn).beforeCents += parts.interestCents;
  }
  for (const { effectiveOn, kind, parts } of post) {
    if (kind === 'interest') at(effectiveOn).afterCents += parts.interestCents;
  }
  return [...days]
    .map(([on, sums]) => ({ on, ...sums }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
