/** What a ledger keeps of a payment the bank gave back: its day and why, in the words of the reversal. */
import { type Day, isDay } from '../../../shared/domain/days.ts';
import { dayWords } from '../../../shared/text/day-words.ts';

export function returnedMemo(on: Day, reason: string): string {
  return `Returned on ${dayWords(on)}: ${reason}`;
}

const pattern = /^Returned on ((\d{1,2}) [A-Z][a-z]{2} (\d{4})): ([\s\S]*)$/;

/** The day and the reason again; `null` for a payment that was taken back for something else. */
export function readReturned(memo: string): { readonly on: Day; readonly why: string } | null {
  const [, words, dayOfMonth = '', year = '', why = ''] = pattern.exec(memo) ?? [];
  for (let month = 1; month <= 12; month += 1) {
    const on = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
    if (isDay(on) && dayWords(on) === words) return { on, why };
  }
  return null;
}
