/** Reminders: due at an instant, told once for each. */
import type { Store } from '../store.ts';

export type NewReminder = {
  readonly accountId: number | null;
  readonly text: string;
  readonly dueAt: number;
  readonly zone: string;
  readonly planId: number | null;
  readonly madeAt: number;
  readonly author: string;
};

export function insertReminder(store: Store, reminder: NewReminder): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO reminders (account_id, text, due_at, zone, plan_id, made_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(
      reminder.accountId,
      reminder.text,
      reminder.dueAt,
      reminder.zone,
      reminder.planId,
      reminder.madeAt,
      reminder.author,
    );
  return Number(lastInsertRowid);
}
