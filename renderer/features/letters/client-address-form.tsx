/** Where letters to a client go, asked for where it was missing: the letter goes on from here. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ClientContact } from '../../../shared/contract/letters.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { tidiedAddress } from '../../../shared/rules/mail/address-form.ts';
import { canBeMailed } from '../../../shared/rules/mail/address-problems.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { AddressFields } from '../../components/address-fields.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';

export type ClientAddressFormProps = {
  readonly accountId: number;
  /** The letter can be made now. */
  onSaved(): void;
};

const empty: ClientContact = {
  attention: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
};

export function ClientAddressForm({ accountId, onSaved }: ClientAddressFormProps) {
  const client = useCall('letters.clientContact', { accountId });
  const [contact, setContact] = useState<ClientContact>(empty);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = useCommand('letters.setClientContact');
  if (!client.data) return <FaultAlert fault={client.error?.fault ?? null} />;
  const { clientId, clientName } = client.data;
  const { attention, ...address } = contact;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    setTried(true);
    const tidied = tidiedAddress(address);
    if (!canBeMailed(tidied)) return;
    save.mutate(
      { clientId, contact: { attention, ...tidied } },
      {
        onSuccess: () => {
          showDone(`The address of ${clientName} was saved.`);
          onSaved();
        },
        onError: (error) => setFault(error.fault),
      },
    );
  };

  return (
    <form onSubmit={submit} aria-label={`Address of ${clientName}`} noValidate>
      <Stack gap="xs">
        <TextInput
          label="Attention, if it goes to somebody by name"
          value={attention}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => {
            const { value } = event.currentTarget;
            setContact((before) => ({ ...before, attention: value }));
          }}
        />
        <AddressFields
          value={address}
          onChange={(change) => setContact((before) => ({ ...before, ...change }))}
          all={tried}
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Save the address of {clientName}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
