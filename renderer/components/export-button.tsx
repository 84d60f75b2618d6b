/** Opens the dialog that takes a list out of the book. */
import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { memo } from 'react';

type ExportButtonProps = {
  /** What it takes out, where a screen has more than one of these buttons. */
  readonly what?: string;
  readonly disabled?: boolean;
  open(): void;
};

export const ExportButton = memo(function ExportButton({ what, disabled = false, open }: ExportButtonProps) {
  return (
    <Button
      variant="default"
      leftSection={<IconTableExport size={14} aria-hidden />}
      disabled={disabled}
      aria-label={what === undefined ? undefined : `Export ${what}…`}
      aria-keyshortcuts="Control+Shift+E"
      onClick={open}
    >
      Export…
    </Button>
  );
});
