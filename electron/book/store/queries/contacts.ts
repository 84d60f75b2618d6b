/** Contacts: every attempt and conversation. Append-only. */
import type { ContactChannel, ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Store } from '../store.ts';

export type NewContact = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly outcome: ContactOutcome;
  readonly phoneId: number | null;
  readonly at: number;
  readonly zone: string;
  readonly seconds: number | null;
  readonly author: string;
  readonly recordedAt: number;
};

export function insertContact(store: Store, contact: NewContact): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO contacts (account_id, debtor_id, channel, direction, outcome, phone_id, at, zone, seconds, author,
         recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      contact.accountId,
      contact.debtorId,
      contact.channel,
      contact.direction,
      contact.outcome,
      contact.phoneId,
      contact.at,
      contact.zone,
      contact.seconds,
      contact.author,
      contact.recordedAt,
    );
  return Number(lastInsertRowid);
}
