/** For whom a letter is and what it is for: it decides to which accounts it is offered, what the rules are asked, and what it must hold. */
import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { EditedTemplate } from '../../../../shared/contract/templates.ts';
import { officeRoles, type StateCode, stateCodes } from '../../../../shared/domain/law.ts';
import { stateNames } from '../../../../shared/domain/state-names.ts';
import { type LetterNeed, letterNeeds } from '../../../../shared/templates/fields.ts';
import {
  type LetterAbout,
  letterRecipients,
  letterStages,
} from '../../../../shared/templates/letter-about.ts';
import {
  letterNeedWords,
  letterRecipientWords,
  letterStageWords,
} from '../../../../shared/templates/letter-words.ts';
import { officeRoleWords } from '../../../../shared/text/labels.ts';

export type AboutFormProps = {
  readonly template: EditedTemplate;
  readonly editable: boolean;
  onChange(change: Partial<EditedTemplate>): void;
};

const states = stateCodes.map((code) => ({ value: code, label: stateNames[code] }));
const roles = officeRoles.map((role) => ({ value: role, label: officeRoleWords[role] }));
const needs = letterNeeds.map((need) => ({ value: need, label: letterNeedWords[need] }));

export function AboutForm({ template, editable, onChange }: AboutFormProps) {
  const { about } = template;
  const set = (change: Partial<LetterAbout>) => onChange({ about: { ...about, ...change } });
  return (
    <fieldset className="template-about" disabled={!editable}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          maxLength={80}
          error={template.name.trim() === '' ? 'Give the letter a name.' : undefined}
          value={template.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Textarea
          label="What it is for"
          description="Read by whoever chooses a letter for an account."
          maxLength={300}
          autosize
          minRows={2}
          value={template.description}
          onChange={(event) => onChange({ description: event.currentTarget.value.replace(/\n/g, ' ') })}
        />
        <NativeSelect
          label="Listed under"
          data={letterStages.map((stage) => ({ value: stage, label: letterStageWords[stage] }))}
          value={about.stage}
          onChange={(event) =>
            set({ stage: letterStages.find((stage) => stage === event.currentTarget.value) ?? about.stage })
          }
        />
        <NativeSelect
          label="Goes to"
          data={letterRecipients.map((to) => ({ value: to, label: letterRecipientWords[to] }))}
          value={about.to}
          onChange={(event) =>
            set({ to: letterRecipients.find((to) => to === event.currentTarget.value) ?? about.to })
          }
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            The debtor is
          </Text>
          <SegmentedControl
            fullWidth
            aria-label="The debtor is"
            disabled={!editable}
            value={about.debtor}
            onChange={(value) => set({ debtor: value as LetterAbout['debtor'] })}
            data={[
              { value: 'any', label: 'Anybody' },
              { value: 'consumer', label: 'A person' },
              { value: 'business', label: 'A business' },
            ]}
          />
        </div>
        <MultiSelect
          label="Only for accounts with"
          description="Without it the letter is not offered and not made."
          placeholder={about.needs.length === 0 ? 'Any account' : ''}
          searchable
          disabled={!editable}
          data={needs}
          value={[...about.needs]}
          onChange={(value) => set({ needs: value as LetterNeed[] })}
        />
        <MultiSelect
          label="Only in these states"
          placeholder={about.states.length === 0 ? 'Every state' : ''}
          searchable
          disabled={!editable}
          data={states}
          value={[...about.states]}
          onChange={(value) => set({ states: value as StateCode[] })}
        />
        <MultiSelect
          label="Only when your office"
          placeholder={about.roles.length === 0 ? 'Whatever your office is' : ''}
          disabled={!editable}
          data={roles}
          value={[...about.roles]}
          onChange={(value) => set({ roles: value as LetterAbout['roles'] })}
        />
        <NativeSelect
          label="Language"
          data={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Spanish' },
          ]}
          value={about.language}
          onChange={(event) => set({ language: event.currentTarget.value === 'es' ? 'es' : 'en' })}
        />
        <Checkbox
          label="It asks for money"
          description="The rules are asked as for collecting. A letter that only answers or informs is asked about otherwise."
          checked={about.asksForMoney}
          onChange={(event) => set({ asksForMoney: event.currentTarget.checked })}
        />
        <Checkbox
          label="It may go when nothing is owed any more"
          checked={about.whenPaid}
          onChange={(event) => set({ whenPaid: event.currentTarget.checked })}
        />
        <TextInput
          label="To be read first by"
          description="Somebody who has to read the text before it goes out, such as counsel or a speaker of the language. Empty it when that is done."
          maxLength={300}
          value={about.review}
          onChange={(event) => set({ review: event.currentTarget.value })}
        />
      </Stack>
    </fieldset>
  );
}
