/** Where the debtor can be written to; a bad address stays, marked, so that nobody writes there again. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconMail,
  IconMailOff,
  IconMapPin,
  IconMapPinOff,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { AddressFacts, DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { type AddressStatus, addressStatuses } from '../../../../shared/domain/debtor.ts';
import { addressKindWords, addressStatusWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { askForPieces } from '../../../bridge/pieces-ask.ts';
import { useReturnedMail } from '../../../bridge/returned-mail.ts';
import { DayText } from '../../../components/moments.tsx';
import { AddAddressDialog } from './add-address-dialog.tsx';
import { addressLines } from './address-lines.ts';
import { copyText } from './copy-text.ts';
import { tellMarked } from './marked.ts';

export type AddressListProps = {
  readonly accountId: number;
  readonly debtor: DebtorFacts;
};

export function AddressList({ accountId, debtor }: AddressListProps) {
  const askReturned = useReturnedMail();
  const returned = ({ addressId }: AddressFacts) =>
    askReturned({ accountId, mailingId: null, letterId: null, addressId, validationNotice: false });
  const [adding, setAdding] = useState(false);
  const inUse = debtor.addresses.filter(isUsable);
  const outOfUse = debtor.addresses.filter((address) => !isUsable(address));
  return (
    <>
      {debtor.addresses.length === 0 ? (
        <p className="account-none">No address is known; letters need one.</p>
      ) : null}
      <ul className="account-reach">
        {inUse.map((address) => (
          <AddressRow key={address.addressId} address={address} onReturned={returned} />
        ))}
      </ul>
      {outOfUse.length === 0 ? null : (
        <details>
          <summary>
            {outOfUse.length} {outOfUse.length === 1 ? 'address' : 'addresses'} not in use
          </summary>
          <ul className="account-reach">
            {outOfUse.map((address) => (
              <AddressRow key={address.addressId} address={address} onReturned={returned} />
            ))}
          </ul>
        </details>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        Add address
      </Button>
      {inUse.length === 0 ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconMail size={14} aria-hidden />}
          onClick={() => askForPieces({ source: { accountIds: [accountId] }, words: debtor.name })}
        >
          Envelope or label…
        </Button>
      )}
      {adding ? <AddAddressDialog debtorId={debtor.debtorId} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function isUsable(address: AddressFacts): boolean {
  return address.status === 'current' || address.status === 'unverified';
}

type AddressRowProps = { readonly address: AddressFacts; onReturned(address: AddressFacts): void };

function AddressRow({ address, onReturned }: AddressRowProps) {
  const lines = addressLines(address);
  const usable = isUsable(address);
  return (
    <li data-off={!usable || undefined}>
      <span className="account-reach-mark" aria-hidden>
        {usable ? <IconMapPin size={15} /> : <IconMapPinOff size={15} />}
      </span>
      <div className="account-reach-text">
        {lines.map((line) => (
          <span key={line} className="account-break">
            {line}
          </span>
        ))}
        <span className="account-reach-detail">
          {addressKindWords[address.kind]}
          {address.status === 'current' ? '' : `, ${addressStatusWords[address.status].toLowerCase()}`}, since{' '}
          <DayText day={address.since} />
        </span>
      </div>
      <ActionIcon
        size="sm"
        color="gray"
        aria-label={`Copy address ${address.line1}`}
        title="Copy"
        onClick={() => void copyText(lines.join('\n'))}
      >
        <IconCopy size={15} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" color="gray" aria-label={`Mark address ${address.line1}`}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMailOff size={15} aria-hidden />} onClick={() => onReturned(address)}>
            Mail came back…
          </Menu.Item>
          <Menu.Label>{address.source === '' ? 'Mark as' : `From ${address.source}. Mark as`}</Menu.Label>
          {addressStatuses
            .filter((status) => status !== address.status)
            .map((status) => (
              <Menu.Item key={status} onClick={() => void mark(address, status)}>
                {addressStatusWords[status]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

async function mark({ addressId, line1 }: AddressFacts, status: AddressStatus): Promise<void> {
  const marked = await act('debtors.setAddressStatus', { addressId, status });
  tellMarked(`${line1}: ${addressStatusWords[status].toLowerCase()}.`, marked);
}
