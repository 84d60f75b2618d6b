/** What is wrong with a script: a stable code, where, and one plain sentence that says what and what to do. */
export type ProblemCode =
  // the graph
  | 'no_start'
  | 'no_resume'
  | 'duplicate_step'
  | 'duplicate_answer'
  | 'duplicate_tick'
  | 'duplicate_exit'
  | 'unknown_step'
  | 'unknown_exit'
  | 'no_script'
  | 'no_exits'
  | 'unused_exit'
  | 'unreachable'
  | 'dead_end'
  | 'no_way_out'
  | 'loop'
  // the order the law wants
  | 'matter_unconfirmed'
  | 'third_party_matter'
  | 'not_disclosed'
  | 'jump_undisclosed'
  | 'resume_stage'
  | 'debt_field_early'
  | 'debt_word_early'
  | 'debt_word_shown'
  | 'office_early'
  | 'exit_unconfirmed'
  // the texts
  | 'broken_text'
  | 'unknown_field'
  | 'braces'
  | 'nothing_to_say'
  | 'unknown_card'
  | 'limit';

export type ScriptProblem = {
  /** A script with a fault is never used in a call; a warning is for its author to weigh. */
  readonly severity: 'fault' | 'warning';
  readonly code: ProblemCode;
  /** The step it is about; `null` for the script as a whole. */
  readonly step: string | null;
  readonly text: string;
};

const warnings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'no_script',
  'unused_exit',
  'unreachable',
  'loop',
  'debt_word_shown',
  'exit_unconfirmed',
  'braces',
  'nothing_to_say',
  'unknown_card',
]);

export function problem(code: ProblemCode, step: string | null, text: string): ScriptProblem {
  return { severity: warnings.has(code) ? 'warning' : 'fault', code, step, text };
}

/** Problems that could open the matter to somebody who must not hear of it, or before it may be opened. */
export const orderCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'matter_unconfirmed',
  'third_party_matter',
  'not_disclosed',
  'jump_undisclosed',
  'resume_stage',
  'debt_field_early',
  'debt_word_early',
  'office_early',
]);
