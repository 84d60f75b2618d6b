/**
 * When a validation notice is taken as received and when the validation period ends: 12 CFR 1006.34(b)(5).
 *
 * Receipt may be assumed on any day at least five days after the notice is provided, Saturdays, Sundays and the holidays of
 * 5 U.S.C. 6103(a) not counted. A later day is always permitted, so the weekday on which offices close for a holiday that falls
 * on a weekend is not counted either: the consumer never loses a day by it. The period then ends 30 calendar days after
 * receipt, whatever day of the week that is.
 */
import { type Day, fromEpochDay, toEpochDay } from '../../domain/days.ts';
import { isBusinessDay, isFederalHoliday } from '../../domain/holidays.ts';

/** Days that must pass before receipt may be assumed. */
const receiptDays = 5;
const periodDays = 30;
/** 1006.34(a)(1)(i)(B): the notice may follow the initial communication by so many days. */
const noticeDays = 5;

const [monday, friday] = [1, 5];

function weekdayOfEpoch(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Whether a day counts towards assumed receipt. */
export function countsTowardsReceipt(day: Day): boolean {
  if (!isBusinessDay(day)) return false;
  const epochDay = toEpochDay(day);
  const weekday = weekdayOfEpoch(epochDay);
  if (weekday === friday) return !isFederalHoliday(fromEpochDay(epochDay + 1));
  if (weekday === monday) return !isFederalHoliday(fromEpochDay(epochDay - 1));
  return true;
}

/** Every account of a book asks for it, and most notices went out on the same few days. */
const receipts = new Map<Day, Day>();
const mostReceipts = 20_000;

/** The fifth day that counts after the day the notice was sent, which is day 0. */
export function assumedReceipt(providedOn: Day): Day {
  const known = receipts.get(providedOn);
  if (known !== undefined) return known;
  let epochDay = toEpochDay(providedOn);
  for (let left = receiptDays; left > 0; ) {
    epochDay += 1;
    if (countsTowardsReceipt(fromEpochDay(epochDay))) left -= 1;
  }
  const receivedOn = fromEpochDay(epochDay);
  if (receipts.size >= mostReceipts) receipts.clear();
  receipts.set(providedOn, receivedOn);
  return receivedOn;
}

/** Given in writing it was sent on that day; told by mouth it was heard on it. */
export type HowProvided = 'written' | 'oral';

export type ValidationPeriod = {
  readonly providedOn: Day;
  readonly receivedOn: Day;
  /** The last day of the period; a dispute that arrives on it is in time. */
  readonly endsOn: Day;
};

export function validationPeriod(providedOn: Day, how: HowProvided = 'written'): ValidationPeriod {
  const receivedOn = how === 'oral' ? providedOn : assumedReceipt(providedOn);
  return { providedOn, receivedOn, endsOn: fromEpochDay(toEpochDay(receivedOn) + periodDays) };
}

/** The last day of the validation period. */
export function validationEnd(providedOn: Day, how: HowProvided = 'written'): Day {
  return validationPeriod(providedOn, how).endsOn;
}

/** The last day on which the notice may be sent when the initial communication did not hold it. */
export function noticeDueOn(initialOn: Day): Day {
  return fromEpochDay(toEpochDay(initialOn) + noticeDays);
}
