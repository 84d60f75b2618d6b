/** For whom a letter is, and for what: stored with its template, asked when letters are offered for an account. */
import type { OfficeRole, StateCode } from '../domain/law.ts';
import type { LetterNeed } from './fields.ts';

export const letterStages = [
  'first_notice',
  'reminder',
  'demand',
  'dispute',
  'arrangement',
  'payment',
  'legal',
  'special',
  'client',
] as const;
export type LetterStage = (typeof letterStages)[number];

export const letterRecipients = ['debtor', 'attorney', 'representative', 'client'] as const;
export type LetterRecipient = (typeof letterRecipients)[number];

export type LetterAbout = {
  readonly stage: LetterStage;
  /** Empty: every role. */
  readonly roles: readonly OfficeRole[];
  readonly debtor: 'consumer' | 'business' | 'any';
  /** Of the debtor; empty: every state. */
  readonly states: readonly StateCode[];
  readonly language: 'en' | 'es';
  readonly to: LetterRecipient;
  /** What the account must have for the letter to make sense; without it the letter is not made. */
  readonly needs: readonly LetterNeed[];
  /** It asks for money: the gate is asked as for collecting; otherwise as for an answer the law asks for or allows. */
  readonly asksForMoney: boolean;
  /** May be made when nothing is owed, or when the account is closed. */
  readonly whenPaid: boolean;
  /** Ids of wording it must hold besides what the check asks of every letter of its stage, role and state. */
  readonly must: readonly string[];
  /** The office has to have the text read, by a speaker or counsel, before it may go; in words. Empty: no. */
  readonly review: string;
};

/** Of a letter that says nothing else: what the letters before documents were. */
export const plainAbout: LetterAbout = {
  stage: 'reminder',
  roles: [],
  debtor: 'any',
  states: [],
  language: 'en',
  to: 'debtor',
  needs: [],
  asksForMoney: true,
  whenPaid: false,
  must: [],
  review: '',
};
