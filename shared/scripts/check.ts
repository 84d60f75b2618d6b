/**
 * Checks a script before it is used: every path reaches an exit, and no path tells of the debt before the right party is confirmed,
 * or passes the disclosure that collectors for others owe. All ways a call can take are followed (`check/walk.ts`), so what is not
 * reported cannot happen; `run.ts` keeps the same order again in the call.
 */
import { checkGraph, checkIds, type ScriptFinder } from './check/graph.ts';
import { checkOrder } from './check/order.ts';
import { problem, type ScriptProblem } from './check/problem.ts';
import { checkTexts } from './check/texts.ts';
import { fieldsIn } from './render.ts';
import { type ObjectionCard, type Script, scriptLimits } from './script.ts';

export type { ScriptProblem } from './check/problem.ts';

export type CheckContext = {
  /** The script in use for a situation, for jumps; without it every jump is taken to lead somewhere. */
  readonly scriptFor?: ScriptFinder | undefined;
  /** Codes of the objection cards there are; without it they are not looked at. */
  readonly cards?: ReadonlySet<string> | undefined;
};

/** Faults first, then warnings, each in the order of the steps. */
export function checkScript(script: Script, context: CheckContext = {}): readonly ScriptProblem[] {
  if (script.steps.length > scriptLimits.steps) {
    return [
      problem(
        'limit',
        null,
        `The script has ${script.steps.length} steps; at most ${scriptLimits.steps} are possible. Divide it in two.`,
      ),
    ];
  }
  const order = checkOrder(script, context.scriptFor);
  const found = [
    ...checkIds(script),
    ...checkGraph(script, context.scriptFor),
    ...order.problems,
    ...checkTexts(script, order, context.cards),
  ];
  const place = new Map(script.steps.map((step, at) => [step.id, at]));
  const rank = ({ severity, step }: ScriptProblem): number =>
    (severity === 'fault' ? 0 : 1000) + (step === null ? -1 : (place.get(step) ?? 0));
  return [...found].sort((a, b) => rank(a) - rank(b));
}

export function hasFault(problems: readonly ScriptProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'fault');
}

/** A card is shown only to the right party, so only its text can be wrong. */
export function checkCard(card: ObjectionCard): readonly ScriptProblem[] {
  const named = fieldsIn(card.answer);
  if (named.ok) {
    return card.answer.trim() === '' ? [problem('nothing_to_say', null, 'The card answers nothing.')] : [];
  }
  const { code, params } = named.error;
  return [
    code === 'script.unknown_field'
      ? problem('unknown_field', null, `The answer asks for “${params.field}”, and there is no such field.`)
      : problem('broken_text', null, `The answer cannot be read: ${params.reason}.`),
  ];
}
