/** What the file says otherwise than the book, before and after, side by side. */
import { Table, Text } from '@mantine/core';
import type { ImportChange } from '../../../shared/contract/imports.ts';

export type ChangesTableProps = {
  readonly changes: readonly ImportChange[];
  /** How many there are in all. */
  readonly count: number;
  readonly label: string;
};

export function ChangesTable({ changes, count, label }: ChangesTableProps) {
  const rest = count - changes.length;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="import-list" aria-label={label} tabIndex={0}>
        <Table stickyHeader className="import-changes">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={64}>
                Line
              </Table.Th>
              <Table.Th w="26%">Of</Table.Th>
              <Table.Th w="16%">What</Table.Th>
              <Table.Th>In the book</Table.Th>
              <Table.Th>In the file</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line can change several things; the list keeps its order.
              <Table.Tr key={index}>
                <Table.Td ta="right">{change.line.toLocaleString('en-US')}</Table.Td>
                <Table.Td className="import-wrap">{change.of}</Table.Td>
                <Table.Td className="import-wrap">{change.what}</Table.Td>
                <Table.Td className="import-wrap">
                  {change.before === '' ? <span className="missing">nothing</span> : change.before}
                </Table.Td>
                <Table.Td className="import-wrap">
                  {change.after === '' ? <span className="missing">nothing</span> : change.after}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {rest > 0 ? (
        <Text size="xs" c="dimmed">
          and {rest.toLocaleString('en-US')} more, not listed
        </Text>
      ) : null}
    </>
  );
}
