/** The answers of a step: what stands on the button, where it leads, and what it says of who is there. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import {
  type Script,
  type ScriptAnswer,
  type ScriptStep,
  type ScriptTarget,
  scriptLimits,
  scriptSituations,
} from '../../../../shared/scripts/script.ts';
import { scriptSituationWords } from '../../../../shared/scripts/words.ts';
import { addAnswer, changeStep, moveIn } from './script-edits.ts';

export type AnswerRowsProps = {
  readonly script: Script;
  readonly step: ScriptStep;
  onChange(next: Script, field?: string | null): void;
};

function keyOf(to: ScriptTarget): string {
  if ('step' in to) return `step ${to.step}`;
  if ('exit' in to) return `exit ${to.exit}`;
  return `situation ${to.situation}`;
}

function targetOf(value: string): ScriptTarget | null {
  const [kind = '', id = ''] = value.split(' ');
  if (kind === 'step') return { step: id };
  if (kind === 'exit') return { exit: id };
  const situation = scriptSituations.find((one) => one === id);
  return situation ? { situation } : null;
}

function targets(script: Script, to: ScriptTarget) {
  const steps = script.steps.map(({ id, title }) => ({
    value: `step ${id}`,
    label: title.trim() === '' ? 'Step without a title' : title,
  }));
  const exits = script.exits.map(({ id, label }) => ({
    value: `exit ${id}`,
    label: label.trim() === '' ? 'Exit without a name' : label,
  }));
  const current = keyOf(to);
  const known = [...steps, ...exits].some(({ value }) => value === current) || 'situation' in to;
  return [
    ...(known ? [] : [{ value: current, label: 'Something that is gone' }]),
    { group: 'Step', items: steps },
    { group: 'Ends the call', items: exits },
    {
      group: 'Another script',
      items: scriptSituations.map((one) => ({ value: `situation ${one}`, label: scriptSituationWords[one] })),
    },
  ];
}

const parties = [
  { value: '', label: 'Says nothing of who it is' },
  { value: 'right_party', label: 'It is the right party' },
  { value: 'third_party', label: 'It is somebody else' },
] as const;

export function AnswerRows({ script, step, onChange }: AnswerRowsProps) {
  const set = (answers: readonly ScriptAnswer[], field: string | null = null) =>
    onChange(changeStep(script, step.id, { answers }), field === null ? null : `${step.id}.${field}`);
  return (
    <section aria-label="Answers" className="scripts-rows">
      <div className="scripts-label-row">
        <h3>Answers</h3>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={step.answers.length >= scriptLimits.answers}
          onClick={() => onChange(addAnswer(script, step))}
        >
          Add an answer
        </Button>
      </div>
      {step.answers.map((answer, at) => {
        const change = (part: Partial<ScriptAnswer>, field: string | null = null) =>
          set(step.answers.with(at, { ...answer, ...part }), field);
        return (
          <div key={answer.id} className="scripts-row scripts-answer-row">
            <TextInput
              aria-label={`Answer ${at + 1}: what they say`}
              placeholder="What they say"
              value={answer.label}
              maxLength={160}
              onChange={(event) => change({ label: event.currentTarget.value }, `answer.${answer.id}`)}
            />
            <NativeSelect
              aria-label={`Answer ${at + 1}: leads to`}
              data={targets(script, answer.to)}
              value={keyOf(answer.to)}
              onChange={(event) => {
                const to = targetOf(event.currentTarget.value);
                if (to) change({ to });
              }}
            />
            <NativeSelect
              aria-label={`Answer ${at + 1}: who it is`}
              data={[...parties]}
              value={answer.party ?? ''}
              onChange={(event) => {
                const party = parties.find(({ value }) => value === event.currentTarget.value)?.value;
                change({ party: party === undefined || party === '' ? null : party });
              }}
            />
            <span className="scripts-row-buttons">
              <ActionIcon
                aria-label={`Move answer ${at + 1} up`}
                disabled={at === 0}
                onClick={() => set(moveIn(step.answers, at, -1))}
              >
                <IconArrowUp size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={`Move answer ${at + 1} down`}
                disabled={at === step.answers.length - 1}
                onClick={() => set(moveIn(step.answers, at, 1))}
              >
                <IconArrowDown size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={`Remove answer ${at + 1}`}
                onClick={() => set(step.answers.toSpliced(at, 1))}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </span>
          </div>
        );
      })}
    </section>
  );
}
