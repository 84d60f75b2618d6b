/**
 * Gives every account nothing is planned for a next step, the largest sums first, so many a working day. All of them or
 * none: one transaction.
 */
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { addDays, type Day, weekdayOf } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { JobHandler } from '../context.ts';
import { updateNextStep } from '../store/queries/accounts.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import { listPlanless } from '../store/queries/today.ts';

const everyOne = 1_000_000;

/** The day itself, or the Monday after it. */
export function workingDay(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

export const planOrphans: JobHandler<'desk.planOrphans'> = async (context, { nextStep, fromOn, perDay }) => {
  const { today } = context;
  if (holdsCardData(nextStep)) return fail('payment.card_number');
  if (fromOn < today) return fail('desk.until_past');
  const accounts = listPlanless(context.store, [], everyOne);
  return context.write((command) => {
    let on = perDay === null ? fromOn : workingDay(fromOn);
    let lastOn: Day | null = null;
    let ofDay = 0;
    for (const [index, { accountId }] of accounts.entries()) {
      if (context.cancelled()) return fail('call.cancelled');
      if (perDay !== null && ofDay >= perDay) {
        on = workingDay(addDays(on, 1));
        ofDay = 0;
      }
      updateNextStep(command.store, accountId, on, nextStep);
      refreshSummary(command.store, accountId);
      ofDay += 1;
      lastOn = on;
      if (index % 200 === 0)
        context.progress({ phase: 'Planning the next steps', done: index, total: accounts.length });
    }
    command.changed('accounts');
    return ok({ planned: accounts.length, lastOn });
  });
};
