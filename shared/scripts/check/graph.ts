/** The graph of a script by itself: ids, targets, what cannot be reached, dead ends, circles with and without a way out. */
import type { Script, ScriptAudience, ScriptSituation, ScriptStep, ScriptTarget } from '../script.ts';
import { scriptSituationWords } from '../words.ts';
import { problem, type ScriptProblem } from './problem.ts';

/** As much of the script a jump leads to as decides where it lands. */
export type Landing = Pick<Script, 'resume'> & {
  readonly steps: readonly Pick<ScriptStep, 'id' | 'stage'>[];
};

export type ScriptFinder = (situation: ScriptSituation, audience: ScriptAudience) => Landing | null;

const named = (step: ScriptStep): string => `“${step.title}”`;

export function duplicates<T>(items: readonly T[], keyOf: (item: T) => string): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice];
}

export function checkIds(script: Script): readonly ScriptProblem[] {
  const found: ScriptProblem[] = [];
  for (const id of duplicates(script.steps, (step) => step.id)) {
    found.push(problem('duplicate_step', id, `Two steps have the name “${id}”. Give one of them another.`));
  }
  for (const id of duplicates(script.exits, (exit) => exit.id)) {
    found.push(problem('duplicate_exit', null, `Two exits have the name “${id}”. Give one of them another.`));
  }
  for (const step of script.steps) {
    for (const id of duplicates(step.answers, (answer) => answer.id)) {
      found.push(
        problem('duplicate_answer', step.id, `Two answers of ${named(step)} have the name “${id}”.`),
      );
    }
    for (const id of duplicates(step.ticks, (tick) => tick.id)) {
      found.push(problem('duplicate_tick', step.id, `Two ticks of ${named(step)} have the name “${id}”.`));
    }
  }
  return found;
}

export function checkGraph(script: Script, scriptFor: ScriptFinder | undefined): readonly ScriptProblem[] {
  const found: ScriptProblem[] = [];
  const steps = new Map(script.steps.map((step) => [step.id, step]));
  const exits = new Map(script.exits.map((exit) => [exit.id, exit]));
  if (!steps.has(script.start)) {
    found.push(problem('no_start', null, 'No step is the first of the call. Choose where the call begins.'));
  }
  if (script.resume !== null && !steps.has(script.resume)) {
    found.push(
      problem('no_resume', null, 'The step at which other scripts jump in does not exist. Choose another.'),
    );
  }
  if (script.exits.length === 0) {
    found.push(problem('no_exits', null, 'The script has no exit. Add how a call can end.'));
  }
  const missingScripts = new Set<ScriptSituation>();
  const leadsOut = (to: ScriptTarget): boolean => {
    if ('exit' in to) return exits.has(to.exit);
    if (!('situation' in to)) return false;
    return scriptFor === undefined || script.audiences.every((one) => scriptFor(to.situation, one) !== null);
  };
  for (const step of script.steps) {
    if (step.answers.length === 0) {
      found.push(
        problem('dead_end', step.id, `${named(step)} has no answers: a call that gets there cannot go on.`),
      );
    }
    for (const answer of step.answers) {
      const { to } = answer;
      if ('step' in to && !steps.has(to.step)) {
        found.push(
          problem('unknown_step', step.id, `${named(step)}: “${answer.label}” leads to a step that is gone.`),
        );
      }
      if ('exit' in to && !exits.has(to.exit)) {
        found.push(
          problem(
            'unknown_exit',
            step.id,
            `${named(step)}: “${answer.label}” leads to an exit that is gone.`,
          ),
        );
      }
      if ('situation' in to && !leadsOut(to) && !missingScripts.has(to.situation)) {
        missingScripts.add(to.situation);
        found.push(
          problem(
            'no_script',
            step.id,
            `${named(step)}: “${answer.label}” goes on with a script for ${scriptSituationWords[to.situation]}, and there is none in use for every audience of this one.`,
          ),
        );
      }
    }
  }
  const next = (step: ScriptStep): readonly ScriptStep[] =>
    step.answers.flatMap(({ to }) => {
      const target = 'step' in to ? steps.get(to.step) : undefined;
      return target ? [target] : [];
    });
  const reached = reachable(
    [script.start, ...(script.resume === null ? [] : [script.resume])].flatMap((id) => steps.get(id) ?? []),
    next,
  );
  for (const step of script.steps) {
    if (!reached.has(step)) {
      found.push(
        problem('unreachable', step.id, `No answer leads to ${named(step)}: it is never seen in a call.`),
      );
    }
  }
  const used = new Set(
    script.steps.flatMap(({ answers }) => answers.flatMap(({ to }) => ('exit' in to ? [to.exit] : []))),
  );
  for (const exit of script.exits) {
    if (!used.has(exit.id)) {
      found.push(problem('unused_exit', null, `No answer leads to the exit “${exit.label}”.`));
    }
  }
  for (const circle of circlesOf(script.steps, next)) {
    const first = circle[0] as ScriptStep;
    const some = circle.slice(0, 3).map(named).join(', ');
    const names = circle.length > 3 ? `${some} and ${circle.length - 3} more` : some;
    const way = reachable(circle, next);
    const out = [...way].some((step) => step.answers.some(({ to }) => leadsOut(to)));
    found.push(
      out
        ? problem(
            'loop',
            first.id,
            circle.length === 1
              ? `${names} leads back to itself. That is in order if the call is meant to come round.`
              : `${names} lead round in a circle. That is in order if the call is meant to come round.`,
          )
        : problem(
            'no_way_out',
            first.id,
            `From ${names} no exit can be reached: the call would go round for ever. Add an answer that ends it.`,
          ),
    );
  }
  return found;
}

function reachable(
  from: readonly ScriptStep[],
  next: (step: ScriptStep) => readonly ScriptStep[],
): ReadonlySet<ScriptStep> {
  const seen = new Set(from);
  // A set hands out what is added while it is walked.
  for (const step of seen) for (const one of next(step)) seen.add(one);
  return seen;
}

/** Steps that lead back to themselves, by circle (strongly connected), in the order of the script. */
function circlesOf(
  steps: readonly ScriptStep[],
  next: (step: ScriptStep) => readonly ScriptStep[],
): readonly (readonly ScriptStep[])[] {
  const ways = new Map(steps.map((step) => [step, reachable(next(step), next)]));
  const placed = new Set<ScriptStep>();
  const circles: ScriptStep[][] = [];
  for (const step of steps) {
    if (placed.has(step) || ways.get(step)?.has(step) !== true) continue;
    const circle = steps.filter((one) => ways.get(step)?.has(one) && ways.get(one)?.has(step));
    for (const one of circle) placed.add(one);
    circles.push(circle);
  }
  return circles;
}
