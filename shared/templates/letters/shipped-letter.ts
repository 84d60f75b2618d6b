/** A letter that comes with Duebook. */
export type ShippedLetter = {
  /** Stays the same over all versions. */
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** Liquid over `LetterFacts`: what stands between the sheet's head and foot. */
  readonly body: string;
};
