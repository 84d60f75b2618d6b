/** A list with nothing in it says what belongs there and what to do first. */
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** The first thing to do: one main button, perhaps a second. */
  readonly actions?: ReactNode;
};

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" maw={440} mx="auto" className="empty-state">
      {icon === undefined ? null : (
        <Text component="div" c="dimmed" aria-hidden lh={0}>
          {icon}
        </Text>
      )}
      <Text fw={600} size="md" ta="center">
        {title}
      </Text>
      {children === undefined ? null : (
        <Text component="div" size="sm" c="dimmed" ta="center">
          {children}
        </Text>
      )}
      {actions === undefined ? null : (
        <Group gap="xs" mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </Stack>
  );
}
