/**
 * Notes are appended, never edited: what was known on a day must stay readable. Some are pinned above the timeline, and all
 * of them can be searched. Phrases are what an office types again and again, under a short code.
 */
import { z } from 'zod';
import { contactOutcomes } from '../domain/contact.ts';
import { noteKinds } from '../domain/note.ts';
import { phraseCodePattern } from '../domain/note-phrase.ts';
import { bookCommand, bookQuery, id, instant, line, longText, nothing } from './call.ts';

const noteKind = z.enum(noteKinds);

/** A piece of a text found; `hit` is what was searched for. */
const snippetPart = z.strictObject({ text: z.string(), hit: z.boolean() });

const noteHit = z.strictObject({
  noteId: id,
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  at: instant,
  author: z.string(),
  noteKind,
  /** The outcome of the contact it was written of; `null` for a note of its own. */
  contactOutcome: z.enum(contactOutcomes).nullable(),
  snippet: z.array(snippetPart),
  /** Where it stands in the timeline of its account: the item, and the place a page must be asked from to begin with it. */
  timelineKey: z.string(),
  timelineBefore: z.string(),
});
export type NoteHit = z.output<typeof noteHit>;

const pinnedNote = z.strictObject({
  noteId: id,
  noteKind,
  text: z.string(),
  at: instant,
  author: z.string(),
  pinnedAt: instant,
  pinnedBy: z.string(),
  timelineKey: z.string(),
  timelineBefore: z.string(),
});
export type PinnedNote = z.output<typeof pinnedNote>;

const phrase = z.strictObject({
  /** `null` for one that comes with Duebook. */
  phraseId: id.nullable(),
  code: z.string(),
  title: z.string(),
  text: z.string(),
  /** An own phrase that stands in for the one Duebook brings under the same code. */
  replacesShipped: z.boolean(),
});
export type Phrase = z.output<typeof phrase>;

export const noteCalls = {
  'notes.add': bookCommand(
    /** `addendumTo` adds to an earlier note instead of changing it; it has the kind of that note unless another is said. */
    z.strictObject({
      accountId: id,
      text: longText,
      kind: noteKind.default('note'),
      addendumTo: id.nullable().default(null),
    }),
    z.strictObject({ noteId: id }),
  ),
  /** Pinning what is pinned changes nothing. */
  'notes.pin': bookCommand(z.strictObject({ noteId: id }), nothing),
  'notes.unpin': bookCommand(z.strictObject({ noteId: id }), nothing),
  /** What stands above the timeline of an account, the latest pinned first. */
  'notes.pinned': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({ notes: z.array(pinnedNote) }),
  ),
  /**
   * Notes in which every word stands, the last written first: whole words, the last one also as a beginning (of at least two
   * letters), several in quotes as they follow each other. Case and accents do not count.
   */
  'notes.search': bookQuery(
    z.strictObject({
      text: z.string().max(300),
      limit: z.int().min(1).max(100).default(50),
      /** The last note of the page before. */
      after: id.nullable().default(null),
    }),
    z.strictObject({ hits: z.array(noteHit), next: id.nullable() }),
  ),
  /** Every phrase in force by its code, the shipped ones the office did not replace included. */
  'phrases.list': bookQuery(nothing, z.strictObject({ phrases: z.array(phrase) })),
  /** A new phrase, or a new wording of an own one (`phraseId`). */
  'phrases.save': bookCommand(
    z.strictObject({
      phraseId: id.nullable(),
      code: z.string().trim().toLowerCase().regex(phraseCodePattern),
      title: line(80),
      text: z.string().max(4_000).regex(/\S/),
    }),
    z.strictObject({ phraseId: id }),
  ),
  'phrases.retire': bookCommand(z.strictObject({ phraseId: id }), nothing),
} as const;
