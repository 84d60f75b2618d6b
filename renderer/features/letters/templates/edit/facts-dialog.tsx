/** The lines of figures of a letter: what each says and which field stands at its right. */
import { ActionIcon, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldLabel } from '../../../../../shared/templates/document/doc-text.ts';
import type { FactsBlock } from '../../../../../shared/templates/document/letter-doc.ts';
import { docLimits } from '../../../../../shared/templates/document/read-doc.ts';
import { type FieldName, letterFields } from '../../../../../shared/templates/fields.ts';
import { groupOf } from './field-groups.ts';

type Row = FactsBlock['attrs']['rows'][number];
type Edited = { readonly id: number; readonly row: Row };

export type FactsDialogProps = {
  /** Empty for new lines. */
  readonly rows: readonly Row[];
  onChoose(rows: readonly Row[]): void;
  onClose(): void;
};

const groups = [...new Set(letterFields.map(({ name }) => groupOf(name)))];
const fields = groups.map((group) => ({
  group,
  items: letterFields
    .filter(({ name }) => groupOf(name) === group)
    .map(({ name, label }) => ({ value: name, label })),
}));

export function FactsDialog({ rows, onChoose, onClose }: FactsDialogProps) {
  const begin: readonly Row[] =
    rows.length > 0 ? rows : [{ label: 'Amount due', name: 'amount_due', strong: true }];
  const [edited, setEdited] = useState<readonly Edited[]>(() => begin.map((row, id) => ({ id, row })));
  const change = (id: number, next: Partial<Row>) =>
    setEdited(edited.map((one) => (one.id === id ? { id, row: { ...one.row, ...next } } : one)));
  const move = (at: number, by: number) => {
    const next = [...edited];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    setEdited(next);
  };
  return (
    <Modal opened centered returnFocus={false} size="xl" onClose={onClose} title="Lines of figures">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(edited.map(({ row }) => ({ ...row, label: row.label.trim() || fieldLabel(row.name) })));
        }}
      >
        <Stack gap="xs">
          {edited.map(({ id, row }, at) => (
            <Group key={id} gap="xs" wrap="nowrap" align="center">
              <TextInput
                aria-label={`Words of line ${at + 1}`}
                flex={1}
                maxLength={docLimits.label}
                {...(at === 0 ? { 'data-autofocus': true } : {})}
                value={row.label}
                onChange={(event) => change(id, { label: event.currentTarget.value })}
              />
              <Select
                aria-label={`Field of line ${at + 1}`}
                flex={1}
                searchable
                allowDeselect={false}
                data={fields}
                value={row.name}
                onChange={(value) => value !== null && change(id, { name: value as FieldName })}
              />
              <Checkbox
                label="Only if filled in"
                checked={row.ifFilled === true}
                onChange={(event) => change(id, { ifFilled: event.currentTarget.checked })}
              />
              <Checkbox
                label="Bold"
                checked={row.strong === true}
                onChange={(event) => change(id, { strong: event.currentTarget.checked })}
              />
              <ActionIcon
                aria-label={`Line ${at + 1} further up`}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={`Line ${at + 1} further down`}
                disabled={at === edited.length - 1}
                onClick={() => move(at, 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={`Take line ${at + 1} out`}
                disabled={edited.length === 1}
                onClick={() => setEdited(edited.filter((one) => one.id !== id))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              disabled={edited.length >= docLimits.rows}
              onClick={() =>
                setEdited([
                  ...edited,
                  {
                    id: Math.max(0, ...edited.map((one) => one.id)) + 1,
                    row: { label: 'Creditor', name: 'account.creditor' },
                  },
                ])
              }
            >
              Add a line
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">{rows.length === 0 ? 'Put them in' : 'Change'}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
