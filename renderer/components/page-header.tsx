/** The top of a screen: its name, one line of figures, and what can be done on it. */
import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export type PageHeaderProps = {
  readonly title: string;
  /** A short line beside the title: a count, a day. */
  readonly detail?: ReactNode;
  /** Buttons, right. */
  readonly children?: ReactNode;
};

export function PageHeader({ title, detail, children }: PageHeaderProps) {
  return (
    <Group component="header" justify="space-between" wrap="wrap" gap="xs" mih={34} className="page-header">
      <Group gap="sm" align="baseline">
        <Title order={1} size="h3">
          {title}
        </Title>
        {detail === undefined ? null : (
          <Text component="div" size="sm" c="dimmed">
            {detail}
          </Text>
        )}
      </Group>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
