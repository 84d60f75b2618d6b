/** A number learned on the way, with where it was learned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DebtorFacts, PhoneFacts } from '../../../../shared/contract/accounts.ts';
import { phoneKinds } from '../../../../shared/domain/debtor.ts';
import { phoneKindWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { optionalWords, requiredLine } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';

const schema = z.strictObject({
  kind: z.enum(phoneKinds),
  number: requiredLine(60, 'Type the number with its area code, for example (512) 555-0144 x12.'),
  source: optionalWords(200),
});

export type AddPhoneDialogProps = { readonly debtor: DebtorFacts; onClose(): void };

export function AddPhoneDialog({ debtor, onClose }: AddPhoneDialogProps) {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { kind: 'mobile', number: '', source: '' },
  });
  const add = useOnce('debtors.addPhone');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (phone) => {
    const result = await add.run({ debtorId: debtor.debtorId, ...phone });
    if (!result.ok) return;
    onClose();
    showDone(addedWords(debtor.phones.find(({ phoneId }) => phoneId === result.value.phoneId)));
  });
  return (
    <Dialog onClose={onClose} title="Add a phone">
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
            <SubmitButton pending={add.pending}>Add phone</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** `before` is the number as it was, when the debtor already had it. */
function addedWords(before: PhoneFacts | undefined): string {
  if (before === undefined) return 'Phone added.';
  if (before.status === 'do_not_call') {
    return `${before.display} is already here and stays marked “do not call”. Only its menu can lift that.`;
  }
  return `${before.display} was already here; it is marked as in use.`;
}
