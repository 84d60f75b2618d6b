/** Asks why, with the usual reasons one press away. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';

export type ReasonDialogProps = {
  readonly title: string;
  /** What it will do, and how it is taken back. */
  readonly children: ReactNode;
  readonly usual: readonly string[];
  readonly confirmLabel: string;
  readonly dangerous?: boolean;
  readonly pending: boolean;
  readonly fault: Fault | null;
  onConfirm(reason: string): void;
  onClose(): void;
};

export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="md" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !props.pending) props.onConfirm(reason);
        }}
      >
        <Stack gap="sm">
          <Text component="div" size="sm">
            {props.children}
          </Text>
          <TextInput
            label="Reason"
            withAsterisk
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap={6}>
            {props.usual.map((word) => (
              <Button key={word} size="compact-xs" variant="default" onClick={() => setReason(word)}>
                {word}
              </Button>
            ))}
          </Group>
          <FaultAlert fault={props.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Leave it as it is
            </Button>
            <Button
              type="submit"
              disabled={!ready}
              loading={props.pending}
              {...(props.dangerous ? { color: 'red.9' } : {})}
            >
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
