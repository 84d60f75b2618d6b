/** Promises to pay. What became of one is derived (`shared/domain/promise.ts`). */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type NewPromise = {
  readonly accountId: number;
  readonly amountCents: number;
  readonly dueOn: Day;
  /** The day it was made, in the user's zone. */
  readonly madeOn: Day;
  readonly madeAt: number;
  readonly author: string;
};

export function insertPromise(store: Store, promise: NewPromise): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO promises (account_id, amount_cents, due_on, made_on, made_at, author) VALUES (?, ?, ?, ?, ?, ?)')
    .run(promise.accountId, promise.amountCents, promise.dueOn, promise.madeOn, promise.madeAt, promise.author);
  return Number(lastInsertRowid);
}
