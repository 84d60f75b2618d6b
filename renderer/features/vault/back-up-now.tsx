/** Writes a backup and says what was written. */
import { Button, Stack, Text } from '@mantine/core';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';

export function BackUpNow() {
  const backUp = useCommand('book.backUp');
  const fault = backUp.error?.fault;
  // Closing the dialog is an answer, not a failure.
  const failed = fault?.code === 'file.dialog_cancelled' ? null : fault;
  return (
    <Stack gap="xs" align="flex-end" maw="24rem">
      <Button variant="default" loading={backUp.isPending} onClick={() => backUp.mutate({})}>
        Back up now
      </Button>
      {backUp.data && !backUp.isPending ? (
        <Text size="sm" role="status" ta="right">
          Written and read back: {backUp.data.fileName} ({sizeWords(backUp.data.bytes)}).
        </Text>
      ) : null}
      <FaultAlert fault={failed} />
    </Stack>
  );
}

/** `384 KB`, `12.3 MB`: powers of ten, as disks are sold. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
