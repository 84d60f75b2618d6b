/** What has to be said or done at a step, ticked with its time. A required one holds the answers back until then. */
import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import type { ScriptRun } from '../../../shared/scripts/run.ts';
import type { ScriptStep } from '../../../shared/scripts/script.ts';
import { KeyHint } from '../key-hint.tsx';
import { InstantText } from '../moments.tsx';

export type TickListProps = {
  readonly run: ScriptRun;
  readonly step: ScriptStep;
  readonly language: string;
  onTick(tickId: string, done: boolean): void;
};

/** When a tick of the step the call stands at was set; `null` while it is open. */
export function tickedAt(run: ScriptRun, step: ScriptStep, tickId: string): number | null {
  const found = run.ticks.find(
    (one) => one.script === run.script && one.step === step.id && one.tick === tickId,
  );
  return found?.at ?? null;
}

export function TickList({ run, step, language, onTick }: TickListProps) {
  const titleId = useId();
  if (step.ticks.length === 0) return null;
  const next = step.ticks.find(({ id }) => tickedAt(run, step, id) === null)?.id;
  return (
    <section className="script-ticks" aria-labelledby={titleId}>
      <h3 id={titleId}>Tick as you go</h3>
      <ul>
        {step.ticks.map((tick) => {
          const at = tickedAt(run, step, tick.id);
          return (
            <li
              key={tick.id}
              className="script-tick"
              data-kind={tick.kind}
              data-open={(at === null && tick.required) || undefined}
            >
              <Checkbox
                size="sm"
                checked={at !== null}
                onChange={(event) => onTick(tick.id, event.currentTarget.checked)}
                label={<span lang={language}>{tick.text}</span>}
                required={tick.required}
                withErrorStyles={false}
              />
              <span className="script-tick-at">
                {at === null ? (
                  <>
                    {tick.required ? 'required' : 'if it fits'}
                    {tick.id === next ? <KeyHint keys="0" /> : null}
                  </>
                ) : (
                  <InstantText at={at} timeOnly />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
