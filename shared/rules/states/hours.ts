/** Hours of the day outside of which a state, or the office, allows no contact, by the debtor’s clock. */
import type { CaseView } from '../case-view.ts';
import type { Finding } from '../rule.ts';
import { hoursFinding } from '../time/hours-finding.ts';
import type { Hours } from '../time/windows.ts';
import { minuteWords } from '../time/zone-words.ts';

/** `Florida allows this only between 8:00 AM and 9:00 PM.` */
export function hoursWords(whose: string, { from, to }: Hours): string {
  return `${whose} allows this only between ${minuteWords(from)} and ${minuteWords(to)}.`;
}

/** Within the hours in every place the debtor may be; `whose` as in `Florida`. */
export function withinHours(view: CaseView, at: number, hours: Hours, code: string, whose: string): Finding {
  return hoursFinding({ view, at, hours, code, says: hoursWords(whose, hours) });
}
