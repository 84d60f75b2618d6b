/** Contacts: every attempt and conversation. Append-only. */
import type { ContactChannel, ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { ContactParty, ContactPurpose, Dialing, RebuttalFactor } from '../../../../shared/domain/law.ts';
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
  /** What the rules said (JSON); absent where they were never asked, as of a sample’s past. */
  readonly verdict?: string;
  /** Whom it was for, and who when not the debtor. */
  readonly to?: ContactParty;
  readonly partyName?: string;
  readonly purpose?: ContactPurpose;
  readonly dialing?: Dialing;
  readonly emailId?: number | null;
  readonly overrideReason?: string;
  readonly overrideFactor?: RebuttalFactor | null;
  /** The import it came with; absent for what happened here. */
  readonly importId?: number | null;
};

export function insertContact(store: Store, contact: NewContact): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO contacts (account_id, debtor_id, channel, direction, outcome, phone_id, at, zone, seconds, author,
         verdict, recorded_at, party, party_name, purpose, dialing, email_id, override_reason, override_factor,
         import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      contact.verdict ?? null,
      contact.recordedAt,
      contact.to ?? 'debtor',
      contact.partyName ?? '',
      contact.purpose ?? 'collect',
      contact.dialing ?? 'by_hand',
      contact.emailId ?? null,
      contact.overrideReason ?? '',
      contact.overrideFactor ?? null,
      contact.importId ?? null,
    );
  return Number(lastInsertRowid);
}

/** A debt a contact counts for besides its own. */
export function insertContactDebt(store: Store, contactId: number, accountId: number): void {
  store.sql('INSERT INTO contact_debts (contact_id, account_id) VALUES (?, ?)').run(contactId, accountId);
}
