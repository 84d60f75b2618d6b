/**
 * What the check of a letter's wording is given and what it answers. It reads the finished letter, as the debtor will, beside the
 * facts it was made from; a finding that stops keeps the letter from being printed, sent or saved as sent.
 */
import type { Day } from '../../domain/days.ts';
import type { OfficeRole, Source, StateCode } from '../../domain/law.ts';

export type LetterFinding = {
  /** Stable, in capitals: `REQUIRED_TEXT_MISSING`, `FORBIDDEN_THREAT`, `SUM_NOT_IN_LEDGER`, `DAY_NOT_COMPUTED` ... */
  readonly code: string;
  /** `stop`: the letter does not print. `look`: a person should read the place once more. */
  readonly severity: 'stop' | 'look';
  /** What is wrong and what to do about it, in one or two sentences. */
  readonly why: string;
  /** The words as they stand in the letter; empty where something is missing. */
  readonly words: string;
  /** The sentence they stand in, to find them by; empty where something is missing. */
  readonly sentence: string;
  /** Of a text the law asks for: its id, by which the office may bring counsel’s own wording (`approved_texts`). */
  readonly textId: string | null;
  readonly source: Source | null;
};

/** A sum or day that the facts hold, by the name it goes by there. */
export type KnownSum = { readonly name: string; readonly cents: number };
export type KnownDay = { readonly name: string; readonly day: Day };

export type LetterToCheck = {
  /** The letter as plain text, line by line, without its sheet (address block, date, page numbers). */
  readonly text: string;
  readonly writtenOn: Day;
  readonly role: OfficeRole | null;
  readonly debtor: 'consumer' | 'business';
  /** Of the debtor; `null` where it is not known. */
  readonly state: StateCode | null;
  readonly stage: string;
  readonly to: 'debtor' | 'attorney' | 'representative' | 'client';
  readonly language: 'en' | 'es';
  readonly asksForMoney: boolean;
  /** Ids of wording the template says it must hold. */
  readonly must: readonly string[];
  /** Nothing was written to this debtor about this debt before. */
  readonly firstWriting: boolean;
  readonly firstContact: boolean;
  readonly validationEndsOn: Day | null;
  readonly timeBarred: 'no' | 'may_be' | 'yes';
  readonly judgment: boolean;
  readonly chargedOff: boolean;
  readonly medical: boolean;
  readonly debtBuyer: boolean;
  readonly consumerFinancial: boolean | null;
  /** Texts counsel of this office approved, by the id of the text the law asks for. */
  readonly approved: Readonly<Record<string, string>>;
  readonly sums: readonly KnownSum[];
  readonly days: readonly KnownDay[];
  /** What prescribed texts and the notice are filled with: names in braces and what stands for them. */
  readonly fill: Readonly<Record<string, string>>;
  /** What others typed of entries and disputes, as the letter repeats it in its lists; in a cell of its own it states nothing. */
  readonly typed?: readonly string[];
  /** The debtor lives in New York City, which has a notice of its own. Left out: not known to. */
  readonly newYorkCity?: boolean;
};
