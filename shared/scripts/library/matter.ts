/** Puts a script for one situation together for every kind of office: the opening, its own matter, agreement, and what may come up. */
import type { Script, ScriptAudience, ScriptSituation, ScriptStep } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { agreeSteps } from './agree.ts';
import { script } from './build.ts';
import { openingStart, openingSteps } from './opening.ts';
import { turnSteps } from './turn.ts';

export type Matter = {
  /** The first step after the opening, when a call is made for this. */
  readonly first: string;
  /** Where another script comes in. */
  readonly resume: string;
  readonly steps: readonly ScriptStep[];
};

const suffix: Record<ScriptAudience, string> = {
  third_party: '',
  medical: ', own office',
  law_office: ', law office',
  commercial: ', business',
};

/** Steps of agreement nothing leads to are left out. */
function reached(steps: readonly ScriptStep[], from: readonly string[]): readonly ScriptStep[] {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { to } of steps.find((one) => one.id === id)?.answers ?? []) {
      if ('step' in to) waiting.push(to.step);
    }
  }
  return steps.filter(({ id }) => seen.has(id));
}

export function matterScripts(
  situation: ScriptSituation,
  name: string,
  matterOf: (audience: ScriptAudience) => Matter,
): readonly Script[] {
  return scriptAudiences.map((audience) => {
    const { first, resume, steps } = matterOf(audience);
    const all = [
      ...openingSteps(audience, first),
      ...steps,
      ...agreeSteps(audience, situation),
      ...turnSteps(audience, situation, resume),
    ];
    return script({
      situation,
      name: `${name}${suffix[audience]}`,
      audiences: [audience],
      start: openingStart,
      resume,
      steps: reached(all, [openingStart, resume]),
    });
  });
}
