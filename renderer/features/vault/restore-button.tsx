/** Brings a backup in as a book of its own; the file is chosen in a dialog of the system. */
import { Button, type ButtonProps } from '@mantine/core';
import { startRestore, useCopyWork } from './copy-work.ts';

export type RestoreButtonProps = Pick<ButtonProps, 'variant' | 'size'> & { readonly label: string };

export function RestoreButton({ label, variant = 'default', size = 'xs' }: RestoreButtonProps) {
  const isBusy = useCopyWork(({ at }) => at === 'running' || at === 'choosing');
  return (
    <Button variant={variant} size={size} disabled={isBusy} onClick={() => void startRestore()}>
      {label}
    </Button>
  );
}
