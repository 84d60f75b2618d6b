/**
 * A strategy as sentences that open into fields. What is typed is kept as a draft until it is saved or thrown away; what does not make
 * sense yet is said while one types.
 */
import { ActionIcon, Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { strategyBody } from '../../../shared/contract/strategies.ts';
import {
  chosenStops,
  lawStops,
  mostSteps,
  noConditions,
  type StrategyBody,
  type StrategyStep,
} from '../../../shared/domain/strategy.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { chosenStopWords, lawStopWords, stepSentence } from '../../../shared/text/strategy-words.ts';
import { act } from '../../bridge/calls.ts';
import { parseStored, useDraft } from '../../bridge/drafts.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { showDone } from '../../components/toasts.tsx';
import { StepEditor } from './step-editor.tsx';
import { TurnOnDialog } from './turn-on-dialog.tsx';
import { WhomEditor } from './whom-editor.tsx';

export type Edited = {
  /** `null`: it is new. */
  readonly strategyId: number | null;
  readonly name: string;
  readonly body: StrategyBody;
  readonly state: 'draft' | 'on' | 'off';
  /** Accounts in it. */
  readonly active: number;
};

export type StrategyEditorProps = { readonly edited: Edited; onClose(): void };

const drafted = z.strictObject({ name: z.string().max(200), body: strategyBody });

const newStep: StrategyStep = {
  kind: 'call',
  wait: 7,
  unit: 'days',
  conditions: noConditions,
  otherwise: 'skip',
  templateCode: '',
  holdDays: 0,
  text: '',
};

export function StrategyEditor({ edited, onClose }: StrategyEditorProps) {
  const { strategyId, state, active } = edited;
  const draft = useDraft(`strategy:${strategyId ?? 'new'}`);
  const letters = useCall('strategies.letters', {});
  const [open, setOpen] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [saving, setSaving] = useState(false);
  const [turningOn, setTurningOn] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A new one begins with what was chosen just now; an older draft of a new one is taken up again only without a choice.
  const begunWith = useRef(strategyId === null && edited.body.steps.length > 0 ? edited : null);
  const kept = begunWith.current === null ? parseStored(draft.text, drafted) : null;
  const { name, body } = kept ?? edited;
  const check = useCall('strategies.check', { body }, { keepPrevious: true });
  const problems = check.data?.problems ?? [];
  const letterName = (code: string) =>
    letters.data?.letters.find((letter) => letter.code === code)?.name ?? (code === '' ? 'not chosen' : code);

  const change = (next: { readonly name?: string; readonly body?: StrategyBody }) => {
    begunWith.current = null;
    draft.setText(JSON.stringify({ name, body, ...next }));
  };
  const setBody = (part: Partial<StrategyBody>) => change({ body: { ...body, ...part } });
  const setSteps = (steps: readonly StrategyStep[]) => setBody({ steps });

  // The fields of a step that was opened are where one goes on.
  useEffect(() => {
    if (open !== null)
      list.current?.querySelector<HTMLElement>(`[data-step="${open}"] [data-first]`)?.focus();
  }, [open]);

  const move = (from: number, to: number) => {
    const steps = [...body.steps];
    const [moved] = steps.splice(from, 1);
    if (!moved || to < 0 || to > steps.length) return;
    steps.splice(to, 0, moved);
    setSteps(steps);
    setOpen(open === from ? to : null);
  };
  const addStep = (at: number, step: StrategyStep) => {
    setSteps([...body.steps.slice(0, at), step, ...body.steps.slice(at)]);
    setOpen(at);
  };

  const save = async (): Promise<number | null> => {
    setSaving(true);
    setFault(null);
    const answer = await act('strategies.save', { strategyId, name, body });
    setSaving(false);
    if (!answer.ok) {
      setFault(answer.error);
      return null;
    }
    draft.clear();
    return answer.value.strategyId;
  };
  const saveAndClose = async () => {
    if ((await save()) === null) return;
    showDone(active > 0 ? 'Saved. Accounts in it stay on their version until you move them.' : 'Saved.');
    onClose();
  };
  const giveUp = () => {
    draft.clear();
    onClose();
  };

  if (!draft.ready) return null;
  return (
    <div className="screen">
      <PageHeader title={strategyId === null ? 'New strategy' : 'Change the strategy'}>
        <Button variant="default" onClick={giveUp}>
          {kept === null ? 'Back' : 'Give up the changes'}
        </Button>
        {state === 'on' ? null : (
          <Button
            variant="default"
            disabled={saving}
            onClick={async () => {
              const savedId = await save();
              if (savedId !== null) setTurningOn(savedId);
            }}
          >
            Save and preview…
          </Button>
        )}
        <Button loading={saving} onClick={() => void saveAndClose()}>
          Save
        </Button>
      </PageHeader>
      <FaultAlert fault={fault} />
      <div className="strategy-edit">
        <section aria-label="Whom it is for" className="strategy-side">
          <Stack gap="xs">
            <TextInput
              label="Name"
              withAsterisk
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label="What it is for"
              maxLength={300}
              autoComplete="off"
              value={body.about}
              onChange={(event) => setBody({ about: event.currentTarget.value })}
            />
            <h2 className="strategy-heading">Which accounts enter</h2>
            <WhomEditor value={body.forWhom} onChange={(forWhom) => setBody({ forWhom })} />
          </Stack>
        </section>
        <section aria-label="Steps" className="strategy-main">
          <h2 className="strategy-heading">Steps</h2>
          <ol className="strategy-steps" ref={list}>
            {body.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <li key={index} data-step={index} data-open={open === index}>
                <div className="strategy-step">
                  <button
                    type="button"
                    className="strategy-sentence"
                    aria-expanded={open === index}
                    onClick={() => setOpen(open === index ? null : index)}
                    onKeyDown={(event) => {
                      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                      event.preventDefault();
                      event.stopPropagation();
                      move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
                    }}
                  >
                    {stepSentence(step, letterName)}
                  </button>
                  <Group gap={2} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Step ${index + 1} earlier`}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    >
                      <IconArrowUp size={15} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Step ${index + 1} later`}
                      disabled={index === body.steps.length - 1}
                      onClick={() => move(index, index + 1)}
                    >
                      <IconArrowDown size={15} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Copy step ${index + 1}`}
                      disabled={body.steps.length >= mostSteps}
                      onClick={() => addStep(index + 1, step)}
                    >
                      <IconCopy size={15} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Remove step ${index + 1}`}
                      onClick={() => {
                        const before = body.steps;
                        setSteps(body.steps.filter((_, at) => at !== index));
                        setOpen(null);
                        showDone('The step was removed.', { undo: () => setSteps(before) });
                      }}
                    >
                      <IconTrash size={15} />
                    </ActionIcon>
                  </Group>
                </div>
                {open === index ? (
                  <StepEditor
                    step={step}
                    letters={letters.data?.letters ?? []}
                    onChange={(next) => setSteps(body.steps.map((one, at) => (at === index ? next : one)))}
                  />
                ) : null}
                {problems
                  .filter((problem) => problem.step === index)
                  .map(({ text, kind }) => (
                    <Problem key={text} text={text} kind={kind} />
                  ))}
              </li>
            ))}
          </ol>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={body.steps.length >= mostSteps}
            onClick={() =>
              addStep(body.steps.length, body.steps.length === 0 ? { ...newStep, wait: 0 } : newStep)
            }
          >
            Add a step
          </Button>
          <h2 className="strategy-heading">What ends it for an account</h2>
          <Checkbox.Group
            aria-label="What ends it for an account"
            value={[...body.stops]}
            onChange={(stops) => setBody({ stops: chosenStops.filter((stop) => stops.includes(stop)) })}
          >
            <div className="strategy-stops">
              {chosenStops.map((stop) => (
                <Checkbox key={stop} value={stop} label={chosenStopWords[stop]} />
              ))}
            </div>
          </Checkbox.Group>
          <Text size="xs" c="dimmed" mt={6}>
            Always: {lawStops.map((stop) => lawStopWords[stop].toLowerCase()).join('; ')}.
          </Text>
          <div role="status">
            {problems
              .filter(({ step }) => step === null)
              .map(({ text, kind }) => (
                <Problem key={text} text={text} kind={kind} />
              ))}
          </div>
        </section>
      </div>
      {turningOn === null ? null : (
        <TurnOnDialog
          strategy={{ strategyId: turningOn, name, body, active }}
          onClose={onClose}
          onNarrow={onClose}
        />
      )}
    </div>
  );
}

function Problem({ text, kind }: { readonly text: string; readonly kind: 'error' | 'caution' }) {
  return (
    <Alert
      p={6}
      mt={6}
      color={kind === 'error' ? 'red' : 'yellow'}
      icon={<IconAlertTriangle size={16} aria-hidden />}
    >
      <Text size="sm">
        {kind === 'error' ? '' : 'To consider: '}
        {text}
      </Text>
    </Alert>
  );
}
