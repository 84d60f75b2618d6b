/** The steps of a script, in order: arrows move through them, with Alt they move the step. Each shows its stage and what is wrong. */
import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { ScriptProblem } from '../../../../shared/scripts/check.ts';
import { type Script, scriptLimits } from '../../../../shared/scripts/script.ts';
import { scriptStageWords } from '../../../../shared/scripts/words.ts';
import { addStep, copyStep, moveStep, removeStep } from './script-edits.ts';

export type StepListProps = {
  readonly script: Script;
  readonly problems: readonly ScriptProblem[];
  /** `null` is the script as a whole. */
  readonly chosen: string | null;
  onChoose(id: string | null): void;
  onChange(next: Script): void;
};

export function StepList({ script, problems, chosen, onChoose, onChange }: StepListProps) {
  const list = useRef<HTMLDivElement>(null);
  const places: readonly (string | null)[] = [null, ...script.steps.map(({ id }) => id)];
  const focusOn = (id: string | null) => {
    onChoose(id);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-step="${id ?? ''}"]`)?.focus(),
    );
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) {
      if (chosen !== null) onChange(moveStep(script, chosen, by));
      return focusOn(chosen);
    }
    const next = places[places.indexOf(chosen) + by];
    if (next !== undefined) focusOn(next);
  };
  const faultsOf = (id: string | null) => problems.filter((one) => one.step === id);
  const added = ({ script: next, id }: { script: Script; id: string }) => {
    onChange(next);
    onChoose(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-step-title]')?.focus());
  };
  const full = script.steps.length >= scriptLimits.steps;
  return (
    <nav className="scripts-steps" aria-label="Steps">
      <div ref={list} className="scripts-step-list">
        {places.map((id, at) => {
          const step = script.steps.find((one) => one.id === id);
          const wrong = faultsOf(id);
          const faulty = wrong.some(({ severity }) => severity === 'fault');
          return (
            <UnstyledButton
              key={id ?? ''}
              className="scripts-step"
              data-step={id ?? ''}
              data-chosen={id === chosen || undefined}
              aria-current={id === chosen ? 'step' : undefined}
              tabIndex={id === chosen ? 0 : -1}
              onKeyDown={onKey}
              onClick={() => onChoose(id)}
            >
              <span className="scripts-step-number">{step ? at : ''}</span>
              <span className="scripts-step-name">
                {step ? step.title.trim() || 'Step without a title' : 'The script as a whole'}
                {step ? <span className="script-quiet">{scriptStageWords[step.stage]}</span> : null}
              </span>
              {wrong.length === 0 ? null : (
                <IconAlertTriangle
                  size={15}
                  className="scripts-step-mark"
                  data-fault={faulty || undefined}
                  aria-label={faulty ? 'Something to mend' : 'Something to weigh'}
                />
              )}
            </UnstyledButton>
          );
        })}
      </div>
      <div className="scripts-step-tools">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={full}
          onClick={() => added(addStep(script, chosen))}
        >
          Add a step
        </Button>
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon aria-label="More for this step" disabled={chosen === null}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCopy size={14} aria-hidden />}
              disabled={full}
              onClick={() => chosen !== null && added(copyStep(script, chosen))}
            >
              Copy the step
            </Menu.Item>
            <Menu.Item onClick={() => chosen !== null && onChange(moveStep(script, chosen, -1))}>
              Move up (Alt+Up)
            </Menu.Item>
            <Menu.Item onClick={() => chosen !== null && onChange(moveStep(script, chosen, 1))}>
              Move down (Alt+Down)
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={14} aria-hidden />}
              disabled={script.steps.length < 2}
              onClick={() => {
                if (chosen === null) return;
                const at = places.indexOf(chosen);
                onChange(removeStep(script, chosen));
                focusOn(places[at - 1] ?? null);
              }}
            >
              Remove the step
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </nav>
  );
}
