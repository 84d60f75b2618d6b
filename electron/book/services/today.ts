/**
 * Today: one ranked queue of what to do now, a row an account, each with why it is there and the parts its place is made of.
 * Of each kind so many reasons are gathered by an order that says what goes stale first; those are ranked together, all are counted.
 */

import type { CallClock } from '../../../shared/contract/law.ts';
import type { TodayItem, TodayKind, TodayReason } from '../../../shared/contract/today.ts';
import { daysBetween, startOfDay } from '../../../shared/domain/days.ts';
import {
  foldRanked,
  type QueueFacts,
  type QueueScore,
  queueKinds,
  scoreOf,
} from '../../../shared/domain/queue.ts';
import { ok } from '../../../shared/errors/result.ts';
import { todayReasonWords } from '../../../shared/text/labels.ts';
import type { QueryHandler } from '../context.ts';
import { callClocksOf } from '../store/queries/clocks.ts';
import { countTries } from '../store/queries/queue.ts';
import { listWaiting } from '../store/queries/queue-marks.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { countDone, sumOpenAccounts } from '../store/queries/today.ts';
import { readDeskSettings } from './desk-settings.ts';
import type { Reason } from './today-reason.ts';
import { gatherReasons } from './today-reasons.ts';

/** So many of each kind are gathered, and of the one that is asked for; nobody works more in a day. */
const mostOfEach = 50;
const mostOfOne = 300;
/** Rows listed of all kinds together. */
const mostRows = 200;

/** Whether a call is lawful by the clock as lists keep it. */
function callableBy(call: CallClock | null, now: number): QueueFacts['callable'] {
  if (call === null || call.outcome === null) return 'unknown';
  if (call.opensAt === null) return 'not';
  if (call.opensAt > now) return 'later';
  return call.closesAt === null || call.closesAt > now ? 'now' : 'unknown';
}

export const listToday: QueryHandler<'today.list'> = (context, { kind: only }) => {
  const { store, today, zone, now } = context;
  turnDay(store, today);
  const midnight = startOfDay(today, zone);
  const waiting = listWaiting(store, now);
  const { ranking } = readDeskSettings(store);
  const found = gatherReasons({ context, waiting }, (kind) => (kind === only ? mostOfOne : mostOfEach));
  const reasons = [...found.values()].flatMap((gathered) => gathered.reasons);
  const accountIds = [...new Set(reasons.flatMap(({ accountId }) => accountId ?? []))];
  const calls = callClocksOf(store, accountIds, now);
  const tries = countTries(store, accountIds, midnight);

  const scored = reasons.map((reason) => {
    const call = reason.accountId === null ? null : (calls.get(reason.accountId) ?? null);
    const facts: QueueFacts = {
      kind: reason.kind,
      aboutCents: reason.amountCents ?? reason.balanceCents,
      daysLate: reason.daysLate,
      daysToDeadline: reason.lastOn === null ? null : daysBetween(today, reason.lastOn),
      callable: callableBy(call, now),
      priority: reason.priority,
      triesToday: reason.accountId === null ? 0 : (tries.get(reason.accountId) ?? 0),
    };
    return { ...reason, ...scoreOf(facts, ranking, todayReasonWords[reason.kind]), facts, call };
  });
  const rows = foldRanked(scored)
    .filter(({ first, also }) => only === null || [first, ...also].some(({ kind }) => kind === only))
    .slice(0, mostRows);
  const items = rows.map(({ first, also }): TodayItem => {
    const { accountId, debtorName, accountNumber, balanceCents, call } = first;
    return {
      ...reasonOf(first),
      accountId,
      debtorName,
      accountNumber,
      balanceCents,
      call,
      also: also.map(reasonOf),
    };
  });
  const listed = new Map<TodayKind, number>();
  for (const { kind, also } of items)
    for (const one of [kind, ...also.map((reason) => reason.kind)])
      listed.set(one, (listed.get(one) ?? 0) + 1);
  const counts = queueKinds.flatMap((kind) => {
    const count = found.get(kind)?.count ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return ok({
    today,
    items,
    counts,
    more: counts.flatMap(({ kind, count }) => {
      const left = count - (listed.get(kind) ?? 0);
      return left > 0 ? [{ kind, count: left }] : [];
    }),
    waiting: { count: waiting.length, firstAt: waiting[0]?.untilAt ?? null },
    done: countDone(store, midnight),
    book: sumOpenAccounts(store),
  });
};

type Scored = Reason & QueueScore & { readonly facts: QueueFacts };

function reasonOf(scored: Scored): TodayReason {
  const { key, kind, text, amountCents, dueOn, dueAt, lastOn, reminderId, memberId, missed } = scored;
  const { points, facts } = scored;
  return {
    key,
    kind,
    text,
    amountCents,
    dueOn,
    dueAt,
    lastOn,
    reminderId,
    memberId,
    missed,
    points,
    parts: [...scored.parts],
    facts,
  };
}
