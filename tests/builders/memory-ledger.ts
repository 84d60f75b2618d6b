/**
 * A ledger as the book keeps it, but in memory: rows that are only appended, the derived ones brought up to date after
 * each change by the same corrections a posting writes. It stands for the tables, so that the domain alone can be
 * tried a hundred thousand times; the services over real SQLite have tests of their own.
 */
import type { Terms } from '../../shared/domain/accrual.ts';
import { changeApplications, changeDerived, reallocationOf } from '../../shared/domain/corrections.ts';
import type { Day } from '../../shared/domain/days.ts';
import {
  type ApplicationOrder,
  addComponents,
  type Components,
  type Direction,
  type EntryKind,
  isRelief,
  negative,
  noComponents,
  totalOf,
} from '../../shared/domain/ledger.ts';
import {
  type Judgment,
  type LedgerFacts,
  type LedgerKey,
  type Replayed,
  replay,
} from '../../shared/domain/replay.ts';

export type MemoryRow = {
  readonly entryId: number;
  readonly kind: EntryKind;
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly parts: Components;
  readonly order: ApplicationOrder | null;
  readonly direction: Direction | null;
  readonly derived: boolean;
  readonly reverses: number | null;
  readonly judgmentId: number | null;
};

type NewRow = Pick<MemoryRow, 'kind' | 'effectiveOn' | 'parts'> &
  Partial<Pick<MemoryRow, 'entryId' | 'dueOn' | 'order' | 'direction' | 'reverses'>>;

type MemoryApplication = Components & { readonly entryId: number; readonly chargeEntryId: number };

export class MemoryLedger {
  readonly rows: MemoryRow[] = [];
  readonly applications: MemoryApplication[] = [];
  /** Soonest first, one a day. */
  terms: readonly Terms[] = [];
  judgments: readonly Judgment[] = [];
  postingDays: readonly Day[] = [];
  private readonly taken = new Map<number, number>();
  private mostId: number;

  /** Rows that are not told their id get one above `mostId`. */
  constructor(mostId = 0) {
    this.mostId = mostId;
  }

  /** Appends an entry and brings the derived rows up to date. */
  post(row: NewRow): MemoryRow {
    const whole = this.append({ dueOn: null, order: null, direction: null, reverses: null, ...row });
    if (whole.reverses !== null) this.taken.set(whole.reverses, whole.entryId);
    const replayed = replay(this.facts(), { through: null });
    if (isRelief(whole.kind, totalOf(whole.parts))) this.storeAsPlaced(whole, replayed);
    this.correct(replayed);
    return whole;
  }

  /** After terms, judgments or posting days changed. Gives how many rows that took. */
  settle(): number {
    const before = this.rows.length + this.applications.length;
    this.correct(replay(this.facts(), { through: null }));
    return this.rows.length + this.applications.length - before;
  }

  isInForce(row: MemoryRow): boolean {
    return row.kind !== 'reversal' && !this.taken.has(row.entryId);
  }

  /** The reversal of an entry; `undefined` while it is in force. */
  reversalOf(entryId: number): number | undefined {
    return this.taken.get(entryId);
  }

  primaries(): MemoryRow[] {
    return this.rows.filter((row) => !row.derived && this.isInForce(row));
  }

  facts(): LedgerFacts<MemoryRow> {
    return {
      entries: this.primaries(),
      terms: this.terms,
      judgments: this.judgments,
      postingDays: this.postingDays,
    };
  }

  stored(): Components {
    return this.rows.reduce((sum, { parts }) => addComponents(sum, parts), noComponents);
  }

  private append(
    row: Omit<MemoryRow, 'entryId' | 'derived' | 'judgmentId'> &
      Partial<Pick<MemoryRow, 'entryId' | 'derived' | 'judgmentId'>>,
  ): MemoryRow {
    const whole = { derived: false, judgmentId: null, ...row, entryId: row.entryId ?? this.mostId + 1 };
    this.mostId = Math.max(this.mostId, whole.entryId);
    this.rows.push(whole);
    return whole;
  }

  /** A relief is written down by the components it met; what waits is credit against the principal. */
  private storeAsPlaced(row: MemoryRow, replayed: Replayed): void {
    let parts: Components = {
      ...noComponents,
      principalCents: -(replayed.unplaced.get(row.entryId) ?? 0),
    };
    for (const { relief, parts: met } of replayed.allocations) {
      if (relief === row.entryId) parts = addComponents(parts, negative(met));
    }
    this.rows[this.rows.indexOf(row)] = { ...row, parts };
  }

  private correct(replayed: Replayed): void {
    const { takeBack, post, kept } = changeDerived(
      this.rows.filter((row) => row.derived && row.kind !== 'reallocation' && this.isInForce(row)),
      replayed,
    );
    for (const { entryId, effectiveOn, parts } of takeBack) {
      const back = this.append({
        kind: 'reversal',
        effectiveOn,
        dueOn: null,
        parts: negative(parts),
        order: null,
        direction: null,
        derived: true,
        reverses: entryId,
      });
      this.taken.set(entryId, back.entryId);
    }
    const ids = new Map<LedgerKey, number>(kept);
    for (const { key, kind, effectiveOn, dueOn, parts, judgmentId } of post) {
      const row = { kind, effectiveOn, dueOn, parts, order: null, direction: null, reverses: null };
      ids.set(key, this.append({ ...row, derived: true, judgmentId }).entryId);
    }
    const byId = new Map(this.rows.map((row) => [row.entryId, row]));
    const reversals = [...this.taken].flatMap(([reverses, entryId]) => {
      const row = byId.get(reverses);
      if (!row) return [];
      return [{ entryId, reverses, isCharge: !isRelief(row.kind, totalOf(row.parts)), parts: row.parts }];
    });
    const idOf = (key: LedgerKey) => {
      const id = typeof key === 'number' ? key : ids.get(key);
      if (id === undefined) throw new Error(`no row stands for ${key}`);
      return id;
    };
    for (const change of changeApplications(replayed, { stored: this.applications, reversals, idOf })) {
      const { entryId, chargeEntryId, parts } = change;
      this.applications.push({ entryId, chargeEntryId, ...parts });
    }
    const moved = reallocationOf(this.stored(), replayed.parts);
    if (moved) {
      const effectiveOn = this.rows.at(-1)?.effectiveOn ?? '2026-01-01';
      const row = { kind: 'reallocation' as const, effectiveOn, dueOn: null, parts: moved };
      this.append({ ...row, order: null, direction: null, reverses: null, derived: true });
    }
  }
}
