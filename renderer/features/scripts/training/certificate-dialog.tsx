/** A certificate: whose, which, and the last day it holds. A renewed one takes the place of the one before. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Certificate } from '../../../../shared/contract/training.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { act } from '../../../bridge/calls.ts';
import { useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

const fields = z
  .object({
    holder: z.string().trim().min(1, 'Say whose it is.').max(120, 'At most 120 characters fit here.'),
    name: z.string().trim().min(1, 'Say which it is.').max(200, 'At most 200 characters fit here.'),
    number: z.string().trim().max(80, 'At most 80 characters fit here.'),
    issuedOn: z.iso.date('Enter the day it was issued.'),
    renewsOn: z.union([z.literal(''), z.iso.date('Enter a day, or leave it empty.')]),
  })
  .refine(({ issuedOn, renewsOn }) => renewsOn === '' || renewsOn >= issuedOn, {
    path: ['renewsOn'],
    error: 'It cannot run out before it was issued.',
  });

type DialogProps = {
  /** `null` for a new one. */
  readonly stored: Certificate | null;
  readonly today: Day;
  close(): void;
};

export function CertificateDialog({ stored, today, close }: DialogProps) {
  const save = useCommand('training.saveCertificate');
  const form = useForm({
    resolver: zodResolver(fields),
    defaultValues: {
      holder: stored?.holder ?? '',
      name: stored?.name ?? '',
      number: stored?.number ?? '',
      issuedOn: stored?.issuedOn ?? today,
      renewsOn: stored?.renewsOn ?? '',
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ renewsOn, ...typed }) =>
    save.mutate(
      {
        ...typed,
        certificateId: stored?.certificateId ?? null,
        renewsOn: renewsOn === '' ? null : renewsOn,
      },
      {
        onSuccess: () => {
          showDone('The certificate is kept.');
          close();
        },
      },
    ),
  );
  const end = async () => {
    if (stored === null) return;
    const result = await act('training.endCertificate', { certificateId: stored.certificateId });
    if (!result.ok) return void showFault(result.error);
    showDone('Taken off; it stays in the records.');
    close();
  };
  return (
    <Modal opened centered onClose={close} title={stored === null ? 'Add a certificate' : 'Renew or change'}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Whose it is"
            data-autofocus
            autoComplete="off"
            error={errors.holder?.message}
            {...form.register('holder')}
          />
          <TextInput
            label="Certificate"
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name')}
          />
          <TextInput
            label="Number"
            autoComplete="off"
            error={errors.number?.message}
            {...form.register('number')}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Issued on"
              error={errors.issuedOn?.message}
              {...form.register('issuedOn')}
            />
            <TextInput
              type="date"
              label="Last day it holds"
              description="Empty when it has no end"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              error={errors.renewsOn?.message}
              {...form.register('renewsOn')}
            />
          </Group>
          <FaultAlert fault={save.error?.fault} />
          <Group justify="space-between" gap="xs">
            {stored === null ? (
              <span />
            ) : (
              <Button variant="subtle" color="red.9" onClick={() => void end()}>
                Take off
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" aria-busy={save.isPending || undefined}>
                Keep it
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
