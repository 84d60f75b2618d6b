/** E-mail addresses, as they came with the account. */
import { ActionIcon } from '@mantine/core';
import { IconAt, IconCopy } from '@tabler/icons-react';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { copyText } from './copy-text.ts';

/** Anything but a current address is said in words. */
function statusWords(status: string): string {
  return status === 'current' ? '' : status.replaceAll('_', ' ');
}

export function EmailList({ emails }: { readonly emails: DebtorFacts['emails'] }) {
  return (
    <ul className="account-reach">
      {emails.map((email) => (
        <li key={email.emailId}>
          <span className="account-reach-mark" aria-hidden>
            <IconAt size={15} />
          </span>
          <div className="account-reach-text">
            <span className="account-break">{email.address}</span>
            <span className="account-reach-detail">{statusWords(email.status)}</span>
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
        </li>
      ))}
    </ul>
  );
}
