/** A course or an hour of reading for the training log. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';

const fields = z.object({
  onDay: z.iso.date('Enter the day it took place.'),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, 'Enter whole minutes.')
    .refine((typed) => Number(typed) >= 1 && Number(typed) <= 1_440, 'From 1 to 1,440 minutes.'),
  kind: z.enum(['course', 'reading']),
  subject: z.string().trim().min(1, 'Say what it was.').max(200, 'At most 200 characters fit here.'),
});

export function LogDialog({ today, close }: { readonly today: Day; close(): void }) {
  const log = useCommand('training.log');
  const form = useForm({
    resolver: zodResolver(fields),
    defaultValues: { onDay: today, minutes: '60', kind: 'course' as const, subject: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((typed) =>
    log.mutate(
      { ...typed, minutes: Number(typed.minutes) },
      {
        onSuccess: () => {
          showDone('Logged.');
          close();
        },
      },
    ),
  );
  return (
    <Modal opened centered onClose={close} title="Log a course or reading">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label="Kind"
            data={[
              { value: 'course', label: 'Course' },
              { value: 'reading', label: 'Reading' },
            ]}
            {...form.register('kind')}
          />
          <TextInput
            label="What it was"
            data-autofocus
            autoComplete="off"
            error={errors.subject?.message}
            {...form.register('subject')}
          />
          <Group grow align="flex-start">
            <TextInput type="date" label="Day" error={errors.onDay?.message} {...form.register('onDay')} />
            <TextInput
              label="Minutes"
              inputMode="numeric"
              autoComplete="off"
              error={errors.minutes?.message}
              {...form.register('minutes')}
            />
          </Group>
          <FaultAlert fault={log.error?.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" aria-busy={log.isPending || undefined}>
              Log it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
