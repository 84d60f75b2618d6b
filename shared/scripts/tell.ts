/**
 * What may be told at a point of a call. The debt waits for the right party. The office's own name waits too where a collector
 * speaks for others: to whoever answers, the name of an agency or a law office can say as much as the debt, and a third
 * party hears it only on asking (12 CFR 1006.10(b)(1)). Whoever called the office, or asked who is calling, may hear it.
 */
import type { MayTell } from './render.ts';
import { mayShowDebt, type ScriptRun, stepOf } from './run.ts';
import type { Script, ScriptAnswer } from './script.ts';

/** The office's name may be said to somebody not confirmed without being asked for it. */
export function namesOfficeFreely(script: Pick<Script, 'audiences' | 'situation'>): boolean {
  return (
    script.situation === 'inbound_call' ||
    !script.audiences.some((audience) => audience === 'third_party' || audience === 'law_office')
  );
}

/** An answer by which the other side asks something: who is calling, for whom. */
export function isQuestion(answer: Pick<ScriptAnswer, 'label'>): boolean {
  return /\?|\bask(?:s|ed)?\b|\bwants? to know\b|\bpregunta/i.test(answer.label);
}

/** On a voicemail and in a location call the debt stays out, whoever was on the line before. */
export function mayTell(script: Script, run: ScriptRun): MayTell {
  const stage = stepOf(script, run.step)?.stage;
  // The limited-content message names the business; whether its name may stand there is for that message to say.
  if (stage === 'voicemail') return { debt: false, office: true };
  if (mayShowDebt(run)) return { debt: stage !== 'location', office: true };
  return { debt: false, office: namesOfficeFreely(script) || wasAsked(script, run) };
}

function wasAsked(script: Script, run: ScriptRun): boolean {
  const before = run.path.at(-2);
  if (before?.script !== script.code) return false;
  const chosen = stepOf(script, before.step)?.answers.find(({ id }) => id === before.answer);
  return chosen !== undefined && isQuestion(chosen);
}
