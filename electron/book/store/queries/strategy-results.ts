/** What accounts in a strategy came to, added up over ranges of them so that a large book can be counted in slices. */
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import { paymentKindsSql } from './entries.ts';

export type ResultSums = {
  readonly version: number;
  readonly entered: number;
  readonly entryCents: number;
  readonly daysPastDueSum: number;
  readonly active: number;
  readonly reached: number;
  readonly promises: number;
  readonly promisesKept: number;
  readonly plans: number;
  readonly letters: number;
  readonly calls: number;
  readonly objections: number;
  readonly accounts30: number;
  readonly entry30: number;
  readonly paid30: number;
  readonly accounts60: number;
  readonly entry60: number;
  readonly paid60: number;
  readonly accounts90: number;
  readonly entry90: number;
  readonly paid90: number;
};

const dayMs = 86_400_000;
/** What happened later is not put down to the strategy. */
const windowMs = 90 * dayMs;

const since = (column: string) => `${column} >= m.entered_at AND ${column} < m.entered_at + ${windowMs}`;

const collected = (
  days: number,
) => `(SELECT coalesce(-sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), 0)
    FROM entries e WHERE e.account_id = m.account_id AND e.kind IN ${paymentKindsSql} AND e.posted_at >= m.entered_at
      AND e.effective_on <= date(m.entered_on, '+${days} days')
      AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id))`;

const within = (days: number) => `
  sum(m.entered_on <= :by${days}) AS accounts${days},
  coalesce(sum(iif(m.entered_on <= :by${days}, m.balance_cents, 0)), 0) AS entry${days},
  coalesce(sum(iif(m.entered_on <= :by${days}, ${collected(days)}, 0)), 0) AS paid${days}`;

const text = `SELECT v.version, count(*) AS entered, sum(m.balance_cents) AS entryCents, sum(m.days_past_due) AS daysPastDueSum,
    sum(m.state = 'active') AS active,
    sum(EXISTS (SELECT 1 FROM contacts c WHERE c.account_id = m.account_id AND c.conversation = 1
      AND c.outcome NOT IN ('third_party', 'hung_up', 'language') AND ${since('c.at')})) AS reached,
    sum((SELECT count(*) FROM promises p WHERE p.account_id = m.account_id AND ${since('p.made_at')})) AS promises,
    sum((SELECT count(*) FROM promises p WHERE p.account_id = m.account_id AND ${since('p.made_at')}
      AND p.cancelled_at IS NULL AND p.received_cents >= p.amount_cents)) AS promisesKept,
    sum((SELECT count(*) FROM plan_accounts o JOIN plans p ON p.id = o.plan_id
      WHERE o.account_id = m.account_id AND ${since('p.made_at')})) AS plans,
    sum((SELECT count(*) FROM strategy_steps x WHERE x.member_id = m.id AND x.kind = 'letter' AND x.outcome = 'done')) AS letters,
    sum((SELECT count(*) FROM contacts c WHERE c.account_id = m.account_id AND c.channel IN ('call', 'voicemail')
      AND c.direction = 'out' AND ${since('c.at')})) AS calls,
    sum((SELECT count(*) FROM legal_events e JOIN accounts a ON a.id = m.account_id
      WHERE e.debtor_id = a.debtor_id AND (e.account_id IS NULL OR e.account_id = m.account_id) AND e.withdrawn = 0
        AND e.kind IN ('dispute', 'cease_written', 'cease_oral', 'refusal_written', 'attorney') AND ${since('e.made_at')}))
      AS objections,
    ${[30, 60, 90].map(within).join(',')}
  FROM (SELECT * FROM strategy_members WHERE strategy_id = :strategyId AND id > :after ORDER BY id LIMIT :limit) m
    JOIN strategy_versions v ON v.id = m.version_id
  GROUP BY v.version`;

/** The sums of the next members of a strategy after one, by version, and the last of them; `null` at the end. */
export function sumResults(
  store: Store,
  strategyId: number,
  after: number,
  limit: number,
  today: Day,
): { readonly sums: ResultSums[]; readonly last: number } | null {
  const last = store
    .sql(
      `SELECT max(id) FROM (SELECT id FROM strategy_members WHERE strategy_id = ? AND id > ? ORDER BY id LIMIT ?)`,
    )
    .pluck()
    .get(strategyId, after, limit) as number | null;
  if (last === null) return null;
  const by = { by30: addDays(today, -30), by60: addDays(today, -60), by90: addDays(today, -90) };
  return { sums: store.sql(text).all({ strategyId, after, limit, ...by }) as ResultSums[], last };
}
