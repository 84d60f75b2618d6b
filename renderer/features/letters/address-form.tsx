/**
 * An address for the debtor, where the missing or wrong one was noticed: the letter goes on from here. One that is corrected is
 * replaced: the old one stays on file, marked as bad.
 */
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AddressFacts } from '../../../shared/contract/accounts.ts';
import type { PostalAddress } from '../../../shared/domain/address.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { tidiedAddress } from '../../../shared/rules/mail/address-form.ts';
import { canBeMailed } from '../../../shared/rules/mail/address-problems.ts';
import { useCommand } from '../../bridge/queries.ts';
import { AddressFields } from '../../components/address-fields.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';

export type AddressFormProps = {
  readonly debtorId: number;
  /** The one the post cannot deliver to, or that does not fit the window; left out where there is none. */
  readonly replaces?: AddressFacts | undefined;
};

const empty: PostalAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

export function AddressForm({ debtorId, replaces }: AddressFormProps) {
  const [parts, setParts] = useState<PostalAddress>(() => (replaces ? partsOf(replaces) : empty));
  const [tried, setTried] = useState(replaces !== undefined);
  const [fault, setFault] = useState<Fault | null>(null);
  const add = useCommand('debtors.addAddress');
  const unchanged =
    replaces !== undefined && JSON.stringify(tidiedAddress(parts)) === JSON.stringify(partsOf(replaces));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    setTried(true);
    const address = tidiedAddress(parts);
    if (!canBeMailed(address)) return;
    add.mutate(
      {
        debtorId,
        kind: replaces?.kind ?? 'mailing',
        ...address,
        source: '',
        replaces: replaces?.addressId ?? null,
      },
      {
        onSuccess: () =>
          showDone(
            replaces
              ? 'The address was corrected. The old one stays, marked as bad.'
              : 'The address was added.',
          ),
        onError: (error) => setFault(error.fault),
      },
    );
  };

  return (
    <form onSubmit={submit} aria-label={replaces ? 'Correct the address' : 'Add an address'} noValidate>
      <Stack gap="xs">
        <AddressFields
          value={parts}
          onChange={(change) => setParts((before) => ({ ...before, ...change }))}
          all={tried}
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending} disabled={unchanged}>
            {replaces ? 'Correct the address' : 'Add the address'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function partsOf({ line1, line2, city, region, postalCode, country }: PostalAddress): PostalAddress {
  return { line1, line2, city, region, postalCode, country };
}
