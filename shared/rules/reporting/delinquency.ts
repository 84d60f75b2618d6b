/**
 * The clocks of credit reporting that run by the calendar alone: when a debt becomes obsolete, when the date of first delinquency
 * must be told, how long disputes may take (15 U.S.C. 1681c, 1681s-2; 12 CFR 1022.43).
 */
import { addDays, type Day } from '../../domain/days.ts';
import { addBusinessDays } from '../../domain/holidays.ts';
import { yearsAfter } from '../limitation/years.ts';

/**
 * The last day a collection or charge-off may be reported: seven years that begin when 180 days from the start of the delinquency
 * end (1681c(a)(4), (c)(1)); a day is kept back.
 */
export function lastReportableDay(delinquentOn: Day): Day {
  return addDays(yearsAfter(addDays(delinquentOn, 180), 7, 'short'), -1);
}

/** 1681s-2(a)(5): the month and year of first delinquency goes to the bureau within 90 days after furnishing. */
export function delinquencyDateDueOn(furnishedOn: Day): Day {
  return addDays(furnishedOn, 90);
}

/** 12 CFR 1022.43(e)(3): the result goes to the consumer in 30 days, in 45 when more came from them within the 30. */
export function directDisputeDueOn(receivedOn: Day, addedOn: Day | null = null): Day {
  const due = addDays(receivedOn, 30);
  return addedOn !== null && addedOn > receivedOn && addedOn <= due ? addDays(receivedOn, 45) : due;
}

/** 1022.43(f)(2): five business days after finding a dispute frivolous or irrelevant, with the reasons and what is missing. */
export function frivolousNoticeDueOn(foundOn: Day): Day {
  return addBusinessDays(foundOn, 5);
}
