/**
 * An invented person to practice on: what is on file, what they hide, how they behave. Nobody in here exists, and nothing of a practice
 * call is written to the book.
 */
import type { ContactOutcome } from '../../domain/contact.ts';
import type { ScriptFacts } from '../fields.ts';
import type { ScriptAudience, ScriptSituation, ScriptStage } from '../script.ts';

/**
 * What somebody is inclined to: of the answers a step offers those that fit (by the answer itself, the script they turn to or the
 * disposition they end with), only in the stages named, so much more than the others. Of two that fit, the heavier counts.
 */
export type Inclination = {
  readonly stages?: readonly ScriptStage[];
  readonly answers?: readonly string[];
  readonly situations?: readonly ScriptSituation[];
  readonly outcomes?: readonly ContactOutcome[];
  /** 0 for never; what nothing speaks for or against has 2, a way out of the call 0. */
  readonly weight: number;
};

export type Scenario = {
  readonly code: string;
  readonly name: string;
  readonly mood: string;
  /** What the collector knows beforehand. */
  readonly brief: string;
  /** What only the sheet at the end tells. */
  readonly hidden: string;
  readonly audiences: readonly ScriptAudience[];
  /** Scripts that make sense to begin with. */
  readonly situations: readonly ScriptSituation[];
  /** What stands on file to compare with; what the person says of themselves. */
  readonly onFile: string;
  readonly tells: string;
  /** Whoever answers is the person, or may decide for the business. */
  readonly isPerson: boolean;
  /** Facts other than the usual ones. */
  readonly facts: ScriptFacts;
  readonly inclinations: readonly Inclination[];
  /** What they say aloud, by answer, by the script it turns to or by the disposition it ends with; `*` for anything else. */
  readonly says: Readonly<Record<string, string>>;
  /** Cards that fit what they object to. */
  readonly objections: readonly string[];
  /** Endings that do right by this person. */
  readonly fits: readonly ContactOutcome[];
};
