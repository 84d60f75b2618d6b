/** Everything that leaves the book in one place, and what left it: what, when, by whom, and the hash it is known by. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconBook2, IconCalendarMonth, IconTableExport, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { sizeWords } from '../../../shared/text/file-words.ts';
import { askForBookkeeping, useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { PageHeader } from '../../components/page-header.tsx';

const perPage = 50;

export function ExportsScreen() {
  const go = useGo();
  /** The pages before the one shown, by the `before` they were asked with. */
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const list = useCall(
    'exports.list',
    { before: trail.at(-1) ?? null, limit: perPage },
    { keepPrevious: true },
  );
  const rows = list.data?.exports ?? [];
  const next = list.data?.next ?? null;
  const openExport = useExport(() => [
    { label: 'Exports', asked: { list: 'exports' } },
    { label: 'Imports', asked: { list: 'imports' } },
  ]);
  return (
    <div className="screen">
      <PageHeader title="Exports" detail="Every file that left the book">
        <Button
          variant="default"
          leftSection={<IconUsers size={14} aria-hidden />}
          onClick={() => go('accounts')}
        >
          Accounts
        </Button>
        <Button
          variant="default"
          leftSection={<IconCalendarMonth size={14} aria-hidden />}
          onClick={() => go('calendar')}
        >
          Calendar
        </Button>
        <Button
          variant="default"
          leftSection={<IconBook2 size={14} aria-hidden />}
          onClick={askForBookkeeping}
        >
          For the bookkeeper…
        </Button>
        <ExportButton what="this list" disabled={rows.length === 0} open={openExport} />
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {list.data !== undefined && rows.length === 0 && trail.length === 1 ? (
        <EmptyState icon={<IconTableExport size={32} />} title="Nothing has left the book yet">
          Every list has a button Export, or Ctrl+Shift+E: as a spreadsheet, as text, on paper or as PDF.
          Accounts are handed over to an attorney or agency from there, too. What was saved stands here
          afterwards.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>File</Table.Th>
                <Table.Th ta="right">Rows</Table.Th>
                <Table.Th ta="right">Size</Table.Th>
                <Table.Th>By</Table.Th>
                <Table.Th>SHA-256</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.exportId}>
                  <Table.Td>
                    <InstantText at={row.madeAt} />
                  </Table.Td>
                  <Table.Td>{row.what}</Table.Td>
                  <Table.Td className="export-file">{row.fileName}</Table.Td>
                  <Table.Td ta="right">{row.rows.toLocaleString('en-US')}</Table.Td>
                  <Table.Td ta="right">{sizeWords(row.bytes)}</Table.Td>
                  <Table.Td>{row.author}</Table.Td>
                  <Table.Td>
                    <Text component="code" size="xs" title={row.sha256}>
                      {row.sha256.slice(0, 12)}…
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {trail.length === 1 && next === null ? null : (
        <Group gap="xs" mt="xs">
          <Button
            variant="default"
            disabled={trail.length === 1}
            onClick={() => setTrail((now) => now.slice(0, -1))}
          >
            Newer
          </Button>
          <Button
            variant="default"
            disabled={next === null}
            onClick={() => setTrail((now) => [...now, next])}
          >
            Older
          </Button>
        </Group>
      )}
    </div>
  );
}
