/** A book of before the letter bench taken to the fifth migration: its letters and templates stay as they were, to the byte. */
import { beforeEach, expect, test } from 'vitest';
import { ensureTemplates } from '../../electron/book/services/letters.ts';
import { migrate } from '../../electron/book/store/migrate.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { openInMemory } from '../../electron/book/store/open.ts';
import { listCurrentTemplates } from '../../electron/book/store/queries/letters.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { ok } from '../../shared/errors/result.ts';
import { valueIn } from '../builders/vault.ts';

const at = Date.UTC(2026, 10, 1, 15, 0);

/** As the program before wrote it. */
const old = /* sql */ `
INSERT INTO office VALUES (1, 'b', 'Harbor Lane', 0, ${at});
INSERT INTO clients (id, name, created_at) VALUES (1, 'Tidewater Dental', ${at});
INSERT INTO debtors (id, kind, name, name_sort, created_at) VALUES (1, 'consumer', 'Mara Okafor', 'okafor mara', ${at});
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
VALUES (1, 1, 1, '1001', 'medical', '2026-06-01', ${at});
INSERT INTO letterhead (id, line1, city, region, postal_code, phone) VALUES (1, '14 Harbor Lane', 'Austin', 'TX', '78701', '(512) 555-0100');
INSERT INTO templates (id, code, version, name, description, body, made_at) VALUES
  (1, 'demand-letter', 1, 'Demand letter', 'The final demand', '<p>{{ amount_due }}</p>', ${at}),
  (2, 'paper.receipt', 1, 'Receipt', 'A receipt', '', ${at});
INSERT INTO letters (id, account_id, template_id, made_at, author, balance_cents, pages, printed_at, pdf_sha256, facts, html, pdf, verdict)
VALUES (1, 1, 1, ${at}, 'Desk', 96000, 1, ${at}, 'abc', '{"amount_due":"$960.00"}', '<p>$960.00</p>', x'255044462d', '{"outcome":"allowed"}');
INSERT INTO print_queue (id, account_id, template_code, wanted_on, state, letter_id, made_at, ended_at, author)
VALUES (1, 1, 'demand-letter', '2026-11-01', 'printed', 1, ${at}, ${at}, 'Desk');
`;

let store: Store;
const letterRow = () =>
  store.db.prepare('SELECT * FROM letters WHERE id = 1').get() as Record<string, unknown>;

let before: Record<string, unknown>;

beforeEach(() => {
  store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 4) }));
  store.db.exec(old);
  before = letterRow();
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null), migrations }));
});

test('a kept letter keeps every byte it had, and gains only what says nothing was recorded of it', () => {
  expect(letterRow()).toEqual({ ...before, sheet: '{}', findings: '[]', address_id: null });
});

test('a letter that was kept cannot be given other facts afterwards', () => {
  expect(() => store.db.exec("UPDATE letters SET findings = '[1]' WHERE id = 1")).toThrow(/append-only/);
  expect(() => store.db.exec("UPDATE templates SET body = 'x' WHERE id = 1")).toThrow(/append-only/);
});

test('the letters that ship come in beside the old ones, which are retired and still named by their letters', () => {
  ensureTemplates(store, at + 1000);
  const name = store.db
    .prepare('SELECT t.code FROM letters l JOIN templates t ON t.id = l.template_id WHERE l.id = 1')
    .pluck()
    .get();
  expect(name).toBe('demand-letter');
  expect(listCurrentTemplates(store).some(({ templateId }) => templateId === 1)).toBe(false);
  expect(listCurrentTemplates(store).some(({ name: label }) => label === 'Receipt')).toBe(false);
});

test('mailings and returns are withdrawn, never changed', () => {
  store.db.exec(`INSERT INTO mailings (id, letter_id, mailed_on, class, made_at, author) VALUES (1, 1, '2026-11-02', 'certified', ${at}, 'Desk');
    INSERT INTO mail_returns (id, mailing_id, letter_id, account_id, kind, on_day, reason, made_at, author)
    VALUES (1, 1, 1, 1, 'returned', '2026-11-09', 'vacant', ${at}, 'Desk')`);
  expect(() => store.db.exec("UPDATE mailings SET article_number = '1'")).toThrow(/append-only/);
  expect(() => store.db.exec('DELETE FROM mail_returns')).toThrow(/append-only/);
  store.db.exec(`UPDATE mailings SET withdrawn_at = ${at}; UPDATE mail_returns SET withdrawn_at = ${at}`);
});
