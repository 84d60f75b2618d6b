/** When words stand in a letter: chosen as a sentence, never written. */
import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { fieldLabel, testWords } from '../../../../../shared/templates/document/doc-text.ts';
import type { DocTest } from '../../../../../shared/templates/document/letter-doc.ts';
import {
  type FactCondition,
  type FieldName,
  factConditions,
  letterFields,
} from '../../../../../shared/templates/fields.ts';
import { groupOf } from './field-groups.ts';

export type ConditionDialogProps = {
  /** `null` for a new one. */
  readonly test: DocTest | null;
  onChoose(test: DocTest): void;
  onClose(): void;
};

const facts = factConditions.map(([name, words]) => ({ value: `is:${name}`, label: words }));
const groups = [...new Set(letterFields.map(({ name }) => groupOf(name)))];
const choices = [
  { group: 'What is true of the account', items: facts },
  ...groups.map((group) => ({
    group: `A field is filled in: ${group}`,
    items: letterFields
      .filter(({ name }) => groupOf(name) === group)
      .map(({ name }) => ({ value: `filled:${name}`, label: `“${fieldLabel(name)}” is filled in` })),
  })),
];

function choiceOf(test: DocTest | null): string | null {
  if (test === null) return null;
  return 'is' in test ? `is:${test.is}` : `filled:${test.filled}`;
}

function testOf(value: string, not: boolean): DocTest {
  const name = value.slice(value.indexOf(':') + 1);
  const negated = not ? { not: true } : {};
  return value.startsWith('is:')
    ? { is: name as FactCondition, ...negated }
    : { filled: name as FieldName, ...negated };
}

export function ConditionDialog({ test, onChoose, onClose }: ConditionDialogProps) {
  const [value, setValue] = useState(choiceOf(test));
  const [not, setNot] = useState(test?.not === true);
  const made = value === null ? null : testOf(value, not);
  return (
    <Modal
      opened
      centered
      returnFocus={false}
      size="lg"
      onClose={onClose}
      title="When do these words stand in the letter?"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (made) onChoose(made);
        }}
      >
        <Stack gap="sm">
          <SegmentedControl
            aria-label="Only if it is so, or unless it is so"
            value={not ? 'unless' : 'if'}
            onChange={(next) => setNot(next === 'unless')}
            data={[
              { value: 'if', label: 'Only if' },
              { value: 'unless', label: 'Unless' },
            ]}
          />
          <Select
            label="What is asked"
            placeholder="Type a word, such as business or plan"
            data-autofocus
            searchable
            allowDeselect={false}
            maxDropdownHeight={260}
            nothingFoundMessage="Nothing fits. Try another word."
            data={choices}
            value={value}
            onChange={setValue}
          />
          <Text size="sm" role="status">
            {made === null
              ? 'Choose what is asked.'
              : `The words print ${testWords(made).replace(/^./, (first) => first.toLowerCase())}. In every other letter they are left out, and nothing shows that they were.`}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={made === null}>
              {test === null ? 'Put it in' : 'Change'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
