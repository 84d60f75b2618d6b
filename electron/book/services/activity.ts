/** The log of the office's days: everything done between two days, in its order, with its totals. Made on demand, kept nowhere. */
import { addDays, dayOfInstant, startOfDay } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { type ActivityLine, activityPage } from '../../../shared/templates/papers/activity-page.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import {
  contactChannelWords,
  contactOutcomeWords,
  paymentMethodWords,
  wordOf,
} from '../../../shared/text/labels.ts';
import { timeWords } from '../../../shared/text/moment-words.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { readOffice } from '../store/queries/office.ts';
import { type ActivityRow, listActivity } from '../store/queries/progress.ts';

/** A busy month of three people; more is another print. */
const mostLines = 5000;

function whatOf({ what, code, channel }: ActivityRow): string {
  switch (what) {
    case 'contact':
      return `${wordOf(contactChannelWords, channel)}: ${wordOf(contactOutcomeWords, code)}`;
    case 'promise':
      return `Promise to pay by ${dayWords(code)}`;
    case 'payment':
      return `Payment${channel === '' ? '' : `, ${wordOf(paymentMethodWords, channel).toLowerCase()}`}`;
    case 'letter':
      return `Letter: ${code}${channel === 'printed' ? '' : ' (not printed)'}`;
    case 'note':
      return 'Note';
  }
}

export const composeActivity: ErrandHandlers['desk.composeActivity'] = (around, { fromOn, toOn }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  if (toOn < fromOn) return fail('paper.days_backwards', { fromOn, toOn });
  if (fromOn > context.today) return fail('paper.day_ahead', { today: context.today });
  const { store, zone } = context;
  const rows = listActivity(
    store,
    startOfDay(fromOn, zone),
    startOfDay(addDays(toOn, 1), zone),
    mostLines + 1,
  );
  const of = (what: ActivityRow['what']) => rows.filter((row) => row.what === what);
  const sum = (what: ActivityRow['what']) =>
    of(what).reduce((cents, row) => cents + (row.amountCents ?? 0), 0);
  const lines = rows.slice(0, mostLines).map((row): ActivityLine => {
    const time = timeWords(row.at, zone);
    return {
      when: fromOn === toOn ? time : `${dayWords(dayOfInstant(row.at, zone))}, ${time}`,
      debtorName: row.debtorName,
      accountNumber: row.accountNumber,
      what: whatOf(row),
      amountCents: row.amountCents,
      author: row.author,
    };
  });
  const office = readOffice(store);
  if (!office) return fail('book.not_open');
  return ok({
    html: activityPage({
      officeName: office.name,
      sample: office.sample,
      fromOn,
      toOn,
      totals: [
        ['Contacts', of('contact').length.toLocaleString('en-US')],
        ['Promises', `${of('promise').length.toLocaleString('en-US')}, ${formatDollars(sum('promise'))}`],
        ['Payments', `${of('payment').length.toLocaleString('en-US')}, ${formatDollars(sum('payment'))}`],
        [
          'Letters and notes',
          `${of('letter').length.toLocaleString('en-US')} and ${of('note').length.toLocaleString('en-US')}`,
        ],
      ],
      lines,
      more: rows.length - lines.length,
    }),
    fileName: letterFileName(office.name, 'Activity log', toOn),
  });
};
