/** Where letters to a client go. Rows are only added; the newest of a client holds, and one without a street takes it back. */
import type { PostalAddress } from '../../../../shared/domain/address.ts';
import type { Store } from '../store.ts';

export type ClientContact = PostalAddress & {
  /** Who opens the client's mail; empty for nobody by name. */
  readonly attention: string;
};

export function findClientContact(store: Store, clientId: number): ClientContact | null {
  const row = store
    .sql(
      `SELECT attention, line1, line2, city, region, postal_code AS postalCode, country FROM client_contacts
       WHERE client_id = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(clientId) as ClientContact | undefined;
  return row === undefined || row.line1 === '' ? null : row;
}

export function insertClientContact(
  store: Store,
  contact: ClientContact & { readonly clientId: number; readonly madeAt: number; readonly author: string },
): void {
  store
    .sql(
      `INSERT INTO client_contacts (client_id, attention, line1, line2, city, region, postal_code, country, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      contact.clientId,
      contact.attention,
      contact.line1,
      contact.line2,
      contact.city,
      contact.region,
      contact.postalCode,
      contact.country,
      contact.madeAt,
      contact.author,
    );
}
