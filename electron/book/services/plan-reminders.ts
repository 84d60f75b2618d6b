/**
 * The reminders of a plan follow its instalments: one rings on an instalment's own day, one on the day after its grace is
 * over. Those of instalments that are paid go silent with the payment and come back when it is taken back; those of a version
 * that was changed give way to the next version's.
 */
import { addDays, instantOf } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { MatchedInstalment } from '../../../shared/domain/plan.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { CommandContext } from '../context.ts';
import type { PlanRow } from '../store/queries/plans.ts';
import { findMorning } from '../store/queries/reminder-series.ts';
import {
  insertReminder,
  listRemindersOfPlan,
  updateReminderHeard,
  updateReminderSilenced,
  updateReminderText,
} from '../store/queries/reminders.ts';
import { matchedOf } from './plan-facts.ts';

type Purpose = 'due' | 'missed';

/** Brings the reminders of a plan to what its instalments say now. `plan` is as it stands after the change. */
export function followInstalments(context: CommandContext, plan: PlanRow): void {
  const { store, now, zone, author } = context;
  const morning = findMorning(store);
  const open = new Map<string, { part: MatchedInstalment; purpose: Purpose }>();
  if (plan.endedAt === null) {
    for (const part of matchedOf(store, plan, context.today)) {
      if (part.paidCents >= part.amountCents) continue;
      for (const purpose of ['due', 'missed'] as const)
        open.set(`${purpose} ${part.number}`, { part, purpose });
    }
  }
  for (const reminder of listRemindersOfPlan(store, plan.planId)) {
    const key = `${reminder.purpose} ${reminder.instalment}`;
    const wanted = reminder.planVersion === plan.version ? open.get(key) : undefined;
    if (!wanted) {
      if (reminder.state === 'open') updateReminderSilenced(store, reminder.reminderId, now);
      continue;
    }
    open.delete(key);
    // What rang or was due while it was silent is told by Today; only what is still to come rings again.
    const back = reminder.silenced && reminder.dueAt > now;
    if (back) updateReminderHeard(store, reminder.reminderId);
    if (!back && reminder.state !== 'open') continue;
    const text = textOf(plan, wanted.part, wanted.purpose);
    if (text !== reminder.text) updateReminderText(store, reminder.reminderId, text);
  }
  for (const { part, purpose } of open.values()) {
    const on = purpose === 'due' ? part.dueOn : addDays(part.dueOn, plan.graceDays + 1);
    const dueAt = instantOf(on, morning, zone);
    // An instalment due today after the morning's hour has nothing left to be reminded of.
    if (dueAt <= now) continue;
    insertReminder(store, {
      accountId: plan.accountId,
      text: textOf(plan, part, purpose),
      dueAt,
      zone,
      planId: plan.planId,
      planVersion: plan.version,
      instalment: part.number,
      allDayOn: on,
      purpose,
      madeAt: now,
      author,
    });
  }
}

/** Its day by name: a reminder missed over a weekend is read when `today` is another. */
function textOf({ lastNumber, kind }: PlanRow, part: MatchedInstalment, purpose: Purpose): string {
  const name =
    part.number === 0
      ? 'Down payment'
      : lastNumber === 1
        ? kind === 'settlement'
          ? 'Settlement'
          : 'Payment'
        : `Instalment ${part.number} of ${lastNumber}`;
  const sum =
    part.paidCents > 0
      ? `${formatDollars(part.amountCents - part.paidCents)} of ${formatDollars(part.amountCents)}`
      : formatDollars(part.amountCents);
  return purpose === 'due'
    ? `${name}, ${sum}, due ${dayWords(part.dueOn)}`
    : `${name} was missed: ${sum} was due ${dayWords(part.dueOn)}`;
}
