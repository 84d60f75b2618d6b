/** A book of before the call desk taken to the fourth migration: nothing of it changes, and its notes can be searched. */
import { beforeEach, expect, test } from 'vitest';
import { migrate } from '../../electron/book/store/migrate.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { openInMemory } from '../../electron/book/store/open.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { contactOutcomes, isConversation } from '../../shared/domain/contact.ts';
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
INSERT INTO notes (id, account_id, text, author, at) VALUES
  (1, 1, 'Works nights at the café, call after noon', 'Desk', ${at}), (2, 1, 'Sister may pay', 'Desk', ${at + 1});
INSERT INTO reminders (id, account_id, text, due_at, zone, made_at, author)
VALUES (1, 1, 'Call Mara', ${at}, 'America/Chicago', ${at}, 'Desk');
${contactOutcomes
  .map(
    (outcome, index) =>
      `INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at)
       VALUES (${index + 1}, 1, 1, 'call', 'out', '${outcome}', ${at}, 'America/Chicago', 'Desk', ${at});`,
  )
  .join('\n')}
INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at)
VALUES (100, 1, 1, 'email', 'in', 'promise_to_pay', ${at}, 'America/Chicago', 'Desk', ${at});
`;

let store: Store;

beforeEach(() => {
  store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 3) }));
  store.db.exec(old);
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
});

function found(text: string): unknown[] {
  return store.db
    .prepare('SELECT rowid FROM note_search WHERE note_search MATCH ? ORDER BY rowid DESC')
    .pluck()
    .all(text);
}

test('notes of before can be found, whatever their accents', () => {
  expect(found('cafe')).toEqual([1]);
  expect(found('call')).toEqual([1]);
  expect(found('sister')).toEqual([2]);
});

test('a new note can be found at once', () => {
  store.db.exec(
    `INSERT INTO notes (account_id, text, author, at) VALUES (1, 'Sister called back', 'Desk', ${at + 2})`,
  );
  expect(found('sister')).toEqual([3, 2]);
});

test('notes and reminders of before are plain ones', () => {
  expect(store.db.prepare('SELECT DISTINCT kind FROM notes').pluck().all()).toEqual(['note']);
  expect(
    store.db.prepare('SELECT repeat, series_id, all_day, priority, debtor_id FROM reminders').all(),
  ).toEqual([{ repeat: null, series_id: null, all_day: 0, priority: 0, debtor_id: null }]);
});

test('what the book calls a conversation is what the rules call one', () => {
  const rows = store.db.prepare('SELECT channel, outcome, direction, conversation FROM contacts').all() as {
    channel: 'call' | 'email';
    outcome: (typeof contactOutcomes)[number];
    direction: 'in' | 'out';
    conversation: number;
  }[];
  expect(rows).toHaveLength(contactOutcomes.length + 1);
  for (const row of rows)
    expect([row.outcome, row.conversation === 1]).toEqual([row.outcome, isConversation(row)]);
});

test('histories of the desk refuse to be changed or erased', () => {
  store.db.exec(`
    INSERT INTO queue_marks (item_key, kind, account_id, mark, at, author, operation_id)
    VALUES ('promise:1', 'promise_due', 1, 'done', ${at}, 'Desk', 'o');
    INSERT INTO scripts (id, kind, code, origin, version, name, body, made_at, author)
    VALUES (1, 'script', 'first-call', 'office', 1, 'First call', '{}', ${at}, 'Desk');
    INSERT INTO script_runs (account_id, contact_id, script_id, started_at, ended_at, party, path, ticks, author, operation_id)
    VALUES (1, 1, 1, ${at}, ${at}, 'unknown', '[]', '[]', 'Desk', 'o');
    INSERT INTO attachments (account_id, debtor_id, name, kind, media_type, on_day, bytes, sha256, added_at, author, operation_id, content)
    VALUES (1, 1, 'bill.pdf', 'statement', 'application/pdf', '2026-11-01', 1, 'x', ${at}, 'Desk', 'o', x'00');
  `);
  for (const change of [
    `UPDATE queue_marks SET mark = 'returned'`,
    'DELETE FROM queue_marks',
    `UPDATE scripts SET body = '[]'`,
    'DELETE FROM scripts',
    `UPDATE script_runs SET party = 'right_party'`,
    `UPDATE attachments SET content = x'01'`,
    'DELETE FROM attachments',
  ])
    expect(() => store.db.exec(change), change).toThrow('append-only');
  store.db.exec(`UPDATE attachments SET removed_at = ${at}, removed_reason = 'Wrong file'`);
  store.db.exec(`UPDATE scripts SET retired_at = ${at}`);
});
