/**
 * Every way through a script. What may follow depends only on the script, the step and who is on the line, so that walking each such
 * place once, through the real run, walks every path there is, round a loop too.
 */
import {
  answer,
  mayShowDebt,
  missingTicks,
  type RunParty,
  type ScriptRun,
  startRun,
  stepOf,
  tick,
} from '../../shared/scripts/run.ts';
import type {
  Script,
  ScriptAudience,
  ScriptExit,
  ScriptLanguage,
  ScriptSituation,
  ScriptStep,
} from '../../shared/scripts/script.ts';

export type Place = {
  readonly script: Script;
  readonly step: ScriptStep;
  readonly party: RunParty;
  readonly mayShowDebt: boolean;
  /** Somebody else has been on the line at some point on the way. */
  readonly strangerHeard: boolean;
  /** Disclosures ticked since the person was confirmed. */
  readonly disclosed: boolean;
  readonly next: readonly string[];
  readonly exits: readonly ScriptExit[];
};

export type Walk = {
  readonly places: ReadonlyMap<string, Place>;
  /** Answers the run refused, with its code. */
  readonly refused: readonly string[];
};

export function library(scripts: readonly Script[], audience: ScriptAudience, language: ScriptLanguage) {
  return (situation: ScriptSituation): Script | null =>
    scripts.find(
      (one) => one.situation === situation && one.language === language && one.audiences.includes(audience),
    ) ?? null;
}

type Cursor = { readonly run: ScriptRun; readonly stranger: boolean; readonly disclosed: boolean };

export function walk(
  start: Script,
  scriptFor: (situation: ScriptSituation) => Script | null,
  scripts: readonly Script[],
): Walk {
  const byCode = new Map(scripts.map((one) => [one.code, one]));
  const places = new Map<string, Place>();
  const refused: string[] = [];
  const keyOf = ({ run, stranger, disclosed }: Cursor) =>
    `${run.script}/${run.step}/${run.party}/${stranger}/${disclosed}`;
  const waiting: Cursor[] = [{ run: startRun(start, 0), stranger: false, disclosed: false }];
  while (waiting.length > 0) {
    const cursor = waiting.pop() as Cursor;
    const key = keyOf(cursor);
    if (places.has(key)) continue;
    const script = byCode.get(cursor.run.script);
    const step = script && stepOf(script, cursor.run.step);
    if (!script || !step) throw new Error(`no step ${cursor.run.step} in ${cursor.run.script}`);
    let ready = cursor.run;
    for (const { id } of missingTicks(script, ready)) ready = tick(ready, id, true, 1);
    const disclosed =
      mayShowDebt(cursor.run) && (cursor.disclosed || (step.stage === 'disclosure' && step.ticks.length > 0));
    const next: string[] = [];
    const exits: ScriptExit[] = [];
    for (const { id } of step.answers) {
      const result = answer(script, ready, id, 2, scriptFor);
      if (!result.ok) {
        refused.push(`${script.code}/${step.id}/${id}: ${result.error.code}`);
        continue;
      }
      const { exit } = result.value;
      if (exit !== null) {
        const found = script.exits.find((one) => one.id === exit.id);
        if (found) exits.push(found);
        continue;
      }
      const after: Cursor = {
        // What matters of the way so far is kept beside it; the path itself would only grow.
        run: { ...result.value, path: result.value.path.slice(-1), ticks: [] },
        stranger: cursor.stranger || result.value.party === 'third_party',
        disclosed: disclosed && mayShowDebt(result.value),
      };
      next.push(keyOf(after));
      waiting.push(after);
    }
    places.set(key, {
      script,
      step,
      party: cursor.run.party,
      mayShowDebt: mayShowDebt(cursor.run),
      strangerHeard: cursor.stranger,
      disclosed,
      next,
      exits,
    });
  }
  return { places, refused };
}

/** Places from which no way leads out. */
export function trapped({ places }: Walk): readonly string[] {
  const free = new Set([...places].filter(([, { exits }]) => exits.length > 0).map(([key]) => key));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [key, { next }] of places) {
      if (!free.has(key) && next.some((one) => free.has(one))) {
        free.add(key);
        grew = true;
      }
    }
  }
  return [...places.keys()].filter((key) => !free.has(key));
}
