/** Asks for the reason of a step that is kept in the account's history: a reversal, a cancelled plan, a closing. */

import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Fault, Result } from '../../../../shared/errors/result.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Dialog } from './dialog.tsx';
import { requiredLine } from './schemas.ts';
import { SubmitButton } from './submit-button.tsx';

export type ReasonDialogProps = {
  readonly title: string;
  /** What it will do to what. */
  readonly children: ReactNode;
  /** The verb on the button. */
  readonly confirmLabel: string;
  readonly label?: string;
  readonly most?: number;
  /** Reasons that come up again and again, one press each. */
  readonly suggestions?: readonly string[];
  readonly dangerous?: boolean;
  readonly pending: boolean;
  readonly fault: Fault | null;
  /** The dialog closes itself when this succeeds; on a fault it stays with what was typed. */
  onConfirm(reason: string): Promise<Result<unknown>>;
  onClose(): void;
};

export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, confirmLabel, label = 'Reason', most = 300, suggestions = [] } = props;
  const shape = z.object({ reason: requiredLine(most, 'Type the reason; it is kept with the account.') });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } });
  const confirm = form.handleSubmit(async ({ reason }) => {
    const result = await props.onConfirm(reason);
    if (result.ok) props.onClose();
  });
  return (
    <Dialog onClose={props.onClose} title={title} size="md">
      <form onSubmit={confirm} noValidate>
        <Stack gap="sm">
          <Text component="div" size="sm">
            {children}
          </Text>
          <TextInput
            label={label}
            withAsterisk
            data-autofocus
            autoComplete="off"
            error={form.formState.errors.reason?.message}
            {...form.register('reason')}
          />
          {suggestions.length === 0 ? null : (
            <Group gap={6}>
              {suggestions.map((reason) => (
                <Button
                  key={reason}
                  size="compact-xs"
                  variant="default"
                  onClick={() => form.setValue('reason', reason, { shouldValidate: true })}
                >
                  {reason}
                </Button>
              ))}
            </Group>
          )}
          <FaultAlert fault={props.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Keep it as it is
            </Button>
            <SubmitButton {...(props.dangerous ? { color: 'red.9' } : {})} pending={props.pending}>
              {confirmLabel}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
