/** An address learned on the way, with where it was learned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { addressKinds } from '../../../../shared/domain/debtor.ts';
import { addressKindWords } from '../../../../shared/text/labels.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { optionalWords, requiredLine } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useOnce } from '../forms/use-once.ts';

const schema = z.strictObject({
  kind: z.enum(addressKinds),
  line1: requiredLine(200, 'Type the street and number, or the post office box.'),
  line2: optionalWords(200),
  city: requiredLine(200, 'Type the city.'),
  region: optionalWords(40),
  postalCode: optionalWords(20),
  country: optionalWords(60),
  source: optionalWords(200),
});

export type AddAddressDialogProps = { readonly debtorId: number; onClose(): void };

export function AddAddressDialog({ debtorId, onClose }: AddAddressDialogProps) {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      kind: 'home',
      line1: '',
      line2: '',
      city: '',
      region: '',
      postalCode: '',
      country: '',
      source: '',
    },
  });
  const add = useOnce('debtors.addAddress');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (address) => {
    const result = await add.run({ debtorId, ...address });
    if (!result.ok) return;
    onClose();
    showDone('Address added.');
  });
  return (
    <Dialog onClose={onClose} title="Add an address">
      <form onSubmit={submit} onChange={add.forget} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Street or box"
            withAsterisk
            data-autofocus
            autoComplete="off"
            error={errors.line1?.message}
            {...form.register('line1')}
          />
          <TextInput
            label="Second line"
            autoComplete="off"
            error={errors.line2?.message}
            {...form.register('line2')}
          />
          <TextInput
            label="City"
            withAsterisk
            autoComplete="off"
            error={errors.city?.message}
            {...form.register('city')}
          />
          <SimpleGrid cols={3} spacing="xs">
            <TextInput
              label="State"
              autoComplete="off"
              error={errors.region?.message}
              {...form.register('region')}
            />
            <TextInput
              label="ZIP code"
              autoComplete="off"
              error={errors.postalCode?.message}
              {...form.register('postalCode')}
            />
            <TextInput
              label="Country"
              placeholder="USA"
              autoComplete="off"
              error={errors.country?.message}
              {...form.register('country')}
            />
          </SimpleGrid>
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
