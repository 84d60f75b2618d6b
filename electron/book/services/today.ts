/**
 * Today: what to do now, each with its reason, ranked by what goes stale first. Kinds are listed one after the
 * other, capped, with a count of what is left out; one account with several reasons stands under each of them but
 * is never called planless while it has another.
 */
import type { TodayItem, TodayKind } from '../../../shared/contract/today.ts';
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { ok } from '../../../shared/errors/result.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import { callClocksOf } from '../store/queries/clocks.ts';
import { countPlansInForce, listPlansInForce, type PlanWindow } from '../store/queries/plans.ts';
import { findLongestGrace } from '../store/queries/policies.ts';
import type { PromiseRow } from '../store/queries/promises.ts';
import { countOpenReminders, listOpenReminders } from '../store/queries/reminders.ts';
import { turnDay } from '../store/queries/summaries.ts';
import {
  countDone,
  countStepsDue,
  countWithoutStep,
  listPromisesDue,
  listPromisesLapsed,
  listStepsDue,
  listWithoutStep,
  sumOpenAccounts,
} from '../store/queries/today.ts';
import { matchedOf } from './plan-facts.ts';

/** So many of each kind are listed; nobody works more in a day. */
const most = 50;
/** A promise broken longer ago than this is no news. */
const brokenDays = 90;

/** Whether the account may be called is filled in for all items at once. */
const plain = { dueOn: null, dueAt: null, reminderId: null, missed: false, amountCents: null, call: null };

type Gathered = { readonly items: TodayItem[]; readonly count: number };

function remindersDue({ store, now }: QueryContext): Gathered {
  const items = listOpenReminders(store, { accountId: null, until: now, limit: most, now }).map(
    (reminder): TodayItem => ({
      ...plain,
      key: `reminder:${reminder.reminderId}`,
      kind: 'reminder_due',
      accountId: reminder.accountId,
      debtorName: reminder.debtorName,
      accountNumber: reminder.accountNumber,
      balanceCents: null,
      text: reminder.text,
      dueAt: reminder.dueAt,
      reminderId: reminder.reminderId,
      missed: reminder.missed,
    }),
  );
  return { items, count: countOpenReminders(store, now) };
}

function promisesBroken({ store, today }: QueryContext): Gathered {
  const { promises, count } = listPromisesLapsed(store, addDays(today, -brokenDays), today, most);
  const items = promises.map((promise): TodayItem => {
    const promised = `Promised ${formatDollars(promise.amountCents)}`;
    return {
      ...promiseItem(promise),
      kind: 'promise_broken',
      amountCents: promise.amountCents,
      text:
        promise.receivedCents > 0
          ? `${promised}, ${formatDollars(promise.receivedCents)} came`
          : `${promised}, nothing came`,
    };
  });
  return { items, count };
}

function promisesDue({ store, today }: QueryContext): Gathered {
  const { promises, count } = listPromisesDue(store, today, most);
  const items = promises.map((promise): TodayItem => {
    const missing = promise.amountCents - promise.receivedCents;
    return {
      ...promiseItem(promise),
      kind: 'promise_due',
      amountCents: missing,
      text: `Promised to pay ${formatDollars(missing)}${promise.receivedCents > 0 ? ' more' : ''}`,
    };
  });
  return { items, count };
}

function promiseItem(promise: PromiseRow) {
  return {
    ...plain,
    key: `promise:${promise.promiseId}`,
    accountId: promise.accountId,
    debtorName: promise.debtorName,
    accountNumber: promise.accountNumber,
    balanceCents: promise.balanceCents,
    dueOn: promise.dueOn,
  };
}

/**
 * Plans by their first unpaid instalment: its grace has passed, or it is due. Either is left out while a reminder stands that
 * says so already.
 */
function instalments(context: QueryContext, kind: 'instalment_missed' | 'instalment_due'): Gathered {
  const { store, now, today } = context;
  const over = kind === 'instalment_missed';
  const window: PlanWindow = {
    from: over ? '0000-00-00' : addDays(today, -findLongestGrace(store)),
    to: over ? addDays(today, -1) : today,
    grace: { over, today },
    notRemindedBy: now,
  };
  const items = listPlansInForce(store, window, most).flatMap((plan): TodayItem[] => {
    const matched = matchedOf(store, plan, today);
    const listed = matched.filter((instalment) =>
      kind === 'instalment_missed'
        ? instalment.behind
        : instalment.paidCents < instalment.amountCents && instalment.dueOn <= today,
    );
    const first = listed[0];
    // Cut to what is owed, a plan may have nothing left to ask for; one odd plan must not take the whole day away.
    if (!first) return [];
    const amountCents = listed.reduce(
      (sum, instalment) => sum + instalment.amountCents - instalment.paidCents,
      0,
    );
    const text =
      kind === 'instalment_due'
        ? `${nameOf(first.number, plan.lastNumber)}, ${formatDollars(amountCents)}, is due`
        : listed.length === 1
          ? `${nameOf(first.number, plan.lastNumber)} was missed, ${formatDollars(amountCents)} short`
          : `${listed.length} instalments were missed, ${formatDollars(amountCents)} short`;
    return [
      {
        ...plain,
        key: `plan:${plan.planId}`,
        kind,
        accountId: plan.accountId,
        debtorName: plan.debtorName,
        accountNumber: plan.accountNumber,
        balanceCents: plan.balanceCents,
        amountCents,
        dueOn: first.dueOn,
        text,
      },
    ];
  });
  return { items, count: countPlansInForce(store, window) };
}

function nameOf(number: number, last: number): string {
  return number === 0 ? 'The down payment' : `Instalment ${number} of ${last}`;
}

function nextSteps({ store, today }: QueryContext): Gathered {
  const items = listStepsDue(store, today, most).map(
    (step): TodayItem => ({
      ...plain,
      key: `step:${step.accountId}`,
      kind: 'next_step',
      accountId: step.accountId,
      debtorName: step.debtorName,
      accountNumber: step.accountNumber,
      balanceCents: step.balanceCents,
      text: step.nextStep ?? 'Next step',
      dueOn: step.nextStepOn,
    }),
  );
  return { items, count: countStepsDue(store, today) };
}

function planless({ store }: QueryContext, busy: ReadonlySet<number>): Gathered {
  const found = listWithoutStep(store, most + busy.size);
  const free = found.filter((step) => !busy.has(step.accountId));
  const items = free.slice(0, most).map(
    (step): TodayItem => ({
      ...plain,
      key: `planless:${step.accountId}`,
      kind: 'no_next_step',
      accountId: step.accountId,
      debtorName: step.debtorName,
      accountNumber: step.accountNumber,
      balanceCents: step.balanceCents,
      text: 'Nothing is planned',
    }),
  );
  return { items, count: countWithoutStep(store) - (found.length - free.length) };
}

export const listToday: QueryHandler<'today.list'> = (context) => {
  const { store, today, zone, now } = context;
  turnDay(store, today);
  const gathered: [TodayKind, Gathered][] = [
    ['reminder_due', remindersDue(context)],
    ['promise_broken', promisesBroken(context)],
    ['promise_due', promisesDue(context)],
    ['instalment_missed', instalments(context, 'instalment_missed')],
    ['instalment_due', instalments(context, 'instalment_due')],
    ['next_step', nextSteps(context)],
  ];
  const busy = new Set(gathered.flatMap(([, { items }]) => items.flatMap((item) => item.accountId ?? [])));
  gathered.push(['no_next_step', planless(context, busy)]);
  const items = gathered.flatMap(([, found]) => found.items);
  const calls = callClocksOf(
    store,
    items.flatMap(({ accountId }) => accountId ?? []),
    now,
  );
  return ok({
    today,
    items: items.map((item) =>
      item.accountId === null ? item : { ...item, call: calls.get(item.accountId) ?? null },
    ),
    more: gathered.flatMap(([kind, { items, count }]) =>
      count > items.length ? [{ kind, count: count - items.length }] : [],
    ),
    done: countDone(store, startOfDay(today, zone)),
    book: sumOpenAccounts(store),
  });
};
