/**
 * A call as it follows a script: where it stands, what was answered and ticked and when. Pure: instants come in. The order the
 * law wants is kept here whatever the script says: the debt is open only between a confirmed right party and somebody else
 * coming on the line, and an answer waits for the ticks its step requires.
 */
import type { ContactOutcome } from '../domain/contact.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { Script, ScriptAnswer, ScriptSituation, ScriptStep } from './script.ts';

export type RunParty = 'unknown' | 'right_party' | 'third_party';

/** One step that was entered; `answer` once it was left. */
export type RunVisit = {
  readonly script: string;
  readonly step: string;
  readonly at: number;
  readonly answer: string | null;
};
export type RunTick = {
  readonly script: string;
  readonly step: string;
  readonly tick: string;
  readonly at: number;
};

/** Plain data: kept as a draft during the call and in the book after it. */
export type ScriptRun = {
  /** The script the call is in now; jumps change it. */
  readonly script: string;
  readonly step: string;
  readonly party: RunParty;
  readonly confirmedAt: number | null;
  readonly startedAt: number;
  readonly path: readonly RunVisit[];
  readonly ticks: readonly RunTick[];
  /** Set once an exit was reached. */
  readonly exit: { readonly id: string; readonly outcome: ContactOutcome; readonly at: number } | null;
};

export function startRun(script: Script, at: number): ScriptRun {
  return {
    script: script.code,
    step: script.start,
    party: 'unknown',
    confirmedAt: null,
    startedAt: at,
    path: [{ script: script.code, step: script.start, at, answer: null }],
    ticks: [],
    exit: null,
  };
}

/** Whether the debt may be spoken of, and shown, at this point of the call. */
export function mayShowDebt(run: Pick<ScriptRun, 'party'>): boolean {
  return run.party === 'right_party';
}

export function stepOf(script: Script, id: string): ScriptStep | null {
  return script.steps.find((step) => step.id === id) ?? null;
}

/** Required ticks of the step the call stands at that are still open. */
export function missingTicks(script: Script, run: ScriptRun): ScriptStep['ticks'] {
  const step = stepOf(script, run.step);
  const done = new Set(
    run.ticks.filter((tick) => tick.script === run.script && tick.step === run.step).map(({ tick }) => tick),
  );
  return (step?.ticks ?? []).filter((tick) => tick.required && !done.has(tick.id));
}

/** Ticks or unticks; the instant is that of the last press. */
export function tick(run: ScriptRun, id: string, done: boolean, at: number): ScriptRun {
  const others = run.ticks.filter(
    (one) => !(one.script === run.script && one.step === run.step && one.tick === id),
  );
  return {
    ...run,
    ticks: done ? [...others, { script: run.script, step: run.step, tick: id, at }] : others,
  };
}

function partyAfter(run: ScriptRun, answer: ScriptAnswer): RunParty {
  return answer.party ?? run.party;
}

/**
 * Takes an answer. `scriptFor` finds the script of a situation for a jump. Faults: `script.ticks_missing` (`texts`),
 * `script.no_such_answer`, `script.no_script` (`situation`), `script.order` where the answer would open the matter to somebody
 * not confirmed.
 */
export function answer(
  script: Script,
  run: ScriptRun,
  answerId: string,
  at: number,
  scriptFor: (situation: ScriptSituation) => Script | null,
): Result<ScriptRun> {
  const step = stepOf(script, run.step);
  const chosen = step?.answers.find(({ id }) => id === answerId);
  if (!step || !chosen || run.exit !== null) return fail('script.no_such_answer');
  const missing = missingTicks(script, run);
  const party = partyAfter(run, chosen);
  // Whoever turns out to be somebody else, or hangs up, need not hear the rest of a disclosure.
  const leaves = 'exit' in chosen.to || party === 'third_party';
  if (missing.length > 0 && !leaves) {
    return fail('script.ticks_missing', { texts: missing.map(({ text }) => text).join('; ') });
  }
  const confirmedAt = party === 'right_party' ? (run.party === 'right_party' ? run.confirmedAt : at) : null;
  const path = [...run.path.slice(0, -1), { ...(run.path.at(-1) as RunVisit), answer: answerId }];
  const { to } = chosen;
  if ('exit' in to) {
    const exit = script.exits.find(({ id }) => id === to.exit);
    if (!exit) return fail('script.no_such_answer');
    return ok({ ...run, party, confirmedAt, path, exit: { id: exit.id, outcome: exit.outcome, at } });
  }
  const next = 'step' in to ? script : scriptFor(to.situation);
  if (!next) return fail('script.no_script', { situation: 'situation' in to ? to.situation : '' });
  const nextId = 'step' in to ? to.step : party === 'right_party' ? (next.resume ?? next.start) : next.start;
  const entered = stepOf(next, nextId);
  if (!entered) return fail('script.no_such_answer');
  const matter = entered.stage === 'matter' || entered.stage === 'disclosure';
  if (matter && party !== 'right_party') return fail('script.order');
  return ok({
    ...run,
    script: next.code,
    step: nextId,
    party,
    confirmedAt,
    path: [...path, { script: next.code, step: nextId, at, answer: null }],
  });
}

/** Back to the step before, as when the wrong button was pressed; what was ticked stays. */
export function stepBack(run: ScriptRun, partyAt: (path: readonly RunVisit[]) => RunParty): ScriptRun {
  if (run.exit !== null) {
    const last = run.path.at(-1) as RunVisit;
    const path = [...run.path.slice(0, -1), { ...last, answer: null }];
    const party = partyAt(path);
    return { ...run, exit: null, path, party, confirmedAt: party === 'right_party' ? run.confirmedAt : null };
  }
  const before = run.path.at(-2);
  if (!before) return run;
  const path = [...run.path.slice(0, -2), { ...before, answer: null }];
  const party = partyAt(path);
  return {
    ...run,
    script: before.script,
    step: before.step,
    party,
    confirmedAt: party === 'right_party' ? run.confirmedAt : null,
    path,
  };
}

/** With whom a path leaves the call, from what its answers proved; the stricter of the two never comes back by itself. */
export function partyOf(path: readonly RunVisit[], scriptByCode: (code: string) => Script | null): RunParty {
  let party: RunParty = 'unknown';
  for (const visit of path) {
    if (visit.answer === null) continue;
    const script = scriptByCode(visit.script);
    const chosen = script && stepOf(script, visit.step)?.answers.find(({ id }) => id === visit.answer);
    party = chosen?.party ?? party;
  }
  return party;
}

/**
 * When the right party was confirmed, by the answers of a path: the first such answer, whoever came on the line later. `null`
 * when nobody was.
 */
export function confirmedIn(
  run: Pick<ScriptRun, 'path' | 'exit'>,
  scriptByCode: (code: string) => Script | null,
): number | null {
  for (const [index, visit] of run.path.entries()) {
    if (visit.answer === null) continue;
    const script = scriptByCode(visit.script);
    const chosen = script && stepOf(script, visit.step)?.answers.find(({ id }) => id === visit.answer);
    // An answer is given when the step it leads to is entered, or the exit reached.
    if (chosen?.party === 'right_party') return run.path[index + 1]?.at ?? run.exit?.at ?? visit.at;
  }
  return null;
}

/** A step was gone through that asks somebody else where the person is: it has something to be ticked first (1006.10(c)). */
export function askedForLocation(
  run: Pick<ScriptRun, 'path'>,
  scriptByCode: (code: string) => Script | null,
): boolean {
  return run.path.some(({ script: code, step, answer: given }) => {
    const script = scriptByCode(code);
    const entered = script && stepOf(script, step);
    return given !== null && entered?.stage === 'location' && entered.ticks.some(({ required }) => required);
  });
}

/** A disclosure was gone through: its ticks were set when it was left. */
export function wasDisclosed(
  run: Pick<ScriptRun, 'path'>,
  scriptByCode: (code: string) => Script | null,
): boolean {
  return run.path.some(({ script: code, step, answer: given }) => {
    const script = scriptByCode(code);
    return given !== null && script !== null && stepOf(script, step)?.stage === 'disclosure';
  });
}

/**
 * Where a script is entered from outside: at its start by somebody not confirmed; at its place by the right party, or at its
 * disclosure, where what must be said first has not been said in this call.
 */
export function entryOf(script: Script, party: RunParty, disclosed: boolean): string {
  if (party !== 'right_party') return script.start;
  const place = script.resume ?? script.start;
  if (disclosed) return place;
  return script.steps.find(({ stage }) => stage === 'disclosure')?.id ?? place;
}

/** Goes on by another script, as when the wrong one was taken. */
export function switchScript(run: ScriptRun, next: Script, at: number, disclosed = true): ScriptRun {
  const step = entryOf(next, run.party, disclosed);
  return {
    ...run,
    script: next.code,
    step,
    exit: null,
    path: [...run.path, { script: next.code, step, at, answer: null }],
  };
}
