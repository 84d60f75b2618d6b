/**
 * What a rule is made of. One rule is one file that exports one of these; `registry.ts` lists them.
 *
 * A check is pure: from the facts, the instant asked about and the value in force that day to a finding. Its sentences are
 * functions, because a verdict for a whole book needs the outcome of a million checks and the words of none.
 */
import type { ContactChannel } from '../domain/contact.ts';
import type { Day } from '../domain/days.ts';
import type { GateStep, Jurisdiction, OfficeRole, RuleForce, Source, StateCode } from '../domain/law.ts';
import type { CaseView } from './case-view.ts';
import type { GateFacts } from './facts.ts';
import type { Clears, FactUsed } from './verdict.ts';

/** A value from a day on, both ends inclusive. Old ones stay, so that what was decided can be explained. */
export type Version<V> = {
  readonly from: Day;
  readonly until: Day | null;
  readonly value: V;
  readonly note?: string;
};

export type RuleSubject =
  | 'who is bound'
  | 'time and place'
  | 'call frequency'
  | 'stopping contact'
  | 'disputes'
  | 'third parties'
  | 'email and text'
  | 'automatic calls'
  | 'bankruptcy and service'
  | 'the message'
  | 'medical debt'
  | 'licences'
  | 'credit reporting'
  | 'limitation'
  | 'validation'
  | 'interest on judgments'
  | 'keeping records'
  | 'house policy';

export type RuleScope = {
  /**
   * `collectors`: whom Regulation F binds; an office that keeps to it of its own will is held to it as house policy.
   * `anyone`: every office.
   */
  readonly roles: 'collectors' | 'anyone' | readonly OfficeRole[];
  /** Consumer debts only, or business debts as well. */
  readonly debts: 'consumer' | 'any';
  /** Consumers of these states; `all` for federal rules. */
  readonly states: 'all' | readonly StateCode[];
  readonly channels: 'all' | readonly ContactChannel[];
  /** Most rules are about contacts the office begins. */
  readonly directions: 'out' | 'both';
};

export type Pass = {
  readonly result: 'pass';
  /** By the clock alone it passes up to this instant. */
  readonly until?: number;
  readonly text?: () => string;
  readonly facts?: () => readonly FactUsed[];
};

export type Objection = {
  readonly result: 'block' | 'undetermined' | 'warn';
  readonly text: () => string;
  readonly facts: () => readonly FactUsed[];
  readonly clears: Clears;
  /** Where a rule has several codes or forces. */
  readonly code?: string;
  readonly force?: RuleForce;
};

export type Finding = Pass | Objection;

export const pass: Pass = { result: 'pass' };

export type Checking<V> = {
  readonly facts: GateFacts;
  /** The instant asked about: now, or later while the first lawful minute is looked for. */
  readonly at: number;
  readonly value: V;
  readonly view: CaseView;
};

export type ContactRule<V = unknown> = {
  /** Never changed and never used again: `reg-f.calls.seven-in-seven`. */
  readonly id: string;
  readonly code: string;
  readonly step: GateStep;
  /** A short plain sentence: `At most seven calls in seven days about one debt`. */
  readonly title: string;
  readonly subject: RuleSubject;
  readonly jurisdiction: Jurisdiction;
  readonly force: RuleForce;
  readonly source: Source;
  readonly scope: RuleScope;
  readonly values: readonly Version<V>[];
  /** Whether the finding can change as the clock runs while the facts stay. */
  readonly timed: boolean;
  readonly check: (checking: Checking<V>) => Finding;
};

/** Ties a rule’s values to its check and forgets the type, so that all rules make one list. */
export function contactRule<V>(rule: ContactRule<V>): ContactRule {
  return rule as unknown as ContactRule;
}

/** The version in force on a day, or `null`. */
export function versionOn<V>(versions: readonly Version<V>[], day: Day): Version<V> | null {
  let found: Version<V> | null = null;
  for (const version of versions) {
    if (version.from <= day && (version.until === null || day <= version.until)) found = version;
  }
  return found;
}
