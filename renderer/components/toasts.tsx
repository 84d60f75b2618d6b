/** Messages in the corner: what was done, with its undo, and faults that have no place of their own. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconBell, IconCheck } from '@tabler/icons-react';
import type { Fault } from '../../shared/errors/result.ts';
import { sentenceOf } from '../../shared/text/faults.ts';

/** Shows a fault until it is closed; returns the toast's id. */
export function showFault(fault: Fault): string {
  const { what, todo } = sentenceOf(fault);
  return notifications.show({
    title: what,
    message: todo,
    color: 'red',
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    role: 'alert',
  });
}

/** Troubles of the program itself that nobody has closed yet, by toast. */
const troubles = new Map<string, Fault>();

/** Shows a trouble nobody asked for. It is about the program and not about a debtor, so it outlasts a lock. */
export function showTrouble(fault: Fault): void {
  const id = showFault(fault);
  troubles.set(id, fault);
  notifications.update({ id, message: sentenceOf(fault).todo, onClose: () => troubles.delete(id) });
}

export type ShowDoneOptions = {
  /** Offers to take it back; the toast closes when it is pressed. */
  readonly undo?: () => void;
  /** One more thing to do with it, by a verb: `Print receipt`. */
  readonly also?: { readonly label: string; press(): void };
};

/** Says that something was done; goes away by itself, later when it can be taken back. */
export function showDone(text: string, options: ShowDoneOptions = {}): string {
  const { undo, also } = options;
  const offered = [
    ...(also ? [{ label: also.label, press: () => finish(also.press) }] : []),
    ...(undo ? [{ label: 'Undo', press: () => finish(undo) }] : []),
  ];
  const id: string = notifications.show({
    message: offered.length > 0 ? <WithButtons text={text} buttons={offered} /> : text,
    color: 'green',
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: offered.length > 0 ? 10_000 : 4000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    role: 'status',
  });
  const finish = (work: () => void) => {
    notifications.hide(id);
    work();
  };
  return id;
}

export type ShowDueOptions = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Left out when there is nothing to open. */
  readonly open?: () => void;
};

/** Says that something came due; stays until it is opened or closed. */
export function showDue({ id, title, text, open }: ShowDueOptions): void {
  const openAndHide = open
    ? () => {
        notifications.hide(id);
        open();
      }
    : undefined;
  notifications.show({
    id,
    title,
    message: openAndHide ? (
      <WithButtons text={text} buttons={[{ label: 'Open', press: openAndHide }]} />
    ) : (
      text
    ),
    color: 'yellow',
    icon: <IconBell size={16} aria-hidden />,
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    role: 'status',
  });
}

type WithButtonsProps = {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; press(): void }[];
};

function WithButtons({ text, buttons }: WithButtonsProps) {
  return (
    <Group justify="space-between" wrap={buttons.length > 1 ? 'wrap' : 'nowrap'} gap="sm">
      <Text component="span" size="sm" className="toast-text">
        {text}
      </Text>
      <Group gap={6} wrap="nowrap" flex="none" ml="auto">
        {buttons.map(({ label, press }) => (
          <Button key={label} size="compact-xs" variant="default" onClick={press}>
            {label}
          </Button>
        ))}
      </Group>
    </Group>
  );
}

/** Takes every message away: what it says may be about a book that has just been locked. */
export function clearToasts(): void {
  notifications.clean();
  const unread = [...troubles.values()];
  troubles.clear();
  for (const fault of unread) showTrouble(fault);
}
