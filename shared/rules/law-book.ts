/**
 * The law as it is in force in a book: the rules of this program, with the values and sources a rule pack brings. A pack can
 * change what a rule says, never what it does: checks are code.
 */
import type { Source } from '../domain/law.ts';
import { licenceRuleId, licenceRuleOf } from './contact/who/licence.ts';
import { contactRules } from './registry.ts';
import type { ContactRule, Version } from './rule.ts';
import { shippedStates } from './states/shipped.ts';
import type { StateLaws } from './states/state-laws.ts';

/** What a rule pack may replace. Versions and sources of a rule come whole: what is not named stays as shipped. */
export type RulePack = {
  readonly format: 1;
  /** Year, month, day and a running number: compares as text. `2026-11-22.1`. */
  readonly version: string;
  readonly publishedOn: string;
  readonly publisher: string;
  /** What changed, for people. */
  readonly notes: string;
  readonly rules: Readonly<
    Record<
      string,
      { readonly values?: readonly Version<unknown>[]; readonly source?: Source; readonly title?: string }
    >
  >;
  /** Whole entries of states, replacing the shipped ones. */
  readonly states: Partial<StateLaws>;
};

export type LawBook = {
  readonly version: string;
  readonly contactRules: readonly ContactRule[];
  readonly states: StateLaws;
};

export const shippedVersion = '2026-11-22.1';

/** The rules as shipped, or with a pack laid over them. */
export function lawBookOf(pack: RulePack | null): LawBook {
  if (pack === null) return { version: shippedVersion, contactRules, states: shippedStates };
  const states = { ...shippedStates, ...pack.states };
  return {
    version: pack.version,
    contactRules: contactRules.map((shipped) => {
      // What states ask for stands in their table, which the pack may replace.
      const rule = shipped.id === licenceRuleId ? licenceRuleOf(states) : shipped;
      const over = Object.hasOwn(pack.rules, rule.id) ? pack.rules[rule.id] : undefined;
      return over
        ? {
            ...rule,
            values: over.values ?? rule.values,
            source: over.source ?? rule.source,
            title: over.title ?? rule.title,
          }
        : rule;
    }),
    states,
  };
}

export const shippedLaw: LawBook = lawBookOf(null);
