/**
 * What is done with the queue of Today, and how the day stands. A mark is written beside what it finishes, in one transaction: a
 * reminder is done, a next step taken away, a strategy moved on. Taking the mark back takes that back too, where it can be.
 */
import type { QueueMark } from '../../../shared/contract/desk.ts';
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { expectedCents, hardCallsOf, keptPercentOf, weekStart } from '../../../shared/domain/desk.ts';
import type { QueueKind } from '../../../shared/domain/queue.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount, findAccountName, updateNextStep } from '../store/queries/accounts.ts';
import {
  countTally,
  listLastCalls,
  sumInstalmentsDue,
  sumPromisesDue,
  sumPromisesRecord,
} from '../store/queries/progress.ts';
import { countMarkedSince, findLastMark, insertMark, listMarkedSince } from '../store/queries/queue-marks.ts';
import { findReminder } from '../store/queries/reminders.ts';
import { findMember } from '../store/queries/strategy-members.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import { isPlanlessWithout, listPlanlessAmong, sumPlanless } from '../store/queries/today.ts';
import { readDeskSettings } from './desk-settings.ts';
import { finishReminder, reopenReminder, snoozeReminder } from './reminders.ts';
import { finishStep } from './strategy-members.ts';
import { zonesOf } from './today-law.ts';

/** Nobody puts work off further. */
const longestMs = 400 * 86_400_000;
const mostMarked = 200;
/** The record of promises looks so far back. */
const recordDays = 180;

type Marked = { readonly key: string; readonly kind: QueueKind };

function isReminder(kind: QueueKind): boolean {
  return kind === 'reminder_due' || kind === 'callback';
}

function reminderOf(key: string): number {
  return Number(key.split(':')[1]);
}

/** The day a key of a next step names. */
function stepDayOf(key: string): string {
  return key.split(':')[2] ?? '';
}

function changeStep(
  context: CommandContext,
  accountId: number,
  on: string | null,
  text: string | null,
): void {
  updateNextStep(context.store, accountId, on, text);
  refreshSummary(context.store, accountId);
  context.changed('accounts', [accountId]);
}

/** Finishes what the item stands for; answers the word to keep with the mark. */
function finish(
  context: CommandContext,
  { key, kind }: Marked,
  accountId: number | null,
  word: string,
): Result<string> {
  const { store } = context;
  if (isReminder(kind)) {
    const reminder = findReminder(store, reminderOf(key));
    if (reminder?.state === 'open') {
      const done = finishReminder(context, { reminderId: reminder.reminderId });
      if (!done.ok) return done;
    }
    return ok(word);
  }
  if (kind === 'next_step' && accountId !== null) {
    const account = findAccount(store, accountId);
    // Another step was set meanwhile: that one stays.
    if (account && account.closedAt === null && account.nextStepOn === stepDayOf(key)) {
      changeStep(context, accountId, null, null);
      return ok(account.nextStep ?? word);
    }
    return ok(word);
  }
  if (kind === 'strategy_step') {
    const [, memberId, step] = key.split(':');
    const member = findMember(store, Number(memberId));
    // It has moved on by itself: a call was recorded, a letter printed.
    if (member?.state !== 'active' || member.step !== Number(step)) return ok(word);
    const moved = finishStep(context, member.memberId, 'done', { word });
    return moved.ok ? ok(word) : moved;
  }
  if (kind === 'no_next_step' && accountId !== null && listPlanlessAmong(store, [accountId]).length > 0) {
    return fail('desk.step_wanted');
  }
  return ok(word);
}

/** Takes back what finishing did, as far as nothing else was done since. */
function giveBack(context: CommandContext, { key, kind }: Marked, accountId: number | null): Result<null> {
  const { store } = context;
  const last = findLastMark(store, key);
  if (last?.mark !== 'done') return ok(null);
  if (isReminder(kind)) {
    const reminderId = reminderOf(key);
    if (findReminder(store, reminderId)?.state === 'done') {
      const again = reopenReminder(context, { reminderId });
      if (!again.ok) return again;
    }
    return ok(null);
  }
  if (kind === 'next_step' && accountId !== null) {
    const account = findAccount(store, accountId);
    if (account && account.closedAt === null && account.nextStepOn === null) {
      changeStep(context, accountId, stepDayOf(key), last.word === '' ? null : last.word);
    }
  }
  return ok(null);
}

export const markItem: CommandHandler<'desk.mark'> = (context, input) => {
  const { store, now, author, operationId } = context;
  const { accountId, mark, word, untilAt } = input;
  if (accountId !== null && !findAccount(store, accountId)) return fail('account.not_found');
  if (untilAt !== null && (untilAt <= now || untilAt > now + longestMs)) return fail('desk.until_past');
  for (const item of [{ key: input.key, kind: input.kind }, ...input.also]) {
    const kept = markOne(context, item, { accountId, mark, word, untilAt });
    if (!kept.ok) return kept;
    insertMark(store, {
      ...item,
      accountId,
      mark,
      word: kept.value,
      untilAt,
      at: now,
      author,
      operationId,
    });
  }
  context.changed('desk', accountId === null ? [] : [accountId]);
  return ok({ planless: accountId !== null && listPlanlessAmong(store, [accountId]).length > 0 });
};

function markOne(
  context: CommandContext,
  item: Marked,
  {
    accountId,
    mark,
    word,
    untilAt,
  }: {
    readonly accountId: number | null;
    readonly mark: QueueMark;
    readonly word: string;
    readonly untilAt: number | null;
  },
): Result<string> {
  if (mark === 'done') return finish(context, item, accountId, word);
  if (mark === 'returned') {
    const back = giveBack(context, item, accountId);
    return back.ok ? ok(word) : back;
  }
  if (mark === 'snoozed' && isReminder(item.kind) && untilAt !== null) {
    const reminderId = reminderOf(item.key);
    if (findReminder(context.store, reminderId)?.state === 'open') {
      const put = snoozeReminder(context, { reminderId, until: untilAt });
      if (!put.ok) return put;
    }
  }
  return ok(word);
}

export const listMarked: QueryHandler<'desk.marked'> = ({ store, today, zone }) => {
  const since = startOfDay(today, zone);
  const items = listMarkedSince(store, since, mostMarked);
  return ok({ items, count: items.length < mostMarked ? items.length : countMarkedSince(store, since) });
};

export const readProgress: QueryHandler<'desk.progress'> = ({ store, today, zone, now }) => {
  const { day: dayGoals, week: weekGoals, suggestPause } = readDeskSettings(store);
  const weekOn = weekStart(today);
  const untilOn = addDays(weekOn, 6);
  const sinceOn = addDays(today, -recordDays);
  const record = sumPromisesRecord(store, sinceOn, today);
  const promises = sumPromisesDue(store, today, untilOn);
  const instalments = sumInstalmentsDue(store, today, untilOn);
  const keptPercent = keptPercentOf(record);
  return ok({
    today,
    weekOn,
    day: countTally(store, startOfDay(today, zone)),
    week: countTally(store, startOfDay(weekOn, zone)),
    goals: { day: dayGoals, week: weekGoals },
    forecast: {
      untilOn,
      promises: promises.count,
      promisedCents: promises.cents,
      instalments: instalments.count,
      instalmentCents: instalments.cents,
      keptPercent,
      record: { promises: record.promises, sinceOn },
      expectedCents: expectedCents(promises.cents + instalments.cents, keptPercent),
    },
    hardCalls: suggestPause ? hardCallsOf(listLastCalls(store), now) : null,
  });
};

export const readLocalTimes: QueryHandler<'desk.localTimes'> = (context, { accountIds }) => {
  const zones = zonesOf(context, accountIds);
  return ok({
    places: [...zones].map(([accountId, known]) => ({ accountId, zones: [...known] })),
  });
};

export const readLeaving: QueryHandler<'desk.leaving'> = ({ store }, { accountId, finishing }) => {
  const account = findAccountName(store, accountId);
  if (!account) return fail('account.not_found');
  return ok({
    planless: isPlanlessWithout(store, accountId, {
      nextStepOn: finishing.find((key) => key.startsWith('step:'))?.split(':')[2] ?? null,
      reminderIds: finishing.filter((key) => key.startsWith('reminder:')).map(reminderOf),
    }),
    debtorName: account.debtorName,
  });
};

export const countOrphans: QueryHandler<'desk.orphans'> = ({ store }) => ok(sumPlanless(store));
