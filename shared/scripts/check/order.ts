/** The order the law wants, of every way through a script: right party, disclosure, matter; and nothing of it before or beside. */

import { stepOf } from '../run.ts';
import type { Script, ScriptAudience, ScriptStage } from '../script.ts';
import { scriptSituationWords } from '../words.ts';
import type { ScriptFinder } from './graph.ts';
import { type ProblemCode, problem, type ScriptProblem } from './problem.ts';
import { type Move, needsDisclosure, type State, walk } from './walk.ts';

export type OrderFindings = {
  readonly problems: readonly ScriptProblem[];
  /** Steps a call can stand at with somebody on the line who is not confirmed. */
  readonly unconfirmed: ReadonlySet<string>;
  /** Of those, the ones entered without having been asked anything. */
  readonly unasked: ReadonlySet<string>;
};

const open = (stage: ScriptStage): boolean => stage === 'matter' || stage === 'disclosure';

/** How a state came about, for a sentence. */
function way({ from }: State): string {
  return from === null ? 'at the beginning' : `from “${from.step.title}” by “${from.answer.label}”`;
}

export function checkOrder(script: Script, scriptFor: ScriptFinder | undefined): OrderFindings {
  const { states, moves } = walk(script);
  const found = new Map<string, ScriptProblem>();
  const add = (code: ProblemCode, step: string, text: string, more = '') => {
    const key = `${code} ${step} ${more}`;
    if (!found.has(key)) found.set(key, problem(code, step, text));
  };
  const strict = needsDisclosure(script);
  for (const state of states) {
    const { step, party, disclosed, from } = state;
    if (open(step.stage) && party !== 'right_party') {
      if (from?.answer.party === 'third_party') {
        add(
          'third_party_matter',
          from.step.id,
          `“${from.step.title}”: “${from.answer.label}” means somebody else is on the line, and leads to “${step.title}”, which tells of the debt. Lead it to a location step or an exit.`,
          from.answer.id,
        );
      } else {
        add(
          'matter_unconfirmed',
          step.id,
          `“${step.title}” tells of the debt and can be reached ${way(state)} before it is confirmed who is there. Put a right-party answer before it.`,
        );
      }
    }
    if (strict && step.stage === 'matter' && party === 'right_party' && !disclosed) {
      add(
        'not_disclosed',
        step.id,
        `“${step.title}” can be reached ${way(state)} without the required disclosure. Put a step with a required disclosure tick before it.`,
      );
    }
  }
  for (const move of moves) checkMove(script, move, strict, scriptFor, add);
  const resume = script.resume === null ? null : stepOf(script, script.resume);
  if (resume && (resume.stage === 'location' || resume.stage === 'voicemail')) {
    add(
      'resume_stage',
      resume.id,
      `Other scripts jump in at “${resume.title}” with the right party on the line; a location or voicemail step is not for them. Choose another.`,
    );
  }
  return {
    problems: [...found.values()],
    unconfirmed: new Set(states.filter(({ party }) => party !== 'right_party').map(({ step }) => step.id)),
    unasked: new Set(
      states.filter(({ party, asked }) => party !== 'right_party' && !asked).map(({ step }) => step.id),
    ),
  };
}

type Add = (code: ProblemCode, step: string, text: string, more?: string) => void;

/** Outcomes that say the debtor was spoken with. */
const ofRightParty = new Set<string>(['right_party', 'promise_to_pay', 'payment_taken']);

function checkMove(
  script: Script,
  { state, answer, party, disclosed }: Move,
  strict: boolean,
  scriptFor: ScriptFinder | undefined,
  add: Add,
): void {
  const { step } = state;
  const { to } = answer;
  if ('exit' in to && party !== 'right_party') {
    const exit = script.exits.find(({ id }) => id === to.exit);
    if (exit && ofRightParty.has(exit.outcome)) {
      add(
        'exit_unconfirmed',
        step.id,
        `“${step.title}”: “${answer.label}” ends the call as “${exit.label}” although it may not be confirmed who was there.`,
        answer.id,
      );
    }
  }
  if ('situation' in to && strict && party === 'right_party' && !disclosed) {
    const jumpsPast = script.audiences.some((audience) =>
      jumpsPastDisclosure(to.situation, audience, scriptFor),
    );
    if (jumpsPast) {
      add(
        'jump_undisclosed',
        step.id,
        `“${step.title}”: “${answer.label}” goes on with ${scriptSituationWords[to.situation]} before the required disclosure. Put a step with a required disclosure tick before it.`,
        answer.id,
      );
    }
  }
}

/** Whether the jump lands behind where the other script would disclose by itself. Unknown counts as behind. */
function jumpsPastDisclosure(
  situation: Parameters<ScriptFinder>[0],
  audience: ScriptAudience,
  scriptFor: ScriptFinder | undefined,
): boolean {
  const next = scriptFor?.(situation, audience) ?? null;
  if (next === null) return scriptFor === undefined;
  if (next.resume === null) return false;
  return next.steps.find(({ id }) => id === next.resume)?.stage !== 'disclosure';
}
