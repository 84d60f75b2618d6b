/** One step of a script: its title and stage, what to say, what never to say, prompts, ticks, answers and the cards that fit. */
import {
  ActionIcon,
  Button,
  Checkbox,
  MultiSelect,
  NativeSelect,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import type { CardListRow } from '../../../../shared/contract/scripts.ts';
import {
  type Script,
  type ScriptStep,
  scriptLimits,
  scriptStages,
} from '../../../../shared/scripts/script.ts';
import { scriptStageWords } from '../../../../shared/scripts/words.ts';
import { AnswerRows } from './answer-rows.tsx';
import { FieldMenu } from './field-menu.tsx';
import { addTick, changeStep } from './script-edits.ts';
import { SentencesField } from './sentences-field.tsx';

export type StepFormProps = {
  readonly script: Script;
  readonly step: ScriptStep;
  readonly cards: readonly CardListRow[];
  onChange(next: Script, field?: string | null): void;
};

const stageHelp: Readonly<Record<ScriptStep['stage'], string>> = {
  opening: 'Nobody is confirmed yet: not a word of the debt.',
  right_party: 'Finds out who is there: not a word of the debt.',
  disclosure: 'With the right party: what must be said before the matter.',
  matter: 'With the right party only.',
  location: 'With somebody else: where the person can be found, and nothing more.',
  voicemail: 'A machine: the message of the office, word for word.',
  closing: 'Takes leave. Reached by anybody, it tells nothing of the debt.',
};

const tickKinds = [
  { value: 'disclosure', label: 'Disclosure' },
  { value: 'identity', label: 'Identity' },
  { value: 'check', label: 'Check' },
] as const;

export function StepForm({ script, step, cards, onChange }: StepFormProps) {
  const say = useRef<HTMLTextAreaElement>(null);
  const change = (part: Partial<ScriptStep>, field: string | null = null) =>
    onChange(changeStep(script, step.id, part), field === null ? null : `${step.id}.${field}`);
  const insert = (text: string) => {
    const field = say.current;
    const from = field?.selectionStart ?? step.say.length;
    const to = field?.selectionEnd ?? from;
    change({ say: `${step.say.slice(0, from)}${text}${step.say.slice(to)}`.slice(0, scriptLimits.text) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const fitting = cards.filter(
    (card) =>
      card.language === script.language && card.audiences.some((one) => script.audiences.includes(one)),
  );
  return (
    <div className="scripts-step-form">
      <div className="scripts-pair">
        <TextInput
          label="Title"
          data-step-title
          value={step.title}
          maxLength={120}
          autoComplete="off"
          error={step.title.trim() === '' ? 'Give the step a title.' : null}
          onChange={(event) => change({ title: event.currentTarget.value }, 'title')}
        />
        <NativeSelect
          label="Stage"
          data={scriptStages.map((stage) => ({ value: stage, label: scriptStageWords[stage] }))}
          value={step.stage}
          onChange={(event) => {
            const stage = scriptStages.find((one) => one === event.currentTarget.value);
            if (stage) change({ stage });
          }}
        />
      </div>
      <Text size="xs" c="dimmed">
        {stageHelp[step.stage]}
      </Text>
      <div>
        <div className="scripts-label-row">
          <Text component="label" htmlFor="script-say" size="xs" fw={500}>
            What to say
          </Text>
          <FieldMenu onInsert={insert} />
        </div>
        <Textarea
          ref={say}
          id="script-say"
          autosize
          minRows={4}
          maxRows={16}
          maxLength={scriptLimits.text}
          description="An empty line begins a new paragraph."
          inputWrapperOrder={['input', 'description', 'error']}
          value={step.say}
          onChange={(event) => change({ say: event.currentTarget.value }, 'say')}
        />
      </div>
      <AnswerRows script={script} step={step} onChange={onChange} />
      <section aria-label="Ticks" className="scripts-rows">
        <div className="scripts-label-row">
          <h3>Ticks</h3>
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={step.ticks.length >= scriptLimits.ticks}
            onClick={() => onChange(addTick(script, step))}
          >
            Add a tick
          </Button>
        </div>
        {step.ticks.map((tick, at) => {
          const changeTick = (part: Partial<typeof tick>, field: string | null = null) =>
            change({ ticks: step.ticks.with(at, { ...tick, ...part }) }, field);
          return (
            <div key={tick.id} className="scripts-row">
              <TextInput
                aria-label={`Tick ${at + 1}: what is ticked`}
                placeholder="What is ticked"
                value={tick.text}
                maxLength={500}
                onChange={(event) => changeTick({ text: event.currentTarget.value }, `tick.${tick.id}`)}
              />
              <NativeSelect
                aria-label={`Tick ${at + 1}: kind`}
                data={[...tickKinds]}
                value={tick.kind}
                onChange={(event) => {
                  const kind = tickKinds.find(({ value }) => value === event.currentTarget.value)?.value;
                  if (kind) changeTick({ kind });
                }}
              />
              <Checkbox
                label="Required"
                checked={tick.required}
                onChange={(event) => changeTick({ required: event.currentTarget.checked })}
              />
              <ActionIcon
                aria-label={`Remove tick ${at + 1}`}
                onClick={() => change({ ticks: step.ticks.toSpliced(at, 1) })}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </div>
          );
        })}
      </section>
      <div className="scripts-pair">
        <SentencesField
          key={`never ${step.id}`}
          label="Never say"
          description="One sentence on a line"
          sentences={step.never}
          onChange={(never) => change({ never }, 'never')}
        />
        <SentencesField
          key={`prompts ${step.id}`}
          label="For the collector"
          description="How to listen, what to note; one on a line"
          sentences={step.prompts}
          onChange={(prompts) => change({ prompts }, 'prompts')}
        />
      </div>
      <MultiSelect
        label="Objection cards that fit"
        placeholder={step.cards.length === 0 ? 'None' : ''}
        data={[
          ...fitting.map(({ code, name }) => ({ value: code, label: name })),
          ...step.cards
            .filter((code) => !fitting.some((card) => card.code === code))
            .map((code) => ({ value: code, label: `${code} (no such card here)` })),
        ]}
        searchable
        clearable
        maxValues={scriptLimits.cards}
        value={[...step.cards]}
        onChange={(codes) => change({ cards: codes })}
      />
    </div>
  );
}
