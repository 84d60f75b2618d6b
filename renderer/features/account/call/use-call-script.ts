/** The script of the call: which it is, what pressing does, and what stood in the way. The run itself lies in the call’s draft. */
import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import {
  answer,
  entryOf,
  partyOf,
  startRun,
  stepBack,
  switchScript,
  tick,
  wasDisclosed,
} from '../../../../shared/scripts/run.ts';
import type { Script, ScriptSituation } from '../../../../shared/scripts/script.ts';
import { type CallInProgress, changeCurrentCall } from '../../../bridge/current-call.ts';
import type { ScriptByCode } from './call-outcome.ts';

export type ScriptsForCall = OutputOf<'scripts.forCall'>;

export type CallScript = {
  readonly script: Script | null;
  readonly scriptByCode: ScriptByCode;
  /** What the last press met with. */
  readonly fault: Fault | null;
  choose(code: string): void;
  answer(answerId: string): void;
  tick(tickId: string, done: boolean): void;
  back(): void;
};

/** Adds the version of a script to those the run went through. */
function withVersion(call: CallInProgress, offered: ScriptsForCall, code: string): CallInProgress['scripts'] {
  if (call.scripts.some((one) => one.code === code)) return call.scripts;
  const found = offered.scripts.find((one) => one.script.code === code);
  if (!found) return call.scripts;
  return [...call.scripts, { code, origin: found.origin, version: found.version }];
}

/** The call with a script begun, or gone on with for somebody already confirmed. */
export function startedScript(
  call: CallInProgress,
  offered: ScriptsForCall,
  script: Script,
  at: number,
): CallInProgress {
  const scripts = withVersion(call, offered, script.code);
  const begun = { ...call, scripts, withoutScript: false };
  const byCode = (code: string) => offered.scripts.find((one) => one.script.code === code)?.script ?? null;
  if (call.run !== null)
    return { ...begun, run: switchScript(call.run, script, at, wasDisclosed(call.run, byCode)) };
  const run = startRun(script, at);
  if (call.party === 'unknown') return { ...begun, run };
  // Who is there was said by hand before.
  const known = { ...run, party: call.party, confirmedAt: call.confirmedAt };
  const step = entryOf(script, call.party, false);
  return {
    ...begun,
    run: { ...known, step, path: [{ script: script.code, step, at, answer: null }] },
  };
}

export function useCallScript(call: CallInProgress, offered: ScriptsForCall | null): CallScript {
  const [fault, setFault] = useState<Fault | null>(null);
  const byCode = useMemo(
    () => new Map((offered?.scripts ?? []).map(({ script }) => [script.code, script])),
    [offered],
  );
  const scriptByCode = useCallback((code: string) => byCode.get(code) ?? null, [byCode]);
  const script = call.run === null ? null : scriptByCode(call.run.script);

  const choose = useCallback(
    (code: string) => {
      setFault(null);
      const chosen = scriptByCode(code);
      if (chosen === null || offered === null) return;
      changeCurrentCall((now) => startedScript(now, offered, chosen, Date.now()));
    },
    [offered, scriptByCode],
  );

  const give = useCallback(
    (answerId: string) => {
      changeCurrentCall((now) => {
        const current = now.run && scriptByCode(now.run.script);
        if (!now.run || !current || offered === null) return now;
        const forSituation = (situation: ScriptSituation) =>
          offered.scripts.find(
            (one) => one.script.situation === situation && one.script.language === current.language,
          )?.script ??
          offered.scripts.find((one) => one.script.situation === situation)?.script ??
          null;
        const result = answer(current, now.run, answerId, Date.now(), forSituation);
        setFault(result.ok ? null : result.error);
        if (!result.ok) return now;
        return { ...now, run: result.value, scripts: withVersion(now, offered, result.value.script) };
      });
    },
    [offered, scriptByCode],
  );

  const mark = useCallback((tickId: string, done: boolean) => {
    setFault(null);
    changeCurrentCall((now) => (now.run ? { ...now, run: tick(now.run, tickId, done, Date.now()) } : now));
  }, []);

  const back = useCallback(() => {
    setFault(null);
    changeCurrentCall((now) =>
      now.run ? { ...now, run: stepBack(now.run, (path) => partyOf(path, scriptByCode)) } : now,
    );
  }, [scriptByCode]);

  return { script, scriptByCode, fault, choose, answer: give, tick: mark, back };
}
