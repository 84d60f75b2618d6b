/** A new script, or a copy of one under a name of its own. */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type Script,
  type ScriptAudience,
  type ScriptSituation,
  scriptAudiences,
  scriptSituations,
} from '../../../../shared/scripts/script.ts';
import { scriptAudienceWords, scriptSituationWords } from '../../../../shared/scripts/words.ts';
import { freeId, newScript } from '../edit/script-edits.ts';

export type NewScriptDialogProps = {
  /** `null` begins from a short frame. */
  readonly copyOf: Script | null;
  readonly taken: readonly string[];
  onMade(script: Script): void;
  onClose(): void;
};

export function NewScriptDialog({ copyOf, taken, onMade, onClose }: NewScriptDialogProps) {
  const [name, setName] = useState(copyOf === null ? '' : `${copyOf.name} (copy)`);
  const [situation, setSituation] = useState<ScriptSituation>(copyOf?.situation ?? 'first_call');
  const [audiences, setAudiences] = useState<readonly ScriptAudience[]>(copyOf?.audiences ?? ['third_party']);
  const [tried, setTried] = useState(false);
  const make = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || audiences.length === 0) return;
    const code = freeId(`our-${name}`, taken);
    const given = {
      code,
      name: name.trim(),
      situation,
      audiences,
      language: copyOf?.language ?? 'en',
    } as const;
    onMade(copyOf === null ? newScript(given) : { ...copyOf, ...given });
  };
  return (
    <Modal opened centered onClose={onClose} title={copyOf === null ? 'New script' : 'Copy of a script'}>
      <form onSubmit={make} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            maxLength={100}
            autoComplete="off"
            error={tried && name.trim() === '' ? 'Give the script a name.' : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label="For"
            data={scriptSituations.map((one) => ({ value: one, label: scriptSituationWords[one] }))}
            value={situation}
            onChange={(event) => {
              const chosen = scriptSituations.find((one) => one === event.currentTarget.value);
              if (chosen) setSituation(chosen);
            }}
          />
          <Checkbox.Group
            label="Who speaks"
            value={[...audiences]}
            onChange={(values) => setAudiences(scriptAudiences.filter((one) => values.includes(one)))}
            error={tried && audiences.length === 0 ? 'Choose at least one.' : null}
          >
            <Stack gap={6} mt={4}>
              {scriptAudiences.map((one) => (
                <Checkbox key={one} value={one} label={scriptAudienceWords[one]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit">{copyOf === null ? 'Begin' : 'Make the copy'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
