/** An address learned on the way, with where it was learned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PostalAddress } from '../../../../shared/domain/address.ts';
import { addressKinds } from '../../../../shared/domain/debtor.ts';
import { tidiedAddress } from '../../../../shared/rules/mail/address-form.ts';
import { addressKindWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { AddressFields } from '../../../components/address-fields.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { optionalWords } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';

const schema = z.strictObject({
  kind: z.enum(addressKinds),
  source: optionalWords(200),
});

const empty: PostalAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

export type AddAddressDialogProps = { readonly debtorId: number; onClose(): void };

export function AddAddressDialog({ debtorId, onClose }: AddAddressDialogProps) {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { kind: 'home', source: '' },
  });
  const [parts, setParts] = useState(empty);
  const [tried, setTried] = useState(false);
  const add = useOnce('debtors.addAddress');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (about) => {
    setTried(true);
    const address = tidiedAddress(parts);
    // Half an address is kept all the same, for the rules and for looking; letters wait until it is whole.
    if (address.line1 === '' || address.city === '') return;
    const result = await add.run({ debtorId, ...about, ...address });
    if (!result.ok) return;
    onClose();
    showDone('Address added.');
  });
  return (
    <Dialog onClose={onClose} title="Add an address">
      <form onSubmit={submit} onChange={add.forget} noValidate>
        <Stack gap="sm">
          <AddressFields
            value={parts}
            onChange={(change) => {
              add.forget();
              setParts((before) => ({ ...before, ...change }));
            }}
            all={tried}
            autoFocus
          />
          <SimpleGrid cols={2} spacing="xs">
            <NativeSelect
              label="Kind"
              data={addressKinds.map((kind) => ({ value: kind, label: addressKindWords[kind] }))}
              {...form.register('kind')}
            />
            <TextInput
              label="Where it was learned"
              autoComplete="off"
              error={errors.source?.message}
              {...form.register('source')}
            />
          </SimpleGrid>
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
