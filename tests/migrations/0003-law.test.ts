/** A book of before the law, with holds of every kind, taken to the third migration: what was an event becomes one. */
import { beforeEach, expect, test } from 'vitest';
import { migrate } from '../../electron/book/store/migrate.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { openInMemory } from '../../electron/book/store/open.ts';
import { refreshAllSummaries, turnDay } from '../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { ok } from '../../shared/errors/result.ts';
import { type Desk, dayMs, makeDesk } from '../builders/desk.ts';
import { thirdParty } from '../builders/office.ts';
import { valueIn } from '../builders/vault.ts';

const at = Date.UTC(2026, 10, 1, 15, 0);
/** Half past six in the evening of November 9 in Chicago, the 10th in UTC. */
const ended = Date.UTC(2026, 10, 10, 0, 30);

/** As the program before wrote it; statements are its own, so that a change of today's cannot hide here. */
const old = /* sql */ `
INSERT INTO office VALUES (1, 'b', 'Harbor Lane', 0, ${at});
INSERT INTO clients (id, name, created_at) VALUES (1, 'Tidewater Dental', ${at});
INSERT INTO debtors (id, kind, name, name_sort, created_at) VALUES (1, 'consumer', 'Mara Okafor', 'okafor mara', ${at}),
  (2, 'consumer', 'Noor Featherstone', 'featherstone noor', ${at});
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
VALUES (1, 1, 1, '1001', 'medical', '2026-06-01', ${at}), (2, 1, 1, '1002', 'medical', '2026-06-01', ${at}),
  (3, 2, 1, '1003', 'medical', '2026-06-01', ${at});
INSERT INTO entries (id, account_id, kind, effective_on, posted_at, due_on, principal_cents, author, operation_id) VALUES
  (1, 1, 'charge', '2026-06-01', ${at}, '2026-07-01', 10000, 'Desk', 'a'),
  (2, 2, 'charge', '2026-06-01', ${at}, '2026-07-01', 20000, 'Desk', 'b'),
  (3, 3, 'charge', '2026-06-01', ${at}, '2026-07-01', 30000, 'Desk', 'c');
INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at) VALUES
  (1, 1, 1, 'call', 'out', 'disputed', ${at}, 'America/Chicago', 'Desk', ${at}),
  (2, 1, 1, 'call', 'out', 'asked_to_stop', ${at}, 'America/Chicago', 'Desk', ${at});
INSERT INTO holds (id, account_id, kind, reason, source, from_on, until_on, ended_at, ended_reason, contact_id, created_at) VALUES
  (1, 1, 'dispute', 'The debt is disputed', 'Said in a contact (call)', '2026-11-01', NULL, NULL, NULL, 1, ${at}),
  (2, 1, 'cease', 'Asked not to be contacted', '', '2026-11-01', NULL, NULL, NULL, 2, ${at}),
  (3, 2, 'cease', 'Letter', 'Letter in drawer 2', '2026-11-02', NULL, NULL, NULL, NULL, ${at}),
  (4, 2, 'attorney', 'Represented', 'Call', '2026-11-03', NULL, ${ended}, 'She stopped acting', NULL, ${at}),
  (5, 2, 'bankruptcy', 'Filed', 'Court', '2026-11-04', NULL, NULL, NULL, NULL, ${at}),
  (6, 2, 'deceased', 'Died', 'Sister', '2026-11-05', NULL, NULL, NULL, NULL, ${at}),
  (7, 2, 'hardship', 'Out of work', 'Call', '2026-11-05', '2026-12-31', NULL, NULL, NULL, ${at}),
  (8, 2, 'court', 'Order', 'Court', '2026-11-05', NULL, NULL, NULL, NULL, ${at}),
  (9, 2, 'house', 'Wait', 'Us', '2026-11-05', NULL, NULL, NULL, NULL, ${at}),
  (10, 3, 'dispute', 'Disputed in a letter', 'Letter', '2026-11-01', '2026-11-25', NULL, NULL, NULL, ${at});
INSERT INTO letterhead (id, line1, line2, city, region, postal_code, phone, email, hours, how_to_pay)
VALUES (1, '', '', '', '', '', '', '', '', '');
`;

let store: Store;
let before: unknown[];
let desk: Desk;

beforeEach(() => {
  store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 2) }));
  store.db.exec(old);
  before = store.db.prepare('SELECT * FROM holds ORDER BY id').all();
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
  store.transaction(() => {
    turnDay(store, '2026-11-20');
    refreshAllSummaries(store);
  });
  desk = makeDesk(store, undefined, thirdParty);
});

const eventsOf = (accountId: number) =>
  store.db
    .prepare(
      `SELECT kind, on_day, detail, source, contact_id, ended_on, ended_reason FROM legal_events
       WHERE account_id = ? ORDER BY id`,
    )
    .raw()
    .all(accountId);

test('no hold is lost or changed, and the book holds together', () => {
  const after = store.db.prepare('SELECT * FROM holds ORDER BY id').all() as Record<string, unknown>[];
  expect(after.map(({ event_id: _, ...hold }) => hold)).toEqual(before);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.db.pragma('foreign_key_check')).toEqual([]);
});

test('what the law attaches something to becomes an event with its day, source and end', () => {
  expect(eventsOf(1)).toEqual([
    ['dispute', '2026-11-01', '{"written":false}', 'Said in a contact (call)', 1, null, null],
    ['cease_oral', '2026-11-01', '{}', 'Hold entered before events were kept', 2, null, null],
  ]);
  expect(eventsOf(2)).toEqual([
    // Who held by hand may have had a paper.
    ['cease_written', '2026-11-02', '{}', 'Letter in drawer 2', null, null, null],
    ['attorney', '2026-11-03', '{}', 'Call', null, '2026-11-10', 'She stopped acting'],
    ['bankruptcy', '2026-11-04', '{}', 'Court', null, null, null],
    ['deceased', '2026-11-05', '{}', 'Sister', null, null, null],
  ]);
  expect(eventsOf(3)).toEqual([
    ['dispute', '2026-11-01', '{"untilOn":"2026-11-25"}', 'Letter', null, null, null],
  ]);
});

test('who asked in a call to be left alone is called no more, about any debt', async () => {
  const rows = store.db
    .prepare("SELECT debtor_id, account_id, scope, contact_id FROM legal_events WHERE kind = 'opt_out'")
    .raw()
    .all();
  expect(rows).toEqual([[1, null, '{"channel":"call"}', 2]]);
  const { verdict } = await desk.get('law.verdict', { accountId: 2, act: { channel: 'call' } });
  expect(verdict.reasons.map(({ code }) => code)).toContain('MEDIUM_OPTED_OUT');
});

test('what came in writing is taken as written', async () => {
  const written = openInMemory();
  valueIn(migrate(written, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 2) }));
  written.db.exec(old.replaceAll("'call', 'out'", "'text', 'in'"));
  valueIn(migrate(written, { isNew: false, copyBefore: () => ok(null) }));
  const rows = written.db
    .prepare('SELECT kind, scope, detail FROM legal_events WHERE contact_id IS NOT NULL ORDER BY id')
    .raw()
    .all();
  expect(rows).toEqual([
    ['dispute', '{}', '{"written":true}'],
    ['cease_written', '{}', '{}'],
    ['opt_out', '{"channel":"text"}', '{}'],
  ]);
});

test('what was said again in writing, or another way, is not lost because the account was held already', () => {
  const again = openInMemory();
  valueIn(migrate(again, { isNew: true, copyBefore: () => ok(null), migrations: migrations.slice(0, 2) }));
  const later = at + dayMs;
  const afterEnd = ended + dayMs;
  again.db.exec(`${old}
    INSERT INTO contacts (id, account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at) VALUES
      (3, 1, 1, 'email', 'in', 'disputed', ${later}, 'America/Chicago', 'Desk', ${later}),
      (4, 1, 1, 'letter', 'in', 'asked_to_stop', ${later}, 'America/Chicago', 'Desk', ${later}),
      (5, 1, 1, 'call', 'out', 'disputed', ${later}, 'America/Chicago', 'Desk', ${later}),
      (6, 3, 2, 'email', 'in', 'asked_to_stop', ${later}, 'America/Chicago', 'Desk', ${later}),
      (7, 3, 2, 'email', 'in', 'disputed', ${later}, 'America/Chicago', 'Desk', ${later}),
      (8, 3, 2, 'email', 'in', 'disputed', ${afterEnd}, 'America/Chicago', 'Desk', ${afterEnd});
    UPDATE holds SET ended_at = ${ended}, ended_reason = 'Verified' WHERE id = 10;`);
  valueIn(migrate(again, { isNew: false, copyBefore: () => ok(null) }));
  const rows = again.db
    .prepare(
      `SELECT account_id, kind, on_day, scope, detail, contact_id, ended_reason FROM legal_events WHERE contact_id > 2 ORDER BY contact_id, kind`,
    )
    .raw()
    .all();
  expect(rows).toEqual([
    [1, 'dispute', '2026-11-02', '{}', '{"written":true}', 3, null],
    [1, 'cease_written', '2026-11-02', '{}', '{}', 4, null],
    [null, 'opt_out', '2026-11-02', '{"channel":"letter"}', '{}', 4, null],
    // No hold of that kind stood then, which the program before always made: nothing is guessed of 6 and 8.
    [3, 'dispute', '2026-11-02', '{}', '{"written":true}', 7, 'Verified'],
  ]);
});

test('holds of the office’s own stay holds', () => {
  const own = store.db.prepare('SELECT kind FROM holds WHERE event_id IS NULL ORDER BY id').pluck().all();
  expect(own).toEqual(['hardship', 'court', 'house']);
});

test('ending such a hold ends its event, also one that has a last day', async () => {
  await desk.get('accounts.endHold', { holdId: 10, reason: 'Verified' });
  expect((await desk.get('law.account', { accountId: 3 })).events).toMatchObject([
    { endedOn: '2026-11-20', endedReason: 'Verified' },
  ]);
  expect((await desk.get('accounts.get', { accountId: 3 })).holds).toEqual([]);
  // One whose event has ended already is gone as well.
  expect(await desk.codeOf('accounts.endHold', { holdId: 4, reason: 'x' })).toBe('hold.not_found');
});

test('and ending the event ends the hold', async () => {
  const { events } = await desk.get('law.account', { accountId: 1 });
  const dispute = events.find(({ kind }) => kind === 'dispute');
  await desk.get('law.endEvent', {
    eventId: dispute?.eventId ?? 0,
    on: '2026-11-20',
    reason: 'Verified',
    source: 'Letter',
  });
  const { holds } = await desk.get('accounts.get', { accountId: 1 });
  expect(holds.map(({ kind }) => kind)).toEqual(['cease']);
});

test('one with a last day is over after it', async () => {
  const codes = async () =>
    (await desk.get('law.verdict', { accountId: 3, act: { channel: 'letter' } })).verdict.reasons.map(
      ({ code }) => code,
    );
  desk.pass(5 * dayMs);
  expect(await codes()).toContain('DISPUTE_PENDING_VERIFICATION');
  desk.pass(dayMs);
  expect(await codes()).not.toContain('DISPUTE_PENDING_VERIFICATION');
});

test('the rules read what was migrated: a bankruptcy of before keeps letters here', async () => {
  expect(
    (await desk.get('law.verdict', { accountId: 2, act: { channel: 'letter' } })).verdict.reasons[0],
  ).toMatchObject({ result: 'block' });
});

test('contacts of before are to the debtor, to collect, by hand', () => {
  const rows = store.db
    .prepare('SELECT DISTINCT party, party_name, purpose, dialing, email_id, override_reason FROM contacts')
    .raw()
    .all();
  expect(rows).toEqual([['debtor', '', 'collect', 'by_hand', null, '']]);
});

test('every account waits for its clocks', () => {
  expect(store.db.prepare('SELECT after_account_id FROM clock_state').pluck().get()).toBe(0);
});
