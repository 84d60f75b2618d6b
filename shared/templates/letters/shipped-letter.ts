/** A letter that comes with Duebook. */
import type { LetterDoc } from '../document/letter-doc.ts';
import type { LetterAbout } from '../letter-about.ts';

export type ShippedLetter = {
  /** Stays the same over all versions. */
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly about: LetterAbout;
  readonly doc: LetterDoc;
};
