/** Rows with their reason, to read and to copy into a spreadsheet. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { RefusedRow } from '../../../shared/contract/imports.ts';
import { type ListToExport, useExport } from '../../bridge/exports.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { showDone } from '../../components/toasts.tsx';
import { listText } from './problems.ts';

export type RemarkTableProps = {
  readonly label: string;
  readonly rows: readonly RefusedRow[];
  readonly count: number;
  /** As a list that can leave the book. */
  readonly asked: ListToExport['asked'];
};

export function RemarkTable({ label, rows, count, asked }: RemarkTableProps) {
  const openExport = useExport(() => [{ label, asked }]);
  const copy = async () => {
    await navigator.clipboard.writeText(listText(rows));
    showDone('The list is on the clipboard.');
  };
  const rest = count - rows.length;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="import-list" aria-label={label} tabIndex={0}>
        <Table stickyHeader className="import-remarks">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={64}>
                Line
              </Table.Th>
              <Table.Th w="16%">Column</Table.Th>
              <Table.Th w="24%">Value</Table.Th>
              <Table.Th>Reason</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line can have several remarks; the list keeps its order.
              <Table.Tr key={index}>
                <Table.Td ta="right">{row.line.toLocaleString('en-US')}</Table.Td>
                <Table.Td className="import-wrap">{row.column ?? ''}</Table.Td>
                <Table.Td className="import-wrap">
                  {row.value === '' ? <span className="missing">empty</span> : row.value}
                </Table.Td>
                <Table.Td className="import-wrap">{row.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {rest > 0 ? `and ${rest.toLocaleString('en-US')} more, not listed` : ''}
        </Text>
        <Group gap={4}>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            Copy the list
          </Button>
          <ExportButton what="these rows" open={openExport} />
        </Group>
      </Group>
    </>
  );
}
