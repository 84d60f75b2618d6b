/** A script as an outline to read: each step once where it is first reached, its answers under it, later ways only named. */
import type { Script, ScriptAnswer, ScriptStep } from '../../../../shared/scripts/script.ts';
import { scriptSituationWords } from '../../../../shared/scripts/words.ts';

export type OutlineRow = {
  readonly key: string;
  readonly depth: number;
  readonly step: ScriptStep;
  readonly answers: readonly {
    readonly answer: ScriptAnswer;
    readonly leads: string;
    /** The step stands elsewhere in the outline. */
    readonly to: string | null;
  }[];
};

/** Deeper than this, an outline is no easier to read. */
const deepest = 6;

export function outlineOf(script: Script): readonly OutlineRow[] {
  const steps = new Map(script.steps.toReversed().map((step) => [step.id, step]));
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const titleOf = (id: string) => steps.get(id)?.title ?? 'a step that is gone';
  const leads = ({ to }: ScriptAnswer): string => {
    if ('step' in to) return titleOf(to.step);
    if ('situation' in to) return `script: ${scriptSituationWords[to.situation]}`;
    return `ends: ${script.exits.find(({ id }) => id === to.exit)?.label ?? 'an exit that is gone'}`;
  };
  const visit = (id: string, depth: number) => {
    const step = steps.get(id);
    if (!step || seen.has(id)) return;
    seen.add(id);
    rows.push({
      key: id,
      depth: Math.min(depth, deepest),
      step,
      answers: step.answers.map((answer) => ({
        answer,
        leads: leads(answer),
        to: 'step' in answer.to && steps.has(answer.to.step) ? answer.to.step : null,
      })),
    });
    for (const { to } of step.answers) if ('step' in to) visit(to.step, depth + 1);
  };
  visit(script.start, 0);
  if (script.resume !== null) visit(script.resume, 0);
  for (const { id } of script.steps) visit(id, 0);
  return rows;
}
