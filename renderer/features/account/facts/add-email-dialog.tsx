/** An e-mail address learned on the way, with where it was learned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { optionalWords, requiredLine } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';

const schema = z.strictObject({
  address: requiredLine(254, 'Type the e-mail address, for example ana@example.com.'),
  source: optionalWords(200),
});

export type AddEmailDialogProps = { readonly debtorId: number; onClose(): void };

export function AddEmailDialog({ debtorId, onClose }: AddEmailDialogProps) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { address: '', source: '' } });
  const add = useOnce('debtors.addEmail');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (email) => {
    const result = await add.run({ debtorId, ...email });
    if (!result.ok) return;
    onClose();
    showDone('E-mail address added.');
  });
  return (
    <Dialog onClose={onClose} title="Add an e-mail address">
      <form onSubmit={submit} onChange={add.forget} noValidate>
        <Stack gap="sm">
          <TextInput
            label="E-mail address"
            withAsterisk
            data-autofocus
            inputMode="email"
            autoComplete="off"
            error={errors.address?.message}
            {...form.register('address')}
          />
          <TextInput
            label="Where it was learned"
            placeholder="Debtor on the phone, application form, client"
            autoComplete="off"
            error={errors.source?.message}
            {...form.register('source')}
          />
          <FaultAlert fault={add.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <SubmitButton pending={add.pending}>Add address</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
