/** A letter of one's own: from nothing, or from one there is. Of a shipped one it can stand in for that wherever it is named. */
import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TemplateListRow } from '../../../../shared/contract/templates.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { letterStages } from '../../../../shared/templates/letter-about.ts';
import { letterStageWords } from '../../../../shared/templates/letter-words.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';

export type NewLetterDialogProps = {
  readonly rows: readonly TemplateListRow[];
  /** What it is made from, when that is decided already. */
  readonly from: TemplateListRow | null;
  onMade(code: string): void;
  onClose(): void;
};

const nothing = 'nothing';

export function NewLetterDialog({ rows, from, onMade, onClose }: NewLetterDialogProps) {
  const [source, setSource] = useState(from ? String(from.templateId) : nothing);
  const [name, setName] = useState(from?.name ?? '');
  const [replace, setReplace] = useState(from?.origin === 'shipped');
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const chosen = rows.find(({ templateId }) => String(templateId) === source) ?? null;
  const canReplace = chosen?.origin === 'shipped' && chosen.replacedBy === null;
  const make = async () => {
    if (pending || name.trim() === '') return;
    setPending(true);
    const made = await act('templates.create', {
      from: chosen?.templateId ?? null,
      name,
      replace: canReplace && replace,
    });
    setPending(false);
    if (made.ok) onMade(made.value.code);
    else setFault(made.error);
  };
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={from ? `Your own of “${from.name}”` : 'New letter'}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <FaultAlert fault={fault ?? undefined} />
          {from ? null : (
            <Select
              label="Begin with"
              searchable
              allowDeselect={false}
              data={[
                { value: nothing, label: 'An empty letter' },
                ...letterStages.map((stage) => ({
                  group: letterStageWords[stage],
                  items: rows
                    .filter(({ about, editable }) => about.stage === stage && editable)
                    .map((row) => ({
                      value: String(row.templateId),
                      label: row.origin === 'office' ? `${row.name} (yours)` : row.name,
                    })),
                })),
              ]}
              value={source}
              onChange={(value) => {
                setSource(value ?? nothing);
                const row = rows.find(({ templateId }) => String(templateId) === value);
                if (row && name === '') setName(row.name);
              }}
            />
          )}
          <TextInput
            label="Name"
            data-autofocus
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {canReplace ? (
            <Checkbox
              label={`It stands in for “${chosen.name}”`}
              description="Strategies and lists that name that letter send yours, once you put it in use. Nothing else has to be changed."
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />
          ) : null}
          {chosen?.replacedBy ? (
            <Text size="sm">Your letter “{chosen.replacedBy.name}” stands in for this one already.</Text>
          ) : null}
          <Text size="sm" c="dimmed">
            It begins as a draft. Nobody can send it before you put it in use.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={name.trim() === ''}>
              Make it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
