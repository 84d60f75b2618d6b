/** The call that writes the calendar as a file: composed by the book, put where the user says. */
import path from 'node:path';
import { fail, ok } from '../../shared/errors/result.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { writeFileWhole } from './write-file.ts';

export type CalendarDeskParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly dialogs: Pick<Dialogs, 'saveCalendar'>;
};

export function makeCalendarDesk({
  client,
  dialogs,
}: CalendarDeskParts): SomeDeskHandlers<'calendar.export'> {
  return {
    async 'calendar.export'(input) {
      const composed = await client.errand('calendar.compose', input);
      if (!composed.ok) return composed;
      const { text, events, fileName } = composed.value;
      if (events === 0) return fail('calendar.empty');
      const file = await dialogs.saveCalendar(fileName);
      if (file === null) return fail('file.dialog_cancelled');
      const written = await writeFileWhole(file, new TextEncoder().encode(text));
      return written.ok ? ok({ fileName: path.basename(file), events }) : written;
    },
  };
}
