/** The status of an account: a word with a mark of its own, so that colour is never the only sign. */
import {
  IconCalendarRepeat,
  IconCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconCoin,
  IconHandStop,
  IconHeartHandshake,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { AccountStatus } from '../../shared/domain/account.ts';
import { accountStatusWords } from '../../shared/text/labels.ts';

const icons: Readonly<Record<AccountStatus, ComponentType<{ size?: number }>>> = {
  active: IconCircle,
  promise: IconHeartHandshake,
  plan: IconCalendarRepeat,
  hold: IconHandStop,
  paid: IconCircleCheck,
  credit: IconCoin,
  closed: IconCircleMinus,
};

export type StatusWordProps = { readonly status: AccountStatus };

export function StatusWord({ status }: StatusWordProps) {
  const Icon = icons[status];
  return (
    <span className="status-word" data-status={status}>
      <span aria-hidden className="status-mark">
        <Icon size={14} />
      </span>
      {accountStatusWords[status]}
    </span>
  );
}
