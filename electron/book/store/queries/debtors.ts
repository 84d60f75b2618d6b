/** Debtors with their names, addresses, phones and e-mails. Nothing is overwritten: old ones stay, marked. */
import type { Day } from '../../../../shared/domain/days.ts';
import type {
  AddressKind,
  AddressStatus,
  DebtorKind,
  EmailStatus,
  PhoneKind,
  PhoneStatus,
} from '../../../../shared/domain/debtor.ts';
import { sortKeyOf } from '../../../../shared/domain/names.ts';
import type { Store } from '../store.ts';
import { readOffice } from './office.ts';

export type NewClient = {
  readonly name: string;
  readonly isOffice: boolean;
  readonly importId: number | null;
  readonly createdAt: number;
};

export function insertClient(store: Store, client: NewClient): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO clients (name, is_office, import_id, created_at) VALUES (?, ?, ?, ?)')
    .run(client.name, client.isOffice ? 1 : 0, client.importId, client.createdAt);
  return Number(lastInsertRowid);
}

export type ClientRow = { readonly clientId: number; readonly name: string; readonly isOffice: boolean };

export function findClient(store: Store, clientId: number): ClientRow | null {
  const row = store.sql('SELECT id, name, is_office FROM clients WHERE id = ?').get(clientId) as
    | { id: number; name: string; is_office: number }
    | undefined;
  return row ? { clientId: row.id, name: row.name, isOffice: row.is_office === 1 } : null;
}

/** A client of that name, whatever its capitals. */
export function findClientByName(store: Store, name: string): ClientRow | null {
  const id = store.sql('SELECT id FROM clients WHERE name = ?').pluck().get(name) as number | undefined;
  return id === undefined ? null : findClient(store, id);
}

/** The client that stands for the office itself, or `null` while it has collected nothing of its own. */
export function findOfficeClient(store: Store): ClientRow | null {
  const id = store.sql('SELECT id FROM clients WHERE is_office = 1 ORDER BY id LIMIT 1').pluck().get() as
    | number
    | undefined;
  return id === undefined ? null : findClient(store, id);
}

/** The office's own client, made when missing. A client that already has the office's name becomes it. */
export function ensureOfficeClient(store: Store, createdAt: number): number {
  const own = findOfficeClient(store);
  if (own) return own.clientId;
  const name = readOffice(store)?.name ?? 'Our office';
  const namesake = findClientByName(store, name);
  if (namesake) {
    store.sql('UPDATE clients SET is_office = 1 WHERE id = ?').run(namesake.clientId);
    return namesake.clientId;
  }
  return insertClient(store, { name, isOffice: true, importId: null, createdAt });
}

export type NewDebtor = {
  readonly kind: DebtorKind;
  readonly name: string;
  readonly reference: string;
  readonly importId: number | null;
  readonly createdAt: number;
};

export function insertDebtor(store: Store, debtor: NewDebtor): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO debtors (kind, name, name_sort, reference, import_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(
      debtor.kind,
      debtor.name,
      sortKeyOf(debtor.name, debtor.kind),
      debtor.reference,
      debtor.importId,
      debtor.createdAt,
    );
  return Number(lastInsertRowid);
}

export type DebtorRow = {
  readonly debtorId: number;
  readonly kind: DebtorKind;
  readonly name: string;
  readonly reference: string;
};

export function findDebtor(store: Store, debtorId: number): DebtorRow | null {
  const row = store
    .sql('SELECT id AS debtorId, kind, name, reference FROM debtors WHERE id = ?')
    .get(debtorId);
  return (row as DebtorRow | undefined) ?? null;
}

export function insertFormerName(store: Store, debtorId: number, name: string, untilAt: number): void {
  store
    .sql('INSERT INTO former_names (debtor_id, name, until_at) VALUES (?, ?, ?)')
    .run(debtorId, name, untilAt);
}

export function updateDebtorName(store: Store, debtorId: number, kind: DebtorKind, name: string): void {
  store
    .sql('UPDATE debtors SET kind = ?, name = ?, name_sort = ? WHERE id = ?')
    .run(kind, name, sortKeyOf(name, kind), debtorId);
}

export type NewAddress = {
  readonly debtorId: number;
  readonly kind: AddressKind;
  readonly status: AddressStatus;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly source: string;
  readonly sinceOn: Day;
  readonly importId: number | null;
};

export function insertAddress(store: Store, address: NewAddress): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO addresses (debtor_id, kind, status, line1, line2, city, region, postal_code, country, source,
         since_on, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      address.debtorId,
      address.kind,
      address.status,
      address.line1,
      address.line2,
      address.city,
      address.region,
      address.postalCode,
      address.country,
      address.source,
      address.sinceOn,
      address.importId,
    );
  return Number(lastInsertRowid);
}

export type AddressRow = Omit<NewAddress, 'importId'> & { readonly addressId: number };

const addressColumns = `id AS addressId, debtor_id AS debtorId, kind, status, line1, line2, city, region,
  postal_code AS postalCode, country, source, since_on AS sinceOn`;

export function findAddress(store: Store, addressId: number): AddressRow | null {
  const row = store.sql(`SELECT ${addressColumns} FROM addresses WHERE id = ?`).get(addressId);
  return (row as AddressRow | undefined) ?? null;
}

/** The addresses of a debtor, the one to write to first: current, then unverified, newest first. */
export function listAddresses(store: Store, debtorId: number): AddressRow[] {
  return store
    .sql(
      `SELECT ${addressColumns} FROM addresses WHERE debtor_id = ?
       ORDER BY CASE status WHEN 'current' THEN 0 WHEN 'unverified' THEN 1 WHEN 'former' THEN 2 ELSE 3 END,
         CASE kind WHEN 'mailing' THEN 0 WHEN 'home' THEN 1 WHEN 'work' THEN 2 ELSE 3 END, since_on DESC, id DESC`,
    )
    .all(debtorId) as AddressRow[];
}

export function updateAddressStatus(store: Store, addressId: number, status: AddressStatus): void {
  store.sql('UPDATE addresses SET status = ? WHERE id = ?').run(status, addressId);
}

export type NewPhone = {
  readonly debtorId: number;
  readonly kind: PhoneKind;
  readonly status: PhoneStatus;
  /** E.164, or the digits as given. */
  readonly number: string;
  readonly display: string;
  readonly source: string;
  readonly sinceOn: Day;
  readonly importId: number | null;
};

export function insertPhone(store: Store, phone: NewPhone): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO phones (debtor_id, kind, status, number, display, source, since_on, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      phone.debtorId,
      phone.kind,
      phone.status,
      phone.number,
      phone.display,
      phone.source,
      phone.sinceOn,
      phone.importId,
    );
  return Number(lastInsertRowid);
}

export type PhoneRow = Omit<NewPhone, 'importId'> & { readonly phoneId: number };

const phoneColumns = `id AS phoneId, debtor_id AS debtorId, kind, status, number, display, source, since_on AS sinceOn`;

export function findPhone(store: Store, phoneId: number): PhoneRow | null {
  const row = store.sql(`SELECT ${phoneColumns} FROM phones WHERE id = ?`).get(phoneId);
  return (row as PhoneRow | undefined) ?? null;
}

/** The order numbers are tried in: current, unverified, then those that did not work; newest first. */
export const phoneOrder = `CASE status WHEN 'current' THEN 0 WHEN 'unverified' THEN 1 WHEN 'do_not_call' THEN 2
  WHEN 'disconnected' THEN 3 ELSE 4 END, since_on DESC, id DESC`;

export function listPhones(store: Store, debtorId: number): PhoneRow[] {
  return store
    .sql(`SELECT ${phoneColumns} FROM phones WHERE debtor_id = ? ORDER BY ${phoneOrder}`)
    .all(debtorId) as PhoneRow[];
}

export function updatePhoneStatus(store: Store, phoneId: number, status: PhoneStatus): void {
  store.sql('UPDATE phones SET status = ? WHERE id = ?').run(status, phoneId);
}

export type NewEmail = {
  readonly debtorId: number;
  readonly address: string;
  readonly status: EmailStatus;
  readonly source: string;
  readonly sinceOn: Day;
  readonly importId: number | null;
};

export function insertEmail(store: Store, email: NewEmail): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO emails (debtor_id, address, status, source, since_on, import_id) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(email.debtorId, email.address, email.status, email.source, email.sinceOn, email.importId);
  return Number(lastInsertRowid);
}

export function findEmail(store: Store, emailId: number): (EmailRow & { readonly debtorId: number }) | null {
  const row = store
    .sql('SELECT id AS emailId, debtor_id AS debtorId, address, status FROM emails WHERE id = ?')
    .get(emailId);
  return (row as (EmailRow & { debtorId: number }) | undefined) ?? null;
}

export function updateEmailStatus(store: Store, emailId: number, status: EmailStatus): void {
  store.sql('UPDATE emails SET status = ? WHERE id = ?').run(status, emailId);
}

export type EmailRow = { readonly emailId: number; readonly address: string; readonly status: EmailStatus };

export function listEmails(store: Store, debtorId: number): EmailRow[] {
  return store
    .sql(
      `SELECT id AS emailId, address, status FROM emails WHERE debtor_id = ?
       ORDER BY CASE status WHEN 'current' THEN 0 WHEN 'unverified' THEN 1 ELSE 2 END, since_on DESC, id DESC`,
    )
    .all(debtorId) as EmailRow[];
}
