/** The sample office shows every kind of money the book knows, and its figures hold like those of a book somebody works in. */
import { expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { fillSampleOffice } from '../../../../electron/book/services/sample-office.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { makeTestStore } from '../../../builders/store.ts';

const moment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'Desk' };

function make() {
  const store = makeTestStore();
  store.transaction(() => fillSampleOffice(store, moment));
  return store;
}

test('adds up, and every list says what the ledger says', () => {
  const store = make();
  expect(checkSummaries(store)).toEqual([]);
  expect(checkLedger(store)).toEqual([]);
});

test('is the same on the same day', () => {
  const [one, other] = [make(), make()].map((store) => store.db.prepare('SELECT * FROM entries').all());
  expect(one).toEqual(other);
});

test.each([
  ['interest by terms', `SELECT count(*) FROM entries WHERE kind = 'interest' AND derived = 1`],
  ['terms', 'SELECT count(*) FROM terms'],
  ['a fee with what allows it', `SELECT count(*) FROM entries WHERE kind = 'fee' AND basis <> ''`],
  ['a judgment', 'SELECT count(*) FROM judgments'],
  ['a payment taken back', `SELECT count(*) FROM entries WHERE kind = 'reversal'`],
  ['a write-off', `SELECT count(*) FROM entries WHERE kind = 'write_off'`],
  ['a recovery', `SELECT count(*) FROM entries WHERE kind = 'recovery'`],
  ['a held cheque', `SELECT count(*) FROM held_payments WHERE state = 'held'`],
  ['a pinned note', 'SELECT count(*) FROM note_pins'],
  ['a reminder that repeats', 'SELECT count(*) FROM reminders WHERE repeat IS NOT NULL'],
  ['a look for somebody', 'SELECT count(*) FROM traces'],
  ['a file', 'SELECT count(*) FROM attachments'],
  ['accounts in a strategy', `SELECT count(*) FROM strategy_members WHERE state = 'active'`],
  ['a certificate', 'SELECT count(*) FROM certificates'],
  ['money received that waits', `SELECT count(*) FROM incoming WHERE state = 'open'`],
  ['money that was posted', `SELECT count(*) FROM incoming WHERE state = 'posted'`],
  ['a deposit the bank took back', 'SELECT count(*) FROM incoming WHERE is_return = 1'],
  ['a running plan', 'SELECT count(*) FROM plans WHERE ended_at IS NULL'],
])('has %s', (_, sql) => {
  expect(make().db.prepare(sql).pluck().get()).toBeGreaterThan(0);
});
