/** The form that was asked for, wherever from. One at a time; another takes its place. */
import { Button, Group, Text } from '@mantine/core';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { AddAddressDialog } from '../facts/add-address-dialog.tsx';
import { AddEmailDialog } from '../facts/add-email-dialog.tsx';
import { AddPhoneDialog } from '../facts/add-phone-dialog.tsx';
import { RenameDialog } from '../facts/rename-dialog.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { EndEventDialog, EventDetailDialog, WithdrawEventDialog } from './event-detail-dialog.tsx';
import { EventDialog } from './event-dialog.tsx';
import { FactDialog } from './fact-dialog.tsx';
import type { LawForm } from './law-form.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { ReachDialog } from './reach-dialog.tsx';

export type LawFormsProps = {
  readonly form: LawForm | null;
  readonly account: AccountFacts;
  readonly law: OutputOf<'law.account'> | null;
  readonly today: Day;
  onForm(form: LawForm | null): void;
};

export function LawForms({ form, account, law, today, onForm }: LawFormsProps) {
  if (form === null) return null;
  const { debtor } = account;
  const close = () => onForm(null);
  switch (form.form) {
    case 'record':
      return <EventDialog key={form.kind} account={account} today={today} kind={form.kind} onClose={close} />;
    case 'fact':
      return law === null ? null : (
        <FactDialog
          key={form.known.name}
          known={form.known}
          account={account}
          law={law}
          today={today}
          onClose={close}
        />
      );
    case 'phone':
    case 'email':
    case 'address':
      return (
        <ReachDialog
          reach={form}
          debtor={debtor}
          onAnother={() => onForm({ form: `add-${form.form}` })}
          onClose={close}
        />
      );
    case 'add-phone':
      return <AddPhoneDialog debtor={debtor} onClose={close} />;
    case 'add-email':
      return <AddEmailDialog debtorId={debtor.debtorId} onClose={close} />;
    case 'add-address':
      return <AddAddressDialog debtorId={debtor.debtorId} onClose={close} />;
    case 'notice':
      return <NoticeDialog accountId={account.accountId} onClose={close} />;
    case 'rename':
      return <RenameDialog debtor={debtor} onClose={close} />;
    default: {
      const { eventId } = form;
      const event = law?.events.find((one) => one.eventId === eventId);
      if (event === undefined) return <LostEvent onClose={close} />;
      if (form.form === 'end-event') return <EndEventDialog event={event} today={today} onClose={close} />;
      if (form.form === 'withdraw-event') return <WithdrawEventDialog event={event} onClose={close} />;
      return (
        <EventDetailDialog
          event={event}
          debtor={debtor}
          onEnd={() => onForm({ form: 'end-event', eventId })}
          onWithdraw={() => onForm({ form: 'withdraw-event', eventId })}
          onClose={close}
        />
      );
    }
  }
}

/** It may belong to another account of the person, where it was recorded. */
function LostEvent({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="This event is not on this account" size="sm" onClose={onClose}>
      <Text size="sm">It stands on another account of the same person. Open that account to look at it.</Text>
      <Group justify="flex-end" mt="sm">
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Dialog>
  );
}
