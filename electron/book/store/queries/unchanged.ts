/**
 * What was worked out of the whole book is kept until a row changes. The connection holds the file alone, so its own count of
 * changed rows says whether anything did; nothing is kept or taken inside a transaction, which may yet be rolled back without
 * that count going down again.
 */
import type { Store } from '../store.ts';

type Kept = { readonly changes: number; readonly values: Map<string, unknown> };

const keptOf = new WeakMap<Store, Kept>();
/** Days and instants are parts of the keys: a book left open and untouched must not gather them without end. */
const mostKept = 200;

/** `work` reads the book and depends on nothing but its rows and what `key` names; what it answers is not changed by anybody. */
export function whileUnchanged<T>(store: Store, key: string, work: () => T): T {
  if (store.db.inTransaction) return work();
  const changes = store.sql('SELECT total_changes()').pluck().get() as number;
  let kept = keptOf.get(store);
  if (!kept || kept.changes !== changes || kept.values.size >= mostKept) {
    kept = { changes, values: new Map() };
    keptOf.set(store, kept);
  }
  if (kept.values.has(key)) return kept.values.get(key) as T;
  const value = work();
  kept.values.set(key, value);
  return value;
}

/**
 * What an instant means to the queue, as a key: as long as no mark has ended and no reminder come due since, the same marks hold
 * and the same reminders stand.
 */
export function turnOf(store: Store, now: number): string {
  const ended = store.sql('SELECT max(until_at) FROM queue_marks WHERE until_at <= ?').pluck().get(now);
  const due = store.sql(`SELECT max(due_at) FROM reminders WHERE state = 'open' AND due_at <= ?`);
  return `${ended}/${due.pluck().get(now)}`;
}
