/** An address for the debtor, where the missing one was noticed: the letter goes on from here. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { missingPartsOf } from '../../../shared/domain/address.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';

export type AddressFormProps = { readonly debtorId: number };

const empty = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

export function AddressForm({ debtorId }: AddressFormProps) {
  const [fields, setFields] = useState(empty);
  const [fault, setFault] = useState<Fault | null>(null);
  const add = useCommand('debtors.addAddress');
  const missing = missingPartsOf(fields);

  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [name]: event.currentTarget.value });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    add.mutate(
      { debtorId, kind: 'mailing', ...fields, source: '' },
      {
        onSuccess: () => showDone('The address was added.'),
        onError: (error) => setFault(error.fault),
      },
    );
  };

  return (
    <form onSubmit={submit} aria-label="Add an address">
      <Stack gap="xs">
        <TextInput label="Street or PO box" value={fields.line1} onChange={set('line1')} maxLength={200} />
        <TextInput label="Apartment, suite" value={fields.line2} onChange={set('line2')} maxLength={200} />
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <TextInput label="City" value={fields.city} onChange={set('city')} maxLength={200} flex={3} />
          <TextInput
            label="State"
            value={fields.region}
            onChange={set('region')}
            maxLength={40}
            flex={1}
            miw={56}
          />
          <TextInput
            label="ZIP"
            value={fields.postalCode}
            onChange={set('postalCode')}
            maxLength={20}
            flex={2}
          />
        </Group>
        <TextInput
          label="Country, if abroad"
          value={fields.country}
          onChange={set('country')}
          maxLength={60}
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending} disabled={missing.length > 0}>
            Add the address
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
