/** Notes are appended; a correction is an addendum to the note it corrects. What stands above the timeline is pinned. */
import type { NoteHit } from '../../../shared/contract/notes.ts';
import {
  holdsTerms,
  matchOf,
  type NoteTerm,
  readNoteSearch,
  snippetOf,
  widen,
} from '../../../shared/domain/note-search.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import {
  endPin,
  findNote,
  findNoteAccount,
  insertNote,
  insertPin,
  listPinned,
  matchNotes,
  type NoteRow,
  readNoteText,
} from '../store/queries/notes.ts';
import { placeOf } from '../store/queries/timeline.ts';
import type { Store } from '../store/store.ts';
import { showPlace } from './timeline.ts';

export const addNote: CommandHandler<'notes.add'> = (context, { accountId, text, kind, addendumTo }) => {
  const { store, author, now } = context;
  if (!findAccount(store, accountId)) return fail('account.not_found');
  if (addendumTo !== null && findNoteAccount(store, addendumTo) !== accountId) {
    return fail('call.invalid_input', { field: 'addendumTo' });
  }
  const noteId = insertNote(store, {
    accountId,
    contactId: null,
    addendumTo,
    text,
    kind,
    author,
    at: now,
    importId: null,
  });
  context.changed('timeline', [accountId]);
  return ok({ noteId });
};

export const pinNote: CommandHandler<'notes.pin'> = (context, { noteId }) => {
  const accountId = findNoteAccount(context.store, noteId);
  if (accountId === null) return fail('note.not_found');
  insertPin(context.store, { noteId, accountId, at: context.now, author: context.author });
  context.changed('timeline', [accountId]);
  return ok({});
};

export const unpinNote: CommandHandler<'notes.unpin'> = (context, { noteId }) => {
  const accountId = findNoteAccount(context.store, noteId);
  if (accountId === null) return fail('note.not_found');
  endPin(context.store, noteId, context.now);
  context.changed('timeline', [accountId]);
  return ok({});
};

/** The item a note stands in, and the place a page must be asked from to begin with that item. */
function standsAt({
  noteId,
  at,
  contactId,
  contactAt,
}: NoteRow): Pick<NoteHit, 'timelineKey' | 'timelineBefore'> {
  if (contactId === null) {
    return { timelineKey: `note:${noteId}`, timelineBefore: showPlace(placeOf('note', at, noteId + 1)) };
  }
  return {
    timelineKey: `contact:${contactId}`,
    timelineBefore: showPlace(placeOf('contact', contactAt ?? at, contactId + 1)),
  };
}

export const listPinnedNotes: QueryHandler<'notes.pinned'> = ({ store }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  return ok({
    notes: listPinned(store, accountId).map((row) => {
      const { noteId, noteKind, text, at, author, pinnedAt, pinnedBy } = row;
      return { noteId, noteKind, text, at, author, pinnedAt, pinnedBy, ...standsAt(row) };
    }),
  });
};

/** The index itself holds beginnings of up to three letters. */
const indexedLetters = 3;
/** How many notes are looked at one by one before the index is asked for a longer beginning. */
const lookedAt = 400;

/**
 * Ids in the order of writing. A longer beginning makes the index gather every note with any word of it, which for a common word
 * takes 20 ms and more at a million notes; but then notes with it stand close together, so the last few hundred with its
 * first three letters fill a page. A rare one is quick to gather.
 */
function findIds(store: Store, terms: readonly NoteTerm[], below: number, limit: number): number[] {
  const wide = widen(terms, indexedLetters);
  if (wide !== null) {
    const found: number[] = [];
    for (const noteId of matchNotes(store, matchOf(wide), below, lookedAt)) {
      if (holdsTerms(readNoteText(store, noteId), terms)) found.push(noteId);
      if (found.length === limit) return found;
    }
  }
  return matchNotes(store, matchOf(terms), below, limit);
}

export const searchNotes: QueryHandler<'notes.search'> = ({ store }, { text, limit, after }) => {
  const terms = readNoteSearch(text);
  if (terms.length === 0) return ok({ hits: [], next: null });
  const ids = findIds(store, terms, after ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const hits = ids.slice(0, limit).flatMap((noteId): NoteHit[] => {
    const note = findNote(store, noteId);
    if (!note) return [];
    const { accountId, accountNumber, debtorName, at, author, noteKind, contactOutcome } = note;
    return [
      {
        noteId,
        accountId,
        accountNumber,
        debtorName,
        at,
        author,
        noteKind,
        contactOutcome,
        snippet: [...snippetOf(note.text, terms)],
        ...standsAt(note),
      },
    ];
  });
  return ok({ hits, next: ids.length > limit ? (ids[limit - 1] ?? null) : null });
};
