/**
 * Every way a call can go through a script: the steps with who is on the line, whether what must be disclosed was, and whether the
 * office was asked for. A call is in one of a few hundred such states, so all of them are visited.
 */
import type { RunParty } from '../run.ts';
import type { Script, ScriptAnswer, ScriptStep } from '../script.ts';
import { isQuestion } from '../tell.ts';

export type State = {
  readonly step: ScriptStep;
  readonly party: RunParty;
  /** The required disclosures were ticked by the right party’s side of the call. */
  readonly disclosed: boolean;
  /** The step was entered by an answer in which the other side asked something. */
  readonly asked: boolean;
  /** The way in: a step and the answer taken there; `null` where a call begins or another script jumps in. */
  readonly from: { readonly step: ScriptStep; readonly answer: ScriptAnswer } | null;
};

/** An answer as it is taken in a state. */
export type Move = {
  readonly state: State;
  readonly answer: ScriptAnswer;
  readonly party: RunParty;
  readonly disclosed: boolean;
};

export type Walk = { readonly states: readonly State[]; readonly moves: readonly Move[] };

/** What must have been said to the right party before the matter (15 U.S.C. 1692e(11)) binds who collects for others. */
export function needsDisclosure(script: Pick<Script, 'audiences'>): boolean {
  return script.audiences.some((audience) => audience === 'third_party' || audience === 'law_office');
}

function discloses(step: ScriptStep): boolean {
  return step.ticks.some(({ kind, required }) => kind === 'disclosure' && required);
}

export function walk(script: Script): Walk {
  // Of two steps with one name a call finds the first.
  const steps = new Map(script.steps.toReversed().map((step) => [step.id, step]));
  const seen = new Map<string, State>();
  const moves: Move[] = [];
  const waiting: State[] = [];
  const enter = (id: string, state: Omit<State, 'step'>) => {
    const step = steps.get(id);
    if (!step) return;
    const key = `${id} ${state.party} ${state.disclosed} ${state.asked}`;
    if (seen.has(key)) return;
    const made = { step, ...state };
    seen.set(key, made);
    waiting.push(made);
  };
  // A call begins with nobody known; another script may jump in with somebody else on the line, or with the right party.
  for (const party of ['unknown', 'third_party'] as const) {
    enter(script.start, { party, disclosed: false, asked: false, from: null });
  }
  enter(script.resume ?? script.start, { party: 'right_party', disclosed: true, asked: false, from: null });
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    const { step } = state;
    for (const answer of step.answers) {
      const party = answer.party ?? state.party;
      const disclosed =
        state.disclosed || (state.party === 'right_party' && party === 'right_party' && discloses(step));
      moves.push({ state, answer, party, disclosed });
      if ('step' in answer.to) {
        enter(answer.to.step, { party, disclosed, asked: isQuestion(answer), from: { step, answer } });
      }
    }
  }
  return { states: [...seen.values()], moves };
}
