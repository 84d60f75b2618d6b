/** All keys on one page (F1). */
import { Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { KeyHint } from '../../components/key-hint.tsx';
import { keySheet } from './commands.ts';

export type ShortcutSheetProps = { readonly opened: boolean; onClose(): void };

export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size={860}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
        {keySheet.map((group) => (
          <Stack key={group.title} gap={6} component="section">
            <Title order={3} size="h4">
              {group.title}
            </Title>
            {group.rows.map((row) => (
              <Group key={row.does} justify="space-between" gap="sm" wrap="nowrap">
                <Text size="sm">{row.does}</Text>
                <Group gap={6} wrap="nowrap">
                  {row.keys.map((keys) => (
                    <KeyHint key={keys} keys={keys} />
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
