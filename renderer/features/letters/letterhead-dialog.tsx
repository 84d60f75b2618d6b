/** What stands at the head of the office's letters, and how a debtor pays or reaches it. */
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Letterhead } from '../../../shared/contract/letters.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';

export type LetterheadDialogProps = { readonly opened: boolean; onClose(): void };

export function LetterheadDialog({ opened, onClose }: LetterheadDialogProps) {
  const current = useCall('letters.letterhead', {}, { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Letterhead" size="lg">
      <FaultAlert fault={current.error?.fault} />
      {opened && current.data ? (
        <LetterheadForm
          officeName={current.data.officeName}
          head={current.data.letterhead}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
}

type LetterheadFormProps = {
  readonly officeName: string;
  readonly head: Letterhead;
  onClose(): void;
};

function LetterheadForm({ officeName, head, onClose }: LetterheadFormProps) {
  const [fields, setFields] = useState(head);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = useCommand('letters.setLetterhead');
  useEffect(() => setFields(head), [head]);

  const field = (name: keyof Letterhead, label: string, most: number) => (
    <TextInput
      label={label}
      value={fields[name]}
      maxLength={most}
      onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
    />
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    save.mutate(fields, {
      onSuccess: () => {
        showDone('The letterhead was saved. Letters made from now on carry it.');
        onClose();
      },
      onError: (error) => setFault(error.fault),
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm">
          Printed on every letter under the name of the office, <strong>{officeName}</strong>. Leave empty
          what you do not want printed.
        </Text>
        {field('line1', 'Street or PO box', 60)}
        {field('line2', 'Suite, floor', 60)}
        <Group gap="xs" grow>
          {field('city', 'City', 60)}
          {field('region', 'State', 40)}
          {field('postalCode', 'ZIP', 20)}
        </Group>
        <Group gap="xs" grow>
          {field('phone', 'Telephone', 40)}
          {field('hours', 'Hours for calls', 80)}
        </Group>
        {field('email', 'E-mail', 80)}
        <Textarea
          label="How to pay"
          description="In your own words. When it is empty, letters ask for a payment to the address above."
          value={fields.howToPay}
          maxLength={1000}
          autosize
          minRows={3}
          maxRows={8}
          onChange={(event) => setFields({ ...fields, howToPay: event.currentTarget.value })}
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
