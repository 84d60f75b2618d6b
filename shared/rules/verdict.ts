/** What the engine answers: an outcome, and every reason with its source and the facts it was drawn from. Plain data. */
import type {
  Confidence,
  DebtFactName,
  GateStep,
  Jurisdiction,
  PersonFactName,
  RuleForce,
  Source,
  StateCode,
  VerdictOutcome,
} from '../domain/law.ts';

/** Where a fact stands in the book, so that the person who reads it can correct it. */
export type FactRef =
  | { readonly kind: 'office' | 'account' | 'person' }
  | { readonly kind: 'licence'; readonly state: StateCode }
  | { readonly kind: 'debt_fact'; readonly name: DebtFactName }
  | { readonly kind: 'person_fact'; readonly name: PersonFactName }
  | { readonly kind: 'event' | 'contact' | 'phone' | 'address' | 'email'; readonly id: number };

export type FactUsed = {
  /** In plain words: `Last conversation`. */
  readonly name: string;
  readonly value: string;
  /** Who or what says so; empty when the book itself does. */
  readonly source: string;
  readonly ref: FactRef | null;
};

/** When a reason falls away: at an instant, when something happens, or never by itself (`null`). */
export type Clears = { readonly at: number } | { readonly waitsFor: string } | null;

export type Reason = {
  readonly ruleId: string;
  readonly code: string;
  readonly step: GateStep;
  readonly title: string;
  readonly result: 'block' | 'undetermined' | 'warn';
  readonly force: RuleForce;
  readonly jurisdiction: Jurisdiction;
  readonly source: Source;
  /** One or two plain sentences: what stands in the way and why. */
  readonly text: string;
  readonly facts: readonly FactUsed[];
  readonly clears: Clears;
};

export type Passed = {
  readonly ruleId: string;
  readonly code: string;
  readonly step: GateStep;
  readonly title: string;
  readonly jurisdiction: Jurisdiction;
  readonly source: Source;
  readonly text: string;
  readonly facts: readonly FactUsed[];
};

export type Verdict = {
  readonly outcome: VerdictOutcome;
  /** The first reason of the outcome in the order of checks; `null` when allowed. */
  readonly primary: Reason | null;
  readonly reasons: readonly Reason[];
  readonly passed: readonly Passed[];
  /** Rules that do not bind here, with why; only where it is asked for. */
  readonly notBinding: readonly { readonly ruleId: string; readonly title: string; readonly why: string }[];
  /**
   * The first minute at which nothing stands in the way any more, as far as only time does; now when nothing does. `null`
   * when something has to happen first (`waitsFor`) or nothing ever lifts it.
   */
  readonly earliestAt: number | null;
  /** While allowed: the instant at which it ends by the clock alone; `null` when it does not. */
  readonly until: number | null;
  readonly waitsFor: readonly string[];
  /** What a person may do: nothing, or give a typed reason (with a rebuttal factor for call frequency). */
  readonly override: 'none' | 'reason' | 'reason_and_factor';
  /** Zones and states reckoned with. */
  readonly zones: readonly string[];
  readonly states: readonly StateCode[];
  /** The least sure of the sources of the reasons; of what passed, when there are none. */
  readonly confidence: Confidence;
  readonly law: string;
  readonly askedAt: number;
};
