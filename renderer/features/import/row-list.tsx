/** Rows with a reason: refused ones, or doubtful ones that were taken. To read, copy into a spreadsheet, or print. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RefusedRow } from '../../../shared/contract/imports.ts';
import { showDone } from '../../components/toasts.tsx';
import { listText } from './import-words.ts';

export type RowListProps = {
  readonly title: string;
  readonly fileName: string;
  readonly rows: readonly RefusedRow[];
  /** How many there are in all; those beyond the list are only counted. */
  readonly count: number;
};

export function RowList({ title, fileName, rows, count }: RowListProps) {
  const [printing, setPrinting] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(listText(rows));
    showDone('The list is on the clipboard.');
  };
  const rest = count - rows.length;
  return (
    <div className="import-rows">
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm" component="h3" m={0}>
          {title}
        </Text>
        <Group gap={4}>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            Copy
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => setPrinting(true)}
          >
            Print
          </Button>
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="import-rows-scroll" aria-label={`${title}, list`} tabIndex={0}>
        <Rows rows={rows} />
      </section>
      {rest > 0 ? (
        <Text size="xs" c="dimmed">
          and {rest.toLocaleString('en-US')} more, not listed
        </Text>
      ) : null}
      {printing ? (
        <PrintedList {...{ title, fileName, rows, rest }} onDone={() => setPrinting(false)} />
      ) : null}
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly RefusedRow[] }) {
  return (
    <Table stickyHeader className="import-rows-table">
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
          // One line can have several doubts.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
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
  );
}

type PrintedListProps = {
  readonly title: string;
  readonly fileName: string;
  readonly rows: readonly RefusedRow[];
  readonly rest: number;
  onDone(): void;
};

/** Stands beside the window's own content and is all that is printed. */
function PrintedList({ title, fileName, rows, rest, onDone }: PrintedListProps) {
  useEffect(() => {
    document.body.classList.add('import-printing');
    window.print();
    document.body.classList.remove('import-printing');
    onDone();
  }, [onDone]);
  return createPortal(
    <div className="import-printed">
      <h1>
        {title}: {fileName}
      </h1>
      <Rows rows={rows} />
      {rest > 0 ? <p>and {rest.toLocaleString('en-US')} more, not listed</p> : null}
    </div>,
    document.body,
  );
}
