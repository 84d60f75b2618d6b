/** A book of before import and export as they are now taken to the sixth migration: nothing in it changes, and history stays append-only. */
import { beforeEach, expect, test } from 'vitest';
import { migrate } from '../../electron/book/store/migrate.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { openInMemory } from '../../electron/book/store/open.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { ok } from '../../shared/errors/result.ts';
import { valueIn } from '../builders/vault.ts';

const at = Date.UTC(2026, 10, 1, 15, 0);

/** As the program before wrote it. */
const old = /* sql */ `
INSERT INTO office VALUES (1, 'b', 'Harbor Lane', 0, ${at});
INSERT INTO clients (id, name, created_at) VALUES (1, 'Tidewater Dental', ${at});
INSERT INTO imports (id, file_name, file_sha256, plan, client_id, imported_at, author, debtors, accounts, charges, charges_cents)
VALUES (1, 'june.csv', 'abc', '{"clientName":"Tidewater Dental","reading":{"encoding":"utf-8"}}', 1, ${at}, 'Desk', 1, 1, 1, 96000);
INSERT INTO debtors (id, kind, name, name_sort, import_id, created_at) VALUES (1, 'consumer', 'Mara Okafor', 'okafor mara', 1, ${at});
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, import_id, created_at)
VALUES (1, 1, 1, '1001', 'medical', '2026-06-01', 1, ${at});
INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at)
VALUES (1, 1, 1, 'call', 'out', 'no_answer', ${at}, 'America/Chicago', 'Desk', ${at});
INSERT INTO person_facts (id, debtor_id, name, value, source, since_on, made_at, author, operation_id)
VALUES (1, 1, 'birth_date', '1980-02-03', 'told', '2026-06-01', ${at}, 'Desk', 'o');
`;

let store: Store;
const rowOf = (table: string) => store.db.prepare(`SELECT * FROM ${table} WHERE id = 1`).get() as object;

beforeEach(() => {
  store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 5) }));
  store.db.exec(old);
});

test('what was there stays, with nothing said of where it came from', () => {
  const before = {
    contacts: rowOf('contacts'),
    person_facts: rowOf('person_facts'),
    imports: rowOf('imports'),
  };
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
  expect(rowOf('contacts')).toEqual({ ...before.contacts, import_id: null });
  expect(rowOf('person_facts')).toEqual({ ...before.person_facts, import_id: null });
  expect(rowOf('imports')).toEqual({ ...before.imports, source: '', tally: '{}', report: '{}' });
});

test('contacts and facts are still kept, but for those of an import that is being taken back', () => {
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
  const refused = (sql: string) => expect(() => store.db.exec(sql)).toThrow(/append-only/);
  refused('DELETE FROM contacts');
  refused('DELETE FROM person_facts');
  refused("UPDATE contacts SET outcome = 'busy'");
  store.db.exec(`INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at, import_id)
    VALUES (2, 1, 1, 'call', 'out', 'no_answer', ${at}, 'America/Chicago', 'Desk', ${at}, 1)`);
  store.db.exec('INSERT INTO contact_debts (contact_id, account_id) VALUES (2, 1)');
  refused('DELETE FROM contact_debts');
  refused('DELETE FROM contacts WHERE id = 2');
  store.db.exec('INSERT INTO undo_permits (import_id) VALUES (1)');
  store.db.exec('DELETE FROM contact_debts WHERE contact_id = 2; DELETE FROM contacts WHERE id = 2');
  refused('DELETE FROM contacts');
});

test('what an import changed, money that came in and what left as a file are history', () => {
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
  store.db.exec(`
    INSERT INTO import_changes (import_id, account_id, line, what, subject, subject_id, before, after)
    VALUES (1, 1, 2, 'amount', 'entry', 1, '1', '2');
    INSERT INTO incoming (id, import_id, line, kind, held_at, external_id, received_on, amount_cents)
    VALUES (1, 1, 3, 'bank', '…4411', 'F1', '2026-11-01', 5000);
    INSERT INTO exports (what, format, file_name, rows, bytes, sha256, made_at, author)
    VALUES ('accounts', 'csv', 'a.csv', 1, 1, 'abc', ${at}, 'Desk');`);
  const refused = (sql: string) => expect(() => store.db.exec(sql)).toThrow(/append-only/);
  refused("UPDATE import_changes SET after = '3'");
  refused('DELETE FROM import_changes');
  refused('UPDATE incoming SET amount_cents = 1');
  refused('DELETE FROM incoming');
  refused("UPDATE exports SET what = 'x'");
  refused('DELETE FROM exports');
  store.db.exec("UPDATE incoming SET state = 'set_aside', set_aside_reason = 'ours', decided_at = 1");
  // The same item of the same bank account comes once.
  expect(() =>
    store.db.exec(`INSERT INTO incoming (import_id, line, kind, held_at, external_id, received_on, amount_cents)
      VALUES (1, 4, 'bank', '…4411', 'F1', '2026-11-02', 7)`),
  ).toThrow(/UNIQUE/);
});
