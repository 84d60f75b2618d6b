/** Imports made before, each with its report, and its undo while nothing was built on it. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportRow } from '../../../shared/contract/imports.ts';
import { useExport } from '../../bridge/exports.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { showDone } from '../../components/toasts.tsx';
import { removalOf } from './import-words.ts';

export type ImportHistoryProps = { onUndo(row: ImportRow): void; onOpen(importId: number): void };

export function ImportHistory({ onUndo, onOpen }: ImportHistoryProps) {
  const list = useCall('imports.list', {});
  const imports = list.data?.imports ?? [];
  const openExport = useExport(() => [{ label: 'Imports', asked: { list: 'imports' } }]);
  return (
    <section className="import-history" aria-label="Earlier imports">
      <Group justify="space-between">
        <h2>Earlier imports</h2>
        {imports.length === 0 ? null : <ExportButton what="the list of imports" open={openExport} />}
      </Group>
      <FaultAlert fault={list.error?.fault} />
      {list.data && imports.length === 0 ? (
        <EmptyState icon={<IconFileImport size={28} />} title="Nothing has been imported yet">
          Each import will be listed here with what it brought in, and can be taken back as long as nothing
          was built on it.
        </EmptyState>
      ) : null}
      {imports.length > 0 ? (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>File</Table.Th>
                <Table.Th>Client</Table.Th>
                <Table.Th ta="right">Debtors</Table.Th>
                <Table.Th ta="right">Charges</Table.Th>
                <Table.Th ta="right">Charged</Table.Th>
                <Table.Th ta="right">Paid before</Table.Th>
                <Table.Th ta="right">Refused</Table.Th>
                <Table.Th w={110} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {imports.map((row) => (
                <Table.Tr key={row.importId} data-undone={row.state === 'undone'}>
                  <Table.Td>
                    <InstantText at={row.importedAt} />
                  </Table.Td>
                  <Table.Td className="import-wrap">
                    <button
                      type="button"
                      className="import-open"
                      title="Open its report"
                      onClick={() => onOpen(row.importId)}
                    >
                      {row.fileName}
                    </button>
                  </Table.Td>
                  <Table.Td className="import-wrap">{row.clientName}</Table.Td>
                  <Table.Td ta="right">{row.debtors.toLocaleString('en-US')}</Table.Td>
                  <Table.Td ta="right">{row.charges.toLocaleString('en-US')}</Table.Td>
                  <Table.Td ta="right">
                    <Money cents={row.chargesCents} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money cents={row.paymentsCents} />
                  </Table.Td>
                  <Table.Td ta="right">{row.refused.toLocaleString('en-US')}</Table.Td>
                  <Table.Td ta="right" py={1}>
                    {row.state === 'undone' ? (
                      <Text size="xs" c="dimmed">
                        Taken back
                      </Text>
                    ) : (
                      <Button
                        variant="subtle"
                        aria-label={`Undo the import of ${row.fileName}`}
                        onClick={() => onUndo(row)}
                      >
                        Undo…
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </section>
  );
}

type UndoDialogProps = {
  /** The import to take back; `null` while none is asked about. */
  readonly row: ImportRow | null;
  onClose(): void;
  onUndone(row: ImportRow): void;
};

/** Says what will be removed; a refusal is shown in the dialog, with what stands in the way. */
export function UndoDialog({ row, onClose, onUndone }: UndoDialogProps) {
  const undo = useCommand('imports.undo');
  const [shown, setShown] = useState<ImportRow | null>(null);
  if (row !== null && row !== shown) {
    setShown(row);
    undo.reset();
  }
  const confirm = () => {
    if (row === null) return;
    undo.mutate(
      { importId: row.importId },
      {
        onSuccess: () => {
          showDone('The import was taken back.');
          onUndone(row);
        },
      },
    );
  };
  return (
    <ConfirmDialog
      opened={row !== null}
      title="Take this import back?"
      confirmLabel="Take it back"
      cancelLabel="Keep it"
      dangerous
      pending={undo.isPending}
      disabled={undo.isError}
      onConfirm={confirm}
      onClose={onClose}
    >
      {shown === null ? null : (
        <>
          <p>
            This removes what <b>{shown.fileName}</b> brought in: {removalOf(shown)}. Everything else in the
            book stays as it is.
          </p>
          <FaultAlert fault={undo.error?.fault} />
        </>
      )}
    </ConfirmDialog>
  );
}
