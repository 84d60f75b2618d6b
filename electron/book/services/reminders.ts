/** Things to be reminded of. The table is the truth; main's scheduler only asks it for the soonest. */
import { type Day, dayOfInstant, instantOf } from '../../../shared/domain/days.ts';
import { daysWithin, firstFrom, nextToRing, type Series } from '../../../shared/domain/occurrences.ts';
import { readRepeat } from '../../../shared/domain/repeat.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { callClocksOf } from '../store/queries/clocks.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { findLetterAccount } from '../store/queries/letters.ts';
import { findPlan } from '../store/queries/plans.ts';
import {
  findMorning,
  findWaiting,
  insertMorning,
  updateAlone,
  updateReminder,
  updateReminderWords,
  updateSeries,
} from '../store/queries/reminder-series.ts';
import {
  findReminder,
  insertReminder,
  listOpenReminders,
  type ReminderRow,
  updateReminderDue,
  updateReminderState,
  updateReminderTold,
} from '../store/queries/reminders.ts';
import { wallTimeOf } from './reminder-moments.ts';
import { makeNext, morningsOf, occursOn } from './reminder-series.ts';

function changedReminder(context: CommandContext, accountId: number | null): void {
  context.changed('reminders', accountId === null ? undefined : [accountId]);
}

function findOpen(context: CommandContext, reminderId: number): Result<ReminderRow> {
  const reminder = findReminder(context.store, reminderId);
  if (!reminder) return fail('reminder.not_found');
  if (reminder.state !== 'open') return fail('reminder.already_done');
  return ok(reminder);
}

type When = {
  readonly allDay: boolean;
  readonly dueAt: number | null;
  readonly dueOn: Day | null;
  readonly repeat: string | null;
};

type Placed = {
  readonly dueAt: number;
  /** For one without an hour. */
  readonly dueOn: Day | null;
  readonly series: { readonly repeat: string; readonly startsLocal: string; readonly occursOn: Day } | null;
  /** Set for the day of today whose morning is over: it stands in Today, and whoever set it needs no telling. */
  readonly toldAt: number | null;
};

/** When it rings, and of a series which of its days is the first to. Errors name what is wrong. */
function place(context: QueryContext, when: When): Result<Placed> {
  const { now, zone, today } = context;
  const mornings = morningsOf(context);
  const { allDay, dueAt, dueOn } = when;
  const asked = allDay ? dueOn : dueAt === null ? null : dayOfInstant(dueAt, zone);
  if (asked === null) return fail('reminder.no_time');
  if (when.repeat === null) {
    if (!allDay && dueAt !== null)
      return dueAt <= now ? fail('reminder.in_past') : ok({ dueAt, dueOn: null, series: null, toldAt: null });
    if (asked < today) return fail('reminder.in_past');
    const morning = instantOf(asked, mornings.morning, zone);
    return ok({ dueAt: morning, dueOn: asked, series: null, toldAt: morning <= now ? now : null });
  }
  if (readRepeat(when.repeat) === null) return fail('reminder.bad_repeat');
  const startsLocal = allDay || dueAt === null ? asked : `${asked}T${wallTimeOf(dueAt, zone)}`;
  const series: Series = { repeat: when.repeat, startsLocal, zone };
  const first = firstFrom(series, asked);
  if (first === null) return fail('reminder.repeat_never');
  const ring = occursOn(series, first, mornings);
  if (allDay && ring.occursOn === today)
    return ok({ ...placed(series, ring), toldAt: ring.dueAt <= now ? now : null });
  if (ring.dueAt > now) return ok({ ...placed(series, ring), toldAt: null });
  // It counts from the past, as when an older series is changed: the first that is still to come.
  const next = nextToRing(series, first, now, mornings);
  return next === null
    ? fail('reminder.repeat_never')
    : ok({ ...placed(series, occursOn(series, next, mornings)), toldAt: null });
}

function placed(series: Series, ring: { occursOn: Day; dueAt: number; dueOn: Day | null }) {
  const { repeat, startsLocal } = series;
  return { dueAt: ring.dueAt, dueOn: ring.dueOn, series: { repeat, startsLocal, occursOn: ring.occursOn } };
}

/** The account of what it is on; fails for what does not exist. */
function accountOf(
  context: CommandContext,
  on: { accountId: number | null; debtorId: number | null; letterId: number | null; planId: number | null },
): Result<number | null> {
  const { store } = context;
  let { accountId } = on;
  if (accountId !== null && !findAccount(store, accountId)) return fail('account.not_found');
  if (on.debtorId !== null && !findDebtor(store, on.debtorId)) return fail('debtor.not_found');
  if (on.letterId !== null) {
    const of = findLetterAccount(store, on.letterId);
    if (of === null) return fail('letter.not_found');
    accountId ??= of;
  }
  if (on.planId !== null) {
    const plan = findPlan(store, on.planId);
    if (!plan) return fail('plan.not_found');
    accountId ??= plan.accountId;
  }
  return ok(accountId);
}

export const setReminder: CommandHandler<'reminders.set'> = (context, input) => {
  const { store, now, zone, author } = context;
  const accountId = accountOf(context, input);
  if (!accountId.ok) return accountId;
  const when = place(context, input);
  if (!when.ok) return when;
  const { dueAt, dueOn, series, toldAt } = when.value;
  const reminderId = insertReminder(store, {
    accountId: accountId.value,
    debtorId: input.debtorId,
    letterId: input.letterId,
    planId: input.planId,
    text: input.text,
    priority: input.priority,
    dueAt,
    zone,
    allDayOn: dueOn,
    madeAt: now,
    author,
    series: series === null ? null : { seriesId: null, ...series },
  });
  if (toldAt !== null) tellNow(context, reminderId);
  changedReminder(context, accountId.value);
  return ok({ reminderId });
};

/** Nobody needs to be told of what they have just set; the next of its series still comes. */
function tellNow(context: CommandContext, reminderId: number): void {
  updateReminderTold(context.store, reminderId, context.now, false);
  const row = findReminder(context.store, reminderId);
  if (row !== null) makeNext(context, row, context.author);
}

export const changeReminder: CommandHandler<'reminders.change'> = (context, input) => {
  const found = findOpen(context, input.reminderId);
  if (!found.ok) return found;
  const row = found.value;
  const alone = row.series !== null && input.scope === 'this';
  const repeat = alone ? null : input.repeat;
  const changed =
    row.told && repeat !== null
      ? changeFollowing(context, row, { ...input, repeat })
      : changeItself(context, row, { ...input, repeat });
  if (!changed.ok) return changed;
  changedReminder(context, row.accountId);
  return ok({ reminderId: row.reminderId });
};

type Change = When & { readonly text: string; readonly priority: ReminderRow['priority'] };

/** It takes the new words and time itself. Without a rule it leaves its series, which goes on only if it was to change alone. */
function changeItself(
  context: CommandContext,
  row: ReminderRow,
  change: Change & { readonly scope: 'this' | 'following' },
): Result<null> {
  const { store, zone, author } = context;
  const { reminderId, series: was } = row;
  const when = place(context, change);
  // What is due already may be reworded without giving it another time.
  const isReworded = !when.ok && when.error.code === 'reminder.in_past' && isSameTime(row, change);
  if (!when.ok && !isReworded) return when;
  if (was !== null && change.repeat === null) {
    if (change.scope === 'this') makeNext(context, row, author);
    else endWaiting(context, was.seriesId, reminderId);
    updateAlone(store, reminderId);
  }
  if (!when.ok) {
    updateReminderWords(store, reminderId, change);
    return ok(null);
  }
  const { dueAt, dueOn, series, toldAt } = when.value;
  const { text, priority } = change;
  updateReminder(store, reminderId, { text, priority, dueAt, dueOn, zone, toldAt });
  if (series !== null) updateSeries(store, reminderId, series);
  if (toldAt !== null) tellNow(context, reminderId);
  return ok(null);
}

/** It is due and stays so; what follows goes by the new rule. */
function changeFollowing(context: CommandContext, row: ReminderRow, change: Change): Result<null> {
  const { store, zone, author } = context;
  const when = place(context, change);
  if (!when.ok) return when;
  const { text, priority } = change;
  const { dueAt, dueOn, series } = when.value;
  updateReminderWords(store, row.reminderId, change);
  const waiting = row.series === null ? null : findWaiting(store, row.series.seriesId);
  if (waiting !== null && series !== null) {
    updateReminder(store, waiting.reminderId, { text, priority, dueAt, dueOn, zone, toldAt: null });
    updateSeries(store, waiting.reminderId, series);
    return ok(null);
  }
  if (series === null) return ok(null);
  updateSeries(store, row.reminderId, { ...series, occursOn: dayOfInstant(row.dueAt, zone) });
  const renewed = findReminder(store, row.reminderId);
  if (renewed !== null) makeNext(context, renewed, author);
  return ok(null);
}

/** The row that waits in a series, if it is another one, comes no more. */
function endWaiting(context: CommandContext, seriesId: number, but: number): void {
  const waiting = findWaiting(context.store, seriesId);
  if (waiting !== null && waiting.reminderId !== but)
    updateReminderState(context.store, waiting.reminderId, 'cancelled', context.now);
}

function isSameTime(row: ReminderRow, { allDay, dueAt, dueOn }: When): boolean {
  return allDay ? row.allDay && row.dueOn === dueOn : !row.allDay && row.dueAt === dueAt;
}

export const moveReminder: CommandHandler<'reminders.move'> = (context, { reminderId, toDay }) => {
  const { store, zone, author } = context;
  const found = findOpen(context, reminderId);
  if (!found.ok) return found;
  const row = found.value;
  const when = place(context, {
    allDay: row.allDay,
    dueOn: toDay,
    dueAt: row.allDay ? null : instantOf(toDay, wallTimeOf(row.dueAt, zone), zone),
    repeat: null,
  });
  if (!when.ok) return when;
  if (row.series !== null) {
    makeNext(context, row, author);
    updateAlone(store, reminderId);
  }
  const { text, priority } = row;
  updateReminder(store, reminderId, { text, priority, ...when.value, zone });
  changedReminder(context, row.accountId);
  return ok({});
};

export const endReminderSeries: CommandHandler<'reminders.endSeries'> = (context, { reminderId }) => {
  const { store, now } = context;
  const found = findOpen(context, reminderId);
  if (!found.ok) return found;
  const { series, accountId, told } = found.value;
  if (series === null) return fail('reminder.no_series');
  endWaiting(context, series.seriesId, reminderId);
  // What is due already stays to be done, and nothing hangs on it any more.
  if (told) updateAlone(store, reminderId);
  else updateReminderState(store, reminderId, 'cancelled', now);
  changedReminder(context, accountId);
  return ok({});
};

export const snoozeReminder: CommandHandler<'reminders.snooze'> = (context, { reminderId, until }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  if (until <= context.now) return fail('reminder.in_past');
  updateReminderDue(context.store, reminderId, until);
  changedReminder(context, reminder.value.accountId);
  return ok({});
};

/** Done or cancelled before its time, the next of its series must still come. */
function end(context: CommandContext, row: ReminderRow, as: 'done' | 'cancelled'): void {
  updateReminderState(context.store, row.reminderId, as, context.now);
  makeNext(context, row, context.author);
  changedReminder(context, row.accountId);
}

export const finishReminder: CommandHandler<'reminders.done'> = (context, { reminderId }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  end(context, reminder.value, 'done');
  return ok({});
};

export const reopenReminder: CommandHandler<'reminders.reopen'> = (context, { reminderId }) => {
  const reminder = findReminder(context.store, reminderId);
  if (!reminder) return fail('reminder.not_found');
  if (reminder.state !== 'open') updateReminderState(context.store, reminderId, 'open', null);
  changedReminder(context, reminder.accountId);
  return ok({});
};

export const cancelReminder: CommandHandler<'reminders.cancel'> = (context, { reminderId }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  end(context, reminder.value, 'cancelled');
  return ok({});
};

type Calls = ReturnType<typeof callClocksOf>;

function factsOf(row: ReminderRow, calls: Calls) {
  const { state: _state, zone: _zone, of: _of, series, ...facts } = row;
  return {
    ...facts,
    repeat: series?.repeat ?? null,
    startsOn: series === null ? null : series.startsLocal.slice(0, 10),
    seriesId: series?.seriesId ?? null,
    call: row.openAccountId === null ? null : (calls.get(row.openAccountId) ?? null),
  };
}

function withCalls({ store, now }: QueryContext, rows: readonly ReminderRow[]) {
  const calls = callClocksOf(
    store,
    rows.flatMap(({ openAccountId }) => openAccountId ?? []),
    now,
  );
  return rows.map((row) => factsOf(row, calls));
}

export const getReminder: QueryHandler<'reminders.get'> = (context, { reminderId }) => {
  const row = findReminder(context.store, reminderId);
  const [facts] = row === null ? [] : withCalls(context, [row]);
  return facts === undefined ? fail('reminder.not_found') : ok(facts);
};

export const listReminders: QueryHandler<'reminders.list'> = (context, input) =>
  ok({ reminders: withCalls(context, listOpenReminders(context.store, { ...input, now: context.now })) });

/** So many days show how a rule runs. */
const previewed = 4;

export const previewRepeat: QueryHandler<'reminders.preview'> = ({ zone }, { repeat, from }) => {
  if (readRepeat(repeat) === null) return fail('reminder.bad_repeat');
  return ok({ days: daysWithin({ repeat, startsLocal: from, zone }, from, '9999-12-31', previewed) });
};

export const readReminderSettings: QueryHandler<'reminders.settings'> = ({ store }) =>
  ok({ morning: findMorning(store) });

/** Days that ring soon are set to the new hour by the next look of the scheduler. */
export const setMorning: CommandHandler<'reminders.setMorning'> = (context, { morning }) => {
  insertMorning(context.store, morning, context.now, context.author);
  context.changed('reminders');
  return ok({});
};
