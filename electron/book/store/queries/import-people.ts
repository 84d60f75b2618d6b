/** Everything that tells the people of a client apart, read at once: an import compares each of its people with all of them. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import type { KnownContactData } from './import-known.ts';

const ofClient = 'SELECT debtor_id FROM accounts WHERE client_id = ?';

export type PersonExtras = {
  phones: string[];
  emails: string[];
  addresses: KnownContactData['addresses'][number][];
  /** Other and former names. */
  names: string[];
  birthOn: Day | null;
};

/** By debtor; who has nothing of it is left out. */
export function readPeopleExtras(store: Store, clientId: number): Map<number, PersonExtras> {
  const found = new Map<number, PersonExtras>();
  const of = (debtorId: number): PersonExtras => {
    let extras = found.get(debtorId);
    if (!extras) {
      extras = { phones: [], emails: [], addresses: [], names: [], birthOn: null };
      found.set(debtorId, extras);
    }
    return extras;
  };
  type Text = [debtorId: number, text: string];
  const texts = (sql: string) => store.sql(sql).raw().all(clientId) as Text[];
  for (const [id, number] of texts(`SELECT debtor_id, number FROM phones WHERE debtor_id IN (${ofClient})`))
    of(id).phones.push(number);
  for (const [id, address] of texts(`SELECT debtor_id, address FROM emails WHERE debtor_id IN (${ofClient})`))
    of(id).emails.push(address);
  for (const [id, name] of texts(`SELECT debtor_id, name FROM aliases WHERE debtor_id IN (${ofClient})`))
    of(id).names.push(name);
  for (const [id, name] of texts(`SELECT debtor_id, name FROM former_names WHERE debtor_id IN (${ofClient})`))
    of(id).names.push(name);
  // Of the statements on one thing the newest holds; an empty one takes it back.
  for (const [id, day] of texts(
    `SELECT debtor_id, value FROM person_facts WHERE name = 'born_on' AND debtor_id IN (${ofClient}) ORDER BY id`,
  ))
    of(id).birthOn = day === '' ? null : day;
  const addresses = store
    .sql(
      `SELECT debtor_id, line1, line2, city, region, postal_code FROM addresses WHERE debtor_id IN (${ofClient})`,
    )
    .raw()
    .all(clientId) as [number, string, string, string, string, string][];
  for (const [id, line1, line2, city, region, postalCode] of addresses)
    of(id).addresses.push({ line1, line2, city, region, postalCode });
  return found;
}
