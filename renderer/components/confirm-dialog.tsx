/** Asks before something that is hard to take back: says what it will do to what, and how to undo it. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export type ConfirmDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  /** What it will do to what. */
  readonly children: ReactNode;
  /** The verb on the button: `Cancel the plan`. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Red, for what removes something. */
  readonly dangerous?: boolean;
  readonly pending?: boolean;
  /** Off while something is still missing. */
  readonly disabled?: boolean;
  onConfirm(): void;
  onClose(): void;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, cancelLabel = 'Keep it as it is', pending = false } = props;
  return (
    <Modal opened={opened} onClose={props.onClose} title={title} size="md" centered>
      <Stack gap="md">
        <Text component="div" size="sm">
          {children}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {cancelLabel}
          </Button>
          <Button
            {...(props.dangerous ? { color: 'red.9' } : {})}
            loading={pending}
            disabled={props.disabled ?? false}
            onClick={props.onConfirm}
            data-autofocus
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
