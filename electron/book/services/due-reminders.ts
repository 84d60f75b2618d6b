/**
 * What main's scheduler asks: when does something come due next, and what is due now. Each due instant is told
 * once: taking marks it in the same transaction, so that a crash between taking and showing costs one
 * notification and never repeats one, while Today goes on showing the reminder until it is done. An instalment that
 * is paid is not rung for, however its money came into the book, and once its grace is over only the miss is. Of a series one
 * row is told, the last day that came; the next is made at once.
 */
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import type { DueReminder } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { findPlan } from '../store/queries/plans.ts';
import {
  countOpenReminders,
  findNextUntold,
  findReminded,
  listRemindersOfPlan,
  listUntold,
  type ReminderRow,
  updateReminderSilenced,
  updateReminderTold,
} from '../store/queries/reminders.ts';
import type { Store } from '../store/store.ts';
import { matchedOf } from './plan-facts.ts';
import { isMisplaced, makeNext, putInPlace, settleDue } from './reminder-series.ts';

export const nextDueReminder: ErrandHandlers['reminders.nextDue'] = ({ store, moment }) => {
  if (!store) return fail('book.not_open');
  const { now, zone } = moment;
  // Taking puts in place what a journey or a clock that was set has moved; only then is known what comes next.
  const dueAt = isMisplaced({ store, now, zone }) ? now : findNextUntold(store);
  return ok({ dueAt, open: countOpenReminders(store, now) });
};

/** Of an instalment that is paid or stands in no version in force any more. */
function isOver(store: Store, reminderId: number, today: Day): boolean {
  const reminded = findReminded(store, reminderId);
  if (!reminded) return false;
  const plan = findPlan(store, reminded.planId);
  if (!plan || plan.endedAt !== null || plan.version !== reminded.planVersion) return true;
  const part = matchedOf(store, plan, today).find(({ number }) => number === reminded.instalment);
  return !part || part.paidCents >= part.amountCents;
}

/** The reminder of an instalment's day gives way to the one that it was missed. */
function silenceDue(store: Store, reminderId: number, now: number): void {
  const missed = findReminded(store, reminderId);
  if (missed?.purpose !== 'missed') return;
  for (const reminder of listRemindersOfPlan(store, missed.planId)) {
    const same = reminder.planVersion === missed.planVersion && reminder.instalment === missed.instalment;
    if (same && reminder.purpose === 'due' && reminder.state === 'open') {
      updateReminderSilenced(store, reminder.reminderId, now);
    }
  }
}

export const takeDueReminders: ErrandHandlers['reminders.takeDue'] = (around, input) => {
  const { store, moment } = around;
  if (!store) return fail('book.not_open');
  const context = { ...moment, store, today: dayOfInstant(moment.now, moment.zone) };
  // Nothing a person decided: it stands in no audit, and asking again takes what is due by then.
  const operation = { call: 'reminders.takeDue', operationId: input.operationId, input, audited: false };
  return runCommand(context, operation, around, (command) => {
    putInPlace(command);
    const untold = listUntold(store, moment.now);
    const due = latestOfSeries(untold).flatMap((reminder): DueReminder[] => {
      if (isOver(store, reminder.reminderId, context.today)) {
        updateReminderSilenced(store, reminder.reminderId, moment.now);
        return [];
      }
      silenceDue(store, reminder.reminderId, moment.now);
      const told = settleDue(command, reminder);
      const missed = told.dueAt < input.missedBefore;
      updateReminderTold(store, told.reminderId, moment.now, missed);
      makeNext(command, told, moment.author);
      const { reminderId, openAccountId, text, debtorName, dueAt, of, priority, skipped } = told;
      return [
        { reminderId, accountId: openAccountId, text, debtorName, dueAt, missed, of, priority, skipped },
      ];
    });
    if (untold.length > 0) command.changed('reminders');
    return ok(due);
  });
};

/** Of several rows of one series only the latest is told; it closes those before it. */
function latestOfSeries(untold: readonly ReminderRow[]): readonly ReminderRow[] {
  const latest = new Map<number, ReminderRow>();
  for (const row of untold) {
    if (row.series === null) continue;
    const before = latest.get(row.series.seriesId)?.series;
    if (!before || before.occursOn < row.series.occursOn) latest.set(row.series.seriesId, row);
  }
  return untold.filter((row) => row.series === null || latest.get(row.series.seriesId) === row);
}
