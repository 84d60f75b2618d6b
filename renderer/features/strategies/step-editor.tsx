/** One step in its fields: what, when, on which conditions. */
import { Checkbox, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import {
  type Otherwise,
  otherwises,
  type StepKind,
  type StrategyStep,
  stepKinds,
} from '../../../shared/domain/strategy.ts';
import { otherwiseWords, stepKindWords } from '../../../shared/text/strategy-words.ts';
import { SumInput } from './sum-input.tsx';
import { CountInput } from './whom-editor.tsx';

export type StepEditorProps = {
  readonly step: StrategyStep;
  readonly letters: readonly { readonly code: string; readonly name: string }[];
  onChange(step: StrategyStep): void;
};

const textLabels: Readonly<Record<StepKind, string>> = {
  letter: '',
  call: 'What to say or ask',
  email: 'Text of the e-mail',
  review: 'What to look at',
  wait: '',
  hold: 'Reason of the hold',
  hand_over: 'What is to be ready',
};

export function StepEditor({ step, letters, onChange }: StepEditorProps) {
  const set = (change: Partial<StrategyStep>) => onChange({ ...step, ...change });
  const { conditions } = step;
  const asks = (change: Partial<StrategyStep['conditions']>) =>
    set({ conditions: { ...conditions, ...change } });
  const conditional =
    conditions.balanceOverCents !== null ||
    conditions.noPaymentDays !== null ||
    conditions.notReached ||
    conditions.callable ||
    conditions.noticeSent;
  const changeKind = (kind: StepKind) =>
    set({
      kind,
      templateCode: kind === 'letter' ? step.templateCode || (letters[0]?.code ?? '') : '',
      holdDays: kind === 'hold' ? Math.max(1, step.holdDays) : 0,
      wait: kind === 'wait' ? Math.max(1, step.wait) : step.wait,
    });
  return (
    <Stack gap="xs" className="strategy-step-fields">
      <Group gap="xs" align="end">
        <NativeSelect
          label="Step"
          data-first
          w={130}
          value={step.kind}
          onChange={(event) => {
            const kind = stepKinds.find((one) => one === event.currentTarget.value);
            if (kind) changeKind(kind);
          }}
          data={stepKinds.map((kind) => ({ value: kind, label: stepKindWords[kind] }))}
        />
        <NumberInput
          label="After"
          w={80}
          min={0}
          max={365}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={step.wait}
          onChange={(typed) => set({ wait: typed === '' ? 0 : Number(typed) })}
        />
        <NativeSelect
          aria-label="Days of which kind"
          w={150}
          value={step.unit}
          onChange={(event) =>
            set({ unit: event.currentTarget.value === 'business_days' ? 'business_days' : 'days' })
          }
          data={[
            { value: 'days', label: 'days' },
            { value: 'business_days', label: 'business days' },
          ]}
        />
        {step.kind === 'letter' ? (
          <NativeSelect
            label="Letter"
            w={200}
            value={step.templateCode}
            onChange={(event) => set({ templateCode: event.currentTarget.value })}
            data={[
              ...(letters.some(({ code }) => code === step.templateCode)
                ? []
                : [
                    {
                      value: step.templateCode,
                      label: step.templateCode === '' ? 'Choose a letter' : 'No longer in use',
                    },
                  ]),
              ...letters.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        ) : null}
        {step.kind === 'hold' ? (
          <NumberInput
            label="For (days)"
            w={90}
            min={1}
            max={365}
            clampBehavior="strict"
            allowDecimal={false}
            value={step.holdDays}
            onChange={(typed) => set({ holdDays: typed === '' ? 0 : Number(typed) })}
          />
        ) : null}
      </Group>
      {textLabels[step.kind] === '' ? null : step.kind === 'email' ? (
        <Textarea
          label={textLabels.email}
          description="You copy it into your mail program. Say in it how to opt out of e-mail."
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={step.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label={textLabels[step.kind]}
          maxLength={300}
          autoComplete="off"
          value={step.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
      <fieldset className="strategy-conditions">
        <legend>Only if</legend>
        <Group gap="md" align="end">
          <SumInput
            label="more is owed than"
            cents={conditions.balanceOverCents}
            onChange={(balanceOverCents) => asks({ balanceOverCents })}
          />
          <CountInput
            label="no payment in (days)"
            value={conditions.noPaymentDays}
            onChange={(days) => asks({ noPaymentDays: days === null ? null : Math.min(days, 3650) })}
          />
          <NativeSelect
            label="Else"
            w={190}
            disabled={!conditional}
            value={step.otherwise}
            onChange={(event) => {
              const otherwise = otherwises.find((one: Otherwise) => one === event.currentTarget.value);
              if (otherwise) set({ otherwise });
            }}
            data={otherwises.map((otherwise) => ({ value: otherwise, label: otherwiseWords[otherwise] }))}
          />
        </Group>
        <Group gap="md" mt={8}>
          <Checkbox
            label="the debtor was not spoken with"
            checked={conditions.notReached}
            onChange={(event) => asks({ notReached: event.currentTarget.checked })}
          />
          <Checkbox
            label="the validation notice was sent"
            checked={conditions.noticeSent}
            onChange={(event) => asks({ noticeSent: event.currentTarget.checked })}
          />
          {step.kind === 'letter' || step.kind === 'email' ? null : (
            <Checkbox
              label="a call is allowed that day"
              checked={conditions.callable}
              onChange={(event) => asks({ callable: event.currentTarget.checked })}
            />
          )}
        </Group>
      </fieldset>
    </Stack>
  );
}
