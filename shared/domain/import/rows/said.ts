/** What was said and done before: notes, and contacts with the day the law counts them by. */
import { type Day, earliestDay } from '../../days.ts';
import type { DateOrder } from '../../import.ts';
import { readDay } from '../read-day.ts';
import type { RowCells } from './cells.ts';
import type { ContactRow, RowMoment } from './row-types.ts';
import { contactChannelOf, contactDirectionOf, contactOutcomeOf } from './word-lists.ts';

export type SaidPlan = { readonly dateOrder: DateOrder; readonly today: Day };

export type SaidReader = {
  moment(column: number): RowMoment | null;
  contact(): Omit<
    ContactRow,
    'line' | 'kind' | 'cents' | 'clientName' | 'accountNumber' | 'externalId' | 'person' | 'text'
  > | null;
};

const clock = /(?:[T\s])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?/i;
/** Outcomes that stop collecting until somebody has looked at them. */
const holding: ReadonlySet<string> = new Set([
  'disputed',
  'asked_to_stop',
  'attorney',
  'bankruptcy',
  'deceased',
]);

export function makeSaidReader(row: RowCells, plan: SaidPlan): SaidReader {
  const { at, remarks } = row;

  function moment(column: number): RowMoment | null {
    const text = row.text(column);
    if (text === '') return null;
    const on = readDay(text, plan.dateOrder);
    if (on === null) remarks.refuse('day_unreadable', column, text);
    else if (on < earliestDay) remarks.refuse('day_out_of_range', column, text);
    else if (on > plan.today) remarks.refuse('contact_in_future', column, text);
    else {
      const time = clock.exec(text);
      if (!time) return { on, minute: null };
      const hour = Number(time[1]);
      const half = time[3]?.toLowerCase();
      const shifted = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
      const minute = shifted * 60 + Number(time[2]);
      return { on, minute: minute < 24 * 60 ? minute : null };
    }
    return null;
  }

  return {
    moment,
    contact() {
      const when = moment(at.contact_on !== -1 ? at.contact_on : at.note_on);
      if (when === null) {
        remarks.refuse('day_missing', at.contact_on, '');
        return null;
      }
      const channelText = row.text(at.contact_channel);
      const outcomeText = row.text(at.contact_outcome);
      // Nothing said: a call, which is what the limits count.
      const channel = channelText === '' ? 'call' : contactChannelOf(channelText);
      if (channel === null) {
        remarks.refuse('channel_unknown', at.contact_channel, channelText);
        return null;
      }
      const outcome = outcomeText === '' ? 'other' : contactOutcomeOf(outcomeText);
      if (outcome === null) remarks.doubt('outcome_unknown', at.contact_outcome, outcomeText);
      if (outcome !== null && holding.has(outcome))
        remarks.doubt('contact_holds', at.contact_outcome, outcomeText);
      return {
        at: when,
        channel,
        direction: contactDirectionOf(row.text(at.contact_direction)),
        outcome: outcome ?? 'other',
        phone: row.text(row.all('phone')[0] ?? -1),
        email: row.text(row.all('email')[0] ?? -1),
      };
    },
  };
}
