/** What a note is about. The kind is chosen when it is written and never changes, like the note. */
export const noteKinds = ['note', 'call', 'visit', 'skip_trace', 'internal', 'legal'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The longest note, in characters. Longer texts are saved as several. */
export const mostNoteCharacters = 100_000;
