/**
 * What a script is: a small graph of steps. A step says what to say, what never to say, what to tick, and which answers
 * lead where. The order the law wants is part of the graph: who is there is found out before the debt is spoken of, and
 * what must be disclosed is ticked before the matter. `check.ts` proves it of every path; `run.ts` keeps to it in a call.
 */
import type { ContactOutcome } from '../domain/contact.ts';

/** Whose words they are: an agency or debt buyer, a medical office, a law office, a business owed by businesses. */
export const scriptAudiences = ['third_party', 'medical', 'law_office', 'commercial'] as const;
export type ScriptAudience = (typeof scriptAudiences)[number];

export const scriptSituations = [
  'first_call',
  'promise_due',
  'promise_broken',
  'hardship',
  'dispute',
  'already_paid',
  'prove_it',
  'talk_to_my_lawyer',
  'refusal',
  'settlement_offer',
  'plan_renegotiation',
  'post_dated_payment',
  'inbound_call',
  'voicemail',
  'third_party',
  'closing',
] as const;
export type ScriptSituation = (typeof scriptSituations)[number];

export const scriptLanguages = ['en', 'es'] as const;
export type ScriptLanguage = (typeof scriptLanguages)[number];

/**
 * Where in a call a step stands. Up to and with `right_party`, and in `location` and `voicemail`, nothing may tell of a debt;
 * `disclosure` holds what must be said before `matter`.
 */
export const scriptStages = [
  'opening',
  'right_party',
  'disclosure',
  'matter',
  'location',
  'voicemail',
  'closing',
] as const;
export type ScriptStage = (typeof scriptStages)[number];

/** Something said or done that is ticked with its instant. A required one must be ticked before an answer is taken. */
export type ScriptTick = {
  readonly id: string;
  readonly text: string;
  readonly kind: 'disclosure' | 'identity' | 'check';
  readonly required: boolean;
};

/** Where an answer leads: a step, an exit, or another script at its place for somebody already confirmed. */
export type ScriptTarget =
  | { readonly step: string }
  | { readonly exit: string }
  | { readonly situation: ScriptSituation };

export type ScriptAnswer = {
  readonly id: string;
  /** What stands on the button: what the other side said or did. */
  readonly label: string;
  readonly to: ScriptTarget;
  /** What the answer proves of who is there. Only `right_party` opens the debt; `third_party` closes it for the whole call. */
  readonly party: 'right_party' | 'third_party' | null;
};

export type ScriptStep = {
  readonly id: string;
  readonly stage: ScriptStage;
  readonly title: string;
  /** What to say; plain Liquid over `ScriptFacts`. Paragraphs are divided by an empty line. */
  readonly say: string;
  /** What never to say here, each a sentence. */
  readonly never: readonly string[];
  /** For the collector alone: how to listen, what to acknowledge. */
  readonly prompts: readonly string[];
  readonly ticks: readonly ScriptTick[];
  readonly answers: readonly ScriptAnswer[];
  /** Codes of objection cards that fit. */
  readonly cards: readonly string[];
};

/** How a call may end by this script: the disposition it is recorded with. */
export type ScriptExit = {
  readonly id: string;
  readonly label: string;
  readonly outcome: ContactOutcome;
};

export type Script = {
  /** Lower-case words joined by `-` and `.`, as `first-call.medical`; the office's own may repeat a shipped one to replace it. */
  readonly code: string;
  readonly name: string;
  readonly situation: ScriptSituation;
  readonly audiences: readonly ScriptAudience[];
  readonly language: ScriptLanguage;
  /** Who has to look at it before it is used, as "A speaker of Spanish"; empty for none. */
  readonly review: string;
  /** The first step of a call. */
  readonly start: string;
  /** Where another script may jump in, with the right party confirmed; `null` where it cannot be jumped to. */
  readonly resume: string | null;
  readonly steps: readonly ScriptStep[];
  readonly exits: readonly ScriptExit[];
};

/** What to answer when the other side objects. */
export type ObjectionCard = {
  readonly code: string;
  /** What the other side says: “I never got a bill.” */
  readonly objection: string;
  /** What to answer; plain Liquid like a step, shown only once the right party is confirmed. */
  readonly answer: string;
  readonly never: readonly string[];
  readonly prompts: readonly string[];
  readonly audiences: readonly ScriptAudience[];
  readonly language: ScriptLanguage;
  /** The script that goes on from here, if one does. */
  readonly leadsTo: ScriptSituation | null;
};

/** The longest texts a script may hold, so that one cannot choke the screen or the book. */
export const scriptLimits = { steps: 80, answers: 12, text: 4_000, ticks: 12, cards: 30 } as const;
