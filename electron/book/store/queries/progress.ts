/** How a day or a week stands: what was done since an instant, what was promised until a day, how promises were kept. */
import type { DeskTally } from '../../../../shared/contract/desk.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { pauseAfter } from '../../../../shared/domain/desk.ts';
import type { Store } from '../store.ts';
import { newestVersion, receivedForVersion } from './plans.ts';
import { countDone, open } from './today.ts';

/** Rows are added in the order of time: the last of before `:since` is found from the end, without an index. */
const lastBefore = (table: string) =>
  `coalesce((SELECT id FROM ${table} WHERE made_at < :since ORDER BY id DESC LIMIT 1), 0)`;

export function countTally(store: Store, since: number): DeskTally {
  const conversations = store
    .sql('SELECT count(*) FROM contacts INDEXED BY contacts_by_instant WHERE at >= ? AND conversation = 1')
    .pluck()
    .get(since) as number;
  const promised = store
    .sql(
      `SELECT count(*) AS promises, coalesce(sum(amount_cents), 0) AS promisedCents FROM promises
       WHERE id > ${lastBefore('promises')} AND made_at >= :since AND cancelled_at IS NULL`,
    )
    .get({ since }) as { promises: number; promisedCents: number };
  const letters = store
    .sql(
      `SELECT count(*) FROM letters WHERE id > ${lastBefore('letters')} AND made_at >= :since AND printed_at IS NOT NULL`,
    )
    .pluck()
    .get({ since }) as number;
  return { ...countDone(store, since), ...promised, conversations, letters };
}

/** The latest calls, newest first: as many as a pause is reckoned from. */
export function listLastCalls(store: Store): { readonly at: number; readonly outcome: ContactOutcome }[] {
  return store
    .sql(
      `SELECT at, outcome FROM contacts INDEXED BY contacts_by_instant WHERE channel = 'call'
       ORDER BY at DESC LIMIT ${pauseAfter.among}`,
    )
    .all() as { at: number; outcome: ContactOutcome }[];
}

type Sum = { readonly count: number; readonly cents: number };

/** What open promises due between two days still lack. */
export function sumPromisesDue(store: Store, from: Day, to: Day): Sum {
  return store
    .sql(
      `SELECT count(*) AS count, coalesce(sum(p.amount_cents - p.received_cents), 0) AS cents
       FROM promises p INDEXED BY promises_by_due CROSS JOIN account_summaries s ON s.account_id = p.account_id
       WHERE p.cancelled_at IS NULL AND p.due_on BETWEEN ? AND ? AND p.received_cents < p.amount_cents AND s.status IN ${open}`,
    )
    .get(from, to) as Sum;
}

/** What instalment `n` of version `v` and those before it come to, and the number of the first not paid in full. */
const upToIt =
  '(SELECT sum(b.amount_cents) FROM instalments b WHERE b.plan_version_id = v.id AND b.number <= n.number)';
const firstUnpaid =
  '(SELECT max(f.number) FROM instalments f WHERE f.plan_version_id = v.id AND f.due_on = s.instalment_on)';

/**
 * What instalments due between two days still lack, of plans in force. After the first unpaid one nothing was paid: what came in
 * is added up only for those up to it.
 */
export function sumInstalmentsDue(store: Store, from: Day, to: Day): Sum {
  return store
    .sql(
      `SELECT count(*) AS count, coalesce(sum(cents), 0) AS cents FROM (
         SELECT iif(n.number > ${firstUnpaid}, n.amount_cents,
           min(n.amount_cents, ${upToIt} - (${receivedForVersion}))) AS cents
         FROM instalments n INDEXED BY instalments_by_due
         CROSS JOIN plan_versions v ON v.id = n.plan_version_id
         CROSS JOIN plans p ON p.id = v.plan_id
         CROSS JOIN account_summaries s ON s.account_id = p.account_id
         WHERE n.due_on BETWEEN :from AND :to AND p.ended_at IS NULL AND s.instalment_on <= :to AND ${newestVersion})
       WHERE cents > 0`,
    )
    .get({ from, to }) as Sum;
}

/** Promises that came due in a span, taken-back ones left out: how many, what was promised, what came by the end of grace. */
export function sumPromisesRecord(
  store: Store,
  from: Day,
  before: Day,
): { readonly promises: number; readonly promisedCents: number; readonly receivedCents: number } {
  return store
    .sql(
      `SELECT count(*) AS promises, coalesce(sum(amount_cents), 0) AS promisedCents,
         coalesce(sum(min(received_cents, amount_cents)), 0) AS receivedCents
       FROM promises INDEXED BY promises_by_due WHERE cancelled_at IS NULL AND due_on >= ? AND due_on < ?`,
    )
    .get(from, before) as { promises: number; promisedCents: number; receivedCents: number };
}

export type ActivityRow = {
  readonly at: number;
  readonly what: 'contact' | 'promise' | 'payment' | 'letter' | 'note';
  readonly debtorName: string;
  readonly accountNumber: string;
  /** The outcome and channel of a contact, the name of a letter's template, the kind of a note. */
  readonly code: string;
  readonly channel: string;
  readonly amountCents: number | null;
  readonly author: string;
};

/** What was done between two instants, oldest first; imported entries, notes of contacts and what was taken back left out. */
export function listActivity(store: Store, since: number, until: number, limit: number): ActivityRow[] {
  return store
    .sql(
      `SELECT x.at, x.what, s.debtor_name AS debtorName, s.number AS accountNumber, x.code, x.channel,
         x.amount_cents AS amountCents, x.author
       FROM (
         SELECT c.at, 'contact' AS what, c.account_id, c.outcome AS code, c.channel, NULL AS amount_cents, c.author
           FROM contacts c INDEXED BY contacts_by_instant WHERE c.at >= :since AND c.at < :until
         UNION ALL
         SELECT p.made_at, 'promise', p.account_id, p.due_on, '', p.amount_cents, p.author FROM promises p
           WHERE p.id > ${lastBefore('promises')} AND p.made_at >= :since AND p.made_at < :until AND p.cancelled_at IS NULL
         UNION ALL
         SELECT e.posted_at, 'payment', e.account_id, e.kind, coalesce(e.method, ''),
           -(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), e.author
           FROM entries e INDEXED BY payments_by_instant
           WHERE e.kind IN ('payment', 'recovery') AND e.import_id IS NULL AND e.posted_at >= :since AND e.posted_at < :until
             AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)
         UNION ALL
         SELECT l.made_at, 'letter', l.account_id, t.name, iif(l.printed_at IS NULL, '', 'printed'), NULL, l.author
           FROM letters l JOIN templates t ON t.id = l.template_id
           WHERE l.id > ${lastBefore('letters')} AND l.made_at >= :since AND l.made_at < :until
         UNION ALL
         SELECT n.at, 'note', n.account_id, n.kind, '', NULL, n.author FROM notes n
           WHERE n.at >= :since AND n.at < :until AND n.contact_id IS NULL AND n.import_id IS NULL) x
       JOIN account_summaries s ON s.account_id = x.account_id ORDER BY x.at, x.what LIMIT :limit`,
    )
    .all({ since, until, limit }) as ActivityRow[];
}
