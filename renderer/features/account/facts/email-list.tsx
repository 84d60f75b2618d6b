/** E-mail addresses: those in use, each with its word; nothing is deleted, only marked. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAt, IconCopy, IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { type EmailStatus, emailStatuses } from '../../../../shared/domain/debtor.ts';
import { emailStatusWords, wordOf } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { AddEmailDialog } from './add-email-dialog.tsx';
import { copyText } from './copy-text.ts';
import { tellMarked } from './marked.ts';

type Email = DebtorFacts['emails'][number];

export function EmailList({ debtor }: { readonly debtor: DebtorFacts }) {
  const [adding, setAdding] = useState(false);
  return (
    <>
      {debtor.emails.length === 0 ? <p className="account-none">No e-mail address is known.</p> : null}
      <ul className="account-reach">
        {debtor.emails.map((email) => (
          <EmailRow key={email.emailId} email={email} />
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        Add e-mail
      </Button>
      {adding ? <AddEmailDialog debtorId={debtor.debtorId} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function EmailRow({ email }: { readonly email: Email }) {
  const usable = email.status === 'current' || email.status === 'unverified';
  return (
    <li data-off={!usable || undefined}>
      <span className="account-reach-mark" aria-hidden>
        <IconAt size={15} />
      </span>
      <div className="account-reach-text">
        <span className="account-break">{email.address}</span>
        {email.status === 'current' ? null : (
          <span className="account-reach-detail">{wordOf(emailStatusWords, email.status)}</span>
        )}
      </div>
      <ActionIcon
        size="sm"
        color="gray"
        aria-label={`Copy ${email.address}`}
        title="Copy"
        onClick={() => void copyText(email.address)}
      >
        <IconCopy size={15} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" color="gray" aria-label={`Mark ${email.address}`}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Mark as</Menu.Label>
          {emailStatuses
            .filter((status) => status !== email.status)
            .map((status) => (
              <Menu.Item key={status} onClick={() => void mark(email, status)}>
                {emailStatusWords[status]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

async function mark({ emailId, address }: Email, status: EmailStatus): Promise<void> {
  const marked = await act('debtors.setEmailStatus', { emailId, status });
  tellMarked(`${address}: ${emailStatusWords[status].toLowerCase()}.`, marked);
}
