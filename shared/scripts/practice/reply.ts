/** What an invented person answers at a step: a choice among the answers it offers, weighed by who they are and drawn by a given number. */
import { type RunParty, type ScriptRun, stepOf } from '../run.ts';
import type { Script, ScriptAnswer, ScriptStage, ScriptStep } from '../script.ts';
import { sayings } from './sayings.ts';
import type { Inclination, Scenario } from './scenario.ts';

export type Reply = { readonly answerId: string; readonly words: string };

/** Buttons that are for the collector to decide, or tell of a line and not of a person. */
const notTheirs = new Set([
  'voicemail',
  'no_answer',
  'busy',
  'disconnected',
  'full',
  'other_name',
  'wrong',
  'language',
]);

const usual = 2;
const seldom = 0.3;

/** What nobody says without a reason of their own. */
const rare = new Set([
  'bankruptcy',
  'stop',
  'scam',
  'not_now',
  'upset',
  'danger',
  'theft',
  'service',
  'disaster',
  'benefits',
  'hung_up',
  'not_here',
  'will_not',
  'change',
  'withdrawn',
]);

/** How a call gets under way with somebody who has nothing against it. */
const getsOn = new Set(['speaking', 'yes', 'told', 'match', 'go_on', 'name']);

function fits(inclination: Inclination, step: ScriptStep, answer: ScriptAnswer, script: Script): boolean {
  const { stages, answers, situations, outcomes } = inclination;
  if (stages !== undefined && !stages.includes(step.stage)) return false;
  const { to } = answer;
  if (answers?.includes(answer.id)) return true;
  if ('situation' in to && situations?.includes(to.situation)) return true;
  if ('exit' in to) {
    const exit = script.exits.find(({ id }) => id === to.exit);
    return exit !== undefined && (outcomes?.includes(exit.outcome) ?? false);
  }
  return false;
}

/** Whether the answer says the truth about who is on the line. */
function isTrue(scenario: Scenario, party: RunParty, step: ScriptStep, answer: ScriptAnswer): boolean {
  if (step.stage === 'right_party' || step.stage === 'opening') {
    if (answer.party === 'right_party') return scenario.isPerson;
    if (answer.party === 'third_party') return !scenario.isPerson;
    if (!scenario.isPerson && ['speaking', 'yes', 'match', 'told', 'name'].includes(answer.id)) return false;
  }
  // Nobody else steps in unless the person says so.
  return !(party === 'right_party' && answer.party === 'third_party');
}

const beforeMatter: ReadonlySet<ScriptStage> = new Set(['opening', 'right_party', 'disclosure']);

/** The weight of each answer, in the order of the step; all 0 where nothing is theirs to say. */
export function weigh(
  scenario: Scenario,
  script: Script,
  run: ScriptRun,
  step: ScriptStep,
): readonly number[] {
  const only = step.answers.length === 1;
  return step.answers.map((answer) => {
    if (!isTrue(scenario, run.party, step, answer)) return 0;
    const inclined = scenario.inclinations
      .filter((one) => fits(one, step, answer, script))
      .map(({ weight }) => weight);
    if (inclined.length > 0) return Math.max(...inclined);
    if (only) return usual;
    if (notTheirs.has(answer.id) || rare.has(answer.id)) return 0;
    if (beforeMatter.has(step.stage) && !getsOn.has(answer.id) && scenario.isPerson) {
      return leaves(answer) ? 0 : seldom;
    }
    return leaves(answer) && step.stage !== 'closing' && step.stage !== 'location' ? 0 : usual;
  });
}

/** Out of the call or out of the matter: nobody does so without an inclination to. */
function leaves(answer: ScriptAnswer): boolean {
  return 'exit' in answer.to || 'situation' in answer.to || answer.id === 'else';
}

function wordsOf(scenario: Scenario, script: Script, step: ScriptStep, answer: ScriptAnswer): string {
  const { to } = answer;
  const exit = 'exit' in to ? script.exits.find(({ id }) => id === to.exit) : undefined;
  const keys = [
    `${step.id}.${answer.id}`,
    answer.id,
    ...('situation' in to ? [`to:${to.situation}`] : []),
    ...(exit ? [`ends:${exit.outcome}`] : []),
  ];
  const known = [scenario.says, sayings].flatMap((table) => keys.map((key) => table[key]));
  const said = known.find((words) => words !== undefined) ?? scenario.says['*'] ?? `(${answer.label})`;
  return said.replaceAll('{tells}', scenario.tells);
}

/** `draw` is a number from 0 up to but not including 1. `null` where the step has no answer, or the call is over. */
export function replyOf(scenario: Scenario, script: Script, run: ScriptRun, draw: number): Reply | null {
  const step = run.exit === null ? stepOf(script, run.step) : null;
  if (!step || step.answers.length === 0) return null;
  const weights = weigh(scenario, script, run, step);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = total === 0 ? otherwise(scenario, run, step) : pick(step.answers, weights, draw * total);
  return chosen ? { answerId: chosen.id, words: wordsOf(scenario, script, step, chosen) } : null;
}

/** Nothing here is like them: something harmless and true. */
function otherwise(scenario: Scenario, run: ScriptRun, step: ScriptStep): ScriptAnswer | undefined {
  const possible = step.answers.filter((answer) => isTrue(scenario, run.party, step, answer));
  return (
    possible.find(({ id }) => id === 'writing') ??
    possible.find(({ id }) => !rare.has(id) && !notTheirs.has(id)) ??
    possible.at(-1) ??
    step.answers.at(-1)
  );
}

function pick(
  answers: readonly ScriptAnswer[],
  weights: readonly number[],
  at: number,
): ScriptAnswer | undefined {
  let sum = 0;
  for (const [index, answer] of answers.entries()) {
    sum += weights[index] ?? 0;
    if (at < sum) return answer;
  }
  return answers.findLast((_, index) => (weights[index] ?? 0) > 0);
}

/** What they say when the learner chooses the answer for them. */
export function wordsFor(
  scenario: Scenario,
  script: Script,
  run: ScriptRun,
  answerId: string,
): string | null {
  const step = stepOf(script, run.step);
  const answer = step?.answers.find(({ id }) => id === answerId);
  return step && answer ? wordsOf(scenario, script, step, answer) : null;
}

/** The next number of a sequence that is the same for the same seed (a 32-bit whole number), and the number it draws. */
export function nextDraw(seed: number): { readonly seed: number; readonly draw: number } {
  const next = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return { seed: next, draw: next / 4_294_967_296 };
}
