/** What the rule library shows of a rule or a dated fact. */
import type { Jurisdiction, RuleForce, Source } from '../domain/law.ts';
import type { RuleSubject } from './rule.ts';

export type LibraryEntry = {
  readonly id: string;
  readonly title: string;
  readonly subject: RuleSubject;
  readonly jurisdiction: Jurisdiction;
  readonly source: Source;
  readonly force: RuleForce;
  /** What it says in one or two plain sentences. */
  readonly text: string;
  /** What it said and says, by day, in words. */
  readonly values: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly words: string;
  }[];
};
