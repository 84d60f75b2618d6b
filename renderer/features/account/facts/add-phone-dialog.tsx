/** A number learned on the way, with where it was learned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { phoneKinds } from '../../../../shared/domain/debtor.ts';
import { phoneKindWords } from '../../../../shared/text/labels.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { optionalWords, requiredLine } from '../forms/schemas.ts';
import { useOnce } from '../forms/use-once.ts';

const schema = z.strictObject({
  kind: z.enum(phoneKinds),
  number: requiredLine(60, 'Type the number with its area code, for example (512) 555-0144 x12.'),
  source: optionalWords(200),
});

export type AddPhoneDialogProps = { readonly debtorId: number; onClose(): void };

export function AddPhoneDialog({ debtorId, onClose }: AddPhoneDialogProps) {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { kind: 'mobile', number: '', source: '' },
  });
  const add = useOnce('debtors.addPhone');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (phone) => {
    const result = await add.run({ debtorId, ...phone });
    if (!result.ok) return;
    onClose();
    showDone('Phone added.');
  });
  return (
    <Modal opened onClose={onClose} title="Add a phone" centered>
      <form onSubmit={submit} onChange={add.forget} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Number"
            withAsterisk
            data-autofocus
            inputMode="tel"
            autoComplete="off"
            error={errors.number?.message}
            {...form.register('number')}
          />
          <NativeSelect
            label="Kind"
            data={phoneKinds.map((kind) => ({ value: kind, label: phoneKindWords[kind] }))}
            {...form.register('kind')}
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
            <Button type="submit" loading={add.pending}>
              Add phone
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
