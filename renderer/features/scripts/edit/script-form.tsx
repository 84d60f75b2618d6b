/** What a script is for, where it begins, and how a call by it may end. */
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { contactOutcomes } from '../../../../shared/domain/contact.ts';
import {
  type Script,
  type ScriptExit,
  scriptAudiences,
  scriptLanguages,
  scriptSituations,
} from '../../../../shared/scripts/script.ts';
import {
  scriptAudienceWords,
  scriptLanguageWords,
  scriptSituationWords,
} from '../../../../shared/scripts/words.ts';
import { contactOutcomeWords } from '../../../../shared/text/labels.ts';
import { addExit } from './script-edits.ts';

export type ScriptFormProps = {
  readonly script: Script;
  onChange(next: Script, field?: string | null): void;
};

export function ScriptForm({ script, onChange }: ScriptFormProps) {
  const change = (part: Partial<Script>, field: string | null = null) =>
    onChange({ ...script, ...part }, field);
  const steps = script.steps.map(({ id, title }) => ({
    value: id,
    label: title.trim() === '' ? 'Step without a title' : title,
  }));
  return (
    <div className="scripts-step-form">
      <TextInput
        label="Name"
        data-step-title
        value={script.name}
        maxLength={120}
        autoComplete="off"
        error={script.name.trim() === '' ? 'Give the script a name.' : null}
        onChange={(event) => change({ name: event.currentTarget.value }, 'name')}
      />
      <div className="scripts-pair">
        <NativeSelect
          label="For"
          data={scriptSituations.map((one) => ({ value: one, label: scriptSituationWords[one] }))}
          value={script.situation}
          onChange={(event) => {
            const situation = scriptSituations.find((one) => one === event.currentTarget.value);
            if (situation) change({ situation });
          }}
        />
        <NativeSelect
          label="Language"
          data={scriptLanguages.map((one) => ({ value: one, label: scriptLanguageWords[one] }))}
          value={script.language}
          onChange={(event) => {
            const language = scriptLanguages.find((one) => one === event.currentTarget.value);
            if (language) change({ language });
          }}
        />
      </div>
      <Checkbox.Group
        label="Who speaks"
        description="Collectors for others and law offices owe a disclosure before the matter."
        value={[...script.audiences]}
        onChange={(values) => {
          const audiences = scriptAudiences.filter((one) => values.includes(one));
          if (audiences.length > 0) change({ audiences });
        }}
      >
        <div className="scripts-checks">
          {scriptAudiences.map((one) => (
            <Checkbox key={one} value={one} label={scriptAudienceWords[one]} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="scripts-pair">
        <NativeSelect
          label="A call begins at"
          data={
            steps.some(({ value }) => value === script.start)
              ? steps
              : [{ value: script.start, label: 'A step that is gone' }, ...steps]
          }
          value={script.start}
          onChange={(event) => change({ start: event.currentTarget.value })}
        />
        <NativeSelect
          label="Other scripts jump in at"
          description="With the right party confirmed"
          inputWrapperOrder={['label', 'input', 'description']}
          data={[
            { value: '', label: 'The beginning' },
            ...(script.resume === null || steps.some(({ value }) => value === script.resume)
              ? []
              : [{ value: script.resume, label: 'A step that is gone' }]),
            ...steps,
          ]}
          value={script.resume ?? ''}
          onChange={(event) =>
            change({ resume: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </div>
      <TextInput
        label="To be looked at before use by"
        placeholder="Nobody"
        description="Shown above the script in a call, as “A speaker of Spanish”. Empty it when that was done."
        inputWrapperOrder={['label', 'input', 'description']}
        value={script.review}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => change({ review: event.currentTarget.value }, 'review')}
      />
      <Exits script={script} onChange={onChange} />
    </div>
  );
}

function Exits({ script, onChange }: ScriptFormProps) {
  return (
    <section aria-label="Exits" className="scripts-rows">
      <div className="scripts-label-row">
        <h3>How a call may end</h3>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={script.exits.length >= 30}
          onClick={() => onChange(addExit(script))}
        >
          Add an exit
        </Button>
      </div>
      {script.exits.map((exit, at) => {
        const change = (part: Partial<ScriptExit>, field: string | null = null) =>
          onChange({ ...script, exits: script.exits.with(at, { ...exit, ...part }) }, field);
        return (
          <div key={exit.id} className="scripts-row scripts-exit-row">
            <TextInput
              aria-label={`Exit ${at + 1}: name`}
              placeholder="Name"
              value={exit.label}
              maxLength={160}
              onChange={(event) => change({ label: event.currentTarget.value }, `exit.${exit.id}`)}
            />
            <NativeSelect
              aria-label={`Exit ${at + 1}: recorded as`}
              data={contactOutcomes.map((one) => ({ value: one, label: contactOutcomeWords[one] }))}
              value={exit.outcome}
              onChange={(event) => {
                const outcome = contactOutcomes.find((one) => one === event.currentTarget.value);
                if (outcome) change({ outcome });
              }}
            />
            <ActionIcon
              aria-label={`Remove exit ${at + 1}`}
              onClick={() => onChange({ ...script, exits: script.exits.toSpliced(at, 1) })}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
    </section>
  );
}
