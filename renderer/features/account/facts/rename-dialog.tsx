/** A debtor's name changes; the old one is kept and still found. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { debtorKinds } from '../../../../shared/domain/debtor.ts';
import { debtorKindWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { requiredLine } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';

const schema = z.strictObject({ name: requiredLine(200, 'Type the name.'), kind: z.enum(debtorKinds) });

export type RenameDialogProps = { readonly debtor: DebtorFacts; onClose(): void };

export function RenameDialog({ debtor, onClose }: RenameDialogProps) {
  const { debtorId, name: nameBefore, kind: kindBefore } = debtor;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: nameBefore, kind: kindBefore },
  });
  const rename = useOnce('debtors.rename');
  const submit = form.handleSubmit(async ({ name, kind }) => {
    const result = await rename.run({ debtorId, name, kind });
    if (!result.ok) return;
    onClose();
    showDone('Name changed.', {
      undo: () =>
        void act('debtors.rename', { debtorId, name: nameBefore, kind: kindBefore }).then((undone) => {
          if (!undone.ok) showFault(undone.error);
        }),
    });
  });
  return (
    <Dialog onClose={onClose} title="Change the name">
      <form onSubmit={submit} onChange={rename.forget} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Name"
            withAsterisk
            data-autofocus
            autoComplete="off"
            description="People as First Last or Last, First"
            error={form.formState.errors.name?.message}
            {...form.register('name')}
          />
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => (
              <SegmentedControl
                aria-label="Kind of debtor"
                value={field.value}
                onChange={field.onChange}
                data={debtorKinds.map((kind) => ({ value: kind, label: debtorKindWords[kind] }))}
              />
            )}
          />
          <Text size="xs" c="dimmed">
            “{nameBefore}” is kept as a former name and still found by search. It changes on all accounts of
            this debtor.
          </Text>
          <FaultAlert fault={rename.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <SubmitButton pending={rename.pending}>Change name</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
