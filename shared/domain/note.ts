/** What a note is about. The kind is chosen when it is written and never changes, like the note. */
export const noteKinds = ['note', 'call', 'visit', 'skip_trace', 'internal', 'legal'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The longest note, in characters. Longer texts are saved as several. */
export const mostNoteCharacters = 100_000;

/** Room for what says which part it is. */
const headCharacters = 40;
/** How far back from the end of a part a better place to cut is looked for. */
const backCharacters = 2_000;

/**
 * A text as notes that each fit, every one but a short text's beginning with which part it is. Cut at the end of a line or of a
 * word, never between digits, so that a number stays whole (and a card number is still known as one). Nothing is lost but blanks
 * at the cuts.
 */
export function notePartsOf(text: string, most: number = mostNoteCharacters): readonly string[] {
  if (text.length <= most) return [text];
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const to = cutAt(text, from, most - headCharacters);
    const piece = text.slice(from, to);
    if (/\S/.test(piece)) pieces.push(piece);
    from = to;
  }
  return pieces.map((piece, index) => `(${index + 1} of ${pieces.length})\n${piece.trim()}`);
}

function cutAt(text: string, from: number, room: number): number {
  const end = from + room;
  if (end >= text.length) return text.length;
  const back = Math.max(from + 1, end - backCharacters);
  const line = text.lastIndexOf('\n', end - 1);
  if (line >= back) return line + 1;
  for (let at = end; at > back; at -= 1) {
    if (/\s/.test(text[at - 1] ?? '') && !(/\d/.test(text[at - 2] ?? '') && /\d/.test(text[at] ?? '')))
      return at;
  }
  // A text without blanks: at least no character of two halves is cut in two.
  const half = text.charCodeAt(end - 1);
  return half >= 0xd800 && half <= 0xdbff ? end - 1 : end;
}
