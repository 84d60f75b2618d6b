/** Notes are appended, never edited: what was known on a day must stay readable. */
import { z } from 'zod';
import { bookCommand, id, longText } from './call.ts';

export const noteCalls = {
  'notes.add': bookCommand(
    /** `addendumTo` adds to an earlier note instead of changing it. */
    z.strictObject({ accountId: id, text: longText, addendumTo: id.nullable().default(null) }),
    z.strictObject({ noteId: id }),
  ),
} as const;
