/** The numbers of the debtor: those in use first, each with its word; nothing is ever deleted, only marked. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconBan,
  IconBuilding,
  IconCopy,
  IconDeviceMobile,
  IconDots,
  IconHome,
  IconPhone,
  IconPhoneOff,
  IconPlus,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import type { DebtorFacts, PhoneFacts } from '../../../../shared/contract/accounts.ts';
import { type PhoneStatus, phoneStatuses } from '../../../../shared/domain/debtor.ts';
import { phoneKindWords, phoneStatusWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { isCallable } from '../callable-phone.ts';
import { AddPhoneDialog } from './add-phone-dialog.tsx';
import { copyText } from './copy-text.ts';
import { tellMarked } from './marked.ts';

const kindIcons: Readonly<Record<PhoneFacts['kind'], ComponentType<{ size?: number }>>> = {
  mobile: IconDeviceMobile,
  home: IconHome,
  work: IconBuilding,
  other: IconPhone,
};

export type PhoneListProps = { readonly debtor: DebtorFacts; onDial(phoneId: number): void };

export function PhoneList({ debtor, onDial }: PhoneListProps) {
  const [adding, setAdding] = useState(false);
  const inUse = debtor.phones.filter((phone) => isCallable(phone.status));
  const outOfUse = debtor.phones.filter((phone) => !isCallable(phone.status));
  return (
    <>
      {debtor.phones.length === 0 ? <p className="account-none">No phone is known.</p> : null}
      <ul className="account-reach">
        {inUse.map((phone) => (
          <PhoneRow key={phone.phoneId} phone={phone} onDial={onDial} />
        ))}
      </ul>
      {outOfUse.length === 0 ? null : inUse.length === 0 || outOfUse.length <= 2 ? (
        <ul className="account-reach">
          {outOfUse.map((phone) => (
            <PhoneRow key={phone.phoneId} phone={phone} onDial={onDial} />
          ))}
        </ul>
      ) : (
        <details>
          <summary>{outOfUse.length} numbers not in use</summary>
          <ul className="account-reach">
            {outOfUse.map((phone) => (
              <PhoneRow key={phone.phoneId} phone={phone} onDial={onDial} />
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
        Add phone
      </Button>
      {adding ? <AddPhoneDialog debtor={debtor} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function PhoneRow({ phone, onDial }: { readonly phone: PhoneFacts; onDial(phoneId: number): void }) {
  const callable = isCallable(phone.status);
  const Kind = callable ? kindIcons[phone.kind] : phone.status === 'do_not_call' ? IconBan : IconPhoneOff;
  return (
    <li data-off={!callable || undefined}>
      <span className="account-reach-mark" aria-hidden>
        <Kind size={15} />
      </span>
      <div className="account-reach-text">
        <span className="account-phone">{phone.display}</span>
        <span className="account-reach-detail">
          {phoneKindWords[phone.kind]}
          {phone.status === 'current' ? '' : `, ${phoneStatusWords[phone.status].toLowerCase()}`}
        </span>
      </div>
      {callable ? (
        <Tooltip label="Call and start the timer">
          <ActionIcon
            variant="light"
            size="sm"
            aria-label={`Call ${phone.display}`}
            onClick={() => onDial(phone.phoneId)}
          >
            <IconPhone size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <ActionIcon
        size="sm"
        color="gray"
        aria-label={`Copy ${phone.display}`}
        title="Copy"
        onClick={() => void copyText(phone.display)}
      >
        <IconCopy size={15} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" color="gray" aria-label={`Mark ${phone.display}`}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{phone.source === '' ? 'Mark as' : `From ${phone.source}. Mark as`}</Menu.Label>
          {phoneStatuses
            .filter((status) => status !== phone.status)
            .map((status) => (
              <Menu.Item key={status} onClick={() => void mark(phone, status)}>
                {phoneStatusWords[status]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

async function mark({ phoneId, display }: PhoneFacts, status: PhoneStatus): Promise<void> {
  const marked = await act('debtors.setPhoneStatus', { phoneId, status });
  tellMarked(`${display}: ${phoneStatusWords[status].toLowerCase()}.`, marked);
}
