/** What is true of one number, e-mail address or postal address: in use, wrong, opted out. Nothing is deleted, only marked. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { addressStatuses, emailStatuses, phoneStatuses } from '../../../../shared/domain/debtor.ts';
import type { Fault, Result } from '../../../../shared/errors/result.ts';
import { addressStatusWords, emailStatusWords, phoneStatusWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';

export type ReachDialogProps = {
  readonly reach: { readonly form: 'phone' | 'email' | 'address'; readonly id: number };
  readonly debtor: DebtorFacts;
  onAnother(): void;
  onClose(): void;
};

type Marking = {
  readonly name: string;
  readonly status: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  mark(status: string): Promise<Result<unknown>>;
};

/** `null` when it is no longer on file. */
function markingOf({ form, id }: ReachDialogProps['reach'], debtor: DebtorFacts): Marking | null {
  if (form === 'phone') {
    const phone = debtor.phones.find(({ phoneId }) => phoneId === id);
    return phone === undefined
      ? null
      : {
          name: phone.display,
          status: phone.status,
          options: phoneStatuses.map((value) => ({ value, label: phoneStatusWords[value] })),
          mark: (chosen) => {
            const status = phoneStatuses.find((one) => one === chosen) ?? phone.status;
            return act('debtors.setPhoneStatus', { phoneId: id, status });
          },
        };
  }
  if (form === 'email') {
    const email = debtor.emails.find(({ emailId }) => emailId === id);
    return email === undefined
      ? null
      : {
          name: email.address,
          status: email.status,
          options: emailStatuses.map((value) => ({ value, label: emailStatusWords[value] })),
          mark: (chosen) => {
            const status = emailStatuses.find((one) => one === chosen) ?? 'unverified';
            return act('debtors.setEmailStatus', { emailId: id, status });
          },
        };
  }
  const address = debtor.addresses.find(({ addressId }) => addressId === id);
  return address === undefined
    ? null
    : {
        name: `${address.line1}, ${address.city}`,
        status: address.status,
        options: addressStatuses.map((value) => ({ value, label: addressStatusWords[value] })),
        mark: (chosen) => {
          const status = addressStatuses.find((one) => one === chosen) ?? address.status;
          return act('debtors.setAddressStatus', { addressId: id, status });
        },
      };
}

const nouns = { phone: 'number', email: 'e-mail address', address: 'address' } as const;

export function ReachDialog({ reach, debtor, onAnother, onClose }: ReachDialogProps) {
  const marking = markingOf(reach, debtor);
  const [status, setStatus] = useState(marking?.status ?? '');
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const noun = nouns[reach.form];
  const save = async () => {
    if (marking === null || pending) return;
    setPending(true);
    const result = await marking.mark(status);
    setPending(false);
    if (!result.ok) return setFault(result.error);
    onClose();
    showDone(`${marking.name}: marked.`);
  };
  return (
    <Dialog onClose={onClose} title={marking?.name ?? `This ${noun} is gone`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          {marking === null ? (
            <Text size="sm">It is no longer on file.</Text>
          ) : (
            <Radio.Group label={`What is true of this ${noun}`} value={status} onChange={setStatus}>
              <Stack gap={6} mt={4}>
                {marking.options.map(({ value, label }) => (
                  <Radio
                    key={value}
                    value={value}
                    label={label}
                    {...(value === marking.status ? { 'data-autofocus': true } : {})}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <FaultAlert fault={fault} />
          <Group justify="space-between" gap="xs">
            <Button variant="subtle" onClick={onAnother}>
              Add another {noun}…
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <SubmitButton pending={pending} disabled={marking === null}>
                Save
              </SubmitButton>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
